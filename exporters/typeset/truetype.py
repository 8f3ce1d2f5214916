"""Reads a TrueType font piece by piece: the tables stay on disk until a character needs them.

ReportLab's own reader parses every character of a font (0.1 s and some 20 MB each for ours); a paper needs a few
hundred. Formats: Microsoft OpenType specification 1.9, tables cmap (4, 12), hmtx, loca, glyf.
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from models.errors import KnownError

NO_OUTLINES = "no TrueType outlines"
_COMPACT = 0x4F54544F  # OTTO: outlines of the other kind
_FAMILY, _FULL, _POSTSCRIPT = 1, 4, 6  # meanings in the name table
_SIMPLIFIED_CHINESE = 25  # Macintosh script code
_SUBTABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))  # widest coverage first


class FontFile:
    """One TrueType font on disk, or one of a collection. Widths and boxes are in thousandths of the em."""

    def __init__(self, path: Path, number: int = 0) -> None:
        """Open font `number` of the file; KnownError("font_unreadable") for a file that is no TrueType font."""
        self.path, self.number = path, number
        try:
            with path.open("rb") as stream:
                self._bytes = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
            self._tables = self._read_directory()
            self._read_heads()
        except (OSError, ValueError, KeyError, IndexError, struct.error) as error:
            raise KnownError("font_unreadable", file=path.name, reason=str(error)) from error

    def _read_directory(self) -> dict[str, tuple[int, int]]:
        start = self._start()
        version, count = struct.unpack_from(">IH", self._bytes, start)
        if version not in (0x00010000, 0x74727565):
            raise ValueError(NO_OUTLINES if version == _COMPACT else "not a font")
        entries = (struct.unpack_from(">4sIII", self._bytes, start + 12 + 16 * number) for number in range(count))
        return {tag.decode("latin-1"): (offset, length) for tag, _checksum, offset, length in entries}

    def _start(self) -> int:
        """Where the font begins: a collection (.ttc) lists the places of its fonts."""
        self.collected = 1
        if self._bytes[:4] != b"ttcf":
            return 0
        (self.collected,) = struct.unpack_from(">I", self._bytes, 8)
        if self.number >= self.collected:
            raise ValueError(f"no font number {self.number}")
        start: int = struct.unpack_from(">I", self._bytes, 12 + 4 * self.number)[0]
        return start

    def check(self) -> None:
        """Read what a damaged file would get wrong; KnownError("font_unreadable") says what it was."""
        try:
            self._check_tables()
            _ = self._characters.starts
        except (ValueError, KeyError, IndexError, struct.error) as error:
            raise KnownError("font_unreadable", file=self.path.name, reason=str(error)) from error

    def _check_tables(self) -> None:
        size = len(self._bytes)
        for tag, (offset, length) in self._tables.items():
            if offset + length > size:
                raise ValueError(f"the file ends inside table {tag}")
        entries = array("I" if self._long_offsets else "H", b"")
        wanted = (self.glyph_count + 1) * entries.itemsize
        places = _numbers(entries.typecode, self.table("loca")[:wanted])
        if len(places) <= self.glyph_count or self._tables["hmtx"][1] < 4 * self._metric_count:
            raise ValueError("glyphs are missing")
        if any(after < before for before, after in pairwise(places)):
            raise ValueError("the places of glyphs are out of order")
        if places[-1] * (1 if self._long_offsets else 2) > self._tables["glyf"][1]:
            raise ValueError("outlines are missing")

    def _read_heads(self) -> None:
        head, _ = self._tables["head"]
        self.units: int = struct.unpack_from(">H", self._bytes, head + 18)[0]
        self.box = tuple(self._scaled(edge) for edge in struct.unpack_from(">4h", self._bytes, head + 36))
        (self._long_offsets,) = struct.unpack_from(">h", self._bytes, head + 50)
        hhea, _ = self._tables["hhea"]
        ascent, descent = struct.unpack_from(">2h", self._bytes, hhea + 4)
        self.ascent, self.descent = self._scaled(ascent), self._scaled(descent)
        (self._metric_count,) = struct.unpack_from(">H", self._bytes, hhea + 34)
        (self.glyph_count,) = struct.unpack_from(">H", self._bytes, self._tables["maxp"][0] + 4)

    def _scaled(self, units: int) -> float:
        return units * 1000.0 / self.units

    def table(self, tag: str) -> bytes:
        """The bytes of a table; empty where the font has none."""
        offset, length = self._tables.get(tag, (0, 0))
        return self._bytes[offset : offset + length]

    @property
    def embeddable(self) -> bool:
        """Whether the maker allows the font to be embedded (OS/2 fsType: neither restricted nor bitmap only)."""
        rights = self.table("OS/2")[8:10]
        flags = int.from_bytes(rights, "big")
        return not (flags & 0x000F == 0x0002 or flags & 0x0200)

    @cached_property
    def postscript_name(self) -> str:
        """The font's PostScript name, ASCII only."""
        for meaning, text in self._name_records():
            if meaning == _POSTSCRIPT:
                return "".join(letter for letter in text if letter.isascii() and (letter.isalnum() or letter == "-"))
        return self.path.stem

    @cached_property
    def names(self) -> frozenset[str]:
        """What the font calls itself, in every language: family, full and PostScript names."""
        return frozenset(text for meaning, text in self._name_records() if meaning in (_FAMILY, _FULL, _POSTSCRIPT))

    def _name_records(self) -> Iterator[tuple[int, str]]:
        """The name table (OpenType §name): meaning and text; what is not Unicode is read as the system of its time."""
        names = self.table("name")
        count, strings = struct.unpack_from(">HH", names, 2)
        for number in range(count):
            platform, encoding, _language, meaning, length, offset = struct.unpack_from(">6H", names, 6 + 12 * number)
            raw = names[strings + offset : strings + offset + length]
            if platform in (0, 3):
                yield meaning, raw.decode("utf-16-be", "replace")
            else:
                yield meaning, raw.decode("gb18030" if encoding == _SIMPLIFIED_CHINESE else "latin-1", "replace")

    def glyph_of(self, character: str) -> int:
        """The number of a character's glyph; 0 where the font has none."""
        code = ord(character)
        groups = self._characters
        place = bisect_right(groups.starts, code) - 1
        if place < 0 or code > groups.ends[place]:
            return 0
        return groups.glyph(place, code)

    @cached_property
    def _characters(self) -> _Groups:
        start, _ = self._tables["cmap"]
        (count,) = struct.unpack_from(">H", self._bytes, start + 2)
        records = (struct.unpack_from(">HHI", self._bytes, start + 4 + 8 * number) for number in range(count))
        found = {(platform, encoding): offset for platform, encoding, offset in records}
        for wanted in _SUBTABLES:
            if wanted in found:
                return _read_groups(self._bytes, start + found[wanted])
        raise KnownError("font_unreadable", file=self.path.name, reason="no Unicode cmap")

    def advance(self, glyph: int) -> float:
        """A glyph's advance width."""
        offset, _ = self._tables["hmtx"]
        entry = min(glyph, self._metric_count - 1)
        (width,) = struct.unpack_from(">H", self._bytes, offset + 4 * entry)
        return self._scaled(width)

    def side_bearing(self, glyph: int) -> int:
        """A glyph's left side bearing, in font units."""
        offset, _ = self._tables["hmtx"]
        last = self._metric_count
        place = offset + 4 * glyph + 2 if glyph < last else offset + 4 * last + 2 * (glyph - last)
        bearing: int = struct.unpack_from(">h", self._bytes, place)[0]
        return bearing

    def outline(self, glyph: int) -> bytes:
        """A glyph's outline as the glyf table stores it; empty for a glyph that draws nothing."""
        offset, _ = self._tables["loca"]
        if self._long_offsets:
            begin, end = struct.unpack_from(">2I", self._bytes, offset + 4 * glyph)
        else:
            begin, end = (2 * half for half in struct.unpack_from(">2H", self._bytes, offset + 2 * glyph))
        base, _ = self._tables["glyf"]
        return self._bytes[base + begin : base + end]

    def ink(self, glyph: int) -> tuple[float, float, float, float] | None:
        """The box of a glyph's ink (left, bottom, right, top); None for a glyph that draws nothing."""
        outline = self.outline(glyph)
        if len(outline) < 10 or outline[:2] == b"\0\0":
            return None
        left, bottom, right, top = struct.unpack_from(">4h", outline, 2)
        if (left, bottom) == (right, top):
            return None
        return self._scaled(left), self._scaled(bottom), self._scaled(right), self._scaled(top)


