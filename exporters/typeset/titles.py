"""Titles: as few lines as fit, broken between words as a trapezoid or diamond, never inside a name.

GB/T 9704-2012 §7.3.1: several lines of a title take the shape of a trapezoid or diamond, and words are not broken. A
title too long by a character or two is drawn narrower, to four fifths at most, before it takes another line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, product

from exporters.blocks import Span
from exporters.typeset.breaking import Line, MeasuredText
from exporters.typeset.paragraphs import Setting, center, measure
from exporters.typeset.words import is_rough, title_word_places, unit_places

_NARROWEST = 0.8
_LITTLE = 2.05  # cells: more is given another line at once
_REACH = 5.0  # cells: how far from even parts a break is looked for
_MOST_LINES = 4  # beyond it, lines are filled one after the other
_WAIST = 6.0  # the fault of a line shorter than both its neighbors
_SQUARE = 0.15  # the fault of two lines of equal length, which make no trapezoid
_ROUGH, _UNKNOWN = 4.0, 2.0  # the fault of a break that tears a phrase, and of one beside no word that is known
_ODD = 6.0  # the fault of one after an odd character between known words: most words have two
_TORN = 20.0  # the fault of one inside a word or name: only where nothing else fits
_HAN = re.compile("[\u4e00-\u9fff]+")
_WHOLE_CHOICE = 400  # combinations looked at where no break lies near even parts


def balanced_lines(spans: Iterable[Span], setting: Setting, width: float) -> list[Line]:
    """Centered lines of about equal length, as few as fit."""
    spans = tuple(spans)
    lines: list[Line] = []
    for number, text in enumerate(measure(spans, setting, by_words=True)):
        narrow = _narrowing(text, setting, width)
        if narrow < 1.0:
            text = measure(spans, setting.narrowed(narrow), by_words=True)[number]
        lines += _shaped(text, setting, width)
    for line in lines:
        center(line, width)
    return lines


def _narrowing(text: MeasuredText, setting: Setting, width: float) -> float:
    """How much narrower the type must be so that a character or two need no line of their own."""
    count = len(text.lines(width, width, squeeze=False))
    if count < 2:
        return 1.0
    whole = text.width() + setting.style.cell * 0.01
    over = whole - width * (count - 1)
    scale = width * (count - 1) / whole
    return scale if over <= _LITTLE * setting.style.cell and scale >= _NARROWEST and count == 2 else 1.0


def _shaped(text: MeasuredText, setting: Setting, width: float) -> list[Line]:
    plain = text.lines(width, width, squeeze=False)
    if not 2 <= len(plain) <= _MOST_LINES:
        return plain
    cell = setting.style.cell
    rough = _rough_places(text.text)
    whole = [place for place in text.places() if rough[place] < _TORN]
    for places, count in ((whole, len(plain)), (whole, len(plain) + 1), (text.places(), len(plain))):
        shapes = [
            (_fault(widths, cell) + sum(rough[stop] for stop in stops[:-1]), stops)
            for stops in _choices(text, places, count, cell)
            if max(widths := _widths(text, stops)) <= width
        ]
        if shapes:
            return text.lines_ending(min(shapes)[1])
    return plain


def _rough_places(text: str) -> list[float]:
    """How bad a break is at each place: best beside a word that is known, a mark or a space; worst inside a word."""
    known = sorted({*title_word_places(text), *unit_places(text)})
    edges = {edge for span in known for edge in span}
    edges |= {place for place in range(1, len(text)) if not (text[place - 1] + text[place]).isalnum()}
    rough = [_ROUGH * is_rough(text, place) + _UNKNOWN * (place not in edges) for place in range(1, len(text))]
    torn = [0.0, *rough]
    for place in (place for begin, end in known for place in range(begin + 1, end)):
        torn[place] += _TORN
    for begin, end in _between(text, known):
        for place in range(begin + 1, end, 2) if (end - begin) % 2 == 0 else ():
            torn[place] += _TORN if end - begin == 2 else _ODD
    return torn


def _between(text: str, known: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The Han characters between words that are known."""
    reached = 0
    for begin, end in (*known, (len(text), len(text))):
        yield from (match.span() for match in _HAN.finditer(text, reached, max(begin, reached)))
        reached = max(reached, end)


def _choices(text: MeasuredText, places: Sequence[int], count: int, cell: float) -> Iterator[tuple[int, ...]]:
    """Ways to cut the text at some of the places into so many lines, near even parts; all ways where there are few."""
    even = text.width() / count
    near = [
        [place for place in places if abs(text.width(0, place) - part * even) <= _REACH * cell]
        for part in range(1, count)
    ]
    cuts = product(*near) if all(near) else combinations(places[:_WHOLE_CHOICE], count - 1)
    return ((*cut, len(text.text)) for cut in cuts if all(before < after for before, after in pairwise(cut)))


def _widths(text: MeasuredText, stops: tuple[int, ...]) -> list[float]:
    return [text.width(start, stop) for start, stop in pairwise((0, *stops))]


def _fault(widths: list[float], cell: float) -> float:
    """How far lines are from even, in cells; a waist is worse, a square a little."""
    mean = sum(widths) / len(widths)
    fault = sum(abs(one - mean) for one in widths) / cell
    fault += sum(_SQUARE for before, after in pairwise(widths) if abs(before - after) < cell / 2)
    return fault + sum(_WAIST for a, b, c in zip(widths, widths[1:], widths[2:], strict=False) if b < min(a, c))
