"""The meeting switcher: a card that names the meeting, and the list that opens below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from resources.languages import translator
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import pixmap
from ui.widgets.tips import as_tip

if TYPE_CHECKING:
    from models.store.queries import MeetingRow

_NO_PARENT = QModelIndex()
LIST_WIDTH = 460
LONGEST = 9  # meetings seen without scrolling
LINE_HEIGHT = 52


def date_and_city(meeting: MeetingRow, language: str) -> str:
    """“2024年5月20日 · 武汉”, as much of it as is known."""
    from models.rules.dates import format_day_range

    when = format_day_range(meeting.starts_on, meeting.ends_on, language, meeting.date_precision)
    return " · ".join(filter(None, (when, meeting.city.pick(language))))


def brief_date_and_city(meeting: MeetingRow, language: str) -> str:
    """“2024-05-20 · 武汉”: as short as the card needs."""
    from models.codes import DatePrecision

    first, last = meeting.starts_on, meeting.ends_on
    if first is None or meeting.date_precision not in (DatePrecision.DAY, DatePrecision.YEAR_INFERRED):
        return date_and_city(meeting, language)
    when = first.isoformat()
    if last and last != first:
        same_month = (last.year, last.month) == (first.year, first.month)
        when += f"/{last.day:02}" if same_month else f"/{last.month:02}-{last.day:02}"
    return " · ".join(filter(None, (when, meeting.city.pick(language))))


class MeetingListModel(QAbstractListModel):
    """The meetings of the workspace, two lines each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meetings: tuple[MeetingRow, ...] = ()
        self._language = "zh"

    def meetings(self) -> tuple[MeetingRow, ...]:
        """The meetings listed."""
        return self._meetings

    def show_meetings(self, meetings: Sequence[MeetingRow]) -> None:
        """Replace the list."""
        self.beginResetModel()
        self._meetings = tuple(meetings)
        self.endResetModel()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        if self._meetings:
            self.dataChanged.emit(self.index(0), self.index(len(self._meetings) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """Qt: the number of meetings."""
        return 0 if parent.isValid() else len(self._meetings)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: one meeting."""
        if not index.isValid() or index.row() >= len(self._meetings):
            return None
        meeting = self._meetings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{meeting.title.pick(self._language)}\n{date_and_city(meeting, self._language)}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return meeting.title.pick(self._language)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(LIST_WIDTH - 20, LINE_HEIGHT)
        return None


class MeetingLines(QStyledItemDelegate):
    """Draws a meeting: its title, and below it, fainter, date and city."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.faint = QColor()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: draw one meeting."""
        title, _, line = str(index.data()).partition("\n")
        plain: Any = QStyleOptionViewItem(option)  # Any: the stubs leave out its fields
        self.initStyleOption(plain, index)
        plain.text = ""
        plain.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, plain.widget)
        metrics, room = plain.fontMetrics, plain.rect.adjusted(12, 7, -12, -7)
        painter.save()
        painter.setFont(plain.font)
        painter.setPen(plain.palette.color(QPalette.ColorRole.Text))
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, shown)
        painter.setPen(self.faint)
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom, line)
        painter.restore()


class MeetingPopup(QFrame):
    """The list of all meetings; Enter or a click chooses, Esc leaves."""

    chosen = Signal(int)

    def __init__(self, model: MeetingListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.list = QListView()
        self.list.setModel(model)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.lines = MeetingLines(self)
        self.list.setItemDelegate(self.lines)
        self.list.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list)
        self._model = model

    def open_below(self, place: QPoint, current: int | None) -> None:
        """Show the list with the current meeting chosen."""
        self.resize(LIST_WIDTH, min(self._model.rowCount(), LONGEST) * LINE_HEIGHT + 12)
        ids = [meeting.id for meeting in self._model.meetings()]
        self.list.setCurrentIndex(self._model.index(ids.index(current) if current in ids else 0))
        self.move(place)
        self.show()
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.hide()
        if index.isValid():
            self.chosen.emit(self._model.meetings()[index.row()].id)


class MeetingCard(QPushButton):
    """Names the current meeting; a press opens the list."""

    meeting_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.model = MeetingListModel(self)
        self.popup = MeetingPopup(self.model, self)
        self._current: MeetingRow | None = None
        self._read = False  # whether the workspace has told its meetings yet
        self._language = "zh"
        self.title_label, self.line_label, self._chevron = ElidedLabel(lines=2), ElidedLabel(), QLabel()
        self._lay_out()
        self.clicked.connect(self._open)
        self.popup.chosen.connect(self.meeting_requested)

    def _lay_out(self) -> None:
        self.line_label.setProperty("role", "small")
        self._chevron.setFixedSize(14, 14)
        line = QHBoxLayout()
        line.addWidget(self.line_label, 1)
        line.addWidget(self._chevron)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 9, 8, 9)
        layout.setSpacing(4)
        layout.addWidget(self.title_label)
        layout.addLayout(line)
        for child in (self.title_label, self.line_label, self._chevron):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_meetings(self, meetings: Sequence[MeetingRow], current_id: int | None) -> None:
        """List these meetings and name the current one."""
        self._read = True
        self.model.show_meetings(meetings)
        self._current = next((meeting for meeting in meetings if meeting.id == current_id), None)
        self.setEnabled(bool(meetings))
        self._say()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        self.model.retranslate(language)
        _ = translator(language).gettext
        self.popup.setAccessibleName(_("All meetings"))
        self.popup.list.setAccessibleName(_("All meetings"))
        self._say()

    def retheme(self, theme: Theme) -> None:
        """Draw the chevron in another theme."""
        self.popup.lines.faint = theme.color("ink_faint")
        ratio = self.devicePixelRatioF()
        self._chevron.setPixmap(pixmap("chevron-down", theme.tokens["ink_faint"], size=14, scale=ratio))

    def _say(self) -> None:
        _ = translator(self._language).gettext
        nothing = _("No meeting yet") if self._read else _("Opening…")
        title = self._current.title.pick(self._language) if self._current else nothing
        self.title_label.setText(title)
        self.line_label.setText(brief_date_and_city(self._current, self._language) if self._current else "")
        self.setAccessibleName(_("Current meeting: {title}").format(title=title))
        self.setToolTip(as_tip(_("{title}\nClick to switch to another meeting (Ctrl+M)").format(title=title)))

    def _open(self) -> None:
        below = self.mapToGlobal(QPoint(0, self.height() + 4))
        self.popup.open_below(below, self._current.id if self._current else None)
