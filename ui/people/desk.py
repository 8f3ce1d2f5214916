"""What the people room asks of the workspace: every wish is one step that Undo can take back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from resources.languages import translator
from ui.people.offers import Known
from ui.people.rows import PersonRow, called
from ui.widgets.edit_model import CellEdit, EditModel

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.actions.sort_people import Order
    from models.new_people import NewPerson
    from ui.office import Office

Done = Callable[[Any], None]
_SORTED = {
    "rank": "sort_people_by_rank",
    "strokes": "sort_people_by_strokes",
    "pinyin": "sort_people_by_pinyin",
    "unit": "sort_people_by_unit",
}
_STORED = {"unit": "organization_id", "name": "name_zh"}  # columns of the table that are called otherwise in the store


class PeopleDesk:
    """Hands wishes to the office, each with its name in the undo menu; the room says which meeting and language."""

    def __init__(self, office: Office, model: EditModel, known: Known) -> None:
        self.office, self._model, self.known = office, model, known
        self.meeting_id, self.language = 0, "zh"
        self.refused: Callable[[CellEdit], None] = lambda _edit: None

    # cells
    def set_cells(self, edits: Sequence[CellEdit]) -> None:
        """Write cells that were edited; a refused one shows what is stored, and what was typed is offered again."""
        from models.actions.people import CellChange, set_cells

        changes = tuple(CellChange(edit.row_id, edit.column_key, edit.before, edit.after) for edit in edits)

        def failed(_error: Exception) -> None:
            self._model.forget(edits)
            if len(edits) == 1:
                self.refused(edits[0])

        label, values = self._named(edits)
        self.office.change(
            label,
            lambda session: set_cells(session, changes),
            done=lambda _result: self._model.settle(edits),
            failed=failed,
            **values,
        )

    def set_field(self, row_id: int, column: str, before: Any, after: Any, failed: Callable[[Exception], None]) -> None:
        """Write one field of the panel."""
        edit = CellEdit(row_id, column, before, after)
        from models.actions.people import CellChange, set_cells

        changes = (CellChange(row_id, column, before, after),)
        label, values = self._named((edit,))
        self.office.change(label, lambda session: set_cells(session, changes), failed=failed, **values)

    def set_post_field(self, row_id: int, post_id: int, field: str, before: Any, after: Any, failed: Done) -> None:
        """Write a field of one of several posts."""
        from models.actions.people_posts import set_post

        def work(session: Session) -> None:
            set_post(session, row_id, post_id, field=field, value=after, seen=before)

        self.office.change("edit_person", work, failed=failed, field=field, name=self._name(row_id))

    def create_unit(self, row_id: int, name: str) -> None:
        """A new unit, and at once that of the row."""
        from models.actions.attendance import create_unit_of

        row, number = self._row(row_id), self._model.number_of("unit")
        seen = self._model.columns[number].value if number is not None else None
        before = seen(row, self.language) if seen and row else None
        self.office.change(
            "create_unit", lambda session: create_unit_of(session, row_id, name=name, seen=before), name=name
        )

    # rows
    def add_person(
        self, name: str, done: Done, failed: Callable[[Exception], None] | None = None, *, before_id: int | None = None
    ) -> None:
        """Somebody new, before another one or at the end."""
        from models.actions.attendance import add_person

        meeting_id, before = self.meeting_id, before_id if before_id and before_id > 0 else None
        self.office.change(
            "add_person",
            lambda session: add_person(session, meeting_id, name=name, before_id=before),
            done=done,
            failed=failed,
            name=name or self._nobody(),
        )

    def add_named(self, name: str, done: Done, failed: Callable[[Exception], None]) -> None:
        """Somebody typed before the people of the workspace are here to be picked: one of them, or somebody new."""
        from models.actions.attendance import add_named

        meeting_id, language = self.meeting_id, self.language
        self.office.change(
            "add_person",
            lambda session: add_named(session, meeting_id, name=name, language=language),
            done=done,
            failed=failed,
            name=name,
        )

    def add_known_person(
        self, person_id: int, name: str, done: Done, failed: Callable[[Exception], None] | None = None
    ) -> None:
        """Somebody whom the workspace knows."""
        from models.actions.attendance import add_known_person

        meeting_id = self.meeting_id
        self.office.change(
            "add_person",
            lambda session: add_known_person(session, meeting_id, person_id),
            done=done,
            failed=failed,
            name=name,
        )

    def add_group(self, label: str, done: Done) -> None:
        """A group without names."""
        from models.actions.attendance import add_group

        meeting_id = self.meeting_id
        self.office.change(
            "add_group", lambda session: -add_group(session, meeting_id, label=label), done=done, name=label
        )

    def paste(self, people: Sequence[NewPerson], edits: Sequence[CellEdit], units: Sequence[Any], done: Done) -> None:
        """All that a paste brings, as one step: new people, and cells of those who are there."""
        from models.actions.paste_people import paste_people

        meeting_id, fresh, changed, made = self.meeting_id, tuple(people), tuple(edits), tuple(units)
        self.office.change(
            "paste_people",
            lambda session: paste_people(session, meeting_id, people=fresh, cells=_changes(changed), units=made),
            done=done,
            count=len(fresh) + len({edit.row_id for edit in changed}),
        )

    def remove(self, row_ids: Sequence[int], done: Done) -> None:
        """Off the list."""
        from models.actions.attendance import remove_rows

        meeting_id, ids = self.meeting_id, tuple(row_ids)
        label = "remove_person" if len(ids) == 1 else "remove_people"
        self.office.change(
            label,
            lambda session: remove_rows(session, meeting_id, ids),
            done=done,
            name=self._name(ids[0]),
            count=len(ids),
        )

    def move(self, row_ids: Sequence[int], before_id: int | None) -> None:
        """To another place."""
        from models.actions.attendance import move_rows

        meeting_id, ids = self.meeting_id, tuple(row_ids)
        label = "move_person" if len(ids) == 1 else "move_people"
        self.office.change(
            label,
            lambda session: move_rows(session, meeting_id, ids, before_id=before_id),
            name=self._name(ids[0]),
            count=len(ids),
        )

    def sort(self, by: Order, row_ids: Sequence[int], done: Done) -> None:
        """In order, those named or everybody."""
        from models.actions.sort_people import sort_people

        meeting_id, ids = self.meeting_id, tuple(row_id for row_id in row_ids if row_id > 0)
        self.office.change(
            _SORTED[by.value],
            lambda session: sort_people(session, meeting_id, by=by, attendance_ids=ids),
            done=done,
        )

    def merge(self, kept_id: int, other_id: int, values: Mapping[str, Any]) -> None:
        """Make one person of two."""
        from models.actions.merge_people import merge_people

        chosen = dict(values)
        self.office.change(
            "merge_people",
            lambda session: merge_people(session, kept_id, other_id, values=chosen),
            name=str(chosen.get("name_zh") or chosen.get("name_en") or ""),
        )

    # posts
    def add_post(self, row_id: int) -> None:
        """One more post."""
        from models.actions.people import attendance_of
        from models.actions.people_posts import add_post

        def work(session: Session) -> None:
            add_post(session, attendance_of(session, row_id))

        self.office.change("add_post", work, name=self._name(row_id))

    def remove_post(self, row_id: int, post_id: int) -> None:
        """One post less."""
        from models.actions.people import attendance_of
        from models.actions.people_posts import remove_post

        def work(session: Session) -> None:
            remove_post(session, attendance_of(session, row_id), post_id)

        self.office.change("remove_post", work, name=self._name(row_id))

    # the meeting's own columns
    def add_column(self, label: str, done: Done) -> None:
        """One more column."""
        from models.actions.people_columns import add_own_column

        meeting_id = self.meeting_id
        self.office.change(
            "add_own_column", lambda session: add_own_column(session, meeting_id, label=label), done=done, name=label
        )

    def rename_column(self, column_id: int, label: str) -> None:
        """Another heading in the place of the one that is shown."""
        from models.actions.people_columns import rename_own_column

        language = self.language
        self.office.change(
            "rename_own_column",
            lambda session: rename_own_column(session, column_id, label=label, language=language),
            name=label,
        )

    def remove_column(self, column_id: int, label: str) -> None:
        """A column less."""
        from models.actions.people_columns import remove_own_column

        self.office.change("remove_own_column", lambda session: remove_own_column(session, column_id), name=label)

    # words
    def _named(self, edits: Sequence[CellEdit]) -> tuple[str, dict[str, Any]]:
        """The label of a change of cells, with its values."""
        fields = {edit.column_key for edit in edits}
        field = self._field(next(iter(fields)))
        if len(edits) == 1:
            return "edit_person", {"field": field, "name": self._name(edits[0].row_id)}
        count = len({edit.row_id for edit in edits})
        return (
            ("edit_people_field", {"field": field, "count": count})
            if len(fields) == 1
            else (
                "edit_people",
                {"count": count},
            )
        )

    def _field(self, column: str) -> str:
        if column.startswith("own-"):
            number = self._model.number_of(column)
            return self._model.columns[number].heading if number is not None else column
        return _STORED.get(column, column)

    def _row(self, row_id: int) -> PersonRow | None:
        place = self._model.place_of(row_id)
        return None if place is None else self._model.row_at(place)

    def _name(self, row_id: int) -> str:
        row = self._row(row_id)
        return (called(row, self.language) if row else "").replace("\u3000", "") or self._nobody()

    def _nobody(self) -> str:
        _ = translator(self.language).gettext
        return _("somebody without a name")


def _changes(edits: Iterable[CellEdit]) -> tuple[Any, ...]:
    from models.actions.people import CellChange

    return tuple(CellChange(edit.row_id, edit.column_key, edit.before, edit.after) for edit in edits)
