"""The table of ranks: rung by rung the titles of counties, universities and enterprises; tried before it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models.codes import OrganizationKind
from models.rules.ranks import LADDERS, LOWEST_RANK, Ladders, Rung, proposed_ladders
from resources.languages import translator
from ui.people.rows import N_
from ui.theme import Theme
from ui.widgets.choice_editors import ChoiceBox
from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.row_model import Column

SIZE = (980, 620)
_GAPS = re.compile(r"[\s、，,;；/]+")
_HEADINGS = {
    "county": N_("County, offices and parks"),
    "university": N_("Universities and schools"),
    "enterprise": N_("Enterprises and associations"),
    "anywhere": N_("Anywhere"),
}
_KINDS = {
    OrganizationKind.GOVERNMENT: N_("at a county office"),
    OrganizationKind.UNIVERSITY: N_("at a university"),
    OrganizationKind.ENTERPRISE: N_("at an enterprise"),
    OrganizationKind.OTHER: N_("anywhere else"),
}


@dataclass(frozen=True, slots=True)
class RungRow:
    """A rung as it is edited: its place, and a cell of words for each ladder."""

    id: int
    number: int
    cells: tuple[str, ...]


def _cell(place: int, row: RungRow, _language: str) -> str:
    return row.cells[place]


def _columns() -> tuple[Column, ...]:
    number = Column("number", N_("Rung"), lambda row, _language: str(row.number), right=True, handle=True)
    ladders = (
        Column(key, _HEADINGS[key], partial(_cell, place), flexible=True, value=partial(_cell, place))
        for place, key in enumerate(LADDERS)
    )
    return (number, *ladders)


class RanksDialog(QDialog):
    """`kept(rungs)`: the table is to be kept; without rungs, the proposed one holds again."""

    kept = Signal(object)

    def __init__(self, rungs: Sequence[Rung], language: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.language, self._ids, self._first = language, count(1), tuple(rungs)
        self.model = EditModel(_columns(), self, add_words=N_("＋ Titles of a new rung, separated by blanks"))
        self.table = EditTable(self.model)
        self.how, self.doubles, self.answer = QLabel(), QLabel(), QLabel()
        self.title, self.kind = QLineEdit(), ChoiceBox()
        self.proposed_button, self.cancel_button, self.keep_button = QPushButton(), QPushButton(), QPushButton()
        self.table.retheme(theme)
        self.model.retheme(theme)
        self.kind.retheme(theme)
        self._lay_out()
        self._connect()
        self._say()
        self.show_rungs(rungs or proposed_ladders().rungs)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.how.setProperty("role", "soft")
        self.how.setWordWrap(True)
        self.doubles.setProperty("role", "warn")
        self.doubles.setWordWrap(True)
        self.answer.setProperty("role", "heading")
        self.keep_button.setProperty("role", "main")
        self.kind.setMinimumContentsLength(16)
        for button in (self.proposed_button, self.cancel_button, self.keep_button):
            button.setAutoDefault(False)  # Enter belongs to the cells
        trying = QHBoxLayout()
        trying.setSpacing(8)
        trying.addWidget(self.title, 2)
        trying.addWidget(self.kind)
        trying.addWidget(self.answer, 3)
        buttons = QHBoxLayout()
        buttons.addWidget(self.proposed_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.keep_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(self.how)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.doubles)
        layout.addLayout(trying)
        layout.addLayout(buttons)
        self.resize(*SIZE)

    def _connect(self) -> None:
        self.table.cells_edited.connect(self._edited)
        self.table.rows_moved.connect(self._moved)
        self.table.rows_deleted.connect(self._deleted)
        self.table.row_insert_requested.connect(self._insert)
        self.table.new_row_requested.connect(self._add)
        self.title.textChanged.connect(lambda _text: self._try())
        self.kind.currentIndexChanged.connect(lambda _place: self._try())
        self.proposed_button.clicked.connect(lambda: self.show_rungs(proposed_ladders().rungs))
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self.accept)

    def show_rungs(self, rungs: Iterable[Rung]) -> None:
        """Begin with a table."""
        self._show([RungRow(next(self._ids), 0, tuple(" ".join(words) for words in rung.words)) for rung in rungs])

    def rungs(self) -> tuple[Rung, ...]:
        """The table as it stands, ranks by place; rungs without a word are left out."""
        rows = [row for row in self._rows() if any(row.cells)]
        return tuple(Rung(place, tuple(tuple(c.split()) for c in row.cells)) for place, row in enumerate(rows, 1))

    def accept(self) -> None:
        """Keep the table, if it is another one; words still in an editor belong to it."""
        self.table.keep_typed()
        now, proposed = self.rungs(), proposed_ladders().rungs
        if _words(now) == _words(proposed):
            now = ()
        if _words(now) != _words(self._first):
            self.kept.emit(now)
        super().accept()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        self._say()
        self._follow()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.table, self.model, self.kind):
            part.retheme(theme)

    def _say(self) -> None:
        _ = translator(self.language).gettext
        for named in (self, self.table):
            named.setAccessibleName(_("Table of ranks"))
        self.setWindowTitle(_("Table of ranks"))
        self.how.setText(_(_HOW))
        self.model.retranslate(self.language)
        self.title.setPlaceholderText(_("Try a title"))
        self.title.setAccessibleName(_("Try a title"))
        self.kind.setAccessibleName(_("Kind of unit"))
        for button, words in (
            (self.proposed_button, _("Back to the proposed table")),
            (self.cancel_button, _("Cancel")),
            (self.keep_button, _("Keep the table")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
        chosen = max(0, self.kind.currentIndex())
        self.kind.blockSignals(True)
        self.kind.clear()
        for kind, words in _KINDS.items():
            self.kind.addItem(_(words), kind)
        self.kind.setCurrentIndex(chosen)
        self.kind.blockSignals(False)

    # the rows
    def _rows(self) -> list[RungRow]:
        return list(self.model.rows())

    def _show(self, rows: Sequence[RungRow]) -> None:
        self.model.show_rows([replace(row, number=place) for place, row in enumerate(rows, 1)])
        self._follow()

    def _edited(self, edits: Sequence[CellEdit]) -> None:
        """Cells were typed or pasted: words separated by single blanks."""
        rows = {row.id: row for row in self._rows()}
        for edit in edits:
            row, place = rows[edit.row_id], LADDERS.index(edit.column_key)
            words = " ".join(_GAPS.split(str(edit.after or ""))).strip()
            rows[edit.row_id] = replace(row, cells=(*row.cells[:place], words, *row.cells[place + 1 :]))
        self.model.forget(edits)
        self._show(list(rows.values()))

    def _moved(self, ids: Sequence[int], before_id: int | None) -> None:
        moved = [row for row in self._rows() if row.id in ids]
        rest = [row for row in self._rows() if row.id not in ids]
        place = next((n for n, row in enumerate(rest) if row.id == before_id), len(rest))
        self._show([*rest[:place], *moved, *rest[place:]])

    def _deleted(self, ids: Sequence[int]) -> None:
        self._show([row for row in self._rows() if row.id not in ids])

    def _insert(self, before_id: int | None) -> None:
        """An empty rung above the one chosen, ready to be typed into."""
        rows, made = self._rows(), RungRow(next(self._ids), 0, ("",) * len(LADDERS))
        place = next((n for n, row in enumerate(rows) if row.id == before_id), len(rows))
        self._show([*rows[:place], made, *rows[place:]])
        self.table.edit_cell(made.id, LADDERS[0])

    def _add(self, words: str) -> None:
        """A rung at the end."""
        cells = (" ".join(_GAPS.split(words)).strip(), *("",) * (len(LADDERS) - 1))
        self._show([*self._rows(), RungRow(next(self._ids), 0, cells)])

    # what it means
    def _follow(self) -> None:
        _ = translator(self.language).gettext
        found = doubles(self._rows())
        self.doubles.setVisible(bool(found))
        self.doubles.setText(_("On several rungs, of which the highest counts: {words}").format(words=", ".join(found)))
        self._try()

    def _try(self) -> None:
        """Where a title would stand."""
        _ = translator(self.language).gettext
        title = self.title.text().strip()
        if not title:
            self.answer.clear()
            return
        rank = Ladders(self._numbered()).rank(title, self.kind.currentData())
        said = _("{title} → rung {number}") if rank != LOWEST_RANK else _("{title} → on no rung: behind all others")
        self.answer.setText(said.format(title=title, number=rank))

    def _numbered(self) -> list[Rung]:
        """The rungs by the numbers that are shown."""
        return [Rung(row.number, tuple(tuple(cell.split()) for cell in row.cells)) for row in self._rows()]


def doubles(rows: Iterable[RungRow]) -> list[str]:
    """Words that stand on several rungs of one ladder, in the order in which they come."""
    seen: dict[tuple[int, str], int] = {}
    found: dict[str, None] = {}
    for row in rows:
        for place, cell in enumerate(row.cells):
            for word in cell.split():
                if seen.setdefault((place, word), row.id) != row.id:
                    found[word] = None
    return list(found)


def _words(rungs: Iterable[Rung]) -> list[tuple[tuple[str, ...], ...]]:
    return [rung.words for rung in rungs]


_HOW = N_(
    "Lists are sorted by the rung on which a word of the title stands; the longest word decides, so 副书记 is no 书记. "
    "Alt+Up and Alt+Down move a rung, Ctrl and + makes one above, Ctrl and − removes it."
)
