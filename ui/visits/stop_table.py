"""The stops of a route as a table, edited like a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from models.snapshots.shapes import VisitRoute
from ui.visits.found import is_late
from ui.visits.rows import stop_columns, stop_rows
from ui.visits.words import N_
from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.picker_entries import Entry

if TYPE_CHECKING:
    from ui.visits.desk import VisitsDesk

Entries = Callable[[str], Sequence[Entry]]
ADD = N_("＋ Type a place to add a stop")


class StopTable(EditTable):
    """Hands its edits to the desk."""

    def __init__(self, units: Entries, people: Entries, parent: QWidget | None = None) -> None:
        self.model_of_stops = EditModel(stop_columns(units, people), add_words=ADD)
        super().__init__(self.model_of_stops, parent)
        self.model_of_stops.setParent(self)
        self.desk: VisitsDesk | None = None
        self._route: VisitRoute | None = None
        self.cells_edited.connect(self._store)
        self.create_requested.connect(self._make_unit)

    def show_route(self, route: VisitRoute) -> None:
        """Show a route, or the same one after a change."""
        self._route = route
        late = frozenset(stop.id for stop in route.stops if is_late(stop))
        self.model_of_stops.show_rows(stop_rows(route, late))

    def _store(self, edits: tuple[CellEdit, ...]) -> None:
        if self.desk is None or self._route is None:
            return
        model = self.model_of_stops

        def stored(_result: Any) -> None:
            model.settle(edits)

        self.desk.edit_cells(edits, self._route, stored, partial(self._refused, edits))

    def _refused(self, edits: tuple[CellEdit, ...], _error: Exception) -> None:
        self.model_of_stops.forget(edits)
        if len(edits) == 1 and isinstance(edits[0].after, str):
            self.edit_again(edits[0], edits[0].after)

    def _make_unit(self, row_id: int, _column: str, text: str) -> None:
        stop = next((stop for stop in self._route.stops if stop.id == row_id), None) if self._route else None
        if stop is not None and self.desk is not None:
            self.desk.create_unit(stop, text)
