"""Tables of a Word document: ruled ones with a repeated head, and the places to sign."""

from __future__ import annotations

from typing import Any, cast

from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.table import _Row as WordRow

from exporters.blocks import Align, Cell, Row, SignatureArea, SignatureParty, Table
from exporters.docx.styles import CELL, SMALL_CELL
from exporters.plain_text import label_text, line_to_fill
from exporters.text_width import unbroken, width
from exporters.typeset.safe_text import clean_text

LONGEST_UNSPLIT = 400  # characters; a longer row may run over to the next page
CELL_MARGIN = 1.2  # millimeters
WIDEST_WORDS = (30.0, 24.0, 18.0, 14.0, 10.0)  # digits: the narrower the page, the shorter what may stay whole
SAFETY = 1.08
POINTS_PER_MILLIMETER = 72 / 25.4
SEAL_SIDE = 45  # millimeters: the seal of a county government
ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.LEFT,
}


def add_table(word: WordDocument, table: Table, room: float) -> None:
    """A ruled table, `room` millimeters wide."""
    written = _new_table(word, column_widths(table, room))
    written.style = "Table Grid"
    if any(column.heading for column in table.columns):
        _add_header(written, table)
    for row in table.rows:
        _add_row(written, table, row)


def add_signatures(word: WordDocument, area: SignatureArea, language: str, room: float) -> None:
    """Where to sign and seal: two parties side by side, more below one another; witnesses below."""
    side_by_side = len(area.parties) == 2
    written = _new_table(word, [room / 2, room / 2] if side_by_side else [room])
    rows = [area.parties] if side_by_side else [(party,) for party in area.parties]
    for parties in (*rows, *((witness,) for witness in area.witnesses)):
        row = _new_row(written)
        _keep_whole(row)
        row.height, row.height_rule = Mm(SEAL_SIDE), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, party in zip(row.cells, parties, strict=False):
            _fill_signature(cell, party, language)


def column_widths(table: Table, room: float) -> list[float]:
    """Millimeters of each column: no number, word or short name is broken where the page is wide enough for that."""
    for longest in WIDEST_WORDS:
        least = [_least(table, index, longest) for index in range(len(table.columns))]
        if sum(least) <= room:
            return _spread(least, [_wished(table, index) for index in range(len(table.columns))], room)
    return [room * width / sum(least) for width in least]


def _spread(least: list[float], wished: list[float], room: float) -> list[float]:
    """Share what is left over as the columns wish for more than their least; the wishes alone where none does."""
    wishes = [max(wish - low, 0.0) for wish, low in zip(wished, least, strict=True)]
    weights = wishes if any(wishes) else wished
    spare = (room - sum(least)) / (sum(weights) or 1.0)
    return [low + spare * weight for low, weight in zip(least, weights, strict=True)]


def _wished(table: Table, index: int) -> float:
    return table.columns[index].width * 2 * _digit(table)


def _least(table: Table, index: int, longest: float) -> float:
    """The widest of what a column may not break; runs of letters beyond `longest` digits are broken after all."""
    cells = [row.cells[index] for row in table.rows if row.kind != "group" and index < len(row.cells)]
    typed = [width(cell.text) for cell in cells if not isinstance(cell.value, str | None)]
    plain = [min(unbroken(cell.text), longest) for cell in cells]
    digits = max([unbroken(table.columns[index].heading), *typed, *plain])
    return max(digits * _digit(table) * SAFETY + 2 * CELL_MARGIN, _wished(table, index) * longest / 60)


def _digit(table: Table) -> float:
    """Millimeters of a digit, half as wide as a Han character."""
    return (SMALL_CELL if table.small else CELL).size / 2 / POINTS_PER_MILLIMETER


def _new_table(word: WordDocument, widths: list[float]) -> WordTable:
    """An empty table with columns of these millimeters. Fixed: Word must not squeeze a column."""
    table: WordTable = word.add_table(rows=0, cols=max(len(widths), 1))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, millimeters in zip(table.columns, widths, strict=False):
        column.width = Mm(millimeters)
    _set_margins(table)
    return table


def _set_margins(table: WordTable) -> None:
    """Less than Word's own 1.9 mm, so that phones and dates fit."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(CELL_MARGIN * POINTS_PER_MILLIMETER * 20)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription", "w:tblPrChange")


def _new_row(table: WordTable) -> WordRow:
    untyped: Any = table  # python-docx leaves this one without annotations
    return cast(WordRow, untyped.add_row())


def _add_header(written: WordTable, table: Table) -> None:
    row = _new_row(written)
    _mark(row, "w:tblHeader")
    _keep_whole(row)
    for cell, column in zip(row.cells, table.columns, strict=True):
        _fill(cell, column.heading, table, "center", strong=True)
        _shade(cell, "EDEDED")


def _add_row(written: WordTable, table: Table, row: Row) -> None:
    added = _new_row(written)
    if table.row_height:
        added.height, added.height_rule = Mm(table.row_height), WD_ROW_HEIGHT_RULE.AT_LEAST
    if max((len(cell.text) for cell in row.cells), default=0) <= LONGEST_UNSPLIT:
        _keep_whole(added)
    if row.kind == "group":
        merged = added.cells[0].merge(added.cells[-1])
        _fill(merged, row.cells[0].text if row.cells else "", table, "left", strong=True)
        _shade(merged, "F7F7F7")
        return
    cells = row.cells + (Cell(""),) * (len(table.columns) - len(row.cells))
    for place, cell, column in zip(added.cells, cells, table.columns, strict=False):
        _fill(place, cell.text, table, column.align, strong=cell.strong or row.kind == "total")


def _fill(place: WordCell, text: str, table: Table, align: Align, *, strong: bool) -> None:
    paragraph = place.paragraphs[0]
    paragraph.style = "Desk Small Cell" if table.small else "Desk Cell"
    paragraph.alignment = ALIGNMENTS[align]
    paragraph.add_run(clean_text(text)).bold = strong or None
    place.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _fill_signature(place: WordCell, party: SignatureParty, language: str) -> None:
    place.paragraphs[0].add_run(clean_text(label_text(party.label, language))).bold = True
    place.add_paragraph(clean_text(party.name))
    for line in party.lines:
        place.add_paragraph(clean_text(line_to_fill(line, language)))


def _mark(row: WordRow, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _keep_whole(row: WordRow) -> None:
    _mark(row, "w:cantSplit")


def _shade(cell: WordCell, color: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        shading.set(qn(f"w:{name}"), value)
    after = ("w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark")
    cell._tc.get_or_add_tcPr().insert_element_before(shading, *after)  # Word reads them in this order only
