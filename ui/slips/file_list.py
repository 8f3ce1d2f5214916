"""The files of an import with their sheets: how many people each gives, which are left out, which cannot be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from models.imports.book import Note
from models.imports.plan import ImportPlan
from models.imports.tables import MatchedBy, RowKind
from resources.languages import translator
from ui.slips.sitting import Sitting
from ui.slips.words import note_words
from ui.theme import Theme, load_theme
from ui.widgets.icons import icon
from ui.widgets.tips import as_tip

PLACE = Qt.ItemDataRole.UserRole
TWICE = "file_twice"  # why a file was not read: its content is there already


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A file, and one of its sheets; without one: the file as a whole, which could not be read."""

    file: str
    sheet: str | None = None


def refusals(plan: ImportPlan) -> dict[str, Note]:
    """Why files could not be read, by name."""
    return dict(plan.refused_files)


def is_locked(note: Note) -> bool:
    """Whether a password is all that is missing."""
    from ui.slips.reader_process import PASSWORD_NEEDED, PASSWORD_WRONG

    return note.code in (PASSWORD_NEEDED, PASSWORD_WRONG)


def unknown_columns(plan: ImportPlan) -> dict[SheetPlace, int]:
    """How many columns with a header nobody knows, by sheet; sheets without any are not named."""
    found: Counter[SheetPlace] = Counter()
    for file in plan.files:
        for table in file.understood.tables:
            unknown = sum(match.by is MatchedBy.NOTHING and bool(match.header.strip()) for match in table.columns)
            found[SheetPlace(file.book.name, table.sheet)] += unknown
    return {place: count for place, count in found.items() if count}


class FileList(QTreeWidget):
    """`place_chosen` carries a SheetPlace; `sheet_used` that a sheet is to be read, or not."""

    place_chosen = Signal(object)
    sheet_used = Signal(str, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "contents")
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setRootIsDecorated(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._theme, self._language = load_theme("light"), "zh"
        self._sitting: Sitting | None = None
        self._filling = False
        self.currentItemChanged.connect(self._chosen)
        self.itemChanged.connect(self._ticked)
        self.itemClicked.connect(self._clicked)

    @property
    def place(self) -> SheetPlace | None:
        """What is chosen."""
        item = self.currentItem()
        place: SheetPlace | None = item.data(0, PLACE) if item is not None else None
        return place

    def show_sitting(self, sitting: Sitting) -> None:
        """Show the files of a plan; the choice stays."""
        before, self._sitting = self.place, sitting
        self._filling = True
        self.clear()
        if sitting.plan is not None:
            self._fill(sitting, sitting.plan)
        self.expandAll()
        self._filling = False
        self.choose(before)

    def choose(self, place: SheetPlace | None) -> None:
        """Choose a sheet, or a file that could not be read; where that is gone, the first of the file, or of all."""
        items = list(self._items())
        same = (item for item in items if item.data(0, PLACE) == place)
        of_file = (item for item in items if place is not None and item.data(0, PLACE).file == place.file)
        wanted = next(chain(same, of_file, items), None)
        if wanted is not None:
            self.setCurrentItem(wanted)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        self.setAccessibleName(translator(language).gettext("Files and sheets"))
        if self._sitting is not None:
            self.show_sitting(self._sitting)

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        self._theme = theme
        if self._sitting is not None:
            self.show_sitting(self._sitting)

    def _fill(self, sitting: Sitting, plan: ImportPlan) -> None:
        for name, note in plan.refused_files:
            self._add_refused(name, note)
        people = Counter((row.file, row.slip.sheet) for row in plan.rows if row.slip.kind is not RowKind.REFUSED)
        unknown = unknown_columns(plan)
        for file in plan.files:
            item = QTreeWidgetItem(self, [file.book.name])
            item.setIcon(0, icon("file-spreadsheet", self._theme))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item.setToolTip(0, as_tip(sitting.paths.get(file.book.name) or file.book.name))
            for sheet in file.book.sheets:
                place = SheetPlace(file.book.name, sheet.name)
                used = sitting.is_used(place.file, sheet.name, hidden=sheet.hidden)
                name = "" if sheet.name.isdecimal() and len(file.book.sheets) == 1 else sheet.name
                words = self._sheet_words(name, people[place.file, sheet.name], hidden=sheet.hidden, used=used)
                self._add_sheet(item, place, words + (" ▲" if unknown.get(place) else ""), used=used)

    def _add_refused(self, name: str, note: Note) -> None:
        twice = note.code == TWICE
        color = "ink_faint" if twice else "warn"
        item = QTreeWidgetItem(self, [name if twice else f"▲ {name}"])
        item.setIcon(0, icon("lock" if is_locked(note) else "circle-alert", self._theme, color))
        item.setForeground(0, self._theme.color(color))
        item.setData(0, PLACE, SheetPlace(name))
        item.setToolTip(0, as_tip(note_words(note, self._language)))

    def _add_sheet(self, above: QTreeWidgetItem, place: SheetPlace, words: str, *, used: bool) -> None:
        item = QTreeWidgetItem(above, [words])
        item.setData(0, PLACE, place)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked if used else Qt.CheckState.Unchecked)
        item.setForeground(0, self._theme.color("ink" if used else "ink_faint"))
        item.setToolTip(0, as_tip(words))

    def _sheet_words(self, sheet: str, people: int, *, hidden: bool, used: bool) -> str:
        _, ngettext = translator(self._language).gettext, translator(self._language).ngettext
        said = [sheet or _("Table")]
        if used:
            said.append(ngettext("{count} row", "{count} rows", people).format(count=people))
        if hidden:
            said.append(_("hidden sheet"))
        return " · ".join(said)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        each = QTreeWidgetItemIterator(self)
        while (item := each.value()) is not None:
            if item.data(0, PLACE) is not None:
                yield item
            each += 1

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._filling and item.data(0, PLACE) is not None:
            self.place_chosen.emit(item.data(0, PLACE))

    def _clicked(self, item: QTreeWidgetItem) -> None:
        """A file is looked at by its first sheet."""
        if item.data(0, PLACE) is None and item.childCount():
            self.setCurrentItem(item.child(0))

    def _ticked(self, item: QTreeWidgetItem, _column: int) -> None:
        place = item.data(0, PLACE)
        if not self._filling and place is not None and place.sheet is not None:
            self.sheet_used.emit(place.file, place.sheet, item.checkState(0) is Qt.CheckState.Checked)
