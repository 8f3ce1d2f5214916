"""Texts on their way to and from the clipboard: plain, with expressions for ourselves and words for others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.rules.clause_text import TokenKind

if TYPE_CHECKING:
    from models.clause_reading import ShownToken

_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffc\ufffe\uffff]")
_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")


def plain_text(text: str, *, one_line: bool) -> str:
    """A pasted text with our line ends and without control characters."""
    cleaned = _UNWANTED.sub("", _LINE_END.sub("\n", text))
    return " ".join(cleaned.split()) if one_line else cleaned


def words_of(token: ShownToken) -> str:
    """What a piece of a text says to others."""
    if token.kind is TokenKind.WORDS:
        return token.source
    return token.value if token.kind is TokenKind.FIELD else ""
