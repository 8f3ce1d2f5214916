"""A meeting as lists show it; needs no database library, so that the first list can be there before one is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.codes import DatePrecision, MeetingStatus
from models.looking import Looking
from models.snapshots.shapes import Bilingual

QUERY = """
    SELECT id, key, title_zh, title_en, starts_on, ends_on, date_precision, city_zh, city_en, status, invented,
        (SELECT count(*) FROM attendance WHERE meeting_id = meeting.id),
        (SELECT count(*) FROM agenda_item WHERE meeting_id = meeting.id),
        (SELECT count(*) FROM visit_route WHERE meeting_id = meeting.id),
        (SELECT count(*) FROM agreement WHERE meeting_id = meeting.id)
    FROM meeting ORDER BY starts_on IS NULL, starts_on DESC, id
"""


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


def list_rows(looking: Looking) -> tuple[MeetingRow, ...]:
    """All meetings, the latest first, those without a date last; one query."""
    return tuple(map(_row, looking.rows(QUERY)))


def _row(found: Sequence[Any]) -> MeetingRow:
    number, key, zh, en, first, last, precision, city_zh, city_en, status, invented, *counts = found
    return MeetingRow(
        int(str(number)),
        str(key),
        Bilingual(str(zh), str(en)),
        date.fromisoformat(str(first)) if first else None,
        date.fromisoformat(str(last)) if last else None,
        DatePrecision(str(precision)),
        Bilingual(str(city_zh), str(city_en)),
        MeetingStatus(str(status)),
        bool(invented),
        *(int(str(count)) for count in counts),
    )
