"""Backups: whole, verified, never over another file; restoring keeps the present workspace first."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from models.errors import KnownError
from models.store.backup import back_up, restore
from models.store.integrity import check_integrity
from models.store.lock import host_name
from models.store.migrate import OURS
from models.store.workspace import open_workspace
from tests.models.store.stored import add_agenda, add_meeting, content, refused
from tests.models.store.test_lock import dead_pid, write_lock


def keys_in(file: Path) -> list[object]:
    """The keys of the meetings in a workspace file."""
    with closing(sqlite3.connect(file)) as connection:
        return [row[0] for row in connection.execute("SELECT key FROM meeting ORDER BY id")]


def files_in(folder: Path) -> list[str]:
    """The names of the files in a folder."""
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_backup_of_an_open_workspace_holds_everything_committed(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "U盘" / "copy.desk"
    with open_workspace(file, client="desk-1") as workspace:
        add_agenda(workspace, add_meeting(workspace), "致辞")
        before = content(workspace)
        assert back_up(file, target) == target
        add_meeting(workspace, "later")
    assert (files_in(target.parent), check_integrity(target)) == (["copy.desk"], ())
    with open_workspace(target) as copy:
        assert content(copy) == before


def test_backup_goes_into_the_folder_beside_with_the_time_in_its_name(file: Path) -> None:
    first, second = back_up(file, None), back_up(file)
    assert first.parent == second.parent == file.parent / "backups"
    assert re.fullmatch(r"meetings-\d{8}-\d{6}(-\d+)?\.desk", first.name)
    assert files_in(first.parent) == sorted([first.name, second.name])


def test_backup_overwrites_nothing(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "kept.txt"
    target.write_text("kept")
    with refused("backup_exists", path=str(target)):
        back_up(file, target)
    assert target.read_text() == "kept"


def test_backup_of_nothing_is_refused_and_creates_nothing(tmp_path: Path) -> None:
    missing = tmp_path / "missing.desk"
    with refused("workspace_missing", path=str(missing)):
        back_up(missing)
    empty = tmp_path / "empty.desk"
    empty.touch()
    with refused("not_a_workspace", path=str(empty)):
        back_up(empty)
    assert files_in(tmp_path) == ["empty.desk"]


def test_backup_to_a_folder_that_is_a_file_is_refused(file: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with refused("folder_not_writable", path=str(tmp_path / "file"), reason="File exists"):
        back_up(file, tmp_path / "file" / "copy.desk")


def test_backup_of_a_workspace_held_by_another_host_is_refused(file: Path) -> None:
    write_lock(file, "OFFICE-PC-7", 42)
    with pytest.raises(KnownError) as caught:
        back_up(file)
    assert (caught.value.code, (file.parent / "backups").exists()) == ("workspace_held_elsewhere", False)


def test_backup_of_a_damaged_workspace_is_refused_and_leaves_nothing(file: Path, tmp_path: Path) -> None:
    damage_a_row(file)
    with pytest.raises(KnownError) as caught:
        back_up(file, tmp_path / "copies" / "copy.desk")
    assert (caught.value.code, files_in(tmp_path / "copies")) == ("backup_damaged", [])


@pytest.mark.posix
def test_backup_of_a_file_with_a_damaged_page_is_refused(file: Path, tmp_path: Path) -> None:
    with file.open("r+b") as stream:
        stream.seek(40 * 4096)
        stream.write(b"\xff" * 4096 * 20)
    with pytest.raises(KnownError) as caught:
        back_up(file, tmp_path / "copy.desk")
    assert (caught.value.code, files_in(tmp_path)) == ("workspace_damaged", [file.name])


def test_restore_is_refused_when_the_present_cannot_be_backed_up(file: Path, tmp_path: Path) -> None:
    present = tmp_path / "present" / "desk.desk"
    present.parent.mkdir()
    shutil.copyfile(file, present)
    (present.parent / "backups").touch()
    with refused("folder_not_writable", path=str(present.parent / "backups"), reason="File exists"):
        restore(file, present)
    assert files_in(present.parent) == ["backups", "desk.desk"]


def damage_a_row(file: Path) -> None:
    """Leave a row that names a missing one."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(
            "INSERT INTO side_unit (side_id, position, version, created_at, updated_at)"
            " VALUES (99, 0, 1, '2024-05-20', '2024-05-20')"
        )


def test_unfinished_copies_of_dead_processes_are_removed(file: Path) -> None:
    folder = file.parent / "backups"
    folder.mkdir()
    (folder / f".meetings-1.desk.{dead_pid()}.part").touch()
    (folder / ".notes.part").touch()
    made = back_up(file)
    assert files_in(folder) == [".notes.part", made.name]


def test_restore_puts_the_backup_back_and_keeps_the_present(file: Path) -> None:
    with open_workspace(file) as workspace:
        add_meeting(workspace, "first")
        backup = back_up(file)
        add_meeting(workspace, "second")
    restore(backup, file)
    (kept,) = (path for path in backup.parent.iterdir() if path != backup)
    assert (keys_in(file), keys_in(kept), keys_in(backup)) == (["first"], ["first", "second"], ["first"])
    assert files_in(file.parent) == [file.name]


