"""Whatever is done, undoing all of it and doing it again passes through exactly the same states."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete as delete_rows
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.codes import AgendaKind, Qualifier
from models.errors import KnownError
from models.records import (
    AgendaItem,
    AgendaPresenter,
    Agreement,
    AgreementParty,
    Appointment,
    Attendance,
    AttendanceAppointment,
    Clause,
    Fact,
    Meeting,
    Organization,
    Outcome,
    Person,
    PersonAlias,
    Record,
    Side,
    SideUnit,
    Vehicle,
    VisitRoute,
    VisitStop,
)
from models.store.engines import file_engine, url_engine
from models.store.location import file_of, parse_location
from models.store.workspace import Workspace, open_workspace
from tests.models.store.stored import Content, content

Choice = random.Random
Action = Callable[[Session, Choice], None]
Changes = list[tuple[int, list[Action]]]


def pick(session: Session, choice: Choice, record: type[Record]) -> Record | None:
    """Some stored row."""
    rows = session.scalars(select(record).order_by(record.id)).all()
    return choice.choice(rows) if rows else None


def picked_id(session: Session, choice: Choice, record: type[Record]) -> int | None:
    """The id of some stored row, or none."""
    row = pick(session, choice, record)
    return row.id if row else None


def add_meeting(session: Session, choice: Choice) -> None:
    side = Side(label_zh="校方", units=[SideUnit(organization_id=picked_id(session, choice, Organization))])
    session.add(Meeting(key=f"m{choice.getrandbits(60)}", sides=[side], starts_on=date(2024, 1, choice.randint(1, 28))))


def add_unit(session: Session, choice: Choice) -> None:
    session.add(Organization(name_zh=f"单位{choice.random()}", parent_id=picked_id(session, choice, Organization)))


def add_person(session: Session, choice: Choice) -> None:
    post = Appointment(title_zh="院长", organization_id=picked_id(session, choice, Organization))
    person = Person(name_zh="梁涛", appointments=[post], aliases=[PersonAlias(alias="Liang Tao")])
    session.add(person)
    session.flush()
    meeting_id = picked_id(session, choice, Meeting)
    if meeting_id:
        used = AttendanceAppointment(appointment_id=post.id)
        session.add(Attendance(meeting_id=meeting_id, person_id=person.id, appointments=[used]))


def add_agenda(session: Session, choice: Choice) -> None:
    meeting_id = picked_id(session, choice, Meeting)
    if meeting_id:
        presenter = AgendaPresenter(attendance_id=picked_id(session, choice, Attendance))
        parent_id = picked_id(session, choice, AgendaItem)
        start = time(choice.randint(0, 23), 5)
        session.add(AgendaItem(meeting_id=meeting_id, parent_id=parent_id, start=start, presenters=[presenter]))


def add_route(session: Session, choice: Choice) -> None:
    meeting_id = picked_id(session, choice, Meeting)
    if meeting_id:
        stops = [VisitStop(position=place, minutes=choice.randint(1, 90)) for place in range(3)]
        session.add(VisitRoute(meeting_id=meeting_id, stops=stops, vehicles=[Vehicle(seats=19)]))


def add_agreement(session: Session, choice: Choice) -> None:
    meeting_id = picked_id(session, choice, Meeting)
    if meeting_id:
        party = AgreementParty(organization_id=picked_id(session, choice, Organization))
        clauses = [Clause(position=place, body_zh="双方") for place in range(2)]
        key = f"a{choice.random()}"
        session.add(Agreement(meeting_id=meeting_id, key=key, parties=[party], clauses=clauses))


def add_fact(session: Session, choice: Choice) -> None:
    number = Decimal(choice.randint(0, 10**9)) / 100
    fact = Fact(meeting_id=picked_id(session, choice, Meeting), value=number, qualifier=Qualifier.ABOUT)
    fact.outcomes.append(Outcome(value=number))
    session.add(fact)


def edit(session: Session, choice: Choice) -> None:
    for record, name, values in (
        (Meeting, "title_zh", ("会议", "")),
        (Person, "phone", ("13812345678", "")),
        (AgendaItem, "kind", (AgendaKind.SIGNING, AgendaKind.EXCHANGE)),
        (Agreement, "signed_on", (date(2024, 5, 20), None)),
    ):
        row = pick(session, choice, record)
        if row and choice.random() < 0.5:
            setattr(row, name, choice.choice(values))


def reorder(session: Session, choice: Choice) -> None:
    stops = list(session.scalars(select(VisitStop).order_by(VisitStop.id)))
    choice.shuffle(stops)
    for position, stop in enumerate(stops):
        stop.position = position


def delete(session: Session, choice: Choice) -> None:
    kinds = (Agreement, VisitRoute, AgendaItem, Attendance, Person, Fact, Organization, Meeting, Side)
    row = pick(session, choice, choice.choice(kinds))
    if row:
        session.delete(row)


def drop_child(session: Session, choice: Choice) -> None:
    route = pick(session, choice, VisitRoute)
    if isinstance(route, VisitRoute) and route.stops:
        del route.stops[0]


ACTIONS: tuple[Action, ...] = (
    add_meeting,
    add_unit,
    add_person,
    add_agenda,
    add_route,
    add_agreement,
    add_fact,
    edit,
    reorder,
    delete,
    drop_child,
)
# Some changes do several things at once.
CHANGES = st.lists(
    st.tuples(st.integers(0, 2**32), st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=4)), min_size=1, max_size=9
)


def empty(location: str) -> None:
    """Remove all rows: hypothesis needs an empty workspace for each example, but not a new one."""
    place = parse_location(location)
    engine = url_engine(place.url) if place.url is not None else file_engine(file_of(location))
    with engine.begin() as connection:
        for table in reversed(Record.metadata.sorted_tables):
            connection.execute(delete_rows(table))
    engine.dispose()


def states_after(workspace: Workspace, changes: Changes) -> list[Content]:
    """Make the changes; the states before, between and after those that made a step."""
    add_first = [add_meeting, add_unit, add_person, add_agenda, add_route, add_agreement, add_fact]
    states: list[Content] = [content(workspace)]
    for seed, actions in [(1, add_first), *changes]:
        choice = random.Random(seed)
        try:
            with workspace.change("random") as session:
                for action in actions:
                    action(session, choice)
                    session.flush()
        except KnownError as error:  # a row still in use cannot be deleted, and equal seeds make equal keys
            assert error.code in ("record_in_use", "key_taken")
        now = content(workspace)
        if now != states[-1]:
            states.append(now)
    return states


def check_round_trip(workspace: Workspace, changes: Changes) -> None:
    """Undo all, redo all, undo all again."""
    states = states_after(workspace, changes)
    back, forth = states[-2::-1], states[1:]
    for walk, step in ((back, workspace.undo), (forth, workspace.redo), (back, workspace.undo)):
        for state in walk:
            step()
            assert content(workspace) == state
    assert workspace.next_undo() is None


HURDLES = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@settings(max_examples=8, deadline=None, suppress_health_check=HURDLES)
@given(changes=CHANGES)
def test_random_changes_round_trip(location: str, changes: Changes) -> None:
    empty(location)
    with open_workspace(location) as workspace:
        check_round_trip(workspace, changes)


@pytest.mark.long
@settings(max_examples=400, deadline=None, derandomize=False, suppress_health_check=HURDLES)
@given(changes=CHANGES)
def test_many_random_changes_round_trip(location: str, changes: Changes) -> None:
    empty(location)
    with open_workspace(location) as workspace:
        check_round_trip(workspace, changes)
