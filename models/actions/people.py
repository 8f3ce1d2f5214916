"""The cells of the people table: which row of which record each one is, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of, set_fields
from models.actions.people_posts import post_to_edit, used_posts
from models.actions.sides import side_of, sides_of_units
from models.errors import KnownError
from models.records import Appointment, Attendance, AttendeeGroup, Organization, OwnValue, Person
from models.snapshots.names import both, joined, unit_and_department
from models.snapshots.shapes import EMPTY, Bilingual

OWN = "own-"  # own-7: the meeting's own column 7
GROUP = "group-"
_POSTED = {
    "unit": "organization_id",
    "department_zh": "department_zh",
    "department_en": "department_en",
    "title_zh": "title_zh",
    "title_en": "title_en",
}
_GROUP_FIELDS = {"name_zh": "label_zh", "name_en": "label_en", "unit": "organization_id"}


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of the table: its row (an attendance, with a minus a group), column, what was seen, what is wanted."""

    row_id: int
    column: str
    before: Any
    after: Any


def set_cells(session: Session, changes: Sequence[CellChange]) -> None:
    """Write cells. KnownError: record_gone; changed_meanwhile where somebody else changed one since it was shown."""
    for change in changes:
        if change.row_id < 0:
            _set_group_field(session, change)
        else:
            _set_cell(session, change)


def _set_group_field(session: Session, change: CellChange) -> None:
    field = _GROUP_FIELDS.get(change.column, change.column)
    set_fields(session, "attendee_group", -change.row_id, {field: change.after}, expected={field: change.before})


def _set_cell(session: Session, change: CellChange) -> None:
    attendance = attendance_of(session, change.row_id)
    column, wanted, seen = change.column, {change.column: change.after}, {change.column: change.before}
    if column.startswith(OWN):
        _set_own(session, attendance, change)
    elif column in _POSTED:
        _set_posted(session, attendance, change)
    elif column in inspect(Person).columns and column not in inspect(Attendance).columns:
        set_fields(session, "person", attendance.person_id or 0, wanted, expected=seen)
    else:
        set_fields(session, "attendance", attendance.id, wanted, expected=seen)


def attendance_of(session: Session, attendance_id: int) -> Attendance:
    """The row. KnownError: record_gone."""
    row = record_of(session, "attendance", attendance_id)
    assert isinstance(row, Attendance)
    return row


def group_of(session: Session, group_id: int) -> AttendeeGroup:
    """The row. KnownError: record_gone."""
    row = record_of(session, "attendee_group", group_id)
    assert isinstance(row, AttendeeGroup)
    return row


def _set_own(session: Session, attendance: Attendance, change: CellChange) -> None:
    column_id = int(change.column.removeprefix(OWN))
    record_of(session, "own_column", column_id)
    stored = next((value for value in attendance.own_values if value.column_id == column_id), None)
    text = str(change.after or "").strip()
    _check(attendance, change, stored.text if stored else "", text)
    if stored is None and text:
        attendance.own_values.append(OwnValue(column_id=column_id, text=text))
    elif stored is not None and text:
        stored.text = text
    elif stored is not None:
        attendance.own_values.remove(stored)


def _set_posted(session: Session, attendance: Attendance, change: CellChange) -> None:
    """Unit, department and title as printed: of the post, or the words that this meeting puts in their place."""
    value = change.after.strip() if isinstance(change.after, str) else change.after
    _check(attendance, change, shown(session, attendance, change.column), value)
    write = _WRITERS.get(change.column.removesuffix("_zh").removesuffix("_en"), _set_post_field)
    write(session, attendance, change.column, value)


def shown(session: Session, attendance: Attendance, column: str) -> Any:
    """What the table shows in a cell of unit, department or title."""
    posts = used_posts(session, attendance)
    if column == "unit":
        return posts[0].organization_id if posts else None
    name, language = column.rsplit("_", 1)
    if name == "department":
        return getattr(posts[0], column) if posts else ""
    title = both(attendance, "title_override") or joined((both(post, "title") for post in posts), ", ")
    return title.zh if language == "zh" else title.en


def printed_unit(session: Session, attendance: Attendance) -> Bilingual:
    """The unit as papers print it."""
    units = (_unit_of(session, post) for post in used_posts(session, attendance))
    return both(attendance, "unit_override") or joined(units, "; ")


def _unit_of(session: Session, post: Appointment) -> Bilingual:
    unit = session.get(Organization, post.organization_id) if post.organization_id else None
    return unit_and_department(both(unit, "name") if unit else EMPTY, both(post, "department"))


def _set_unit(session: Session, attendance: Attendance, _column: str, value: Any) -> None:
    """The unit of the first post; words that stood in its place would hide it. Who has no side yet gets its."""
    if value is not None:
        record_of(session, "organization", value)
    _set_post_field(session, attendance, "unit", value)
    if attendance.side_id is None:
        attendance.side_id = side_of(session, sides_of_units(session, attendance.meeting_id), (value,))
    attendance.unit_override_zh = attendance.unit_override_en = ""


def _set_title(session: Session, attendance: Attendance, column: str, value: Any) -> None:
    """Of the one post; of several, each its own where the words tell them apart, else words for this meeting alone."""
    posts = used_posts(session, attendance)
    override = f"title_override_{column.rsplit('_', 1)[1]}"
    parts = [part.strip() for part in value.split("、")]
    if attendance.title_override_zh or attendance.title_override_en:
        setattr(attendance, override, value)
    elif len(posts) < 2:
        _set_post_field(session, attendance, column, value)
    elif column == "title_zh" and len(parts) == len(posts) and len(set(parts)) == len(parts):
        for place, part in enumerate(parts):
            if getattr(posts[place], column) != part:
                setattr(post_to_edit(session, attendance, place), column, part)
    else:
        now = joined((both(post, "title") for post in posts), ", ")
        attendance.title_override_zh, attendance.title_override_en = now.zh, now.en
        setattr(attendance, override, value)


def _set_post_field(session: Session, attendance: Attendance, column: str, value: Any) -> None:
    setattr(post_to_edit(session, attendance), _POSTED[column], value)


Writer = Callable[[Session, Attendance, str, Any], None]
_WRITERS: dict[str, Writer] = {"unit": _set_unit, "title": _set_title}


def _check(attendance: Attendance, change: CellChange, now: Any, wanted: Any) -> None:
    if now not in (change.before, wanted):
        field = _POSTED.get(change.column, "text")
        told = {"now": str(now), "typed": str(wanted)}
        raise KnownError("changed_meanwhile", record="attendance", number=attendance.id, field=field, **told)
