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
from functools import cached_property
from pathlib import Path

from models.errors import KnownError

_SUBTABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))  # widest coverage first


class FontFile:
    """One TrueType font on disk. Widths and boxes are in thousandths of the em."""

    def __init__(self, path: Path) -> None:
        """Open the font; KnownError("font_unreadable") for a file that is no TrueType font."""
        self.path = path
        try:
            with path.open("rb") as stream:
                self._bytes = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
            self._tables = self._read_directory()
            self._read_heads()
        except (OSError, ValueError, KeyError, struct.error) as error:
            raise KnownError("font_unreadable", file=path.name, reason=str(error)) from error

    def _read_directory(self) -> dict[str, tuple[int, int]]:
        version, count = struct.unpack_from(">IH", self._bytes)
        if version not in (0x00010000, 0x74727565):
            raise ValueError("no TrueType outlines")
        entries = (struct.unpack_from(">4sIII", self._bytes, 12 + 16 * number) for number in range(count))
        return {tag.decode("latin-1"): (offset, length) for tag, _checksum, offset, length in entries}

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
        names = self.table("name")
        count, strings = struct.unpack_from(">HH", names, 2)
        for number in range(count):
            platform, _encoding, _language, meaning, length, offset = struct.unpack_from(">6H", names, 6 + 12 * number)
            if meaning == 6:
                raw = names[strings + offset : strings + offset + length]
                text = raw.decode("utf-16-be" if platform in (0, 3) else "latin-1")
                return "".join(letter for letter in text if letter.isascii() and (letter.isalnum() or letter == "-"))
        return self.path.stem

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
