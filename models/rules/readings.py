"""How Chinese characters are read: one by one as usual, and together as in a given name. Pinyin without tones, ü as v.

A dictionary of forty thousand characters would fill many megabytes: they are kept as numbers of their readings, and
what was once looked up is remembered.
"""

from __future__ import annotations

from array import array
from functools import cache

import resources

LONGEST = 3  # characters of a word whose reading is its own


class Readings(dict[str, str]):
    """Character → its usual reading; a character without one stands for itself."""

    def __missing__(self, character: str) -> str:
        readings, numbers = _characters()
        code = ord(character)
        number = numbers[code] if code < len(numbers) else 0
        self[character] = found = readings[number] if number else character
        return found


READINGS = Readings()


def spelled(given: str) -> list[str]:
    """The reading of each character of a given name; words such as 长春 and 重生 are read as words."""
    found: list[str] = []
    while given:
        word = _first_word(given)
        found += _read_as_word(word) or [READINGS[character] for character in word]
        given = given[len(word) :]
    return found


def _first_word(given: str) -> str:
    """The longest word it begins with that is read in its own way, or that keeps the next one from beginning."""
    for length in range(min(LONGEST, len(given)), 1, -1):
        if _entry(given[:length]):
            return given[:length]
    return given[:2] if given[0] in _entry(given[1:2]) else given[0]


def _read_as_word(word: str) -> list[str]:
    return _entry(word).split() if len(word) > 1 else []


def _entry(key: str) -> str:
    """What the table of names says of one or more characters."""
    text = _names()
    place = text.find(f"\n{key}\t") if key else -1
    return text[place + len(key) + 2 : text.index("\n", place + 1)] if place >= 0 else ""


@cache
def _characters() -> tuple[tuple[str, ...], array[int]]:
    """All readings, the first one empty, and for each code point the number of its reading."""
    rows = [line.split("\t") for line in _table("readings").strip().splitlines()]
    numbers = array("H", bytes(2 * (1 + max(ord(max(characters)) for _reading, characters in rows))))
    for number, (_reading, characters) in enumerate(rows, start=1):
        for character in characters:
            numbers[ord(character)] = number
    return ("", *(reading for reading, _characters in rows)), numbers


@cache
def _names() -> str:
    """The table of names, each line with a line break before and after it."""
    return _table("name_readings")


def _table(name: str) -> str:
    text = resources.path(f"tables/{name}.tsv").read_text(encoding="utf-8")
    return "\n" + "\n".join(line for line in text.splitlines() if not line.startswith("#")) + "\n"
