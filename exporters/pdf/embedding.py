"""Fonts inside the file: one subset for each face, drawn by two-byte codes, each code mapped to its exact character.

ReportLab splits a font into subsets of 256 characters and writes a wrong ToUnicode map above U+FFFF, so that a rare
name would copy as other characters. Here every face becomes one CIDFontType2 with Identity-H (ISO 32000-1 §9.7.4,
§9.10.3).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import accumulate
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import PDFDocument

from exporters.pdf.objects import FileStream, Raw, number_of
from exporters.typeset.fonts import Face
from exporters.typeset.metrics import Placed
from exporters.typeset.truetype import FontFile

_KEPT = ("cvt ", "fpgm", "prep")  # hinting: the outlines' instructions call it
_SHORT = 2 * 0xFFFF  # bytes of outlines
_RANGE, _RANGES = 64, 100  # codes in a range, ranges in a block
_LEAST_OUTLINE, _NEGATIVE = 10, 0x80  # a composite says that it has -1 contours
_MORE_PARTS, _WORDS, _SCALE, _TWO_SCALES, _MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80


class CodePage(dict[Placed, str]):
    """The two-byte codes of one face in one paper, given in the order the characters are first drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[str, int] = {}
        self.glyphs: list[int] = [0]
        self.characters: list[str] = [""]

    def __missing__(self, placed: Placed) -> str:
        code = self.codes.setdefault(placed.character, len(self.glyphs))
        if code == len(self.glyphs):
            self.glyphs.append(placed.glyph)
            self.characters.append(placed.character)
        text = self[placed] = f"{code:04x}"
        return text


class EmbeddedFace:
    """One face of one paper: its resource name, its codes, and the objects it becomes."""

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self.page = CodePage()

    def addObjects(self, document: PDFDocument) -> None:
        """Add the font to the file; ReportLab calls this when every page is drawn."""
        base = f"{_subset_tag(self.page)}+{self.face.file.postscript_name}"
        descendant = number_of(document, self._descendant(document, base))
        back = number_of(document, FileStream(to_unicode(self.page.characters).encode("ascii")))
        font = Raw(
            f"<</Type/Font/Subtype/Type0/BaseFont/{base}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]"
            f"/ToUnicode {back} 0 R>>".encode()
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font, f"font:{self.name}")

    def _descendant(self, document: PDFDocument, base: str) -> Raw:
        pieces, descriptor = _pieces(self.face.file), self._descriptor(document, base)
        widths = " ".join([pieces[glyph].width for glyph in self.page.glyphs])
        return Raw(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{base}/CIDToGIDMap/Identity/DW 1000/W[0[{widths}]]"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {number_of(document, descriptor)} 0 R>>".encode()
        )

    def _descriptor(self, document: PDFDocument, base: str) -> Raw:
        file = self.face.file
        subset = make_subset(file, self.page.glyphs)
        stream = number_of(document, FileStream(subset, {"Length1": len(subset)}))
        box = " ".join(f"{edge:g}" for edge in file.box)
        slant, weight = -12 if "Italic" in base else 0, 120 if "Bold" in base else 80
        return Raw(
            f"<</Type/FontDescriptor/FontName/{base}/Flags 4/FontBBox[{box}]/Ascent {file.ascent:g}"
            f"/Descent {file.descent:g}/ItalicAngle {slant}/CapHeight {round(file.ascent * 0.8)}/StemV {weight}"
            f"/FontFile2 {stream} 0 R>>".encode()
        )


