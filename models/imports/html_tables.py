"""The tables in the HTML that Excel, WPS, Word and browsers put on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from models.errors import KnownError
from models.imports.book import CellValue, Merge, Sheet
from models.imports.cell_marks import CellMarks
from models.imports.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from models.imports.trim_rows import trim_rows

_STRUCK_STYLE = re.compile(r"text-(?:decoration|line-through)[^;}]*line-through|text-line-through")
_RULE = re.compile(r"\.([\w-]+)\s*\{([^}]*)\}")
_UNSEEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all")
_SPACES = re.compile(r"[ \t\r\n\u00a0]+")
_STRUCK_TAGS = ("s", "strike", "del")
_BLOCKS = ("br", "p", "div", "li")

Attributes = list[tuple[str, str | None]]


def html_tables(name: str, text: str) -> tuple[Sheet, ...]:
    """The tables of a piece of HTML that hold anything, in their order."""
    parser = _Parser(name)
    parser.feed(text)
    parser.close()
    sheets = (table.sheet(str(number)) for number, table in enumerate(parser.tables, 1))
    return tuple(sheet for sheet in sheets if sheet.rows)


class _Table:
    """A table while its cells come in; places taken by spans from above are kept free."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[list[CellValue]] = []
        self.taken: set[tuple[int, int]] = set()
        self.merges: list[Merge] = []
        self.marks = CellMarks()
        self.hidden_rows: set[int] = set()
        self.pictures = 0

    def add(self, text: str, high: int, wide: int) -> tuple[int, int]:
        """Put a cell at the next free place of the last row; the place."""
        row, column = len(self.rows) - 1, len(self.rows[-1])
        while (row, column) in self.taken:
            self.rows[-1].append(None)
            column += 1
        if column + wide > MOST_COLUMNS or len(self.taken) + high * wide > MOST_CELLS:
            raise KnownError("slip_too_wide", name=self.name, most=MOST_COLUMNS)
        self.rows[-1].extend([text or None, *[None] * (wide - 1)])
        if high > 1 or wide > 1:
            self.merges.append(Merge(row, column, row + high - 1, column + wide - 1))
            self.taken.update((row + down, column + right) for down in range(1, high) for right in range(wide))
        return row, column

    def sheet(self, name: str) -> Sheet:
        """The sheet, once the table is read."""
        rows, cut_at = trim_rows(self.rows)
        merges = tuple(merge for merge in self.merges if merge.first_row < len(rows))
        hidden = frozenset(row for row in self.hidden_rows if row < len(rows))
        marks = self.marks.within(len(rows))
        return Sheet(name, rows, merges, marks, hidden_rows=hidden, pictures=self.pictures, cut_at=cut_at)


class _Parser(HTMLParser):
    """Collects tables; what stands outside of them is passed over."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.tables: list[_Table] = []
        self._open = 0  # tables around the place reached; those inside a cell belong to its text
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._number: str | None = None  # Excel's own value behind the text it shows
        self._struck, self._plain = "", ""
        self._striking = 0
        self._struck_classes: frozenset[str] = frozenset()
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Open a table, row or cell, or note what stands inside a cell."""
        given = {key: value or "" for key, value in attrs}
        if tag == "style":
            self._in_style = True
        elif tag == "table":
            self._open += 1
            if self._open == 1:
                self.tables.append(_Table(self.name))
        elif self._open == 1 and tag == "tr":
            self._row(given)
        elif self._open == 1 and tag in ("td", "th"):
            self._begin_cell(given)
        elif self._cell is not None:
            self._inside(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if tag == "style":
            self._in_style = False
        elif tag == "table" and self._open:
            self._end_cell()
            self._open -= 1
        elif self._open == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag in _STRUCK_TAGS:
            self._striking = max(0, self._striking - 1)

    def handle_data(self, data: str) -> None:
        """Text of a cell, or the styles of the page."""
        if self._in_style:
            struck = {name for name, rule in _RULE.findall(data) if _STRUCK_STYLE.search(rule)}
            self._struck_classes |= struck
        elif self._cell is not None:
            text = _SPACES.sub(" ", data)
            self._cell.append(text)
            if self._striking:
                self._struck += text
            else:
                self._plain += text

    def _row(self, given: Mapping[str, str]) -> None:
        self._end_cell()
        table = self.tables[-1]
        if len(table.rows) <= MOST_ROWS:
            table.rows.append([])
        if _UNSEEN.search(given.get("style", "")):
            table.hidden_rows.add(len(table.rows) - 1)

    def _begin_cell(self, given: Mapping[str, str]) -> None:
        self._end_cell()
        if not self.tables[-1].rows:
            self.tables[-1].rows.append([])
        self._cell, self._struck, self._plain = [], "", ""
        self._span = _span(given.get("rowspan", "")), _span(given.get("colspan", ""))
        self._number = given.get("x:num") or None
        struck = bool(_STRUCK_STYLE.search(given.get("style", "")))
        self._striking = int(struck or bool(self._struck_classes & set(given.get("class", "").split())))

    def _inside(self, tag: str, given: Mapping[str, str]) -> None:
        if tag in _STRUCK_TAGS:
            self._striking += 1
        elif tag in _BLOCKS and self._cell:
            self._cell.append("\n")
        elif tag == "img":
            self.tables[-1].pictures += 1
        elif tag == "input" and given.get("type") == "checkbox" and self._cell is not None:
            self._cell.append("☑" if "checked" in given else "☐")

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = "".join(self._cell).split("\n")
        text = "\n".join(line.strip() for line in lines).strip("\n")
        if self._number and re.fullmatch(r"-?[\d.]+E[+-]?\d+", text, re.IGNORECASE):
            text = self._number  # shown as 1.38E+10, stored in full
        table = self.tables[-1]
        place = table.add(text, *self._span)
        if self._struck.strip():
            table.marks.strike(place, self._struck.strip() if self._plain.strip() else "")
        self._cell, self._striking = None, 0


def _span(number: str) -> int:
    return max(1, min(int(number), MOST_ROWS)) if number.isdecimal() and len(number) < 7 else 1
