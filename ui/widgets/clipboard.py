"""Tables on the clipboard: as Excel, WPS and browsers leave them, and as they like to take them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from html import escape
from html.parser import HTMLParser

from PySide6.QtCore import QMimeData

MOST_SPAN = 100  # columns or lines that one merged cell covers
_CELL_END = re.compile(r"[\t\n]")
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")  # a full-width one is part of a name


class Content(Enum):
    """What the clipboard holds."""

    NOTHING = "nothing"
    TEXT = "text"
    PICTURE = "picture"
    FILES = "files"


def content_of(mime: QMimeData) -> Content:
    """What is there: Excel leaves a picture beside the text, so the text counts first."""
    if mime.hasText() and mime.text().strip() and not mime.hasUrls():
        return Content.TEXT
    if mime.hasHtml() and read_html(mime.html()):
        return Content.TEXT
    if mime.hasImage():
        return Content.PICTURE
    return Content.FILES if mime.hasUrls() else Content.NOTHING


def read_cells(mime: QMimeData) -> list[list[str]]:
    """The rows of cells. Text with tabs counts first; a table of a web page whose text has none is read as HTML."""
    text = mime.text()
    if "\t" not in text and mime.hasHtml():
        rows = read_html(mime.html())
        if rows:
            return rows
    return read_text(text)


def read_text(text: str) -> list[list[str]]:
    """Lines and tabs; a cell that begins with a quote may hold both, with doubled quotes inside, as Excel writes."""
    rows: list[list[str]] = [[]]
    at, plain = 0, text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    while at <= len(plain):
        cell, at = _quoted(plain, at) if plain[at : at + 1] == '"' else _bare(plain, at)
        rows[-1].append(cell)
        if plain[at : at + 1] == "\n" and at + 1 < len(plain):
            rows.append([])
        elif plain[at : at + 1] != "\t":
            break
        at += 1
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _bare(text: str, start: int) -> tuple[str, int]:
    found = _CELL_END.search(text, start)
    end = found.start() if found else len(text)
    return text[start:end], end


def _quoted(text: str, start: int) -> tuple[str, int]:
    """A quoted cell; a quote that closes nowhere, or closes before the cell ends, is a plain character."""
    end = start + 1
    while (end := text.find('"', end)) >= 0:
        if text[end : end + 2] == '""':
            end += 2
        elif text[end + 1 : end + 2] in ("", "\t", "\n"):
            return text[start + 1 : end].replace('""', '"'), end + 1
        else:
            break
    return _bare(text, start)


def write_text(rows: Sequence[Sequence[str]]) -> str:
    """The cells as text for Excel and WPS."""
    return "\n".join("\t".join(_written(cell) for cell in row) for row in rows)


def _written(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(mark in cell for mark in '\t\n"') else cell


def write_html(rows: Sequence[Sequence[str]]) -> str:
    """The cells as a table in which numbers stay text: 00123 and phone numbers keep all their digits."""
    style = " style=\"mso-number-format:'\\@'\""
    lines = ("".join(f"<td{style}>{_html(cell)}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def _html(cell: str) -> str:
    return escape(cell).replace("\n", '<br style="mso-data-placement:same-cell">')


def as_mime(rows: Sequence[Sequence[str]]) -> QMimeData:
    """The cells in both forms."""
    mime = QMimeData()
    mime.setText(write_text(rows))
    mime.setHtml(write_html(rows))
    return mime


def read_html(html: str) -> list[list[str]]:
    """The cells of the tables of a page; what a merged cell covers stays empty."""
    reader = _TableReader()
    reader.feed(html)
    return [row for row in reader.rows if any(row)]


class _TableReader(HTMLParser):
    """Collects the cells of the tables, one list a row."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._span = self._lines = 1
        self._covered: dict[int, int] = {}  # column → lines below that a merged cell still covers

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        if tag == "tr":
            self._end_cell()
            self._end_row()
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self._end_cell()
            given = dict(attrs)
            self._cell, self._span, self._lines = [], _span(given.get("colspan")), _span(given.get("rowspan"))
        elif tag in ("br", "p") and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Words; line breaks of the source are blanks."""
        if self._cell is not None:
            self._cell.append(_BLANKS.sub(" ", data))

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        self._pass_covered()
        row, lines = self.rows[-1], "".join(self._cell).split("\n")
        if self._lines > 1:
            self._covered |= dict.fromkeys(range(len(row), len(row) + self._span), self._lines)
        row += ["\n".join(_BLANKS.sub(" ", line).strip() for line in lines).strip()] + [""] * (self._span - 1)
        self._cell = None

    def _pass_covered(self) -> None:
        """Leave free what merged cells of the lines above cover."""
        row = self.rows[-1]
        while len(row) in self._covered:
            row.append("")

    def _end_row(self) -> None:
        if self.rows:
            self._pass_covered()
        self._covered = {column: lines - 1 for column, lines in self._covered.items() if lines > 1}


def _span(given: str | None) -> int:
    """How many columns or lines a cell covers."""
    return max(1, min(int(given), MOST_SPAN)) if given and given.isdecimal() else 1
