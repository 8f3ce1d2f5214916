"""The agenda and the visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from models.codes import AgendaKind, VisitPhase
from models.snapshots.shapes.people import Attendee, AttendeeGroup, Organization
from models.snapshots.shapes.words import EMPTY, Bilingual


@dataclass(frozen=True, slots=True)
class Presenter:
    """Who presents an agenda item: exactly one of the three is given."""

    attendee: Attendee | None = None
    group: AttendeeGroup | None = None
    organization: Organization | None = None
    talk_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A step of the agenda. `start` and `end` are wall time or None; `end` is computed, also across midnight."""

    id: int
    parent_id: int | None
    day: date | None
    start: time | None
    end: time | None
    minutes: int | None
    kind: AgendaKind
    title: Bilingual
    detail: Bilingual = EMPTY
    presenters: tuple[Presenter, ...] = ()
    moderator: Attendee | None = None
    place: Bilingual = EMPTY
    materials: Bilingual = EMPTY
    talk_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class VisitStop:
    """A stop with its computed times: `arrive` and `leave` are None where nothing fixes them."""

    id: int
    organization: Organization | None
    place: Bilingual  # the unit's name where no place is given
    arrive: time | None
    leave: time | None
    minutes: int | None
    travel_minutes: int | None
    buffer_minutes: int | None
    activity: Bilingual = EMPTY
    guide: Bilingual = EMPTY  # name (and title) of whoever guides, attendee or not
    contact: Bilingual = EMPTY
    contact_phone: str = ""
    participants: Bilingual = EMPTY
    remarks: Bilingual = EMPTY
    fixed_arrival: time | None = None  # as typed; without one, `arrive` is computed
    earliest: time | None = None  # when the way there allows the arrival at the earliest
    own_place: Bilingual = EMPTY  # as typed, without the unit's name standing in
    guide_id: int | None = None  # the attendee who guides
    own_guide: Bilingual = EMPTY  # a guide who does not attend


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A vehicle with its passengers in seat order."""

    id: int
    label: Bilingual
    model: Bilingual
    plate: str
    seats: int | None
    driver: Bilingual
    driver_phone: str
    leader: Attendee | None = None
    passengers: tuple[Attendee, ...] = ()
    seat_numbers: tuple[int, ...] = ()  # of the passengers, from 0; a gap is an empty seat
    own_driver: Bilingual = EMPTY  # as typed, without pinyin standing in


@dataclass(frozen=True, slots=True)
class VisitRoute:
    """A route of one group."""

    id: int
    label: Bilingual
    day: date | None
    phase: VisitPhase
    departs_at: time | None
    departs_from: Bilingual
    participants: Bilingual
    purpose: Bilingual
    leader: Attendee | None
    stops: tuple[VisitStop, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()
    members: tuple[Attendee, ...] = ()
    remarks: Bilingual = EMPTY
