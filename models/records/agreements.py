"""Agreements: parties, clauses, copies, frozen revisions, attachments."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, Boolean, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

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
from models.records.agreement_files import Approval, ChecklistItem
from models.records.base import Record, code_of, link, long_text, owner, position, short_text


class AgreementBatch(Record):
    """Agreements of one kind signed together, of which the source may name only some (“等7家企业”)."""

    meeting_id: Mapped[int] = owner("meeting")
    position: Mapped[int] = position()
    title_zh: Mapped[str] = short_text()
    title_en: Mapped[str] = short_text()
    stated_count: Mapped[int | None] = mapped_column(default=None)
    list_complete: Mapped[bool] = mapped_column(Boolean, default=True, nullable=False)
    remarks_zh: Mapped[str] = long_text()
    remarks_en: Mapped[str] = long_text()


class Agreement(Record):
    """A text to be signed. `key` is a slug, unique within the meeting."""

    meeting_id: Mapped[int] = owner("meeting")
    batch_id: Mapped[int | None] = link("agreement_batch")
    cooperation_id: Mapped[int | None] = link("cooperation")
    position: Mapped[int] = position()
    key: Mapped[str] = mapped_column(String(100), nullable=False)
    number: Mapped[str] = short_text()  # 协议编号
    template: Mapped[str] = short_text()  # key of a built-in or own template
    tier: Mapped[AgreementTier] = code_of(AgreementTier, AgreementTier.PROJECT)
    title_zh: Mapped[str] = short_text()
    title_en: Mapped[str] = short_text()
    language: Mapped[AgreementLanguage] = code_of(AgreementLanguage, AgreementLanguage.ZH)
    prevailing_language: Mapped[str] = mapped_column(String(10), default="zh", nullable=False)
    status: Mapped[AgreementStatus] = code_of(AgreementStatus, AgreementStatus.DRAFT)
    mark: Mapped[AgreementMark] = code_of(AgreementMark, AgreementMark.NONE)  # 送审稿, 征求意见稿, 定稿
    archive_number: Mapped[str] = short_text()
    archived_on: Mapped[date | None] = mapped_column(default=None)
    confidentiality: Mapped[Confidentiality] = code_of(Confidentiality, Confidentiality.NORMAL)
    signed_on: Mapped[date | None] = mapped_column(default=None)
    signed_at_zh: Mapped[str] = short_text()  # place
    signed_at_en: Mapped[str] = short_text()
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    term_years: Mapped[int | None] = mapped_column(default=None)
    originals: Mapped[int | None] = mapped_column(default=None)  # 正本, all together
    duplicates: Mapped[int | None] = mapped_column(default=None)  # 副本
    filing_copies: Mapped[int | None] = mapped_column(default=None)  # kept by nobody of the parties: 备案
    remarks_zh: Mapped[str] = long_text()
    remarks_en: Mapped[str] = long_text()

    parties: Mapped[list[AgreementParty]] = relationship(
        cascade="all, delete-orphan", order_by="AgreementParty.position, AgreementParty.id"
    )
    areas: Mapped[list[AgreementArea]] = relationship(
        cascade="all, delete-orphan", order_by="AgreementArea.position, AgreementArea.id"
    )
    variables: Mapped[list[AgreementVariable]] = relationship(
        cascade="all, delete-orphan", order_by="AgreementVariable.position, AgreementVariable.id"
    )
    clauses: Mapped[list[Clause]] = relationship(cascade="all, delete-orphan", order_by="Clause.position, Clause.id")
    # Read only: what was frozen stays, so an agreement with revisions cannot be deleted.
    revisions: Mapped[list[Revision]] = relationship(viewonly=True, order_by="Revision.number, Revision.id")
    checklist: Mapped[list[ChecklistItem]] = relationship(
        cascade="all, delete-orphan", order_by="ChecklistItem.position, ChecklistItem.id"
    )
    approvals: Mapped[list[Approval]] = relationship(
        cascade="all, delete-orphan", order_by="Approval.position, Approval.id"
    )
    attachments: Mapped[list[Attachment]] = relationship(
        cascade="all, delete-orphan", order_by="Attachment.position, Attachment.id"
    )


class AgreementParty(Record):
    """A party in order 甲, 乙, 丙 …, with who signs for it; a witness is a party that bears no duties."""

    agreement_id: Mapped[int] = owner("agreement")
    position: Mapped[int] = position()
    organization_id: Mapped[int | None] = link("organization")
    department_zh: Mapped[str] = short_text()  # “浙江大学（环境与资源学院）”
    department_en: Mapped[str] = short_text()
    is_witness: Mapped[bool] = mapped_column(Boolean, default=False, nullable=False)  # 见证方
    signatory_id: Mapped[int | None] = link("person")
    capacity_zh: Mapped[str] = short_text()  # title under which they sign
    capacity_en: Mapped[str] = short_text()
    authorization: Mapped[str] = short_text()  # reference of the 授权委托书
    liaison_department_zh: Mapped[str] = short_text()
    liaison_department_en: Mapped[str] = short_text()
    liaison_id: Mapped[int | None] = link("person")
    liaison_phone: Mapped[str] = short_text()
    originals: Mapped[int | None] = mapped_column(default=None)
    duplicates: Mapped[int | None] = mapped_column(default=None)


class AgreementArea(Record):
    """An area of cooperation (合作领域) the agreement names."""

    agreement_id: Mapped[int] = owner("agreement")
    position: Mapped[int] = position()
    text_zh: Mapped[str] = short_text()
    text_en: Mapped[str] = short_text()


class AgreementVariable(Record):
    """A value the template asks for that no other record holds ("court", "dispatch.days_per_month")."""

    agreement_id: Mapped[int] = owner("agreement")
    position: Mapped[int] = position()
    name: Mapped[str] = short_text()
    value_zh: Mapped[str] = long_text()
    value_en: Mapped[str] = long_text()


class Clause(Record):
    """A clause in both languages; its text may hold template expressions, filled from records when printed."""

    agreement_id: Mapped[int] = owner("agreement")
    parent_id: Mapped[int | None] = link("clause")
    position: Mapped[int] = position()
    kind: Mapped[ClauseKind] = code_of(ClauseKind, ClauseKind.ARTICLE)
    key: Mapped[str] = short_text()  # name within the template, target of cross-references
    condition: Mapped[str] = short_text()  # template expression; the clause stands only when it is true
    heading_zh: Mapped[str] = short_text()
    heading_en: Mapped[str] = short_text()
    body_zh: Mapped[str] = long_text()
    body_en: Mapped[str] = long_text()
    library_clause: Mapped[str] = short_text()  # key of the library clause it came from


class Revision(Record):
    """An immutable copy of the assembled blocks. Outside undo: what was frozen stays."""

    undoable = False

    agreement_id: Mapped[int] = owner("agreement")
    number: Mapped[int] = mapped_column(default=1)
    language: Mapped[str] = mapped_column(String(20), default="zh", nullable=False)
    content_hash: Mapped[str] = mapped_column(String(64), default="", nullable=False)
    blocks: Mapped[dict[str, object]] = mapped_column(JSON, default=dict, nullable=False)
    frozen_at: Mapped[datetime | None] = mapped_column(default=None)
    author: Mapped[str] = short_text()
    note: Mapped[str] = long_text()
    name: Mapped[str] = short_text()  # as the office calls it ("sent to the university")
    kind: Mapped[RevisionKind] = code_of(RevisionKind, RevisionKind.FINAL)
    facts: Mapped[dict[str, object]] = mapped_column(JSON, default=dict, nullable=False)  # printed, by place
    terms: Mapped[dict[str, object]] = mapped_column(JSON, default=dict, nullable=False)  # clauses as they stood
    template_text: Mapped[str] = long_text()


class Attachment(Record):
    """A file beside the agreement: the scan of the signed paper. Its bytes are a kept file with this hash."""

    agreement_id: Mapped[int] = owner("agreement")
    position: Mapped[int] = position()
    name: Mapped[str] = short_text()
    kind: Mapped[KeptFileKind] = code_of(KeptFileKind, KeptFileKind.SCAN)
    media_type: Mapped[str] = short_text()
    sha256: Mapped[str] = mapped_column(String(64), default="", nullable=False)
    size: Mapped[int] = mapped_column(default=0)  # bytes
    content: Mapped[bytes | None] = mapped_column(LargeBinary, default=None)
