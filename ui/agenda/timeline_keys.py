"""The keyboard on the timeline: arrows choose, Alt moves, Shift stretches, in steps of five minutes."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from models.rules.agenda_times import shifted
from models.rules.timing import DAY
from ui.agenda.timeline_drag import SHORTEST, USUAL, Make, Move, Stretch, Wish
from ui.agenda.timeline_shape import SNAP

if TYPE_CHECKING:
    from ui.agenda.timeline import Timeline

PAUSE = 450  # ms without a key after which a row of steps is one change
_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class Keys:
    """Turns keys into choices and wishes. Steps in a row are shown at once and wished together, as one undo step."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._wish: Wish | None = None
        self._timer = QTimer(timeline, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self.settle)

    @property
    def waiting(self) -> bool:
        """Whether steps are shown that are not wished yet."""
        return self._wish is not None

    def settle(self) -> None:
        """Wish what the steps have come to."""
        wish, self._wish = self._wish, None
        self._timer.stop()
        if wish is not None:
            self._timeline.wish(wish)

    def forget_others(self, item_ids: Container[int]) -> None:
        """Forget the steps of an item that is not among these: somebody has deleted it."""
        if self._wish is not None and not isinstance(self._wish, Make) and self._wish.item_id not in item_ids:
            self.drop()

    def drop(self) -> None:
        """Forget the steps."""
        self._wish = None
        self._timer.stop()

    def pressed(self, event: QKeyEvent) -> bool:
        """Whether the key means something here."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape and self._wish is not None:
            self.drop()
            self._timeline.forget_wish()
            return True
        if key in _ARROWS:
            return self._arrow(*_ARROWS[key], held)
        order = self._timeline.order()
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and order:
            self._go_to(order[0 if key == Qt.Key.Key_Home else -1])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self._timeline.scene.current is not None:
            self.settle()
            self._timeline.open_requested.emit(self._timeline.scene.current)
            return True
        return False

    def _arrow(self, across: int, down: int, held: Qt.KeyboardModifier) -> bool:
        current = self._timeline.scene.current
        if held == Qt.KeyboardModifier.NoModifier or current is None:
            self.settle()
            self._choose(across, down)
            return True
        if self._timeline.read_only:
            return False
        if held == Qt.KeyboardModifier.AltModifier:
            self._move(current, across, down)
        elif held == Qt.KeyboardModifier.ShiftModifier:
            self._stretch(current, (across + down) * SNAP)
        else:
            return False
        return True

    def _choose(self, across: int, down: int) -> None:
        timeline, order = self._timeline, self._timeline.order()
        if not order:
            return
        current = timeline.scene.current
        if current not in order:
            self._go_to(order[0])
        elif down:
            self._go_to(order[min(max(order.index(current) + down, 0), len(order) - 1)])
        else:
            self._go_to(self._beside(current, across))

    def _beside(self, current: int, across: int) -> int:
        """The nearest item to the left or the right."""
        here = self._timeline.item_rect(current).center()

        def distance(item_id: int) -> int:
            there: QPoint = self._timeline.item_rect(item_id).center() - here
            return abs(there.y()) + abs(there.x()) // 2

        beside = [
            item_id
            for item_id in self._timeline.order()
            if (self._timeline.item_rect(item_id).center().x() - here.x()) * across > 4
        ]
        return min(beside, key=distance, default=current)

    def _go_to(self, item_id: int) -> None:
        self._timeline.choose(item_id)
        self._timeline.show_item(item_id)

    def _move(self, item_id: int, across: int, down: int) -> None:
        timeline = self._timeline
        slot = timeline.scene.slots[item_id]
        if slot.start is None:
            self._move_in_tray(item_id, down)
            return
        days = timeline.board().days
        if across:
            place = days.index(slot.day) + across if slot.day in days else -1
            if 0 <= place < len(days):
                self._show(Move(item_id, days[place], slot.start))
            return
        new = shifted(slot, down * SNAP)
        if new.start is not None:
            self._show(Move(item_id, new.day, new.start))

    def _move_in_tray(self, item_id: int, down: int) -> None:
        tray = self._timeline.board().tray
        place = tray.index(item_id) + (2 if down > 0 else -1)
        if down and 0 <= place <= len(tray):
            self._timeline.order_requested.emit(item_id, tray[place] if place < len(tray) else None)

    def _stretch(self, item_id: int, by: int) -> None:
        slot = self._timeline.scene.slots[item_id]
        minutes = USUAL if slot.minutes is None else min(max(slot.minutes + by, SHORTEST), DAY)
        self._show(Stretch(item_id, minutes))

    def _show(self, wish: Wish) -> None:
        if self._wish is not None and type(self._wish) is not type(wish):
            self.settle()
        self._wish = wish
        self._timeline.wish(wish, store=False)
        item = self._timeline.scene.current
        if item is not None:
            self._timeline.show_item(item)
        self._timer.start()
