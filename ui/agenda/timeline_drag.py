"""What the mouse is about to do on the timeline: move an item, draw an edge, take a time away, make an item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum, auto

from PySide6.QtCore import QPointF

from models.rules import agenda_times
from models.rules.agenda_times import Slot, Slots
from models.rules.timing import DAY
from ui.agenda.layout import Block, as_time
from ui.agenda.timeline_shape import SNAP, Shape

EDGE = 6  # px at the ends of a block that draw them
FAR = 5  # px that the mouse moves before a press becomes a drag
SHORTEST = 5  # minutes
USUAL = 30  # minutes of an item that is made or gets its first time


class Grip(Enum):
    """What was taken hold of."""

    BODY = auto()
    TOP = auto()
    BOTTOM = auto()
    TRAY = auto()
    PAPER = auto()


@dataclass(frozen=True, slots=True)
class Move:
    """The item begins then; without a start it goes to the tray, in front of `before_id`."""

    item_id: int
    day: date | None
    start: time | None
    before_id: int | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The item takes so long."""

    item_id: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Begin:
    """The item begins then and ends when it did."""

    item_id: int
    start: time


@dataclass(frozen=True, slots=True)
class Make:
    """A new item then."""

    column: int
    begin: int
    end: int


Wish = Move | Stretch | Begin | Make


@dataclass
class Drag:
    """A press that may become a drag. `offset` is the minute of the item that was taken hold of."""

    grip: Grip
    pressed: QPointF
    item_id: int | None = None
    offset: float = 0
    begun: bool = False

    def is_far(self, point: QPointF) -> bool:
        """Whether the mouse has moved far enough to mean it."""
        return (point - self.pressed).manhattanLength() >= FAR

    def wish(
        self, shape: Shape, point: QPointF, slots: dict[int, Slot], *, snap: int = SNAP, scrolled: int = 0
    ) -> Wish | None:
        """What dropping at a point would do."""
        if self.grip is Grip.PAPER or self.item_id is None:
            return self._make(shape, point, snap)
        slot = slots.get(self.item_id)
        if slot is None:
            return None
        if self.grip is Grip.BOTTOM:
            return _stretch(shape, point, slot, snap)
        if self.grip is Grip.TOP:
            return _begin(shape, point, slot, snap)
        return self._move(shape, point, slot, snap, scrolled)

    def _move(self, shape: Shape, point: QPointF, slot: Slot, snap: int, scrolled: int) -> Wish:
        if shape.tray and point.x() >= shape.tray_left:
            place = shape.tray_place(point.y(), scrolled)
            tray = shape.board.tray
            return Move(slot.id, slot.day, None, tray[place] if place < len(tray) else None)
        begin = _snapped(shape.minute_at(point.y()) - self.offset, snap)
        begin = min(max(begin, 0), DAY - snap)
        return Move(slot.id, shape.board.days[shape.column_at(point.x())], as_time(begin))

    def _make(self, shape: Shape, point: QPointF, snap: int) -> Wish:
        begin = min(_snapped(shape.minute_at(self.pressed.y()), snap), DAY - snap)
        other = _snapped(shape.minute_at(point.y()), snap)
        begin, end = max(min(begin, other), 0), max(begin, other)
        return Make(shape.column_at(self.pressed.x()), begin, max(end, begin + SHORTEST))


def grip_of(shape: Shape, block: Block, point: QPointF) -> Grip:
    """Which part of a block lies under the mouse: short ones have a lower edge only."""
    rect = shape.rect_of(block)
    if point.y() >= rect.bottom() - min(EDGE, rect.height() / 3):
        return Grip.BOTTOM
    if rect.height() >= 5 * EDGE and point.y() <= rect.top() + EDGE and not block.open_end:
        return Grip.TOP
    return Grip.BODY


def outcome(wish: Wish, slots: Sequence[Slot], *, push: bool) -> Slots:
    """The slots that would differ."""
    if isinstance(wish, Move):
        return agenda_times.moved(slots, wish.item_id, day=wish.day, start=wish.start, push=push)
    if isinstance(wish, Stretch):
        return agenda_times.stretched(slots, wish.item_id, minutes=wish.minutes, push=push)
    if isinstance(wish, Begin):
        return agenda_times.begun(slots, wish.item_id, start=wish.start)
    return {}


def _stretch(shape: Shape, point: QPointF, slot: Slot, snap: int) -> Stretch | None:
    if slot.start is None:
        return None
    begin = slot.start.hour * 60 + slot.start.minute
    end = _snapped(shape.minute_at(point.y()), snap)
    return Stretch(slot.id, max(end - begin, SHORTEST))


def _begin(shape: Shape, point: QPointF, slot: Slot, snap: int) -> Begin | None:
    if slot.start is None or slot.minutes is None:
        return None
    last = slot.start.hour * 60 + slot.start.minute + slot.minutes - SHORTEST
    return Begin(slot.id, as_time(min(max(_snapped(shape.minute_at(point.y()), snap), 0), last)))


def _snapped(minute: float, snap: int) -> int:
    return round(minute / snap) * snap
