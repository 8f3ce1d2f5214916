"""What reports also hold: facts of every kind, the reports themselves, photos, and readings of garbled words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import Boolean, Numeric
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.codes import Confidence, FactKind, Level, Qualifier
from models.records.base import Record, code_of, link, long_text, owner, position, short_text
from models.records.cooperation import Outcome


class Fact(Record):
    """A typed fact attached to a meeting, a unit, a person, a cooperation or an agenda item.

    `indicator` names what is counted or said (合作高校, 国家高新技术企业); `text` is the sentence; numbers keep their
    qualifier, level, period and unit, and the examples a report names.
    """

    kind: Mapped[FactKind] = code_of(FactKind, FactKind.BACKGROUND)
    position: Mapped[int] = position()
    meeting_id: Mapped[int | None] = link("meeting")
    organization_id: Mapped[int | None] = link("organization")
    person_id: Mapped[int | None] = link("person")
    cooperation_id: Mapped[int | None] = link("cooperation")
    agenda_item_id: Mapped[int | None] = link("agenda_item")
    indicator_zh: Mapped[str] = short_text()
    indicator_en: Mapped[str] = short_text()
    text_zh: Mapped[str] = long_text()
    text_en: Mapped[str] = long_text()
    value: Mapped[Decimal | None] = mapped_column(Numeric(16, 2), default=None)
    qualifier: Mapped[Qualifier] = code_of(Qualifier, Qualifier.EXACT)
    unit_zh: Mapped[str] = short_text()
    unit_en: Mapped[str] = short_text()
    share_zh: Mapped[str] = short_text()  # “占全市1/3以上”
    share_en: Mapped[str] = short_text()
    level: Mapped[Level] = code_of(Level, Level.NONE)
    period_zh: Mapped[str] = short_text()  # “两年来”, as the source says it
    period_en: Mapped[str] = short_text()
    as_of: Mapped[date | None] = mapped_column(default=None)
    examples_zh: Mapped[str] = long_text()  # named examples, joined by 、
    examples_en: Mapped[str] = long_text()
    list_complete: Mapped[bool] = mapped_column(Boolean, default=True, nullable=False)
    document_number: Mapped[str] = short_text()  # 莲科〔2018〕26号
    issuer_zh: Mapped[str] = short_text()
    issuer_en: Mapped[str] = short_text()
    owner_zh: Mapped[str] = short_text()  # who does a next step
    owner_en: Mapped[str] = short_text()
    due_on: Mapped[date | None] = mapped_column(default=None)
    done: Mapped[bool] = mapped_column(Boolean, default=False, nullable=False)
    source_wording: Mapped[str] = long_text()

    outcomes: Mapped[list[Outcome]] = relationship(
        cascade="all, delete-orphan", order_by="Outcome.position, Outcome.id", foreign_keys="Outcome.fact_id"
    )


class SourceDocument(Record):
    """A report about the meeting: where it stood, who wrote it."""

    meeting_id: Mapped[int] = owner("meeting")
    position: Mapped[int] = position()
    title: Mapped[str] = short_text()
    original_title: Mapped[str] = short_text()
    title_reading_zh: Mapped[str] = short_text()
    title_reading_en: Mapped[str] = short_text()
    outlet_zh: Mapped[str] = short_text()
    outlet_en: Mapped[str] = short_text()
    published: Mapped[str] = short_text()  # as printed: a date, or date and time
    authors: Mapped[str] = short_text()
    editor: Mapped[str] = short_text()
    language: Mapped[str] = short_text()
    machine_translated: Mapped[bool] = mapped_column(Boolean, default=False, nullable=False)
    text: Mapped[str] = long_text()
    notes: Mapped[str] = long_text()


class Photo(Record):
    """A photo named by a report, with its caption."""

    meeting_id: Mapped[int] = owner("meeting")
    position: Mapped[int] = position()
    file_name: Mapped[str] = short_text()
    caption_zh: Mapped[str] = short_text()
    caption_en: Mapped[str] = short_text()


class Reading(Record):
    """A careful reading of garbled words, kept beside the original.

    `target` names the record and field the reading went into, in words a clerk can follow ("person", "title").
    """

    meeting_id: Mapped[int] = owner("meeting")
    position: Mapped[int] = position()
    target_kind: Mapped[str] = short_text()  # "organization", "person", "cooperation", "fact" …
    target_label: Mapped[str] = short_text()  # what the record is called
    target_field: Mapped[str] = short_text()
    original: Mapped[str] = long_text()
    reading_zh: Mapped[str] = long_text()
    reading_en: Mapped[str] = long_text()
    confidence: Mapped[Confidence] = code_of(Confidence, Confidence.UNRESOLVED)
    basis: Mapped[str] = long_text()
    reviewed_by: Mapped[str] = short_text()
