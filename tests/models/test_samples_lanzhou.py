"""Lanzhou University's chemists and Lanzhou New Area: where every fact of the report is found."""

from __future__ import annotations

from datetime import date

from models.codes import (
    AgendaKind,
    AttendanceCategory,
    Confidence,
    CooperationStatus,
    DatePrecision,
    FactKind,
    Level,
    MeetingKind,
    OrganizationRole,
    Qualifier,
    VisitPhase,
)
from models.snapshots.shapes import AgendaItem, Bilingual
from tests.sample_meetings import sample_meetings

MEETING = sample_meetings()["lanzhou-lzu"]


def presenters(item: AgendaItem) -> list[str]:
    """Who presents, as far as names go."""
    people = [presenter.attendee.person.name.en for presenter in item.presenters if presenter.attendee]
    return people + [presenter.group.label.en for presenter in item.presenters if presenter.group]


def test_the_meeting_has_its_kind_date_and_place():
    meeting = MEETING.meeting
    assert meeting.title.zh == "化学化工学院与兰州新区化工园区校企合作对接会"
    assert meeting.kinds == (MeetingKind.MATCHMAKING, MeetingKind.INSPECTION)
    assert (meeting.starts_on, meeting.date_precision) == (date(2022, 5, 20), DatePrecision.YEAR_INFERRED)
    assert meeting.city == Bilingual("兰州新区", "Lanzhou New Area")
    assert "政产学研融合" in meeting.purpose.zh


def test_nothing_was_signed():
    assert (MEETING.agreements, MEETING.batches, MEETING.plaques) == ((), (), ())


def test_the_new_area_is_host():
    (organizer,) = MEETING.organizations
    assert (organizer.organization.name.zh, organizer.role) == ("兰州新区科技发展局", OrganizationRole.HOST)
    college, area = MEETING.sides
    assert [unit.name.zh for unit in college.units] == ["兰州大学化学化工学院", "功能有机分子化学国家重点实验室"]
    assert [unit.name.zh for unit in area.units] == ["兰州新区科技发展局", "兰州新区化工园区管理办公室"]
    assert (college.is_host, area.is_host) == (False, True)


def test_six_people_are_named_with_unit_and_title():
    guest, host = AttendanceCategory.GUEST, AttendanceCategory.HOST
    shown = [(one.person.name.en, one.unit.zh, one.title.zh, one.title.en, one.category) for one in MEETING.attendees]
    party = "Deputy Secretary of the Party Committee"
    assert shown == [
        ("Liang Yongmin", "兰州大学化学化工学院", "院长", "Dean", guest),
        ("Wang Wei", "功能有机分子化学国家重点实验室", "主任", "Director", guest),
        ("Jia Jing", "兰州大学化学化工学院", "党委副书记", party, guest),
        ("Yang Tianyue", "兰州新区科技发展局", "局长", "Director", host),
        ("Wang Yiqiang", "兰州新区科技发展局", "副局长", "Deputy Director", host),
        ("Zhou Peng", "兰州新区化工园区管理办公室", "负责人", "Head", host),
    ]


def test_five_of_them_have_no_chinese_name():
    assert [one.person.name.zh for one in MEETING.attendees] == ["梁永民", "", "", "", "", ""]


def test_the_unnamed_are_counted_as_the_report_counts_them():
    exact = Qualifier.EXACT
    assert [
        (group.label.zh, group.stated_count, group.qualifier, group.counts_organizations) for group in MEETING.groups
    ] == [
        ("教师代表", 26, exact, False),
        ("参会企业", 30, exact, True),
    ]


def test_the_party_as_a_whole_is_not_counted_beside_its_parts():
    note = MEETING.sides[0].note
    assert note.zh == "报道称“一行”，总人数未说明；会后赴意向企业考察的为部分教师，人数未说明"
    assert [attendee.remarks for attendee in MEETING.attendees] == [Bilingual()] * 6


