"""What the exchange of drafts changes: each call is one undo step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ui.agreements.changes import named

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from exporters.exchange import Sendable
    from models.agreement_assembly import Assembled
    from models.rules.returned_changes import ReturnedChange
    from models.snapshots.shapes import Agreement
    from ui.office import Office

Done = Callable[[object], None]
Failed = Callable[[Exception], None]


class ExchangeChanges:
    """Asks the window's office for changes."""

    def __init__(self, office: Office, agreement: Agreement) -> None:
        self._office, self._agreement = office, agreement

    def _author(self) -> str:
        workspace = self._office.link.workspace
        return workspace.client if workspace is not None else ""

    def send(self, made: Sendable, to: str, done: Done, failed: Failed) -> None:
        """Keep what goes out."""
        author, agreement_id, at = self._author(), self._agreement.id, datetime.now(UTC)

        def work(session: Session) -> int:
            from models.actions.accept_changes import keep_sent

            return keep_sent(session, agreement_id, made.assembled, made.number, author=author, at=at, to=to)

        self._office.change(
            "send_draft", work, done=done, failed=failed, agreement=named(self._agreement), number=made.number
        )

    def accept(self, accepted: Sequence[ReturnedChange], name: str, content: bytes, done: Done, failed: Failed) -> None:
        """Write what was accepted, and keep the file."""
        agreement_id = self._agreement.id

        def work(session: Session) -> None:
            from models.actions.accept_changes import ReturnedFile, accept_changes

            accept_changes(session, agreement_id, accepted, file=ReturnedFile(name, content))

        self._office.change(
            "accept_changes" if accepted else "refuse_changes",
            work,
            done=done,
            failed=failed,
            agreement=named(self._agreement),
            count=len(accepted),
            name=name,
        )

    def keep(self, assembled: Assembled, name: str, note: str, done: Done) -> None:
        """Keep the text with what was accepted."""
        author, agreement_id, at = self._author(), self._agreement.id, datetime.now(UTC)

        def work(session: Session) -> int:
            from models.actions.accept_changes import keep_accepted

            return keep_accepted(session, agreement_id, assembled, author=author, at=at, name=name, note=note)

        self._office.change("keep_revision", work, done=done, agreement=named(self._agreement), name=name)
