"""The frozen shapes of a meeting: what exporters, checks and widgets see instead of stored rows.

Two texts that say the same in Chinese and English are one `Bilingual`. Lists are tuples in record order. References
are resolved to shapes where a paper prints them, and kept as ids where only a link is needed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from models.codes import (
    AgendaKind,
    AgreementLanguage,
    AgreementMark,
    AgreementStatus,
    AgreementTier,
    AttendanceCategory,
    ClauseKind,
    Confidence,
    Confidentiality,
    CooperationCategory,
    CooperationStatus,
    DatePrecision,
    FactKind,
    KeptFileKind,
    Level,
    MeetingKind,
    MeetingStatus,
    OrganizationKind,
    OrganizationRole,
    PlaqueAction,
    Qualifier,
    Reply,
    RevisionKind,
    RoundPart,
    SeatLayout,
    SideKind,
    VisitPhase,
)
from models.office_keys import EXPIRY_DAYS
from models.rules.ranks import Rung


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in Chinese and English; either may be empty (unknown or not yet written)."""

    zh: str = ""
    en: str = ""

    def pick(self, language: str) -> str:
        """The text in `language` ("zh" or "en"), or the other one where it is missing."""
        return (self.en or self.zh) if language == "en" else (self.zh or self.en)

    def lacks(self, language: str) -> bool:
        """Whether something is known, but not in this language."""
        own, other = (self.en, self.zh) if language == "en" else (self.zh, self.en)
        return not own and bool(other)

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)


EMPTY = Bilingual()


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
class PersonName:
    """A name. `en` is never empty when `zh` is not: pinyin stands in, and `en_proposed` says so."""

    zh: str = ""
    en: str = ""
    en_proposed: bool = False

    def pick(self, language: str) -> str:
        """The name to print; the other language's where one is unknown."""
        return (self.en or self.zh) if language == "en" else (self.zh or self.en)


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


@dataclass(frozen=True, slots=True)
class Base:
    """A joint base; `name` is the type's name where it has none of its own."""

    id: int
    type_code: str
    type_name: Bilingual
    name: Bilingual
    level: Level = Level.NONE
    established: bool = False
    established_on: date | None = None
    annual_quota: int | None = None
    partner: Organization | None = None
    local: Organization | None = None
    remarks: Bilingual = EMPTY


@dataclass(frozen=True, slots=True)
class Outcome:
    """A measured result."""

    metric: Bilingual
    value: Decimal | None
    qualifier: Qualifier = Qualifier.EXACT
    unit: Bilingual = EMPTY
    level: Level = Level.NONE
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A dated step of a cooperation."""

    happened_on: date | None
    status: CooperationStatus
    text: Bilingual
    author: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Responsible:
    """Who answers for a cooperation."""

    person: Person | None
    organization: Organization | None
    role: Bilingual


@dataclass(frozen=True, slots=True)
class Cooperation:
    """A cooperation with its bases and results. Amount in yuan."""

    id: int
    name: Bilingual
    topic: Bilingual
    local: Organization | None
    partner: Organization | None
    partner_department: Bilingual
    lead: Organization | None
    category: CooperationCategory
    status: CooperationStatus
    level: Level
    content: Bilingual = EMPTY
    need: Bilingual = EMPTY
    expertise: Bilingual = EMPTY
    support: Bilingual = EMPTY
    amount: Decimal | None = None
    matched_on: date | None = None
    due_on: date | None = None
    targets: Bilingual = EMPTY
    progress: Bilingual = EMPTY
    problems: Bilingual = EMPTY
    next_step: Bilingual = EMPTY
    evidence: str = ""
    unresolved: Bilingual = EMPTY
    remarks: Bilingual = EMPTY
    bases: tuple[Base, ...] = ()
    responsible: tuple[Responsible, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AgreementParty:
    """A party (or a witness) and who signs for it."""

    organization: Organization | None
    department: Bilingual = EMPTY
    is_witness: bool = False
    signatory: Person | None = None
    capacity: Bilingual = EMPTY
    authorization: str = ""
    liaison_department: Bilingual = EMPTY
    liaison: Person | None = None
    liaison_phone: str = ""
    originals: int | None = None
    duplicates: int | None = None
    id: int = field(default=0, compare=False)  # of the stored row, for edits; says nothing about the party


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with its children; texts still hold template expressions."""

    id: int
    kind: ClauseKind
    key: str
    condition: str
    heading: Bilingual
    body: Bilingual
    children: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Variable:
    """A value given for a template's question."""

    name: str
    value: Bilingual


