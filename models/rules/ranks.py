"""Ranks of titles by a table that the office edits: ladders of counties, universities and enterprises, rung by rung."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import resources
from models.codes import OrganizationKind

LADDERS = ("county", "university", "enterprise", "anywhere")
LOWEST_RANK = 900
_PARTS = re.compile(r"[、，,;；/\s]+")

_LADDER_OF: Mapping[OrganizationKind, str] = {
    OrganizationKind.GOVERNMENT: "county",
    OrganizationKind.PARTY_ORGAN: "county",
    OrganizationKind.PARK: "county",
    OrganizationKind.UNIVERSITY: "university",
    OrganizationKind.COLLEGE: "university",
    OrganizationKind.SCHOOL: "university",
    OrganizationKind.INSTITUTE: "university",
    OrganizationKind.ENTERPRISE: "enterprise",
    OrganizationKind.ASSOCIATION: "enterprise",
}


@dataclass(frozen=True, slots=True)
class Rung:
    """Titles of one rank, by ladder in the order of `LADDERS`; a lower rank stands first."""

    rank: int
    words: tuple[tuple[str, ...], ...]


class Ladders:
    """The whole table, ready to be asked."""

    def __init__(self, rungs: Iterable[Rung]) -> None:
        """From its rungs, in any order."""
        self.rungs = tuple(sorted(rungs, key=lambda rung: rung.rank))
        self._ranks: dict[str, dict[str, int]] = {ladder: {} for ladder in LADDERS}
        for rung in self.rungs:
            for ladder, words in zip(LADDERS, rung.words, strict=True):
                for word in words:
                    self._ranks[ladder].setdefault(word, rung.rank)
        every = [self._ranks[ladder] for ladder in reversed(LADDERS)]
        self._any = {word: min(found[word] for found in every if word in found) for one in every for word in one}

    def rank(self, title_zh: str, kind: OrganizationKind = OrganizationKind.OTHER) -> int:
        """The rank of a title at a unit of this kind, the highest of several; `LOWEST_RANK` where no word is known."""
        return min((self._rank_of(part, kind) for part in _PARTS.split(title_zh) if part), default=LOWEST_RANK)

    def _rank_of(self, title: str, kind: OrganizationKind) -> int:
        ladder = _LADDER_OF.get(kind)
        own = self._ranks["anywhere"] | self._ranks[ladder] if ladder else {}
        for words in (own, self._any):
            found = [(-len(word), rank) for word, rank in words.items() if word in title]
            if found:  # the longest word decides: 副书记 is no 书记
                return min(found)[1]
        return LOWEST_RANK


@cache
def proposed_ladders() -> Ladders:
    """The table that comes with the app."""
    lines = resources.path("tables/ranks.tsv").read_text(encoding="utf-8").splitlines()
    return Ladders(_rung(line.split("\t")) for line in lines if line and not line.startswith("#"))


def _rung(cells: Sequence[str]) -> Rung:
    words = tuple(tuple(cell.split()) for cell in cells[1:])
    return Rung(int(cells[0]), words + ((),) * (len(LADDERS) - len(words)))


def as_stored(rungs: Sequence[Rung]) -> list[list[str]]:
    """The table as a setting keeps it: rung by rung, a cell of words for each ladder."""
    return [[" ".join(words) for words in rung.words] for rung in rungs]


def from_stored(stored: object) -> tuple[Rung, ...]:
    """The rungs of a setting, ranks by place; none where it holds no table."""
    if not isinstance(stored, list):
        return ()
    rungs = []
    for place, cells in enumerate(stored, start=1):
        if not isinstance(cells, list) or len(cells) != len(LADDERS) or not all(isinstance(c, str) for c in cells):
            return ()
        rungs.append(Rung(place, tuple(tuple(cell.split()) for cell in cells)))
    return tuple(rungs)


@lru_cache(maxsize=8)
def ladders_of(rungs: tuple[Rung, ...]) -> Ladders:
    """The table with these rungs; the proposed one without any."""
    return Ladders(rungs) if rungs else proposed_ladders()
