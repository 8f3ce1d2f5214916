"""Backups that nobody asks for: when they are due, what is kept, and that nobody else's file is ever removed."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from models.store.backup import back_up
from models.store.backup_rounds import (
    AT_START,
    WHILE_CHANGING,
    Backup,
    back_up_by_itself,
    backups_of,
    is_due,
    making_way,
)
from models.store.integrity import check_integrity
from models.store.workspace import open_workspace

NOW = datetime(2024, 5, 20, 9, 0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A new workspace."""
    path = tmp_path / "县委人才办.sqlite"
    open_workspace(path, client="desk").close()
    return path


def auto(*moments: datetime) -> list[Backup]:
    """Automatic backups of these moments."""
    return [Backup(moment, Path(moment.isoformat()), automatic=True) for moment in moments]


@pytest.mark.parametrize(
    ("last", "every", "due"),
    [
        (None, AT_START, True),
        (NOW - timedelta(hours=23, minutes=59), AT_START, False),
        (NOW - timedelta(days=1), AT_START, True),
        (NOW - timedelta(minutes=59), WHILE_CHANGING, False),
        (NOW - timedelta(hours=1), WHILE_CHANGING, True),
        (NOW + timedelta(minutes=1), AT_START, True),  # the clock was set back
    ],
)
def test_when_the_next_one_is_due(last: datetime | None, every: timedelta, due: bool) -> None:
    assert is_due(last, NOW, every=every) is due


def test_the_one_made_is_whole_and_bears_the_time(file: Path) -> None:
    made = back_up_by_itself(file, NOW)
    assert made == Backup(NOW, file.parent / "backups" / "县委人才办-auto-20240520-090000.sqlite", automatic=True)
    assert check_integrity(made.path) == ()
    assert backups_of(file) == (made,)


def test_two_in_one_second_do_not_touch_one_another(file: Path) -> None:
    first, second = back_up_by_itself(file, NOW), back_up_by_itself(file, NOW)
    assert [first.path.name, second.path.name] == [
        "县委人才办-auto-20240520-090000.sqlite",
        "县委人才办-auto-20240520-090000-2.sqlite",
    ]


def test_ten_are_kept_within_a_day() -> None:
    hours = auto(*(NOW - timedelta(minutes=number) for number in range(1, 15)))
    assert making_way(hours, NOW) == tuple(hours[9:])


def test_beyond_ten_the_newest_of_each_day_is_kept_for_thirty_days() -> None:
    ten = auto(*(NOW - timedelta(minutes=number) for number in range(1, 11)))
    evenings = auto(*(NOW.replace(hour=18) - timedelta(days=day) for day in range(1, 40)))
    noons = auto(*(NOW.replace(hour=12) - timedelta(days=day) for day in range(1, 40)))
    gone = making_way([*ten, *evenings, *noons], NOW)
    assert set(gone) == {ten[9], *evenings[30:], *noons}


def test_a_backup_from_the_future_is_kept() -> None:
    future = auto(*(NOW + timedelta(days=number) for number in range(1, 30)))
    assert making_way(future, NOW) == ()


def test_those_made_by_hand_and_other_files_are_never_removed(file: Path) -> None:
    by_hand = back_up(file)
    other = file.parent / "backups" / "县委人才办-auto-99999999-999999.sqlite"
    other.write_text("not ours")
    for number in range(12):
        back_up_by_itself(file, NOW + timedelta(minutes=number))
    assert by_hand.exists()
    assert other.exists()
    found = backups_of(file)
    assert [backup.made_at for backup in found if backup.automatic] == [
        NOW + timedelta(minutes=number) for number in range(11, 1, -1)
    ]
    assert [backup.path for backup in found if not backup.automatic] == [by_hand]
