"""Cooperations (对接意向), the bases they build, and what became of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import Boolean, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.codes import CooperationCategory, CooperationStatus, Level, Qualifier
from models.records.base import Record, code_of, link, long_text, owner, position, short_text


class Cooperation(Record):
    """Local unit × partner unit × topic. A missing partner is legal: reports often do not name it."""

    meeting_id: Mapped[int | None] = link("meeting")
    position: Mapped[int] = position()
    name_zh: Mapped[str] = short_text()  # project name, if it has one
    name_en: Mapped[str] = short_text()
    topic_zh: Mapped[str] = short_text()
    topic_en: Mapped[str] = short_text()
    local_organization_id: Mapped[int | None] = link("organization")
    partner_organization_id: Mapped[int | None] = link("organization")
    partner_department_zh: Mapped[str] = short_text()
    partner_department_en: Mapped[str] = short_text()
    lead_organization_id: Mapped[int | None] = link("organization")  # 牵头部门
    category: Mapped[CooperationCategory] = code_of(CooperationCategory, CooperationCategory.OTHER)
    status: Mapped[CooperationStatus] = code_of(CooperationStatus, CooperationStatus.LEAD)
    level: Mapped[Level] = code_of(Level, Level.NONE)
    content_zh: Mapped[str] = long_text()  # 主要内容
    content_en: Mapped[str] = long_text()
    need_zh: Mapped[str] = long_text()  # problem to solve
    need_en: Mapped[str] = long_text()
    expertise_zh: Mapped[str] = long_text()
    expertise_en: Mapped[str] = long_text()
    support_zh: Mapped[str] = long_text()  # what the partner gives
    support_en: Mapped[str] = long_text()
    amount: Mapped[Decimal | None] = mapped_column(Numeric(16, 2), default=None)  # yuan
    matched_on: Mapped[date | None] = mapped_column(default=None)
    due_on: Mapped[date | None] = mapped_column(default=None)
    targets_zh: Mapped[str] = long_text()
    targets_en: Mapped[str] = long_text()
    progress_zh: Mapped[str] = long_text()
    progress_en: Mapped[str] = long_text()
    problems_zh: Mapped[str] = long_text()
    problems_en: Mapped[str] = long_text()
    next_step_zh: Mapped[str] = long_text()
    next_step_en: Mapped[str] = long_text()
    evidence: Mapped[str] = short_text()
    unresolved_zh: Mapped[str] = short_text()  # what the source leaves open ("合作方未说明")
    unresolved_en: Mapped[str] = short_text()
    remarks_zh: Mapped[str] = long_text()
    remarks_en: Mapped[str] = long_text()

    bases: Mapped[list[Base]] = relationship(
        cascade="all, delete-orphan", order_by="Base.position, Base.id", foreign_keys="Base.cooperation_id"
    )
    responsible: Mapped[list[CooperationResponsible]] = relationship(
        cascade="all, delete-orphan", order_by="CooperationResponsible.position, CooperationResponsible.id"
    )
    follow_ups: Mapped[list[FollowUp]] = relationship(
        cascade="all, delete-orphan", order_by="FollowUp.position, FollowUp.id"
    )
    outcomes: Mapped[list[Outcome]] = relationship(
        cascade="all, delete-orphan", order_by="Outcome.position, Outcome.id", foreign_keys="Outcome.cooperation_id"
    )


class BaseType(Record):
    """A kind of joint base; the list differs by province, so it is data (B01 … B99)."""

    code: Mapped[str] = mapped_column(String(20), unique=True, nullable=False)
    position: Mapped[int] = position()
    name_zh: Mapped[str] = short_text()
    name_en: Mapped[str] = short_text()
    aliases_zh: Mapped[str] = short_text()


class Base(Record):
    """A joint base, planned or established: of a cooperation, of an agreement, or of the meeting alone."""

    meeting_id: Mapped[int | None] = link("meeting")
    cooperation_id: Mapped[int | None] = link("cooperation")
    agreement_id: Mapped[int | None] = link("agreement")
    base_type_id: Mapped[int | None] = link("base_type")
    position: Mapped[int] = position()
    name_zh: Mapped[str] = short_text()  # empty: the type's name is the name
    name_en: Mapped[str] = short_text()
    level: Mapped[Level] = code_of(Level, Level.NONE)
    partner_organization_id: Mapped[int | None] = link("organization")
    local_organization_id: Mapped[int | None] = link("organization")
    established: Mapped[bool] = mapped_column(Boolean, default=False, nullable=False)
    established_on: Mapped[date | None] = mapped_column(default=None)
    annual_quota: Mapped[int | None] = mapped_column(default=None)
    remarks_zh: Mapped[str] = long_text()
    remarks_en: Mapped[str] = long_text()


class CooperationResponsible(Record):
    """Who answers for a cooperation on either side."""

    cooperation_id: Mapped[int] = owner("cooperation")
    person_id: Mapped[int | None] = link("person")
    organization_id: Mapped[int | None] = link("organization")
    position: Mapped[int] = position()
    role_zh: Mapped[str] = short_text()
    role_en: Mapped[str] = short_text()


class FollowUp(Record):
    """A dated step of a cooperation: a change of status keeps date, author and evidence."""

    cooperation_id: Mapped[int] = owner("cooperation")
    position: Mapped[int] = position()
    happened_on: Mapped[date | None] = mapped_column(default=None)
    status: Mapped[CooperationStatus] = code_of(CooperationStatus, CooperationStatus.LEAD)
    text_zh: Mapped[str] = long_text()
    text_en: Mapped[str] = long_text()
    author: Mapped[str] = short_text()
    evidence: Mapped[str] = short_text()


class Outcome(Record):
    """A measured result: of a cooperation, or of a fact (the outcomes of 14 commissioners, one dispatch)."""

    cooperation_id: Mapped[int | None] = link("cooperation")
    fact_id: Mapped[int | None] = link("fact")
    position: Mapped[int] = position()
    metric_zh: Mapped[str] = short_text()
    metric_en: Mapped[str] = short_text()
    value: Mapped[Decimal | None] = mapped_column(Numeric(16, 2), default=None)
    qualifier: Mapped[Qualifier] = code_of(Qualifier, Qualifier.EXACT)
    unit_zh: Mapped[str] = short_text()
    unit_en: Mapped[str] = short_text()
    level: Mapped[Level] = code_of(Level, Level.NONE)
    as_of: Mapped[date | None] = mapped_column(default=None)
