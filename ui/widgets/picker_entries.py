"""What a picker offers, and how typing narrows it: by characters, pinyin, initials. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to pick. `keys` are its other names, one a line: they find it, and who types one whole means it."""

    value: Any
    words: str
    detail: str = ""
    keys: str = ""


def other_names(*names: str) -> str:
    """Names as the keys of an entry."""
    return "\n".join(dict.fromkeys(filter(None, names)))


class Entries(tuple[Entry, ...]):
    """Many entries that share their search keys between pickers; made once, in any thread."""

    def search_keys(self) -> list[str]:
        """The keys of each entry."""
        made: list[str] | None = self.__dict__.get("keys")
        if made is None:
            made = self.__dict__["keys"] = keys_of_entries(self)
        return made


def keys_of_entries(entries: Sequence[Entry]) -> list[str]:
    """What each entry can be found by."""
    from models.rules.search_text import search_keys

    texts = [(entry.words, entry.detail, entry.keys) for entry in entries]
    return [" ".join([search_keys(text) for text in parts if text]) for parts in texts]


class EntryList:
    """Entries and their search keys, made when somebody types for the first time."""

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self.entries: tuple[Entry, ...] = entries if isinstance(entries, tuple) else tuple(entries)
        self._keys: list[str] | None = None

    def matching(self, typed: str) -> tuple[Entry, ...]:
        """Those that match, first the ones called so, then those that begin so; all of them for nothing typed."""
        from models.rules.search_text import folded, typed_words

        words, start = typed_words(typed), folded(typed)
        if not words:
            return self.entries[:MOST_SHOWN]
        found = [
            (f" {start} " not in f" {key} ", not key.startswith(start), place)
            for place, key in enumerate(self._search_keys())
            if all(word in key for word in words)
        ]
        return tuple(self.entries[place] for _other, _later, place in sorted(found)[:MOST_SHOWN])

    def named(self, words: str) -> Entry | None:
        """The entry that is called exactly so, else one of whose other names it is; upper and lower case alike."""
        from models.rules.search_text import folded

        wanted = folded(words)
        if not wanted:
            return None
        entries = self._holding(wanted)
        found = next((entry for entry in entries if folded(entry.words) == wanted), None)
        return found or next((one for one in entries if wanted in map(folded, one.keys.split("\n"))), None)

    def _holding(self, wanted: str) -> Sequence[Entry]:
        """Those whose keys hold a text; all of them while nobody has typed."""
        if self._keys is None:
            return self.entries
        return [entry for entry, key in zip(self.entries, self._keys, strict=True) if wanted in key]

    def of(self, value: Any) -> Entry | None:
        """The entry with a value."""
        return next((entry for entry in self.entries if entry.value == value), None)

    def _search_keys(self) -> list[str]:
        if self._keys is None:
            entries = self.entries
            self._keys = entries.search_keys() if isinstance(entries, Entries) else keys_of_entries(entries)
        return self._keys
