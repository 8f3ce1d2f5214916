"""Units and titles of attendees are derived; orders are kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from models import records
from models.codes import AttendanceCategory, OrganizationRole, Qualifier, Reply, SideKind
from models.snapshots import shapes
from models.snapshots.shapes import Bilingual, OpenPlace, PersonName
from tests import factories as make
from tests.models.snapshots.test_take import take


def taken_attendee(session: Session, attendance: records.Attendance) -> shapes.Attendee:
    """The only attendee of the meeting."""
    (attendee,) = take(session, attendance.meeting_id).attendees
    return attendee


def two_posts(session: Session) -> tuple[records.Attendance, records.Appointment, records.Appointment]:
    """A dean who also heads a laboratory."""
    university = make.make_organization(session, "兰州大学", name_en="Lanzhou University")
    person = make.make_person(session, "梁永民")
    dean = make.make_appointment(
        session, person, university, department_zh="化学化工学院", department_en="College of Chemistry",
        title_zh="院长", title_en="Dean",
    )  # fmt: skip
    head = make.make_appointment(session, person, university, title_zh="教授", title_en="Professor", position=1)
    return make.make_attendance(session, make.make_meeting(session), person), dean, head


def test_posts_named_by_the_attendance_are_joined_in_its_order(session: Session) -> None:
    attendance, dean, head = two_posts(session)
    make.use_appointment(session, attendance, head, position=0)
    make.use_appointment(session, attendance, dean, position=1)
    attendee = taken_attendee(session, attendance)
    assert attendee.title == Bilingual("教授、院长", "Professor, Dean")
    assert attendee.unit == Bilingual(
        "兰州大学、兰州大学化学化工学院", "Lanzhou University; College of Chemistry, Lanzhou University"
    )


def test_without_a_choice_all_posts_held_on_the_day_count(session: Session) -> None:
    attendance, dean, head = two_posts(session)
    dean.valid_to = date(2024, 5, 19)
    head.valid_from = date(2024, 5, 20)
    attendee = taken_attendee(session, attendance)
    assert (attendee.title.zh, attendee.unit.zh, len(attendee.posts)) == ("教授", "兰州大学", 1)


def test_overrides_win_in_both_languages(session: Session) -> None:
    attendance, dean, _ = two_posts(session)
    make.use_appointment(session, attendance, dean)
    attendance.unit_override_zh, attendance.title_override_zh = "甘肃省化学会", "理事长"
    attendee = taken_attendee(session, attendance)
    assert (attendee.unit, attendee.title) == (Bilingual("甘肃省化学会"), Bilingual("理事长"))
    assert [post.title.zh for post in attendee.posts] == ["院长"]


def test_a_language_that_one_post_lacks_stays_empty(session: Session) -> None:
    attendance, dean, head = two_posts(session)
    head.title_en = ""
    dean.department_en = ""
    attendee = taken_attendee(session, attendance)
    assert (attendee.title.en, attendee.unit.en) == ("", "")


def test_somebody_without_posts_has_no_unit(session: Session) -> None:
    attendance = make.make_attendance(session, make.make_meeting(session), make.make_person(session))
    attendee = taken_attendee(session, attendance)
    assert (attendee.unit, attendee.title, attendee.organization_id) == (Bilingual(), Bilingual(), None)


def test_a_post_without_unit_shows_its_department(session: Session) -> None:
    person = make.make_person(session)
    make.make_appointment(session, person, None, department_zh="人才办", department_en="Talent Office")
    attendee = taken_attendee(session, make.make_attendance(session, make.make_meeting(session), person))
    assert attendee.unit == Bilingual("人才办", "Talent Office")


def test_pinyin_stands_in_for_an_unknown_english_name(session: Session) -> None:
    meeting = make.make_meeting(session)
    people = [
        make.make_person(session, "梁永民"),
        make.make_person(session, "陈宝梁", name_en="Baoliang Chen"),
        make.make_person(session, "", name_en="Jiang Jie"),
        make.make_person(session, "东方明", family_name="东"),
    ]
    for rank, person in enumerate(people):
        make.make_attendance(session, meeting, person, rank=rank)
    assert [attendee.person.name for attendee in take(session, meeting.id).attendees] == [
        PersonName("梁永民", "Liang Yongmin", True),
        PersonName("陈宝梁", "Baoliang Chen"),
        PersonName("", "Jiang Jie"),
        PersonName("东方明", "Dong Fangming", True),
    ]


def test_attendees_stand_by_rank_and_nobody_is_left_out_but_nobodies(session: Session) -> None:
    meeting = make.make_meeting(session)
    for rank, name in ((2, "王明"), (1, "李华"), (1, "张三")):
        make.make_attendance(session, meeting, make.make_person(session, name), rank=rank)
    make.make_attendance(session, meeting, None, rank=0)
    assert [attendee.person.name.zh for attendee in take(session, meeting.id).attendees] == ["李华", "张三", "王明"]


def test_what_a_slip_says_is_kept(session: Session) -> None:
    columns = {"claimed_role": "发言", "arrival": "2024-05-19", "room": "301", "remarks_zh": "清真餐", "meals": "午餐"}
    person, substitute = make.make_person(session, "王明"), make.make_person(session, "李华", phone="13812345678")
    meeting = make.make_meeting(session)
    attendance = make.make_attendance(
        session, meeting, person, reply=Reply.SUBSTITUTE, substitute_id=substitute.id, **columns
    )
    attendee = taken_attendee(session, attendance)
    assert attendee == shapes.Attendee(
        id=attendance.id,
        person=shapes.Person(person.id, PersonName("王明", "Wang Ming", True)),
        side_id=None,
        rank=0,
        category=AttendanceCategory.GUEST,
        unit=Bilingual(),
        title=Bilingual(),
        reply=Reply.SUBSTITUTE,
        substitute=shapes.Person(substitute.id, PersonName("李华", "Li Hua", True), phone="13812345678"),
        claimed_role="发言",
        arrival="2024-05-19",
        room="301",
        meals="午餐",
        remarks=Bilingual("清真餐"),
    )


def test_sides_roles_and_groups(session: Session) -> None:
    meeting, unit = make.make_meeting(session), make.make_organization(session)
    side = make.make_side(session, meeting, kind=SideKind.LOCAL, is_host=True, stated_headcount=9)
    make.make_side_unit(session, side, unit)
    make.make_meeting_organization(session, meeting, unit, role=OrganizationRole.ORGANIZER, note_zh="牵头")
    group = make.make_attendee_group(session, meeting, side_id=side.id, qualifier=Qualifier.MORE_THAN)
    snapshot = take(session, meeting.id)
    shape = shapes.Organization(unit.id, Bilingual("武汉大学", "Wuhan University"), kind=unit.kind)
    assert snapshot.sides == (
        shapes.Side(side.id, SideKind.LOCAL, Bilingual("校方", "University side"), True, (shape,), 9),
    )
    assert snapshot.organizations == (shapes.MeetingOrganization(shape, OrganizationRole.ORGANIZER, Bilingual("牵头")),)
    label = Bilingual("教师代表", "faculty representatives")
    assert snapshot.groups == (shapes.AttendeeGroup(group.id, side.id, label, 26, Qualifier.MORE_THAN),)


def test_units_stand_in_the_order_in_which_the_meeting_names_them(session: Session) -> None:
    meeting = make.make_meeting(session)
    first, second, third = (make.make_organization(session, name) for name in ("甲", "乙", "丙"))
    make.make_meeting_organization(session, meeting, third)
    person = make.make_person(session)
    make.make_appointment(session, person, first)
    make.make_attendance(session, meeting, person)
    make.make_plaque(session, meeting, giving_organization_id=second.id, receiving_organization_id=third.id)
    make.make_organization(session, "从未提到")
    assert [unit.name.zh for unit in take(session, meeting.id).all_organizations] == ["丙", "甲", "乙"]


def test_units_above_the_named_ones_stand_behind_them(session: Session) -> None:
    meeting = make.make_meeting(session)
    top = make.make_organization(session, "兰州大学")
    college = make.make_organization(session, "化学化工学院", parent_id=top.id)
    office = make.make_organization(session, "学院办公室", parent_id=college.id)
    make.make_organization_alias(session, top, "兰大")
    make.make_fact(session, organization_id=top.id)
    make.make_meeting_organization(session, meeting, office)
    make.make_meeting_organization(session, meeting, make.make_organization(session, "新区"))
    snapshot = take(session, meeting.id)
    named = [(unit.name.zh, unit.aliases) for unit in snapshot.all_organizations]
    assert named == [("学院办公室", ()), ("新区", ()), ("化学化工学院", ()), ("兰州大学", ("兰大",))]
    assert snapshot.facts == ()  # what is known of the university says nothing about this meeting


def test_units_above_one_another_in_a_circle_stand_once(session: Session) -> None:
    meeting = make.make_meeting(session)
    first = make.make_organization(session, "甲")
    second = make.make_organization(session, "乙", parent_id=first.id)
    first.parent_id = second.id
    make.make_meeting_organization(session, meeting, first)
    assert [unit.name.zh for unit in take(session, meeting.id).all_organizations] == ["甲", "乙"]


def test_units_of_posts_that_are_not_used_here_are_not_named(session: Session) -> None:
    attendance, dean, head = two_posts(session)
    head.organization_id = make.make_organization(session, "别处").id
    make.use_appointment(session, attendance, dean)
    assert [unit.name.zh for unit in take(session, attendance.meeting_id).all_organizations] == ["兰州大学"]


def test_a_unit_with_all_it_knows(session: Session) -> None:
    person = make.make_person(session, "吕明")
    meeting = make.make_meeting(session)
    unit = make.make_organization(
        session, "上党区人民政府", name_en="Shangdang District", credit_code="913502000728319549",
        legal_representative_id=person.id, legal_representative_title_zh="区长", phone="0355-1", notes="n",
    )  # fmt: skip
    make.make_organization_alias(session, unit, "上党区")
    make.make_meeting_organization(session, meeting, unit)
    (taken,) = take(session, meeting.id).all_organizations
    assert taken == shapes.Organization(
        unit.id,
        Bilingual("上党区人民政府", "Shangdang District"),
        kind=unit.kind,
        credit_code="913502000728319549",
        legal_representative=PersonName("吕明", "Lyu Ming", True),
        legal_representative_title=Bilingual("区长"),
        phone="0355-1",
        aliases=("上党区",),
        notes="n",
    )


def test_an_entry_without_a_person_is_a_place_still_open(session: Session) -> None:
    meeting = make.make_meeting(session)
    known = {"unit_override_zh": "云岭县财政局", "title_override_zh": "局长", "remarks_zh": "名单后报"}
    open_place = make.make_attendance(session, meeting, None, rank=1, **known)
    make.make_attendance(session, meeting, None, rank=2, reply=Reply.DECLINED)
    snapshot = take(session, meeting.id)
    words = (Bilingual("云岭县财政局"), Bilingual("局长"), Bilingual("名单后报"))
    assert (snapshot.attendees, snapshot.open_places) == ((), (OpenPlace(open_place.id, None, *words),))
