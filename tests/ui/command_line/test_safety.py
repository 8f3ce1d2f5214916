"""`backup`, `restore`, `integrity` and `sample`: what was entered stays whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.store.queries import list_meetings
from models.store.workspace import open_workspace
from ui.command_line import run


def keys(location: Path) -> list[str]:
    """The meetings that a workspace holds."""
    with open_workspace(location) as workspace, workspace.read() as session:
        return sorted(meeting.key for meeting in list_meetings(session))


def change_key(location: Path, old: str, new: str) -> None:
    """Change the workspace behind everybody's back."""
    with closing(sqlite3.connect(location)) as connection, connection:
        connection.execute("UPDATE meeting SET key = ? WHERE key = ?", (new, old))


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that refuses these arguments."""
    status = run(arguments)
    captured = capsys.readouterr()
    assert (status, captured.out, captured.err.count("\n")) == (2, "", 1)
    return captured.err.rstrip("\n")


def test_a_backup_can_be_restored_and_what_was_there_is_kept(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    before, backup = keys(samples), tmp_path / "b.sqlite"
    assert run(["backup", "-o", str(backup)]) == 0
    change_key(samples, "hongdong-zju", "changed")
    assert run(["restore", str(backup)]) == 0
    assert capsys.readouterr().out == (
        f"Backup written: {backup}\n"
        f"Restored from {backup}. What was there before is kept in the folder “backups” beside the workspace.\n"
    )
    [kept] = (tmp_path / "backups").iterdir()
    assert (keys(samples), keys(kept)) == (before, ["changed", "shangdang-whu"])


def test_a_backup_without_a_name_lies_beside_the_workspace(samples: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["backup"]) == 0
    [backup] = (samples.parent / "backups").iterdir()
    assert capsys.readouterr().out == f"Backup written: {backup}\n"


def test_a_whole_workspace_is_said_to_be_whole(samples: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["integrity"]) == 0
    assert capsys.readouterr().out == f"The workspace is whole: {samples}\n"


def test_a_damaged_workspace_is_told_with_what_was_found(samples: Path, capsys: pytest.CaptureFixture[str]):
    with closing(sqlite3.connect(samples)) as connection, connection:
        connection.execute("UPDATE meeting SET status = 'odd' WHERE id = 1")
    assert run(["integrity"]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("The workspace is damaged.")
    assert second == "  meeting 1: status holds “odd”, which no list knows"
    assert run(["--language", "zh", "integrity"]) == 1
    assert capsys.readouterr().out.splitlines()[1] == "  会议 1：状态的值“odd”不在任何清单中"


@pytest.mark.parametrize("command", [["list"], ["integrity"], ["backup"], ["restore", "{file}"], ["sample"]])
def test_a_file_that_is_no_workspace_is_refused_and_left_alone(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("LANGUAGE", "en")
    file = tmp_path / "letter.sqlite"
    file.write_bytes(b"Dear colleagues,\n" * 100)
    line = refused(["--workspace", str(file), *(part.format(file=file) for part in command)], capsys)
    assert str(file) in line
    assert file.read_bytes() == b"Dear colleagues,\n" * 100
    assert [entry.name for entry in tmp_path.iterdir() if entry.name != "home"] == ["letter.sqlite"]


@pytest.mark.parametrize("command", [["integrity"], ["backup"], ["restore", "missing.sqlite"]])
def test_a_missing_file_is_named(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert "missing.sqlite" in refused(["--workspace", str(tmp_path / "missing.sqlite"), *command], capsys)


def test_a_workspace_below_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "file").touch()
    assert str(tmp_path / "file") in refused(["--workspace", str(tmp_path / "file" / "w.sqlite"), "list"], capsys)


def test_a_database_of_another_kind_is_refused(capsys: pytest.CaptureFixture[str]):
    assert "mysql://host/db" in refused(["--workspace", "mysql://host/db", "list"], capsys)


def test_loading_the_samples_twice_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    location = tmp_path / "w.sqlite"
    monkeypatch.setenv("SIGNING_DESK_WORKSPACE", str(location))
    monkeypatch.setenv("LANGUAGE", "en")
    assert [run(["sample"]), run(["sample"])] == [0, 0]
    named = "hongdong-zju, shengzhou-zjipc, liandu-lsu, shangdang-whu, lanzhou-lzu, demo-full"
    assert capsys.readouterr().out.splitlines() == [
        f"Loaded: {named}.",
        f"Workspace: {location}",
        f"Already there, left as they are: {named}.",
        f"Workspace: {location}",
    ]
