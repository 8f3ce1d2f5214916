"""The stops of all visit routes as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.rules.dates import format_time
from models.rules.masking import mask_phone
from models.snapshots.shapes import MeetingSnapshot, VisitRoute, VisitStop
from ui.widgets.row_model import Column


def N_(message: str) -> str:
    """Mark a message; the model translates it."""
    return message


@dataclass(frozen=True)
class StopRow:
    """A stop of a route; a route without stops is one row with none (its id is negative)."""

    id: int
    number: str
    route: VisitRoute
    stop: VisitStop | None


def stop_rows(snapshot: MeetingSnapshot) -> Sequence[StopRow]:
    """Route by route, stop by stop."""
    rows = []
    for each in snapshot.routes:
        rows += [StopRow(stop.id, str(number), each, stop) for number, stop in enumerate(each.stops, 1)]
        if not each.stops:
            rows.append(StopRow(-each.id, "", each, None))
    return rows


def route(row: StopRow, language: str) -> str:
    """The name of the route."""
    return row.route.label.pick(language)


def guide(row: StopRow, language: str) -> str:
    """Who guides there."""
    return row.stop.guide.pick(language) if row.stop else ""


def place(row: StopRow, language: str) -> str:
    """Where."""
    return row.stop.place.pick(language) if row.stop else ""


def minutes(row: StopRow, _language: str) -> str:
    """How long the stop takes."""
    return "" if row.stop is None or row.stop.minutes is None else str(row.stop.minutes)


def travel(row: StopRow, _language: str) -> str:
    """Minutes on the way to the stop."""
    return "" if row.stop is None or row.stop.travel_minutes is None else str(row.stop.travel_minutes)


def activity(row: StopRow, language: str) -> str:
    """What is done there."""
    return row.stop.activity.pick(language) if row.stop else ""


def contact(row: StopRow, language: str) -> str:
    """Whom to call there, the phone masked."""
    if row.stop is None:
        return ""
    return " ".join(filter(None, (row.stop.contact.pick(language), mask_phone(row.stop.contact_phone))))


COLUMNS = (
    Column("route", N_("Route"), route, token=lambda _: "ink_soft", yielding=True),
    Column("number", N_("No."), lambda row, _: row.number, right=True, token=lambda _: "ink_faint"),
    Column("arrive", N_("Arrive"), lambda row, _: format_time(row.stop.arrive) if row.stop else "", right=True),
    Column("leave", N_("Leave"), lambda row, _: format_time(row.stop.leave) if row.stop else "", right=True),
    Column("minutes", N_("Minutes"), minutes, right=True),
    Column("travel", N_("On the way"), travel, right=True),
    Column("place", N_("Stop"), place, flexible=True),
    Column("activity", N_("Activity"), activity, flexible=True),
    Column("guide", N_("Guide"), guide, yielding=True),
)
