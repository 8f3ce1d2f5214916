"""One tab a route: choose, drag to reorder, double click or F2 to rename."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QTabBar, QToolTip, QWidget

from models.snapshots.shapes import VisitRoute
from resources.languages import translator
from ui.visits.people_model import MIME, carried_people
from ui.visits.words import route_name
from ui.widgets.tips import as_tip

WIDEST = 230
MARK = " ▲"  # on a tab whose route wants a look


class _NameLine(QLineEdit):
    """The line in which a route is renamed: Enter or leaving takes it, Escape does not."""

    taken = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape leaves the name as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: leaving takes the name."""
        super().focusOutEvent(event)
        self._take()

    def _take(self) -> None:
        if self.isVisible():
            self.hide()
            self.taken.emit(self.text().strip())


class RouteTabs(QTabBar):
    """The routes of a meeting."""

    route_chosen = Signal(int)
    route_moved = Signal(int, int)  # id, place
    renamed = Signal(int, str)
    delete_requested = Signal(int)
    menu_requested = Signal(QPoint, int)
    people_dropped = Signal(object, int)  # tuple of ids, the route they are dropped on

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("routes")
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAcceptDrops(True)
        self.language, self.read_only = "zh", False
        self._routes: tuple[VisitRoute, ...] = ()
        self._marked: frozenset[int] = frozenset()
        self._told: int | None = None
        self._line = _NameLine(self)
        self._line.hide()
        self._line.taken.connect(self._renamed)
        self.currentChanged.connect(self._chosen)

    def show_routes(self, routes: Sequence[VisitRoute], chosen: int | None, marked: frozenset[int]) -> None:
        """Show the routes; those marked want a look."""
        if self._line.isVisible():
            return  # the next snapshot comes after the name
        self._routes, self._marked, self._told = tuple(routes), marked, chosen
        with QSignalBlocker(self):
            while self.count() > len(routes):
                self.removeTab(self.count() - 1)
            for place, route in enumerate(routes):
                if place >= self.count():
                    self.addTab("")
                self.setTabData(place, route.id)
                self._say(place, route)
            ids = [route.id for route in routes]
            self.setCurrentIndex(ids.index(chosen) if chosen in ids else -1)
        self.updateGeometry()

    def mark(self, marked: frozenset[int]) -> None:
        """Other routes want a look."""
        self._marked = marked
        for place, route in enumerate(self._routes):
            self._say(place, route)

    def ids(self) -> list[int]:
        """The routes in the order of the tabs."""
        return [self.tabData(place) for place in range(self.count())]

    def rename(self) -> None:
        """Type another name where it stands."""
        place = self.currentIndex()
        if self.read_only or place < 0:
            return
        label = next((route.label for route in self._routes if route.id == self.tabData(place)), None)
        self._line.setText((label.en if self.language == "en" else label.zh) if label else "")
        room: QRect = self.tabRect(place)
        self._line.setGeometry(room.x() + 2, room.y() + 2, max(room.width() - 4, 130), room.height() - 4)
        self._line.selectAll()
        self._line.show()
        self._line.raise_()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self._line.setAccessibleName(_("Name of the route"))
        self.setAccessibleName(_("Routes"))
        for place, route in enumerate(self._routes):
            self._say(place, route)

    def minimumSizeHint(self) -> QSize:
        """Qt: no wider than its tabs; room for the arrows is kept only where there are many."""
        return super().minimumSizeHint().boundedTo(self.sizeHint())

    def tabSizeHint(self, index: int) -> QSize:
        """Qt: a long name gives way."""
        size = super().tabSizeHint(index)
        size.setWidth(min(size.width(), WIDEST))
        return size

    def _say(self, place: int, route: VisitRoute) -> None:
        name = route_name(route, self.language).replace("&", "&&")
        self.setTabText(place, name + (MARK if route.id in self._marked else ""))

    def _chosen(self, place: int) -> None:
        route_id = self.tabData(place) if place >= 0 else None
        if route_id is not None and route_id != self._told:  # a tab that moves is chosen all along
            self._told = route_id
            self.route_chosen.emit(route_id)

    def _renamed(self, name: str) -> None:
        if self.currentIndex() >= 0:
            self.renamed.emit(self.tabData(self.currentIndex()), name)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_moved(self) -> None:
        """Tell a new order, once the tab is let go."""
        stored, shown = [route.id for route in self._routes], self.ids()
        if stored != shown and len(stored) == len(shown):
            moved = self.tabData(self.currentIndex())
            self._routes = tuple(sorted(self._routes, key=lambda route: shown.index(route.id)))
            self.route_moved.emit(moved, shown.index(moved))

    # Qt
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a tab under way arrives."""
        super().mouseReleaseEvent(event)
        self._tell_moved()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Qt: rename."""
        self.rename()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the tabs by keyboard."""
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        steps = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
        if key == Qt.Key.Key_F2:
            self.rename()
        elif alt and key in steps and not self.read_only:
            place = self.currentIndex() + steps[key]
            if 0 <= place < self.count():
                self.moveTab(self.currentIndex(), place)
                self._tell_moved()
        elif key == Qt.Key.Key_Delete and not self.read_only and self.currentIndex() >= 0:
            self.delete_requested.emit(self.tabData(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: people may be taken to another route."""
        if event.mimeData().hasFormat(MIME) and not self.read_only:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt: only over the tab of another route."""
        place = self.tabAt(event.position().toPoint())
        event.setAccepted(place >= 0 and place != self.currentIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: people go on another route."""
        people, place = carried_people(event.mimeData()), self.tabAt(event.position().toPoint())
        if people and place >= 0:
            event.acceptProposedAction()
            self.people_dropped.emit(people, self.tabData(place))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: what can be done with a route."""
        place = self.currentIndex()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self.tabAt(event.pos())
            self.setCurrentIndex(place)
        if place >= 0:
            self.menu_requested.emit(event.globalPos(), self.tabData(place))

    def event(self, event: QEvent) -> bool:
        """Qt: a cut name tells itself whole."""
        if event.type() == QEvent.Type.ToolTip:
            asked = cast(QHelpEvent, event)
            place = self.tabAt(asked.pos())
            words = self.tabText(place).replace("&&", "&") if place >= 0 else ""
            cut = place >= 0 and super().tabSizeHint(place).width() > self.tabRect(place).width()
            QToolTip.showText(asked.globalPos(), as_tip(words) if cut else "", self)
            return True
        return super().event(event)
