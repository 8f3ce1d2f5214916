"""Takes the people of reply slips into a meeting: the list, the slips kept beside it, the headers remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from models.imports.apply_import import Imported, apply_import
from models.imports.kept_slips import keep_slips
from models.imports.known_people import KnownPeople, known_people
from models.imports.plan import Decision, ImportPlan
from models.imports.slip_headers import chosen_headers, remember_headers


def import_people(
    session: Session,
    plan: ImportPlan,
    decisions: Mapping[int, Decision],
    *,
    imported_at: datetime,
    paths: Mapping[str, str] | None = None,
    progress: Callable[[int, int], object] = lambda _done, _total: None,
) -> Imported:
    """Do it all, inside one change ("import_people", count=…). `paths`: where each file of the plan lies.

    `imported_at` without a zone is local time. `progress` is told how many of how many entries are made.

    KnownError: record_gone; folder_not_writable; disk_full.
    """
    at = imported_at.astimezone(UTC)
    done = apply_import(session, plan, decisions, progress=progress)
    done.kept_slips, done.slips_not_kept = keep_slips(session, plan, paths or {}, kept_at=at)
    remember_headers(session, chosen_headers(plan))
    return done


def fits_still(session: Session, plan: ImportPlan, known: KnownPeople) -> bool:
    """Whether what the plan was made against is still what is stored, asked inside the change.

    Where it is not, two who import one slip at once would enter its people twice. KnownError: record_gone.
    """
    return known_people(session, plan.meeting_id) == known


def planned_anew(session: Session, plan: ImportPlan, known: KnownPeople) -> ImportPlan:
    """The plan against what is stored now, inside the change: two who import one slip at once enter nobody twice.

    `known`: what it was made against; where nothing has changed since, it is the same plan. KnownError: record_gone.
    """
    from models.imports.plan_import import plan_import  # late: the window writes plans, and makes none

    now = known_people(session, plan.meeting_id)
    if now == known:
        return plan
    return plan_import(plan.files, now, refused_files=plan.refused_files)