def test_the_agenda_has_ten_items_in_order():
    kinds = AgendaKind
    assert [(item.kind, item.title.zh, presenters(item)) for item in MEETING.agenda] == [
        (kinds.OPENING, "会议开始", []),
        (kinds.INTRODUCTION, "介绍新区情况", ["Yang Tianyue"]),
        (kinds.INTRODUCTION, "介绍化工园区建设情况", ["Zhou Peng"]),
        (kinds.ADDRESS, "院长讲话", ["Liang Yongmin"]),
        (kinds.ADDRESS, "国家重点实验室主任讲话", ["Wang Wei"]),
        (kinds.ADDRESS, "学院党委副书记讲话", ["Jia Jing"]),
        (kinds.INTRODUCTION, "26位教师代表依次介绍专业特长和研究方向", ["faculty representatives"]),
        (kinds.INTRODUCTION, "30家参会企业介绍技术创新情况和技术创新需求", ["participating companies"]),
        (kinds.EXCHANGE, "自由交流", []),
        (kinds.VISIT, "会后赴意向企业实地考察", []),
    ]


def test_the_agenda_has_a_chair_and_no_times():
    chair = MEETING.agenda[0].moderator
    assert chair is not None
    assert chair.person.name.en == "Yang Tianyue"
    assert {(item.start, item.minutes, item.talk_minutes) for item in MEETING.agenda} == {(None, None, None)}


def test_what_the_new_area_introduces_is_kept():
    assert MEETING.agenda[1].detail.zh == "介绍新区经济社会发展、科技创新、产学研合作等有关情况。"


def test_the_remarks_hang_on_speaker_and_item():
    remarks = [fact for fact in MEETING.facts if fact.kind is FactKind.REMARK]
    assert [fact.subject.en for fact in remarks] == ["Liang Yongmin", "Wang Wei", "Jia Jing"]
    assert [fact.agenda_item_id for fact in remarks] == [item.id for item in MEETING.agenda[3:6]]
    liang, wang, jia = (fact.text.zh for fact in remarks)
    for words in ("发挥双方资源优势", "解决企业难题", "促进先进成果转化", "访企拓岗", "扎根新区"):
        assert words in liang
    assert wang == "希望双方在机构建设、应用转化等方面进一步合作交流。"
    assert jia == "期待双方在提升学生实践能力、搭建就业平台等方面开展多维度合作。"


def test_the_topics_policies_and_purpose_are_kept():
    topics = [fact.text for fact in MEETING.facts if fact.kind is FactKind.TOPIC]
    assert [text.zh for text in topics] == ["人才培养", "科研合作", "产教研融合"]
    policies = [(fact.indicator.zh, fact.level) for fact in MEETING.facts if fact.kind is FactKind.POLICY]
    assert policies == [("“强科技”行动", Level.NONE), ("“访企拓岗”行动", Level.NATIONAL)]


def test_part_of_the_teachers_visits_intended_enterprises_afterwards():
    (route,) = MEETING.routes
    assert (route.phase, route.participants.zh) == (VisitPhase.AFTER, "部分教师")
    (stop,) = route.stops
    assert (stop.place.zh, stop.organization) == ("意向企业", None)
    assert stop.activity.zh == "实地考察，调研技术需求"


def test_the_intended_enterprises_are_one_open_intent():
    (intent,) = MEETING.cooperations
    assert (intent.status, intent.local) == (CooperationStatus.INTENT, None)
    assert intent.unresolved.zh == "意向企业的名称、数目报道未说明"
    steps = [fact.text.zh for fact in MEETING.facts if fact.kind is FactKind.NEXT_STEP]
    assert steps == ["为下一步实质性科研合作作准备"]


def test_the_report_and_its_images_are_named():
    (source,) = MEETING.sources
    assert source.title.startswith("College of Chemistry and Chemical Engineering and Lanzhou New District")
    assert (source.published, source.authors) == ("2022-05-22 10:03:00", "")
    assert [photo.file_name for photo in MEETING.photos] == ["1657246372468255.png", "22.png", "33.png", "44.png"]


def test_names_without_characters_and_fused_units_are_readings():
    readings = {reading.original: (reading.reading.zh, reading.confidence) for reading in MEETING.readings}
    assert len(MEETING.readings) == 14
    assert readings["Liang Yongmin"] == ("梁永民", Confidence.HIGH)
    for name in ("Wang Wei", "Jia Jing", "Yang Tianyue", "Wang Yiqiang", "Zhou Peng"):
        assert readings[name] == ("", Confidence.UNRESOLVED)
    assert readings["Lanzhou New District"] == ("兰州新区", Confidence.HIGH)
    assert readings['"visiting enterprises and expanding jobs" action'] == ("“访企拓岗”行动", Confidence.HIGH)
    assert readings["and Chemical Engineering Jia Jing, deputy secretary of the party committee of the college"] == (
        "化学化工学院党委副书记",
        Confidence.HIGH,
    )
