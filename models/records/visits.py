"""Visits: routes, stops, vehicles and who rides in them."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.codes import VisitPhase
from models.records.base import Record, code_of, link, long_text, owner, position, short_text


class VisitRoute(Record):
    """A route of one group on one day."""

    meeting_id: Mapped[int] = owner("meeting")
    position: Mapped[int] = position()
    label_zh: Mapped[str] = short_text()  # A线
    label_en: Mapped[str] = short_text()
    day: Mapped[date | None] = mapped_column(default=None)
    phase: Mapped[VisitPhase] = code_of(VisitPhase, VisitPhase.DURING)
    departs_at: Mapped[time | None] = mapped_column(default=None)
    departs_from_zh: Mapped[str] = short_text()
    departs_from_en: Mapped[str] = short_text()
    participants_zh: Mapped[str] = short_text()  # "部分教师": who goes, where no list exists
    participants_en: Mapped[str] = short_text()
    purpose_zh: Mapped[str] = long_text()
    purpose_en: Mapped[str] = long_text()
    leader_id: Mapped[int | None] = link("attendance")
    remarks_zh: Mapped[str] = long_text()
    remarks_en: Mapped[str] = long_text()

    stops: Mapped[list[VisitStop]] = relationship(
        cascade="all, delete-orphan", order_by="VisitStop.position, VisitStop.id"
    )
    vehicles: Mapped[list[Vehicle]] = relationship(
        cascade="all, delete-orphan", order_by="Vehicle.position, Vehicle.id"
    )
    members: Mapped[list[RouteMember]] = relationship(
        cascade="all, delete-orphan", order_by="RouteMember.position, RouteMember.id"
    )


class VisitStop(Record):
    """A stop. `arrive` is fixed if given, else computed from the stop before, its minutes, travel and buffer."""

    route_id: Mapped[int] = owner("visit_route")
    position: Mapped[int] = position()
    organization_id: Mapped[int | None] = link("organization")
    place_zh: Mapped[str] = short_text()
    place_en: Mapped[str] = short_text()
    arrive: Mapped[time | None] = mapped_column(default=None)
    minutes: Mapped[int | None] = mapped_column(default=None)
    travel_minutes: Mapped[int | None] = mapped_column(
        default=None
    )  # from the stop before, or from the departure place
    buffer_minutes: Mapped[int | None] = mapped_column(default=None)  # boarding, photos
    activity_zh: Mapped[str] = long_text()
    activity_en: Mapped[str] = long_text()
    guide_id: Mapped[int | None] = link("attendance")
    guide_zh: Mapped[str] = short_text()  # 讲解员 who is not an attendee
    guide_en: Mapped[str] = short_text()
    contact_zh: Mapped[str] = short_text()
    contact_en: Mapped[str] = short_text()
    contact_phone: Mapped[str] = short_text()
    participants_zh: Mapped[str] = short_text()
    participants_en: Mapped[str] = short_text()
    remarks_zh: Mapped[str] = long_text()
    remarks_en: Mapped[str] = long_text()


class Vehicle(Record):
    """A vehicle of a route; `seats` without the driver's."""

    route_id: Mapped[int] = owner("visit_route")
    position: Mapped[int] = position()
    label_zh: Mapped[str] = short_text()  # 1号车
    label_en: Mapped[str] = short_text()
    model_zh: Mapped[str] = short_text()
    model_en: Mapped[str] = short_text()
    plate: Mapped[str] = short_text()
    seats: Mapped[int | None] = mapped_column(default=None)
    driver_zh: Mapped[str] = short_text()
    driver_en: Mapped[str] = short_text()
    driver_phone: Mapped[str] = short_text()
    leader_id: Mapped[int | None] = link("attendance")  # 车长

    passengers: Mapped[list[Passenger]] = relationship(
        cascade="all, delete-orphan", order_by="Passenger.position, Passenger.id"
    )


class Passenger(Record):
    """Somebody's seat in a vehicle, in seat order."""

    vehicle_id: Mapped[int] = owner("vehicle")
    attendance_id: Mapped[int] = owner("attendance")
    position: Mapped[int] = position()


class RouteMember(Record):
    """Somebody who goes on a route."""

    route_id: Mapped[int] = owner("visit_route")
    attendance_id: Mapped[int] = owner("attendance")
    position: Mapped[int] = position()
