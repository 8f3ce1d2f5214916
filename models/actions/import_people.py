"""Takes the people of reply slips into a meeting: the list, the slips kept beside it, the headers remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from models.imports.apply_import import Imported, apply_import
from models.imports.kept_slips import keep_slips
from models.imports.plan import Decision, ImportPlan
from models.imports.slip_headers import chosen_headers, remember_headers


def import_people(
    session: Session,
    plan: ImportPlan,
    decisions: Mapping[int, Decision],
    *,
    imported_at: datetime,
    paths: Sequence[Path] = (),
) -> Imported:
    """Do it all, inside one change ("import_people", count=…). `imported_at` in UTC; `paths`: where the files lie.

    KnownError: record_gone; folder_not_writable; disk_full.
    """
    done = apply_import(session, plan, decisions)
    done.kept_slips, done.slips_not_kept = keep_slips(session, plan, paths, kept_at=imported_at)
    remember_headers(session, chosen_headers(plan))
    return done
