"""Backups that nobody asks for: when one is due, and which old ones make way.

Ten are kept, and beyond them the newest of each day for thirty days. Only files this module made are ever removed: what
somebody backed up by hand, and what was put aside before a restore, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from models.store.backup import FOLDER, back_up
from models.store.location import file_of

NEWEST_KEPT = 10
DAYS_KEPT = 30
STAMP = "%Y%m%d-%H%M%S"
MARK = "auto"

AT_START = timedelta(days=1)
WHILE_CHANGING = timedelta(hours=1)


@dataclass(frozen=True, order=True)
class Backup:
    """A backup beside a workspace: when it was made, by its name, and where it lies."""

    made_at: datetime
    path: Path
    automatic: bool = False


def backups_of(location: str | Path) -> tuple[Backup, ...]:
    """The backups in the folder beside the workspace, the newest first. KnownError: needs_a_file."""
    path = file_of(location)
    name = re.compile(rf"{re.escape(path.stem)}-(?:({MARK})-)?(\d{{8}}-\d{{6}})(?:-\d+)?{re.escape(path.suffix)}")
    folder = path.parent / FOLDER
    found = []
    for file in folder.iterdir() if folder.is_dir() else ():
        match = name.fullmatch(file.name)
        moment = _moment(match.group(2)) if match else None
        if match and moment is not None and file.is_file():
            found.append(Backup(moment, file, automatic=match.group(1) is not None))
    return tuple(sorted(found, reverse=True))


def _moment(stamp: str) -> datetime | None:
    """The time in a name; a name that holds none (day 99) is no backup of ours."""
    try:
        return datetime.strptime(stamp, STAMP)
    except ValueError:
        return None


def is_due(last: datetime | None, now: datetime, *, every: timedelta) -> bool:
    """Whether it is time for the next one. A last one from the future (the clock was set back) does not count."""
    return last is None or last > now or now - last >= every


def back_up_by_itself(location: str | Path, now: datetime) -> Backup:
    """Make the next backup, then remove those that make way. KnownError: as `back_up`."""
    path = file_of(location)
    stamp = now.strftime(STAMP)
    names = (f"{path.stem}-{MARK}-{stamp}{'' if number == 1 else f'-{number}'}{path.suffix}" for number in range(1, 99))
    target = next(free for name in names if not (free := path.parent / FOLDER / name).exists())
    made = Backup(now.replace(microsecond=0), back_up(location, target), automatic=True)
    for old in making_way([backup for backup in backups_of(location) if backup.automatic and backup != made], now):
        with suppress(OSError):  # somebody is looking at it: it makes way the next time
            old.path.unlink()
    return made


def back_up_by_hand(location: str | Path, now: datetime) -> Backup:
    """Make a backup because somebody asked for it: it never makes way. KnownError: as `back_up`."""
    return Backup(now.replace(microsecond=0), back_up(location))


def making_way(older: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Which automatic backups are no longer kept beside the one just made.

    Those from the future, made before the clock was set back, are kept: nobody knows how old they are.
    """
    known = sorted((backup for backup in older if backup.made_at <= now), reverse=True)
    kept = set(known[: NEWEST_KEPT - 1])
    days_seen = set()
    for backup in known:
        day = backup.made_at.date()
        if day not in days_seen and (now.date() - day).days <= DAYS_KEPT:
            kept.add(backup)
        days_seen.add(day)
    return tuple(backup for backup in known if backup not in kept)
