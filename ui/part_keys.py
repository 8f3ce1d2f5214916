"""F6 and Shift+F6: from one part of the window to the next (the rail, then lists, pages and panels of the room)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QWidget

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class PartKeys(QObject):
    """Goes round the parts; each is entered where the keyboard was last, else at its beginning."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._left: dict[QWidget, QWidget] = {}

    def next_part(self) -> None:
        """F6."""
        self._go(1)

    def previous_part(self) -> None:
        """Shift+F6."""
        self._go(-1)

    def parts(self) -> list[QWidget]:
        """The rail, then the parts of what is shown, from left to right."""
        frame = self._window.frame
        shown = frame.content.currentWidget()
        found = sorted(_parts_in(shown), key=lambda part: _place(part, frame)) if shown is not None else []
        reachable = [part for part in found if _entry(part) is not None]
        return [frame.rail, *(reachable or ([shown] if shown is not None and _entry(shown) is not None else []))]

    def _go(self, steps: int) -> None:
        parts, focused = self.parts(), QApplication.focusWidget()
        here = next((n for n, part in enumerate(parts) if focused is not None and _holds(part, focused)), None)
        if here is not None and focused is not None:
            self._left[parts[here]] = focused
        at = (here + steps) % len(parts) if here is not None else (1 % len(parts) if steps > 0 else 0)
        self._enter(parts[at])

    def _enter(self, part: QWidget) -> None:
        kept = self._left.get(part)
        target = kept if kept is not None and _takes_keys(kept) and _holds(part, kept) else _entry(part)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _parts_in(widget: QWidget) -> Iterator[QWidget]:
    """What scrolls by itself: lists, tables, pages, panels; what lies inside of it belongs to it."""
    for child in cast("list[QWidget]", widget.findChildren(QWidget, options=_DIRECT)):
        if not child.isVisible() or child.isWindow():
            continue
        if isinstance(child, QAbstractScrollArea):
            yield child
        elif not isinstance(child, QComboBox):
            yield from _parts_in(child)


def _entry(part: QWidget) -> QWidget | None:
    """Where the keyboard goes in a part: itself, else the room that is seen, else the first from above."""
    if _takes_keys(part):
        return part
    found = [one for one in cast("list[QWidget]", part.findChildren(QWidget)) if _takes_keys(one)]
    highest = min(found, key=lambda one: _place(one, part)[::-1], default=None)
    return next((one for one in found if one.property("role") == "room" and one.property("checked")), highest)


def _takes_keys(widget: QWidget) -> bool:
    """Whether Tab would come to it."""
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def _place(part: QWidget, frame: QWidget) -> tuple[int, int]:
    corner = part.mapTo(frame, QPoint(0, 0))
    return corner.x(), corner.y()
