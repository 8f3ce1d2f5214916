"""What the pages of archive and seals change: each call is one undo step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ui.agreements.changes import named

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.actions.attach_file import Scan
    from models.snapshots.shapes import Agreement
    from ui.agreements.step_form import Answers
    from ui.office import Office
    from ui.widgets.edit_model import CellEdit

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


def next_number(session: Session) -> str:
    """The archive number to propose. Runs in the reader's thread."""
    from models.actions.archive_agreement import next_archive_number

    return next_archive_number(session)


class ArchiveChanges:
    """Asks the window's office for changes of one agreement."""

    def __init__(self, office: Office, agreement: Agreement) -> None:
        self._office, self._agreement = office, agreement

    def attach(self, scan: Scan, done: Done) -> None:
        """A scan more; `done` gets its id, or None where the same lies there already."""
        agreement_id = self._agreement.id

        def work(session: Session) -> int | None:
            from models.actions.attach_file import attach_file

            return attach_file(session, agreement_id, scan)

        self._office.change("attach_scan", work, done=done, agreement=named(self._agreement))

    def remove(self, ids: Sequence[int]) -> None:
        """Scans less."""

        def work(session: Session) -> None:
            from models.actions.attach_file import remove_attachments

            remove_attachments(session, ids)

        self._office.change("remove_scans", work, agreement=named(self._agreement), count=len(ids))

    def archive(self, answers: Answers) -> None:
        """Into the archive, and signed before where it is not yet."""
        agreement_id = self._agreement.id

        def work(session: Session) -> None:
            from models.actions.archive_agreement import archive_agreement

            archive_agreement(
                session,
                agreement_id,
                signed_on=_day(answers.get("signed", "")),
                archived_on=_day(answers["day"]),
                number=answers["number"],
            )

        self._office.change("archive_agreement", work, agreement=named(self._agreement))

    def edit(self, column: str, before: Any, after: Any, failed: Failed) -> None:
        """The number or the day of the archive."""
        agreement_id = self._agreement.id

        def work(session: Session) -> None:
            from models.actions.edit_record import set_fields

            set_fields(session, "agreement", agreement_id, {column: after}, expected={column: before})

        self._office.change("edit_archive", work, failed=failed, agreement=named(self._agreement), field=column)


class SealChanges:
    """Asks the window's office for changes of a meeting's register of seals."""

    def __init__(self, office: Office, meeting_id: int) -> None:
        self._office, self._meeting_id = office, meeting_id

    def add(self, document: str, agreement_id: int | None, done: Done) -> None:
        """An entry at the end."""
        meeting_id = self._meeting_id
        words = "" if agreement_id is not None else document

        def work(session: Session) -> int:
            from models.actions.seal_uses import add_seal_use

            return add_seal_use(session, meeting_id, document=words, agreement_id=agreement_id)

        self._office.change("add_seal_use", work, done=done, document=document)

    def add_usual(self, done: Done) -> None:
        """The usual entries; `done` gets how many."""
        meeting_id = self._meeting_id

        def work(session: Session) -> int:
            from models.actions.seal_uses import add_usual_uses

            return add_usual_uses(session, meeting_id)

        self._office.change("add_usual_seal_uses", work, done=done)

    def edit(self, edits: Sequence[CellEdit], done: Done, failed: Failed) -> None:
        """Cells of the register."""

        def work(session: Session) -> None:
            from models.actions.edit_record import set_fields

            for one in edits:
                column = one.column_key
                set_fields(session, "seal_use", one.row_id, {column: one.after}, expected={column: one.before})

        if len(edits) == 1:
            self._office.change("edit_seal_use", work, done=done, failed=failed, field=edits[0].column_key)
        else:
            self._office.change("edit_seal_uses", work, done=done, failed=failed, count=len(edits))

    def name_document(self, use_id: int, words: str, done: Done, failed: Failed) -> None:
        """The paper of an entry, which is no agreement."""

        def work(session: Session) -> None:
            from models.actions.edit_record import set_fields

            set_fields(session, "seal_use", use_id, {"agreement_id": None, "document": words})

        self._office.change("edit_seal_use", work, done=done, failed=failed, field="document")

    def remove(self, ids: Sequence[int]) -> None:
        """Entries less."""

        def work(session: Session) -> None:
            from models.actions.seal_uses import remove_seal_uses

            remove_seal_uses(session, ids)

        self._office.change("remove_seal_uses", work, count=len(ids))

    def move(self, ids: Sequence[int], before_id: int | None) -> None:
        """Entries to another place."""
        meeting_id = self._meeting_id

        def work(session: Session) -> None:
            from models.actions.seal_uses import move_seal_uses

            move_seal_uses(session, meeting_id, ids, before_id)

        self._office.change("move_seal_uses", work, count=len(ids))


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None
