"""Choosing who goes on a route: search, by side, with ticks; opens over the room and goes away by itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.snapshots.shapes import Attendee, MeetingSnapshot, VisitRoute
from resources.languages import translator
from ui.theme import Theme
from ui.visits.people_model import PeopleModel
from ui.visits.words import person_entry, route_name
from ui.widgets.picker_entries import EntryList

SIZE = QSize(380, 440)
ALL = -1


class JoinPanel(QFrame):
    """Those who do not go yet, to be ticked. Enter lets the ticked ones go."""

    people_joined = Signal(object)  # tuple of ids, by rank

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setFixedSize(SIZE)
        self.language = "zh"
        self._everybody: tuple[Attendee, ...] = ()
        self._entries = EntryList()
        self._side = ALL
        self.search, self.list, self.model = QLineEdit(), QListView(), PeopleModel(self, checkable=True)
        self.all_button, self.join_button, self.nothing = QPushButton(), QPushButton(), QLabel()
        self.nothing.setProperty("role", "soft")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.join_button.setProperty("role", "main")
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._sides, self._side_line = QButtonGroup(self), QHBoxLayout()
        self._lay_out()
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._tick)
        self.model.dataChanged.connect(self._count)
        self.all_button.clicked.connect(self._tick_all)
        self.join_button.clicked.connect(self._join)
        self._sides.idClicked.connect(self._choose_side)

    def _lay_out(self) -> None:
        last = QHBoxLayout()
        last.addWidget(self.all_button)
        last.addStretch(1)
        last.addWidget(self.join_button)
        self._side_line.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addLayout(self._side_line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing, 1)
        layout.addLayout(last)

    def ask(self, snapshot: MeetingSnapshot, route: VisitRoute, at: QPoint) -> None:
        """Open with everybody who does not go on the route yet."""
        going = {member.id for member in route.members}
        self._everybody = tuple(person for person in snapshot.attendees if person.id not in going)
        self._entries = EntryList([person_entry(person, self.language) for person in self._everybody])
        self._notes = _elsewhere(snapshot, route, self.language)
        self.model.checked.clear()
        self._side = ALL
        self._offer_sides(snapshot)
        self.search.clear()
        self._narrow()
        self.move(at)
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.setAccessibleName(_("Who goes on the route"))
        self.search.setPlaceholderText(_("Search by name, unit or pinyin"))
        self.search.setAccessibleName(_("Search by name, unit or pinyin"))
        self.list.setAccessibleName(_("People who do not go yet"))
        self.all_button.setText(_("Tick all shown"))
        self.all_button.setAccessibleName(_("Tick all shown"))
        self.model.retranslate(language)
        self._count()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.model.retheme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: from the line down into the list; Enter lets people go, Space ticks."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._join()
                return True
            if watched is self.list and event.key() == Qt.Key.Key_Space:
                self._tick()
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                self.list.setCurrentIndex(self.model.index(0, 0))
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter lets people go, wherever the keyboard is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._join()
        else:
            super().keyPressEvent(event)

    def _offer_sides(self, snapshot: MeetingSnapshot) -> None:
        for button in self._sides.buttons():
            self._sides.removeButton(button)
            self._side_line.removeWidget(button)
            button.deleteLater()
        if self._side_line.count():
            self._side_line.takeAt(0)
        here = {person.side_id for person in self._everybody}
        sides = [(side.id, side.label.pick(self.language)) for side in snapshot.sides if side.id in here]
        _ = translator(self.language).gettext
        for number, words in ((ALL, _("All")), *sides):
            button = QPushButton(words.replace("&", "&&"))
            button.setProperty("role", "chip")
            button.setAccessibleName(words)
            button.setCheckable(True)
            button.setChecked(number == ALL)
            self._sides.addButton(button, number)
            self._side_line.addWidget(button)
        self._side_line.addStretch(1)

    def _choose_side(self, side: int) -> None:
        self._side = side
        self._narrow()

    def _narrow(self) -> None:
        known = {person.id: person for person in self._everybody}
        typed = self.search.text()
        found = [known[entry.value] for entry in self._entries.matching(typed)] if typed.strip() else self._everybody
        by_rank = sorted(found, key=lambda person: (person.rank, person.id))
        self.model.show_people([p for p in by_rank if self._side in (ALL, p.side_id)], self._notes)
        self._show_or_say_nothing()
        self._count()

    def _show_or_say_nothing(self) -> None:
        """Where nobody is left, say so instead of showing an empty list."""
        _, shown = translator(self.language).gettext, bool(self.model.people())
        self.nothing.setText(
            _("Nobody is called so.") if self._everybody else _("Everybody goes on the route already.")
        )
        self.list.setVisible(shown)
        self.nothing.setVisible(not shown)
        self.all_button.setEnabled(shown)

    def _tick(self) -> None:
        person = self.model.person_at(self.list.currentIndex())
        if person is not None:
            self.model.check((person.id,), person.id not in self.model.checked)

    def _tick_all(self) -> None:
        shown = [person.id for person in self.model.people()]
        self.model.check(shown, not self.model.checked.issuperset(shown))

    def _count(self) -> None:
        ngettext, count = translator(self.language).ngettext, len(self.model.checked)
        said = ngettext("Add {count} person", "Add {count} people", count).format(count=count)
        self.join_button.setText(said)
        self.join_button.setAccessibleName(said)
        self.join_button.setEnabled(count > 0)

    def _join(self) -> None:
        """Let those ticked go; without any, the one who is chosen or the only one found."""
        ticked = tuple(person.id for person in self._everybody if person.id in self.model.checked)
        if not ticked:
            current = self.model.person_at(self.list.currentIndex())
            only = self.model.people()[0] if len(self.model.people()) == 1 else None
            one = current or only
            ticked = (one.id,) if one is not None else ()
        if ticked:
            self.hide()
            self.people_joined.emit(ticked)


def _elsewhere(snapshot: MeetingSnapshot, route: VisitRoute, language: str) -> Mapping[int, str]:
    """Who goes on another route of the same day, and on which."""
    notes: dict[int, str] = {}
    for other in snapshot.routes:
        if other.id != route.id and other.day == route.day:
            notes.update({member.id: f"· {route_name(other, language)}" for member in other.members})
    return notes
