"""Where clauses can be taken from: the templates, the clause library, and the other agreements of the meeting."""

from __future__ import annotations

from collections.abc import Iterable

from models.actions.edit_clauses import NewClause
from models.codes import ClauseKind
from models.snapshots.shapes import Agreement, Clause
from models.template_file import LibraryClause
from models.templates import AgreementTemplate, TemplateClause

LIBRARY = "library"


def clauses_of_template(template: AgreementTemplate) -> tuple[NewClause, ...]:
    """The clauses of a template, each to be added with its items."""
    return tuple(_of_template(clause, template.key) for clause in template.clauses)


def clauses_of_library(library: Iterable[LibraryClause]) -> tuple[NewClause, ...]:
    """The clauses of the library, each to be added."""
    return tuple(_of_template(one.clause, LIBRARY) for one in library)


def clauses_of_agreement(agreement: Agreement) -> tuple[NewClause, ...]:
    """The clauses of another agreement, each to be added with what lies below it."""
    return tuple(_of_agreement(clause) for clause in agreement.clauses)


def _of_template(clause: TemplateClause, template: str) -> NewClause:
    return NewClause(
        kind=clause.kind,
        key=clause.key,
        condition=clause.condition,
        heading_zh=clause.heading.zh,
        heading_en=clause.heading.en,
        body_zh=clause.body.zh,
        body_en=clause.body.en,
        library_clause=f"{template}/{clause.key}" if clause.kind is not ClauseKind.ITEM else "",
        items=tuple(_of_template(item, template) for item in clause.items),
    )


def _of_agreement(clause: Clause) -> NewClause:
    return NewClause(
        kind=clause.kind,
        key=clause.key,
        condition=clause.condition,
        heading_zh=clause.heading.zh,
        heading_en=clause.heading.en,
        body_zh=clause.body.zh,
        body_en=clause.body.en,
        items=tuple(_of_agreement(child) for child in clause.children),
    )
