"""Units: governments, universities, colleges, enterprises, associations."""

from __future__ import annotations

from sqlalchemy import Boolean
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.codes import OrganizationKind
from models.records.base import Record, code_of, link, long_text, owner, position, short_text


class Organization(Record):
    """A unit as it signs and is printed. `name_zh` is the full registered name."""

    name_zh: Mapped[str] = short_text()
    name_en: Mapped[str] = short_text()
    short_name_zh: Mapped[str] = short_text()
    short_name_en: Mapped[str] = short_text()
    kind: Mapped[OrganizationKind] = code_of(OrganizationKind, OrganizationKind.OTHER)
    parent_id: Mapped[int | None] = link("organization")
    has_legal_personality: Mapped[bool | None] = mapped_column(Boolean, default=None, nullable=True)
    credit_code: Mapped[str] = short_text()  # unified social credit code, GB 32100-2015; checked, never refused
    legal_representative_id: Mapped[int | None] = link("person")
    legal_representative_title_zh: Mapped[str] = short_text()
    legal_representative_title_en: Mapped[str] = short_text()
    address_zh: Mapped[str] = short_text()
    address_en: Mapped[str] = short_text()
    region_zh: Mapped[str] = short_text()
    region_en: Mapped[str] = short_text()
    phone: Mapped[str] = short_text()
    email: Mapped[str] = short_text()
    tags_zh: Mapped[str] = short_text()  # 985工程、211工程、双一流
    tags_en: Mapped[str] = short_text()
    profile_zh: Mapped[str] = long_text()
    profile_en: Mapped[str] = long_text()
    notes: Mapped[str] = long_text()

    aliases: Mapped[list[OrganizationAlias]] = relationship(
        cascade="all, delete-orphan", order_by="OrganizationAlias.position, OrganizationAlias.id"
    )


class OrganizationAlias(Record):
    """Another spelling under which the unit appears on slips and in reports."""

    organization_id: Mapped[int] = owner("organization")
    position: Mapped[int] = position()
    alias: Mapped[str] = short_text()
    language: Mapped[str] = short_text()  # zh, en
    note: Mapped[str] = short_text()
