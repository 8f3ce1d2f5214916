"""What the ceremony room asks of the workspace: every wish is one step that Undo can take back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from resources.languages import translator
from ui.ceremony.rows import stored_column

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ui.office import Office
    from ui.widgets.edit_model import CellEdit

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class CeremonyDesk:
    """Hands wishes to the office, each with its name in the undo menu. The room sets the language."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.language = "zh"

    def add(self, kind: str, meeting_id: int, text: str, done: Done, *, before_id: int | None = None) -> None:
        """One more record of a kind; the text is what it says in the language of the window."""
        from models.actions import edit_ceremony as edit

        zh, en = ("", text) if self.language == "en" else (text, "")
        works: dict[str, Callable[[Session], int]] = {
            "signing_round": lambda session: edit.add_round(session, meeting_id, title_zh=zh, title_en=en),
            "plaque_award": lambda session: edit.add_plaque(session, meeting_id, text_zh=zh, text_en=en),
            "cue_line": lambda session: edit.add_cue_line(
                session, meeting_id, text_zh=zh, text_en=en, before_id=before_id
            ),
            "seat_plan": lambda session: edit.add_seat_plan(session, meeting_id, title_zh=zh, title_en=en),
        }
        self._office.change("add_to_ceremony", works[kind], done=done, record=kind)

    def edit(self, kind: str, row_id: int, column: str, before: Any, after: Any, failed: Failed) -> None:
        """A field of a record."""
        from models.actions.edit_record import set_fields

        work = partial(set_fields, kind=kind, row_id=row_id, values={column: after}, expected={column: before})
        self._office.change("edit_ceremony", work, failed=failed, field=column, record=kind)

    def edit_cells(self, kind: str, edits: Sequence[CellEdit], done: Done, failed: Failed) -> None:
        """Cells of a table, all in one step."""
        from models.actions.edit_record import set_fields

        columns = [(edit, stored_column(edit.column_key, self.language)) for edit in edits]

        def work(session: Session) -> None:
            for edit, column in columns:
                set_fields(session, kind, edit.row_id, {column: edit.after}, expected={column: edit.before})

        if len(edits) == 1:
            self._office.change("edit_ceremony", work, done=done, failed=failed, field=columns[0][1], record=kind)
        else:
            self._office.change("edit_ceremony_cells", work, done=done, failed=failed, count=len(edits), record=kind)

    def delete(self, kind: str, row_ids: Sequence[int]) -> None:
        """Away with records of a kind."""
        from models.actions.edit_ceremony import delete_rows

        work = partial(delete_rows, kind=kind, row_ids=row_ids)
        self._office.change("delete_from_ceremony", work, record=kind, count=len(row_ids))

    def move(self, kind: str, row_ids: Sequence[int], before_id: int | None, failed: Failed) -> None:
        """Another order of records."""
        from models.actions.edit_ceremony import move_rows

        work = partial(move_rows, kind=kind, row_ids=row_ids, before_id=before_id)
        self._office.change("reorder_ceremony", work, failed=failed, record=kind)

    # what belongs to a round
    def add_agreement(self, round_id: int, agreement_id: int) -> None:
        """Let an agreement be signed in a round."""
        from models.actions.edit_ceremony import add_agreements

        work = partial(add_agreements, round_id=round_id, agreement_ids=[agreement_id])
        self._office.change("add_to_round", work, record="agreement")

    def add_person(self, round_id: int, attendance_id: int, done: Done) -> None:
        """Let somebody be on stage in a round."""
        from models.actions.edit_ceremony import add_people

        work = partial(add_people, round_id=round_id, attendance_ids=[attendance_id])
        self._office.change("add_to_round", work, done=lambda made: done(made[0]), record="round_person")

    def call_signatories(self, round_id: int) -> None:
        """Put those who sign on stage."""
        from models.actions.edit_ceremony import call_signatories

        work = partial(call_signatories, round_id=round_id)
        self._office.change("call_signatories", work, done=self._tell_called)

    def remove(self, part: str, round_id: int, row_ids: Sequence[int]) -> None:
        """Agreements or people out of a round."""
        from models.actions.edit_ceremony import remove_agreements, remove_people

        if part == "agreement":
            work: Callable[[Session], None] = partial(remove_agreements, round_id=round_id, agreement_ids=row_ids)
        else:
            work = partial(remove_people, round_id=round_id, row_ids=row_ids)
        self._office.change("remove_from_round", work, record=part, count=len(row_ids))

    def move_in_round(
        self, part: str, round_id: int, row_ids: Sequence[int], before_id: int | None, failed: Failed
    ) -> None:
        """Another order of agreements or people in a round."""
        from models.actions.edit_ceremony import move_agreements, move_people

        if part == "agreement":
            work: Callable[[Session], None] = partial(
                move_agreements, round_id=round_id, agreement_ids=row_ids, before_id=before_id
            )
        else:
            work = partial(move_people, round_id=round_id, row_ids=row_ids, before_id=before_id)
        self._office.change("reorder_ceremony", work, failed=failed, record=part)

    def _tell_called(self, came: int) -> None:
        if not came:
            _ = translator(self.language).gettext
            self._office.notice(_("Everybody who signs and attends is on stage already."))
