"""A workspace with one meeting to plan visits for, and the room opened on it in a real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from models.store.workspace import open_workspace
from tests import factories as make
from ui.main_window import MainWindow
from ui.settings import LAST_ROOM, Settings
from ui.visits.room import VisitsRoom

NAMES = ("梁涛", "李强", "王明", "赵敏", "陈思齐", "欧阳文远")
Planned = Callable[[Session], None]


def plan(session: Session) -> None:
    """One meeting, number 1: six attendees of two sides, one unit, nothing to visit yet."""
    meeting = make.make_meeting(session)
    guests, hosts = (
        make.make_side(session, meeting),
        make.make_side(session, meeting, label_zh="地方", label_en="County"),
    )
    for rank, name in enumerate(NAMES):
        side = guests if rank < 2 else hosts
        make.make_attendance(session, meeting, make.make_person(session, name), rank=rank, side_id=side.id)
    make.make_organization(session, "中益机械", name_en="Zhongyi Machinery")


@pytest.fixture
def visits_file(tmp_path: Path) -> Path:
    """A workspace with the meeting."""
    file = tmp_path / "visits.sqlite"
    with open_workspace(file, client="maker") as workspace, workspace.change("load_sample", meeting="m") as session:
        plan(session)
    return file


@pytest.fixture
def window(visits_file: Path, tmp_path: Path, open_window: Callable[..., MainWindow]) -> MainWindow:
    """A window on it, in the visits room."""
    settings = Settings(tmp_path / "settings.json")
    settings.set(LAST_ROOM, "visits")
    return open_window(visits_file, settings=settings)


@pytest.fixture
def room(window: MainWindow, qtbot: QtBot) -> VisitsRoom:
    """The room, with the meeting shown."""
    shown = window.rooms["visits"]
    assert isinstance(shown, VisitsRoom)
    qtbot.waitUntil(lambda: shown.snapshot is not None)
    return shown
