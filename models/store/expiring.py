"""Agreements of all meetings that end soon or have ended lately: years may lie between signing and end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from models.looking import Looking, Source, looking_at
from models.office_keys import EXPIRY_DAYS
from models.snapshots.agreement_terms import SETTLED, last_day
from models.snapshots.names import both
from models.snapshots.shapes import Bilingual
from models.stored_rows import stored_rows

_COLUMNS = ("id", "meeting_id", "key", "title_zh", "title_en", "status", "starts_on", "signed_on", "ends_on")


@dataclass(frozen=True, slots=True)
class Expiring:
    """An agreement with its last day and the meeting at which it was signed."""

    agreement_id: int
    key: str
    title: Bilingual
    meeting_id: int
    meeting: Bilingual
    last_day: date


def list_expiring(source: Source, *, today: date) -> tuple[Expiring, ...]:
    """Those that end, or ended, within as many days of today as the office has set; the earliest first."""
    looking = looking_at(source)
    span = timedelta(days=_days(looking))
    found = []
    for row in stored_rows(looking, "agreement", columns=(*_COLUMNS, "term_years"), order=("id",)):
        day = last_day(row.starts_on, row.signed_on, row.ends_on, row.term_years)
        if row.status in SETTLED and day is not None and abs(day - today) <= span:
            found.append((day, row))
    ids = {row.meeting_id for _day, row in found}
    meetings = stored_rows(looking, "meeting", {"id": ids}, columns=("id", "title_zh", "title_en"), order=("id",))
    titles = {row.id: both(row, "title") for row in meetings}
    return tuple(
        Expiring(row.id, row.key, both(row, "title"), row.meeting_id, titles[row.meeting_id], day)
        for day, row in sorted(found, key=lambda one: (one[0], one[1].id))
    )


def _days(looking: Looking) -> int:
    kept = stored_rows(looking, "setting", columns=("key", "value"), order=("id",))
    value = next((row.value for row in kept if row.key == EXPIRY_DAYS.key), None)
    return value if EXPIRY_DAYS.fits(value) else EXPIRY_DAYS.default
