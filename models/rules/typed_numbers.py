"""Numbers of clauses as people write them: 第四条, （一）, 1."""

from __future__ import annotations

import re

# What follows shows that another clause is named, 第五条所列…: no number of this one.
_NAMED = r"[款项例件的所]|规定|约定|[和及与或至、]?者?第"
_NAMED_EN = r"\s+(?:of|and|or|to|hereof|above|below)\b"
_ARTICLE = re.compile(
    rf"\s*(第[一二三四五六七八九十百零〇\d]{{1,6}}条(?!{_NAMED})|Article\s+\d{{1,3}}\b(?!{_NAMED_EN}))[\s　:：.、]*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*([（(][一二三四五六七八九十\d]{1,3}[）)])\s*")
_POINT = re.compile(r"\s*(\d{1,2}[.．、])\s*(?!\d)")
_PLACE = re.compile(r"%\d")


def mark_of(words: str) -> tuple[int | None, str]:
    """The level that a paragraph's own number gives it (第四条 0, （一） 1, 1. 2), and its words without that."""
    for level, pattern in enumerate((_ARTICLE, _ITEM, _POINT)):
        found = pattern.match(words)
        if found:
            return level, words[found.end() :]
    return None, words


def typed_mark(words: str) -> str:
    """The number alone, without what divides it from the words; empty for none."""
    return words[: len(words) - len(mark_of(words)[1])].strip().rstrip(":：.．、").strip()


def level_of(pattern: str) -> int | None:
    """The level of numbers that Word counts itself, by how it writes them: “第%1条”, “（%2）”, “%3.”."""
    return mark_of(_PLACE.sub("1", pattern))[0]
