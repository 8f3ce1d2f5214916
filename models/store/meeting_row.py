"""A meeting as lists show it; needs no database library, so that the first list can be there before one is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.codes import DatePrecision, MeetingStatus
from models.snapshots.shapes import Bilingual


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list, with counts of what it holds."""

    id: int
    key: str
    title: Bilingual
    starts_on: date | None
    ends_on: date | None
    date_precision: DatePrecision
    city: Bilingual
    status: MeetingStatus
    invented: bool
    people: int
    agenda_items: int
    routes: int
    agreements: int
