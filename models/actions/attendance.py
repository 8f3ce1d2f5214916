"""Who is on the list of a meeting, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_class, record_of
from models.actions.people import OWN, CellChange, attendance_of, group_of, set_cells
from models.actions.people_posts import used_posts
from models.actions.row_order import moved_before, number
from models.actions.sides import side_of, sides_of_units
from models.errors import KnownError
from models.new_people import NewPerson
from models.records import (
    AgendaPresenter,
    Appointment,
    Attendance,
    AttendanceAppointment,
    AttendeeGroup,
    Organization,
    OwnValue,
    Person,
    Record,
)
from models.rules.person_names import is_han
from models.rules.search_text import folded

POST_COLUMNS = ("department_zh", "department_en", "title_zh", "title_en")


def add_person(
    session: Session, meeting_id: int, *, name: str = "", before_id: int | None = None, side_id: int | None = None
) -> int:
    """A new person on the list, before another one or at the end; the attendance's id. Latin names are English ones."""
    plain = name.strip()
    column = "name_zh" if any(map(is_han, plain)) or not plain else "name_en"
    return _add(session, meeting_id, Person(**{column: plain}), before_id=before_id, side_id=side_id)


def add_known_person(
    session: Session, meeting_id: int, person_id: int, *, before_id: int | None = None, side_id: int | None = None
) -> int:
    """Somebody whom the workspace knows, on the list; its new id. KnownError: record_gone, already_listed (name)."""
    person = record_of(session, "person", person_id)
    assert isinstance(person, Person)
    if any(row.person_id == person_id for row in _list(session, meeting_id)):
        raise KnownError("already_listed", name=person.name_zh or person.name_en)
    return _add(session, meeting_id, person, before_id=before_id, side_id=side_id)


def add_named(session: Session, meeting_id: int, *, name: str, language: str) -> int:
    """Somebody known who is called exactly so in a language, the first of several; else a new person. Their new id.

    KnownError: already_listed (name).
    """
    wanted = folded(name)
    named = select(Person.id, Person.name_zh, Person.name_en).order_by(Person.id)
    for person_id, zh, en in session.execute(named) if wanted else ():
        if folded((en or zh) if language == "en" else (zh or en)) == wanted:
            return add_known_person(session, meeting_id, person_id)
    return add_person(session, meeting_id, name=name)


def add_people(session: Session, meeting_id: int, people: Sequence[NewPerson]) -> tuple[int, ...]:
    """Several new people at the end of the list, with their columns; units that are not known yet are made once.

    Rows are made whole and written together: five thousand pasted ones take seconds, not minutes.
    """
    units = {name: organization_named(session, name) for name in dict.fromkeys(p.unit_name for p in people) if name}
    first = len(_list(session, meeting_id))
    persons = [_person_of(given, units.get(given.unit_name)) for given in people]
    session.add_all(persons)
    session.flush()
    made = [
        Attendance(
            meeting_id=meeting_id,
            person_id=person.id,
            rank=first + place,
            own_values=_own_values(given.values),
            **_columns_of(Attendance, given.values),
        )
        for place, (given, person) in enumerate(zip(people, persons, strict=True))
    ]
    sides = sides_of_units(session, meeting_id)
    for row, person in zip(made, persons, strict=True):
        if row.side_id is None:
            row.side_id = side_of(session, sides, (post.organization_id for post in person.appointments))
    session.add_all(made)
    session.flush()
    return tuple(row.id for row in made)


def _person_of(given: NewPerson, made_unit_id: int | None) -> Person:
    """A person with the one post that is known."""
    post = {key: given.values[key] for key in POST_COLUMNS if key in given.values}
    unit_id = given.values.get("unit") if made_unit_id is None else made_unit_id
    posts = [Appointment(organization_id=unit_id, **post)] if post or unit_id is not None else []
    return Person(appointments=posts, **_columns_of(Person, given.values))


def _columns_of(kind: type[Record], values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key in inspect(kind).columns}


def _own_values(values: Mapping[str, Any]) -> list[OwnValue]:
    own = {int(key.removeprefix(OWN)): text for key, text in values.items() if key.startswith(OWN) and text}
    return [OwnValue(column_id=column_id, text=str(text)) for column_id, text in own.items()]


def organization_named(session: Session, name: str) -> int:
    """The unit of this name, made where there is none; its id."""
    plain = name.strip()
    column = Organization.name_zh if any(map(is_han, plain)) else Organization.name_en
    found = session.scalar(select(Organization.id).where(column == plain).order_by(Organization.id))
    return found if found is not None else create_organization(session, name=plain)


def create_organization(session: Session, *, name: str) -> int:
    """A new unit of which only the name is known; its id."""
    column = "name_zh" if any(map(is_han, name)) else "name_en"
    unit = Organization(**{column: name.strip()})
    session.add(unit)
    session.flush()
    return unit.id


def create_unit_of(session: Session, row_id: int, *, name: str, seen: int | None) -> int:
    """A new unit, and at once that of an attendee (or, with a minus, of a group)."""
    unit_id = organization_named(session, name)
    set_cells(session, (CellChange(row_id, "unit", seen, unit_id),))
    return unit_id


