"""The looks of a paper in two languages side by side: the page of an official paper, smaller type in two columns."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from exporters.typeset.fonts import Role
from exporters.typeset.styles import MM, StyleSet, TextStyle, style_set

GUTTER = 8 * MM  # between the columns


@cache
def parallel_style() -> StyleSet:
    """What stands across the page: cover, title, the places to sign, annexes. Chinese first, so its furniture too."""
    official, sheet = style_set("official", "zh"), column_style("zh")
    return replace(
        sheet,
        portrait=official.portrait,
        landscape=official.landscape,
        title=TextStyle(Role.TITLE, 20, 29),
        subtitle=TextStyle(Role.LATIN_BOLD, 14, 20),
        note=TextStyle(Role.KAI, 10.5, 16),
        number=official.number,
        after_title=1.0,
    )


@cache
def column_style(language: str) -> StyleSet:
    """What stands in the column of a language. Columns are narrow: nothing is indented."""
    if language == "en":
        return _english()
    body = TextStyle(Role.BODY, 12, 19)
    heading = TextStyle(Role.HEI, 12, 19)
    headings = (heading, replace(body, role=Role.KAI), body, body)
    sheet = style_set("sheet", "zh")
    return replace(sheet, body=body, label=heading, headings=headings, indented=False, before=0.0)


def _english() -> StyleSet:
    sheet = style_set("sheet", "en")
    body = replace(sheet.body, size=10.5, leading=14.5)
    heading = replace(body, role=Role.LATIN_BOLD)
    italic = replace(body, role=Role.LATIN_ITALIC)
    return replace(sheet, body=body, label=heading, headings=(heading, italic, body, body), before=0.0)
