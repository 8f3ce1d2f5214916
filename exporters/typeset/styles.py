"""Style sets: pages, sizes and roles as plain values. Lengths in points.

The pages of papers of text come from presets (see `presets`); what is made of them, and lists, stands here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

from exporters.typeset.fonts import Role
from exporters.typeset.presets import MM, Preset, find_preset

__all__ = ["MM", "PageStyle", "StyleSet", "TextStyle", "style_set"]

A4_SHORT, A4_LONG = 210 * MM, 297 * MM


@dataclass(frozen=True, slots=True)
class PageStyle:
    """A page and its text block. `number`: how and where the page number stands."""

    width: float
    height: float
    left: float
    top: float
    text_width: float
    text_height: float
    number: Literal["dashes", "fraction"]
    number_drop: float  # from the lower edge of the text block to the baseline of the number


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A kind of text. `pitch` is the width of a full cell; `strong` and `emphasis` are the roles of such spans.

    `locked`: every full-width character stands on a cell of the line.
    """

    role: Role
    size: float
    leading: float
    pitch: float = 0.0
    strong: Role = Role.HEI
    emphasis: Role = Role.KAI
    locked: bool = False

    @property
    def cell(self) -> float:
        """The width of a full cell."""
        return self.pitch or self.size


@dataclass(frozen=True, slots=True)
class StyleSet:
    """All a writer needs to know of one kind of paper in one language. `before` is the room above headings."""

    language: str
    portrait: PageStyle
    landscape: PageStyle
    body: TextStyle
    small: TextStyle
    title: TextStyle
    subtitle: TextStyle
    headings: tuple[TextStyle, TextStyle, TextStyle, TextStyle]
    label: TextStyle
    table: TextStyle
    table_small: TextStyle
    note: TextStyle
    footer: TextStyle
    number: TextStyle
    indented: bool  # headings, clauses and paragraphs start two characters in
    on_grid: bool  # every height is a whole number of lines
    before: float
    after_title: float = field(default=1.0)  # lines


def style_set(style: str, language: str, preset: str = "") -> StyleSet:
    """The style set of a document style ("official", "agreement", "sheet") in a language; "zh-en": side by side.

    `preset` chooses the page of papers of text (resources/tables/presets.toml); lists keep their own page, and a
    preset of the other language changes nothing. KnownError("unknown_preset") names the known ones.
    """
    if language == "zh-en":
        from exporters.typeset.parallel_styles import parallel_style  # made of the sets of this module

        return parallel_style()
    chosen = find_preset(preset) if preset else None
    tongue = "zh" if language == "zh" else "en"
    if style == "sheet":
        return _SHEETS[tongue]()
    if chosen is None or chosen.language != tongue:
        preset = _OWN_PRESETS[tongue]
    return _TEXTS[tongue](preset)


def _plain_page(*, landscape: bool, left: float, top: float, bottom: float) -> PageStyle:
    width, height = (A4_LONG, A4_SHORT) if landscape else (A4_SHORT, A4_LONG)
    text_width, text_height = width - 2 * left * MM, height - (top + bottom) * MM
    return PageStyle(width, height, left * MM, top * MM, text_width, text_height, "fraction", 10 * MM)


def _cells(size: float, leading: float) -> TextStyle:
    return TextStyle(Role.BODY, size, leading, strong=Role.HEI_BOLD)


@cache
def _chinese_text(name: str) -> StyleSet:
    preset = find_preset(name)

    def grid(role: Role, *, strong: Role = Role.HEI) -> TextStyle:
        return TextStyle(role, preset.body, preset.leading, preset.pitch, strong, locked=preset.locked)

    heading = (grid(Role.HEI), grid(Role.KAI), grid(Role.BODY), grid(Role.BODY))
    across = replace(_plain_page(landscape=True, left=22, top=22, bottom=24), number="dashes")
    return StyleSet(
        language="zh", portrait=_with_dashes(preset), landscape=across,
        body=grid(Role.BODY), small=TextStyle(Role.BODY, *preset.small), title=TextStyle(Role.TITLE, *preset.title),
        subtitle=TextStyle(Role.KAI, preset.body, preset.leading), headings=heading, label=grid(Role.HEI),
        table=_cells(*preset.table), table_small=_cells(*preset.table_small),
        note=TextStyle(Role.KAI, preset.note, preset.leading), footer=TextStyle(Role.SONG, 8, 10),
        number=TextStyle(Role.SONG, *preset.number), indented=True, on_grid=True, before=0,
    )  # fmt: skip


