"""Which rows of a long list are shown: what was typed, and what was chosen of a few facets. No Qt.

Facets are made once a row, and so are keys, when there is time for them; a keystroke is one pass over strings, and one
that goes on with the last word looks only at what was found before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.rules.search_text import typed_words

Values = tuple[Hashable, ...]


@dataclass(frozen=True)
class Facet:
    """A property to choose by; a row may have several values of it, or none."""

    key: str
    values: Callable[[Any], Values]


class RowFilter:
    """Rows with their keys. `chosen` maps a facet to the values wanted; one that is empty wants all."""

    def __init__(self, key_of: Callable[[Any], str], facets: Sequence[Facet] = ()) -> None:
        self._key_of = key_of
        self.facets = tuple(facets)
        self.rows: tuple[Any, ...] = ()
        self.chosen: dict[str, frozenset[Hashable]] = {}
        self._words: tuple[str, ...] = ()
        self._keys: list[str] = []  # of the rows; "" until it is made
        self._values: dict[str, list[Values]] = {}
        self._made: dict[int, tuple[Any, tuple[Values, ...]]] = {}
        self._key_by_id: dict[int, str] = {}
        self._alike: dict[int, Any] = {}  # what the rows were before, of those that say the same
        self._without: list[tuple[int, Any]] = []  # rows whose key is still to be made, with their places, from the end
        self._found: list[int] = []  # places that match what was typed

    def show(self, rows: Sequence[Any]) -> None:
        """Other rows; what is known of those that stay the same object or equal is kept."""
        made: dict[int, tuple[Any, tuple[Values, ...]]] = {}
        keys, alike, before = {}, dict[int, Any](), self._key_by_id
        for row in rows:
            known = self._made.get(row.id)
            if known is None or (known[0] is not row and known[0] != row):
                known = (row, tuple(facet.values(row) for facet in self.facets))
            else:
                alike[row.id], known = known[0], (row, known[1])
                if row.id in before:
                    keys[row.id] = before[row.id]
            made[row.id] = known
        self.rows, self._made, self._key_by_id, self._alike = tuple(rows), made, keys, alike
        self._keys = [keys.get(row.id, "") for row in rows]
        self._without = [(place, row) for place, row in enumerate(rows) if row.id not in keys][::-1]
        for number, facet in enumerate(self.facets):
            self._values[facet.key] = [made[row.id][1][number] for row in rows]
        self._found = self._search(list(range(len(self.rows))))

    def take_alike(self) -> Mapping[int, Any]:
        """The row before, by id, of those that say the same now; told once, and let go."""
        alike, self._alike = self._alike, {}
        return alike

    def make_keys(self, most: int | None = None) -> bool:
        """Make so many of the keys that are missing, or all of them; whether none is missing then."""
        for _each in range(len(self._without) if most is None else min(most, len(self._without))):
            place, row = self._without.pop()
            self._keys[place] = self._key_by_id[row.id] = self._key_of(row)
        return not self._without

    def type(self, text: str) -> None:
        """Take what was typed."""
        words, before = typed_words(text), self._words
        goes_on = len(words) >= len(before) and all(old in new for old, new in zip(before, words, strict=False))
        self._words = words
        self._found = self._search(self._found if goes_on and before else list(range(len(self.rows))))

    def choose(self, facet: str, values: frozenset[Hashable]) -> None:
        """Want these values of a facet; none: all."""
        self.chosen = {**self.chosen, facet: values} if values else {k: v for k, v in self.chosen.items() if k != facet}

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self._words or self.chosen)

    def shown(self) -> tuple[Any, ...]:
        """The rows that pass."""
        if not self.narrows:
            return self.rows
        places = self._passing(self.chosen)
        rows = self.rows
        return tuple([rows[place] for place in places])

    def counts(self, facet: str) -> Mapping[Hashable, int]:
        """How many rows would be left with each value of a facet, the other facets staying as they are."""
        others = {key: wanted for key, wanted in self.chosen.items() if key != facet}
        values = self._values.get(facet, [])
        return Counter(value for place in self._passing(others) for value in values[place])

    def count_all(self, facet: str) -> int:
        """How many rows would be left with any value of a facet."""
        return len(self._passing({key: wanted for key, wanted in self.chosen.items() if key != facet}))

    def _passing(self, chosen: Mapping[str, frozenset[Hashable]]) -> list[int]:
        places = self._found
        for key, wanted in chosen.items():
            values = self._values.get(key, [])
            places = [place for place in places if not wanted.isdisjoint(values[place])]
        return places

    def _search(self, places: list[int]) -> list[int]:
        if self._words:
            self.make_keys()
        keys = self._keys
        for word in self._words:
            places = [place for place in places if word in keys[place]]
        return places
