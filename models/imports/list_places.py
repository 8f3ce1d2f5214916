"""Where those an import puts on the list come to stand: on the side of their unit, behind the others of that side."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.sides import labels_of_sides, sides_named_after
from models.records import Appointment, Attendance, AttendanceAppointment, Organization, Side, SideUnit

SHORTEST = 3  # characters of a label that say where a unit belongs


class Sides:
    """The sides of a meeting by unit."""

    def __init__(self, session: Session, meeting_id: int) -> None:
        self._of_unit = _units_of_sides(session, meeting_id)
        self._labels = labels_of_sides(session, meeting_id)
        units = session.execute(select(Organization.id, Organization.parent_id, Organization.name_zh)).all()
        self._above = {unit_id: parent_id for unit_id, parent_id, _name in units if parent_id is not None}
        self._names = {unit_id: name for unit_id, _parent_id, name in units}
        self._of_attendees = _sides_of_attendees(session, meeting_id)

    def of(self, unit_id: int | None) -> int | None:
        """The side that has the unit or one above it, or is named after it; else that of the others of this unit.

        Else 上党区科学技术局 belongs to the side 上党区, 武汉大学法学院 to 武汉大学.
        """
        at, seen = unit_id, set[int]()
        while at is not None and at not in seen:
            if at in self._of_unit:
                return self._of_unit[at]
            seen.add(at)
            at = self._above.get(at)
        return self._of_attendees.get(unit_id or 0, self._by_name(self._names.get(unit_id or 0, "")))

    def _by_name(self, unit: str) -> int | None:
        """The side whose label, the longest one, the unit's name begins with."""
        begin = [label for label in self._labels if len(label) >= SHORTEST and unit.startswith(label)]
        return self._labels[max(begin, key=len)] if begin else None


def _units_of_sides(session: Session, meeting_id: int) -> dict[int, int]:
    query = select(SideUnit.organization_id, SideUnit.side_id).join(Side, Side.id == SideUnit.side_id)
    found: dict[int, int] = {}
    for unit_id, side_id in session.execute(query.where(Side.meeting_id == meeting_id).order_by(Side.position)):
        if unit_id is not None:
            found.setdefault(unit_id, side_id)
    return sides_named_after(session, meeting_id) | found


def _sides_of_attendees(session: Session, meeting_id: int) -> dict[int, int]:
    """The side on which each unit already stands; of several the first on the list."""
    here = select(Appointment.organization_id, Attendance.side_id, Attendance.rank)
    named = here.join(AttendanceAppointment, AttendanceAppointment.appointment_id == Appointment.id).join(
        Attendance, Attendance.id == AttendanceAppointment.attendance_id
    )
    held = here.join(Attendance, Attendance.person_id == Appointment.person_id)
    found: dict[int, int] = {}
    for query in (named, held):
        of_side = query.where(Attendance.meeting_id == meeting_id, Attendance.side_id.is_not(None))
        for unit_id, side_id, _rank in session.execute(of_side.order_by(Attendance.rank)):
            if unit_id is not None and side_id is not None:
                found.setdefault(unit_id, side_id)
    return found


def put_behind(listed: Sequence[Attendance], new: Sequence[Attendance]) -> None:
    """Number the list anew, each new one behind the last of its side; without a side, at the end."""
    order = list(listed)
    for side_id in dict.fromkeys(row.side_id for row in new):
        last = max((place for place, row in enumerate(order) if row.side_id == side_id), default=len(order) - 1)
        at = len(order) if side_id is None else last + 1
        order[at:at] = [row for row in new if row.side_id == side_id]
    for place, row in enumerate(order):
        if row.rank != place:
            row.rank = place
