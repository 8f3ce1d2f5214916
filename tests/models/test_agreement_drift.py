"""What a frozen text printed against what the records say now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from models.agreement_drift import EDITION, Drift, drift_of, drift_since, printed_facts
from models.snapshots.shapes import Agreement, Bilingual, MeetingSnapshot
from tests.sample_meetings import sample_meetings
from tests.sample_snapshots import both

MEETING = sample_meetings()["demo-full"]
AGREEMENT = MEETING.agreements[0]
SIGNATORY = AGREEMENT.parties[0].signatory
BASES = next(one.bases for one in MEETING.cooperations if one.id == AGREEMENT.cooperation_id)


def changed(agreement: Agreement, **fields: Any) -> Agreement:
    """The agreement with its first party otherwise."""
    first = replace(agreement.parties[0], **fields)
    return replace(agreement, parties=(first, *agreement.parties[1:]))


def drift(snapshot: MeetingSnapshot = MEETING, agreement: Agreement = AGREEMENT) -> tuple[Drift, ...]:
    """What differs from the text of the sample."""
    return drift_of(printed_facts(MEETING, AGREEMENT), printed_facts(snapshot, agreement))


def test_nothing_differs_as_long_as_nothing_changes():
    assert drift() == ()


def test_a_new_capacity_is_told_with_both_words_and_its_place():
    capacity = Bilingual("书记", "Party Secretary")
    found = drift(agreement=changed(AGREEMENT, capacity=capacity))
    place = f"agreements/{AGREEMENT.key}/parties/1/capacity"
    assert found == (Drift("party_a.capacity", AGREEMENT.parties[0].capacity, capacity, place),)


def test_a_change_of_post_in_the_list_of_people_is_told():
    assert SIGNATORY is not None
    (attendee,) = (one for one in MEETING.attendees if one.person.id == SIGNATORY.id)
    title = Bilingual("县委书记", "County Party Secretary")
    attendees = tuple(replace(one, title=title) if one is attendee else one for one in MEETING.attendees)
    found = drift(replace(MEETING, attendees=attendees))
    assert found == (Drift("party_a.post", attendee.title, title, f"people/{attendee.id}/title_zh"),)


def test_what_the_text_does_not_name_is_no_drift():
    meeting = replace(MEETING.meeting, city=Bilingual("他市", "Elsewhere"), theme=Bilingual("别的", "Other"))
    assert drift(replace(MEETING, meeting=meeting)) == ()


def first_base(**fields: Any) -> Agreement:
    """The agreement with its first base otherwise."""
    (first, *others) = AGREEMENT.bases or BASES
    return replace(AGREEMENT, bases=(replace(first, **fields), *others))


def test_only_what_the_text_prints_of_a_list_is_drift():
    name, remarks = both("新基地", "New Base"), both("备注", "Remarks")
    assert [one.name for one in drift(agreement=first_base(name=name))] == ["bases"]
    assert drift(agreement=first_base(local=None, partner=None, remarks=remarks)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "{% for one in bases %}{{ one.local_zh }}{% endfor %}",
        "{{ bases | each('local_zh') | join }}",
        "{{ bases[0].local_zh }}",
        "{% for 一处 in 各基地 %}{{ 一处.local_zh }}{% endfor %}",
    ],
)
def test_a_loop_prints_what_it_names_of_each(text: str):
    clause = replace(AGREEMENT.clauses[1], body=both(text))
    before, after = (replace(one, clauses=(clause,)) for one in (first_base(), first_base(local=None)))
    found = drift_of(printed_facts(MEETING, before), printed_facts(MEETING, after))
    assert "bases.1.local" in [one.name for one in found]


def test_a_project_of_the_annex_that_changes_is_drift():
    cooperations = tuple(replace(one, content=both("别的内容", "Other")) for one in MEETING.cooperations)
    assert [one.name for one in drift(replace(MEETING, cooperations=cooperations))] == ["projects.1.content"]


def test_what_came_and_what_went_is_told():
    facts = {"party_a.uscc": {"zh": "1", "en": "1", "place": "a"}}
    assert drift_of({}, facts) == (Drift("party_a.uscc", Bilingual(), Bilingual("1", "1"), "a"),)
    assert drift_of(facts, {}) == (Drift("party_a.uscc", Bilingual("1", "1"), Bilingual(), "a"),)


def kept_without(*names: str, edition: int = EDITION, **more: object) -> dict[str, object]:
    """What a revision of the sample kept, but for some facts."""
    facts = printed_facts(MEETING, AGREEMENT) | {"#edition": edition} | more
    return {name: fact for name, fact in facts.items() if name not in names}


def test_a_blank_that_was_filled_since_is_drift():
    found = drift_since(kept_without("party_a.uscc"), MEETING, AGREEMENT)
    assert [(one.name, one.frozen) for one in found] == [("party_a.uscc", Bilingual())]


def test_a_fact_that_an_earlier_edition_did_not_keep_is_no_drift():
    assert drift_since(kept_without("party_a.uscc", edition=EDITION - 1), MEETING, AGREEMENT) == ()
    assert drift_since(kept_without("party_a.uscc", "#edition"), MEETING, AGREEMENT) == ()


def test_a_fact_that_is_not_kept_any_more_is_no_drift():
    unprinted = {"bases.1.remarks": {"zh": "备注", "en": "Remarks", "place": ""}}
    assert drift_since(kept_without(edition=1, **unprinted), MEETING, AGREEMENT) == ()


def test_what_an_earlier_edition_kept_is_compared():
    was = {"party_a.uscc": {"zh": "1", "en": "1", "place": ""}}
    assert [one.name for one in drift_since(kept_without(edition=1, **was), MEETING, AGREEMENT)] == ["party_a.uscc"]


def test_numbers_of_people_are_kept_only_where_the_text_prints_them():
    letters = [name for name in printed_facts(MEETING, AGREEMENT) if name.endswith((".phone", ".email"))]
    without = replace(AGREEMENT, clauses=AGREEMENT.clauses[:1])
    assert letters != []
    assert [name for name in printed_facts(MEETING, without) if name.endswith((".phone", ".email"))] == []


def test_further_facts_come_with_a_further_edition():
    """Where this fails because a fact was added: raise EDITION, then add the fact here."""
    facts = [name for name in printed_facts(MEETING, AGREEMENT) if name.startswith("party_a.")]
    own = (
        "label name unit short uscc address region legal_rep legal_rep_title signatory capacity contact contact_dept"
        " phone originals originals_cap post"
    )
    assert (EDITION, sorted(facts)) == (2, sorted(f"party_a.{detail}" for detail in own.split()))
