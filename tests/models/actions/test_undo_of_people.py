"""Edits of the people list, taken back and done again exactly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.attendance import (
    add_group,
    add_person,
    create_unit_of,
    move_rows,
    remove_rows,
)
from models.actions.merge_people import merge_people
from models.actions.paste_people import paste_people
from models.actions.people import CellChange, set_cells
from models.actions.people_columns import add_own_column, remove_own_column
from models.actions.people_posts import add_post, remove_post, used_posts
from models.actions.sort_people import Order, sort_people
from models.new_people import NewPerson
from models.records import Attendance, Meeting
from models.samples import load_samples
from models.store.workspace import open_workspace
from tests.models.actions.test_undo_of_actions import round_trip
from tests.models.store.stored import content


def attendances(session: Session) -> list[Attendance]:
    """By rank."""
    return list(session.scalars(select(Attendance).order_by(Attendance.rank, Attendance.id)))


def first(session: Session, number: int = 0) -> Attendance:
    """Somebody of the list."""
    return attendances(session)[number]


def meeting_id(session: Session) -> int:
    """The only meeting."""
    return session.scalars(select(Meeting.id)).one()


def edit_everything(session: Session) -> None:
    """Cells of every kind, and one of an own column."""
    row = first(session)
    column = add_own_column(session, row.meeting_id, label="胸牌")
    for key, value in ((f"own-{column}", "红"), ("room", "301")):
        set_cells(session, [CellChange(row.id, key, "", value)])


STEPS: tuple[Callable[[Session], object], ...] = (
    lambda session: add_person(session, meeting_id(session), name="李新", before_id=first(session).id),
    lambda session: paste_people(session, meeting_id(session), people=[NewPerson({"name_zh": "王五"}, "新单位")]),
    edit_everything,
    lambda session: create_unit_of(session, first(session).id, name="另一单位", seen=None),
    lambda session: add_post(session, first(session)),
    lambda session: remove_post(session, first(session), used_posts(session, first(session))[-1].id),
    lambda session: sort_people(session, meeting_id(session), by=Order.STROKES),
    lambda session: move_rows(session, meeting_id(session), (first(session, 3).id,), before_id=first(session).id),
    lambda session: add_group(session, meeting_id(session), label="代表"),
    lambda session: merge_people(
        session, first(session).person_id or 0, first(session, 1).person_id or 0, values={"email": "x@y.cn"}
    ),
    lambda session: remove_rows(session, meeting_id(session), [row.id for row in attendances(session)[:5]]),
    lambda session: remove_own_column(session, 1),
)


def test_every_step_there_and_back(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        load_samples(workspace, ("demo-full",))
        before = content(workspace)
        for step in STEPS:
            with workspace.change("edit_people") as session:
                step(session)
        round_trip(workspace, len(STEPS))
        for _step in STEPS:
            workspace.undo()
        assert content(workspace) == before
