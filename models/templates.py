"""The built-in agreement templates: readable files, checked word by word when they are loaded."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import resources
from models.codes import AgreementTier, ClauseKind
from models.errors import KnownError
from models.rules.template_text import render
from models.snapshots.shapes import EMPTY, Bilingual

_Code = TypeVar("_Code", AgreementTier, ClauseKind)

KEYS = ("strategic-framework", "school-enterprise", "commissioner", "joint-base")

_WORKED_OUT = ("article.", "sides_")  # see clause_numbers.reading_values
_TEMPLATE_KEYS = {"key", "tier", "originals_each", "title", "plain_title", "clauses"}
_CLAUSE_KEYS = {"key", "kind", "condition", "heading", "body", "items"}


@dataclass(frozen=True, slots=True)
class TemplateClause:
    """A clause as the template words it; `items` are the （一）（二） below it."""

    key: str
    kind: ClauseKind
    condition: str
    heading: Bilingual
    body: Bilingual
    items: tuple[TemplateClause, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementTemplate:
    """A whole agreement. `plain_title` names no party: it stands where the parties are not known yet."""

    key: str
    tier: AgreementTier
    originals_each: int  # default 正本 for each party
    title: Bilingual
    plain_title: Bilingual
    clauses: tuple[TemplateClause, ...]

    def asks_for(self, language: str) -> tuple[str, ...]:
        """Names of everything the text takes from the records ("party_a.short_zh"), as far as no condition hides it."""
        texts = (text.pick(language) for clause in self.clauses for text in _texts(clause))
        names = (name for text in texts for name in render(text, {}).missing)
        return tuple(dict.fromkeys(name for name in names if not name.startswith(_WORKED_OUT)))


def builtin_templates() -> tuple[AgreementTemplate, ...]:
    """All of them, in the order they are offered."""
    return tuple(builtin_template(key) for key in KEYS)


@cache
def builtin_template(key: str) -> AgreementTemplate:
    """The template with this key, or KnownError: unknown_template, template_unreadable, template_invalid."""
    if key not in KEYS:
        raise KnownError("unknown_template", template=key, known=", ".join(KEYS))
    file = resources.path(f"templates/{key}.toml")
    try:
        return read_template(file.read_text(encoding="utf-8"), file.name)
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError("template_unreadable", file=file.name, reason=str(error)) from error


def builtin_text(key: str) -> str:
    """The file of a built-in template, as it is written; nothing for a key that is none."""
    return resources.path(f"templates/{key}.toml").read_text(encoding="utf-8") if key in KEYS else ""


def read_template(text: str, file: str) -> AgreementTemplate:
    """The template written in `text`; `file` names it in errors."""
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnownError("template_unreadable", file=file, reason=str(error)) from error
    return _Reader(file).template(written)


def _texts(clause: TemplateClause) -> tuple[Bilingual, ...]:
    return (clause.heading, clause.body, *(text for item in clause.items for text in _texts(item)))


class _Reader:
    """Turns the written form into a template; whatever is wrong is told with file, clause and key."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._clause = ""
        self._seen: set[str] = set()

    def template(self, written: Mapping[str, object]) -> AgreementTemplate:
        self._only(written, _TEMPLATE_KEYS)
        clauses = self._list(written, "clauses")
        if not clauses:
            raise self._wrong("clauses")
        return AgreementTemplate(
            key=self._text(written, "key", needed=True),
            tier=self._code(written, "tier", AgreementTier.PROJECT),
            originals_each=self._count(written, "originals_each"),
            title=self._both(written, "title", needed=True),
            plain_title=self._both(written, "plain_title", needed=True),
            clauses=tuple(self._read_clause(clause) for clause in clauses),
        )

    def _read_clause(self, written: Mapping[str, object]) -> TemplateClause:
        self._clause = str(written.get("key", len(self._seen) + 1))
        self._only(written, _CLAUSE_KEYS)
        key = self._text(written, "key", needed=True)
        if key in self._seen:
            raise self._wrong("key")
        self._seen.add(key)
        kind = self._code(written, "kind", ClauseKind.ARTICLE)
        return TemplateClause(
            key=key,
            kind=kind,
            condition=self._text(written, "condition"),
            heading=self._both(written, "heading", needed=kind is not ClauseKind.RECITALS),
            body=self._both(written, "body", needed=kind is not ClauseKind.ANNEX),
            items=tuple(self._item(item) for item in self._list(written, "items")),
        )

    def _item(self, written: Mapping[str, object]) -> TemplateClause:
        self._only(written, _CLAUSE_KEYS - {"kind", "items"})
        body = self._both(written, "body", needed=True)
        heading = self._both(written, "heading")
        condition = self._text(written, "condition")
        return TemplateClause(self._text(written, "key"), ClauseKind.ITEM, condition, heading, body)

    def _only(self, written: Mapping[str, object], known: set[str]) -> None:
        unknown = sorted(set(written) - known)
        if unknown:
            raise self._wrong(unknown[0])

    def _text(self, written: Mapping[str, object], key: str, *, needed: bool = False) -> str:
        text = written.get(key, "")
        if not isinstance(text, str) or (needed and not text.strip()):
            raise self._wrong(key)
        return text.strip()

    def _both(self, written: Mapping[str, object], key: str, *, needed: bool = False) -> Bilingual:
        pair = written.get(key, {})
        if not isinstance(pair, Mapping) or set(pair) - {"zh", "en"}:
            raise self._wrong(key)
        if not pair and not needed:
            return EMPTY
        return Bilingual(self._text(pair, "zh", needed=True), self._text(pair, "en", needed=True))

    def _code(self, written: Mapping[str, object], key: str, default: _Code) -> _Code:
        try:
            return type(default)(self._text(written, key) or default)
        except ValueError as error:
            raise self._wrong(key) from error

    def _count(self, written: Mapping[str, object], key: str) -> int:
        number = written.get(key)
        if not isinstance(number, int) or isinstance(number, bool) or number < 1:
            raise self._wrong(key)
        return number

    def _list(self, written: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
        rows = written.get(key, [])
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            raise self._wrong(key)
        return rows

    def _wrong(self, key: str) -> KnownError:
        return KnownError("template_invalid", file=self._file, clause=self._clause, key=key)
