"""Words that must not stand in an agreement (a table), unless the sentence denies them."""

from __future__ import annotations

import re
from functools import cache

import resources

_DENIAL = {
    "zh": re.compile(r"[不禁未无]|杜绝|防止"),
    "en": re.compile(r"\b(?:no|not|nor|never|neither|without|avoid|avoids|prohibited)\b", re.IGNORECASE),
}
_SENTENCE = {"zh": re.compile(r"[。；\n]"), "en": re.compile(r"[.;\n]")}


def forbidden_in(text: str, language: str) -> tuple[str, ...]:
    """The forbidden words of a text, as they stand there, in order."""
    found = (match for match in _words(language).finditer(text) if not _denied(text, match.start(), language))
    return tuple(match.group() for match in found)


def _denied(text: str, place: int, language: str) -> bool:
    sentence = _SENTENCE[language].split(text[:place])[-1]
    return _DENIAL[language].search(sentence) is not None


@cache
def _words(language: str) -> re.Pattern[str]:
    lines = resources.path("tables/forbidden_words.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    words = sorted((words for code, words in rows if code == language), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
