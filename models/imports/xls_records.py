"""What is found in the raw records of an old Excel file without reading them all."""

from __future__ import annotations

import re
import struct
from bisect import bisect
from collections import Counter

_FILEPASS = 0x2F
_FIRST = 12  # records among which the mark of encryption stands
_WORKSHEET = re.compile(rb"\x09\x08\x10\x00\x00\x06\x10\x00")  # where the records of a worksheet begin
_PICTURE = re.compile(rb"\x5d\x00..\x15\x00\x12\x00\x08\x00", re.DOTALL)  # an object that is a picture


def is_locked(stream: bytes) -> bool:
    """Whether the records are encrypted."""
    at = 0
    for _number in range(_FIRST):
        if at + 4 > len(stream):
            return False
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _FILEPASS:
            return True
        at += 4 + length
    return False


def pictures_by_sheet(stream: bytes) -> Counter[int]:
    """How many pictures float over each worksheet, counted from 0."""
    sheets = [found.start() for found in _WORKSHEET.finditer(stream)]
    return Counter(bisect(sheets, found.start()) - 1 for found in _PICTURE.finditer(stream))
