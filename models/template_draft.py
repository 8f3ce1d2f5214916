"""A template while it is edited: pure functions from one value to the next, and the agreement it would make.

Clauses are told apart by numbers, as those of an agreement by their ids: the third clause is 3000, its first item 3001.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from models.actions.edit_clauses import NewClause
from models.codes import (
    AgreementLanguage,
    AgreementStatus,
    AgreementTier,
    ClauseKind,
    Confidentiality,
)
from models.errors import KnownError
from models.rules.clause_text import KEY, condition_referring_to, references, referring_to
from models.snapshots.shapes import EMPTY, Agreement, AgreementParty, Bilingual, Clause
from models.templates import AgreementTemplate, TemplateClause

STEP = 1000
Change = Callable[[TemplateClause], TemplateClause]


def as_agreement(template: AgreementTemplate, like: Agreement | None = None) -> Agreement:
    """The agreement it would make of the facts of another one; without one, of none."""
    clauses = tuple(_shape(clause, (number + 1) * STEP) for number, clause in enumerate(template.clauses))
    base = like if like is not None else _blank()
    return replace(
        base,
        template=template.key,
        tier=template.tier,
        clauses=clauses,
        status=AgreementStatus.DRAFT,
        title=template.plain_title if like is None else base.title,
        frozen=None,
        revisions=(),
    )


def with_all_parties(agreement: Agreement) -> Agreement:
    """With three parties and a witness at least: a template may name them whoever signs at present."""
    signing = [party for party in agreement.parties if not party.is_witness]
    blanks = [AgreementParty(None) for _n in range(3 - len(signing))]
    witness = [party for party in agreement.parties if party.is_witness] or [AgreementParty(None, is_witness=True)]
    return replace(agreement, parties=(*signing, *blanks, *witness))


def clause_at(template: AgreementTemplate, clause_id: int) -> TemplateClause:
    """The clause or item with a number."""
    number, item = divmod(clause_id, STEP)
    clause = template.clauses[number - 1]
    return clause.items[item - 1] if item else clause


def with_text(template: AgreementTemplate, clause_id: int, column: str, text: str) -> AgreementTemplate:
    """New words for “heading_zh”, “body_en” …"""
    name, _, language = column.rpartition("_")

    def change(clause: TemplateClause) -> TemplateClause:
        if name == "heading":
            return replace(clause, heading=_told(clause.heading, language, text))
        return replace(clause, body=_told(clause.body, language, text))

    return _changed(template, clause_id, change)


def with_condition(template: AgreementTemplate, clause_id: int, condition: str) -> AgreementTemplate:
    """Another condition; an empty one: the clause always stands."""
    return _changed(template, clause_id, lambda clause: replace(clause, condition=condition.strip()))


def with_key(template: AgreementTemplate, clause_id: int, key: str) -> AgreementTemplate:
    """Another key; the references to the clause follow. KnownError: clause_key_invalid, clause_key_taken."""
    old = clause_at(template, clause_id).key
    if key == old:
        return template
    if not KEY.fullmatch(key):
        raise KnownError("clause_key_invalid", key=key)
    if any(clause.key == key for clause in template.clauses):
        raise KnownError("clause_key_taken", key=key)
    renamed = _changed(template, clause_id, lambda clause: replace(clause, key=key))
    if not old:
        return renamed
    return replace(renamed, clauses=tuple(_referring(clause, old, key) for clause in renamed.clauses))


def added(template: AgreementTemplate, clauses: Sequence[NewClause], after_id: int | None) -> AgreementTemplate:
    """More clauses behind another one, else behind the last article; keys that are taken get a number."""
    taken = {clause.key for clause in template.clauses}
    new = []
    renamed: dict[str, str] = {}
    for clause in clauses:
        key = clause.key if clause.key and clause.key not in taken else _free(taken, clause.key or "clause")
        taken.add(key)
        new.append(replace(_of_new(clause), key=key))
        if clause.key and key != clause.key:
            renamed[clause.key] = key
    for before, after in reversed(renamed.items()):  # references among the new clauses follow, term_2 before term
        new = [_referring(clause, before, after) for clause in new]
    place = _place_behind(template, after_id)
    return replace(template, clauses=(*template.clauses[:place], *new, *template.clauses[place:]))


def with_item(template: AgreementTemplate, clause_id: int) -> tuple[AgreementTemplate, int]:
    """An empty item behind the last of a clause, and its number."""
    top = clause_id // STEP * STEP
    items = clause_at(template, top).items
    item = TemplateClause("", ClauseKind.ITEM, "", EMPTY, EMPTY)
    return _changed(template, top, lambda clause: replace(clause, items=(*items, item))), top + len(items) + 1


def removed(template: AgreementTemplate, clause_id: int) -> AgreementTemplate:
    """Without a clause or item. KnownError: clause_referred_to (clause, by), template_needs_a_clause."""
    number, item = divmod(clause_id, STEP)
    if item:
        kept = tuple(one for place, one in enumerate(clause_at(template, number * STEP).items) if place != item - 1)
        return _changed(template, number * STEP, lambda clause: replace(clause, items=kept))
    gone = template.clauses[number - 1]
    others = (*template.clauses[: number - 1], *template.clauses[number:])
    if not others:
        raise KnownError("template_needs_a_clause")
    by = next((clause for clause in others if gone.key and gone.key in _referred(clause)), None)
    if by is not None:
        raise KnownError("clause_referred_to", clause=_name(gone), by=_name(by))
    return replace(template, clauses=others)


def moved(template: AgreementTemplate, clause_id: int, before_id: int | None) -> AgreementTemplate:
    """A clause before another one, or an item before another of its clause; at the end without one."""
    number, item = divmod(clause_id, STEP)
    if not item:
        before = None if before_id is None else before_id // STEP - 1
        return replace(template, clauses=_reordered(template.clauses, number - 1, before))
    if before_id is not None and (before_id // STEP != number or not before_id % STEP):
        return template
    before = None if before_id is None else before_id % STEP - 1
    return _changed(
        template, number * STEP, lambda clause: replace(clause, items=_reordered(clause.items, item - 1, before))
    )


def _reordered(rows: tuple[TemplateClause, ...], place: int, before: int | None) -> tuple[TemplateClause, ...]:
    target = len(rows) if before is None else before
    others = (*rows[:place], *rows[place + 1 :])
    target -= target > place
    return (*others[:target], rows[place], *others[target:])


def _changed(template: AgreementTemplate, clause_id: int, change: Change) -> AgreementTemplate:
    number, item = divmod(clause_id, STEP)
    clause = template.clauses[number - 1]
    if item:
        items = (*clause.items[: item - 1], change(clause.items[item - 1]), *clause.items[item:])
        new = replace(clause, items=items)
    else:
        new = change(clause)
    return replace(template, clauses=(*template.clauses[: number - 1], new, *template.clauses[number:]))


def _told(pair: Bilingual, language: str, text: str) -> Bilingual:
    words = text.strip()
    return Bilingual(pair.zh, words) if language == "en" else Bilingual(words, pair.en)


def _referring(clause: TemplateClause, old: str, new: str) -> TemplateClause:
    def told(text: Bilingual) -> Bilingual:
        return Bilingual(referring_to(text.zh, old, new), referring_to(text.en, old, new))

    return replace(
        clause,
        condition=condition_referring_to(clause.condition, old, new),
        heading=told(clause.heading),
        body=told(clause.body),
        items=tuple(_referring(item, old, new) for item in clause.items),
    )


def _referred(clause: TemplateClause) -> set[str]:
    texts = (clause.heading.zh, clause.heading.en, clause.body.zh, clause.body.en, f"{{{{ {clause.condition} }}}}")
    below = (key for item in clause.items for key in _referred(item))
    return {*(key for text in texts for key in references(text)), *below}


def _name(clause: TemplateClause) -> str:
    return clause.heading.pick("zh") or clause.key


def _free(taken: set[str], stem: str) -> str:
    keys = (stem if number == 1 else f"{stem}_{number}" for number in range(1, len(taken) + 2))
    return next(key for key in keys if key not in taken)


def _place_behind(template: AgreementTemplate, after_id: int | None) -> int:
    """Nothing goes behind an annex but annexes: new clauses stand before the first of them."""
    annexes = sum(clause.kind is ClauseKind.ANNEX for clause in template.clauses)
    last = len(template.clauses) - annexes
    return last if after_id is None else min(after_id // STEP, last)


def _of_new(clause: NewClause) -> TemplateClause:
    kind = ClauseKind.ARTICLE if clause.kind is ClauseKind.ITEM else clause.kind
    items = tuple(replace(_of_new(item), key="", kind=ClauseKind.ITEM, items=()) for item in clause.items)
    heading, body = Bilingual(clause.heading_zh, clause.heading_en), Bilingual(clause.body_zh, clause.body_en)
    return TemplateClause(clause.key, kind, clause.condition, heading, body, items)


def _shape(clause: TemplateClause, number: int) -> Clause:
    below = tuple(_shape(item, number + place) for place, item in enumerate(clause.items, 1))
    return Clause(number, clause.kind, clause.key, clause.condition, clause.heading, clause.body, below)


def _blank() -> Agreement:
    return Agreement(
        id=0,
        key="template",
        number="",
        template="",
        tier=AgreementTier.PROJECT,
        title=EMPTY,
        language=AgreementLanguage.ZH,
        prevailing_language="zh",
        status=AgreementStatus.DRAFT,
        confidentiality=Confidentiality.NORMAL,
        signed_on=None,
        signed_at=EMPTY,
        starts_on=None,
        ends_on=None,
        term_years=None,
        originals=None,
        duplicates=None,
        filing_copies=None,
    )
