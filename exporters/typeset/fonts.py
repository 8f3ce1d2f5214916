"""Which font draws which character: roles, chains, and no blank glyph ever.

A font is opened when a character first needs it and read only where that character lies. Coverage goes by the cmap
and by the ink: FandolFang maps some characters to glyphs that draw nothing.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import resources
from exporters.typeset.installed import Skipped, installed
from exporters.typeset.truetype import FontFile
from models.errors import KnownError


class Role(StrEnum):
    """What a run of text is for; each role has its chain of fonts."""

    BODY = "body"  # 仿宋
    TITLE = "title"  # 小标宋
    HEI = "hei"  # 黑体
    HEI_BOLD = "hei_bold"
    KAI = "kai"  # 楷体
    SONG = "song"  # 宋体: page numbers
    LATIN = "latin"  # 西文, and English papers
    LATIN_BOLD = "latin_bold"
    LATIN_ITALIC = "latin_italic"


_LAST = ("NotoSerifSC-Regular", "BabelStoneHan-Rare", "LiberationSerif-Regular")
_WIDE_FIRST: dict[Role, tuple[str, ...]] = {
    Role.BODY: ("FandolFang-Regular",),
    Role.TITLE: ("NotoSerifSC-Bold",),
    Role.HEI: ("NotoSansSC-Regular",),
    Role.HEI_BOLD: ("NotoSansSC-Bold",),
    Role.KAI: ("LXGWWenKai-Regular",),
    Role.SONG: (),
    Role.LATIN: (),
    Role.LATIN_BOLD: ("NotoSerifSC-Bold",),
    Role.LATIN_ITALIC: ("LXGWWenKai-Regular",),
}
_NARROW_FIRST: dict[Role, tuple[str, ...]] = {
    Role.BODY: ("LiberationSerif-Regular",),
    Role.TITLE: ("NotoSerifSC-Bold",),
    Role.HEI: ("NotoSansSC-Regular",),
    Role.HEI_BOLD: ("NotoSansSC-Bold",),
    Role.KAI: ("LiberationSerif-Regular",),
    Role.SONG: ("NotoSerifSC-Regular",),
    Role.LATIN: ("LiberationSerif-Regular",),
    Role.LATIN_BOLD: ("LiberationSerif-Bold",),
    Role.LATIN_ITALIC: ("LiberationSerif-Italic",),
}
_INSTALLED = {Role.BODY: "body", Role.TITLE: "title", Role.KAI: "kai", Role.HEI: "hei"}
_OWN_LATIN = (Role.TITLE, Role.HEI)  # their letters belong to the style of the Chinese

LOOK_ALIKES = {
    "\ufffd": "〓",
    "\ufffc": "〓",
    "☐": "□",
    "☑": "√",
    "\u2011": "-",
    "\u2043": "•",
}  # drawn so where no font has the first


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as one font draws it: the glyph's number, its advance and ink in thousandths of the em."""

    number: int
    advance: float
    ink: tuple[float, float, float, float] | None


class Face:
    """A font with what is already known of its characters."""

    def __init__(self, name: str, file: FontFile | None = None) -> None:
        """The bundled font of this name, or one of the machine."""
        self.name = name
        self.file = file or FontFile(resources.path(f"fonts/{name}.ttf"))
        self._known: dict[str, Glyph | None] = {}

    def glyph(self, character: str) -> Glyph | None:
        """The character's glyph, or None where this font has none or draws nothing for it."""
        if character not in self._known:
            self._known[character] = self._look_up(character)
        return self._known[character]

    def _look_up(self, character: str) -> Glyph | None:
        try:
            number = self.file.glyph_of(character)
            ink = self.file.ink(number)
        except (struct.error, IndexError):  # a damaged font of the machine: the next one of the chain will do
            return None
        if number == 0:
            return None
        if ink is None and not is_blank(character):
            return None
        return Glyph(number, self.file.advance(number), ink)


@dataclass(frozen=True, slots=True)
class Choice:
    """The font chosen for a character; `fallback` where it is not the role's own."""

    face: Face
    glyph: Glyph
    fallback: bool


@cache
def face(name: str) -> Face:
    """The bundled font of this name, opened once."""
    return Face(name)


def is_blank(character: str) -> bool:
    """Whether nothing is to be seen of this character: spaces."""
    return unicodedata.category(character) == "Zs"


def is_ignorable(character: str) -> bool:
    """Whether this character only steers display (zero-width, bidi, variation selectors): nothing is drawn for it."""
    return (
        unicodedata.category(character) == "Cf"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


@cache
def installed_faces(role: Role) -> tuple[Face, ...]:
    """The machine's own fonts for a role."""
    found = installed().roles.get(_INSTALLED.get(role, ""), ())
    return tuple(Face(f"{file.path}#{file.number}", file) for file in found)


def _chain(role: Role, *, wide: bool) -> tuple[tuple[Face, ...], Iterator[Face]]:
    """The fonts that are the role's own, and those after them, opened when first needed."""
    first = (_WIDE_FIRST if wide else _NARROW_FIRST)[role]
    other = (_NARROW_FIRST if wide else _WIDE_FIRST)[role]
    mine = installed_faces(role) if wide or role in _OWN_LATIN else ()
    rest = (name for name in dict.fromkeys((*first, *_LAST, *other)) if name not in first)
    return (*mine, *map(face, first)), map(face, rest)


def skipped_fonts() -> tuple[Skipped, ...]:
    """Font files of the machine that would have been used but are damaged or may not be embedded."""
    return installed().skipped


@cache
def choose(character: str, role: Role, *, wide: bool) -> Choice:
    """The first font of the role's chain that draws the character; KnownError("undrawable_character") if none does.

    `wide`: the character stands on a full cell (Han and Chinese punctuation) and not among Latin letters.
    """
    first, rest = _chain(role, wide=wide)
    for number, one in enumerate((*first, *rest)):
        glyph = one.glyph(character)
        if glyph is not None:
            return Choice(one, glyph, fallback=bool(first) and number >= len(first))
    if character in LOOK_ALIKES:
        return choose(LOOK_ALIKES[character], role, wide=wide)
    raise undrawable(character)


def undrawable(character: str, context: str = "") -> KnownError:
    """The error for a character that no font draws; `context` is the text around it."""
    return KnownError(
        "undrawable_character", character=character, code_point=f"U+{ord(character):04X}", context=context
    )


def can_draw(text: str, role: str = "body") -> bool:
    """Whether every character of the text can be printed in this role."""
    return not missing_characters(text, role)


def missing_characters(text: str, role: str = "body") -> str:
    """The characters of the text that no font of the role's chain draws, each once."""
    return "".join(character for character in dict.fromkeys(text) if not _is_drawable(character, Role(role)))


def _is_drawable(character: str, role: Role) -> bool:
    if character == "\n" or is_ignorable(character):
        return True
    try:
        choose(character, role, wide=True)
    except KnownError:
        return False
    return True
