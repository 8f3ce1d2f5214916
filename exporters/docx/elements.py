"""WordprocessingML, element by element: python-docx looks a style up by name for each paragraph, which took seconds."""

from __future__ import annotations

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from exporters.typeset.safe_text import clean_text

TWIPS_PER_POINT = 20
TWIPS_PER_MILLIMETER = 1440 / 25.4

_W = qn("w:val").removesuffix("val")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FIELDS = re.compile(r"(\{page\}|\{pages\})")
LAST_PAGE = "last_page"

Element = BaseOxmlElement


def element(name: str, **values: object) -> Element:
    """A new element of the w: namespace with attributes of the same."""
    made: Element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(_W + key, str(value))
    return made


def add(parent: Element, name: str, **values: object) -> Element:
    """An element at the end of its parent."""
    made: Element = parent.makeelement(_W + name)
    for key, value in values.items():
        made.set(_W + key, str(value))
    parent.append(made)
    return made


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * TWIPS_PER_POINT)


def add_run(paragraph: Element, text: str, *, bold: bool = False, italic: bool = False, han: str = "") -> Element:
    """A run of user text: cleaned, line breaks as Word knows them. `han`: a font for its Han characters."""
    run = add(paragraph, "r")
    if bold or italic or han:
        _look(run, bold=bold, italic=italic, han=han)
    for number, line in enumerate(clean_text(text).split("\n")):
        if number:
            add(run, "br")
        if line:
            _words(run, line)
    return run


def add_tab(paragraph: Element) -> None:
    """Move on to the next tab."""
    add(add(paragraph, "r"), "tab")


def _look(run: Element, *, bold: bool, italic: bool, han: str) -> None:
    """In the order that Word reads."""
    look = add(run, "rPr")
    if han:
        add(look, "rFonts", hint="eastAsia", eastAsia=han)
    if bold:
        add(look, "b")
    if italic:
        add(look, "i")


def _words(run: Element, text: str) -> None:
    words = add(run, "t")
    words.text = text
    if text != text.strip():
        words.set(_SPACE, "preserve")


def add_counted(paragraph: Element, text: str, *, covered: bool = False) -> None:
    """Text in which {page} and {pages} are counted by Word; “1” stands there until it does.

    `covered`: behind a cover, which does not count; then the number of the last page is the number of pages.
    """
    instructions = {"{page}": "PAGE", "{pages}": f"PAGEREF {LAST_PAGE}" if covered else "NUMPAGES"}
    for part in _FIELDS.split(text):
        if part in instructions:
            _words(add(add(paragraph, "fldSimple", instr=instructions[part]), "r"), "1")
        elif part:
            add_run(paragraph, part)


def add_bookmark(paragraph: Element, name: str) -> None:
    """A place that fields can name."""
    for part, said in (("bookmarkStart", {"id": 1, "name": name}), ("bookmarkEnd", {"id": 1})):
        paragraph.append(element(part))
        for key, value in said.items():
            paragraph[-1].set(_W + key, str(value))
