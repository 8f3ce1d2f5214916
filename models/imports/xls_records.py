"""Walks the records of an old Excel file: how far its cells reach, and whether they carry more than values."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

_BOF, _FILEPASS, _NOTE, _FONT, _ROW, _OBJECT, _FORMAT = 0x0809, 0x2F, 0x1C, 0x31, 0x208, 0x5D, 0x41E
_FORMULA, _BOOL_OR_ERROR, _MANY_NUMBERS = 0x06, 0x205, 0xBD
_CELLS = frozenset({0x203, 0x27E, 0xBD, 0xFD, 0x204, 0x06, 0x205, 0xD6})
_STRUCK, _HIDDEN, _PICTURE = 0x08, 0x20, 8
_ZEROS = re.compile(rb"(?<![0.#,?])0{2,18}$")


@dataclass(slots=True)
class XlsFacts:
    """What the records say. `version`: 0x600 is Excel 97 and later; `pictures`: by sheet, in their order."""

    version: int = 0
    marked: bool = False  # notes, struck text, hidden rows, errors, numbers with leading zeros
    cells: int = 0  # of the largest rectangle
    columns: int = 0
    pictures: tuple[int, ...] = ()


def xls_facts(stream: bytes) -> XlsFacts:
    """The facts of a Workbook stream."""
    facts, pictures = XlsFacts(), [0]
    rows = columns = 0
    for kind, start, end in _records(stream):
        if kind == _BOF:
            facts.version = facts.version or struct.unpack_from("<H", stream, start)[0]
            pictures.append(0)
            rows = columns = 0
        elif kind in _CELLS and end - start >= 6:
            row, column = struct.unpack_from("<HH", stream, start)
            if kind == _MANY_NUMBERS:
                column = struct.unpack_from("<H", stream, end - 2)[0]
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            facts.cells, facts.columns = max(facts.cells, rows * columns), max(facts.columns, columns)
            facts.marked = facts.marked or _is_error(kind, stream[start:end])
        elif kind == _OBJECT:
            pictures[-1] += stream[start + 4 : start + 6] == bytes((_PICTURE, 0))
        elif not facts.marked:
            facts.marked = _is_mark(kind, stream[start:end])
    facts.pictures = tuple(pictures[2:])  # the first stream holds the workbook, not a sheet
    return facts


def is_locked(stream: bytes) -> bool:
    """Whether the records are encrypted: the mark of it stands among the first."""
    return any(kind == _FILEPASS for (kind, _start, _end), _number in zip(_records(stream), range(12), strict=False))


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, start and end of each record."""
    at, last = 0, len(stream) - 4
    while at <= last:
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, at + 4, min(at + 4 + length, len(stream))
        at += 4 + length


def _is_mark(kind: int, record: bytes) -> bool:
    if kind == _NOTE:
        return True
    if kind == _FONT:
        return len(record) > 2 and bool(record[2] & _STRUCK)
    if kind == _ROW:
        return len(record) > 12 and bool(record[12] & _HIDDEN)
    return kind == _FORMAT and _ZEROS.search(record) is not None


def _is_error(kind: int, record: bytes) -> bool:
    if kind == _BOOL_OR_ERROR:
        return record[7:8] == b"\x01"
    return kind == _FORMULA and record[12:14] == b"\xff\xff" and record[6:7] == b"\x02"
