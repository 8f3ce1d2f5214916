"""The day timeline: blocks to drag and stretch, by mouse and by keyboard; what it wishes, the room does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPushButton, QToolTip, QWidget

from models.rules.agenda_times import Slot, Slots
from resources.languages import translator
from ui.agenda.cards import Card, times_of
from ui.agenda.layout import EMPTY_BOARD, Board, lay_out
from ui.agenda.timeline_drag import Make, Wish, outcome
from ui.agenda.timeline_keys import Keys
from ui.agenda.timeline_mouse import Mouse
from ui.agenda.timeline_paint import Brush, Scene
from ui.agenda.timeline_shape import HEADER, TRAY_HEADER, TRAY_ROW, Shape
from ui.theme import Theme
from ui.widgets.tips import as_tip

SCALES = (0.8, 1.2, 1.6, 2.0, 2.6, 3.4, 4.6, 6.0)  # pixels a minute
USUAL_ZOOM = 4
SHORT = 5  # minutes that are too low to read on the usual scale
CLOCK_EVERY = 20_000  # ms
TRAY_FOOT = 44  # px for the button at the end of the tray
WAIT_FOR_STORE = 2000  # ms: how long an older agenda that still arrives does not displace what was wished


class Timeline(QAbstractScrollArea):
    """Shows the agenda of a meeting by the clock. `wished(Wish)` asks the room for a change; see `timeline_drag`.

    Until the next agenda comes the timeline shows what was wished; `forget_wish` shows what is stored.
    """

    wished = Signal(object)
    item_chosen = Signal(object)  # the id, or None
    item_pointed = Signal(int)  # by the mouse, chosen before or not
    open_requested = Signal(int)
    order_requested = Signal(int, object)  # an item of the tray, and the one in front of which it shall stand
    menu_requested = Signal(QPoint)
    zoomed = Signal(int)
    times_requested = Signal()  # for all that lies in the tray

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setProperty("role", "timeline")
        self.slots: dict[int, Slot] = {}
        self.scene = Scene()
        self.push = False
        self.read_only = False
        self.zoom = self._wished_zoom = USUAL_ZOOM
        self.clock: Callable[[], datetime] = datetime.now
        self._days: Sequence[date] = ()
        self._board = EMPTY_BOARD
        self._preview: Slots = {}
        self._anchor: int | None = None
        self._laying_out = False
        self.in_turn = QPushButton(self.viewport())
        self.in_turn.setCursor(Qt.CursorShape.ArrowCursor)
        self.in_turn.clicked.connect(self.times_requested)
        self.in_turn.hide()
        self.keys, self.mouse = Keys(self), Mouse(self)
        self._on_its_way = QTimer(self, interval=WAIT_FOR_STORE, singleShot=True)
        self._on_its_way.timeout.connect(self.forget_wish)
        self._ticks = QTimer(self, interval=CLOCK_EVERY)
        self._ticks.timeout.connect(self.refresh)
        self._ticks.start()
        self.verticalScrollBar().valueChanged.connect(self.refresh)
        self.horizontalScrollBar().valueChanged.connect(self.refresh)

    # what is shown
    def show_agenda(
        self, slots: Sequence[Slot], cards: Mapping[int, Card], days: Sequence[date], *, another: bool = False
    ) -> None:
        """Show an agenda; the same one after a change keeps place and choice."""
        self.slots = {slot.id: slot for slot in slots}
        self._days, self.scene.cards = days, cards
        if another:
            self.scene.chosen, self.scene.current = frozenset(), None
            self.mouse.let_go()
            self.keys.drop()
            self._preview = {}
        self.keys.forget_others(self.slots)
        came = all(self.slots.get(item_id) == slot for item_id, slot in self._preview.items())
        if not self.mouse.dragging and not self.keys.waiting and (came or not self._on_its_way.isActive()):
            self._preview = {}
            self._on_its_way.stop()
        self._preview = {item_id: slot for item_id, slot in self._preview.items() if item_id in self.slots}
        self.scene.chosen = frozenset(item_id for item_id in self.scene.chosen if item_id in self.slots)
        if self.scene.current not in self.slots:
            self.scene.current = None
        first_times = not self._board.blocks
        self._board = lay_out(slots, days)
        if another:
            self.zoom = self._readable_zoom()
        self.refresh()
        if another or (first_times and self._board.blocks):
            self._show_start()

    def forget_wish(self) -> None:
        """Show what is stored: the wish was refused, or nothing has come of it."""
        self._on_its_way.stop()
        self._preview = {}
        self.refresh()

    def board(self) -> Board:
        """The board as it is shown, with what is being dragged."""
        return self.scene.shape.board

    def set_zoom(self, zoom: int) -> None:
        """Nearer or farther; the middle stays where it is."""
        zoom = self._wished_zoom = min(max(zoom, 0), len(SCALES) - 1)
        if zoom == self.zoom:
            return
        middle = self.scene.shape.minute_at(self.viewport().height() / 2)
        self.zoom = zoom
        self.refresh()
        self.verticalScrollBar().setValue(
            round(self.verticalScrollBar().value() + self.scene.shape.y_of(middle) - self.viewport().height() / 2)
        )
        self.zoomed.emit(zoom)

    def _readable_zoom(self) -> int:
        """As wished; where nobody wished for another one, a step nearer if some item is too short for its words."""
        short = any(block.end - block.begin <= SHORT for block in self._board.blocks)
        return self._wished_zoom + int(short and self._wished_zoom == USUAL_ZOOM)

    def choose(self, item_id: int | None, *, keep: bool = False, through: bool = False) -> None:
        """Choose an item; `keep` adds it to those chosen or takes it away, `through` adds all between."""
        self.keys.settle()
        chosen = set(self.scene.chosen)
        if item_id is None:
            chosen = set()
        elif through and self._anchor in self.order():
            first, last = sorted((self.order().index(self._anchor or 0), self.order().index(item_id)))
            chosen = set(self.order()[first : last + 1])
        elif keep:
            chosen ^= {item_id}
        else:
            chosen = {item_id}
        if not through:
            self._anchor = item_id
        changed = item_id != self.scene.current
        self.scene.chosen, self.scene.current = frozenset(chosen), item_id
        self._say_current()
        self.refresh()
        if changed:
            self.item_chosen.emit(item_id)

    def order(self) -> list[int]:
        """The items as one reads them: day by day by the clock, then the tray."""
        blocks = sorted(self._board.blocks, key=lambda block: (block.column, block.begin, block.left))
        return [block.item_id for block in blocks] + list(self._board.tray)

    def first_choice(self) -> int | None:
        """The item to begin with: the one under way today, else the first."""
        now = self.clock()
        minute = now.hour * 60 + now.minute
        today = self._board.days.index(now.date()) if now.date() in self._board.days else -1
        under_way = (b.item_id for b in self._board.blocks if b.column == today and b.begin <= minute < b.end)
        return next(under_way, next(iter(self.order()), None))

    def chosen_ids(self) -> tuple[int, ...]:
        """The chosen items in their order."""
        return tuple(item_id for item_id in self.order() if item_id in self.scene.chosen)

    def show_item(self, item_id: int) -> None:
        """Scroll to an item."""
        block = self.scene.shape.block_of_item(item_id)
        self._show_in_tray(item_id)
        if block is None:
            return
        rect, bar, across = self.scene.shape.rect_of(block), self.verticalScrollBar(), self.horizontalScrollBar()
        if rect.top() < HEADER or rect.bottom() > self.viewport().height():
            bar.setValue(round(bar.value() + rect.top() - HEADER - 40))
        if rect.left() < self.scene.shape.canvas().left() or rect.right() > self.scene.shape.tray_left:
            across.setValue(round(across.value() + rect.left() - self.scene.shape.canvas().left() - 20))

    def wish(self, wish: Wish, *, store: bool = True) -> None:
        """Show a change at once, and ask for it."""
        if self.read_only:
            return
        if not isinstance(wish, Make):
            self._preview = outcome(wish, tuple(self.slots.values()), push=self.push)
            if not self._preview:
                self.refresh()
                return
        self.refresh()
        if store:
            self._on_its_way.start()
            self.wished.emit(wish)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.scene.language = language
        _ = translator(language).gettext
        self.setAccessibleName(_("Timeline of the agenda"))
        self.in_turn.setText(_("Set clock times in turn"))
        self.in_turn.setToolTip(_("Each item of this list begins where the one before it ends"))
        self._say_current()
        self.refresh()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.scene.theme = theme
        self.refresh()

    # painting
    def refresh(self) -> None:
        """Lay out what is shown and paint it."""
        if self._laying_out:
            return  # the scroll bars answer to their new ranges
        board = self._board
        if self._preview or self.mouse.dragging:
            slots = tuple(self._preview.get(slot.id, slot) for slot in self.slots.values())
            board = lay_out(slots, self._days, like=self._board)
        tray, floats = bool(self._board.tray), self.mouse.may_drop_in_tray and not self._board.tray
        size = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        shape = Shape(
            board, size.width(), size.height(), SCALES[self.zoom], across.value(), down.value(), tray or floats, floats
        )
        self.scene.shape = shape
        self._laying_out = True
        self._set_ranges(shape)
        self._laying_out = False
        scene = self.scene
        scene.slots = {**self.slots, **self._preview}
        scene.pushed = frozenset(self._preview) - {scene.current}
        self.in_turn.setVisible(bool(self._board.tray) and not self.read_only)
        scene.tray_foot = 0 if self.in_turn.isHidden() else TRAY_FOOT
        self.in_turn.setGeometry(shape.tray_left + 8, shape.height - 38, max(shape.tray_width - 16, 1), 30)
        scene.tray_scrolled = min(scene.tray_scrolled, self._most_tray_scroll())
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: paint the scene."""
        self.scene.now, self.scene.font = self.clock(), self.font()
        self.scene.focused, self.scene.scale = self.hasFocus(), self.devicePixelRatioF()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.scene.theme.color("surface"))
        Brush(painter, self.scene).paint()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self.refresh()

    def _set_ranges(self, shape: Shape) -> None:
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        for bar, most in (
            (down, shape.content_height - (shape.height - HEADER)),
            (across, shape.content_width - round(shape.canvas().width())),
        ):
            bar.setRange(0, max(most, 0))
            bar.setPageStep(shape.height if bar is down else shape.width)
            bar.setSingleStep(30)
        self.scene.shape = replace(shape, across=across.value(), down=down.value())

    def _show_start(self) -> None:
        begins = [block.begin for block in self._board.blocks]
        first, now = min(begins, default=self._board.first + 60), self.clock()
        if now.date() in self._board.days:
            first = max(now.hour * 60 + now.minute - 90, self._board.first)
        self.verticalScrollBar().setValue(round((first - self._board.first) * SCALES[self.zoom]) - 16)
        self.horizontalScrollBar().setValue(0)

    # what Qt tells
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: see `timeline_mouse`."""
        self.mouse.pressed(event)
        if self.scene.current is not None:
            self.item_pointed.emit(self.scene.current)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: drag, or tell by the cursor what could be dragged."""
        self.mouse.moved(event.position(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: drop."""
        self.mouse.released(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: open an item; on the paper make one."""
        self.mouse.clicked_twice(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the menu of what lies there, or of what is chosen."""
        point = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            item_id = self.item_at(QPointF(point))
            if item_id not in self.scene.chosen:
                self.choose(item_id)
        elif self.scene.current is not None:
            point = self.item_rect(self.scene.current).center()
        self.menu_requested.emit(self.viewport().mapToGlobal(point))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: scroll; with Ctrl zoom; over the tray scroll the tray."""
        steps = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom + (1 if steps > 0 else -1))
        elif self.scene.shape.tray and event.position().x() >= self.scene.shape.tray_left:
            self.scene.tray_scrolled = min(max(self.scene.tray_scrolled - steps // 2, 0), self._most_tray_scroll())
            self.refresh()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt: every item tells all of itself."""
        if event.type() == QEvent.Type.ToolTip:
            asked = cast(QHelpEvent, event)
            words = self.words_of(self.item_at(QPointF(asked.pos())))
            QToolTip.showText(asked.globalPos(), as_tip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: see `timeline_keys`."""
        if event.key() == Qt.Key.Key_Escape and self.mouse.dragging:
            self.mouse.let_go()
        elif not self.keys.pressed(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Qt: letting Alt or Shift go ends a row of steps."""
        if event.key() in (Qt.Key.Key_Alt, Qt.Key.Key_Shift) and not event.isAutoRepeat():
            self.keys.settle()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: a row of steps ends."""
        self.keys.settle()
        super().focusOutEvent(event)
        self.viewport().update()

    def words_of(self, item_id: int | None) -> str:
        """All that is known of an item, for its tooltip and for those who hear it."""
        card, slot = self.scene.cards.get(item_id or 0), self.scene.slots.get(item_id or 0)
        if card is None or slot is None:
            return ""
        times = times_of(slot, self.scene.language)
        said = (card.title, times, card.kind_words, card.who, card.place, card.budget, *card.marks)
        return "\n".join(filter(None, said))

    def item_at(self, point: QPointF) -> int | None:
        """The item at a point, on the paper or in the tray."""
        block = self.scene.shape.block_at(point)
        return block.item_id if block else self.scene.shape.tray_item_at(point, self.scene.tray_scrolled)

    def show_wish(self, wish: Wish) -> None:
        """Show what a wish would do, and ask for nothing yet."""
        self._preview = outcome(wish, tuple(self.slots.values()), push=self.push)
        self.refresh()

    def still_shape(self) -> Shape:
        """The geometry of the board as it is stored: a drag is measured by it."""
        return replace(self.scene.shape, board=self._board)

    def item_rect(self, item_id: int) -> QRect:
        """Where an item is shown."""
        shape = self.scene.shape
        block = shape.block_of_item(item_id)
        if block is not None:
            return shape.rect_of(block).toRect()
        tray = shape.board.tray
        place = tray.index(item_id) if item_id in tray else 0
        return shape.tray_row(place, self.scene.tray_scrolled).toRect()

    def _show_in_tray(self, item_id: int) -> None:
        row, foot = self.item_rect(item_id), self.viewport().height() - self.scene.tray_foot
        if item_id in self._board.tray and (row.top() < TRAY_HEADER or row.bottom() > foot):
            self.scene.tray_scrolled += max(row.bottom() - foot, 0) - max(TRAY_HEADER - row.top(), 0)
            self.refresh()

    def _most_tray_scroll(self) -> int:
        rows = len(self.scene.shape.board.tray) * (TRAY_ROW + 4) + TRAY_HEADER + 8
        return max(rows + TRAY_ROW - self.viewport().height(), 0)

    def _say_current(self) -> None:
        self.setAccessibleDescription(self.words_of(self.scene.current).replace("\n", ", "))
