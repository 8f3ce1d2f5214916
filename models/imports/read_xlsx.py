"""Reads xlsx and xlsm: values by calamine, from parts that were measured before; what else is told, from their XML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import cast

from python_calamine import CalamineError, CalamineWorkbook

from models.imports.book import CellValue, Sheet
from models.imports.cell_marks import CellMarks
from models.imports.in_steps import Steps
from models.imports.parser_faults import parser_faults
from models.imports.safe_xml import attribute, below, parse_xml
from models.imports.trim_rows import trim_rows
from models.imports.xlsx_marks import hidden_rows, mark_cells, merges, place_of, styled
from models.imports.xlsx_package import Workbook, WorkbookSheet, links, open_workbook, values_package
from models.imports.xlsx_sheet import SheetXml
from models.imports.xlsx_styles import Strikes, Styles, read_styles, struck_texts
from models.imports.zip_parts import ZipParts

Values = list[list[CellValue]]

_ANCHOR = re.compile(rb"<(?:\w+:)?(?:twoCell|oneCell|absolute)Anchor\b")


def read_xlsx(parts: ZipParts) -> Steps[tuple[Sheet, ...]]:
    """The worksheets of an Excel workbook, in steps. Macros, links and queries are not looked at."""
    name = parts.name
    workbook = open_workbook(parts)
    styles, strikes = read_styles(name, workbook.styles), struck_texts(workbook.texts)
    yield parts.claimed
    with parser_faults(name):
        values = _values(parts.content, workbook)
    yield parts.claimed
    with parser_faults(name):
        return tuple(
            _sheet(parts, sheet, found, styles, strikes) for sheet, found in zip(workbook.sheets, values, strict=True)
        )


def _values(content: bytes, workbook: Workbook) -> list[Values]:
    """The values of all worksheets: of the file itself, or of its measured parts where something in it is odd."""
    if workbook.usual:
        try:
            return _rows(content, [sheet.name for sheet in workbook.sheets])
        except CalamineError:
            pass
    return _rows(values_package(workbook), [str(number) for number in range(1, len(workbook.sheets) + 1)])


def _rows(content: bytes, names: Iterable[str]) -> list[Values]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return [cast(Values, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in names]


def _sheet(parts: ZipParts, sheet: WorkbookSheet, values: Values, styles: Styles, strikes: Strikes) -> Sheet:
    marks = mark_cells(sheet.xml, styles, strikes)
    pictures = _belongings(parts, sheet.part, marks)
    _clear_pictures(values, marks)
    _show_zeros(values, sheet.xml, styles)
    rows, cut_at = trim_rows(values)
    return Sheet(
        sheet.name,
        rows,
        tuple(merge for merge in merges(sheet.xml) if merge.first_row < len(rows)),
        marks.within(len(rows)),
        sheet.hidden,
        frozenset(row for row in hidden_rows(sheet.xml) if row < len(rows)),
        pictures,
        len(rows) if sheet.xml.more else cut_at,
    )


def _belongings(parts: ZipParts, part: str, marks: CellMarks) -> int:
    """Marks the cells that have comments, and counts the pictures that float over the sheet."""
    pictures = 0
    linked = links(parts, part).values()
    for link in sorted(linked, key=lambda link: link.kind):  # a threaded comment comes after its old form
        if link.kind in ("comments", "threadedComment"):
            _comments(parts, link.part, marks)
        elif link.kind == "drawing":
            pictures += len(_ANCHOR.findall(parts.read(link.part)))
    return pictures


def _comments(parts: ZipParts, part: str, marks: CellMarks) -> None:
    content = parts.read(part)
    if not content:
        return
    for one in below(parse_xml(parts.name, content), "comment", "threadedComment"):
        if place := place_of(attribute(one, "ref")):
            words = "".join(text.text or "" for text in below(one, "t", "text"))
            marks.comment(place, words.strip())


def _clear_pictures(values: Values, marks: CellMarks) -> None:
    """WPS keeps the formula of a picture as the text of its cell."""
    for row, column in [place for place, mark in marks.found.items() if mark.picture]:
        if row < len(values) and column < len(values[row]):
            values[row][column] = None


def _show_zeros(values: Values, xml: SheetXml, styles: Styles) -> None:
    """Numbers that the sheet shows with leading zeros ("007") are texts to whoever reads it."""
    for style, digits in styles.digits.items():
        for row, column in styled(xml.content, frozenset({style})):
            value = values[row][column] if row < len(values) and column < len(values[row]) else None
            if isinstance(value, float) and value.is_integer() and 0 <= value < 10**digits:
                values[row][column] = f"{int(value):0{digits}d}"
