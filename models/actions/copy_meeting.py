"""Copies a meeting as the beginning of another: what is chosen comes along, what was done there never does.

Never copied: sign-in, replies, travel and rooms of the people, signatures and revisions, what was printed, sources.
Agreements come along as drafts: their text and parties, without number, dates and place of signing; answers that
are days stay behind, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from models.actions.meetings import free_key, meeting_of
from models.codes import AgreementStatus, DatePrecision, MeetingStatus, Reply
from models.records import (
    AgendaItem,
    AgendaPresenter,
    Agreement,
    Attendance,
    AttendeeGroup,
    Meeting,
    OwnColumn,
    Record,
    VisitRoute,
)
from models.snapshots.shapes import Bilingual

Row = TypeVar("Row", bound=Record)

# An answer that is a day belongs to the one occasion: 2027年5月1日, 2027-05-01, 1 May 2027.
_A_DAY = re.compile(
    r"\s*(?:\d{4}\s*(?:年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|[-/.]\d{1,2}[-/.]\d{1,2})|\d{1,2} [A-Z][a-z]+ \d{4})\s*"
)
OWN = frozenset({"id", "version", "created_at", "updated_at"})
# What belongs to the one occasion: who came and how, what was signed and when.
LEFT_BLANK = {
    "attendance": frozenset({"claimed_role", "reply", "substitute_id", "arrival", "arrival_trip", "departure"})
    | {"departure_trip", "needs_room", "room", "roommate", "meals", "table_number", "own_vehicle", "signed_in_at"}
    | {"source", "source_text", "remarks_zh", "remarks_en"},
    "attendee_group": frozenset({"source", "source_text"}),
    "agreement": frozenset({"number", "status", "signed_on", "signed_at_zh", "signed_at_en", "starts_on", "ends_on"})
    | {"batch_id", "cooperation_id", "mark", "archive_number", "archived_on"},
    "agreement_party": frozenset({"authorization"}),
}


@dataclass(frozen=True)
class TakeAlong:
    """What comes along; presenters and passengers only where the people do."""

    sides: bool = True
    people: bool = True
    agenda: bool = True
    visits: bool = True
    vehicles: bool = True
    agreements: bool = True


@dataclass
class _Copying:
    """One copy under way: the new row of each old one, by table and old id."""

    session: Session
    meeting_id: int
    days: timedelta | None  # from the old first day to the new one
    made: dict[tuple[str, int], int] = field(default_factory=dict)

    def copy(self, row: Record, **values: Any) -> Any:
        """A new row like an old one; links to copied rows lead to the copies, days move along."""
        left = OWN | LEFT_BLANK.get(row.__tablename__, frozenset())
        names = [column.name for column in type(row).__table__.columns if column.name not in left]
        given = {name: self._moved(row, name) for name in names}
        fresh = type(row)(**(given | values))
        self.session.add(fresh)
        self.session.flush()
        self.made[row.__tablename__, row.id] = fresh.id
        return fresh

    def _moved(self, row: Record, name: str) -> Any:
        value, column = getattr(row, name), inspect(type(row)).columns[name]
        if value is None:
            return None
        if name == "meeting_id":
            return self.meeting_id
        for key in column.foreign_keys:
            table = key.column.table.name
            if table in BELONGS:
                return self.made.get((table, value))
        if isinstance(value, date) and name == "day":
            return value + self.days if self.days is not None else None
        return value


# Tables whose rows belong to one meeting: a link to one that was not copied stays empty.
BELONGS = frozenset({"meeting", "side", "attendance", "attendee_group", "agenda_item", "visit_route", "visit_stop"}) | {
    "vehicle",
    "agreement",
    "agreement_batch",
    "clause",
    "cooperation",
}


def copy_meeting(
    session: Session,
    meeting_id: int,
    *,
    title: Bilingual,
    starts_on: date | None = None,
    take: TakeAlong = TakeAlong(),
) -> int:
    """A new meeting made after another one; its id. KnownError: record_gone."""
    old = meeting_of(session, meeting_id)
    copying = _Copying(session, 0, starts_on - old.starts_on if starts_on and old.starts_on else None)
    copying.meeting_id = _new_meeting(copying, old, title, starts_on)
    if take.sides:
        _copy_sides(copying, old)
    if take.people:
        _copy_people(copying, old)
    if take.agenda:
        _copy_agenda(copying, old.id)
    if take.visits:
        _copy_routes(copying, old.id, vehicles=take.vehicles)
    if take.agreements:
        _copy_agreements(copying, old.id)
    return copying.meeting_id


def _new_meeting(copying: _Copying, old: Meeting, title: Bilingual, starts_on: date | None) -> int:
    last = starts_on + (old.ends_on - old.starts_on) if starts_on and old.ends_on and old.starts_on else None
    fresh = copying.copy(
        old,
        key=free_key(copying.session, starts_on),
        title_zh=title.zh.strip(),
        title_en=title.en.strip(),
        starts_on=starts_on,
        ends_on=last,
        date_precision=DatePrecision.DAY if starts_on else DatePrecision.UNKNOWN,
        date_note_zh="",
        date_note_en="",
        status=MeetingStatus.PREPARING,
        invented=False,
    )
    return int(fresh.id)


def _of(session: Session, record: type[Row], meeting_id: int, order: Any) -> Iterable[Row]:
    owned: Any = record
    return session.scalars(select(record).where(owned.meeting_id == meeting_id).order_by(order, owned.id)).all()


def _copy_sides(copying: _Copying, old: Meeting) -> None:
    for role in old.organizations:
        copying.copy(role)
    for side in old.sides:
        fresh = copying.copy(side, stated_headcount=None)
        for unit in side.units:
            copying.copy(unit, side_id=fresh.id)


def _copy_people(copying: _Copying, old: Meeting) -> None:
    for column in _of(copying.session, OwnColumn, old.id, OwnColumn.position):
        copying.copy(column)
    for attendance in _of(copying.session, Attendance, old.id, Attendance.rank):
        fresh = copying.copy(attendance, reply=Reply.UNKNOWN)
        for post in attendance.appointments:
            copying.copy(post, attendance_id=fresh.id)
    for group in _of(copying.session, AttendeeGroup, old.id, AttendeeGroup.position):
        copying.copy(group)


def _copy_agenda(copying: _Copying, old_id: int) -> None:
    """Parents first: a child names the copy of its parent."""
    items = list(_of(copying.session, AgendaItem, old_id, AgendaItem.position))
    waiting = sorted(items, key=lambda item: item.parent_id is not None)
    while waiting:
        ready = [one for one in waiting if one.parent_id is None or ("agenda_item", one.parent_id) in copying.made]
        for item in ready or waiting:
            fresh = copying.copy(item)
            for presenter in item.presenters:
                _copy_presenter(copying, presenter, fresh.id)
        waiting = [one for one in waiting if one not in ready] if ready else []


def _copy_presenter(copying: _Copying, presenter: AgendaPresenter, item_id: int) -> None:
    """Only one whose person or group came along."""
    keys = (("attendance", presenter.attendance_id), ("attendee_group", presenter.group_id))
    if all(number is None or (table, number) in copying.made for table, number in keys):
        copying.copy(presenter, agenda_item_id=item_id)


def _copy_routes(copying: _Copying, old_id: int, *, vehicles: bool) -> None:
    for route in _of(copying.session, VisitRoute, old_id, VisitRoute.position):
        fresh = copying.copy(route)
        for stop in route.stops:
            copying.copy(stop, route_id=fresh.id)
        for member in route.members:
            _copy_with_person(copying, member, member.attendance_id, route_id=fresh.id)
        for vehicle in route.vehicles if vehicles else ():
            made = copying.copy(vehicle, route_id=fresh.id)
            for passenger in vehicle.passengers:
                _copy_with_person(copying, passenger, passenger.attendance_id, vehicle_id=made.id)


def _copy_with_person(copying: _Copying, row: Record, attendance_id: int, **values: Any) -> None:
    if ("attendance", attendance_id) in copying.made:
        copying.copy(row, **values)


def _copy_agreements(copying: _Copying, old_id: int) -> None:
    for agreement in _of(copying.session, Agreement, old_id, Agreement.position):
        fresh = copying.copy(agreement, status=AgreementStatus.DRAFT)
        answers = [one for one in agreement.variables if not _A_DAY.fullmatch(one.value_zh or one.value_en)]
        for part in (*agreement.parties, *agreement.areas, *answers):
            copying.copy(part, agreement_id=fresh.id)
        _copy_clauses(copying, agreement, fresh.id)


def _copy_clauses(copying: _Copying, agreement: Agreement, fresh_id: int) -> None:
    """Clauses below their parents, wherever they stand in the list."""
    below: Mapping[int | None, list[Any]] = {
        parent: [clause for clause in agreement.clauses if clause.parent_id == parent]
        for parent in {clause.parent_id for clause in agreement.clauses}
    }
    waiting = list(below.get(None, ()))
    while waiting:
        clause = waiting.pop(0)
        copying.copy(clause, agreement_id=fresh_id)
        waiting += below.get(clause.id, ())
