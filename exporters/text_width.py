"""How wide text is, in digits: for formats whose program lays out the page, and fits nothing by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

SHORT = 8.0  # digits; a name or a short word in a table is not broken at all

# What may not be broken: a run of Latin letters and digits with the marks that belong to it.
_WORD = re.compile(r"[^\W一-鿿㐀-䶿぀-ヿ가-힣＀-￯_][!-~À-ÿ]*|[!-~]+| +|.", re.DOTALL)
_AMBIGUOUS_IS_WIDE = "“”‘’…—–·×÷±°①②③④⑤⑥⑦⑧⑨⑩〔〕→←↑↓★☆●○■□▲△√"


def width(text: str) -> float:
    """Width of one line in digits: Han characters are 2, letters and digits 1, capital letters a little more."""
    return sum(map(_WIDTHS.__getitem__, text))


def words(text: str) -> Iterator[str]:
    """The text in runs between which a line may break."""
    return (found.group() for found in _WORD.finditer(text))


def unbroken(text: str) -> float:
    """Width that a table cell needs at least: of its longest word, or of the whole where that is short."""
    return max((_unbroken_line(line) for line in text.split("\n")), default=0.0)


def _unbroken_line(line: str) -> float:
    whole = width(line)
    return whole if whole <= SHORT else max(map(width, words(line)))


def _character(character: str) -> float:
    if combining(character):
        return 0.0
    if east_asian_width(character) in "WF" or character in _AMBIGUOUS_IS_WIDE:
        return 2.0
    return 1.25 if character.isupper() or character in "mw@%&" else 1.0


class _Widths(dict[str, float]):
    """The width of each character met so far: long lists repeat a few thousand of them."""

    def __missing__(self, character: str) -> float:
        found = self[character] = _character(character)
        return found


_WIDTHS = _Widths()
