"""A clause's text in tokens: words, fields ({{ … }}) and conditions ({% … %}); joined, they are the text again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.rules.template_names import plain_expression

_MARKED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_NAME = re.compile(r"(?<![\w.|])[^\W\d]\w*(?:\.\w+)*")
_WORDS = frozenset({"if", "else", "not", "and", "or", "in", "is", "for", "true", "false", "none", "defined", "elif"})
_FILTER = re.compile(r"\|\s*[^\W\d]\w*")
REFERENCE = re.compile(r"(?<![\w.])(?:article|条款)\s*\.\s*([A-Za-z_]\w*)")
KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


class TokenKind(StrEnum):
    """What a piece of a text is."""

    WORDS = "words"
    FIELD = "field"  # {{ … }}
    IF = "if"
    ELIF = "elif"
    ELSE = "else"
    FOR = "for"
    END = "end"  # of a condition or a loop
    OTHER = "other"  # a remark, or what cannot be read


_STATEMENTS = {
    "if": TokenKind.IF,
    "elif": TokenKind.ELIF,
    "else": TokenKind.ELSE,
    "for": TokenKind.FOR,
    "endif": TokenKind.END,
    "endfor": TokenKind.END,
}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text as it is written."""

    kind: TokenKind
    text: str

    @property
    def inside(self) -> str:
        """What stands between the braces; of a condition, without its first word."""
        if self.kind is TokenKind.WORDS:
            return self.text
        inner = self.text[2:-2].strip("-+ \t\r\n")
        return inner if self.kind in (TokenKind.FIELD, TokenKind.OTHER) else inner.partition(" ")[2].strip()


def tokens(source: str) -> tuple[Token, ...]:
    """The text in pieces, none empty. An opened brace that is never closed is part of the words."""
    return tuple(token for token in _split(source) if token.text)


def _split(source: str) -> Iterator[Token]:
    end = 0
    for found in _MARKED.finditer(source):
        yield Token(TokenKind.WORDS, source[end : found.start()])
        yield Token(_kind(found.group()), found.group())
        end = found.end()
    yield Token(TokenKind.WORDS, source[end:])


def _kind(text: str) -> TokenKind:
    if text.startswith("{{"):
        return TokenKind.FIELD
    words = text[2:-2].strip("-+ \t\r\n").split(None, 1)
    return _STATEMENTS.get(words[0] if words and text.startswith("{%") else "", TokenKind.OTHER)


def names_in(expression: str) -> tuple[str, ...]:
    """The dotted names an expression uses, in order: `parties | each('x')` → parties."""
    bare = _FILTER.sub(" ", _QUOTED.sub(" ", plain_expression(expression)))
    return tuple(dict.fromkeys(name for name in _NAME.findall(bare) if name not in _WORDS))


def fields_in(source: str) -> frozenset[str]:
    """The names of a text's fields, as it writes them."""
    return frozenset(name for one in tokens(source) if one.kind is TokenKind.FIELD for name in names_in(one.inside))


def references(source: str) -> tuple[str, ...]:
    """The keys of the clauses that a text refers to by their number ({{ article.term }}), each once."""
    found = (key for token in tokens(source) if token.kind is not TokenKind.WORDS for key in _referred(token.text))
    return tuple(dict.fromkeys(found))


def referring_to(source: str, key: str, new: str) -> str:
    """The text with every reference to the clause `key` made one to `new`."""
    return "".join(
        token.text if token.kind is TokenKind.WORDS else _renamed(token.text, key, new) for token in tokens(source)
    )


def condition_referring_to(condition: str, key: str, new: str) -> str:
    """The condition with every reference to the clause `key` made one to `new`."""
    return _renamed(condition, key, new)


def condition_refers(condition: str, key: str) -> bool:
    """Whether a bare condition names the clause's number."""
    return key in _referred(condition)


def _referred(text: str) -> list[str]:
    return REFERENCE.findall(_QUOTED.sub(" ", text))


def _renamed(text: str, key: str, new: str) -> str:
    return REFERENCE.sub(lambda found: f"article.{new}" if found[1] == key else found[0], text)
