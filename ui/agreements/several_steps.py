"""One step for several agreements: their texts are made ready one after the other, then all go on as one undo step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from exporters.documents.words import word
from models.codes import AgreementMark
from models.final_texts import final_revision
from models.rules.agreement_steps import Step, steps_from
from models.snapshots.shapes import Agreement, MeetingSnapshot
from resources.languages import translator
from ui.dialogs.troubles import Action
from ui.templates.asking import LinesDialog, ask_lines

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.agreement_assembly import Assembled
    from models.errors import KnownError
    from ui.office import Office

STEPS = (Step.SEND, Step.FINALIZE)
OWNER = "several"
_LABELS = {Step.SEND: "send_agreements_to_review", Step.FINALIZE: "finalize_agreements"}


def may_take(step: Step, agreements: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """Those of them that have a text and may take the step."""
    return tuple(
        one
        for one in agreements
        if one.clauses and step in steps_from(one.status, frozen=final_revision(one) is not None)
    )


def step_words(step: Step, count: int, language: str) -> str:
    """“Make 9 agreements final”."""
    said = translator(language)
    if step is Step.SEND:
        words = said.ngettext("Send {count} agreement to review", "Send {count} agreements to review", count)
    else:
        words = said.ngettext("Make {count} agreement final", "Make {count} agreements final", count)
    return words.format(count=count)


def ask_step(
    parent: QWidget, language: str, step: Step, agreements: Sequence[Agreement], take: Callable[[str], object]
) -> LinesDialog:
    """Ask for a note on all of them; says how many of them still have something open."""
    _ = translator(language).gettext
    heading = step_words(step, len(agreements), language)
    unready = sum(1 for one in agreements if not one.approvals or any(not item.done for item in one.checklist))
    if step is Step.FINALIZE and unready:
        open_still = translator(language).ngettext(
            "{count} of them has no approval, or something on its checklist is still open.",
            "{count} of them have no approval, or something on their checklists is still open.",
            unready,
        )
        heading = "\n".join((heading, open_still.format(count=unready)))
    go_on = _("Make final") if step is Step.FINALIZE else _("Send to review")
    return ask_lines(parent, language, heading, ((_("Note"), ""),), go_on, lambda typed: take(typed[0]))


class SeveralSteps:
    """Has the texts made ready where papers are made, then changes all at once; one that fails leaves all as it is."""

    def __init__(self, office: Office, snapshot: MeetingSnapshot, language: str) -> None:
        self._office, self._snapshot, self._language = office, snapshot, language
        self._made: list[tuple[int, Assembled]] = []
        self._count = 0
        self._workspace = office.link.workspace
        self.busy = False  # from the first text until all is stored or refused

    def take(self, step: Step, agreements: Sequence[Agreement], note: str) -> None:
        """Begin."""
        self._made, self._count, self.busy = [], len(agreements), True
        self._next(step, list(agreements), note)

    def tell(self) -> None:
        """Say how far it is."""
        _ = translator(self._language).gettext
        told = _("Making the texts ready: {number} of {count}…")
        self._office.notice(told.format(number=min(len(self._made) + 1, self._count), count=self._count))

    def _next(self, step: Step, waiting: list[Agreement], note: str) -> None:
        if self._office.link.workspace is not self._workspace:
            self.busy = False
            _ = translator(self._language).gettext
            self._office.notice(_("Another workspace is open now: those agreements stay as they were."))
            return
        if not waiting:
            self._store(step, note)
            return
        agreement, *others = waiting
        self.tell()

        def done(assembled: Assembled) -> None:
            self._made.append((agreement.id, assembled))
            self._next(step, others, note)

        self._office.preview.assemble(OWNER, self._snapshot, agreement.key, datetime.now(), done, self._failed)

    def _failed(self, error: KnownError | None, details: str) -> None:
        self.busy = False
        self._office.tell_error(Action.CHANGE, error or RuntimeError(details))

    def _store(self, step: Step, note: str) -> None:
        workspace, made, at = self._office.link.workspace, tuple(self._made), datetime.now(UTC)
        author = workspace.client if workspace is not None else ""
        name = word(AgreementMark.FOR_REVIEW, self._language)

        def work(session: Session) -> None:
            from models.actions.lifecycle import make_final, send_to_review

            for number, text in made:
                if step is Step.FINALIZE:
                    make_final(session, number, text, author=author, at=at, note=note)
                else:
                    mark = AgreementMark.FOR_REVIEW
                    send_to_review(
                        session, number, mark=mark, assembled=text, name=name, note=note, author=author, at=at
                    )

        done, count = partial(self._stored, step), len(made)
        self._office.change(_LABELS[step], work, done=done, failed=self._not_stored, count=count)

    def _not_stored(self, _error: Exception) -> None:
        self.busy = False

    def _stored(self, step: Step, _none: None) -> None:
        self.busy = False
        _ = translator(self._language).gettext
        self._office.notice(_("Done: {what}").format(what=step_words(step, self._count, self._language)))
