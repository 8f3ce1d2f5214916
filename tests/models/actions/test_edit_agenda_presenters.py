"""Who presents an item is set as a whole; those who stay keep their rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_agenda_presenters import PresenterChoice, set_presenters
from models.errors import KnownError
from models.records import AgendaPresenter, Meeting
from models.store.workspace import Workspace, open_workspace
from tests.factories import make_attendance, make_attendee_group, make_organization, make_person
from tests.models.actions.agenda_rows import copied, make_morning, read, step

LIANG, LI = PresenterChoice(attendance_id=1), PresenterChoice(attendance_id=2)
TEACHERS, SCHOOL = PresenterChoice(group_id=1, talk_minutes=1), PresenterChoice(organization_id=1)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the morning, two people, a group and a unit."""
    file = tmp_path_factory.mktemp("agenda") / "agenda.sqlite"
    with open_workspace(file, client="clerk") as opened:
        with opened.change("load_sample", meeting="m") as session:
            make_morning(session)
            meeting = session.get_one(Meeting, 1)
            for name in ("梁涛", "李强"):
                make_attendance(session, meeting, make_person(session, name))
            make_attendee_group(session, meeting)
            make_organization(session)
        with opened.change("set_presenters") as session:
            set_presenters(session, 1, (LIANG, TEACHERS))
    return file


@pytest.fixture
def workspace(made_once: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of its own."""
    with copied(made_once, tmp_path) as opened:
        yield opened


def presenters(session: Session) -> list[tuple[int, int, PresenterChoice]]:
    """Row, place and who."""
    rows = session.scalars(select(AgendaPresenter).order_by(AgendaPresenter.position))
    return [
        (
            row.id,
            row.position,
            PresenterChoice(row.attendance_id, row.group_id, row.organization_id, row.talk_minutes),
        )
        for row in rows
    ]


def test_those_who_stay_keep_their_rows_in_the_new_order(workspace: Workspace):
    with step(workspace) as session:
        set_presenters(session, 1, (TEACHERS, SCHOOL, LIANG), expected=(LIANG, TEACHERS))
    assert read(workspace, presenters) == [(2, 0, TEACHERS), (3, 1, SCHOOL), (1, 2, LIANG)]


def test_one_who_is_taken_off_is_gone_and_minutes_change(workspace: Workspace):
    longer = PresenterChoice(group_id=1, talk_minutes=2)
    with step(workspace) as session:
        set_presenters(session, 1, (longer, longer))
    assert read(workspace, presenters) == [(2, 0, longer)]


def test_presenters_that_somebody_else_has_changed_are_not_overwritten(workspace: Workspace):
    with pytest.raises(KnownError) as caught, workspace.change("set_presenters") as session:
        set_presenters(session, 1, (LI,), expected=(LIANG,))
    assert (caught.value.code, caught.value.values["field"]) == ("changed_meanwhile", "presenters")


def test_the_same_change_made_twice_is_no_conflict(workspace: Workspace):
    with workspace.change("set_presenters") as session:
        set_presenters(session, 1, (LIANG, TEACHERS), expected=())
    assert read(workspace, presenters) == [(1, 0, LIANG), (2, 1, TEACHERS)]


def test_a_presenter_who_is_nobody_is_a_bug(workspace: Workspace):
    with pytest.raises(ValueError, match="an attendee, a group or a unit"), workspace.change("x") as session:
        set_presenters(session, 1, (PresenterChoice(),))
