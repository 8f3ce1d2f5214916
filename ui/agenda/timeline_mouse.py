"""The mouse on the timeline: press to choose, drag to move, draw an edge, put into the tray, make an item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from ui.agenda.timeline_drag import USUAL, Drag, Grip, Make, Move, Wish, grip_of
from ui.agenda.timeline_shape import HEADER, SNAP

if TYPE_CHECKING:
    from ui.agenda.timeline import Timeline

SCROLL_EVERY = 30  # ms, while something is dragged over the edge
SCROLL_BY, EDGE = 12, 16  # px
_NONE = Qt.KeyboardModifier.NoModifier


class Mouse:
    """Turns presses, moves and releases into choices and wishes."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._drag: Drag | None = None
        self._at = QPointF()
        self._scroller = QTimer(timeline, interval=SCROLL_EVERY)
        self._scroller.timeout.connect(self._scroll_along)

    @property
    def dragging(self) -> bool:
        """Whether something is being dragged."""
        return self._drag is not None and self._drag.begun

    @property
    def may_drop_in_tray(self) -> bool:
        """Whether what is dragged may lose its clock time."""
        return self._drag is not None and self._drag.begun and self._drag.grip is Grip.BODY

    def pressed(self, event: QMouseEvent) -> None:
        """Choose what lies there, and be ready to drag it."""
        timeline, point, held = self._timeline, event.position(), event.modifiers()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        item_id = timeline.item_at(point)
        timeline.choose(
            item_id,
            keep=bool(held & Qt.KeyboardModifier.ControlModifier),
            through=bool(held & Qt.KeyboardModifier.ShiftModifier) and item_id is not None,
        )
        if not timeline.read_only:
            self._drag = self._taken(point, item_id)

    def moved(self, point: QPointF, held: Qt.KeyboardModifier = _NONE) -> None:
        """Drag on, or tell by the cursor what could be dragged."""
        self._at = point
        if self._drag is None:
            self._point_out(point)
        elif self._drag.begun or self._drag.is_far(point):
            self._drag.begun = True
            self._scroller.start()
            self._drag_on(held)

    def released(self, event: QMouseEvent) -> None:
        """Drop."""
        drag = self._drag
        if drag is None or event.button() != Qt.MouseButton.LeftButton:
            return
        wish = self._wish(drag, event.modifiers()) if drag.begun else None
        self.let_go()
        if wish is not None:
            self._drop(drag, wish)

    def clicked_twice(self, point: QPointF) -> None:
        """Open an item; on the paper make one."""
        timeline, shape = self._timeline, self._timeline.scene.shape
        item_id = timeline.item_at(point)
        self.let_go()
        if item_id is not None:
            timeline.open_requested.emit(item_id)
        elif shape.canvas().contains(point):
            begin = int(shape.minute_at(point.y())) // SNAP * SNAP
            timeline.wish(Make(shape.column_at(point.x()), begin, begin + USUAL))

    def let_go(self) -> None:
        """End the drag; nothing is wished."""
        was, self._drag = self.dragging, None
        self._scroller.stop()
        scene = self._timeline.scene
        scene.dragged = scene.tray_mark = scene.ghost = None
        scene.tray_target = False
        if was:
            self._timeline.forget_wish()

    def _taken(self, point: QPointF, item_id: int | None) -> Drag | None:
        shape = self._timeline.scene.shape
        block = shape.block_at(point)
        if block is not None:
            return Drag(grip_of(shape, block, point), point, item_id, shape.minute_at(point.y()) - block.begin)
        if item_id is not None:
            return Drag(Grip.TRAY, point, item_id)
        return Drag(Grip.PAPER, point) if shape.canvas().contains(point) else None

    def _drag_on(self, held: Qt.KeyboardModifier) -> None:
        wish = self._wish(self._drag, held) if self._drag is not None else None
        if wish is None or self._drag is None:
            return
        scene = self._timeline.scene
        scene.dragged = self._drag.item_id
        scene.tray_target = isinstance(wish, Move) and wish.start is None
        scene.tray_mark = scene.shape.tray_place(self._at.y(), scene.tray_scrolled) if scene.tray_target else None
        scene.ghost = (wish.column, wish.begin, wish.end) if isinstance(wish, Make) else None
        if scene.tray_target:
            self._timeline.forget_wish()
        else:
            self._timeline.show_wish(wish)

    def _wish(self, drag: Drag, held: Qt.KeyboardModifier) -> Wish | None:
        snap = 1 if held & Qt.KeyboardModifier.AltModifier else SNAP
        timeline = self._timeline
        return drag.wish(
            timeline.still_shape(), self._at, timeline.slots, snap=snap, scrolled=timeline.scene.tray_scrolled
        )

    def _drop(self, drag: Drag, wish: Wish) -> None:
        if isinstance(wish, Move) and wish.start is None and drag.grip is Grip.TRAY:
            if wish.before_id != wish.item_id:
                self._timeline.order_requested.emit(wish.item_id, wish.before_id)
            return
        self._timeline.wish(wish)

    def _scroll_along(self) -> None:
        """Scroll while something is held over the upper or the lower edge."""
        y, height = self._at.y(), self._timeline.viewport().height()
        by = -SCROLL_BY if y < HEADER + EDGE else SCROLL_BY if y > height - EDGE else 0
        if by and self.dragging:
            bar = self._timeline.verticalScrollBar()
            bar.setValue(bar.value() + by)
            self._drag_on(_NONE)

    def _point_out(self, point: QPointF) -> None:
        timeline = self._timeline
        block = timeline.scene.shape.block_at(point)
        grip = grip_of(timeline.scene.shape, block, point) if block is not None and not timeline.read_only else None
        edge = grip in (Grip.TOP, Grip.BOTTOM)
        timeline.viewport().setCursor(Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor)
