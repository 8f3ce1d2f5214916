"""Where the manner of a text changes, where a stretched line must be cut besides, and where it may stretch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from exporters.typeset.metrics import BLANK, IGNORED, Placed

_ALIKE = re.compile(f"[{IGNORED}{BLANK}]|(.)\\1*", re.DOTALL)
_NARROW = re.compile(f"[{IGNORED}\u0100-\uffff]+")
_DASHES = re.compile("—(?=—)")


def seams(placed: Sequence[Placed], text: str, gaps: Iterable[int]) -> tuple[list[int], list[int], list[int]]:
    """The places where the manner changes; those where else a stretched line is cut; and how many stretch so far.

    Nothing stretches inside a word of narrow characters, and between two dashes.
    """
    kinds = "".join([one.kind for one in placed])
    cuts = {found.start() for found in _ALIKE.finditer(kinds)}
    cuts.update(gaps)
    cuts.discard(0)
    steps, others = _steps(text, kinds)
    if "——" in text:
        for place in [found.end() for found in _DASHES.finditer(text)]:
            steps[place:] = [step - 1 for step in steps[place:]]
            others.append(place)
    return sorted(cuts), sorted(others), steps


def _steps(text: str, kinds: str) -> tuple[list[int], list[int]]:
    """How many places may stretch so far, and those among them that lie behind a space in a narrow run."""
    steps: list[int] = []
    spaces: list[int] = []
    at, count = 0, -1  # nothing stretches before the first character
    for found in _NARROW.finditer(kinds):
        begin, end = found.span()
        steps += range(count + 1, count + 1 + begin - at)
        count, at = count + 1 + begin - at, end
        if " " not in text[begin : end - 1]:
            steps += [count] * (end - begin)
            continue
        for place in range(begin, end):
            if place > begin and text[place - 1] == " ":
                count += 1
                spaces.append(place)
            steps.append(count)
    steps += range(count + 1, count + 1 + len(kinds) - at)
    return steps, spaces
