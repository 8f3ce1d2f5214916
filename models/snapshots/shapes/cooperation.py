"""Cooperations with their joint bases and results."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from models.codes import CooperationCategory, CooperationStatus, Level, Qualifier
from models.snapshots.shapes.people import Organization, Person
from models.snapshots.shapes.words import EMPTY, Bilingual


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
