"""The page at the door: type initials, pinyin or characters of a name, Enter ticks, and the line is empty again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from models.snapshots.shapes import Attendee, MeetingSnapshot
from resources.languages import translator
from ui.people.door.counts import CountsPanel
from ui.people.door.desk import DoorDesk
from ui.people.door.form import Came, CameForm
from ui.people.door.lines import HERE, NEW, Comer, called, comer_words, comers, door_lines, place_words, state_of
from ui.people.offers import Known
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.tick_list import TickList
from ui.widgets.whole_line import WholeLine

if TYPE_CHECKING:
    from ui.office import Office

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class DoorPage(QWidget):
    """`closed`: back to the list of people."""

    closed = Signal()

    def __init__(self, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.snapshot: MeetingSnapshot | None = None
        self.language, self._read_only = "zh", False
        self.desk: DoorDesk | None = None
        self._comers: dict[int, Comer] = {}
        self._awaited: set[int] = set()  # ticked, and not written yet
        self._instead_of: Attendee | None = None
        self.heading, self.said = QLabel(), ElidedLabel()
        self.line: QLineEdit = WholeLine()
        self.list, self.counts, self.form = TickList(big=True), CountsPanel(), CameForm(known)
        self.instead_button, self.close_button = QPushButton(), QPushButton()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.heading.setProperty("role", "title")
        self.list.setProperty("role", "panel")
        self.line.setProperty("role", "door")
        self.said.setProperty("role", "door")
        self.form.hide()
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.instead_button)
        head.addWidget(self.close_button)
        left = QVBoxLayout()
        left.setSpacing(8)
        for part in (self.line, self.form, self.said):
            left.addWidget(part)
        left.addWidget(self.list, 1)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addLayout(left, 1)
        body.addWidget(self.counts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self.line.installEventFilter(self)
        self.list.installEventFilter(self)
        self.line.textChanged.connect(self._narrow)
        self.list.ticked.connect(self._toggle)
        self.list.entered.connect(self._enter)
        self.list.chosen.connect(lambda _key: self._follow_choice())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.form.accepted.connect(self._came)
        self.form.declined.connect(self.take_focus)
        self.instead_button.clicked.connect(self.ask_instead)
        self.close_button.clicked.connect(self.closed)

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        self._read_only = office.read_only
        self.desk = DoorDesk(office, self)
        self.desk.taken_back.connect(self._taken_back)

    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """Show another meeting, or the same one after a change."""
        if self.snapshot is None or self.snapshot.meeting.id != snapshot.meeting.id:
            self._comers.clear()
            self._awaited.clear()
            self.line.clear()
            self.form.hide()
            self.say("")
        self.snapshot = snapshot
        if self.desk is not None:
            self.desk.meeting_id = snapshot.meeting.id
        self._awaited -= {one.id for one in snapshot.attendees if one.signed_in_at is not None}
        self.counts.show_counts(snapshot, self.language)
        self._show()

    def take_focus(self) -> None:
        """Ready for the next."""
        self.form.hide()
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str, role: str = "door") -> None:
        """What was just done, large."""
        self.said.setText(words)
        self.said.setProperty("role", role)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)

    def ask_instead(self) -> None:
        """Ask who came in the place of the one chosen."""
        attendee = self._chosen()
        if attendee is not None and not self._read_only:
            self._instead_of = attendee
            self.form.ask_substitute(called(attendee.person, self.language))

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.heading.setText(_("Signing in at the door"))
        self.line.setPlaceholderText(_("Initials, pinyin or name, last digits of the phone – then Enter"))
        self.line.setAccessibleName(_("Who is here"))
        self.list.setAccessibleName(_("People expected"))
        self.list.lines.said = (_("ticked"), _("not ticked"))
        for button, words in (
            (self.instead_button, _("Somebody else came…")),
            (self.close_button, _("Back to the list")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
        self.instead_button.setToolTip(_("Ctrl+Enter in the line"))
        if self._instead_of is not None:
            self.form.for_name = called(self._instead_of.person, language)
        self.form.retranslate(language)
        self.say("")
        if self.snapshot is not None:
            self.counts.show_counts(self.snapshot, language)
        self._show()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.list.retheme(theme)
        self.form.retheme(theme)

    # keys
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the keys of the line reach the list, and letters typed in the list reach the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.line:
                return self._line_key(event)
            if watched is self.list:
                return self._list_key(event)
        return super().eventFilter(watched, event)

    def _line_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _ENTER:
            self._line_entered(instead=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key in _STEPS:
            self.list.step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            if self.line.text():
                self.line.clear()
            else:
                self.closed.emit()
        elif key == Qt.Key.Key_Backspace and not self.line.text() and self.desk is not None:
            self.desk.undo()
        else:
            return False
        return True

    def _list_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.take_focus()
            return True
        if event.key() == Qt.Key.Key_Backspace and self.desk is not None:
            self.desk.undo()
            return True
        typed = event.text()
        if typed.strip() and typed.isprintable():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.line.insert(typed)
            return True
        return False

    def _line_entered(self, *, instead: bool) -> None:
        key = self.list.current_key()
        if instead:
            self.ask_instead()
        elif key:
            self._enter(key)

    # ticks
    def _enter(self, key: str) -> None:
        """Tick somebody, say that they are here already, or begin with somebody new."""
        if self._read_only:
            return
        attendee = self._attendee(key)
        if key == NEW:
            self._instead_of = None
            self.form.ask_walk_in(self.line.text())
        elif attendee is not None and state_of(attendee, self._awaited) == HERE:
            self._say_here_already(attendee)
            self.take_focus()
        elif attendee is not None:
            self._sign_in(attendee)
            self.take_focus()

    def _toggle(self, key: str) -> None:
        """The box of a line: ticked, or taken back."""
        attendee = self._attendee(key)
        if attendee is None or self.desk is None or self._read_only:
            return
        if state_of(attendee, self._awaited) == HERE:
            name = comer_words(attendee, self.language)
            self.desk.sign_out(attendee.id, name)
            _ = translator(self.language).gettext
            self.say(_("{name} is not here after all").format(name=name))
        else:
            self._sign_in(attendee)

    def _sign_in(self, attendee: Attendee) -> None:
        if self.desk is None:
            return

        def failed(_error: Exception) -> None:
            self._awaited.discard(attendee.id)
            self.say("")
            self._show()

        self._awaited.add(attendee.id)
        self.desk.sign_in(attendee.id, comer_words(attendee, self.language), failed)
        self._say_here(attendee)
        self._show()

    def _came(self, came: Came) -> None:
        """The form is filled."""
        _ = translator(self.language).gettext
        instead_of, self._instead_of = self._instead_of, None
        if self.desk is None:
            return
        if instead_of is not None:
            name = called(instead_of.person, self.language)
            self.desk.substitute(instead_of.id, name, came)
            words = _("{substitute} (for {name})").format(substitute=came.name, name=name)
        else:
            self.desk.walk_in(came)
            words = _("{name}, unannounced").format(name=came.name)
        self.say(_("Here: {words}").format(words=words), "door_good")
        self.take_focus()

    # what is shown
    def _narrow(self, text: str) -> None:
        self._show()
        if text.strip():
            self.list.choose_first()
        else:
            self.list.setCurrentIndex(self.list.lines.index(-1, 0))  # a second Enter must not tick the next
            self.list.scrollToTop()

    def _show(self) -> None:
        if self.snapshot is None:
            return
        people = comers(self.snapshot, self._comers)
        self.list.show_lines(door_lines(people, self.line.text(), self.language, self._awaited))
        self._follow_choice()

    def _follow_choice(self) -> None:
        self.instead_button.setEnabled(self._chosen() is not None and not self._read_only)

    def _say_here(self, attendee: Attendee) -> None:
        _ = translator(self.language).gettext
        parts = [comer_words(attendee, self.language), place_words(attendee, self.language)]
        if attendee.table_number:
            parts.append(_("Table {number}").format(number=attendee.table_number))
        self.say(_("Here: {words}").format(words=" · ".join(filter(None, parts))), "door_good")

    def _say_here_already(self, attendee: Attendee) -> None:
        _ = translator(self.language).gettext
        name, at = comer_words(attendee, self.language), attendee.signed_in_at
        words = _("{name} is here already, since {time}").format(name=name, time=f"{at:%H:%M}") if at else name
        self.say(words, "door_warn")

    def _taken_back(self, _label: str, name: str) -> None:
        _ = translator(self.language).gettext
        self._awaited.clear()
        self.say(_("Taken back: {name}").format(name=name))

    def _show_menu(self, place: QPoint) -> None:
        attendee = self._chosen()
        if attendee is None or self._read_only:
            return
        _ = translator(self.language).gettext
        menu, key = QMenu(self), str(attendee.id)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        here = state_of(attendee, self._awaited) == HERE
        menu.addAction(_("Not here after all") if here else _("Is here"), lambda: self._toggle(key))
        menu.addAction(_("Somebody else came…"), self.ask_instead)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _chosen(self) -> Attendee | None:
        return self._attendee(self.list.current_key())

    def _attendee(self, key: str) -> Attendee | None:
        found = self._comers.get(int(key)) if key.isdecimal() else None
        return found.attendee if found else None
