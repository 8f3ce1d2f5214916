"""The table of words by which cells are understood: titles, ends of units, answers and their codes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import resources


@cache
def words_of(kind: str) -> frozenset[str]:
    """All words of a kind."""
    return _table().get(kind, frozenset())


def code_of(word: str, codes: Sequence[str]) -> str:
    """Which of the codes a word stands for, "" for none of them."""
    return next((code for code in codes if word in words_of(code)), "")


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in resources.path("tables/slip_words.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and "\t" in line:
            kind, words = line.split("\t")
            table[kind] = table.get(kind, frozenset()) | frozenset(words.split())
    return table
