"""The text behind a document with chips: what is stored, and where its characters stand.

Qt counts UTF-16 units, Python characters: a rare character of a name (𠮷) is two of the former and one of the latter.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtGui import QTextDocument

from ui.agreements.chips import source_of

Run = tuple[int, str, bool]  # the place in the document, what is stored for it, whether it is a chip


def written(document: QTextDocument) -> str:
    """The text with its expressions, as it is stored."""
    return "".join(text for _place, text, _chip in _runs(document))


def part_of(document: QTextDocument, first: int, last: int) -> str:
    """The stored text between two places of the document; a chip is one place wide."""
    parts = []
    for place, text, chip in _runs(document):
        low, high = max(first - place, 0), last - place
        if chip:
            parts.append(text if low == 0 < high else "")
        elif high > 0:
            parts.append(_units(text)[2 * low : 2 * high].decode("utf-16-le", "ignore"))
    return "".join(parts)


def places_of(document: QTextDocument, ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Where ranges of characters of the stored text stand in the document."""
    runs, starts, at = list(_runs(document)), [], 0
    for _place, text, _chip in runs:
        starts.append(at)
        at += len(text)

    def place_of(character: int) -> int:
        number = bisect_right(starts, character) - 1
        place, text, chip = runs[number]
        within = character - starts[number]
        if chip:
            return place + (within >= len(text))
        return place + len(_units(text[:within])) // 2

    return tuple((place_of(first), place_of(last)) for first, last in ranges)


def _runs(document: QTextDocument) -> Iterator[Run]:
    block = document.begin()
    while block.isValid():
        if block.position():
            yield block.position() - 1, "\n", False
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            yield from _of_fragment(fragment.position(), fragment.text(), source_of(fragment.charFormat()))
            fragments += 1
        block = block.next()


def _of_fragment(place: int, text: str, expression: str) -> Iterator[Run]:
    """Words are one run; like chips that stand side by side are one fragment, and a run each."""
    if expression:
        yield from ((place + number, expression, True) for number in range(len(text)))
    else:
        yield place, text.replace("\u2028", "\n"), False


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
