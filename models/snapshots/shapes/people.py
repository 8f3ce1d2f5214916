"""Units, people, and how they come to a meeting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from models.codes import (
    AttendanceCategory,
    OrganizationKind,
    OrganizationRole,
    Qualifier,
    Reply,
    SideKind,
)
from models.snapshots.shapes.words import EMPTY, Bilingual, PersonName


@dataclass(frozen=True, slots=True)
class Organization:
    """A unit. `name.zh` is the full registered name."""

    id: int
    name: Bilingual
    short_name: Bilingual = EMPTY
    kind: OrganizationKind = OrganizationKind.OTHER
    parent_id: int | None = None
    has_legal_personality: bool | None = None
    credit_code: str = ""
    legal_representative: PersonName | None = None
    legal_representative_title: Bilingual = EMPTY
    address: Bilingual = EMPTY
    region: Bilingual = EMPTY
    phone: str = ""
    email: str = ""
    tags: Bilingual = EMPTY
    profile: Bilingual = EMPTY
    aliases: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as known to the workspace. Phones, e-mail and identity number are unmasked: papers mask them."""

    id: int
    name: PersonName
    gender: str = ""
    academic_rank: Bilingual = EMPTY
    expertise: Bilingual = EMPTY
    phone: str = ""
    phone_2: str = ""
    email: str = ""
    identity_number: str = ""
    ethnicity: str = ""
    diet: str = ""
    aliases: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """A title at a unit, as used at this meeting."""

    organization: Organization | None
    department: Bilingual
    title: Bilingual
    id: int = field(default=0, compare=False)  # of the appointment


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column that the meeting adds to its list of attendees."""

    id: int
    label: Bilingual


@dataclass(frozen=True, slots=True)
class OwnValue:
    """What stands in such a column for one attendee."""

    column_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at the meeting, with unit and title as they are printed (overrides applied, posts joined by 、)."""

    id: int
    person: Person
    side_id: int | None
    rank: int
    category: AttendanceCategory
    unit: Bilingual
    title: Bilingual
    posts: tuple[Post, ...] = ()
    organization_id: int | None = None  # of the first post
    reply: Reply = Reply.UNKNOWN
    substitute: Person | None = None
    claimed_role: str = ""
    arrival: str = ""
    arrival_trip: str = ""
    departure: str = ""
    departure_trip: str = ""
    needs_room: bool | None = None
    room: str = ""
    roommate: str = ""
    meals: str = ""
    table_number: str = ""
    own_vehicle: str = ""
    signed_in_at: datetime | None = None
    remarks: Bilingual = EMPTY
    own: tuple[OwnValue, ...] = ()
    source: str = ""  # slip, sheet and row the entry came from
    source_text: str = ""  # the row as it stood there
    unit_override: Bilingual = EMPTY  # the words that stand in the place of the posts' at this meeting
    title_override: Bilingual = EMPTY


@dataclass(frozen=True, slots=True)
class AttendeeGroup:
    """People without names (“26 位教师代表”), or units without names (“30 家企业”)."""

    id: int
    side_id: int | None
    label: Bilingual
    stated_count: int | None = None
    qualifier: Qualifier = Qualifier.EXACT
    list_complete: bool = False
    counts_organizations: bool = False
    organization: Organization | None = None
    remarks: Bilingual = EMPTY
    source: str = ""
    source_text: str = ""


@dataclass(frozen=True, slots=True)
class OpenPlace:
    """A place at the meeting for somebody who is not named yet; `id` is the attendance's."""

    id: int
    side_id: int | None
    unit: Bilingual = EMPTY
    title: Bilingual = EMPTY
    remarks: Bilingual = EMPTY


@dataclass(frozen=True, slots=True)
class Side:
    """A delegation with its units in order."""

    id: int
    kind: SideKind
    label: Bilingual
    is_host: bool
    units: tuple[Organization, ...] = ()
    stated_headcount: int | None = None
    headcount_qualifier: Qualifier = Qualifier.EXACT
    note: Bilingual = EMPTY


@dataclass(frozen=True, slots=True)
class MeetingOrganization:
    """A unit's role for the meeting."""

    organization: Organization
    role: OrganizationRole
    note: Bilingual = EMPTY
