"""The words of a paragraph or cell of a Word document, as they look to its reader."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from models.imports.safe_xml import attribute, below, local

# Symbol fonts draw ticks and boxes in the private area: the characters that they look like.
_SYMBOLS = {
    ("wingdings", 0xFC): "✓",
    ("wingdings", 0xFB): "✗",
    ("wingdings", 0xFE): "☑",
    ("wingdings", 0xFD): "☒",
    ("wingdings", 0xA8): "□",
    ("wingdings", 0x6F): "□",
    ("wingdings", 0x6E): "■",
    ("wingdings 2", 0x50): "✓",
    ("wingdings 2", 0x4F): "✗",
    ("wingdings 2", 0x52): "☑",
    ("wingdings 2", 0x53): "☒",
    ("wingdings 2", 0xA3): "□",
}
_PASSED_OVER = ("del", "moveFrom", "instrText", "delText", "pPr", "tblPr", "tcPr", "trPr", "Fallback", "txbxContent")


@dataclass(slots=True)
class Words:
    """The text, the part of it that is struck through, the comments on it, and the pictures in it."""

    text: str = ""
    struck: str = ""
    comments: list[str] = field(default_factory=list)
    pictures: int = 0

    def add(self, text: str, struck: bool) -> None:
        """More words, struck through or not."""
        self.text += text
        self.struck += text if struck else ""


def words_in(element: Element) -> Words:
    """Everything that is to be read in an element; deletions of tracked changes are not."""
    words = Words()
    _collect(element, words, struck=False)
    words.text = words.text.rstrip("\n")
    return words


def is_on(about: Element, *names: str) -> bool:
    """Whether a property is switched on."""
    return any(local(one) in names and attribute(one, "val") not in ("0", "false", "none") for one in about)


def _collect(element: Element, words: Words, *, struck: bool) -> None:
    for part in element:
        kind = local(part)
        if kind == "r":
            about = next((one for one in part if local(one) == "rPr"), None)
            _collect(part, words, struck=about is not None and is_on(about, "strike", "dstrike"))
        elif kind == "sdt" and (box := next(below(part, "checkbox"), None)) is not None:
            words.add("☑" if is_on(box, "checked") else "☐", struck=False)
        elif kind in ("pict", "drawing"):
            words.pictures += 1
        elif kind not in _PASSED_OVER:
            words.add(_piece(part, kind), struck)
            if kind == "commentReference":
                words.comments.append(attribute(part, "id"))
            _collect(part, words, struck=struck)
            words.add("\n" if kind == "p" else "", struck)


def _piece(part: Element, kind: str) -> str:
    """What one element of a run shows."""
    if kind == "t":
        return part.text or ""
    if kind == "sym":
        return symbol(attribute(part, "font"), attribute(part, "char"))
    return {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(kind, "")


def symbol(font: str, code: str) -> str:
    """The letter that a letter of a symbol font looks like."""
    try:
        number = int(code[:5], 16)
    except ValueError:
        return "\ufffd"
    return _SYMBOLS.get((font.lower(), number & 0xFF), chr(number))