def to_unicode(characters: list[str]) -> str:
    """The ToUnicode map: code i is the text characters[i], in UTF-16BE, so that copying is exact beyond U+FFFF too.

    Code 0 is no character. Ranges never leave the codes of one first byte (ISO 32000-1 §9.7.5).
    """
    texts = [f"<{text.encode('utf-16-be').hex()}>" for text in characters]
    ranges = [(max(start, 1), min(start + _RANGE, len(texts))) for start in range(0, len(texts), _RANGE)]
    rows = [f"<{start:04x}> <{stop - 1:04x}> [{''.join(texts[start:stop])}]" for start, stop in ranges if start < stop]
    blocks = (rows[start : start + _RANGES] for start in range(0, len(rows), _RANGES))
    mapped = "\n".join(f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{mapped}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a glyph brings to a subset: its outline, padded, the sum of its words, its metric, its width as text."""

    outline: bytes
    total: int
    metric: bytes
    width: str
    composite: bool


class _Pieces(dict[int, _Piece]):
    """The glyphs of one font, read once: papers of a batch draw mostly the same."""

    def __init__(self, file: FontFile) -> None:
        super().__init__()
        self._file = file
        self.tables = {tag: file.table(tag) for tag in _KEPT if file.table(tag)}

    def __missing__(self, glyph: int) -> _Piece:
        file, outline = self._file, self._file.outline(glyph)
        padded, advance = outline + bytes(-len(outline) % 4), file.advance(glyph)
        metric = struct.pack(">Hh", round(advance * file.units / 1000), file.side_bearing(glyph))
        composite = len(outline) >= _LEAST_OUTLINE and outline[0] >= _NEGATIVE
        piece = self[glyph] = _Piece(padded, _checksum(padded), metric, f"{advance:g}", composite)
        return piece


_known_pieces: WeakKeyDictionary[FontFile, _Pieces] = WeakKeyDictionary()


def _pieces(file: FontFile) -> _Pieces:
    if file not in _known_pieces:
        _known_pieces[file] = _Pieces(file)
    return _known_pieces[file]


def make_subset(file: FontFile, glyphs: list[int]) -> bytes:
    """A TrueType font holding these glyphs as numbers 0, 1, 2 … and, after them, the parts that composites use."""
    pieces, numbers = _pieces(file), list(glyphs)
    used = [pieces[glyph] for glyph in numbers]
    if any(piece.composite for piece in used):
        used = _with_parts(pieces, numbers)
    offsets = [0, *accumulate(len(piece.outline) for piece in used)]
    tables = {tag: (table, _checksum(table)) for tag, table in _own_tables(file, used, offsets).items()}
    tables |= {tag: (table, _checksum(table)) for tag, table in pieces.tables.items()}
    outlines = b"".join([piece.outline for piece in used]) or bytes(4)
    tables["glyf"] = outlines, sum(piece.total for piece in used) & 0xFFFFFFFF
    return _font_file(tables)


def _own_tables(file: FontFile, used: list[_Piece], offsets: list[int]) -> dict[str, bytes]:
    count = struct.pack(">H", len(used))
    return {
        "loca": _places(offsets),
        "hmtx": b"".join([piece.metric for piece in used]),
        "head": _patched(file.table("head"), (8, bytes(4)), (50, struct.pack(">H", offsets[-1] > _SHORT))),
        "hhea": _patched(file.table("hhea"), (34, count)),
        "maxp": _patched(file.table("maxp"), (4, count)),
    }


def _places(offsets: list[int]) -> bytes:
    """Where each outline begins: in halves of two bytes, where they reach so far."""
    if offsets[-1] > _SHORT:
        return struct.pack(f">{len(offsets)}I", *offsets)
    return struct.pack(f">{len(offsets)}H", *(offset // 2 for offset in offsets))


def _with_parts(pieces: _Pieces, numbers: list[int]) -> list[_Piece]:
    """The pieces of these glyphs and of the parts they are made of, which are added to the numbers."""
    places = {glyph: place for place, glyph in reversed(list(enumerate(numbers)))}
    used: list[_Piece] = []
    while len(used) < len(numbers):
        piece = pieces[numbers[len(used)]]
        if piece.composite:
            outline = _renumbered(piece.outline, numbers, places)
            piece = replace(piece, outline=outline, total=_checksum(outline))
        used.append(piece)
    return used


def _renumbered(outline: bytes, numbers: list[int], places: dict[int, int]) -> bytes:
    """The outline of a composite with its parts pointing at their new numbers."""
    changed, at, more = bytearray(outline), 10, True
    while more:
        flags, part = struct.unpack_from(">HH", outline, at)
        if part not in places:
            places[part] = len(numbers)
            numbers.append(part)
        struct.pack_into(">H", changed, at + 2, places[part])
        at += 4 + (4 if flags & _WORDS else 2) + _scale_bytes(flags)
        more = bool(flags & _MORE_PARTS)
    return bytes(changed)


def _scale_bytes(flags: int) -> int:
    if flags & _SCALE:
        return 2
    if flags & _TWO_SCALES:
        return 4
    return 8 if flags & _MATRIX else 0


def _patched(table: bytes, *changes: tuple[int, bytes]) -> bytes:
    changed = bytearray(table)
    for at, value in changes:
        changed[at : at + len(value)] = value
    return bytes(changed)


def _font_file(tables: dict[str, tuple[bytes, int]]) -> bytes:
    """The file of these tables, each with its checksum."""
    count = len(tables)
    power = count.bit_length() - 1
    directory = struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, (count - (1 << power)) * 16)
    at, places, bodies = 12 + 16 * count, {}, []
    for tag in sorted(tables):
        table, total = tables[tag]
        directory += struct.pack(">4sIII", tag.encode(), total, at, len(table))
        bodies += [table, bytes(-len(table) % 4)]
        places[tag] = at
        at += len(table) + -len(table) % 4
    whole = _checksum(directory) + sum(total for _table, total in tables.values())
    head = _patched(tables["head"][0], (8, struct.pack(">I", 0xB1B0AFBA - whole & 0xFFFFFFFF)))
    bodies[bodies.index(tables["head"][0])] = head
    return b"".join((directory, *bodies))


def _checksum(table: bytes) -> int:
    padded = table + bytes(-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF


def _subset_tag(page: CodePage) -> str:
    digest = sha256("".join(page.characters).encode("utf-8")).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])
