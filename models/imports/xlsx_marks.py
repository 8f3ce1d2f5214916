"""What a worksheet tells besides values: failed formulas, pictures in cells, struck text, merges, hidden rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.imports.book import Merge, Place
from models.imports.cell_marks import CellMarks
from models.imports.xlsx_sheet import SheetXml, column_number
from models.imports.xlsx_styles import Strikes, Styles

_REFERENCE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_FORMULA = rb"<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)"
_ERROR = re.compile(rb'(<(?:\w+:)?c (?=[^>]*\bt="e")[^>]*)>(?:' + _FORMULA + rb")?<(?:\w+:)?v>([^<]*)<")
_NO_RESULT = re.compile(
    rb"(<(?:\w+:)?c [^>]*)>" + _FORMULA + rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)
_PICTURE = re.compile(rb"(<(?:\w+:)?c [^>]*)><(?:\w+:)?f\b[^>]*>[^<]*DISPIMG\(")
_STRING = re.compile(rb'(<(?:\w+:)?c (?=[^>]*\bt="s")[^>]*)><(?:\w+:)?v>(\d+)<')
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row (?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')


def mark_cells(sheet: SheetXml, styles: Styles, strikes: Strikes) -> CellMarks:
    """The marks that stand in the sheet itself; each is looked for only where a rare word says that there are some."""
    marks, xml = CellMarks(), sheet.content
    if b't="e"' in xml:
        for place, text in _placed(_ERROR, xml):
            marks.error(place, text)
    if _may_have_formulas(xml) and (b"<f" in xml or (not sheet.untouched and b":f" in xml)):
        for place, _text in _placed(_NO_RESULT, xml):
            marks.formula(place)
        if b"DISPIMG(" in xml:
            for place, _text in _placed(_PICTURE, xml):
                marks.picture(place)
    for place in styled(xml, styles.struck):
        marks.strike(place)
    if strikes:
        for place, number in _placed(_STRING, xml):
            if int(number) in strikes:
                marks.strike(place, strikes[int(number)])
    return marks


def _may_have_formulas(xml: bytes) -> bool:
    """One letter is found in a moment, and the cells of most slips have no f."""
    return xml.find(b"f", xml.find(b"sheetData"), max(xml.rfind(b"sheetData"), 0)) >= 0


def styled(xml: bytes, ids: frozenset[int]) -> Iterator[Place]:
    """The cells with something in them that have one of these styles."""
    if ids:
        wanted = b"|".join(b"%d" % number for number in sorted(ids))
        pattern = re.compile(rb'(<(?:\w+:)?c (?=[^>]*\bs="(?:' + wanted + rb')")[^>]*)(?<!/)>(?!</)')
        for place, _text in _placed(pattern, xml):
            yield place


def merges(sheet: SheetXml) -> tuple[Merge, ...]:
    """The merged ranges, in the order of their places."""
    found = {Merge(*_place(top, row), *_place(end, last)) for top, row, end, last in _MERGE.findall(sheet.tail)}
    return tuple(sorted(found, key=lambda merge: (merge.first_row, merge.first_column)))


def hidden_rows(sheet: SheetXml) -> frozenset[int]:
    """The rows that are hidden by hand or by a filter."""
    if b"hidden=" not in sheet.content:
        return frozenset()
    return frozenset(int(number) - 1 for number in _HIDDEN_ROW.findall(sheet.content))


def place_of(reference: str) -> Place | None:
    """The place that “C5” means."""
    found = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})", reference)
    return _place(found[1].upper().encode(), found[2].encode()) if found else None


def _placed(pattern: re.Pattern[bytes], xml: bytes) -> Iterator[tuple[Place, str]]:
    """The place of each cell that the pattern finds, with the text of its last group."""
    for found in pattern.finditer(xml):
        if reference := _REFERENCE.search(found[1]):
            yield _place(*reference.groups()), found[found.lastindex or 1].decode("utf-8", "replace")


def _place(letters: bytes, row: bytes) -> Place:
    return int(row) - 1, column_number(letters)
