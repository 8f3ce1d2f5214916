"""Draws the way of a route: times on the left, a line with its knots, chips for the minutes on the road, cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from models.rules.dates import format_time
from models.snapshots.shapes import VisitRoute, VisitStop
from resources.languages import translator
from ui.theme import Theme
from ui.visits.found import is_late
from ui.visits.way import LINE, PADDING, Block, Part, slack, total_minutes
from ui.visits.words import minutes_words, stop_name
from ui.widgets.icons import pixmap

GUTTER, SPINE, LEFT, RIGHT = 60, 76, 94, 14
CHIP_HEIGHT, CHIP_PADDING, GAP = 22, 9, 6
EDGE = 7  # pixels at the lower edge of a card by which it is stretched
KNOT = 5
PEOPLE = "people"  # the column of the remark about people, at the departure


@dataclass(frozen=True)
class Look:
    """How to draw: theme, language, font, width; a route that is not timed at all asks for no minutes."""

    theme: Theme
    language: str
    font: QFont
    width: int
    focused: bool = False
    timed: bool = True

    @property
    def metrics(self) -> QFontMetrics:
        """Measures of the font."""
        return QFontMetrics(self.font)

    @property
    def bold(self) -> QFont:
        """The font of names."""
        font = QFont(self.font)
        font.setBold(True)
        return font


@dataclass(frozen=True)
class Hit:
    """What lies under the pointer: a part of the way, its stop, and the column that may be edited there."""

    part: Part
    stop_id: int | None
    column: str = ""
    edge: bool = False


def card(block: Block, look: Look) -> QRectF:
    """Where the card of a stop is drawn, or the words of departure and end."""
    return QRectF(LEFT, block.top, look.width - LEFT - RIGHT, block.height)


def time_rect(block: Block) -> QRectF:
    """Where a time stands beside a block."""
    return QRectF(2, block.top + 3, GUTTER, CHIP_HEIGHT)


def chips(block: Block, look: Look) -> dict[str, tuple[QRectF, str, str]]:
    """The chips of a leg or a card by column: where, what they say, in which color."""
    if block.stop is None:
        return {}
    _, stop, asks = translator(look.language).gettext, block.stop, "warn" if look.timed else "ink_faint"
    if block.part is Part.STOP:
        words = _("{count} min").format(count=stop.minutes) if stop.minutes is not None else _("? min")
        width, area = look.metrics.horizontalAdvance(words) + 2 * CHIP_PADDING, card(block, look)
        rect = QRectF(area.right() - width - 8, area.top() + 8, width, CHIP_HEIGHT)
        return {"minutes": (rect, words, "ink" if stop.minutes is not None else asks)}
    unknown = stop.travel_minutes is None
    travel = _("On the way ? min") if unknown else _("On the way {count} min").format(count=stop.travel_minutes)
    some = stop.buffer_minutes is not None
    buffer = _("Buffer {count} min").format(count=stop.buffer_minutes) if some else _("＋ Buffer")
    found, left = {}, float(LEFT)
    tokens = (asks if unknown else "ink_soft", "ink_soft" if some else "ink_faint")
    for column, said, token in zip(("travel_minutes", "buffer_minutes"), (travel, buffer), tokens, strict=True):
        width = look.metrics.horizontalAdvance(said) + 2 * CHIP_PADDING
        found[column] = (QRectF(left, block.top + 8, width, CHIP_HEIGHT), said, token)
        left += width + GAP
    return found


def hit(way: Sequence[Block], at: QPointF, look: Look) -> Hit | None:
    """What lies at a point of the canvas."""
    block = next((block for block in way if block.top <= at.y() < block.bottom), None)
    if block is None:
        return None
    stop_id = block.stop.id if block.stop else None
    for column, (rect, _words, _token) in chips(block, look).items():
        if rect.contains(at):
            return Hit(block.part, stop_id, column)
    if block.part in (Part.DEPARTURE, Part.STOP) and time_rect(block).contains(at):
        return Hit(block.part, stop_id, "departs_at" if block.part is Part.DEPARTURE else "arrive")
    if block.part is Part.DEPARTURE and block.lines and remark_rect(block, look).contains(at):
        return Hit(block.part, None, PEOPLE)
    edge = block.part is Part.STOP and at.x() >= LEFT and at.y() >= block.bottom - EDGE
    return Hit(block.part, stop_id, edge=edge)


def remark_rect(block: Block, look: Look) -> QRectF:
    """Where the remark beside the departure stands."""
    width = look.metrics.horizontalAdvance(block.lines[0][1]) + 2 if block.lines else 0
    area = card(block, look)
    return QRectF(area.right() - width - 12, area.top(), width, area.height() - 8)


def edit_rect(block: Block, column: str, look: Look) -> QRectF:
    """Where a column of a block is typed."""
    if column in ("arrive", "departs_at"):
        return time_rect(block)
    rect = chips(block, look)[column][0]
    width = max(rect.width(), 66)
    left = min(rect.left(), look.width - RIGHT - 8 - width)
    return QRectF(left, rect.top(), width, rect.height())


def cut_words(block: Block, at: QPointF, look: Look) -> str:
    """The whole of a line under the pointer that does not fit, else nothing."""
    if block.part is not Part.STOP or block.stop is None or at.x() < LEFT:
        return ""
    number = int((at.y() - block.top - PADDING) // LINE)
    if number <= 0:
        name = f"{block.number}  {stop_name(block.stop, look.language)}"
        return name if QFontMetrics(look.bold).horizontalAdvance(name) > _name_room(block, look) else ""
    words = block.lines[number - 1][1] if number <= len(block.lines) else ""
    return words if look.metrics.horizontalAdvance(words) > _line_room(block, look) else ""


class WayPainter:
    """Draws blocks with one painter."""

    def __init__(self, painter: QPainter, look: Look, route: VisitRoute) -> None:
        self._p, self._look, self._route = painter, look, route
        self._translate = translator(look.language).gettext
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font)

    def way(self, way: Sequence[Block], chosen: int | None) -> None:
        """Everything; `chosen` is the stop chosen, None the route itself."""
        self._pen("border", 2)
        self._p.drawLine(QPointF(SPINE, way[0].top + 14), QPointF(SPINE, way[-1].top + 14))
        for block in way:
            if block.part is Part.DEPARTURE:
                self._departure(block, chosen is None)
            elif block.part is Part.LEG:
                self._leg(block)
            elif block.part is Part.STOP:
                self.stop(block, chosen=block.stop is not None and block.stop.id == chosen)
            else:
                self._end(block)

    def stop(self, block: Block, *, chosen: bool, lifted: bool = False) -> None:
        """The card of a stop with its times."""
        if block.stop is None:
            return
        area = card(block, self._look)
        self._p.setBrush(self._color("accent_soft" if chosen else "surface"))
        self._pen("accent" if (chosen and self._look.focused) or lifted else "accent_line" if chosen else "border")
        self._p.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self._name(block)
        for place, (token, words) in enumerate(block.lines):
            top = area.top() + PADDING + LINE * (place + 1)
            self._line(QRectF(area.left() + 12, top, _line_room(block, self._look), LINE), words, token)
        for rect, words, token in chips(block, self._look).values():
            self._chip(rect, words, token, filled=True)
        if not lifted:
            self._stop_times(block, block.stop)

    def _departure(self, block: Block, chosen: bool) -> None:
        self._knot(block.top + 14, "ink_soft", filled=False)
        known = self._route.departs_at is not None
        self._time(time_rect(block), format_time(self._route.departs_at) or "--:--", "ink" if known else "ink_faint")
        _, place = self._translate, self._route.departs_from.pick(self._look.language)
        words = " · ".join(filter(None, (_("Departure"), place)))
        area = card(block, self._look).adjusted(0, 0, 0, -8)
        if chosen:
            self._p.setBrush(self._color("accent_soft"))
            self._pen("accent" if self._look.focused else "accent_line")
            self._p.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        remark = remark_rect(block, self._look)
        self._line(area.adjusted(12, 0, -24 - remark.width(), 0), words, "ink")
        for token, said in block.lines:
            self._line(remark, said, token)

    def _leg(self, block: Block) -> None:
        right = 0.0
        for rect, words, token in chips(block, self._look).values():
            self._chip(rect, words, token)
            right = rect.right()
        minutes = slack(block.stop) if block.stop else None
        if minutes is not None and block.stop is not None and minutes != 0:
            _, first = self._translate, format_time(block.stop.earliest)
            late = _("▲ Cannot be reached before {time}").format(time=first)
            spare = _("{minutes} to spare").format(minutes=minutes_words(abs(minutes), self._look.language))
            room = QRectF(right + 10, block.top + 8, self._look.width - RIGHT - right - 10, CHIP_HEIGHT)
            self._line(room, late if minutes < 0 else spare, "bad" if minutes < 0 else "ink_faint")

    def _end(self, block: Block) -> None:
        _, stops, minutes = self._translate, self._route.stops, total_minutes(self._route)
        if not stops:
            return
        self._knot(block.top + 14, "ink_soft", filled=False)
        self._time(time_rect(block), format_time(stops[-1].leave) or "--:--", "ink_soft")
        all_in_all = minutes_words(minutes, self._look.language) if minutes else ""
        words = _("End") + (f" · {all_in_all}" if all_in_all else "")
        self._line(card(block, self._look).adjusted(12, 0, -12, -4), words, "ink_soft")

    def _stop_times(self, block: Block, stop: VisitStop) -> None:
        late = is_late(stop)
        self._knot(block.top + 14, "bad" if late else "ink_soft", filled=True)
        token = "bad" if late else "ink" if stop.fixed_arrival is not None else "ink_soft"
        self._p.setFont(self._look.bold if stop.fixed_arrival is not None else self._look.font)
        self._time(time_rect(block), format_time(stop.arrive) or "--:--", token if stop.arrive else "ink_disabled")
        self._p.setFont(self._look.font)
        if stop.fixed_arrival is not None:
            pin = pixmap("map-pin", self._look.theme.tokens[token], size=11, scale=self._p.device().devicePixelRatio())
            self._p.drawPixmap(QPointF(4, block.top + 8), pin)
        if stop.leave is not None and block.height >= LINE * 2 + 8:
            self._time(QRectF(2, block.bottom - CHIP_HEIGHT, GUTTER, CHIP_HEIGHT), format_time(stop.leave), "ink_faint")

    def _name(self, block: Block) -> None:
        assert block.stop is not None
        area = card(block, self._look)
        room = QRectF(area.left() + 12, area.top() + PADDING - 1, _name_room(block, self._look), LINE)
        named = bool(block.stop.place)
        self._p.setFont(self._look.bold)
        name = f"{block.number}  {stop_name(block.stop, self._look.language)}"
        self._line(room, name, "ink" if named else "warn", QFontMetrics(self._look.bold))
        self._p.setFont(self._look.font)

    def _chip(self, rect: QRectF, words: str, token: str, *, filled: bool = False) -> None:
        self._p.setBrush(self._color("surface" if filled else "raised"))
        self._pen({"warn": "warn_line"}.get(token, "hairline"))
        self._p.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 11, 11)
        self._pen(token)
        self._p.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _time(self, rect: QRectF, words: str, token: str) -> None:
        self._pen(token)
        self._p.drawText(rect.adjusted(0, 0, -2, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _line(self, rect: QRectF, words: str, token: str, metrics: QFontMetrics | None = None) -> None:
        self._pen(token)
        room = (metrics or self._look.metrics).elidedText(words, Qt.TextElideMode.ElideRight, int(rect.width()))
        self._p.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, room)

    def _knot(self, y: float, token: str, *, filled: bool) -> None:
        self._pen(token, 2)
        self._p.setBrush(self._color(token if filled else "surface"))
        self._p.drawEllipse(QPointF(SPINE, y), KNOT, KNOT)

    def _pen(self, token: str, width: float = 1) -> None:
        self._p.setPen(QPen(self._color(token), width))

    def _color(self, token: str) -> QColor:
        return self._look.theme.color(token)


def _name_room(block: Block, look: Look) -> int:
    minutes = chips(block, look)["minutes"][0]
    return int(minutes.left() - LEFT - 12 - 10)


def _line_room(_block: Block, look: Look) -> int:
    return look.width - LEFT - RIGHT - 24
