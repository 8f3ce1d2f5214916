"""The office's own clauses, told apart by key and variant, kept edition by edition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.errors import KnownError
from models.records import LibraryClause
from models.rules.clause_text import KEY
from models.snapshots.shapes import Bilingual
from models.template_check import clause_faults, refuse
from models.templates import TemplateClause

LONGEST_NAME = 100


def keep_library_clause(session: Session, clause: TemplateClause, *, variant: str = "") -> int:
    """Keep a clause as the newest edition of its variant; returns the number of the edition. Items become lines.

    KnownError: library_clause_empty, clause_key_invalid (key), template_text_wrong.
    """
    whole = replace(clause, body=_with_items(clause), items=())
    if not whole.heading or not whole.body:
        raise KnownError("library_clause_empty")
    if not KEY.fullmatch(whole.key) or len(whole.key) > LONGEST_NAME:
        raise KnownError("clause_key_invalid", key=whole.key[:LONGEST_NAME])
    refuse(clause_faults(whole), whole.heading.pick("zh"))
    name = variant_name(variant)
    of_variant = (LibraryClause.key == whole.key, LibraryClause.variant == name)
    edition = (session.scalar(select(func.max(LibraryClause.edition)).where(*of_variant)) or 0) + 1
    row = LibraryClause(key=whole.key, variant=name, edition=edition, condition=whole.condition)
    row.heading_zh, row.heading_en = whole.heading.zh, whole.heading.en
    row.body_zh, row.body_en = whole.body.zh, whole.body.en
    session.add(row)
    session.flush()
    return edition


def add_library_clause(session: Session, clause: TemplateClause, *, variant: str = "") -> int:
    """Keep a clause as a new variant. KnownError: library_variant_taken (clause, variant), as `keep_library_clause`."""
    _refuse_taken(session, clause, variant_name(variant))
    return keep_library_clause(session, clause, variant=variant)


def edit_library_clause(
    session: Session, before: TemplateClause, variant: str, after: TemplateClause, *, new_variant: str
) -> int:
    """Keep other words as the next edition of a variant, under another name if it has one now; returns the edition.

    `before` is what was shown: KnownError record_gone, library_clause_newer (clause) where there is a newer edition
    by now; library_variant_taken, and as `keep_library_clause`.
    """
    name, new_name = variant_name(variant), variant_name(new_variant)
    rows = _editions(session, before.key, name)
    if not rows:
        raise KnownError("record_gone", record="library_clause", number="")
    if _words(rows[-1]) != (before.condition, before.heading, before.body):
        raise KnownError("library_clause_newer", clause=before.heading.pick("zh"))
    if new_name != name:
        _refuse_taken(session, after, new_name)
        for row in rows:
            row.variant = new_name
        session.flush()
    changed = (after.condition, after.heading, _with_items(after)) != _words(rows[-1])
    return keep_library_clause(session, after, variant=new_name) if changed else rows[-1].edition


def delete_library_clause(session: Session, key: str, variant: str) -> None:
    """Delete all editions of a variant. KnownError: record_gone."""
    rows = _editions(session, key, variant_name(variant))
    if not rows:
        raise KnownError("record_gone", record="library_clause", number="")
    for row in rows:
        session.delete(row)
    session.flush()


def _editions(session: Session, key: str, variant: str) -> list[LibraryClause]:
    """The editions of a variant, the newest last."""
    query = select(LibraryClause).where(LibraryClause.key == key, LibraryClause.variant == variant)
    return list(session.scalars(query.order_by(LibraryClause.edition)))


def _words(row: LibraryClause) -> tuple[str, Bilingual, Bilingual]:
    return row.condition, Bilingual(row.heading_zh, row.heading_en), Bilingual(row.body_zh, row.body_en)


def _refuse_taken(session: Session, clause: TemplateClause, variant: str) -> None:
    if _editions(session, clause.key, variant):
        raise KnownError("library_variant_taken", clause=clause.heading.pick("zh"), variant=variant)


def variant_name(typed: str) -> str:
    """The name of a variant as it is kept: on one line."""
    return re.sub(r"\s+", " ", typed).strip()[:LONGEST_NAME]


def free_clause_key(taken: Iterable[str], wanted: str) -> str:
    """A key for a clause: the wanted one, else a word of its own, numbered where it is taken."""
    used, stem = set(taken), wanted if KEY.fullmatch(wanted) else "clause"
    keys = (stem if number == 1 else f"{stem}_{number}" for number in range(1, len(used) + 2))
    return next(key for key in keys if key not in used)


def _with_items(clause: TemplateClause) -> Bilingual:
    """The body with the items below it as lines of their own."""
    parts = (clause.body, *(item.body for item in clause.items))
    return Bilingual(
        *("\n".join(getattr(part, name) for part in parts if getattr(part, name)) for name in ("zh", "en"))
    )
