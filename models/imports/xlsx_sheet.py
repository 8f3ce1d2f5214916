"""The XML of a worksheet, taken no further than is needed, and what its cells carry besides values.

Patterns instead of a parser: a sheet of 10,000 rows is searched for a rare word in a millisecond, and parsed in seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.errors import KnownError
from models.imports.book import Merge, Place
from models.imports.limits import MEGABYTE, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED_PART
from models.imports.safe_xml import refuse_types
from models.imports.zip_parts import ZipParts, take

_CHUNK = 4 * MEGABYTE
_TAIL = 8 * MEGABYTE  # what stands behind the cells: merged ranges, links
_REFERENCE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_ROW_NUMBER = re.compile(rb'\br="(\d+)"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_CELL_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)>")
_WIDE = re.compile(rb'\br="[A-Z]{2,}\d')
_WIDE_CELL = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{2,})\d+"[^>/]*>')
_END = re.compile(rb"</(?:\w+:)?sheetData>")


@dataclass(frozen=True, slots=True)
class SheetXml:
    """The XML of a sheet up to the last row that is read; `more`: there are values below it."""

    content: bytes
    more: bool = False


def sheet_xml(parts: ZipParts, part: str) -> SheetXml:
    """The XML of a sheet, cut after the most rows that are read."""
    if part not in parts:
        raise KnownError("slip_damaged", name=parts.name)
    with parts.open(part) as stream:
        start = take(parts.name, stream, MOST_UNPACKED_PART)
        refuse_types(parts.name, start)
        end = _end_of_rows(start)
        if end is None and len(start) < MOST_UNPACKED_PART:
            return SheetXml(start)
        if end is None:
            raise KnownError("slip_unpacks_too_large", name=parts.name)
        chunks = _rest(parts.name, stream, start[end:])
        more, tail = _skip(chunks)
    closing = _closing(start)
    return SheetXml(start[:end] + closing + (tail or closing.replace(b"sheetData", b"worksheet")), more)


def _end_of_rows(xml: bytes) -> int | None:
    """Where the first row begins that is not read any more."""
    last = xml.rfind(b"row ")
    number = _ROW_NUMBER.search(xml, last) if last >= 0 else None
    if number and int(number[1]) <= MOST_ROWS:
        return None
    for count, row in enumerate(_ROW.finditer(xml), 1):
        number = _ROW_NUMBER.search(row[1])
        if (int(number[1]) if number else count) > MOST_ROWS:
            return row.start()
    return None


def _rest(name: str, stream: object, first: bytes) -> Iterator[bytes]:
    """What follows, piece by piece; pieces overlap so that no tag is torn."""
    kept = b""
    piece = first
    while piece:
        yield kept + piece
        kept = piece[-64:]
        piece = take(name, stream, _CHUNK)  # type: ignore[arg-type]


def _skip(pieces: Iterator[bytes]) -> tuple[bool, bytes]:
    """Whether cells with values are passed over, and what stands behind the last row."""
    more, tail = False, b""
    for piece in pieces:
        if tail:
            tail += piece[64:]
            if len(tail) > _TAIL:
                return more, b""
            continue
        end = _END.search(piece)
        more = more or bool(_CELL_VALUE.search(piece, 0, end.start() if end else len(piece)))
        tail = piece[end.end() :] if end else b""
    return more, tail


def _closing(xml: bytes) -> bytes:
    """The end tag of the rows, with the prefix this writer gives its elements."""
    opened = re.search(rb"<((?:\w+:)?sheetData)\b", xml)
    return b"</" + (opened[1] if opened else b"sheetData") + b">"
