"""What the office keeps beside the built-in templates: its own templates, edition by edition, and its own clauses."""

from __future__ import annotations

from functools import cache

from sqlalchemy import func, select
from sqlalchemy.orm import Session

import resources
from models import records
from models.codes import ClauseKind
from models.errors import KnownError
from models.records import Template
from models.snapshots.shapes import EMPTY, Bilingual
from models.template_file import LibraryClause, read_library
from models.templates import (
    KEYS,
    AgreementTemplate,
    OfficeTemplate,
    TemplateClause,
    Templates,
    builtin_template,
    template_named,
)


def all_templates(session: Session) -> Templates:
    """The built-in templates and the office's own in their newest editions, by key."""
    newest = select(Template.key, func.max(Template.edition)).group_by(Template.key)
    wanted = {row[0]: row[1] for row in session.execute(newest)}
    rows = session.scalars(select(Template).where(Template.key.in_(sorted(wanted))).order_by(Template.key))
    return Templates(tuple(_office(row) for row in rows if row.edition == wanted[row.key]))


def find_template(session: Session, key: str) -> AgreementTemplate:
    """The template to draft from. KnownError: unknown_template, and those of `read_template`."""
    own = newest_edition(session, key)
    if own is None and key in KEYS:
        return builtin_template(key)
    return template_named(key, all_templates(session).own if own is None else (own,))


def newest_edition(session: Session, key: str) -> OfficeTemplate | None:
    """The office's own template with this key, if there is one."""
    return next(iter(editions_of(session, key, most=1)), None)


def editions_of(session: Session, key: str, *, most: int | None = None) -> tuple[OfficeTemplate, ...]:
    """The editions of a template of the office's own, the newest first."""
    query = select(Template).where(Template.key == key).order_by(Template.edition.desc(), Template.id.desc())
    return tuple(map(_office, session.scalars(query.limit(most))))


@cache
def builtin_clauses() -> tuple[LibraryClause, ...]:
    """The clauses of resources/templates/clauses.toml, variants side by side. KnownError: template_unreadable, …"""
    file = resources.path("templates/clauses.toml")
    try:
        return read_library(file.read_text(encoding="utf-8"), file.name)
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError("template_unreadable", file=file.name, reason=str(error)) from error


def own_clauses(session: Session) -> tuple[LibraryClause, ...]:
    """The office's own clauses, the newest edition of each variant, by key and variant."""
    order = (records.LibraryClause.key, records.LibraryClause.variant, records.LibraryClause.edition)
    rows = session.scalars(select(records.LibraryClause).order_by(*order))
    newest = {(row.key, row.variant): row for row in rows}
    return tuple(map(_clause, newest.values()))


def _clause(row: records.LibraryClause) -> LibraryClause:
    heading, body = Bilingual(row.heading_zh, row.heading_en), Bilingual(row.body_zh, row.body_en)
    clause = TemplateClause(row.key, ClauseKind.ARTICLE, row.condition, heading, body)
    return LibraryClause(clause, Bilingual(row.variant, row.variant) if row.variant else EMPTY, own=True)


def _office(row: Template) -> OfficeTemplate:
    title = Bilingual(row.title_zh, row.title_en)
    return OfficeTemplate(row.key, row.edition, title, row.text, row.note, row.based_on, row.created_at)
