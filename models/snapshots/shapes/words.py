"""Words that every shape is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in Chinese and English; either may be empty (unknown or not yet written)."""

    zh: str = ""
    en: str = ""

    def pick(self, language: str) -> str:
        """The text in `language` ("zh" or "en"), or the other one where it is missing."""
        return (self.en or self.zh) if language == "en" else (self.zh or self.en)

    def lacks(self, language: str) -> bool:
        """Whether something is known, but not in this language."""
        own, other = (self.en, self.zh) if language == "en" else (self.zh, self.en)
        return not own and bool(other)

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)


EMPTY = Bilingual()


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name. `en` is never empty when `zh` is not: pinyin stands in, and `en_proposed` says so."""

    zh: str = ""
    en: str = ""
    en_proposed: bool = False

    def pick(self, language: str) -> str:
        """The name to print; the other language's where one is unknown."""
        return (self.en or self.zh) if language == "en" else (self.zh or self.en)
