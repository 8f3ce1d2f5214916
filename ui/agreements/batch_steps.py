"""The steps of a batch that is being entered: taken back one by one, and as a whole when its drafting is undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from ui.agreements.batch_lines import BatchLine
from ui.own_undo import ValueSteps
from ui.wording.messages import N_

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from models.snapshots.shapes import MeetingSnapshot

Lines = tuple[BatchLine, ...]
Entered = tuple[dict[str, Any], Lines]


class BatchTable(Protocol):
    """The page: what is entered in it."""

    values: dict[str, Any]
    lines: Lines

    def put(self, values: dict[str, Any], lines: Lines) -> None:
        """Show other entries."""

    def keep_typed(self) -> None:
        """Take over what is half typed."""


class BatchSteps:
    """Follows what is entered; `steps` are the window's undo while there are any and the page is in view."""

    def __init__(self, part: QWidget, table: BatchTable) -> None:
        self._table = table
        self._shown: Entered | None = None
        self._drafted: tuple[frozenset[int], Lines, datetime] | None = None
        self.steps: ValueSteps[Entered] = ValueSteps(part, N_("edit of the table"), self, alone=False)

    def value(self) -> Entered:
        """What is entered now, without what follows from it."""
        return dict(self._table.values), bare(self._table.lines)

    def show_value(self, value: Entered) -> None:
        """Show what was entered at another step."""
        self._shown = value
        self._table.put(*value)

    def keep_typed(self) -> None:
        """Take over what is half typed."""
        self._table.keep_typed()

    def begin(self) -> None:
        """Another batch: nothing can be taken back."""
        self._shown = self.value()
        self.steps.begin()

    def follow(self) -> None:
        """The page shows what is entered; where that is something else than before, a step was taken."""
        now, before = self.value(), self._shown
        self._shown = now
        if before is not None and before != now:
            self.steps.note(before)

    def drafted(self, ids: tuple[int, ...], lines: Lines) -> None:
        """The lines have become agreements."""
        self._drafted = frozenset(ids), bare(lines), datetime.now()
        self.begin()

    def meet(self, snapshot: MeetingSnapshot) -> None:
        """Where drafting was undone, its lines stand in the table again; redone, they have left it."""
        if self._drafted is None or snapshot.taken_at <= self._drafted[2]:
            return
        ids, lines, _at = self._drafted
        there = any(one.id in ids for one in snapshot.agreements)
        if not there and not self._table.lines:
            self.show_value((dict(self._table.values), lines))
            self.steps.begin()
        elif there and bare(self._table.lines) == lines:
            self.show_value((dict(self._table.values), ()))
            self.steps.begin()


def bare(lines: Lines) -> Lines:
    """Lines without what is worked out from them."""
    return tuple(replace(line, number=0, clauses="", without=(), title=("", "")) for line in lines)
