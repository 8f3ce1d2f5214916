"""Paints the timeline. Nothing here decides anything: everything is given."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from models.rules.agenda_times import Slot
from models.rules.dates import format_day, format_weekday
from resources.languages import translator
from ui.agenda.cards import HIGHLIGHTS, Card, times_of
from ui.agenda.layout import Block, Gap, as_time
from ui.agenda.timeline_shape import HEADER, RULER, TRAY_HEADER, Shape
from ui.theme import Theme, load_theme
from ui.widgets.icons import pixmap

BAR = 3  # px: the colored edge of a block
ONE_LINE = 44  # px of height below which title and time share a line
LEAST_TEXT = 11  # px of height that still holds small words


@dataclass
class Scene:
    """All that is painted."""

    shape: Shape = field(default_factory=Shape)
    cards: Mapping[int, Card] = field(default_factory=dict)
    slots: Mapping[int, Slot] = field(default_factory=dict)
    chosen: Set[int] = frozenset()
    current: int | None = None
    dragged: int | None = None
    pushed: Set[int] = frozenset()
    ghost: tuple[int, int, int] | None = None  # column, begin and end of an item about to be made
    tray_mark: int | None = None  # in front of which line of the tray something would be dropped
    tray_target: bool = False
    tray_scrolled: int = 0
    tray_foot: int = 0  # px at its end that a button covers
    now: datetime | None = None
    focused: bool = False
    language: str = "zh"
    theme: Theme = field(default_factory=lambda: load_theme("light"))
    font: QFont = field(default_factory=QFont)
    scale: float = 1.0  # device pixels


class Brush:
    """Paints one scene with one painter."""

    def __init__(self, painter: QPainter, scene: Scene) -> None:
        self.painter, self.scene, self.shape = painter, scene, scene.shape
        self.normal, self.small, self.bold, self.tiny = (_font(scene.font, size, bold) for size, bold in _FONTS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self) -> None:
        """Everything, from the back to the front."""
        painter, shape = self.painter, self.shape
        painter.save()
        painter.setClipRect(shape.canvas())
        self._hours(lines=True)
        for gap in shape.board.gaps:
            self._gap(gap)
        if not shape.board.blocks and self.scene.ghost is None:
            self._hint()
        for block in shape.board.blocks:
            if block.item_id != self.scene.dragged:
                self._block(block)
        if self.scene.ghost is not None:
            self._ghost(*self.scene.ghost)
        dragged = shape.board.block_of(self.scene.dragged) if self.scene.dragged is not None else None
        if dragged is not None:
            self._block(dragged)
        painter.restore()
        self._ruler()
        self._heads()
        self._now_line()
        if shape.tray:
            self._tray()

    # the paper below
    def _ruler(self) -> None:
        self.painter.fillRect(QRectF(0, HEADER, RULER, self.shape.height - HEADER), self._color("surface"))
        self._hours(lines=False)

    def _hours(self, *, lines: bool) -> None:
        painter, shape = self.painter, self.shape
        step = 60 if shape.scale < 3 else 30
        painter.setFont(self.small)
        for minute in range(shape.board.first, shape.board.last + 1, step):
            y = round(shape.y_of(minute)) + 0.5
            if not HEADER < y < shape.height:
                continue
            if lines:
                painter.setPen(QPen(self._color("hairline"), 1))
                painter.drawLine(QPointF(RULER, y), QPointF(shape.tray_left, y))
            else:
                painter.setPen(self._color("ink_faint" if minute % 60 == 0 else "ink_disabled"))
                words = f"{as_time(minute):%H:%M}"
                painter.drawText(QRectF(0, y - 8, RULER - 8, 16), _RIGHT, words)

    def _heads(self) -> None:
        painter, shape = self.painter, self.shape
        painter.fillRect(QRectF(0, 0, shape.tray_left, HEADER), self._color("surface"))
        painter.save()
        painter.setClipRect(QRectF(RULER, 0, shape.tray_left - RULER, shape.height))
        for column, day in enumerate(shape.board.days):
            left = shape.column_left(column)
            if column:
                painter.setPen(QPen(self._color("border"), 1))
                painter.drawLine(QPointF(round(left) + 0.5, 6), QPointF(round(left) + 0.5, shape.height))
            room = QRectF(left + 12, 0, shape.column_width - 20, HEADER)
            self._words(room, _day_words(day, self.scene.language), self.bold, "ink")
        painter.restore()
        painter.setPen(QPen(self._color("border"), 1))
        painter.drawLine(QPointF(0, HEADER - 0.5), QPointF(shape.tray_left, HEADER - 0.5))

    def _gap(self, gap: Gap) -> None:
        rect = self.shape.span_rect(gap.column, gap.begin, gap.end)
        if rect.height() < LEAST_TEXT or rect.bottom() < HEADER or rect.top() > self.shape.height:
            return
        _ = translator(self.scene.language).gettext
        words = _("{minutes} min free").format(minutes=gap.end - gap.begin)
        self.painter.setFont(self.small)
        self.painter.setPen(self._color("ink_faint"))
        self.painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _hint(self) -> None:
        """What the empty paper is for."""
        _ = translator(self.scene.language).gettext
        words = _("Drag an item here to give it a clock time, or double-click to add one")
        self.painter.setFont(self.normal)
        self.painter.setPen(self._color("ink_faint"))
        where = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        self.painter.drawText(self.shape.canvas().adjusted(40, 0, -40, 0), where, words)

    def _now_line(self) -> None:
        now, shape = self.scene.now, self.shape
        if now is None or now.date() not in shape.board.days:
            return
        y = shape.y_of(now.hour * 60 + now.minute)
        if not HEADER < y < shape.height:
            return
        left = shape.column_left(shape.board.days.index(now.date()))
        right = min(left + shape.column_width, shape.tray_left)
        self.painter.setPen(QPen(self._color("accent"), 2))
        self.painter.drawLine(QPointF(max(left, RULER), y), QPointF(right, y))
        room = QRectF(4, y - 9, RULER - 6, 18)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self._color("accent_fill"))
        self.painter.drawRoundedRect(room, 4, 4)
        self._words(room, f"{now:%H:%M}", self.small, "on_accent", Qt.AlignmentFlag.AlignCenter)

    # the blocks
    def _block(self, block: Block) -> None:
        rect, card = self.shape.rect_of(block), self.scene.cards.get(block.item_id)
        if card is None or rect.bottom() < HEADER or rect.top() > self.shape.height:
            return
        chosen = block.item_id in self.scene.chosen or block.item_id == self.scene.dragged
        self._card(rect, card, chosen, dashed=block.open_end or block.item_id in self.scene.pushed)
        room = rect.adjusted(BAR + 6, 0, -6, 0)
        if block.has_parts:
            room.setWidth(room.width() * 0.32)
        if card.marks:
            self._mark(rect)
            room.setRight(min(room.right(), rect.right() - 22))
        self._block_words(room, card, self.scene.slots[block.item_id])

    def _card(self, rect: QRectF, card: Card, chosen: bool, *, dashed: bool) -> None:
        painter = self.painter
        fill = "accent_soft" if chosen else "canvas" if card.is_pause else "warn_soft" if card.marks else "raised"
        line = "accent" if chosen and self.scene.focused else "accent_line" if chosen else "warn_line"
        pen = QPen(self._color(line if chosen or card.marks else "border"), 1)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._color(fill))
        radius = min(5.0, rect.height() / 3)
        painter.drawRoundedRect(rect, radius, radius)
        bar = "warn" if card.marks else "accent" if card.kind in HIGHLIGHTS else "ink_disabled"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color(bar))
        if not card.is_pause or card.marks:
            painter.drawRoundedRect(QRectF(rect.left() + 2, rect.top() + 2, BAR, max(rect.height() - 4, 1)), 1.5, 1.5)

    def _block_words(self, room: QRectF, card: Card, slot: Slot) -> None:
        token = "ink_soft" if card.is_pause else "ink"
        times = times_of(slot, self.scene.language)
        if room.height() < LEAST_TEXT or room.width() < 24:
            return
        if room.height() < ONE_LINE:
            font = self.tiny if room.height() < 14 else self.small if room.height() < 17 else self.normal
            self._pair(room, times, card.title, font, token)
            return
        room = room.adjusted(0, 4, 0, -2)
        lines = [(card.title, self.normal if card.is_pause else self.bold, token), (times, self.small, "ink_soft")]
        lines += [(words, self.small, "ink_soft") for words in (card.who, card.budget, card.place) if words]
        for words, font, color in lines:
            height = QFontMetricsF(font).lineSpacing()
            if room.height() < height - 1:
                return
            self._words(QRectF(room.left(), room.top(), room.width(), height), words, font, color)
            room.setTop(room.top() + height + 1)

    def _pair(self, room: QRectF, times: str, title: str, font: QFont, token: str) -> None:
        small = self.tiny if font is self.tiny else self.small
        width = QFontMetricsF(small).horizontalAdvance(times) + 10
        if room.width() < width + 60:
            self._words(room, title, font, token)
            return
        self._words(QRectF(room.left(), room.top(), width, room.height()), times, small, "ink_soft")
        self._words(room.adjusted(width, 0, 0, 0), title, font, token)

    def _mark(self, rect: QRectF) -> None:
        size = 14
        if rect.height() >= size:
            drawn = _warning_sign(self.scene.theme.tokens["warn"], size, self.scene.scale)
            top = rect.top() + (5 if rect.height() > ONE_LINE else (rect.height() - size) / 2)
            self.painter.drawPixmap(QPointF(rect.right() - size - 5, top), drawn)

    def _ghost(self, column: int, begin: int, end: int) -> None:
        rect = self.shape.span_rect(column, begin, end)
        self.painter.setPen(QPen(self._color("accent"), 1, Qt.PenStyle.DashLine))
        self.painter.setBrush(self._color("accent_soft"))
        self.painter.drawRoundedRect(rect, 5, 5)
        words = f"{as_time(begin):%H:%M}–{as_time(end):%H:%M}"
        self._words(rect.adjusted(10, 0, -6, 0), words, self.small, "accent")

    # the tray
    def _tray(self) -> None:
        painter, shape, area = self.painter, self.shape, self.shape.tray_rect()
        painter.fillRect(area, self._color("accent_soft" if self.scene.tray_target else "canvas"))
        painter.setPen(QPen(self._color("border"), 1))
        painter.drawLine(area.topLeft() + QPointF(0.5, 0), area.bottomLeft() + QPointF(0.5, 0))
        painter.save()
        painter.setClipRect(area.adjusted(1, TRAY_HEADER, 0, -self.scene.tray_foot))
        for place, item_id in enumerate(shape.board.tray):
            self._tray_item(shape.tray_row(place, self.scene.tray_scrolled), item_id)
        if self.scene.tray_mark is not None:
            row = shape.tray_row(self.scene.tray_mark, self.scene.tray_scrolled)
            painter.setPen(QPen(self._color("accent"), 2))
            painter.drawLine(row.topLeft() - QPointF(0, 2), row.topRight() - QPointF(0, 2))
        painter.restore()
        _ = translator(self.scene.language).gettext
        room = QRectF(area.left() + 12, 0, area.width() - 20, TRAY_HEADER)
        self._words(room, _("Without clock times"), self.bold, "ink")

    def _tray_item(self, rect: QRectF, item_id: int) -> None:
        card = self.scene.cards.get(item_id)
        if card is None or rect.bottom() < TRAY_HEADER or rect.top() > self.shape.height:
            return
        self._card(rect, card, item_id in self.scene.chosen or item_id == self.scene.dragged, dashed=False)
        room = rect.adjusted(BAR + 6, 4, -6, -3)
        if card.marks:
            self._mark(rect)
            room.setRight(room.right() - 18)
        half = room.height() / 2
        title = f"{card.number}  {card.title}" if card.number else card.title
        self._words(QRectF(room.left(), room.top(), room.width(), half), title, self.normal, "ink")
        _ = translator(self.scene.language).gettext
        minutes = _("{count} min").format(count=card.minutes) if card.minutes is not None else card.kind_words
        below = " · ".join(filter(None, (minutes, card.who)))
        self._words(QRectF(room.left(), room.top() + half, room.width(), half), below, self.small, "ink_soft")

    # pens
    def _words(
        self, room: QRectF, words: str, font: QFont, token: str, where: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> None:
        self.painter.setFont(font)
        self.painter.setPen(self._color(token))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        self.painter.drawText(room, where | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _color(self, token: str) -> QColor:
        return self.scene.theme.color(token)


_FONTS = ((13, False), (12, False), (13, True), (10, False))
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@cache
def _warning_sign(color: str, size: int, scale: float) -> QPixmap:
    return pixmap("triangle-alert", color, size=size, scale=scale)


def _font(base: QFont, size: int, bold: bool) -> QFont:
    font = QFont(base)
    font.setPixelSize(size)
    font.setBold(bold)
    return font


def _day_words(day: date | None, language: str) -> str:
    if day is None:
        _ = translator(language).gettext
        return _("Day not known")
    return f"{format_day(day, language)}  {format_weekday(day, language)}"
