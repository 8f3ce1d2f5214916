"""Looks through a template before it is kept: what cannot be read, what leads nowhere, what must not stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.codes import ClauseKind
from models.errors import KnownError
from models.rules.clause_text import KEY, condition_refers, names_in, references
from models.rules.forbidden_words import forbidden_in
from models.rules.template_faults import Fault, fault_of
from models.rules.template_text import holds, render
from models.snapshots.shapes import Bilingual
from models.templates import AgreementTemplate, TemplateClause

TITLE = "title"


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """A fault at its place. `clause` is the number of the clause from 0, `item` that of the item below it."""

    clause: int | None  # None: in the title
    item: int | None
    name: str  # heading or key of the clause
    column: str  # heading_zh, body_en, condition, key …
    line: int
    fault: Fault

    @property
    def grave(self) -> bool:
        """Whether nothing can be drafted from it; forbidden words are a warning."""
        return self.fault.code != "forbidden_words"


def clause_faults(clause: TemplateClause) -> tuple[TemplateFault, ...]:
    """Everything wrong with a clause of the library; it may refer to clauses of the agreement it will stand in."""
    parts = (clause, *clause.items)
    return tuple(fault for part in parts for fault in _clause_faults(_Place(0, None, name_of(clause, 0)), part, None))


def template_faults(template: AgreementTemplate) -> tuple[TemplateFault, ...]:
    """Everything wrong with it, in order."""
    return tuple(_faults(template))


def refuse_broken(template: AgreementTemplate) -> None:
    """KnownError template_text_wrong (template, clause, field, line, fault) for the first grave fault."""
    refuse(_faults(template), template.plain_title.pick("zh") or template.key)


def refuse(faults: Iterable[TemplateFault], title: str) -> None:
    """KnownError template_text_wrong for the first grave one; `title` of what they were found in."""
    found = next((fault for fault in faults if fault.grave), None)
    if found is not None:
        raise KnownError(
            "template_text_wrong",
            template=title,
            clause=found.name or title,
            field=found.column,
            line=found.line,
            fault=str(found.fault),
        )


def _faults(template: AgreementTemplate) -> Iterator[TemplateFault]:
    known = {clause.key for clause in template.clauses if clause.kind is ClauseKind.ARTICLE}
    for column, text in (("title", template.title), ("plain_title", template.plain_title)):
        if not text:
            yield _Place(None, None, "").fault(f"{column}_zh", 1, Fault("no_words"))
        yield from _text_faults(_Place(None, None, ""), column, text, known)
    for number, clause in enumerate(template.clauses):
        yield from _clause_faults(_Place(number, None, name_of(clause, number)), clause, known)
        for place, item in enumerate(clause.items):
            yield from _clause_faults(_Place(number, place, name_of(clause, number)), item, known)


def name_of(clause: TemplateClause, number: int) -> str:
    """What a clause is called in sentences: its heading, else its key or number."""
    return clause.heading.pick("zh") or clause.key or str(number + 1)


@dataclass(frozen=True, slots=True)
class _Place:
    clause: int | None
    item: int | None
    name: str

    def fault(self, column: str, line: int, fault: Fault) -> TemplateFault:
        return TemplateFault(self.clause, self.item, self.name, column, line, fault)


def _clause_faults(place: _Place, clause: TemplateClause, known: set[str] | None) -> Iterator[TemplateFault]:
    if clause.key and not KEY.fullmatch(clause.key):
        yield place.fault("key", 1, Fault("bad_key", clause.key))
    if not clause.heading and clause.kind in (ClauseKind.ARTICLE, ClauseKind.ANNEX):
        yield place.fault("heading_zh", 1, Fault("no_words"))
    if not clause.body and clause.kind is not ClauseKind.ANNEX:
        yield place.fault("body_zh", 1, Fault("no_words"))
    yield from _condition_faults(place, clause.condition, known)
    yield from _text_faults(place, "heading", clause.heading, known)
    yield from _text_faults(place, "body", clause.body, known)


def _condition_faults(place: _Place, condition: str, known: set[str] | None) -> Iterator[TemplateFault]:
    try:
        holds(condition, {})
    except KnownError as problem:
        yield place.fault("condition", int(problem.values.get("line") or 1), fault_of(problem))
        return
    named = (name.partition(".")[2] for name in names_in(condition) if name.startswith("article."))
    for key in named:
        if known is not None and key not in known and condition_refers(condition, key):
            yield place.fault("condition", 1, Fault("no_such_clause", key))


def _text_faults(place: _Place, column: str, text: Bilingual, known: set[str] | None) -> Iterator[TemplateFault]:
    for language, source in (("zh", text.zh), ("en", text.en)):
        name = f"{column}_{language}"
        for words in forbidden_in(source, language):
            yield place.fault(name, _line_of(source, words), Fault("forbidden_words", words))
        try:
            render(source, {})
        except KnownError as problem:
            yield place.fault(name, int(problem.values.get("line") or 1), fault_of(problem))
            continue
        for key in references(source):
            if known is not None and key not in known:
                yield place.fault(name, _line_of(source, f".{key}"), Fault("no_such_clause", key))


def _line_of(source: str, words: str) -> int:
    return source[: max(source.find(words), 0)].count("\n") + 1
