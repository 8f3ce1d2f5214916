"""The backups a window makes by itself: at start, hourly while something changes, and what a failure does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.errors import KnownError
from models.store.backup_rounds import back_up_by_itself, backups_of
from models.store.workspace import open_workspace
from ui.backup_clock import HOUR, BackupClock


class Ticks:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new workspace."""
    path = tmp_path / "desk.sqlite"
    open_workspace(path, client="desk").close()
    return path


@pytest.fixture
def ticks() -> Ticks:
    """The clock of the test."""
    return Ticks()


@pytest.fixture
def clock(ticks: Ticks, qapp: object) -> Iterator[BackupClock]:
    """A backup clock that runs on it."""
    made = BackupClock(ticks=ticks)
    yield made
    made.close()


def test_the_first_start_backs_up(clock: BackupClock, file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(clock.backed_up) as told:
        clock.follow(str(file))
    assert told.args == [backups_of(file)[0].made_at]
    assert len(backups_of(file)) == 1


def test_a_start_within_a_day_tells_the_last_and_makes_none(clock: BackupClock, file: Path, qtbot: QtBot) -> None:
    last = back_up_by_itself(file, datetime.now() - timedelta(hours=3))
    with qtbot.waitSignal(clock.backed_up) as told:
        clock.follow(str(file))
    assert told.args == [last.made_at]
    assert backups_of(file) == (last,)


def test_an_hour_of_changes_makes_one_and_an_hour_without_none(
    clock: BackupClock, ticks: Ticks, file: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(clock.backed_up):
        clock.follow(str(file))
    ticks.now = HOUR
    clock.look()
    assert len(backups_of(file)) == 1
    clock.note_change()
    with qtbot.waitSignal(clock.backed_up):
        clock.look()
    assert len(backups_of(file)) == 2
    clock.note_change()
    ticks.now += HOUR - 1
    clock.look()
    assert len(backups_of(file)) == 2


def test_a_folder_that_cannot_be_written_is_told_once(
    clock: BackupClock, ticks: Ticks, file: Path, qtbot: QtBot
) -> None:
    (file.parent / "backups").write_text("a file where the folder should be")
    told: list[Exception] = []
    clock.failed.connect(told.append)
    clock.follow(str(file))
    qtbot.waitUntil(lambda: len(told) == 1)
    ticks.now = HOUR
    clock.look()
    clock.close()
    assert [error.code for error in told if isinstance(error, KnownError)] == ["folder_not_writable"]


def test_a_shared_database_is_left_to_its_own_backups(clock: BackupClock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(clock.backed_up) as told:
        clock.follow("postgresql://office@server/desk")
    assert told.args == [None]


def test_a_failure_of_a_backup_by_hand_is_told_again(clock: BackupClock, file: Path, qtbot: QtBot) -> None:
    (file.parent / "backups").write_text("a file where the folder should be")
    with qtbot.waitSignal(clock.failed):
        clock.follow(str(file))
    with qtbot.waitSignal(clock.failed):
        clock.back_up_by_hand()


def test_a_backup_by_hand_is_made_although_the_look_at_start_is_under_way(
    clock: BackupClock, file: Path, qtbot: QtBot
) -> None:
    last = back_up_by_itself(file, datetime.now() - timedelta(hours=3))
    with qtbot.waitSignal(clock.backed_up) as told:
        clock.follow(str(file))
        clock.back_up_by_hand()
    assert len(backups_of(file)) == 2
    assert told.args[0] > last.made_at


def test_one_asked_for_is_filed_as_made_by_hand(clock: BackupClock, file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(clock.backed_up):
        clock.follow(str(file))
    with qtbot.waitSignal(clock.backed_up):
        clock.back_up_by_hand()
    assert sorted(backup.automatic for backup in backups_of(file)) == [False, True]
