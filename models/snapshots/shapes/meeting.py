"""The meeting, whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from models.codes import Confidentiality, DatePrecision, MeetingKind, MeetingStatus
from models.office_keys import EXPIRY_DAYS
from models.rules.ranks import Rung
from models.snapshots.shapes.agreements import Agreement, AgreementBatch, SealUse
from models.snapshots.shapes.ceremony import CueLine, Plaque, SeatPlan, SigningRound
from models.snapshots.shapes.cooperation import Base, Cooperation
from models.snapshots.shapes.facts import Fact, Photo, Reading, SourceDocument
from models.snapshots.shapes.people import (
    Attendee,
    AttendeeGroup,
    MeetingOrganization,
    OpenPlace,
    Organization,
    OwnColumn,
    Side,
)
from models.snapshots.shapes.program import AgendaItem, VisitRoute
from models.snapshots.shapes.words import Bilingual


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting itself."""

    id: int
    key: str
    kinds: tuple[MeetingKind, ...]
    title: Bilingual
    theme: Bilingual
    purpose: Bilingual
    starts_on: date | None
    ends_on: date | None
    date_precision: DatePrecision
    date_note: Bilingual
    venue: Bilingual
    city: Bilingual
    status: MeetingStatus
    confidentiality: Confidentiality
    invented: bool
    notes: Bilingual
    venue_organization: Organization | None = None
    needs_english: bool = True
    personal_data_purged_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ProofTick:
    """A fact ticked on the proof sheet: void once the hash of what stands at its place is another."""

    place: str
    value_hash: str
    ticked_by: str
    ticked_at: datetime | None
    id: int = 0


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """The newest edition of an agreement template of the office's own, without its text."""

    key: str
    edition: int
    title: Bilingual
    based_on: str = ""


@dataclass(frozen=True, slots=True)
class MeetingSnapshot:
    """One meeting, whole, at one moment."""

    meeting: Meeting
    taken_at: datetime
    organizations: tuple[MeetingOrganization, ...] = ()
    sides: tuple[Side, ...] = ()
    attendees: tuple[Attendee, ...] = ()  # by rank
    groups: tuple[AttendeeGroup, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()  # parents before their children
    routes: tuple[VisitRoute, ...] = ()
    cooperations: tuple[Cooperation, ...] = ()
    bases: tuple[Base, ...] = ()  # of the meeting itself, outside cooperations and agreements
    batches: tuple[AgreementBatch, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    plaques: tuple[Plaque, ...] = ()
    rounds: tuple[SigningRound, ...] = ()
    seat_plans: tuple[SeatPlan, ...] = ()
    cue_lines: tuple[CueLine, ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: tuple[SourceDocument, ...] = ()
    photos: tuple[Photo, ...] = ()
    readings: tuple[Reading, ...] = ()
    all_organizations: tuple[Organization, ...] = field(default=())  # named units once, then those above them
    own_columns: tuple[OwnColumn, ...] = ()
    open_places: tuple[OpenPlace, ...] = ()  # by rank
    seal_uses: tuple[SealUse, ...] = ()
    proof_ticks: tuple[ProofTick, ...] = ()
    own_templates: tuple[OwnTemplate, ...] = ()  # of the office, newest editions
    rungs: tuple[Rung, ...] = ()  # the office's own table of ranks; none: the one proposed holds
    expiry_days: int = EXPIRY_DAYS.default  # before an agreement ends, from which it is brought to mind
