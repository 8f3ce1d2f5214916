"""Words of titles and units: where a name, a unit and a title stand in one cell, these tell them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import resources
from models.imports.slip_words import words_of


@cache
def _title() -> re.Pattern[str]:
    words: set[str] = set(words_of("title"))
    for line in resources.path("tables/ranks.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and "\t" in line:
            words |= {word for word in " ".join(line.split("\t")[1:]).split() if len(word) > 1}
    before = "|".join(_longest_first(words_of("before_title")))
    return re.compile(f"(?:{before})*(?:{'|'.join(_longest_first(words))})")


def _longest_first(words: Iterable[str]) -> list[str]:
    return [re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))]


@cache
def title_ends() -> frozenset[str]:
    """The last characters of all title words: a name that ends otherwise holds none."""
    return frozenset(re.findall(r"([\u4e00-\u9fff])(?=[|)])", _title().pattern))


@cache
def unit_ends() -> frozenset[str]:
    """The last characters of what units end with."""
    return frozenset(word[-1] for word in words_of("unit_end"))


@lru_cache(maxsize=20_000)
def is_title(text: str) -> bool:
    """Whether all of it is a title, or several joined by 、: 局长, 常务副县长, 教授/博导."""
    parts = [part for part in re.split(r"[、,，/ ]", text) if part]
    return bool(parts) and all(_title().fullmatch(part) for part in parts)


def ends_as_title(text: str) -> bool:
    """Whether a title stands at its end: 县委组织部部长."""
    return any(_title().fullmatch(text, start) for start in range(max(0, len(text) - 12), len(text) - 1))


@cache
def _unit_end() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(words_of('unit_end'))})$")


@cache
def _latin_unit() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words_of('latin_unit'))})\b", re.IGNORECASE)


def is_unit(text: str) -> bool:
    """Whether it ends as units do; brackets behind it left out."""
    bare = re.sub(r"[(（][^()（）]*[)）]$", "", text)
    return len(bare) > 2 and bool(_unit_end().search(bare) or _latin_unit().search(bare))


def ends_as_unit(text: str) -> bool:
    """Whether a unit may end here: 县委, 浙江大学."""
    return len(text) > 1 and bool(_unit_end().search(text))
