"""Agreements, their texts, and what lies beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from models.codes import (
    AgreementLanguage,
    AgreementMark,
    AgreementStatus,
    AgreementTier,
    ClauseKind,
    Confidentiality,
    KeptFileKind,
    RevisionKind,
)
from models.snapshots.shapes.cooperation import Base
from models.snapshots.shapes.people import Organization, Person
from models.snapshots.shapes.words import EMPTY, Bilingual


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
    blocks: Mapping[str, object]
    frozen_at: datetime | None
    author: str = ""
    note: str = ""
    name: str = ""
    kind: RevisionKind = RevisionKind.FINAL
    facts: Mapping[str, object] = field(default_factory=dict)  # what the text printed, by place
    terms: Mapping[str, object] = field(default_factory=dict)  # its clauses as they stood
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
