"""The fields of a route, a stop and a vehicle in the panel, and what they hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from exporters.documents.words import word
from models.codes import VisitPhase
from models.snapshots.shapes import Bilingual, Vehicle, VisitRoute, VisitStop
from ui.visits.words import N_
from ui.widgets.field_shapes import Field, FieldKind, FieldSection
from ui.widgets.picker_entries import Entry

Entries = Callable[[str], Sequence[Entry]]

# The panel knows its records by one number: kind and row in one.
KINDS = ("visit_route", "visit_stop", "vehicle")


def panel_id(kind: str, row_id: int) -> int:
    """The number of a record in the panel."""
    return row_id * len(KINDS) + KINDS.index(kind)


def record_of(number: int) -> tuple[str, int]:
    """Kind and row behind a number of the panel."""
    row_id, kind = divmod(number, len(KINDS))
    return KINDS[kind], row_id


def phases(language: str) -> list[tuple[VisitPhase, str]]:
    """Before, during and after the meeting."""
    return [(phase, word(phase, language)) for phase in VisitPhase]


def route_sections(people: Entries, near: Callable[[], Any]) -> tuple[FieldSection, ...]:
    """What can be said about a route."""
    return (
        FieldSection(
            "",
            (
                Field("label", N_("Name of the route"), FieldKind.BILINGUAL_LINE),
                Field("day", N_("Day"), FieldKind.DATE, near=near),
                Field("departs_at", N_("Time of departure"), FieldKind.TIME),
                Field("phase", N_("Before, during or after the meeting"), FieldKind.CHOICE, choices=phases),
                Field("departs_from", N_("Place of departure"), FieldKind.BILINGUAL_LINE),
                Field("leader_id", N_("Leader of the route"), FieldKind.PICK, entries=people),
            ),
        ),
        FieldSection(
            N_("About the route"),
            (
                Field("purpose", N_("Purpose"), FieldKind.BILINGUAL_TEXT),
                Field(
                    "participants", N_("Participants"), FieldKind.BILINGUAL_LINE, hint=N_("where no names are listed")
                ),
                Field("remarks", N_("Remarks"), FieldKind.BILINGUAL_TEXT),
            ),
        ),
    )


def stop_sections(units: Entries, people: Entries) -> tuple[FieldSection, ...]:
    """What can be said about a stop."""
    return (FieldSection("", _place_and_time(units)), FieldSection(N_("People there"), _people_there(people)))


def _place_and_time(units: Entries) -> tuple[Field, ...]:
    minutes = N_("min")
    return (
        Field("organization_id", N_("Unit"), FieldKind.PICK, entries=units, create_words=N_("Create “{text}”")),
        Field("place", N_("Place"), FieldKind.BILINGUAL_LINE, hint=N_("as the unit")),
        Field("arrive", N_("Fixed arrival"), FieldKind.TIME, hint=N_("computed")),
        Field("minutes", N_("Stay"), FieldKind.NUMBER, unit=minutes),
        Field("travel_minutes", N_("On the way"), FieldKind.NUMBER, unit=minutes),
        Field("buffer_minutes", N_("Buffer"), FieldKind.NUMBER, unit=minutes, hint=N_("boarding, photos")),
        Field("activity", N_("Activity"), FieldKind.BILINGUAL_TEXT),
    )


def _people_there(people: Entries) -> tuple[Field, ...]:
    another = N_("Use “{text}” as the name of another guide")
    return (
        Field("guide_id", N_("Guide who attends"), FieldKind.PICK, entries=people, create_words=another),
        Field("guide", N_("Other guide"), FieldKind.BILINGUAL_LINE),
        Field("contact", N_("Contact"), FieldKind.BILINGUAL_LINE),
        Field("contact_phone", N_("Phone of the contact"), masked=True),
        Field("participants", N_("Participants"), FieldKind.BILINGUAL_LINE, hint=N_("everybody on the route")),
        Field("remarks", N_("Remarks"), FieldKind.BILINGUAL_TEXT),
    )


def vehicle_sections(people: Entries) -> tuple[FieldSection, ...]:
    """What can be said about a vehicle."""
    return (
        FieldSection(
            "",
            (
                Field("label", N_("Name of the vehicle"), FieldKind.BILINGUAL_LINE),
                Field("model", N_("Kind of vehicle"), FieldKind.BILINGUAL_LINE),
                Field("plate", N_("License plate")),
                Field("seats", N_("Seats without the driver's"), FieldKind.NUMBER),
            ),
        ),
        FieldSection(
            N_("Driver and leader"),
            (
                Field("leader_id", N_("Leader of the vehicle"), FieldKind.PICK, entries=people),
                Field("driver", N_("Driver"), FieldKind.BILINGUAL_LINE),
                Field("driver_phone", N_("Phone of the driver"), masked=True),
            ),
        ),
    )


def route_values(route: VisitRoute) -> Mapping[str, Any]:
    """What is stored of a route, by column."""
    return {
        **both("label", route.label),
        "day": route.day,
        "departs_at": route.departs_at,
        "phase": route.phase,
        **both("departs_from", route.departs_from),
        "leader_id": route.leader.id if route.leader else None,
        **both("purpose", route.purpose),
        **both("participants", route.participants),
        **both("remarks", route.remarks),
    }


def stop_values(stop: VisitStop) -> Mapping[str, Any]:
    """What is stored of a stop, by column."""
    return {
        "organization_id": stop.organization.id if stop.organization else None,
        **both("place", stop.own_place),
        "arrive": stop.fixed_arrival,
        "minutes": stop.minutes,
        "travel_minutes": stop.travel_minutes,
        "buffer_minutes": stop.buffer_minutes,
        **both("activity", stop.activity),
        "guide_id": stop.guide_id,
        **both("guide", stop.own_guide),
        **both("contact", stop.contact),
        "contact_phone": stop.contact_phone,
        **both("participants", stop.participants),
        **both("remarks", stop.remarks),
    }


def vehicle_values(vehicle: Vehicle) -> Mapping[str, Any]:
    """What is stored of a vehicle, by column."""
    return {
        **both("label", vehicle.label),
        **both("model", vehicle.model),
        "plate": vehicle.plate,
        "seats": vehicle.seats,
        "leader_id": vehicle.leader.id if vehicle.leader else None,
        **both("driver", vehicle.own_driver),
        "driver_phone": vehicle.driver_phone,
    }


def both(name: str, text: Bilingual) -> dict[str, str]:
    """A text in its two columns."""
    return {f"{name}_zh": text.zh, f"{name}_en": text.en}
