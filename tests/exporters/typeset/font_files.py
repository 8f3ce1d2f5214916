"""Font files made for tests: a bundled font under another name, several in a collection, damaged, forbidden."""

from __future__ import annotations

import struct
from pathlib import Path

import resources
from exporters.typeset.truetype import FontFile

FANG = resources.path("fonts/FandolFang-Regular.ttf")


def renamed(name: str, *, source: Path = FANG, rights: int = 0, macintosh: bool = False) -> bytes:
    """The font under a name of its own, in Unicode or as old Macintosh files write it, with these embedding rights."""
    content = bytearray(source.read_bytes())
    raw = name.encode("gb18030") if macintosh else name.encode("utf-16-be")
    platform, encoding, language = (1, 25, 33) if macintosh else (3, 1, 0x0804)
    table = struct.pack(">3H", 0, 1, 18) + struct.pack(">6H", platform, encoding, language, 4, len(raw), 0) + raw
    at = len(content)
    content += table + bytes(-len(table) % 4)
    _point(content, b"name", at, len(table))
    place = _place(content, b"OS/2")
    struct.pack_into(">H", content, place + 8, rights)
    return bytes(content)


def collection(*fonts: bytes) -> bytes:
    """The fonts in one .ttc file."""
    start = 12 + 4 * len(fonts)
    places, bodies = [], b""
    for font in fonts:
        places.append(start + len(bodies))
        bodies += _moved(font, places[-1])
    return struct.pack(">4sII", b"ttcf", 0x00010000, len(fonts)) + struct.pack(f">{len(fonts)}I", *places) + bodies


def _moved(font: bytes, distance: int) -> bytes:
    """A font whose tables lie further on in the file."""
    content = bytearray(font)
    for number in range(struct.unpack_from(">H", content, 4)[0]):
        (offset,) = struct.unpack_from(">I", content, 12 + 16 * number + 8)
        struct.pack_into(">I", content, 12 + 16 * number + 8, offset + distance)
    return bytes(content) + bytes(-len(content) % 4)


def _entry(content: bytes | bytearray, tag: bytes) -> int:
    count = struct.unpack_from(">H", content, 4)[0]
    return next(at for at in range(12, 12 + 16 * count, 16) if content[at : at + 4] == tag)


def _place(content: bytes | bytearray, tag: bytes) -> int:
    offset: int = struct.unpack_from(">I", content, _entry(content, tag) + 8)[0]
    return offset


def _point(content: bytearray, tag: bytes, offset: int, length: int) -> None:
    struct.pack_into(">II", content, _entry(content, tag) + 8, offset, length)


def with_table(font: bytes, tag: bytes, changed: bytes) -> bytes:
    """The font with the first bytes of a table changed."""
    place = _place(font, tag)
    return font[:place] + changed + font[place + len(changed) :]


def write(folder: Path, name: str, content: bytes) -> FontFile:
    """Put a font file into a folder and open it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return FontFile(folder / name)