class _Groups:
    """Ranges of characters with consecutive glyphs (cmap 12), or with a list of glyphs (cmap 4)."""

    def __init__(self, starts: array[int], ends: array[int], firsts: array[int], listed: dict[int, array[int]]) -> None:
        self.starts, self.ends, self._firsts, self._listed = starts, ends, firsts, listed

    def glyph(self, place: int, code: int) -> int:
        """The glyph of a character inside range number `place`."""
        step = code - self.starts[place]
        if place in self._listed:
            glyph = self._listed[place][step]
            return (glyph + self._firsts[place]) & 0xFFFF if glyph else 0
        return self._firsts[place] + step if self.starts[place] > 0xFFFF else (self._firsts[place] + step) & 0xFFFF


def _numbers(kind: str, stored: bytes) -> array[int]:
    values = array(kind, stored)
    if sys.byteorder == "little":
        values.byteswap()
    return values


def _read_groups(content: mmap.mmap, start: int) -> _Groups:
    (form,) = struct.unpack_from(">H", content, start)
    if form == 12:
        return _read_wide(content, start)
    if form == 4:
        return _read_narrow(content, start)
    raise ValueError(f"cmap format {form}")


def _read_wide(content: mmap.mmap, start: int) -> _Groups:
    (count,) = struct.unpack_from(">I", content, start + 12)
    numbers = _numbers("I", content[start + 16 : start + 16 + 12 * count])
    return _Groups(numbers[0::3], numbers[1::3], numbers[2::3], {})


def _read_narrow(content: mmap.mmap, start: int) -> _Groups:
    (doubled,) = struct.unpack_from(">H", content, start + 6)
    ends_at, starts_at = start + 14, start + 16 + doubled
    ends = _numbers("H", content[ends_at : ends_at + doubled])
    starts = _numbers("H", content[starts_at : starts_at + doubled])
    deltas = _numbers("H", content[starts_at + doubled : starts_at + 2 * doubled])
    offsets_at = starts_at + 2 * doubled
    offsets = _numbers("H", content[offsets_at : offsets_at + doubled])
    listed: dict[int, array[int]] = {}
    for place, offset in enumerate(offsets):
        if offset:
            begin = offsets_at + 2 * place + offset
            listed[place] = _numbers("H", content[begin : begin + 2 * (ends[place] - starts[place] + 1)])
    firsts = array(
        "I",
        [
            delta if place in listed else start_ + delta
            for place, (start_, delta) in enumerate(zip(starts, deltas, strict=True))
        ],
    )
    return _Groups(starts, ends, firsts, listed)
