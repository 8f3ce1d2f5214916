"""A purge reaches the copies, too: history, kept slips, old backups, free pages."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from models.codes import KeptFileKind
from models.errors import KnownError
from models.purging import preview_purge, purge
from models.records import Attendance, Meeting, Person
from models.store.backup_rounds import back_up_by_itself, backups_of
from models.store.kept_files import copy_along, folder_of, list_kept, store
from models.store.workspace import Workspace, open_workspace

PHONE = "13800138000"
NOW = datetime(2024, 8, 19, 9, 0)  # the term of 90 days ended the day before


def prepared(file: Path) -> tuple[Workspace, int]:
    """A meeting with somebody's phone, a kept slip, and a backup from before and one from within the term."""
    workspace = open_workspace(file)
    with workspace.change("add_person") as session:
        meeting = Meeting(key="m", title_zh="座谈会", starts_on=date(2024, 5, 20))
        person = Person(name_zh="王伟", phone=PHONE)
        session.add_all([meeting, person])
        session.flush()
        session.add(Attendance(meeting_id=meeting.id, person_id=person.id, source_text=f"王伟 | {PHONE}"))
        store(session, name="回执.xlsx", content=PHONE.encode(), kind=KeptFileKind.SLIP, meeting_id=meeting.id)
        meeting_id = meeting.id
    for day in (datetime(2024, 5, 1, 9, 0), datetime(2024, 8, 1, 9, 0)):
        back_up_by_itself(workspace.location, day)
    return workspace, meeting_id


def files_with(phone: str, folder: Path) -> list[str]:
    """Every file below a folder in which the number can be read, without backups."""
    files = (file for file in folder.rglob("*") if file.is_file() and file.parent.name != "backups")
    return sorted(file.name for file in files if phone.encode() in file.read_bytes())


def test_a_preview_counts_the_copies_and_changes_nothing(tmp_path: Path):
    workspace, meeting_id = prepared(tmp_path / "w.sqlite")
    with workspace:
        found = preview_purge(workspace, meeting_id, now=NOW)
        assert workspace.next_undo() is not None
    assert (found.counts.people, found.counts.attendances, found.days) == (1, 1, 90)
    assert (found.slips, found.undo_steps) == (("回执.xlsx",), 1)
    assert [len(found.old_backups), len(found.younger_backups)] == [1, 1]


def test_nothing_can_be_read_any_more_but_in_the_younger_backup(tmp_path: Path):
    workspace, meeting_id = prepared(tmp_path / "w.sqlite")
    with workspace:
        purge(workspace, meeting_id, now=NOW)
        with workspace.read() as session:
            assert list_kept(session, meeting_id=meeting_id) == ()
        assert workspace.next_undo() is None
        assert files_with(PHONE, tmp_path) == []
    assert [backup.made_at.month for backup in backups_of(tmp_path / "w.sqlite")] == [8]
    assert list(folder_of(tmp_path / "w.sqlite").rglob("*")) == []


def test_younger_backups_go_where_that_is_asked(tmp_path: Path):
    workspace, meeting_id = prepared(tmp_path / "w.sqlite")
    with workspace:
        purge(workspace, meeting_id, now=NOW, younger_backups=True)
    assert backups_of(tmp_path / "w.sqlite") == ()


def test_within_the_term_nothing_is_touched(tmp_path: Path):
    workspace, meeting_id = prepared(tmp_path / "w.sqlite")
    with workspace, pytest.raises(KnownError, match="purge_too_early"):
        purge(workspace, meeting_id, now=datetime(2024, 8, 18, 9, 0))
    assert len(backups_of(tmp_path / "w.sqlite")) == 2


def test_slips_of_deleted_meetings_and_contents_nobody_names_go_too(tmp_path: Path):
    workspace, meeting_id = prepared(tmp_path / "w.sqlite")
    folder = folder_of(tmp_path / "w.sqlite")
    with workspace:
        with workspace.change("import_people") as session:
            for owner, content in ((meeting_id + 1, b"deleted"), (None, b"nobody's")):
                store(session, name="x.xlsx", content=content, kind=KeptFileKind.SLIP, meeting_id=owner)
            (folder / "ab").mkdir()
            (folder / "ab" / "left").write_text(PHONE)
        purge(workspace, meeting_id, now=NOW)
        with workspace.read() as session:
            assert [kept.meeting_id for kept in list_kept(session)] == [None]
    assert [file.read_bytes() for file in folder.rglob("*") if file.is_file()] == [b"nobody's"]


def test_the_files_copied_along_with_an_old_backup_go_with_it(tmp_path: Path):
    workspace, meeting_id = prepared(tmp_path / "w.sqlite")
    old, young = reversed([backup.path for backup in backups_of(tmp_path / "w.sqlite")])
    with workspace:
        copied = [copy_along(workspace.location, path) for path in (old, young)]
        purge(workspace, meeting_id, now=NOW)
    assert (copied, folder_of(old).exists(), folder_of(young).exists()) == ([1, 1], False, True)