@dataclass(frozen=True, slots=True)
class Revision:
    """A frozen text of an agreement (its blocks as stored JSON)."""

    id: int
    number: int
    language: str
    content_hash: str
    blocks: dict[str, object]
    frozen_at: datetime | None
    author: str = ""
    note: str = ""
    name: str = ""
    kind: RevisionKind = RevisionKind.FINAL
    facts: dict[str, object] = field(default_factory=dict)  # what the text printed, by place
    terms: dict[str, object] = field(default_factory=dict)  # its clauses as they stood
    template_text: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """Something to be done before an agreement is signed; `key` names a usual one."""

    id: int
    key: str
    label: Bilingual
    done: bool = False
    done_by: str = ""
    done_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved a text, when, under which mark."""

    id: int
    mark: AgreementMark
    revision_number: int | None
    approved_by: str
    approved_on: date | None
    opinion: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file beside the agreement; its bytes are the kept file with this hash. `size` in bytes."""

    id: int
    name: str
    kind: KeptFileKind
    media_type: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class SealUse:
    """An entry of the register of seals (用印登记)."""

    id: int
    agreement_id: int | None
    organization: Organization | None
    document: str
    seal: str
    used_on: date | None
    pages: int | None
    copies: int | None
    across_edges: bool = False
    operator: str = ""
    approved_by: str = ""
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement with everything its paper needs."""

    id: int
    key: str
    number: str
    template: str
    tier: AgreementTier
    title: Bilingual
    language: AgreementLanguage
    prevailing_language: str
    status: AgreementStatus
    confidentiality: Confidentiality
    signed_on: date | None
    signed_at: Bilingual
    starts_on: date | None
    ends_on: date | None
    term_years: int | None
    originals: int | None
    duplicates: int | None
    filing_copies: int | None
    batch_id: int | None = None
    cooperation_id: int | None = None
    parties: tuple[AgreementParty, ...] = ()
    areas: tuple[Bilingual, ...] = ()
    variables: tuple[Variable, ...] = ()
    bases: tuple[Base, ...] = ()
    clauses: tuple[Clause, ...] = ()
    revisions: tuple[Revision, ...] = ()
    remarks: Bilingual = EMPTY
    mark: AgreementMark = AgreementMark.NONE
    archive_number: str = ""
    archived_on: date | None = None
    checklist: tuple[ChecklistItem, ...] = ()
    approvals: tuple[Approval, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    template_title: Bilingual = EMPTY  # of a template of the office's own
    frozen: Revision | None = None  # a final paper prints this text, whatever the records say by now


@dataclass(frozen=True, slots=True)
class AgreementBatch:
    """Agreements of one kind of which the source may name only some."""

    id: int
    title: Bilingual
    stated_count: int | None
    list_complete: bool
    remarks: Bilingual = EMPTY


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


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the background, with the number as the source gives it. `subject` names what it is about."""

    id: int
    kind: FactKind
    indicator: Bilingual
    text: Bilingual
    subject: Bilingual = EMPTY  # unit, person or cooperation it hangs on; empty: the meeting
    value: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: Bilingual = EMPTY
    share: Bilingual = EMPTY
    level: Level = Level.NONE
    period: Bilingual = EMPTY
    as_of: date | None = None
    examples: Bilingual = EMPTY
    list_complete: bool = True
    document_number: str = ""
    issuer: Bilingual = EMPTY
    owner: Bilingual = EMPTY
    due_on: date | None = None
    done: bool = False
    source_wording: str = ""
    agenda_item_id: int | None = None
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A report about the meeting."""

    title: str
    original_title: str = ""
    title_reading: Bilingual = EMPTY
    outlet: Bilingual = EMPTY
    published: str = ""
    authors: str = ""
    editor: str = ""
    language: str = ""
    machine_translated: bool = False
    text: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo named by a report."""

    file_name: str
    caption: Bilingual


@dataclass(frozen=True, slots=True)
class Reading:
    """A careful reading of garbled words beside the original."""

    target_kind: str
    target_label: str
    target_field: str
    original: str
    reading: Bilingual
    confidence: Confidence
    basis: str = ""
    reviewed_by: str = ""


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
