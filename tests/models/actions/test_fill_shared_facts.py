"""What a batch still lacks, each fact once, and where an answer goes."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy.orm import Session

from models.actions.batch_agreements import BatchCommon, BatchParty, BatchRow, draft_batch
from models.actions.fill_shared_facts import fill_shared_facts
from models.agreement_facts import FactKind, FactPlace
from models.records import Organization
from models.shared_facts import SharedFact, shared_facts
from models.snapshots.shapes import Agreement, MeetingSnapshot
from models.snapshots.take import take_meeting
from tests.factories import TAKEN_AT, make_appointment, make_meeting, make_organization, make_person


def draft(session: Session, template: str) -> tuple[int, ...]:
    meeting = make_meeting(session)
    for name in ("浙江工业职业技术学院", "中益机械", "双鸟集团"):
        make_organization(session, name, name_en="")
    rows = [BatchRow(BatchParty(2)), BatchRow(BatchParty(3))]
    return draft_batch(session, meeting.id, template, BatchCommon(parties=(BatchParty(1),)), rows)


@pytest.fixture
def drafted(session: Session) -> tuple[int, ...]:
    """Two agreements of a college (1) with enterprises (2, 3), in Chinese."""
    return draft(session, "school-enterprise")


@pytest.fixture
def framework(session: Session) -> tuple[int, ...]:
    """Two of another kind, which name whom to ask."""
    return draft(session, "strategic-framework")


def meeting_of(session: Session) -> MeetingSnapshot:
    session.flush()
    return take_meeting(session, 1, taken_at=TAKEN_AT)


def lacking(session: Session, drafted: tuple[int, ...], **given: Any) -> dict[str, list[SharedFact]]:
    """The shared facts by name."""
    found: dict[str, list[SharedFact]] = {}
    for fact in shared_facts(meeting_of(session), drafted, **given):
        found.setdefault(fact.name, []).append(fact)
    return found


def agreements(session: Session) -> tuple[Agreement, ...]:
    return meeting_of(session).agreements


def test_what_all_are_asked_for_is_one_row(session: Session, drafted: tuple[int, ...]):
    (court,) = lacking(session, drafted)["court"]
    assert (court.about, court.needed_by, len(court.places)) == (None, drafted, 2)
    each = lacking(session, drafted, together=False)["court"]
    assert [one.needed_by for one in each] == [(drafted[0],), (drafted[1],)]


def test_one_answer_goes_into_each(session: Session, drafted: tuple[int, ...]):
    facts = lacking(session, drafted)
    given = [
        (facts["court"][0].places, {"zh": "嵊州市人民法院"}),
        (facts["agreement.term_years"][0].places, {"": 3}),
        (facts["fields"][0].places, {"zh": "技术攻关、培训"}),
    ]
    fill_shared_facts(session, given)
    after = agreements(session)
    assert [one.variables[0].value.zh for one in after] == ["嵊州市人民法院"] * 2
    assert [(one.term_years, [area.zh for area in one.areas]) for one in after] == [(3, ["技术攻关", "培训"])] * 2
    assert not {"court", "agreement.term_years", "fields"} & lacking(session, drafted).keys()


def test_the_liaison_of_the_unit_of_all_is_asked_once_and_of_others_each(session: Session, framework: tuple[int, ...]):
    facts = lacking(session, framework)
    ours, theirs = facts["liaison_a.dept"], facts["liaison_b.dept"]
    assert [(one.about.zh if one.about else "", len(one.places)) for one in ours] == [("浙江工业职业技术学院", 2)]
    assert [one.about.zh if one.about else "" for one in theirs] == ["中益机械", "双鸟集团"]


def test_facts_of_one_name_stand_side_by_side(session: Session, drafted: tuple[int, ...]):
    names = [fact.name for fact in shared_facts(meeting_of(session), drafted)]
    assert sum(one != other for one, other in pairwise(names)) == len(set(names)) - 1


def test_a_contact_brings_the_department_of_the_post(session: Session, framework: tuple[int, ...]):
    contact = make_person(session, "李强")
    make_appointment(session, contact, session.get_one(Organization, 1), department_zh="产学合作处")
    firsts = [(one.id, one.parties[0].id) for one in agreements(session)]
    places = [(number, FactPlace(FactKind.PERSON, "agreement_party", row, "liaison_id", "")) for number, row in firsts]
    fill_shared_facts(session, [(places, {"": contact.id})])
    assert [one.parties[0].liaison_department.zh for one in agreements(session)] == ["产学合作处"] * 2
    assert "liaison_a.dept" not in lacking(session, framework)


def test_other_agreements_are_not_asked_about(session: Session, drafted: tuple[int, ...]):
    assert {fact.needed_by for fact in shared_facts(meeting_of(session), drafted[:1])} == {drafted[:1]}
    assert shared_facts(meeting_of(session), ()) == ()