@pytest.mark.posix
def test_restore_through_a_link_replaces_the_file_it_leads_to(file: Path, fresh_file: Path, tmp_path: Path) -> None:
    with open_workspace(file) as workspace:
        add_meeting(workspace, "first")
    link = tmp_path / "links" / "desktop.desk"
    link.parent.mkdir()
    link.symlink_to(file)
    restore(fresh_file, link)
    assert (keys_in(file), link.is_symlink(), files_in(link.parent)) == ([], True, ["desktop.desk"])


def test_folder_is_not_replaced_by_a_backup(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with refused("workspace_unreachable", path=str(folder), reason="Is a directory"):
        restore(file, folder)
    assert files_in(tmp_path) == [file.name]


def test_names_too_long_for_a_file_are_refused(file: Path, tmp_path: Path) -> None:
    long = tmp_path / ("长" * 200)
    for call in (lambda: back_up(long), lambda: restore(long, file), lambda: check_integrity(long)):
        with refused("workspace_missing", path=str(long)):
            call()
    with refused("folder_not_writable", path=str(tmp_path), reason="File name too long"):
        back_up(file, long)


def test_disk_of_the_copy_is_named_when_it_is_full(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def on_a_small_disk(place: object, **options: Any) -> sqlite3.Connection:
        connection = connect(place, **options)
        if str(place).endswith(".part"):
            connection.execute("PRAGMA max_page_count=20")
        return connection

    monkeypatch.setattr(sqlite3, "connect", on_a_small_disk)
    target = tmp_path / "U盘" / "copy.desk"
    with refused("disk_full", path=str(target.parent), reason="database or disk is full"):
        back_up(file, target)
    assert files_in(target.parent) == []


def test_restore_to_a_new_place_creates_the_workspace(file: Path, tmp_path: Path) -> None:
    with open_workspace(file) as workspace:
        add_meeting(workspace, "first")
    new = tmp_path / "new folder" / "new.desk"
    restore(file, str(new))
    assert (keys_in(new), files_in(new.parent)) == (["first"], ["new.desk"])


def test_restore_forgets_the_log_of_the_present(file: Path, fresh_file: Path) -> None:
    add = "INSERT INTO setting (key, version, created_at, updated_at) VALUES ('x', 1, '2024-05-20', '2024-05-20')"
    open_workspace(file).close()
    crashed = file.with_name("crashed.desk")
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute(add)
        for ending in ("", "-wal"):
            shutil.copyfile(file.with_name(file.name + ending), crashed.with_name(crashed.name + ending))
    restore(fresh_file, crashed)
    with closing(sqlite3.connect(crashed)) as connection:
        assert connection.execute("SELECT count(*) FROM setting").fetchone() == (0,)
    (kept,) = (file.parent / "backups").iterdir()
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT key FROM setting").fetchone() == ("x",)


@pytest.mark.parametrize("garbage", [b"not a database", b"SQLite format 3\x00garbage"])
def test_restore_over_a_damaged_file_keeps_it_as_it_is(file: Path, tmp_path: Path, garbage: bytes) -> None:
    damaged = tmp_path / "damaged" / "desk.desk"
    damaged.parent.mkdir()
    damaged.write_bytes(garbage)
    damaged.with_name("desk.desk-wal").write_bytes(b"log")
    restore(file, damaged)
    kept = {path.suffix: path.read_bytes() for path in (damaged.parent / "backups").iterdir()}
    assert (keys_in(damaged), kept) == ([], {".desk": garbage, ".desk-wal": b"log"})


def test_restore_of_a_newer_or_foreign_file_is_refused_before_anything_is_touched(file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    newer, foreign = Path(shutil.copyfile(file, tmp_path / "newer.desk")), tmp_path / "letter.docx"
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("UPDATE signing_desk_revision SET version_num = '0999'")
    foreign.write_bytes(b"PK letter")
    with refused("workspace_newer", path=str(newer), found="0999", known=OURS.head):
        restore(newer, file)
    with refused("not_a_workspace", path=str(foreign)):
        restore(foreign, file)
    assert (file.read_bytes(), (file.parent / "backups").exists()) == (before, False)


def test_restore_of_a_damaged_backup_is_refused(file: Path, tmp_path: Path) -> None:
    backup = back_up(file, tmp_path / "copy.desk")
    damage_a_row(backup)
    with refused("backup_damaged", path=str(backup), reason="foreign_key_check"):
        restore(backup, file)


def test_restore_under_an_open_workspace_is_refused(file: Path) -> None:
    backup = back_up(file)
    with open_workspace(file), pytest.raises(KnownError) as caught:
        restore(backup, file)
    assert caught.value.code == "workspace_in_use"
    write_lock(file, host_name(), dead_pid())
    restore(backup, file)


def test_restore_where_nothing_may_be_written_is_refused(file: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with refused("folder_not_writable", path=str(tmp_path / "file"), reason="File exists"):
        restore(file, tmp_path / "file" / "new.desk")
