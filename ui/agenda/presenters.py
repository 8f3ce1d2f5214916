"""Who presents the chosen item, in order, each with their minutes: picked, moved and taken away in the panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from models.rules.typed_values import read_number
from models.snapshots.shapes import AgendaItem, Presenter
from resources.languages import translator
from ui.agenda.cards import budget_words, is_over_budget
from ui.agenda.fields import presenter_value
from ui.agenda.rows import presenter_name
from ui.theme import Theme, load_theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import icon
from ui.widgets.picker import Picker
from ui.widgets.picker_entries import Entry
from ui.widgets.tab_order import put_before

if TYPE_CHECKING:
    from models.actions.edit_agenda_presenters import PresenterChoice

ROW_HEIGHT = 30


class PresenterRow(QFrame):
    """One presenter: Alt+Up and Alt+Down move it, Delete takes it away, the mouse drags it."""

    moved = Signal(int)
    removed = Signal()
    minutes_typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(ROW_HEIGHT)
        self.label, self.minutes, self.remove = ElidedLabel(), QLineEdit(), QToolButton()
        self.minutes.setFixedWidth(44)
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.minutes.editingFinished.connect(self.keep_typed)
        self.remove.setProperty("role", "quiet")
        self.remove.setFixedWidth(32)
        self.remove.setIconSize(QSize(14, 14))
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove.clicked.connect(self.removed)
        self.unit = QLabel()
        self.unit.setProperty("role", "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label, 1)
        for widget in (self.minutes, self.unit, self.remove):
            layout.addWidget(widget)
        self._stored: int | None = None
        self._pressed: float | None = None

    def show_presenter(self, presenter: Presenter, usual: int | None, language: str) -> None:
        """Take over another presenter; half-typed minutes of the same one stay."""
        _ = translator(language).gettext
        name = presenter_name(presenter, language)
        post = presenter.attendee.title.pick(language) if presenter.attendee else ""
        count = presenter.group.stated_count if presenter.group else None
        said = _("{count} people").format(count=count) if count else post
        words = " · ".join(filter(None, (name, said)))
        same = self.label.text() == words
        self.label.setText(words)
        self.setAccessibleName(words)
        if not same or not self.minutes.isModified() or not self.minutes.hasFocus():
            self.minutes.setText("" if presenter.talk_minutes is None else str(presenter.talk_minutes))
        self._stored = presenter.talk_minutes
        self.minutes.setPlaceholderText("" if usual is None else str(usual))
        self.minutes.setAccessibleName(_("Minutes of {person}").format(person=name))
        self.unit.setText(_("min"))
        self.remove.setAccessibleName(_("Take {person} off").format(person=name))
        self.remove.setToolTip(self.remove.accessibleName())

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        self.minutes.setReadOnly(read_only)
        self.remove.setVisible(not read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: move or remove."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: take hold."""
        self._pressed = event.position().y()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: show that it is held."""
        if self._pressed is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: move by as many lines as the mouse went."""
        pressed, self._pressed = self._pressed, None
        self.unsetCursor()
        lines = round((event.position().y() - pressed) / ROW_HEIGHT) if pressed is not None else 0
        if lines:
            self.moved.emit(lines)

    def keep_typed(self) -> None:
        """Tell the minutes that are typed; what is no number goes."""
        self.minutes.setModified(False)  # told now: what is stored, or undone, may take its place
        try:
            value = read_number(self.minutes.text())
        except ValueError:
            self.minutes.setText("" if self._stored is None else str(self._stored))
            return
        if value != self._stored:
            self._stored = value if isinstance(value, int) else None
            self.minutes_typed.emit(self._stored)


