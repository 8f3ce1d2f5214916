"""How an agreement's clauses are numbered, and the names that depend on it in their texts.

A clause whose condition does not hold is left out and the rest move up, so that “见本协议第十七条” stays right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.codes import ClauseKind
from models.rules.numerals import chinese_number, clause_number, item_number
from models.rules.template_text import holds
from models.snapshots.shapes import Agreement, Clause
from resources.languages import translator

SIDES = {"zh": ("双方", "三方", "各方"), "en": ("both Parties", "all three Parties", "all Parties")}


def standing(clauses: tuple[Clause, ...], values: Mapping[str, object]) -> Iterator[Clause]:
    """The clauses whose condition holds, in order. KnownError of the template's rules."""
    return (clause for clause in clauses if holds(clause.condition, values))


def article_numbers(agreement: Agreement, values: Mapping[str, object], language: str) -> dict[str, str]:
    """Clause key → “第十七条” / “Article 17”, for cross-references ({{ article.term }})."""
    articles = (clause for clause in standing(agreement.clauses, values) if clause.kind is ClauseKind.ARTICLE)
    return {clause.key: clause_number(n, language) for n, clause in enumerate(articles, start=1) if clause.key}


def tree_numbers(agreement: Agreement, values: Mapping[str, object], language: str) -> dict[int, str]:
    """Clause id → what stands before it on paper: 第三条 / Article 3, （一）, 1., 附件2; nothing for recitals.

    A clause that does not stand, or lies below one, has no entry. KnownError of the template's rules.
    """
    return dict(_numbered_below(agreement.clauses, values, language, 0))


def _numbered_below(
    clauses: tuple[Clause, ...], values: Mapping[str, object], language: str, depth: int
) -> Iterator[tuple[int, str]]:
    counted: dict[ClauseKind, int] = {}
    for clause in standing(clauses, values):
        kind = clause.kind if depth == 0 else ClauseKind.ITEM
        counted[kind] = counted.get(kind, 0) + 1
        yield clause.id, _mark(kind, counted[kind], language, depth)
        yield from _numbered_below(clause.children, values, language, depth + 1)


def _mark(kind: ClauseKind, n: int, language: str, depth: int) -> str:
    if depth:
        return item_number(n, language) if depth == 1 else f"{n}."
    if kind is ClauseKind.ARTICLE:
        return clause_number(n, language)
    return translator(language).gettext("Annex {number}").format(number=n) if kind is ClauseKind.ANNEX else ""


def reading_values(agreement: Agreement, values: Mapping[str, object], language: str) -> dict[str, object]:
    """The names a clause may use: those of the records, the clause numbers, and how many sides there are."""
    parties = sum(not party.is_witness for party in agreement.parties)
    word = min(max(parties, 2), 4) - 2
    zh = f"{chinese_number(parties)}方" if 3 < parties <= 10 else SIDES["zh"][word]  # 各方各执 would read badly
    sides: dict[str, object] = {"sides_zh": zh, "sides_en": SIDES["en"][word]}
    named = {**values, **sides}
    return {**named, "article": article_numbers(agreement, named, language)}
