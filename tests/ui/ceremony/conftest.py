"""A workspace with people, agreements and an agenda item, and the ceremony room opened on it in a real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.store.workspace import open_workspace
from tests import factories as make
from ui.ceremony.room import CeremonyRoom
from ui.main_window import MainWindow
from ui.settings import LAST_ROOM, Settings


@pytest.fixture
def ceremony_file(tmp_path: Path) -> Path:
    """One meeting: three people of whom the first two sign two agreements, a unit, an agenda item."""
    file = tmp_path / "ceremony.sqlite"
    with open_workspace(file, client="maker") as workspace, workspace.change("load_sample", meeting="m") as session:
        meeting, unit = make.make_meeting(session), make.make_organization(session)
        for rank, name in enumerate(("梁涛", "李强", "王明")):
            make.make_attendance(session, meeting, make.make_person(session, name), rank=rank)
        for number in (1, 2):
            agreement = make.make_agreement(session, meeting, f"a{number}", title_zh=f"协议{number}")
            make.make_party(session, agreement, unit, signatory_id=number)
        make.make_agenda_item(session, meeting, "签约")
    return file


@pytest.fixture
def room(ceremony_file: Path, tmp_path: Path, open_window: Callable[..., MainWindow], qtbot: QtBot) -> CeremonyRoom:
    """The room, with the meeting shown."""
    settings = Settings(tmp_path / "settings.json")
    settings.set(LAST_ROOM, "ceremony")
    shown = open_window(ceremony_file, settings=settings).rooms["ceremony"]
    assert isinstance(shown, CeremonyRoom)
    qtbot.waitUntil(lambda: shown.snapshot is not None)
    return shown
