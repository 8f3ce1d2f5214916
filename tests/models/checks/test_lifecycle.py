"""Findings about final texts that the records have left behind, and about steps still open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.agreement_assembly import packed_terms
from models.agreement_drift import printed_facts
from models.checks.finding import Finding, notice, warning
from models.checks.lifecycle import check_lifecycle
from models.codes import AgreementMark, AgreementStatus, RevisionKind
from models.final_texts import clauses_differ, final_drift, final_revision
from models.snapshots.shapes import Agreement, Approval, Bilingual, ChecklistItem, MeetingSnapshot, Revision
from tests.sample_meetings import sample_meetings

MEETING = sample_meetings()["demo-full"]
DRAFT = MEETING.agreements[0]
REVISION = Revision(
    id=1,
    number=3,
    language="zh",
    content_hash="0" * 64,
    blocks={},
    frozen_at=None,
    facts=printed_facts(MEETING, DRAFT),
    terms=packed_terms(DRAFT.clauses),
)
APPROVAL = Approval(1, AgreementMark.FINAL, 3, "县司法局", None)
PLACE = f"agreements/{DRAFT.key}/life"
TITLE = DRAFT.title.zh


def final(**changes: Any) -> Agreement:
    """The agreement as it was made final and approved."""
    usual = {"status": AgreementStatus.FINAL, "revisions": (REVISION,), "approvals": (APPROVAL,)}
    return replace(DRAFT, **usual | changes)


def found(agreement: Agreement, meeting: MeetingSnapshot = MEETING) -> list[Finding]:
    """What the check says of this agreement alone."""
    return list(check_lifecycle(replace(meeting, agreements=(agreement,))))


def with_capacity(agreement: Agreement, capacity: Bilingual) -> Agreement:
    first = replace(agreement.parties[0], capacity=capacity)
    return replace(agreement, parties=(first, *agreement.parties[1:]))


def test_a_final_text_that_is_up_to_date_is_fine():
    assert found(final()) == []
    assert found(DRAFT) == []


def test_numbers_and_addresses_of_people_are_not_spelled_out():
    facts = {"party_a.phone": {"zh": "13812345678", "en": "13812345678"}, "party_a.email": {"zh": "a@b.cn", "en": ""}}
    both = final(revisions=(replace(REVISION, facts=facts),))
    told = {
        dict(one.values)["variable"]: dict(one.values)["frozen"] for one in found(both) if one.code == "fact_drifted"
    }
    assert (told["party_a.phone"], told["party_a.email"]) == ("138****5678", "a***@b.cn")


def test_a_text_changed_after_its_approval_is_told():
    changed = replace(REVISION, id=2, number=4, content_hash="1" * 64)
    both = final(revisions=(REVISION, changed))
    values = {"agreement": TITLE, "approved": 3, "final": 4}
    assert found(both) == [notice("final_not_as_approved", PLACE, **values)]
    same = final(revisions=(REVISION, replace(changed, content_hash=REVISION.content_hash)))
    by_mouth = replace(both, approvals=(replace(APPROVAL, revision_number=None),))
    assert (found(same), found(by_mouth)) == ([], [])


def test_a_new_capacity_is_told_with_the_name_of_the_signatory():
    before, now = DRAFT.parties[0].capacity, Bilingual("书记", "Secretary")
    signatory = DRAFT.parties[0].signatory
    assert signatory is not None
    words = {"person": signatory.name.zh, "agreement": TITLE, "now": "书记", "frozen": before.zh}
    assert found(with_capacity(final(), now)) == [warning("post_drifted", f"{PLACE}/drift/party_a.capacity", **words)]


def test_another_fact_is_told_by_its_name_and_a_blank_as_a_blank():
    agreement = final(number="", revisions=(REVISION,))
    words = {"variable": "agreement.no", "agreement": TITLE, "now": "（空）", "frozen": DRAFT.number}
    assert found(agreement) == [warning("fact_drifted", f"{PLACE}/drift/agreement.no", **words)]


def test_what_is_filled_in_by_hand_at_the_signing_is_no_difference():
    blank = {name: fact for name, fact in REVISION.facts.items() if name != "agreement.no"}
    signed = final(status=AgreementStatus.SIGNED, revisions=(replace(REVISION, facts=blank),))
    assert final_drift(MEETING, signed) == ()
    assert [drift.name for drift in final_drift(MEETING, replace(signed, status=AgreementStatus.FINAL))] == [
        "agreement.no"
    ]


def test_clauses_changed_behind_a_final_text_are_told():
    changed = final(clauses=DRAFT.clauses[1:])
    assert clauses_differ(changed)
    assert warning("final_clauses_changed", PLACE, agreement=TITLE) in found(changed)


def test_an_open_checklist_and_a_missing_approval_are_told_until_it_is_signed():
    items = (ChecklistItem(1, "copies", Bilingual("份数")), ChecklistItem(2, "", Bilingual("报批"), done=True))
    agreement = final(checklist=items, approvals=())
    assert found(agreement) == [
        notice("checklist_open", PLACE, agreement=TITLE, items="份数"),
        notice("final_without_approval", PLACE, agreement=TITLE),
    ]
    assert found(replace(agreement, status=AgreementStatus.SIGNED)) == []


def test_the_newest_frozen_text_counts_and_none_of_a_text_that_was_opened_again():
    older, kept = replace(REVISION, number=1), replace(REVISION, number=9, kind=RevisionKind.KEPT)
    assert final_revision(final(revisions=(REVISION, older, kept))) is REVISION
    assert final_revision(final(status=AgreementStatus.DRAFT)) is None
