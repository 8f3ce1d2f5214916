"""Tables of a Word document: ruled, with a repeated head, written as XML row by row."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.blocks import Align, Cell, Row, Table
from exporters.docx.elements import TWIPS_PER_MILLIMETER, TWIPS_PER_POINT, Element, add, add_run
from exporters.text_width import unbroken, width

LONGEST_UNSPLIT = 400  # characters; a longer row may run over to the next page
CELL_MARGIN = 1.2  # millimeters
WIDEST_WORDS = (30.0, 24.0, 18.0, 14.0, 10.0)  # digits: the narrower the page, the shorter what may stay whole
ABOVE = 2.5  # points above and below the text of a ruled cell
SAFETY = 1.08
POINTS_PER_MILLIMETER = 72 / 25.4
ALIGNMENTS = {"left": "left", "center": "center", "right": "right", "justify": "left"}
HEAD_SHADE, GROUP_SHADE = "EDEDED", "F7F7F7"


def add_table(body: Element, table: Table, room: float, size: float) -> None:
    """A ruled table, `room` millimeters wide, its text of `size` points."""
    widths = column_widths(table, room, size)
    written = new_table(body, widths, ruled=True)
    writer = _Rows(written, table, [round(one * TWIPS_PER_MILLIMETER) for one in widths])
    if any(column.heading for column in table.columns):
        writer.header()
    for row in table.rows:
        writer.row(row)
    if not table.rows and not len(written.findall(written.tag.replace("tbl", "tr"))):
        writer.row(Row(()))  # Word opens no table without rows


def new_table(body: Element, widths: Sequence[float], *, ruled: bool) -> Element:
    """An empty table with columns of these millimeters. Fixed: Word must not squeeze a column."""
    table = add(body, "tbl")
    properties = add(table, "tblPr")
    if ruled:
        add(properties, "tblStyle", val="TableGrid")
    columns = [round(one * TWIPS_PER_MILLIMETER) for one in widths]
    add(properties, "tblW", type="dxa", w=sum(columns))
    add(properties, "jc", val="center")
    add(properties, "tblLayout", type="fixed")
    margins = add(properties, "tblCellMar")  # less than Word's own 1.9 mm, so that phones and dates fit
    beside, above = CELL_MARGIN * TWIPS_PER_MILLIMETER, ABOVE * TWIPS_PER_POINT * ruled
    for side, room in (("top", above), ("left", beside), ("bottom", above), ("right", beside)):
        add(margins, side, w=round(room), type="dxa")
    grid = add(table, "tblGrid")
    for column in columns:
        add(grid, "gridCol", w=column)
    return table


def new_row(table: Element, *, height: float = 0.0, whole: bool = True, head: bool = False) -> Element:
    """A row at least so many millimeters high; `whole`: never over two pages; `head`: repeated on each page."""
    row = add(table, "tr")
    if whole or height or head:
        properties = add(row, "trPr")
        if whole:
            add(properties, "cantSplit")
        if height:
            add(properties, "trHeight", val=round(height * TWIPS_PER_MILLIMETER), hRule="atLeast")
        if head:
            add(properties, "tblHeader")
    return row


def new_cell(row: Element, width: int, *, span: int = 1, shade: str = "", middle: bool = True) -> Element:
    """A cell of so many twips."""
    cell = add(row, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=width, type="dxa")
    if span > 1:
        add(properties, "gridSpan", val=span)
    if shade:
        add(properties, "shd", val="clear", color="auto", fill=shade)
    if middle:
        add(properties, "vAlign", val="center")
    return cell


class _Rows:
    """Writes the rows of one table."""

    def __init__(self, written: Element, table: Table, widths: list[int]) -> None:
        self._written, self._table, self._widths = written, table, widths
        self._style = "DeskSmallCell" if table.small else "DeskCell"

    def header(self) -> None:
        """The headings of the columns."""
        row = new_row(self._written, head=True)
        for column, twips in zip(self._table.columns, self._widths, strict=True):
            self._fill(new_cell(row, twips, shade=HEAD_SHADE), column.heading, "center", strong=True)

    def row(self, row: Row) -> None:
        """A row of the table; one that spans it where it heads a group."""
        whole = max((len(cell.text) for cell in row.cells), default=0) <= LONGEST_UNSPLIT
        written = new_row(self._written, height=self._table.row_height, whole=whole)
        if row.kind == "group":
            cell = new_cell(written, sum(self._widths), span=len(self._widths), shade=GROUP_SHADE)
            text = " ".join(one.text for one in row.cells if one.text)
            self._fill(cell, text, "left", strong=True, kept=True)
            return
        cells = row.cells + (Cell(""),) * (len(self._widths) - len(row.cells))
        for twips, one, column in zip(self._widths, cells, self._table.columns, strict=False):
            self._fill(new_cell(written, twips), one.text, column.align, strong=one.strong or row.kind == "total")

    def _fill(self, cell: Element, text: str, align: Align, *, strong: bool, kept: bool = False) -> None:
        paragraph = add(cell, "p")
        properties = add(paragraph, "pPr")
        add(properties, "pStyle", val=self._style)
        if kept:
            add(properties, "keepNext")
        if align != "left":
            add(properties, "jc", val=ALIGNMENTS[align])
        if text:
            add_run(paragraph, text, bold=strong)


def column_widths(table: Table, room: float, size: float) -> list[float]:
    """Millimeters of each column: no number, word or short name is broken where the page is wide enough for that."""
    digit = size / 2 / POINTS_PER_MILLIMETER
    wished = [column.width * 2 * digit for column in table.columns]
    for longest in WIDEST_WORDS:
        least = [_least(table, index, longest, digit) for index in range(len(table.columns))]
        if sum(least) <= room:
            return _spread(least, wished, room)
    return [room * width / sum(least) for width in least]


def _spread(least: list[float], wished: list[float], room: float) -> list[float]:
    """Share what is left over as the columns wish for more than their least; the wishes alone where none does."""
    wishes = [max(wish - low, 0.0) for wish, low in zip(wished, least, strict=True)]
    weights = wishes if any(wishes) else wished
    spare = (room - sum(least)) / (sum(weights) or 1.0)
    return [low + spare * weight for low, weight in zip(least, weights, strict=True)]


def _least(table: Table, index: int, longest: float, digit: float) -> float:
    """The widest of what a column may not break; runs of letters beyond `longest` digits are broken after all."""
    cells = [row.cells[index] for row in table.rows if row.kind != "group" and index < len(row.cells)]
    typed = [width(cell.text) for cell in cells if not isinstance(cell.value, str | None)]
    plain = [min(unbroken(cell.text), longest) for cell in cells]
    digits = max([unbroken(table.columns[index].heading), *typed, *plain])
    wished = table.columns[index].width * 2 * digit
    return max(digits * digit * SAFETY + 2 * CELL_MARGIN, wished * longest / 60)
