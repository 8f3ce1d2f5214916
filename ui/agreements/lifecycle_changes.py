"""What the page of an agreement's way changes: each call is one undo step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from models.rules.agreement_steps import Step
from ui.agreements.changes import named

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.agreement_assembly import Assembled
    from models.agreement_drift import Drift
    from models.snapshots.shapes import Agreement
    from ui.agreements.step_form import Answers
    from ui.office import Office

ASSEMBLED = (Step.SEND, Step.FINALIZE)  # steps that keep the text
_LABELS = {
    Step.WITHDRAW: "withdraw_agreement",
    Step.REOPEN: "reopen_agreement",
    Step.SIGN: "sign_agreement",
    Step.ARCHIVE: "archive_agreement",
    Step.TAKE_BACK: "take_agreement_back",
}


class LifecycleChanges:
    """Asks the window's office for changes; `author` is written to revisions and the audit trail."""

    def __init__(self, office: Office, agreement: Agreement) -> None:
        self._office, self._agreement = office, agreement

    def _author(self) -> str:
        workspace = self._office.link.workspace
        return workspace.client if workspace is not None else ""

    def _one_step(self, label: str, work: Callable[[Session], Any], **values: Any) -> None:
        self._office.change(label, work, agreement=named(self._agreement), **values)

    def keep(self, assembled: Assembled, name: str, note: str) -> None:
        """A revision on purpose."""
        author, agreement_id, at = self._author(), self._agreement.id, datetime.now(UTC)

        def work(session: Session) -> None:
            from models.actions.lifecycle import refuse_outdated
            from models.actions.revisions import keep_revision
            from models.codes import RevisionKind

            refuse_outdated(session, agreement_id, assembled)
            kind = RevisionKind.KEPT
            keep_revision(session, agreement_id, assembled, kind=kind, author=author, at=at, name=name, note=note)

        self._one_step("keep_revision", work, name=name)

    def send(self, assembled: Assembled, answers: Answers, name: str) -> None:
        """To review, under a mark."""
        author, agreement_id, at = self._author(), self._agreement.id, datetime.now(UTC)

        def work(session: Session) -> None:
            from models.actions.lifecycle import send_to_review
            from models.codes import AgreementMark

            send_to_review(
                session,
                agreement_id,
                mark=AgreementMark(answers["mark"]),
                assembled=assembled,
                name=name,
                note=answers["note"],
                author=author,
                at=at,
            )

        self._one_step("send_agreement_to_review", work)

    def finalize(self, assembled: Assembled, note: str) -> None:
        """Freeze the text."""
        author, agreement_id, at = self._author(), self._agreement.id, datetime.now(UTC)

        def work(session: Session) -> None:
            from models.actions.lifecycle import make_final

            make_final(session, agreement_id, assembled, author=author, at=at, note=note)

        self._one_step("finalize_agreement", work)

    def step(self, step: Step, answers: Answers) -> None:
        """A step that keeps no text."""
        author, agreement_id, at = self._author(), self._agreement.id, datetime.now(UTC)

        def work(session: Session) -> None:
            from models.actions import lifecycle
            from models.actions.revisions import reopen

            day = date.fromisoformat(answers["day"]) if answers.get("day") else None
            reason = answers.get("reason", "")
            if step is Step.WITHDRAW:
                lifecycle.withdraw_from_review(session, agreement_id)
            elif step is Step.REOPEN:
                reopen(session, agreement_id, reason=reason, author=author, at=at)
            elif step is Step.SIGN:
                lifecycle.mark_signed(session, agreement_id, signed_on=day)
            elif step is Step.ARCHIVE:
                lifecycle.archive(session, agreement_id, archived_on=day, number=answers["number"])
            else:
                lifecycle.take_back(session, agreement_id, reason=reason, author=author, at=at)

        self._one_step(_LABELS[step], work)

    def take_over(self, reason: str, drifts: Sequence[Drift]) -> None:
        """Open again, and let the text say what the records say."""
        author, agreement_id, at = self._author(), self._agreement.id, datetime.now(UTC)

        def work(session: Session) -> None:
            from models.actions.lifecycle import reopen_and_take_over

            reopen_and_take_over(session, agreement_id, drifts, reason=reason, author=author, at=at)

        self._one_step("reopen_agreement", work)

    def set_mark(self, mark: str) -> None:
        """Another mark."""
        agreement_id = self._agreement.id

        def work(session: Session) -> None:
            from models.actions.lifecycle import set_mark
            from models.codes import AgreementMark

            set_mark(session, agreement_id, AgreementMark(mark))

        self._one_step("mark_agreement", work)

    # --- checklist and approvals

    def add_usual(self) -> None:
        """The usual checklist."""
        agreement_id = self._agreement.id

        def work(session: Session) -> None:
            from models.actions.checklist import add_usual_items

            add_usual_items(session, agreement_id)

        self._one_step("add_usual_checklist", work)

    def add_item(self, label: str) -> None:
        """A line of the office's own."""
        agreement_id = self._agreement.id

        def work(session: Session) -> None:
            from models.actions.checklist import add_checklist_item

            add_checklist_item(session, agreement_id, label)

        self._one_step("add_checklist_item", work, item=label)

    def tick(self, item_id: int, label: str, *, done: bool) -> None:
        """Done, or not after all."""

        def work(session: Session) -> None:
            from models.actions.checklist import tick_item

            tick_item(session, item_id, done=done, on=date.today())

        self._one_step("tick_checklist_item" if done else "untick_checklist_item", work, item=label)

    def note(self, item_id: int, label: str, before: str, after: str) -> None:
        """A word about a line."""
        self._set("checklist_item", item_id, "note", before, after, "edit_checklist_item", item=label)

    def remove_items(self, ids: Sequence[int], label: str) -> None:
        """Lines less."""

        def work(session: Session) -> None:
            from models.actions.checklist import remove_items

            remove_items(session, ids)

        self._one_step("remove_checklist_item", work, item=label)

    def approve(self, answers: Answers) -> None:
        """Somebody has approved."""
        agreement_id = self._agreement.id

        def work(session: Session) -> None:
            from models.actions.approvals import add_approval

            day = date.fromisoformat(answers["day"]) if answers["day"] else None
            add_approval(session, agreement_id, approved_by=answers["by"], approved_on=day, opinion=answers["opinion"])

        self._one_step("approve_agreement", work, person=answers["by"])

    def edit_approval(self, approval_id: int, column: str, before: Any, after: Any) -> None:
        """A field of an approval."""
        self._set("approval", approval_id, column, before, after, "edit_approval", field=column)

    def remove_approvals(self, ids: Sequence[int]) -> None:
        """Approvals less."""

        def work(session: Session) -> None:
            from models.actions.approvals import remove_approvals

            remove_approvals(session, ids)

        self._one_step("remove_approvals", work, count=len(ids))

    def _set(self, kind: str, row_id: int, column: str, before: Any, after: Any, label: str, **values: Any) -> None:
        def work(session: Session) -> None:
            from models.actions.edit_record import set_fields

            set_fields(session, kind, row_id, {column: after}, expected={column: before})

        self._one_step(label, work, **values)
