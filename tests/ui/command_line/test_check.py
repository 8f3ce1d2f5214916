"""`check`: findings with their sentence, how grave and where; exit status 1 where one is an error."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.records import Meeting
from models.store.workspace import open_workspace
from ui.command_line import run

ORDER = ["error", "warning", "notice"]


def checked(meeting: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, object]]]:
    """The exit status and the findings as JSON."""
    status = run(["check", meeting, "--json"])
    captured = capsys.readouterr()
    assert captured.err == ""
    return status, json.loads(captured.out)["findings"]


def end_before_start(workspace: Path) -> None:
    """Let the meeting end before it starts."""
    with closing(sqlite3.connect(workspace)) as connection, connection:
        connection.execute("UPDATE meeting SET ends_on = '2001-02-03' WHERE key = 'shangdang-whu'")


def test_findings_are_told_as_json_the_grave_ones_first(samples: Path, capsys: pytest.CaptureFixture[str]):
    status, found = checked("shangdang-whu", capsys)
    assert status == 0
    assert {frozenset(finding) for finding in found} == {frozenset({"code", "severity", "place", "values", "text"})}
    grades = [ORDER.index(str(finding["severity"])) for finding in found]
    assert grades == sorted(grades)


def test_an_error_gives_exit_status_1(samples: Path, capsys: pytest.CaptureFixture[str]):
    end_before_start(samples)
    status, found = checked("shangdang-whu", capsys)
    assert status == 1
    assert found[0] == {
        "code": "meeting_ends_before_start",
        "severity": "error",
        "place": "meeting",
        "values": {"start": "2024-05-20", "end": "2001-02-03"},
        "text": "The meeting ends (2001-02-03) before it starts (2024-05-20).",
    }


def test_findings_are_listed_for_people_in_their_language(samples: Path, capsys: pytest.CaptureFixture[str]):
    end_before_start(samples)
    assert run(["--language", "zh", "check", "shangdang-whu"]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first == "错误  会议结束日期（2001-02-03）早于开始日期（2024-05-20）。  [meeting]"


def test_a_meeting_that_is_all_right_is_told_so(samples: Path, capsys: pytest.CaptureFixture[str]):
    with open_workspace(samples) as workspace, workspace.change("prepare") as session:
        session.add(Meeting(key="fine", title_zh="座谈会", title_en="Symposium"))
    assert run(["check", "fine"]) == 0
    assert capsys.readouterr().out == "Nothing is missing or wrong.\n"
    assert checked("fine", capsys) == (0, [])
