"""The XML of a worksheet, taken no further than is read, and measured before it is laid out as a rectangle.

Patterns instead of a parser: a sheet of 10,000 rows is searched in milliseconds, and parsed in seconds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import IO

from models.errors import KnownError
from models.imports.limits import MEGABYTE, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED_PART
from models.imports.safe_xml import refuse_types
from models.imports.zip_parts import ZipParts, take

_CHUNK = 4 * MEGABYTE
_TAIL = 8 * MEGABYTE  # of what stands behind the cells: merged ranges, links
_TAG = re.compile(rb"<(?:\w+:)?(?:c|row)\b[^>]*>")
_GAPS, _EQUALS = re.compile(rb"\s+"), re.compile(rb"\s*=\s*")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_ROW_NUMBER = re.compile(rb'\br="(\d+)"')
_FAR = re.compile(rb' r="(?:[A-Z]{2,}\d|[A-Z]?(?:[2-9]\d{4}|\d{6,})")')
_FAR_ROW = re.compile(rb' r="[A-Z]+(\d{5,})"')
_FAR_COLUMN = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{2,})\d+"[^>]*(?<!/)>')
_UNPLACED = re.compile(rb'<(?:\w+:)?(?:c|row)(?=[ />])(?![^>]* r=")')  # stands behind the one before it
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_PREFIXED = re.compile(rb":(?:c|row)\b")
_USUAL_END = b"</sheetData>"
_CELL_FAR = re.compile(rb'<c(?! r="[A-Z]1?\d{1,4}")')  # anything but A to Z, 1 to 19999, written as usual
_ROW_FAR = re.compile(rb'<row(?! r="1?\d{1,4}")')
_BEGINS = re.compile(rb"<(?:\w+:)?sheetData\s*/?>")
_ENDS = re.compile(rb"</(?:\w+:)?sheetData>")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)>")


@dataclass(frozen=True, slots=True)
class SheetXml:
    """A sheet up to the last row that is read, and what stands behind its rows.

    `more`: values follow below. `untouched`: the XML is as it stands in the file.
    """

    content: bytes
    tail: bytes
    more: bool = False
    untouched: bool = False


def sheet_xml(parts: ZipParts, part: str) -> SheetXml:
    """The XML of a sheet, cut after the last row that is read; a sheet that is too wide is refused."""
    if part not in parts:
        raise KnownError("slip_damaged", name=parts.name)
    with _opened(parts, part) as stream:
        start = take(parts.name, stream, MOST_UNPACKED_PART)
        begins = _BEGINS.search(start)
        if begins is None:
            if len(start) >= MOST_UNPACKED_PART:
                raise KnownError("slip_unpacks_too_large", name=parts.name)
            return SheetXml(start, b"", untouched=True)  # a sheet without cells
        refuse_types(parts.name, start)
        if len(start) < MOST_UNPACKED_PART and _is_near(start, begins.end()):
            return _whole(start, True)
        if start.count(b"<c", begins.end()) > MOST_CELLS:
            raise KnownError("slip_too_wide", name=parts.name, most=MOST_COLUMNS)
        plain = _plain(start, begins.end())
        far = _FAR.search(plain) is not None or (plain is not start and _UNPLACED.search(plain) is not None)
        whole = len(start) < MOST_UNPACKED_PART
        found = _whole(plain, plain is start) if whole and not far else _cut(parts.name, plain, stream)
    if far:
        _refuse_far(parts.name, found.content)
    return found


def _opened(parts: ZipParts, part: str) -> IO[bytes]:
    """A part; unpacked at once if it is not too large for that."""
    return BytesIO(parts.read(part)) if parts.size(part) < MOST_UNPACKED_PART else parts.open(part)


def _is_near(xml: bytes, begins: int) -> bool:
    """Whether every cell says its place as Excel does, and none is far out: true of nearly all slips."""
    end = xml.rfind(_USUAL_END)
    if end < 0 or xml.find(b"sheetData", end + len(_USUAL_END)) >= 0:
        return False
    if _CELL_FAR.search(xml, begins, end) or _ROW_FAR.search(xml, begins, end):
        return False
    return xml.find(b":", begins, end) < 0 or _PREFIXED.search(xml, begins, end) is None  # one sign is found at once


def _plain(xml: bytes, begins: int) -> bytes:
    """Cells and rows with their places written as Excel writes them, so that the patterns cannot miss one."""
    usual = xml.count(b"<c", begins) + xml.count(b"<row", begins) == xml.count(b' r="', begins)
    if usual and xml.find(b":c", begins) < 0 and xml.find(b":row", begins) < 0:
        return xml
    return _TAG.sub(_plain_tag, xml)


def _plain_tag(tag: re.Match[bytes]) -> bytes:
    written = tag[0]
    if b"=" not in written:
        return written
    return _EQUALS.sub(b"=", _GAPS.sub(b" ", written)).replace(b"'", b'"')


def _whole(xml: bytes, untouched: bool = False) -> SheetXml:
    end = xml.rfind(b"sheetData>")
    return SheetXml(xml, xml[end:] if end >= 0 else b"", untouched=untouched)


def _cut(name: str, xml: bytes, stream: IO[bytes]) -> SheetXml:
    """The rows that are read; the others are passed over, and looked at only for whether they hold anything."""
    end = _end_of_rows(xml)
    if end is None:
        if len(xml) >= MOST_UNPACKED_PART:
            raise KnownError("slip_unpacks_too_large", name=name)
        return _whole(xml)
    more, tail = _pass_over(name, stream, xml[end:])
    opened = _BEGINS.search(xml)
    closing = b"</" + opened[0].strip(b"</> \r\n\t") + b">" if opened else b""
    closing += closing.replace(b"sheetData", b"worksheet")
    return SheetXml(xml[:end] + closing, tail, more)


def _end_of_rows(xml: bytes) -> int | None:
    """Where the first row begins that is not read any more."""
    for count, row in enumerate(_ROW.finditer(xml), 1):
        number = _ROW_NUMBER.search(row[1])
        if (int(number[1]) if number else count) > MOST_ROWS:
            return row.start()
    return None


def _pass_over(name: str, stream: IO[bytes], window: bytes) -> tuple[bool, bytes]:
    """Whether cells with values are passed over, and what stands behind the last row."""
    more = False
    while True:
        end = _ENDS.search(window)
        more = more or _VALUE.search(window, 0, end.start() if end else len(window)) is not None
        if end:
            return more, window[end.end() :] + take(name, stream, _TAIL)
        piece = take(name, stream, _CHUNK)
        if not piece:
            return more, b""
        window = window[-64:] + piece


def _refuse_far(name: str, xml: bytes) -> None:
    """Cells far out: the readers would lay out all between them and the first. Some do not say where they are."""
    more_rows, more_columns = _unplaced(xml)
    if any(int(row) > MOST_ROWS for row in _FAR_ROW.findall(xml)):
        xml_rows = MOST_ROWS + 1
    else:
        rows = [int(number) for number in _ROW_NUMBER.findall(xml)]
        xml_rows = max(rows, default=0) + more_rows
    if xml_rows > MOST_ROWS:
        raise KnownError("slip_damaged", name=name)
    width = max((column_number(letters) for letters in set(_FAR_COLUMN.findall(xml))), default=26) + 1 + more_columns
    if width > MOST_COLUMNS or width * xml_rows > MOST_CELLS:
        raise KnownError("slip_too_wide", name=name, most=MOST_COLUMNS)


def _unplaced(xml: bytes) -> tuple[int, int]:
    """How many rows and columns there may be besides those that say their place."""
    if not _UNPLACED.search(xml):
        return 0, 0
    rows = _ROW.split(xml)
    return len(rows) // 2, max(sum(1 for _cell in _CELL.finditer(row)) for row in rows)


def column_number(letters: bytes) -> int:
    """The number of a column by its letters, from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
