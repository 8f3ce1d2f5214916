"""The font subset inside the file: same outlines, right maps."""

from __future__ import annotations

import re
import struct
from pathlib import Path

from exporters.pdf.embedding import _renumbered, make_subset, to_unicode
from exporters.typeset.fonts import face
from exporters.typeset.outlines import glyph_path
from exporters.typeset.truetype import FontFile


def subset_of(name: str, text: str, folder: Path) -> tuple[FontFile, FontFile, list[int]]:
    font = face(name).file
    glyphs = [0, *(font.glyph_of(one) for one in text)]
    path = folder / "subset.ttf"
    path.write_bytes(make_subset(font, glyphs))
    return font, FontFile(path), glyphs


def test_a_subset_holds_the_same_outlines_and_widths(tmp_path: Path):
    for name, text in (("FandolFang-Regular", "上党区"), ("BabelStoneHan-Rare", "𫰠"), ("NotoSansSC-Bold", "Aa 1县")):
        font, subset, glyphs = subset_of(name, text, tmp_path)
        ours = range(len(glyphs))
        assert [subset.ink(number) for number in ours] == [font.ink(glyph) for glyph in glyphs]
        assert [subset.advance(number) for number in ours] == [font.advance(glyph) for glyph in glyphs]
        assert [subset.side_bearing(number) for number in ours] == [font.side_bearing(glyph) for glyph in glyphs]
        assert (subset.units, subset.glyph_count) == (font.units, len(glyphs))


def test_a_composite_brings_its_parts_along(tmp_path: Path):
    font, subset, glyphs = subset_of("LiberationSerif-Regular", "é", tmp_path)
    outline = subset.outline(1)
    parts = [int.from_bytes(outline[12:14], "big"), subset.glyph_count - 1]
    assert outline[0] == 0xFF
    assert subset.ink(1) == font.ink(glyphs[1])
    assert parts == [2, 3]
    assert subset.ink(2) == font.ink(font.glyph_of("e"))


def test_scaled_parts_of_a_composite_are_renumbered():
    head = struct.pack(">5h", -1, 0, 0, 9, 9)
    scaled = struct.pack(">HHhhh", 0x01 | 0x20 | 0x08, 7, 1, 1, 1)
    stretched = struct.pack(">HHbbhh", 0x20 | 0x40, 8, 1, 1, 1, 1)
    turned = struct.pack(">HHbb4h", 0x80, 7, 1, 1, 1, 1, 1, 1)
    numbers = [0, 3]
    changed = _renumbered(head + scaled + stretched + turned, numbers, {0: 0, 3: 1})
    places = [struct.unpack_from(">H", changed, at + 2)[0] for at in (10, 20, 30)]
    assert (numbers, places) == ([0, 3, 7, 8], [2, 3, 2])


def test_the_checksum_of_a_subset_is_right(tmp_path: Path):
    _font, subset, _glyphs = subset_of("LiberationSerif-Bold", "Article", tmp_path)
    content = subset.path.read_bytes()
    words = [int.from_bytes(content[at : at + 4], "big") for at in range(0, len(content), 4)]
    assert sum(words) & 0xFFFFFFFF == 0xB1B0AFBA


def test_codes_map_to_exact_text_beyond_the_basic_plane():
    mapped = to_unicode(["", "县", "𬭎"])
    assert "1 beginbfrange\n<0001> <0002> [<53bf><d872df4e>]\nendbfrange" in mapped


def test_ranges_of_a_map_never_leave_the_codes_of_one_first_byte():
    mapped = to_unicode([chr(0x4E00 + number) for number in range(300)])
    assert re.findall(r"^<(\w+)> <(\w+)> \[<(\w+)>", mapped, re.MULTILINE) == [
        ("0001", "003f", "4e01"), ("0040", "007f", "4e40"), ("0080", "00bf", "4e80"), ("00c0", "00ff", "4ec0"),
        ("0100", "012b", "4f00"),
    ]  # fmt: skip


def test_maps_are_written_in_blocks_of_a_hundred_ranges():
    mapped = to_unicode(["县"] * 64 * 150)
    assert re.findall(r"(\d+) beginbfrange", mapped) == ["100", "50"]


def test_a_glyph_as_a_path():
    file = face("LiberationSerif-Bold").file
    path = glyph_path(file, file.glyph_of("l"), 1.0, 10.0).splitlines()
    points = [float(one) for line in path for one in line.split()[:-1]]
    left, bottom, right, top = (edge * file.units / 1000 for edge in file.ink(file.glyph_of("l")) or ())
    assert (path[0][-1], path[-1]) == ("m", "h")
    assert (min(points[0::2]) - 10, max(points[0::2]) - 10) == (left, right)
    assert (min(points[1::2]), max(points[1::2])) == (bottom, top)


def test_composites_and_spaces_have_no_path():
    file = face("LiberationSerif-Regular").file
    assert [glyph_path(file, file.glyph_of(one), 1.0, 0.0) for one in "é "] == ["", ""]