def add_group(session: Session, meeting_id: int, *, label: str, side_id: int | None = None) -> int:
    """A group without names, at the end; its id."""
    column = "label_zh" if any(map(is_han, label)) or not label else "label_en"
    place = len(_groups(session, meeting_id))
    group = AttendeeGroup(meeting_id=meeting_id, side_id=side_id, position=place, **{column: label.strip()})
    session.add(group)
    session.flush()
    return group.id


def remove_rows(session: Session, meeting_id: int, row_ids: Sequence[int]) -> int:
    """Take people (and, with a minus, groups) off the list and out of everything that names them; how many places.

    The people themselves stay known to the workspace.
    """
    people = [attendance_of(session, row_id) for row_id in row_ids if row_id > 0]
    groups = [group_of(session, -row_id) for row_id in row_ids if row_id < 0]
    freed = release(session, people) + release(session, groups)
    for row in (*people, *groups):
        session.delete(row)
    session.flush()
    _number(_list(session, meeting_id))
    return freed


def move_rows(session: Session, meeting_id: int, row_ids: Sequence[int], *, before_id: int | None) -> None:
    """Put people before another one, None: at the end; groups among groups."""
    people, groups = {row for row in row_ids if row > 0}, {-row for row in row_ids if row < 0}
    if people:
        listed = {row.id: row for row in _list(session, meeting_id)}
        before = before_id if before_id is not None and before_id > 0 else None
        places = [_Place(row.id, row.rank) for row in listed.values()]
        _number([listed[place.id] for place in moved_before(places, people, before)])
    if groups:
        own = _groups(session, meeting_id)
        above = before_id is not None and before_id > 0 and bool(own)
        target = own[0].id if above else None if before_id is None else -before_id
        number(moved_before(own, groups, target))


def order_people(session: Session, meeting_id: int, attendance_ids: Sequence[int]) -> None:
    """Put the people named into this order, within the places that they take up now; the others stay where they are."""
    rows = _list(session, meeting_id)
    known = {row.id: row for row in rows}
    wanted = iter([known[row_id] for row_id in attendance_ids if row_id in known])
    named = set(attendance_ids)
    _number([next(wanted) if row.id in named else row for row in rows])


@dataclass
class _Place:
    """A row and its place."""

    id: int
    position: int


def _number(rows: Sequence[Attendance]) -> None:
    for place, row in enumerate(rows):
        if row.rank != place:
            row.rank = place


def _add(session: Session, meeting_id: int, person: Person, *, before_id: int | None, side_id: int | None) -> int:
    session.add(person)
    session.flush()
    listed = _list(session, meeting_id)
    side = _side_for(listed, before_id) if side_id is None else side_id
    attendance = Attendance(meeting_id=meeting_id, person_id=person.id, side_id=side, rank=len(listed))
    session.add(attendance)
    session.flush()
    if side is None:
        units = (post.organization_id for post in used_posts(session, attendance))
        attendance.side_id = side_of(session, sides_of_units(session, meeting_id), units)
    if before_id is not None:
        move_rows(session, meeting_id, (attendance.id,), before_id=before_id)
    return attendance.id


def _side_for(listed: Sequence[Attendance], before_id: int | None) -> int | None:
    """Where somebody is put between others, theirs."""
    return next((row.side_id for row in listed if row.id == before_id), None)


def _list(session: Session, meeting_id: int) -> list[Attendance]:
    query = select(Attendance).where(Attendance.meeting_id == meeting_id).order_by(Attendance.rank, Attendance.id)
    return list(session.scalars(query))


def _groups(session: Session, meeting_id: int) -> list[AttendeeGroup]:
    query = select(AttendeeGroup).where(AttendeeGroup.meeting_id == meeting_id)
    return list(session.scalars(query.order_by(AttendeeGroup.position, AttendeeGroup.id)))


def naming(session: Session, rows: Sequence[Record]) -> Iterator[tuple[Record, str, int]]:
    """The rows of other tables that name one of these, each with the column by which it does, and the id it names."""
    if not rows:
        return
    target, ids = rows[0].__tablename__, [row.id for row in rows]
    for table in Record.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column.table.name == target for key in column.foreign_keys):
                kind = record_class(table.name)
                named = getattr(kind, column.name)
                for other in session.scalars(select(kind).where(named.in_(ids)).order_by(kind.id)).all():
                    yield other, column.name, getattr(other, column.name)


def release(session: Session, rows: Sequence[Record]) -> int:
    """Nobody names the rows any more: what is there for them alone goes, the rest loses the name; how many places."""
    freed = 0
    for other, column, _named in list(naming(session, rows)):
        if isinstance(other, AttendanceAppointment | OwnValue):
            continue  # deleted with its attendance
        freed += 1
        if isinstance(other, AgendaPresenter) or not inspect(type(other)).columns[column].nullable:
            session.delete(other)
        else:
            setattr(other, column, None)
    session.flush()
    return freed
