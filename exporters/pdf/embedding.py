"""Fonts inside the file: one subset for each face, drawn by two-byte codes, each code mapped to its exact character.

ReportLab splits a font into subsets of 256 characters and writes a wrong ToUnicode map above U+FFFF, so that a rare
name would copy as other characters. Here every face becomes one CIDFontType2 with Identity-H (ISO 32000-1 §9.7.4,
§9.10.3).
"""

from __future__ import annotations

import struct
from hashlib import sha256

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

from exporters.pdf.objects import FileStream
from exporters.typeset.fonts import Face
from exporters.typeset.metrics import Placed
from exporters.typeset.truetype import FontFile

_KEPT = ("cvt ", "fpgm", "prep")  # hinting: the outlines' instructions call it
_MORE_PARTS, _WORDS, _SCALE, _TWO_SCALES, _MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80


class CodePage(dict[Placed, str]):
    """The two-byte codes of one face in one paper, given in the order the characters are first drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[str, int] = {}
        self.glyphs: list[int] = [0]
        self.characters: list[str] = [""]

    def __missing__(self, placed: Placed) -> str:
        code = self.codes.get(placed.character)
        if code is None:
            code = self.codes[placed.character] = len(self.glyphs)
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
        file, page = self.face.file, self.page
        base = f"{_subset_tag(page)}+{file.postscript_name}"
        descendant = self._descendant(document, file, base)
        back = FileStream(to_unicode(page.characters).encode("ascii"))
        font = PDFDictionary({
            "Type": PDFName("Font"), "Subtype": PDFName("Type0"), "BaseFont": PDFName(base),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(descendant, f"descendant:{self.name}")]),
            "ToUnicode": document.Reference(back, f"toUnicode:{self.name}"),
        })  # fmt: skip
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font, f"font:{self.name}")

    def _descendant(self, document: PDFDocument, file: FontFile, base: str) -> PDFDictionary:
        widths = " ".join([f"{file.advance(glyph):g}" for glyph in self.page.glyphs])
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        return PDFDictionary({
            "Type": PDFName("Font"), "Subtype": PDFName("CIDFontType2"), "BaseFont": PDFName(base),
            "CIDSystemInfo": PDFDictionary(system), "CIDToGIDMap": PDFName("Identity"), "DW": 1000,
            "W": f"[0[{widths}]]",
            "FontDescriptor": document.Reference(self._descriptor(document, file, base), f"descriptor:{self.name}"),
        })  # fmt: skip

    def _descriptor(self, document: PDFDocument, file: FontFile, base: str) -> PDFDictionary:
        subset = make_subset(file, self.page.glyphs)
        stream = FileStream(subset, {"Length1": len(subset)})
        return PDFDictionary({
            "Type": PDFName("FontDescriptor"), "FontName": PDFName(base), "Flags": 4,
            "FontBBox": PDFArray(list(file.box)), "Ascent": file.ascent, "Descent": file.descent,
            "ItalicAngle": -12 if "Italic" in file.postscript_name else 0,
            "CapHeight": round(file.ascent * 0.8), "StemV": 120 if "Bold" in file.postscript_name else 80,
            "FontFile2": document.Reference(stream, f"fontFile:{self.name}"),
        })  # fmt: skip


def to_unicode(characters: list[str]) -> str:
    """The ToUnicode map: code i is the text characters[i], in UTF-16BE, so that copying is exact beyond U+FFFF too."""
    entries = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in enumerate(characters) if text]
    blocks = (entries[start : start + 100] for start in range(0, len(entries), 100))
    mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{mapped}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def make_subset(file: FontFile, glyphs: list[int]) -> bytes:
    """A TrueType font holding these glyphs as numbers 0, 1, 2 … and, after them, the parts that composites use."""
    numbers = list(glyphs)
    places = {glyph: place for place, glyph in reversed(list(enumerate(numbers)))}
    outlines: list[bytes] = []
    while len(outlines) < len(numbers):  # composites add their parts to numbers
        outlines.append(_renumbered(file.outline(numbers[len(outlines)]), numbers, places))
    tables = {tag: file.table(tag) for tag in _KEPT if file.table(tag)}
    offsets = _offsets(outlines)
    tables["glyf"] = b"".join(outline + bytes(-len(outline) % 4) for outline in outlines) or bytes(4)
    tables["loca"] = struct.pack(f">{len(offsets)}I", *offsets)
    tables["hmtx"] = b"".join(_metric(file, glyph) for glyph in numbers)
    tables["head"] = _patched(file.table("head"), (8, bytes(4)), (50, b"\0\1"))
    tables["hhea"] = _patched(file.table("hhea"), (34, struct.pack(">H", len(numbers))))
    tables["maxp"] = _patched(file.table("maxp"), (4, struct.pack(">H", len(numbers))))
    return _font_file(tables)


def _offsets(outlines: list[bytes]) -> list[int]:
    offsets = [0]
    for outline in outlines:
        offsets.append(offsets[-1] + len(outline) + -len(outline) % 4)
    return offsets


def _metric(file: FontFile, glyph: int) -> bytes:
    units = round(file.advance(glyph) * file.units / 1000)
    return struct.pack(">Hh", units, file.side_bearing(glyph))


def _renumbered(outline: bytes, numbers: list[int], places: dict[int, int]) -> bytes:
    """The outline with the parts of a composite pointing at their new numbers."""
    if len(outline) < 10 or outline[0] < 0x80:
        return outline
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


def _font_file(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    directory = [struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, (count - (1 << power)) * 16)]
    at, places, bodies = 12 + 16 * count, {}, []
    for tag in sorted(tables):
        padded = tables[tag] + bytes(-len(tables[tag]) % 4)
        directory.append(struct.pack(">4sIII", tag.encode(), _checksum(padded), at, len(tables[tag])))
        bodies.append(padded)
        places[tag], at = at, at + len(padded)
    whole = b"".join(directory + bodies)
    adjustment = (0xB1B0AFBA - _checksum(whole)) & 0xFFFFFFFF
    return _patched(whole, (places["head"] + 8, struct.pack(">I", adjustment)))


def _checksum(padded: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF


def _subset_tag(page: CodePage) -> str:
    digest = sha256("".join(page.characters).encode("utf-8")).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])
