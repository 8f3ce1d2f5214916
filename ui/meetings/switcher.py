"""The meetings as a list: two lines each, with date, city and readiness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from resources.languages import translator

if TYPE_CHECKING:
    from models.store.queries import MeetingRow

_NO_PARENT = QModelIndex()
LIST_WIDTH = 460
LONGEST = 9  # meetings seen without scrolling
LINE_HEIGHT = 52
READINESS = Qt.ItemDataRole.UserRole + 1


def readiness(meeting: MeetingRow, findings: int | None, language: str) -> str:
    """How far a meeting is: its state, and the findings where they are known."""
    from exporters.documents.words import word

    ngettext = translator(language).ngettext
    state = word(meeting.status, language)
    if not findings:
        return state
    told = ngettext("{count} thing to check", "{count} things to check", findings).format(count=findings)
    return f"{state} · ▲ {told}"


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
        self._findings: Mapping[int, int] = {}
        self._language = "zh"

    def meetings(self) -> tuple[MeetingRow, ...]:
        """The meetings listed."""
        return self._meetings

    def show_meetings(self, meetings: Sequence[MeetingRow]) -> None:
        """Replace the list."""
        self.beginResetModel()
        self._meetings = tuple(meetings)
        self.endResetModel()

    def show_findings(self, counts: Mapping[int, int]) -> None:
        """How many findings each meeting has, as far as it was looked at."""
        self._findings = counts
        self.retranslate(self._language)

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
            return f"{self._title(meeting)}\n{date_and_city(meeting, self._language)}"
        if role == READINESS:
            return readiness(meeting, self._findings.get(meeting.id), self._language)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._title(meeting)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(LIST_WIDTH - 20, LINE_HEIGHT)
        return None

    def _title(self, meeting: MeetingRow) -> str:
        return meeting.title.pick(self._language) or meeting.key


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
        ready = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, ready, str(index.data(READINESS) or ""))
        painter.restore()
