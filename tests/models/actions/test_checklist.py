"""The checklist of an agreement, and who approved it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from models.actions.approvals import add_approval, remove_approvals
from models.actions.checklist import add_checklist_item, add_usual_items, move_items, remove_items, tick_item
from models.codes import AgreementLanguage, AgreementMark, ClauseKind
from models.errors import KnownError
from models.records import Agreement
from tests import factories as make

DAY = date(2024, 5, 18)


@pytest.fixture
def agreement(session: Session) -> Agreement:
    """A draft in both languages, with an annex."""
    made = make.make_agreement(session, make.make_meeting(session), language=AgreementLanguage.SIDE_BY_SIDE)
    make.make_clause(session, made, kind=ClauseKind.ANNEX)
    return made


def keys(agreement: Agreement) -> list[str]:
    return [item.key or item.label_zh or item.label_en for item in agreement.checklist]


def test_the_usual_items_follow_the_agreement_and_come_once(session: Session, agreement: Agreement):
    usual = ["legality_review", "decision", "authorization", "copies", "annexes", "translation"]
    assert (add_usual_items(session, agreement.id), keys(agreement)) == (6, usual)
    second = agreement.checklist[1].id
    remove_items(session, [second])
    add_checklist_item(session, agreement.id, " 报县委常委会 ")
    assert (add_usual_items(session, agreement.id), keys(agreement)[-2:]) == (1, ["报县委常委会", "decision"])


def test_a_tick_is_dated_and_taken_away_with_its_date(session: Session, agreement: Agreement):
    item = agreement.checklist
    first = add_checklist_item(session, agreement.id, "Stamp")
    tick_item(session, first, done=True, by="王红", on=DAY)
    assert [(one.label_en, one.done, one.done_by, one.done_on) for one in item] == [("Stamp", True, "王红", DAY)]
    tick_item(session, first, done=False)
    assert [(one.done, one.done_by, one.done_on) for one in item] == [(False, "", None)]


def test_items_are_put_into_another_order(session: Session, agreement: Agreement):
    one, two, three = (add_checklist_item(session, agreement.id, name) for name in ("甲", "乙", "丙"))
    move_items(session, [three], before_id=one)
    session.refresh(agreement, ["checklist"])
    assert keys(agreement) == ["丙", "甲", "乙"]
    move_items(session, [three, one])
    session.refresh(agreement, ["checklist"])
    assert [item.id for item in agreement.checklist] == [two, three, one]


def test_an_approval_names_the_mark_and_the_newest_revision(session: Session, agreement: Agreement):
    agreement.mark = AgreementMark.FOR_REVIEW
    for number in (1, 2):
        make.make_revision(session, agreement, number=number)
    first = add_approval(session, agreement.id, approved_by=" 县司法局 ", approved_on=DAY, opinion=" 同意 ")
    (row,) = agreement.approvals
    told = (row.mark, row.revision_number, row.approved_by, row.approved_on, row.opinion)
    assert told == (AgreementMark.FOR_REVIEW, 2, "县司法局", DAY, "同意")
    remove_approvals(session, [first])
    assert agreement.approvals == []


def test_nothing_without_a_name_is_added(session: Session, agreement: Agreement):
    for work in (
        lambda: add_checklist_item(session, agreement.id, " "),
        lambda: add_approval(session, agreement.id, approved_by="", approved_on=None),
    ):
        with pytest.raises(KnownError) as caught:
            work()
        assert caught.value.code == "name_needed"


def test_lines_go_though_nobody_holds_the_agreement(session: Session, agreement: Agreement):
    agreement_id, item = agreement.id, add_checklist_item(session, agreement.id, "甲")
    approval = add_approval(session, agreement_id, approved_by="王红", approved_on=None)
    session.commit()
    session.expunge_all()  # as in the window, where each step begins with an empty session
    remove_items(session, [item])
    remove_approvals(session, [approval])
    left = session.get(Agreement, agreement_id)
    assert left is not None
    assert (left.checklist, left.approvals) == ([], [])
