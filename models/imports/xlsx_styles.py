"""What the styles of a workbook say that matters for people: struck through, and numbers shown with leading zeros."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from models.imports.safe_xml import attribute, below, local, parse_xml

Strikes = Mapping[int, str]  # number of a shared text → the words struck through; empty: all of it

_TEXT = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_RUN = re.compile(rb"<(?:\w+:)?r>(.*?)</(?:\w+:)?r>", re.DOTALL)
_STRIKE = re.compile(rb'<(?:\w+:)?strike\b(?![^>]*val="(?:0|false)")')
_WORDS = re.compile(rb"<(?:\w+:)?t\b[^>]*>([^<]*)<")
_ZEROS = re.compile(r"0{2,18}")


@dataclass(frozen=True, slots=True)
class Styles:
    """Numbers of cell styles: struck through, and shown with so many digits at least ("007")."""

    struck: frozenset[int] = frozenset()
    digits: Mapping[int, int] = field(default_factory=dict)


def read_styles(name: str, xml: bytes) -> Styles:
    """The cell styles that matter; most workbooks have none, and their styles are not parsed."""
    if b"strike" not in xml and b'formatCode="00' not in xml:
        return Styles()
    root = parse_xml(name, xml)
    fonts = [_is_struck(font) for table in below(root, "fonts") for font in table]
    zeros = {
        attribute(one, "numFmtId"): len(attribute(one, "formatCode"))
        for one in below(root, "numFmt")
        if _ZEROS.fullmatch(attribute(one, "formatCode"))
    }
    cells = [style for table in below(root, "cellXfs") for style in table]
    return Styles(
        frozenset(n for n, style in enumerate(cells) if _at(fonts, attribute(style, "fontId"))),
        {
            n: zeros[attribute(style, "numFmtId")]
            for n, style in enumerate(cells)
            if attribute(style, "numFmtId") in zeros
        },
    )


def struck_texts(xml: bytes) -> Strikes:
    """The shared texts that are struck through within the cell, wholly or in part."""
    if b"strike" not in xml:
        return {}
    found = {}
    for number, text in enumerate(_TEXT.finditer(xml)):
        runs = [(_STRIKE.search(run) is not None, _words(run)) for run in _RUN.findall(text[1] or b"")]
        struck = "".join(words for is_struck, words in runs if is_struck)
        if struck.strip():
            found[number] = "" if all(is_struck or not words.strip() for is_struck, words in runs) else struck.strip()
    return found


def _words(run: bytes) -> str:
    return html.unescape(b"".join(_WORDS.findall(run)).decode("utf-8", "replace"))


def _is_struck(font: Element) -> bool:
    return any(local(part) == "strike" and attribute(part, "val") not in ("0", "false") for part in font)


def _at(fonts: list[bool], number: str) -> bool:
    return number.isdecimal() and int(number) < len(fonts) and fonts[int(number)]
