"""From draft through review and signing to the archive; a final text is not edited."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import edit_agreement, edit_clauses, fill_fact, lifecycle
from models.actions.create_agreement import duplicate_agreement, rename_agreement_key
from models.actions.edit_record import set_fields
from models.actions.revisions import reopen
from models.agreement_assembly import Assembled, packed_agreement, packed_terms
from models.agreement_drift import Drift, printed_facts
from models.agreement_facts import FactKind, FactPlace
from models.codes import AgreementMark, AgreementStatus, RevisionKind
from models.errors import KnownError
from models.records import Agreement, AuditEntry, Revision
from models.rules.agreement_steps import Step, steps_from
from models.snapshots.shapes import Bilingual
from models.snapshots.take import take_meeting
from tests import factories as make

AT, DAY = datetime(2024, 5, 18, 4, 0, tzinfo=UTC), date(2024, 5, 20)
DRAFT, REVIEW, FINAL, SIGNED, ARCHIVED = AgreementStatus


@pytest.fixture
def agreement(session: Session) -> Agreement:
    """A draft with a party and a clause."""
    made = make.make_agreement(session, make.make_meeting(session))
    signatory = make.make_person(session, "李强")
    make.make_party(session, made, make.make_organization(session), signatory_id=signatory.id, capacity_zh="副书记")
    make.make_clause(session, made)
    session.refresh(made)
    return made


def assembled(session: Session, agreement: Agreement) -> Assembled:
    """The text as the worker hands it over, made of what is stored now."""
    session.flush()
    snapshot = take_meeting(session, agreement.meeting_id, taken_at=AT)
    (shape,) = (one for one in snapshot.agreements if one.id == agreement.id)
    return Assembled(
        key=agreement.key,
        language="zh",
        content_hash="a" * 64,
        halves={},
        hashes={},
        agreement=packed_agreement(shape),
        facts=printed_facts(snapshot, shape),
        terms=packed_terms(shape.clauses),
    )


def finalize(session: Session, agreement: Agreement) -> int:
    """The text frozen."""
    return lifecycle.make_final(session, agreement.id, assembled(session, agreement), author="office", at=AT)


def refusal(work: Callable[[], object]) -> str:
    """The code with which something is refused."""
    with pytest.raises(KnownError) as caught:
        work()
    return caught.value.code


def take(session: Session, agreement: Agreement, step: Step) -> object:
    """Take a step."""
    acts: dict[Step, Callable[[], object]] = {
        Step.SEND: lambda: lifecycle.send_to_review(session, agreement.id),
        Step.WITHDRAW: lambda: lifecycle.withdraw_from_review(session, agreement.id),
        Step.FINALIZE: lambda: finalize(session, agreement),
        Step.REOPEN: lambda: reopen(session, agreement.id, reason="更正", author="office", at=AT),
        Step.SIGN: lambda: lifecycle.mark_signed(session, agreement.id, signed_on=DAY),
        Step.ARCHIVE: lambda: lifecycle.archive(session, agreement.id, archived_on=DAY, number="2024-7"),
        Step.TAKE_BACK: lambda: lifecycle.take_back(session, agreement.id, reason="误", author="office", at=AT),
    }
    return acts[step]()


def bring_to(session: Session, agreement: Agreement, status: AgreementStatus) -> None:
    """The shortest way to a state."""
    ways = {DRAFT: [], REVIEW: [Step.SEND], FINAL: [Step.FINALIZE], SIGNED: [Step.FINALIZE, Step.SIGN]}
    for step in {**ways, ARCHIVED: [Step.FINALIZE, Step.SIGN, Step.ARCHIVE]}[status]:
        take(session, agreement, step)


@pytest.mark.parametrize("status", AgreementStatus)
def test_other_steps_than_those_told_are_refused(session: Session, agreement: Agreement, status: AgreementStatus):
    bring_to(session, agreement, status)
    others = [step for step in Step if step not in steps_from(status, frozen=status in (FINAL, SIGNED, ARCHIVED))]
    codes = {refusal(lambda step=step: take(session, agreement, step)) for step in others}
    assert codes <= {"step_not_allowed", "agreement_not_final", "agreement_is_signed"}
    assert agreement.status is status


def test_review_may_be_ended_and_a_final_text_opened_again(session: Session, agreement: Agreement):
    passed = []
    for step in (Step.SEND, Step.WITHDRAW, Step.SEND, Step.FINALIZE, Step.REOPEN, Step.FINALIZE):
        take(session, agreement, step)
        passed.append(agreement.status)
    assert passed == [REVIEW, DRAFT, REVIEW, FINAL, DRAFT, FINAL]


def test_a_text_goes_round_under_its_mark_with_the_usual_checklist(session: Session, agreement: Agreement):
    text = assembled(session, agreement)
    kept = {"mark": AgreementMark.FOR_COMMENT, "name": "征求意见稿", "note": "发校方", "author": "office", "at": AT}
    assert lifecycle.send_to_review(session, agreement.id, assembled=text, **kept) == 1
    revision = session.scalars(select(Revision)).one()
    assert (revision.kind, revision.name, revision.note) == (RevisionKind.KEPT, "征求意见稿", "发校方")
    assert (agreement.status, agreement.mark) == (REVIEW, AgreementMark.FOR_COMMENT)
    assert [item.key for item in agreement.checklist] == ["legality_review", "decision", "authorization", "copies"]
    lifecycle.set_mark(session, agreement.id, AgreementMark.FOR_REVIEW)
    assert agreement.mark is AgreementMark.FOR_REVIEW
    assert refusal(lambda: lifecycle.set_mark(session, agreement.id, AgreementMark.FINAL)) == "step_not_allowed"


def test_the_state_set_by_hand_takes_the_same_step(session: Session, agreement: Agreement):
    edit_agreement.edit_agreement(session, agreement.id, {"status": REVIEW})
    assert (agreement.mark, len(agreement.checklist)) == (AgreementMark.FOR_REVIEW, 4)
    edit_agreement.edit_agreement(session, agreement.id, {"status": DRAFT})
    assert (agreement.status, agreement.mark, len(agreement.checklist)) == (DRAFT, AgreementMark.NONE, 4)


def test_what_was_changed_while_the_text_was_made_ready_is_not_frozen(session: Session, agreement: Agreement):
    text = assembled(session, agreement)
    edit_clauses.edit_clause_text(session, agreement.clauses[0].id, {"body_zh": "新条款。"})
    code = refusal(lambda: lifecycle.make_final(session, agreement.id, text, author="office", at=AT))
    assert (code, agreement.status) == ("agreement_changed_meanwhile", DRAFT)


def test_what_was_entered_as_signed_may_get_its_text(session: Session, agreement: Agreement):
    agreement.status = SIGNED
    edit_clauses.edit_clause_text(session, agreement.clauses[0].id, {"body_zh": "补录。"})
    assert finalize(session, agreement) == 1
    assert (agreement.status, steps_from(SIGNED, frozen=False)[0]) == (SIGNED, Step.FINALIZE)
    code = refusal(lambda: edit_clauses.delete_clauses(session, [agreement.clauses[0].id]))
    assert code == "agreement_is_final"


def test_signing_keeps_the_day_that_was_entered_and_archiving_the_number(session: Session, agreement: Agreement):
    bring_to(session, agreement, ARCHIVED)
    assert (agreement.signed_on, agreement.archived_on, agreement.archive_number) == (DAY, DAY, "2024-7")
    take(session, agreement, Step.TAKE_BACK)
    take(session, agreement, Step.TAKE_BACK)
    assert (agreement.status, agreement.archived_on) == (FINAL, None)
    session.flush()
    assert [entry.label for entry in session.scalars(select(AuditEntry))] == ["agreement_taken_back"] * 2


def test_a_step_back_needs_a_reason(session: Session, agreement: Agreement):
    bring_to(session, agreement, SIGNED)
    given = {"reason": " ", "author": "office", "at": AT}
    assert refusal(lambda: lifecycle.take_back(session, agreement.id, **given)) == "reason_needed"


@pytest.mark.parametrize("day", [None, date(2024, 5, 18)])
def test_the_day_of_a_signing_that_is_taken_back_goes_with_it(session: Session, agreement: Agreement, day: date | None):
    agreement.signed_on = day
    bring_to(session, agreement, SIGNED)
    assert agreement.signed_on == (day or DAY)
    take(session, agreement, Step.TAKE_BACK)
    assert (agreement.status, agreement.signed_on) == (FINAL, day)


def test_of_two_frozen_texts_the_one_in_force_says_whether_the_day_was_known(session: Session, agreement: Agreement):
    clause = agreement.clauses[0]
    bring_to(session, agreement, FINAL)
    take(session, agreement, Step.REOPEN)
    words, clause.body_zh, agreement.signed_on = clause.body_zh, "别的。", DAY
    take(session, agreement, Step.FINALIZE)
    clause.body_zh, agreement.signed_on = words, None  # as undoing both leaves it: the first text is in force again
    take(session, agreement, Step.SIGN)
    take(session, agreement, Step.TAKE_BACK)
    assert agreement.signed_on is None


def test_taking_over_a_new_post_changes_the_capacity_that_said_the_old_one(session: Session, agreement: Agreement):
    bring_to(session, agreement, FINAL)
    drift = Drift("party_a.post", Bilingual("副书记"), Bilingual("书记", "Secretary"), "people/1/title_zh")
    given = {"reason": "换届", "author": "office", "at": AT}
    lifecycle.reopen_and_take_over(session, agreement.id, [drift], **given)
    (party,) = agreement.parties
    assert (agreement.status, party.capacity_zh, party.capacity_en) == (DRAFT, "书记", "Secretary")


EDITS: dict[str, Callable[[Session, Agreement], Any]] = {
    "text": lambda s, a: edit_clauses.edit_clause_text(s, a.clauses[0].id, {"body_zh": "新"}),
    "condition": lambda s, a: edit_clauses.set_condition(s, a.clauses[0].id, "party_c"),
    "clause key": lambda s, a: edit_clauses.rename_clause_key(s, a.clauses[0].id, "other"),
    "more clauses": lambda s, a: edit_clauses.add_clauses(s, a.id, [edit_clauses.NewClause()]),
    "order of clauses": lambda s, a: edit_clauses.move_clauses(s, [a.clauses[0].id], parent_id=None),
    "fewer clauses": lambda s, a: edit_clauses.delete_clauses(s, [a.clauses[0].id]),
    "title": lambda s, a: edit_agreement.edit_agreement(s, a.id, {"title_zh": "新"}),
    "key": lambda s, a: rename_agreement_key(s, a.id, "other"),
    "areas": lambda s, a: edit_agreement.set_areas(s, a.id, [("人才", "")]),
    "another party": lambda s, a: edit_agreement.add_party(s, a.id),
    "fewer parties": lambda s, a: edit_agreement.remove_parties(s, [a.parties[0].id]),
    "order of parties": lambda s, a: edit_agreement.move_parties(s, [a.parties[0].id]),
    "witness": lambda s, a: edit_agreement.set_witness(s, a.parties[0].id, True),
    "unit": lambda s, a: edit_agreement.set_party_unit(s, a.parties[0].id, None),
    "signatory": lambda s, a: edit_agreement.set_signatory(s, a.parties[0].id, None),
    "liaison": lambda s, a: edit_agreement.set_liaison(s, a.parties[0].id, None),
    "capacity": lambda s, a: set_fields(s, "agreement_party", a.parties[0].id, {"capacity_zh": "新"}),
    "answer": lambda s, a: fill_fact.set_variable(s, a.id, "court", {"zh": "甲方所在地"}),
    "list": lambda s, a: fill_fact.add_areas(s, a.id, {"zh": "人才"}),
    "copies": lambda s, a: fill_fact.give_each_party(s, a.id, "originals", 2),
    "date": lambda s, a: fill_fact.fill_fact(
        s, a.id, FactPlace(FactKind.DATE, "agreement", a.id, "signed_on", ""), {"": DAY}
    ),
}


def test_a_final_text_is_not_edited(session: Session, agreement: Agreement):
    bring_to(session, agreement, FINAL)
    codes = {name: refusal(lambda edit=edit: edit(session, agreement)) for name, edit in EDITS.items()}
    assert codes == dict.fromkeys(EDITS, "agreement_is_final")


def test_what_no_text_prints_may_be_edited_and_a_copy_is_a_draft(session: Session, agreement: Agreement):
    bring_to(session, agreement, ARCHIVED)
    edit_agreement.edit_agreement(session, agreement.id, {"remarks_zh": "已备案"})
    copy = session.get(Agreement, duplicate_agreement(session, agreement.id))
    assert copy is not None
    assert (agreement.remarks_zh, copy.status, copy.mark) == ("已备案", DRAFT, AgreementMark.NONE)
    assert (copy.archive_number, copy.archived_on, copy.checklist) == ("", None, [])
    edit_agreement.edit_agreement(session, copy.id, {"title_zh": "副本"})
