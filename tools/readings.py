"""Makes the tables of readings from pypinyin's dictionaries: `python tools/readings.py`, after a new pypinyin.

The window reads names with these tables alone: pypinyin itself takes fifty megabytes of memory.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

TABLES = Path(__file__).resolve().parent.parent / "resources" / "tables"
CHARACTERS, NAMES = TABLES / "readings.tsv", TABLES / "name_readings.tsv"
LONGEST = 3  # characters of a given name
HEAD = {
    CHARACTERS: "# Usual reading, without tones, ü as v, and the characters that have it. Made by tools/readings.py.",
    NAMES: "# Words read otherwise than their characters one by one, with their reading; and characters such words\n"
    "# begin with, followed by those that make a word with them before (一行: no word 行… begins there).\n"
    "# Made by tools/readings.py.",
}


def lines_of_characters() -> Iterator[str]:
    """Each reading with its characters."""
    readings: dict[str, list[str]] = defaultdict(list)
    for character in map(chr, sorted(PINYIN_DICT)):
        readings[_reading(character)[0]].append(character)
    for reading, characters in sorted(readings.items()):
        yield f"{reading}\t{''.join(characters)}"


def lines_of_names() -> Iterator[str]:
    """The words that matter to a given name: read otherwise, or standing before one that is."""
    words = sorted(word for word in PHRASES_DICT if len(word) <= LONGEST)
    one_by_one = {word: [_reading(character)[0] for character in word] for word in words}
    others = {word for word in words if _reading(word) != one_by_one[word]}
    begun = {word[0] for word in others}
    before: dict[str, str] = defaultdict(str)
    for word in words:
        if word in others or any(part in word for part in others):
            yield f"{word}\t{' '.join(_reading(word))}"
        elif len(word) == 2 and word[1] in begun:
            before[word[1]] += word[0]
    for character, those in sorted(before.items()):
        yield f"{character}\t{those}"


def table(path: Path) -> str:
    """The whole text of a table."""
    lines = lines_of_characters() if path == CHARACTERS else lines_of_names()
    return "\n".join((HEAD[path], *lines)) + "\n"


def _reading(word: str) -> list[str]:
    found: list[str] = lazy_pinyin(word)
    return found


def main() -> int:
    """Write both tables."""
    for path in HEAD:
        path.write_text(table(path), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
