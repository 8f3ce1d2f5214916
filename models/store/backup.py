"""Backups of a workspace file: made while it is in use, verified, put in place at once, never over another file."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from models.errors import KnownError
from models.looking import FileLook
from models.store.database_errors import known_errors
from models.store.disk import force_to_disk, writable
from models.store.file_connections import BUSY_SECONDS, connect_reading
from models.store.location import absolute, file_of, is_there
from models.store.lock import WorkspaceLock, is_alive
from models.store.revisions import refuse_other_files, stored_revision

FOLDER = "backups"
WRITING_FAILED = ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_DIR_FSYNC")


def back_up(location: str | Path, target: Path | None = None) -> Path:
    """Copy the workspace to `target`, by default into the folder `backups` beside it; returns where it lies.

    KnownError: workspace_missing, not_a_workspace, workspace_held_elsewhere, backup_exists, backup_damaged,
    folder_not_writable, disk_full, needs_a_file.
    """
    path = file_of(location)
    with known_errors(str(path)):
        _refuse_others(path)
        WorkspaceLock(path).check()
        target = absolute(target) if target else _free_name(path)
        with writable(target.parent):
            taken = target.exists()
        if taken:
            raise KnownError("backup_exists", path=str(target))
        _copy_verified(path, target)
    return target


def restore(backup: Path, location: str | Path) -> None:
    """Put a backup in the place of the workspace; the present one is backed up first.

    KnownError: workspace_missing, not_a_workspace, workspace_newer, backup_damaged, workspace_in_use,
    workspace_held_elsewhere, needs_a_file.
    """
    path, backup = file_of(location), absolute(backup)
    with known_errors(str(backup)):
        _refuse_others(backup)
        _verify(backup)
    lock = WorkspaceLock(path)
    with known_errors(str(path)), writable(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(alone=True)
    try:
        with known_errors(str(path)):
            if path.is_dir():
                raise KnownError("workspace_unreachable", path=str(path), reason=os.strerror(errno.EISDIR))
            if path.exists():
                _set_aside(path)
            _copy_verified(backup, path)
    finally:
        lock.release()


def _refuse_others(path: Path) -> None:
    """Only a workspace is backed up or restored. KnownError: workspace_missing, not_a_workspace, workspace_newer."""
    if not is_there(path):
        raise KnownError("workspace_missing", path=str(path))
    refuse_other_files(path)
    with closing(connect_reading(path)) as connection:
        if stored_revision(FileLook(connection), str(path)) is None:
            raise KnownError("not_a_workspace", path=str(path))


def _free_name(path: Path) -> Path:
    """A name with the time that no file has yet."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    names = (f"{path.stem}-{stamp}{'' if number == 1 else f'-{number}'}{path.suffix}" for number in range(1, 10_000))
    return next(free for name in names if not (free := path.parent / FOLDER / name).exists())


def _copy_verified(source: Path, target: Path) -> None:
    """A whole copy of `source` at `target`, or none: copied beside it, verified, forced to the disk, then renamed."""
    with writable(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear_remains(target.parent)
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with writable(target.parent):
            _copy(source, part)
        _verify(part)
        with writable(target.parent):
            force_to_disk(part)
            part.replace(target)
            force_to_disk(target.parent)
    finally:
        part.unlink(missing_ok=True)


def _copy(source: Path, part: Path) -> None:
    """Copy by SQLite's own backup, which waits for writers and takes the write-ahead log along."""
    part.touch(exist_ok=False)
    with closing(connect_reading(source)) as old, closing(sqlite3.connect(part, isolation_level=None)) as new:
        try:
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")  # one file alone, readable from a read-only disk
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_FULL" and not error.sqlite_errorname.startswith(WRITING_FAILED):
                raise
            with known_errors(str(part.parent)):  # the disk of the copy, not that of the workspace
                raise


def _verify(path: Path) -> None:
    """KnownError: backup_damaged."""
    with closing(connect_reading(path)) as connection:
        try:
            problems = [row[0] for row in connection.execute("PRAGMA integrity_check(1)") if row[0] != "ok"]
            problems += ["foreign_key_check" for _ in connection.execute("PRAGMA foreign_key_check")]
        except sqlite3.DatabaseError as error:
            problems = [str(error)]
    if problems:
        raise KnownError("backup_damaged", path=str(path), reason=problems[0])


def _clear_remains(folder: Path) -> None:
    """Remove the unfinished copies of processes that died."""
    for part in folder.glob(".*.part"):
        number = part.suffixes[-2].lstrip(".") if len(part.suffixes) > 1 else ""
        if number.isdecimal() and not is_alive(int(number)):
            part.unlink(missing_ok=True)


def _set_aside(path: Path) -> None:
    """Back up the workspace that is about to be replaced, and empty its log: it would be replayed into the new file.

    The raw files are copied first, since SQLite throws a log away that it cannot read; they stay if it is no whole
    workspace, for somebody who can save more of it.
    """
    raw = _copy_raw(path)
    try:
        with known_errors(str(path)):
            _refuse_others(path)
            _copy_verified(path, _free_name(path))
            with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode=DELETE")
    except KnownError as error:
        if error.code not in ("not_a_workspace", "workspace_newer", "workspace_damaged", "backup_damaged"):
            _remove(raw)
            raise
        _remove(_beside(path))
    else:
        _remove(raw)


def _beside(path: Path) -> list[Path]:
    """The log and its index."""
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm")]


def _copy_raw(path: Path) -> list[Path]:
    """Copies of the file and what lies beside it, byte for byte."""
    target, made = _free_name(path), []
    with writable(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        for old, new in zip([path, *_beside(path)], [target, *_beside(target)], strict=True):
            if old.exists():
                shutil.copyfile(old, new)
                made.append(new)
    return made


def _remove(files: list[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
