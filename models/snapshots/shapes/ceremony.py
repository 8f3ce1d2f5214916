"""What happens on the stage: plaques, signing rounds, seats, the host's script."""

from __future__ import annotations

from dataclasses import dataclass

from models.codes import PlaqueAction, RoundPart, SeatLayout
from models.snapshots.shapes.people import Attendee, Organization
from models.snapshots.shapes.words import EMPTY, Bilingual


@dataclass(frozen=True, slots=True)
class Plaque:
    """A plaque and who hands it to whom."""

    id: int
    action: PlaqueAction
    text: Bilingual
    giving: Organization | None = None
    receiving: Organization | None = None
    giver: Attendee | None = None
    receiver: Attendee | None = None
    agenda_item_id: int | None = None
    remarks: Bilingual = EMPTY
    base_id: int | None = None


@dataclass(frozen=True, slots=True)
class RoundPerson:
    """Somebody on stage in a signing round."""

    attendee: Attendee
    part: RoundPart
    agreement_id: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class SigningRound:
    """Agreements signed at the same time."""

    id: int
    title: Bilingual
    agreement_ids: tuple[int, ...]
    people: tuple[RoundPerson, ...] = ()
    agenda_item_id: int | None = None
    cue: Bilingual = EMPTY
    music: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat, rows from the front, places from the audience's left."""

    row: int
    position: int
    label: str
    attendee: Attendee | None
    locked: bool


@dataclass(frozen=True, slots=True)
class SeatPlan:
    """A drawing of seats."""

    id: int
    layout: SeatLayout
    title: Bilingual
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class CueLine:
    """A line of the host's script."""

    text: Bilingual
    props: Bilingual
    minutes: int | None
    agenda_item_id: int | None = None
    round_id: int | None = None
    id: int = 0
