"""The ceremony: signing rounds, plaques, seats, the host's lines."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.codes import PlaqueAction, RoundPart, SeatLayout
from models.records.base import Record, code_of, link, long_text, owner, position, short_text


class SigningRound(Record):
    """Agreements signed at the same time."""

    meeting_id: Mapped[int] = owner("meeting")
    agenda_item_id: Mapped[int | None] = link("agenda_item")
    position: Mapped[int] = position()
    title_zh: Mapped[str] = short_text()
    title_en: Mapped[str] = short_text()
    cue_zh: Mapped[str] = long_text()
    cue_en: Mapped[str] = long_text()
    music: Mapped[str] = short_text()

    agreements: Mapped[list[RoundAgreement]] = relationship(
        cascade="all, delete-orphan", order_by="RoundAgreement.position, RoundAgreement.id"
    )
    people: Mapped[list[RoundPerson]] = relationship(
        cascade="all, delete-orphan", order_by="RoundPerson.position, RoundPerson.id"
    )


class RoundAgreement(Record):
    """An agreement of a round, at its place on the table."""

    round_id: Mapped[int] = owner("signing_round")
    agreement_id: Mapped[int] = owner("agreement")
    position: Mapped[int] = position()


class RoundPerson(Record):
    """Somebody on stage in a round: at the table, standing behind, or assisting."""

    round_id: Mapped[int] = owner("signing_round")
    attendance_id: Mapped[int] = owner("attendance")
    agreement_id: Mapped[int | None] = link("agreement")
    part: Mapped[RoundPart] = code_of(RoundPart, RoundPart.WITNESS)
    position: Mapped[int] = position()


class PlaqueAward(Record):
    """A plaque: its text, who gives and who receives it."""

    meeting_id: Mapped[int] = owner("meeting")
    agenda_item_id: Mapped[int | None] = link("agenda_item")
    base_id: Mapped[int | None] = link("base")
    position: Mapped[int] = position()
    action: Mapped[PlaqueAction] = code_of(PlaqueAction, PlaqueAction.AWARD)
    text_zh: Mapped[str] = short_text()
    text_en: Mapped[str] = short_text()
    giving_organization_id: Mapped[int | None] = link("organization")
    receiving_organization_id: Mapped[int | None] = link("organization")
    giver_id: Mapped[int | None] = link("attendance")
    receiver_id: Mapped[int | None] = link("attendance")
    remarks_zh: Mapped[str] = long_text()
    remarks_en: Mapped[str] = long_text()


class SeatPlan(Record):
    """A drawing of seats; `rules` keeps the choices (even rule, honor side) it was proposed with."""

    meeting_id: Mapped[int] = owner("meeting")
    position: Mapped[int] = position()
    layout: Mapped[SeatLayout] = code_of(SeatLayout, SeatLayout.ROSTRUM)
    title_zh: Mapped[str] = short_text()
    title_en: Mapped[str] = short_text()
    rules: Mapped[dict[str, object]] = mapped_column(JSON, default=dict, nullable=False)

    seats: Mapped[list[Seat]] = relationship(cascade="all, delete-orphan", order_by="Seat.row, Seat.position, Seat.id")


class Seat(Record):
    """A seat; rows count from the front, places from the left as the audience sees it."""

    seat_plan_id: Mapped[int] = owner("seat_plan")
    row: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = position()
    label: Mapped[str] = short_text()
    attendance_id: Mapped[int | None] = link("attendance")
    locked: Mapped[bool] = mapped_column(Boolean, default=False, nullable=False)


class CueLine(Record):
    """A line of the host's script."""

    meeting_id: Mapped[int] = owner("meeting")
    agenda_item_id: Mapped[int | None] = link("agenda_item")
    round_id: Mapped[int | None] = link("signing_round")
    position: Mapped[int] = position()
    text_zh: Mapped[str] = long_text()
    text_en: Mapped[str] = long_text()
    props_zh: Mapped[str] = short_text()
    props_en: Mapped[str] = short_text()
    minutes: Mapped[int | None] = mapped_column(default=None)
