"""What a template asks that no record holds: the court, the kind of dispatch, a switch of a clause."""

from __future__ import annotations

from collections.abc import Iterator

from models.agreement_facts import plain_name
from models.rules.clause_text import TokenKind, names_in, tokens
from models.snapshots.agreement_variables import is_answer
from models.templates import AgreementTemplate, TemplateClause

_LANGUAGES = ("zh", "en")


def questions_of(template: AgreementTemplate) -> tuple[str, ...]:
    """The names of the answers that its text and its conditions use, in order, without their language.

    Lists (goals, one a line) are answered in the agreement itself.
    """
    listed = set(_listed(template.clauses))
    asked = [plain_name(name) for language in _LANGUAGES for name in template.asks_for(language)]
    asked += [plain_name(name) for name in _conditions(template.clauses)]
    names = dict.fromkeys(name for name in asked if is_answer(name) and name.partition(".")[0] not in listed)
    return tuple(names)


def switches_of(template: AgreementTemplate) -> tuple[str, ...]:
    """The questions on whose answer a whole clause stands or falls."""
    conditions = {plain_name(name) for name in _conditions(template.clauses)}
    return tuple(name for name in questions_of(template) if name in conditions)


def _conditions(clauses: tuple[TemplateClause, ...]) -> Iterator[str]:
    for clause in clauses:
        yield from names_in(clause.condition)
        yield from _conditions(clause.items)


def _listed(clauses: tuple[TemplateClause, ...]) -> Iterator[str]:
    """The lists that texts run through, and what they call the rows of them."""
    for clause in clauses:
        for text in (clause.body.zh, clause.body.en):
            for token in tokens(text):
                if token.kind is TokenKind.FOR:
                    yield from (name.partition(".")[0] for name in names_in(token.inside))
        yield from _listed(clause.items)
