"""The file of an agreement template, read and written: TOML that people can read, hostile until it is parsed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from models.codes import AgreementTier, ClauseKind
from models.errors import KnownError
from models.snapshots.shapes import EMPTY, Bilingual
from models.templates import AgreementTemplate, TemplateClause

_Code = TypeVar("_Code", AgreementTier, ClauseKind)

LONGEST_FILE = 1_000_000  # characters
MOST_CLAUSES = 300  # with their items
MOST_ORIGINALS = 99  # for each party
LONGEST_KEY = 100  # of a clause

_TEMPLATE_KEYS = {"key", "tier", "originals_each", "title", "plain_title", "clauses"}
_CLAUSE_KEYS = {"key", "kind", "condition", "heading", "body", "items"}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def read_template(text: str, file: str, *, both: bool = True) -> AgreementTemplate:
    """The template written in `text`; `file` names it in errors. With `both`, every text must be in both languages.

    KnownError: template_file_too_large (file, limit), template_file_broken (file, line), template_head_invalid (file,
    key), template_invalid (file, clause, key), template_has_too_many_clauses (file, limit).
    """
    if len(text) > LONGEST_FILE:
        raise KnownError("template_file_too_large", file=file, limit=LONGEST_FILE)
    written = _parsed(text, file)
    return _Reader(file, both=both).template(written)


@dataclass(frozen=True, slots=True)
class LibraryClause:
    """A clause of the library in one of its variants; `own`: the office wrote it."""

    clause: TemplateClause
    variant: Bilingual = EMPTY
    own: bool = False


def read_library(text: str, file: str) -> tuple[LibraryClause, ...]:
    """The clauses of a library file; those with the same key are variants. KnownError as `read_template`."""
    rows = _parsed(text, file).get("clauses", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise KnownError("template_head_invalid", file=file, key="clauses")
    return tuple(_Reader(file, both=True).library_clause(row) for row in rows)


def _parsed(text: str, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except RecursionError as error:
        raise KnownError("template_file_too_large", file=file, limit=LONGEST_FILE) from error
    except ValueError as error:  # a number of thousands of digits is no TOMLDecodeError
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise KnownError("template_file_broken", file=file, line=line) from error


class _Reader:
    """Turns the written form into a template; whatever is wrong is told with file, clause and key."""

    def __init__(self, file: str, *, both: bool) -> None:
        self._file = file
        self._in_both = both
        self._clause = ""
        self._seen: set[str] = set()

    def template(self, written: Mapping[str, object]) -> AgreementTemplate:
        self._only(written, _TEMPLATE_KEYS)
        clauses = self._list(written, "clauses")
        if not clauses:
            raise self._wrong("clauses")
        if len(clauses) + sum(len(self._list(clause, "items")) for clause in clauses) > MOST_CLAUSES:
            raise KnownError("template_has_too_many_clauses", file=self._file, limit=MOST_CLAUSES)
        return AgreementTemplate(
            key=self._text(written, "key", needed=True),
            tier=self._code(written, "tier", AgreementTier.PROJECT),
            originals_each=self._count(written, "originals_each"),
            title=self._both(written, "title", needed=True),
            plain_title=self._both(written, "plain_title", needed=True),
            clauses=tuple(self._read_clause(clause) for clause in clauses),
        )

    def library_clause(self, written: Mapping[str, object]) -> LibraryClause:
        """A clause with the name of its variant."""
        variant = self._both(written, "variant")
        rest = {key: value for key, value in written.items() if key != "variant"}
        return LibraryClause(self._read_clause(rest), variant)

    def _read_clause(self, written: Mapping[str, object]) -> TemplateClause:
        self._clause = str(written.get("key", len(self._seen) + 1))
        self._only(written, _CLAUSE_KEYS)
        key = self._text(written, "key", needed=True)
        if key in self._seen or len(key) > LONGEST_KEY:
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
        told = Bilingual(*(self._text(pair, language, needed=self._in_both) for language in ("zh", "en")))
        if needed and not told:
            raise self._wrong(key)
        return told

    def _code(self, written: Mapping[str, object], key: str, default: _Code) -> _Code:
        try:
            return type(default)(self._text(written, key) or default)
        except ValueError as error:
            raise self._wrong(key) from error

    def _count(self, written: Mapping[str, object], key: str) -> int:
        number = written.get(key)
        if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= MOST_ORIGINALS:
            raise self._wrong(key)
        return number

    def _list(self, written: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
        rows = written.get(key, [])
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            raise self._wrong(key)
        return rows

    def _wrong(self, key: str) -> KnownError:
        if not self._clause:
            return KnownError("template_head_invalid", file=self._file, key=key)
        return KnownError("template_invalid", file=self._file, clause=self._clause[:LONGEST_KEY], key=key)


def write_template(template: AgreementTemplate) -> str:
    """The text of its file: reading it gives the same template."""
    return "\n".join(_lines(template)) + "\n"


def _lines(template: AgreementTemplate) -> Iterator[str]:
    yield f"key = {_quoted(template.key)}"
    yield f"tier = {_quoted(template.tier)}"
    yield f"originals_each = {template.originals_each}"
    yield from _pair("title", template.title)
    yield from _pair("plain_title", template.plain_title)
    for clause in template.clauses:
        yield from ("", "[[clauses]]")
        yield from _clause_lines(clause)
        for item in clause.items:
            yield "[[clauses.items]]"
            yield from _clause_lines(item)


def _clause_lines(clause: TemplateClause) -> Iterator[str]:
    if clause.key:
        yield f"key = {_quoted(clause.key)}"
    if clause.kind not in (ClauseKind.ARTICLE, ClauseKind.ITEM):
        yield f"kind = {_quoted(clause.kind)}"
    if clause.condition:
        yield f"condition = {_quoted(clause.condition)}"
    yield from _pair("heading", clause.heading)
    yield from _pair("body", clause.body)


def _pair(name: str, text: Bilingual) -> Iterator[str]:
    if text:
        spoken = (("zh", text.zh), ("en", text.en))
        yield from (f"{name}.{language} = {_quoted(words)}" for language, words in spoken if words)


def _quoted(text: str) -> str:
    """A TOML string: of several lines where the text has them."""
    safe = text.replace("\\", "\\\\")
    if "\n" not in safe:
        return '"' + _without_control(safe.replace('"', '\\"')) + '"'
    return '"""\n' + _without_control(safe.replace('"""', '""\\"'), keep_lines=True) + '\n"""'


def _without_control(text: str, *, keep_lines: bool = False) -> str:
    escaped = _CONTROL.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return escaped if keep_lines else escaped.replace("\n", "\\n")