def _with_dashes(preset: Preset) -> PageStyle:
    """The page of an official paper: its number stands 7 mm below the text, as high as its dashes."""
    drop = 7 * MM + preset.number[0] * 0.35
    return PageStyle(A4_SHORT, A4_LONG, preset.left, preset.top, preset.width, preset.height, "dashes", drop)


@cache
def _chinese_sheet() -> StyleSet:
    heading = (
        TextStyle(Role.HEI, 14, 24), TextStyle(Role.KAI, 13, 22),
        TextStyle(Role.BODY, 12, 20), TextStyle(Role.BODY, 12, 20),
    )  # fmt: skip
    return StyleSet(
        language="zh", portrait=_plain_page(landscape=False, left=20, top=20, bottom=22),
        landscape=_plain_page(landscape=True, left=18, top=18, bottom=20),
        body=TextStyle(Role.BODY, 12, 20), small=TextStyle(Role.BODY, 10, 16), title=TextStyle(Role.TITLE, 20, 30),
        subtitle=TextStyle(Role.KAI, 13, 22), headings=heading, label=TextStyle(Role.HEI, 12, 20),
        table=_cells(10.5, 15.5), table_small=_cells(9, 13.5),
        note=TextStyle(Role.KAI, 11, 18), footer=TextStyle(Role.SONG, 8, 10), number=TextStyle(Role.SONG, 10, 12),
        indented=True, on_grid=False, before=6, after_title=0.6,
    )  # fmt: skip


def _latin(size: float, leading: float, role: Role = Role.LATIN) -> TextStyle:
    return TextStyle(role, size, leading, 0.0, Role.LATIN_BOLD, Role.LATIN_ITALIC)


@cache
def _english_text(name: str) -> StyleSet:
    preset = find_preset(name)
    size, leading = preset.body, preset.leading
    heading = (
        _latin(size + 1, leading + 2, Role.LATIN_BOLD), _latin(size, leading, Role.LATIN_BOLD),
        _latin(size, leading, Role.LATIN_ITALIC), _latin(size, leading),
    )  # fmt: skip
    page = PageStyle(
        A4_SHORT, A4_LONG, preset.left, preset.top, preset.width, preset.height, "fraction", 10 * MM
    )  # fmt: skip
    return StyleSet(
        language="en", portrait=page, landscape=_plain_page(landscape=True, left=22, top=22, bottom=22),
        body=_latin(size, leading), small=_latin(*preset.small), title=_latin(*preset.title, Role.LATIN_BOLD),
        subtitle=_latin(size + 1, leading + 2, Role.LATIN_ITALIC),
        headings=heading, label=_latin(size, leading, Role.LATIN_BOLD), table=_latin(*preset.table),
        table_small=_latin(*preset.table_small), note=_latin(preset.note, 15, Role.LATIN_ITALIC),
        footer=_latin(8, 10), number=_latin(*preset.number), indented=False, on_grid=False, before=6,
    )  # fmt: skip


@cache
def _english_sheet() -> StyleSet:
    heading = (
        _latin(12, 18, Role.LATIN_BOLD), _latin(11, 16, Role.LATIN_BOLD),
        _latin(11, 16, Role.LATIN_ITALIC), _latin(11, 16),
    )  # fmt: skip
    return StyleSet(
        language="en", portrait=_plain_page(landscape=False, left=20, top=20, bottom=22),
        landscape=_plain_page(landscape=True, left=18, top=18, bottom=20),
        body=_latin(11, 16), small=_latin(9.5, 13), title=_latin(16, 22, Role.LATIN_BOLD),
        subtitle=_latin(12, 17, Role.LATIN_ITALIC),
        headings=heading, label=_latin(11, 16, Role.LATIN_BOLD), table=_latin(10, 13.5), table_small=_latin(8.5, 11.5),
        note=_latin(10, 14, Role.LATIN_ITALIC), footer=_latin(8, 10), number=_latin(10, 12),
        indented=False, on_grid=False, before=6, after_title=0.6,
    )  # fmt: skip


_OWN_PRESETS = {"zh": "gbt9704", "en": "english"}
_TEXTS = {"zh": _chinese_text, "en": _english_text}
_SHEETS = {"zh": _chinese_sheet, "en": _english_sheet}
