"""The stops of a route as rows of the table that can be edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from models.rules.dates import format_time
from models.rules.masking import mask_phone
from models.snapshots.shapes import Bilingual, VisitRoute, VisitStop
from ui.visits.words import N_
from ui.widgets.picker_entries import Entry
from ui.widgets.row_model import Column, EditorKind

Entries = Callable[[str], Sequence[Entry]]
BILINGUAL = frozenset({"place", "activity", "guide", "contact", "participants", "remarks"})


@dataclass(frozen=True)
class StopRow:
    """A stop with its number on the route; `late` where its fixed arrival cannot be met."""

    id: int
    number: int
    stop: VisitStop
    late: bool = False


def stop_rows(route: VisitRoute, late: frozenset[int] = frozenset()) -> tuple[StopRow, ...]:
    """The stops in order."""
    return tuple(StopRow(stop.id, number, stop, stop.id in late) for number, stop in enumerate(route.stops, 1))


def stored_column(key: str, language: str) -> str:
    """The column of the record behind a column of the table."""
    return f"{key}_{language}" if key in BILINGUAL else key


def stop_columns(units: Entries, people: Entries) -> list[Column]:
    """The columns; `units` and `people` are what the pickers offer."""
    return [
        Column("number", N_("No."), lambda row, _: str(row.number), right=True, token=_faint, handle=True),
        Column(
            "arrive", N_("Arrive"), _arrive, right=True, value=_of("fixed_arrival"), editor=EditorKind.TIME, token=_late
        ),
        Column("leave", N_("Leave"), lambda row, _: format_time(row.stop.leave), right=True, token=_soft),
        _number("minutes", N_("Stay")),
        _number("travel_minutes", N_("On the way")),
        _number("buffer_minutes", N_("Buffer")),
        _unit(units),
        _text("place", N_("Place"), lambda stop: stop.own_place, hidden=True),
        _text("activity", N_("Activity"), lambda stop: stop.activity, flexible=True),
        _guide(people),
        _text("guide", N_("Other guide"), lambda stop: stop.own_guide, hidden=True),
        _text("contact", N_("Contact"), lambda stop: stop.contact, hidden=True),
        _phone(),
        _text("participants", N_("Participants"), lambda stop: stop.participants, hidden=True),
        _text("remarks", N_("Remarks"), lambda stop: stop.remarks, hidden=True),
    ]


def _unit(units: Entries) -> Column:
    """The unit; where there is none, its place is told."""
    return Column(
        "organization_id",
        N_("Unit or place"),
        lambda row, language: row.stop.place.pick(language),
        flexible=True,
        value=lambda row, _: row.stop.organization.id if row.stop.organization else None,
        editor=EditorKind.PICK,
        entries=units,
        create_words=N_("Create “{text}”"),
    )


def _guide(people: Entries) -> Column:
    return Column(
        "guide_id",
        N_("Guide"),
        lambda row, language: row.stop.guide.pick(language),
        yielding=True,
        value=_of("guide_id"),
        editor=EditorKind.PICK,
        entries=people,
    )


def _phone() -> Column:
    return Column(
        "contact_phone",
        N_("Phone of the contact"),
        lambda row, _: mask_phone(row.stop.contact_phone),
        value=_of("contact_phone"),
        hidden=True,
        private=True,
    )


def _text(
    key: str,
    heading: str,
    text: Callable[[VisitStop], Bilingual],
    *,
    flexible: bool = False,
    yielding: bool = False,
    hidden: bool = False,
) -> Column:
    """A text in the language of the window; the other one's words stand in where it is missing."""
    return Column(
        key,
        heading,
        lambda row, language: text(row.stop).pick(language),
        value=lambda row, language: text(row.stop).en if language == "en" else text(row.stop).zh,
        flexible=flexible,
        yielding=yielding,
        hidden=hidden,
    )


def _number(key: str, heading: str) -> Column:
    return Column(
        key,
        heading,
        lambda row, _: "" if getattr(row.stop, key) is None else str(getattr(row.stop, key)),
        right=True,
        value=_of(key),
        editor=EditorKind.NUMBER,
    )


def _of(field: str) -> Callable[[StopRow, str], Any]:
    return lambda row, _language: getattr(row.stop, field)


def _arrive(row: StopRow, _language: str) -> str:
    return format_time(row.stop.arrive)


def _late(row: StopRow) -> str:
    """Computed times are soft, fixed ones ink, those that cannot be met warn."""
    if row.late:
        return "bad"
    return "ink" if row.stop.fixed_arrival is not None else "ink_soft"


def _soft(_row: StopRow) -> str:
    return "ink_soft"


def _faint(_row: StopRow) -> str:
    return "ink_faint"
