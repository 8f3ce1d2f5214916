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


def delete_library_clause(session: Session, key: str, variant: str) -> None:
    """Delete all editions of a variant. KnownError: record_gone."""
    query = select(LibraryClause).where(LibraryClause.key == key, LibraryClause.variant == variant_name(variant))
    rows = list(session.scalars(query))
    if not rows:
        raise KnownError("record_gone", record="library_clause", number="")
    for row in rows:
        session.delete(row)
    session.flush()


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
