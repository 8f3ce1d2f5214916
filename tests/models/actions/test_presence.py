"""Ticks at the door: signed in, taken back, substitutes, walk-ins."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.presence import side_of_unit, sign_in, sign_out, substitute_came, walk_in
from models.codes import Reply
from models.errors import KnownError
from models.records import Appointment, Attendance, Person, SideUnit
from models.store.workspace import open_workspace
from tests import factories as make

AT = datetime(2024, 5, 20, 8, 52)
STORED = AT.replace(tzinfo=UTC)


@pytest.fixture
def meeting(session: Session) -> int:
    """Meeting 1: 梁涛 of 武汉大学 (side 1), 王明 without a side."""
    made = make.make_meeting(session)
    side, unit = make.make_side(session, made), make.make_organization(session)
    side.units.append(SideUnit(organization_id=unit.id))
    person = make.make_person(session)
    make.make_appointment(session, person, unit)
    make.make_attendance(session, made, person, side_id=side.id)
    make.make_attendance(session, made, make.make_person(session, "王明"), rank=1)
    session.flush()
    return made.id


def row(session: Session, row_id: int) -> Attendance:
    """An attendance."""
    found = session.get(Attendance, row_id)
    assert found is not None
    return found


def test_those_who_are_here_already_keep_their_time(session: Session, meeting: int) -> None:
    assert sign_in(session, (1,), at=AT) == (1,)
    assert sign_in(session, (2, 1, 2), at=AT.replace(hour=9)) == (2,)
    assert [row(session, each).signed_in_at for each in (1, 2)] == [STORED, STORED.replace(hour=9)]


def test_only_those_who_were_here_are_taken_back(session: Session, meeting: int) -> None:
    sign_in(session, (1,), at=AT)
    assert sign_out(session, (1, 2)) == (1,)
    assert row(session, 1).signed_in_at is None


def test_whoever_is_gone_from_the_list_cannot_be_ticked(session: Session, meeting: int) -> None:
    with pytest.raises(KnownError, match="record_gone"):
        sign_in(session, (9,), at=AT)


def test_a_new_substitute_is_made_linked_and_signed_in(session: Session, meeting: int) -> None:
    made = substitute_came(session, 1, at=AT, name=" 李新 ")
    person, stored = session.get(Person, made), row(session, 1)
    assert person is not None
    assert (person.name_zh, stored.reply, stored.substitute_id) == ("李新", Reply.SUBSTITUTE, made)
    assert stored.signed_in_at == STORED


def test_a_known_substitute_is_taken_as_they_are(session: Session, meeting: int) -> None:
    sign_in(session, (1,), at=AT)
    assert substitute_came(session, 1, at=AT.replace(hour=9), person_id=2, name="王明") == 2
    assert (row(session, 1).substitute_id, row(session, 1).signed_in_at) == (2, STORED)


@pytest.mark.parametrize(
    ("given", "code"),
    [({"name": "  "}, "name_missing"), ({"person_id": 1}, "stands_in_for_self"), ({"person_id": 9}, "record_gone")],
)
def test_a_substitute_that_makes_no_sense_is_refused(
    session: Session, meeting: int, given: dict[str, Any], code: str
) -> None:
    with pytest.raises(KnownError, match=code):
        substitute_came(session, 1, at=AT, **given)


def test_a_walk_in_stands_last_at_the_side_of_their_unit(session: Session, meeting: int) -> None:
    made = row(session, walk_in(session, meeting, at=AT, name="李新", unit_name="武汉大学"))
    posts = session.scalars(select(Appointment.organization_id).where(Appointment.person_id == made.person_id)).all()
    assert (made.reply, made.signed_in_at, made.side_id, made.rank, posts) == (Reply.WALK_IN, STORED, 1, 2, [1])


def test_a_known_walk_in_keeps_their_post_and_takes_the_side_given(session: Session, meeting: int) -> None:
    other = make.make_organization(session, "财政局")
    person = make.make_person(session, "周鹏")
    make.make_appointment(session, person, other)
    made = row(session, walk_in(session, meeting, at=AT, person_id=person.id, unit_id=other.id, side_id=1))
    assert (made.person_id, made.side_id, made.appointments) == (person.id, 1, [])


def test_a_known_walk_in_may_come_for_another_of_their_units(session: Session, meeting: int) -> None:
    first, second = make.make_organization(session, "财政局"), make.make_organization(session, "人社局")
    person = make.make_person(session, "周鹏")
    make.make_appointment(session, person, first)
    post = make.make_appointment(session, person, second, position=1)
    made = row(session, walk_in(session, meeting, at=AT, person_id=person.id, unit_id=second.id))
    assert [use.appointment_id for use in made.appointments] == [post.id]


def test_a_walk_in_needs_a_name_and_is_listed_once(session: Session, meeting: int) -> None:
    with pytest.raises(KnownError, match="name_missing"):
        walk_in(session, meeting, at=AT, name=" ")
    with pytest.raises(KnownError, match="already_listed"):
        walk_in(session, meeting, at=AT, person_id=1)


def test_a_unit_that_no_side_has_takes_the_side_of_its_people(session: Session, meeting: int) -> None:
    other = make.make_organization(session, "财政局")
    person = make.make_person(session, "周鹏")
    make.make_appointment(session, person, other)
    assert side_of_unit(session, meeting, other.id) is None
    row(session, walk_in(session, meeting, at=AT, person_id=person.id, side_id=1))
    assert (side_of_unit(session, meeting, other.id), side_of_unit(session, meeting, None)) == (1, None)


def test_undo_takes_a_substitute_back_whole(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w.sqlite", client="clerk") as workspace:
        with workspace.change("load_sample", meeting="m") as session:
            make.make_attendance(session, make.make_meeting(session), make.make_person(session))
        with workspace.change("substitute_came", name="梁涛", substitute="李新") as session:
            substitute_came(session, 1, at=AT, name="李新")
        workspace.undo()
        with workspace.read() as session:
            stored = row(session, 1)
            assert (stored.reply, stored.substitute_id, stored.signed_in_at) == (Reply.UNKNOWN, None, None)
            assert [person.name_zh for person in session.scalars(select(Person))] == ["梁涛"]
