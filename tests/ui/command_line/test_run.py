"""Running: the language spoken, the display, the help, workspaces that cannot be used."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ui import folders
from ui.command_line import run
from ui.command_line.window import has_display
from ui.settings import LANGUAGE, Settings


def first_line(capsys: pytest.CaptureFixture[str]) -> str:
    """The first line printed."""
    return capsys.readouterr().out.splitlines()[0]


def test_commands_speak_the_language_of_the_settings(capsys: pytest.CaptureFixture[str]):
    Settings().set(LANGUAGE, "en")
    assert run(["documents"]) == 0
    assert first_line(capsys).startswith("Key ")
    assert run(["--language", "zh", "documents"]) == 0
    assert first_line(capsys).startswith("代号 ")


def test_damaged_settings_stop_nothing(capsys: pytest.CaptureFixture[str]):
    folders.settings_file().parent.mkdir(parents=True)
    folders.settings_file().write_text("{", encoding="utf-8")
    assert run(["documents"]) == 0


@pytest.mark.parametrize(("language", "word"), [("zh", "用法："), ("en", "usage: ")])
def test_help_is_no_failure(language: str, word: str, capsys: pytest.CaptureFixture[str]):
    assert run(["--language", language, "export", "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"{word}python main.py export ")


@pytest.mark.parametrize(
    ("system", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_only_linux_is_asked_for_a_display(
    system: str, variables: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", system)
    assert has_display() is expected


def test_a_newer_workspace_is_refused_by_name(samples: Path, capsys: pytest.CaptureFixture[str]):
    with closing(sqlite3.connect(samples)) as connection, connection:
        connection.execute("UPDATE signing_desk_revision SET version_num = '9999'")
    before = samples.read_bytes()
    assert run(["list", "--json"]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert captured.err.startswith(f"{samples} was made by a newer version of Signing Desk (schema 9999;")
    assert samples.read_bytes() == before


def test_a_workspace_held_from_another_computer_is_refused_by_name(samples: Path, capsys: pytest.CaptureFixture[str]):
    holder = {"pid": 7, "user": "王明", "since": "2026-11-22T08:00:00+00:00", "token": "t"}
    lock = samples.with_name(samples.name + ".lock")
    lock.write_text(json.dumps({"host": "人才办-02", "holders": [holder]}), encoding="utf-8")
    assert run(["list"]) == 2
    line = capsys.readouterr().err
    assert line.startswith("王明 on computer 人才办-02 has had this workspace open since 2026-11-22T08:00:00")
    assert line.endswith(f"delete the file {lock}.\n")


def test_passwords_of_a_database_are_never_shown(capsys: pytest.CaptureFixture[str]):
    assert run(["--workspace", "mysql://clerk:secret@host/db", "list"]) == 2
    assert "secret" not in capsys.readouterr().err
