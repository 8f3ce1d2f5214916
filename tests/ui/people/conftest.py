"""A workspace with one meeting of four people and a group, and the people room opened on it in a real window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.store.workspace import open_workspace
from tests import factories as make
from tests.ui.conftest import OpenWindow
from ui.main_window import MainWindow
from ui.people.room import PeopleRoom

NAMES = ("高大富", "梁涛", "王明", "丁一")


@pytest.fixture(scope="session")
def made_people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once; copy it before you change it."""
    file = tmp_path_factory.mktemp("people") / "people.sqlite"
    with open_workspace(file, client="maker") as workspace, workspace.change("add_people") as session:
        meeting = make.make_meeting(session)
        side, unit = make.make_side(session, meeting), make.make_organization(session, "武汉大学", name_en="WHU")
        for rank, name in enumerate(NAMES):
            person = make.make_person(session, name, phone=f"1381234567{rank}")
            make.make_appointment(session, person, unit, title_zh="院长", title_en="Dean")
            make.make_attendance(session, meeting, person, rank=rank, side_id=side.id if rank else None)
        make.make_attendee_group(session, meeting)
    return file


@pytest.fixture
def people_file(made_people: Path, tmp_path: Path) -> Path:
    """This test's own."""
    return Path(shutil.copy(made_people, tmp_path / "people.sqlite"))


@pytest.fixture
def window(open_window: OpenWindow, people_file: Path) -> MainWindow:
    """A window on it, in the people room."""
    made = open_window(people_file)
    made.show_room("people")
    return made


@pytest.fixture
def room(window: MainWindow, qtbot: QtBot) -> PeopleRoom:
    """The room, with the keyboard, and the units read that it offers."""
    found = window.rooms["people"]
    assert isinstance(found, PeopleRoom)
    qtbot.waitUntil(lambda: bool(found.known.units))
    found.table.setFocus()
    return found
