"""The list that opens below the meeting card: filter, meetings, the archived ones in a fold, the first steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator
from ui.meetings.switcher import LINE_HEIGHT, LIST_WIDTH, LONGEST, MeetingLines, MeetingListModel

if TYPE_CHECKING:
    from models.store.queries import MeetingRow

MANY = 6  # from so many meetings on there is a line to filter by


class MeetingPopup(QFrame):
    """The list of all meetings; Enter or a click chooses, Esc leaves, typing filters."""

    chosen = Signal(int)
    new_requested = Signal()
    details_requested = Signal()

    def __init__(self, model: MeetingListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self._model = model
        self._all: tuple[MeetingRow, ...] = ()
        self._keys: dict[int, str] = {}
        self._language, self._place, self._current = "zh", QPoint(), -1
        self.list, self.filter_line, self.fold = QListView(), QLineEdit(), QPushButton()
        self.new_button, self.details_button = QPushButton(), QPushButton()
        self.lines = MeetingLines(self)
        self._prepare()
        self._lay_out()

    def _prepare(self) -> None:
        self.list.setModel(self._model)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(self.lines)
        self.list.clicked.connect(self._choose)
        self.list.installEventFilter(self)
        self.filter_line.textChanged.connect(self._filter)
        self.filter_line.setClearButtonEnabled(False)
        self.fold.setProperty("role", "link")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._filter)
        for button, wish in ((self.new_button, self.new_requested), (self.details_button, self.details_requested)):
            button.clicked.connect(self.hide)
            button.clicked.connect(wish)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 2, 4, 2)
        foot.addWidget(self.new_button)
        foot.addWidget(self.details_button)
        foot.addStretch(1)
        foot.addWidget(self.fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self.filter_line)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)

    def show_meetings(self, meetings: Sequence[MeetingRow]) -> None:
        """List these; what is filtered stays filtered."""
        self._all = tuple(meetings)
        self._keys = {}
        archived = sum(_is_archived(meeting) for meeting in self._all)
        self.fold.setVisible(archived > 0)
        self._say_fold()
        self._filter()

    def allow_new(self, allowed: bool) -> None:
        """Whether a meeting can be made now."""
        self.new_button.setEnabled(allowed)

    def show_findings(self, counts: Mapping[int, int]) -> None:
        """How many findings each meeting has, as far as it was looked at."""
        self._model.show_findings(counts)

    def open_below(self, place: QPoint, current: int | None) -> None:
        """Show the list with the current meeting chosen, whatever fold it is in."""
        self._place, self._current = place, -1 if current is None else current
        self.filter_line.clear()
        self.fold.setChecked(any(_is_archived(one) and one.id == self._current for one in self._all))
        self._filter()
        self.filter_line.setVisible(len(self._all) >= MANY)
        self.details_button.setEnabled(current is not None)
        self._fit()
        self.move(place)
        self.show()
        self.list.setFocus()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        self._keys = {}
        _ = translator(language).gettext
        self.setAccessibleName(_("All meetings"))
        self.list.setAccessibleName(_("All meetings"))
        self.filter_line.setPlaceholderText(_("Filter by title, city or day"))
        self.filter_line.setAccessibleName(_("Filter by title, city or day"))
        words = ((self.new_button, _("New meeting…")), (self.details_button, _("Meeting details")))
        for button, text in words:
            button.setText(text)
            button.setAccessibleName(text)
        self._say_fold()

    def _say_fold(self) -> None:
        count, ngettext = sum(map(_is_archived, self._all)), translator(self._language).ngettext
        words = ngettext("{count} archived", "{count} archived", count).format(count=count)
        self.fold.setText(("▾ " if self.fold.isChecked() else "▸ ") + words)
        self.fold.setAccessibleName(words)

    def _filter(self) -> None:
        """Those that match; archived ones only where the fold is open or something is typed."""
        typed = self.filter_line.text().strip()
        listed = [one for one in self._all if typed or self.fold.isChecked() or not _is_archived(one)]
        if typed:
            from models.rules.search_text import matches

            listed = [one for one in listed if matches(self._key(one), typed)]
        self._model.show_meetings(listed)
        ids = [meeting.id for meeting in listed]
        if ids:
            self.list.setCurrentIndex(self._model.index(ids.index(self._current) if self._current in ids else 0))
        self._say_fold()

    def _key(self, meeting: MeetingRow) -> str:
        from models.rules.search_text import search_keys

        if meeting.id not in self._keys:
            parts = (meeting.title.zh, meeting.title.en, meeting.city.zh, meeting.city.en)
            self._keys[meeting.id] = " ".join((*map(search_keys, filter(None, parts)), str(meeting.starts_on or "")))
        return self._keys[meeting.id]

    def _fit(self) -> None:
        lines = min(max(self._model.rowCount(), 1), LONGEST)
        self.list.setFixedHeight(lines * LINE_HEIGHT + 4)
        self.setFixedWidth(LIST_WIDTH)
        self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: what is typed in the list goes into the filter."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = event.text()
            if text.isprintable() and text.strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.filter_line.show()
                self.filter_line.setFocus()
                self.filter_line.insert(text)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter chooses, the arrows go from the filter into the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.filter_line.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.hide()
        if index.isValid():
            self.chosen.emit(self._model.meetings()[index.row()].id)


def _is_archived(meeting: MeetingRow) -> bool:
    return meeting.status == "archived"