class PresentersList(QWidget):
    """The presenters of one item. `changed(item_id, before, after)` carries tuples of PresenterChoice."""

    changed = Signal(int, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self._theme = "zh", load_theme("light")
        self._read_only = False
        self._item: AgendaItem | None = None
        self._choices: tuple[PresenterChoice, ...] = ()
        self.rows: list[PresenterRow] = []
        self._focus_next: int | None = None
        self.picker, self.budget = Picker(), QLabel()
        self.budget.setWordWrap(True)
        self.picker.picked.connect(self._picked)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._rows)
        layout.addWidget(self.picker)
        layout.addWidget(self.budget)

    def show_item(self, item: AgendaItem, entries: Sequence[Entry]) -> None:
        """Show the presenters of an item."""
        self._item = item
        self._choices = tuple(choice for one in item.presenters if (choice := _choice(one)) is not None)
        shown = [one for one in item.presenters if presenter_value(one) is not None]
        self._make_rows(len(shown))
        for row, presenter in zip(self.rows, shown, strict=True):
            row.show_presenter(presenter, item.talk_minutes, self.language)
        taken = {presenter_value(one) for one in shown}
        self.picker.offer([entry for entry in entries if entry.value not in taken])
        self.picker.setVisible(not self._read_only)
        self._show_budget(item)
        if self._focus_next is not None and self.rows:
            self.rows[min(self._focus_next, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus_next = None

    def keep_typed(self) -> None:
        """Tell the minutes that are typed and not told yet."""
        for row in tuple(self.rows):
            row.keep_typed()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.picker.setAccessibleName(_("Add a presenter"))
        self.picker.line.setPlaceholderText(_("＋ Add a person, group or unit"))

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        self._theme = theme
        for row in self.rows:
            row.remove.setIcon(icon("x", theme))

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        self._read_only = read_only
        self.picker.setVisible(not read_only)
        for row in self.rows:
            row.set_read_only(read_only)

    def _make_rows(self, count: int) -> None:
        while len(self.rows) > count:
            row = self.rows.pop()
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < count:
            row, place = PresenterRow(), len(self.rows)
            row.moved.connect(lambda lines, place=place: self._move(place, lines))
            row.removed.connect(lambda place=place: self._remove(place))
            row.minutes_typed.connect(lambda minutes, place=place: self._set_minutes(place, minutes))
            row.remove.setIcon(icon("x", self._theme))
            row.set_read_only(self._read_only)
            self.rows.append(row)
            self._rows.addWidget(row)
            put_before(self.picker, (row,))

    def _show_budget(self, item: AgendaItem) -> None:
        words = budget_words(item, self.language)
        self.budget.setText(words)
        self.budget.setVisible(bool(words))
        role = "note" if is_over_budget(item) else "soft"
        if self.budget.property("role") != role:
            self.budget.setProperty("role", role)
            self.budget.style().unpolish(self.budget)
            self.budget.style().polish(self.budget)

    def _picked(self, value: tuple[str, int] | None) -> None:
        from models.actions.edit_agenda_presenters import PresenterChoice

        QTimer.singleShot(0, self.picker, lambda: self.picker.set_value(None))
        if value is not None:
            which, row_id = value
            self._change((*self._choices, PresenterChoice(**{which: row_id})))

    def _move(self, place: int, lines: int) -> None:
        target = min(max(place + lines, 0), len(self._choices) - 1)
        if target != place:
            others = [*self._choices[:place], *self._choices[place + 1 :]]
            self._focus_next = target
            self._change((*others[:target], self._choices[place], *others[target:]))

    def _remove(self, place: int) -> None:
        self._focus_next = place
        self._change((*self._choices[:place], *self._choices[place + 1 :]))

    def _set_minutes(self, place: int, minutes: int | None) -> None:
        from dataclasses import replace

        changed = replace(self._choices[place], talk_minutes=minutes)
        self._change((*self._choices[:place], changed, *self._choices[place + 1 :]))

    def _change(self, after: tuple[PresenterChoice, ...]) -> None:
        if self._read_only or self._item is None:
            return
        before, self._choices = self._choices, after
        self.changed.emit(self._item.id, before, after)


def _choice(presenter: Presenter) -> PresenterChoice | None:
    from models.actions.edit_agenda_presenters import PresenterChoice

    value = presenter_value(presenter)
    if value is None:
        return None
    which, row_id = value
    return PresenterChoice(**{which: row_id}, talk_minutes=presenter.talk_minutes)
