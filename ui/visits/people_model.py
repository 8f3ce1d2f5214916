"""People of a route in a list: to choose, to drag, with a mark where something wants a look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon

from models.snapshots.shapes import Attendee
from ui.theme import Theme, load_theme
from ui.visits.words import person_detail, person_name
from ui.widgets.icons import icon
from ui.widgets.tips import as_tip

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-signing-desk-people"
_NONE = QModelIndex()


def people_mime(ids: Sequence[int]) -> QMimeData:
    """People under way, by the ids of their attendance."""
    carried = QMimeData()
    carried.setData(MIME, ",".join(map(str, ids)).encode())
    return carried


def carried_people(carried: QMimeData) -> tuple[int, ...]:
    """Who is under way; nobody where it is something else."""
    text = bytes(carried.data(MIME).data()).decode() if carried.hasFormat(MIME) else ""
    return tuple(int(each) for each in text.split(",") if each)


class PeopleModel(QAbstractListModel):
    """Attendees in the order given. `notes` are words behind a name, `marks` what wants a look."""

    dropped = Signal(object)  # tuple of ids let go over the list

    def __init__(self, parent: QObject | None = None, *, checkable: bool = False) -> None:
        super().__init__(parent)
        self.language, self._theme, self._checkable = "zh", load_theme("light"), checkable
        self.read_only = False
        self._people: tuple[Attendee, ...] = ()
        self._notes: Mapping[int, str] = {}
        self._marks: Mapping[int, str] = {}
        self.checked: set[int] = set()

    def show_people(
        self, people: Sequence[Attendee], notes: Mapping[int, str] | None = None, marks: Mapping[int, str] | None = None
    ) -> None:
        """Show other people."""
        shown, notes, marks = tuple(people), notes or {}, marks or {}
        if (shown, notes, marks) == (self._people, self._notes, self._marks):
            return
        if [each.id for each in shown] == [each.id for each in self._people]:
            self._people, self._notes, self._marks = shown, notes, marks
            self._all_changed()
            return
        self.beginResetModel()
        self._people, self._notes, self._marks = shown, notes, marks
        self.endResetModel()

    def people(self) -> tuple[Attendee, ...]:
        """Who is shown."""
        return self._people

    def person_at(self, index: Index) -> Attendee | None:
        """Who stands on a line."""
        return self._people[index.row()] if index.isValid() and index.row() < len(self._people) else None

    def index_of(self, attendance_id: int) -> QModelIndex:
        """The line of somebody."""
        ids = [each.id for each in self._people]
        return self.index(ids.index(attendance_id), 0) if attendance_id in ids else QModelIndex()

    def check(self, ids: Sequence[int], checked: bool) -> None:
        """Tick people, or not."""
        (self.checked.update if checked else self.checked.difference_update)(ids)
        self._all_changed()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        self._all_changed()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self._all_changed()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Qt: how many."""
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: one line."""
        person = self.person_at(index)
        if person is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "  ".join(filter(None, (person_name(person, self.language), self._notes.get(person.id, ""))))
        if role == Qt.ItemDataRole.ToolTipRole:
            said = (person_name(person, self.language), person_detail(person, self.language))
            return as_tip("\n".join(filter(None, (*said, self._marks.get(person.id)))))
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("triangle-alert", self._theme, "warn", size=14) if person.id in self._marks else QIcon()
        if role == Qt.ItemDataRole.CheckStateRole and self._checkable:
            return Qt.CheckState.Checked if person.id in self.checked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: what can be done with a line."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._checkable:
            # not ItemIsUserCheckable: Qt would tick with the click on the box, and the list with every click
            return usual if index.isValid() else Qt.ItemFlag.NoItemFlags
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return usual | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        """Qt: what is carried."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt: who is carried."""
        found = (self.person_at(index) for index in indexes)
        return people_mime([person.id for person in found if person is not None])

    def supportedDropActions(self) -> Qt.DropAction:
        """Qt: people are moved, never copied."""
        return Qt.DropAction.MoveAction

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _at: Index) -> bool:
        """Qt: whether people may be let go here."""
        return not self.read_only and not self._checkable and data.hasFormat(MIME)

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _at: Index) -> bool:
        """Qt: people are let go over the list. Never True: Qt would remove them from where they come."""
        ids = carried_people(data)
        if ids and not self.read_only:
            self.dropped.emit(ids)
        return False

    def _all_changed(self) -> None:
        if self._people:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._people) - 1, 0))
