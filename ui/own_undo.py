"""Undo of a page whose work is not in the workspace yet: Undo and Redo of the window are its own while it is seen."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

Value = TypeVar("Value")

MOST_UNDONE = 200


class Lender(Protocol):
    """Where the keys of undo are: the window's menu."""

    def lend(self, steps: OwnUndo | None) -> None:
        """Undo and redo are those of a page until it gives them back."""


class Valued(Protocol[Value]):
    """What has a value that steps lead to and fro between."""

    def value(self) -> Value:
        """What it says now."""

    def show_value(self, value: Value) -> None:
        """Say something else."""

    def keep_typed(self) -> None:
        """Take over what is typed and not told yet."""


class OwnUndo(QObject):
    """What the window's menu knows of a page's steps. `alone`: also with no step left nothing else is undone here."""

    changed = Signal()

    def __init__(self, part: QWidget, name: str, *, alone: bool) -> None:
        super().__init__(part)
        self.name = name  # a message: “edit of this template”
        self._part, self._alone = part, alone
        self._lender: Lender | None = None
        self._lent = False
        part.installEventFilter(self)

    def offer_to(self, lender: Lender) -> None:
        """Lend the steps to the window whenever the part is in view."""
        self._lender = lender
        self.tell()

    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return False

    def can_redo(self) -> bool:
        """Whether there is one to take again."""
        return False

    def undo(self) -> None:
        """Take the last step back."""

    def redo(self) -> None:
        """Take it again."""

    def tell(self) -> None:
        """The steps or the page have changed."""
        wanted = self._part.isVisible() and (self._alone or self.can_undo() or self.can_redo())
        if self._lender is not None and wanted != self._lent:
            self._lent = wanted
            self._lender.lend(self if wanted else None)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the part comes into view or goes."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.tell()
        return False


class ValueSteps(OwnUndo, Generic[Value]):
    """Steps between values of a page: `page` says its value, shows another, and takes over what is half typed."""

    def __init__(self, part: QWidget, name: str, page: Valued[Value], *, alone: bool) -> None:
        self._before: list[Value] = []
        self._after: list[Value] = []
        super().__init__(part, name, alone=alone)
        self._page = page

    def begin(self) -> None:
        """Forget all steps: another value is begun, or this one is kept."""
        self._before, self._after = [], []
        self.tell()

    def note(self, before: Value) -> None:
        """A step was taken; this was the value before."""
        self._before, self._after = [*self._before[1 - MOST_UNDONE :], before], []
        self.tell()

    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    def can_redo(self) -> bool:
        """Whether there is one to take again."""
        return bool(self._after)

    def undo(self) -> None:
        """Show the value before the last step."""
        self._page.keep_typed()
        self._go(self._before, self._after)

    def redo(self) -> None:
        """Show the value that was taken back last."""
        self._page.keep_typed()
        self._go(self._after, self._before)

    def _go(self, source: list[Value], other: list[Value]) -> None:
        if source:
            other.append(self._page.value())
            self._page.show_value(source.pop())
            self.tell()
