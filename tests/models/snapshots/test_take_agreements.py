"""Cooperations, agreements, ceremony and facts of a snapshot."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from models.codes import Confidence, CooperationStatus, FactKind, Qualifier, RoundPart
from models.snapshots import shapes
from models.snapshots.shapes import Bilingual
from tests import factories as make
from tests.models.snapshots.test_take import take

TYPE = Bilingual("高校优质生源基地", "Quality Student Source Base")


def test_a_base_is_called_by_its_type_unless_it_has_a_name(session: Session) -> None:
    meeting, kind = make.make_meeting(session), make.make_base_type(session)
    make.make_base(session, meeting_id=meeting.id, base_type_id=kind.id, annual_quota=200)
    make.make_base(session, meeting_id=meeting.id, base_type_id=kind.id, name_zh="上党一中基地", position=1)
    make.make_base(session, meeting_id=meeting.id, name_zh="其他", position=2)
    taken = [(base.type_code, base.type_name, base.name) for base in take(session, meeting.id).bases]
    named = Bilingual("上党一中基地")
    assert taken == [("B06", TYPE, TYPE), ("B06", TYPE, named), ("", Bilingual(), Bilingual("其他"))]


def test_bases_stand_with_their_cooperation_and_agreement(session: Session) -> None:
    meeting = make.make_meeting(session)
    cooperation, agreement = make.make_cooperation(session, meeting), make.make_agreement(session, meeting)
    make.make_base(session, meeting_id=meeting.id, cooperation_id=cooperation.id, name_zh="一")
    make.make_base(session, agreement_id=agreement.id, cooperation_id=cooperation.id, name_zh="二", position=1)
    snapshot = take(session, meeting.id)
    assert [base.name.zh for base in snapshot.cooperations[0].bases] == ["一", "二"]
    assert [base.name.zh for base in snapshot.agreements[0].bases] == ["二"]
    assert snapshot.bases == ()


def test_a_cooperation_with_what_became_of_it(session: Session) -> None:
    meeting, person = make.make_meeting(session), make.make_person(session)
    cooperation = make.make_cooperation(session, meeting, amount=Decimal("100000.50"))
    make.make_responsible(session, cooperation, person_id=person.id, role_zh="牵头人")
    make.make_follow_up(session, cooperation, author="王明")
    make.make_outcome(session, cooperation_id=cooperation.id, qualifier=Qualifier.MORE_THAN)
    (taken,) = take(session, meeting.id).cooperations
    assert taken.amount == Decimal("100000.50")
    assert taken.responsible == (
        shapes.Responsible(
            shapes.Person(person.id, shapes.PersonName("梁涛", "Liang Tao", True)), None, Bilingual("牵头人")
        ),
    )
    status = CooperationStatus.LEAD
    assert taken.follow_ups == (shapes.FollowUp(date(2024, 5, 20), status, Bilingual("签约", "Signed"), "王明"),)
    metric = Bilingual("解决技术难题", "problems solved")
    assert taken.outcomes == (shapes.Outcome(metric, Decimal(39), Qualifier.MORE_THAN),)


def test_parties_areas_and_variables_keep_their_order(session: Session) -> None:
    meeting, unit = make.make_meeting(session), make.make_organization(session)
    agreement = make.make_agreement(session, meeting)
    make.make_party(session, agreement, None, is_witness=True, position=2)
    make.make_party(session, agreement, unit, originals=2, position=1, liaison_phone="1")
    make.make_area(session, agreement, "二", position=1)
    make.make_area(session, agreement, "一", position=0)
    make.make_variable(session, agreement, "court", "上党区人民法院", "Shangdang Court")
    snapshot = take(session, meeting.id)
    (taken,) = snapshot.agreements
    assert taken.parties == (
        shapes.AgreementParty(snapshot.all_organizations[0], originals=2, liaison_phone="1"),
        shapes.AgreementParty(None, is_witness=True),
    )
    assert [area.zh for area in taken.areas] == ["一", "二"]
    assert taken.variables == (shapes.Variable("court", Bilingual("上党区人民法院", "Shangdang Court")),)


def test_clauses_lie_below_one_another(session: Session) -> None:
    meeting = make.make_meeting(session)
    agreement = make.make_agreement(session, meeting)
    second = make.make_clause(session, agreement, "second", position=1)
    make.make_clause(session, agreement, "first", position=0)
    make.make_clause(session, agreement, "b", parent_id=second.id, position=1)
    make.make_clause(session, agreement, "a", parent_id=second.id, position=0)
    (taken,) = take(session, meeting.id).agreements
    assert [(clause.key, [child.key for child in clause.children]) for clause in taken.clauses] == [
        ("first", []),
        ("second", ["a", "b"]),
    ]


def test_revisions_stand_by_number(session: Session) -> None:
    agreement = make.make_agreement(session, make.make_meeting(session))
    for number in (2, 1):
        make.make_revision(session, agreement, number=number, blocks={"n": number}, author="王明")
    (taken,) = take(session, agreement.meeting_id).agreements
    assert [(revision.number, revision.blocks) for revision in taken.revisions] == [(1, {"n": 1}), (2, {"n": 2})]


def test_rounds_with_agreements_and_people_on_stage(session: Session) -> None:
    meeting = make.make_meeting(session)
    signing = make.make_round(session, meeting)
    right, left = (make.make_agreement(session, meeting, key) for key in ("right", "left"))
    make.make_round_agreement(session, signing, right, position=1)
    make.make_round_agreement(session, signing, left, position=0)
    attendance = make.make_attendance(session, meeting, make.make_person(session))
    nobody = make.make_attendance(session, meeting, None)
    signs = make.make_round_person(session, signing, attendance, part=RoundPart.SIGNATORY, agreement_id=left.id)
    make.make_round_person(session, signing, nobody, position=1)
    snapshot = take(session, meeting.id)
    person = shapes.RoundPerson(snapshot.attendees[0], RoundPart.SIGNATORY, left.id, signs.id)
    title = Bilingual("第一轮", "Round 1")
    assert snapshot.rounds == (shapes.SigningRound(signing.id, title, (left.id, right.id), (person,)),)


def test_seats_stand_by_row_and_place(session: Session) -> None:
    meeting = make.make_meeting(session)
    plan = make.make_seat_plan(session, meeting)
    for row, position in ((1, 0), (0, 1), (0, 0)):
        make.make_seat(session, plan, row=row, position=position, label=f"{row}-{position}")
    (taken,) = take(session, meeting.id).seat_plans
    assert [seat.label for seat in taken.seats] == ["0-0", "0-1", "1-0"]


def test_facts_say_what_they_are_about(session: Session) -> None:
    meeting, unit, person = make.make_meeting(session), make.make_organization(session), make.make_person(session)
    cooperation = make.make_cooperation(session, meeting)
    item = make.make_agenda_item(session, meeting)
    make.make_meeting_organization(session, meeting, unit)
    make.make_attendance(session, meeting, person)
    make.make_fact(session, meeting_id=meeting.id)
    make.make_fact(session, cooperation_id=cooperation.id)
    make.make_fact(session, agenda_item_id=item.id, person_id=person.id, kind=FactKind.REMARK)
    make.make_fact(session, organization_id=unit.id, kind=FactKind.HONOR)
    assert [(fact.kind, fact.subject) for fact in take(session, meeting.id).facts] == [
        (FactKind.STATISTIC, Bilingual()),
        (FactKind.STATISTIC, Bilingual("干部人才培训", "Training of officials")),
        (FactKind.REMARK, Bilingual("梁涛", "Liang Tao")),
        (FactKind.HONOR, Bilingual("武汉大学", "Wuhan University")),
    ]


def test_what_a_unit_did_at_another_meeting_stays_there(session: Session) -> None:
    meeting, other = make.make_meeting(session), make.make_meeting(session, "other")
    unit = make.make_organization(session)
    make.make_meeting_organization(session, meeting, unit)
    make.make_fact(session, meeting_id=other.id, organization_id=unit.id)
    assert take(session, meeting.id).facts == ()


def test_reports_photos_and_readings(session: Session) -> None:
    meeting = make.make_meeting(session)
    make.make_source(session, meeting, text="……", authors="闫海清", machine_translated=True)
    make.make_photo(session, meeting)
    make.make_reading(session, meeting, basis="S02")
    snapshot = take(session, meeting.id)
    assert snapshot.sources == (
        shapes.SourceDocument("校地合作再结硕果", authors="闫海清", language="zh", machine_translated=True, text="……"),
    )
    assert snapshot.photos == (shapes.Photo("1.jpg", Bilingual("授牌仪式现场", "The ceremony")),)
    high = Confidence.HIGH
    reading = shapes.Reading("organization", "", "", "Linyi City", Bilingual("临汾市"), high, "S02")
    assert snapshot.readings == (reading,)
