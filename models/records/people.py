"""Natural persons, their other spellings, and the posts they hold."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.records.base import Record, link, long_text, owner, position, short_text


class Person(Record):
    """A person. A Chinese name may be unknown; an English name that is empty is proposed in pinyin when printed."""

    name_zh: Mapped[str] = short_text()
    name_en: Mapped[str] = short_text()  # the person's own spelling; empty: pinyin is proposed
    family_name: Mapped[str] = short_text()  # only where the split cannot be worked out
    given_name: Mapped[str] = short_text()
    gender: Mapped[str] = short_text()  # "", "male", "female"
    academic_rank_zh: Mapped[str] = short_text()
    academic_rank_en: Mapped[str] = short_text()
    expertise_zh: Mapped[str] = long_text()
    expertise_en: Mapped[str] = long_text()
    phone: Mapped[str] = short_text()
    phone_2: Mapped[str] = short_text()
    email: Mapped[str] = short_text()
    identity_number: Mapped[str] = short_text()  # sensitive personal information (PIPL art. 28)
    ethnicity: Mapped[str] = short_text()
    diet: Mapped[str] = short_text()
    notes: Mapped[str] = long_text()

    aliases: Mapped[list[PersonAlias]] = relationship(
        cascade="all, delete-orphan", order_by="PersonAlias.position, PersonAlias.id"
    )
    appointments: Mapped[list[Appointment]] = relationship(
        cascade="all, delete-orphan", order_by="Appointment.position, Appointment.id"
    )


class PersonAlias(Record):
    """Another spelling of a person's name."""

    person_id: Mapped[int] = owner("person")
    position: Mapped[int] = position()
    alias: Mapped[str] = short_text()
    language: Mapped[str] = short_text()
    note: Mapped[str] = short_text()


class Appointment(Record):
    """A post: person × organization, with its title."""

    person_id: Mapped[int] = owner("person")
    organization_id: Mapped[int | None] = link("organization")
    position: Mapped[int] = position()
    department_zh: Mapped[str] = short_text()
    department_en: Mapped[str] = short_text()
    title_zh: Mapped[str] = short_text()
    title_en: Mapped[str] = short_text()
    valid_from: Mapped[date | None] = mapped_column(default=None)
    valid_to: Mapped[date | None] = mapped_column(default=None)
