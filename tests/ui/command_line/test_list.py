"""`list` and `documents`: aligned for people, one JSON document for scripts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from exporters.registry import DOCUMENTS
from models.codes import DatePrecision, MeetingStatus
from models.records import Attendance, Meeting, Person
from models.store.workspace import open_workspace
from ui.command_line import run
from ui.command_line.meetings import when


@pytest.fixture
def workspace(tmp_path: Path) -> str:
    """A workspace with two meetings, one of them with a person."""
    location = str(tmp_path / "w.sqlite")
    with open_workspace(location) as opened, opened.change("prepare") as session:
        dated = Meeting(key="a-b", title_zh="校地合作座谈会", title_en="Symposium", city_zh="长治")
        dated.starts_on, dated.ends_on = date(2024, 5, 20), date(2024, 5, 21)
        dated.status = MeetingStatus.CLOSED
        session.add_all(
            [dated, Meeting(key="c", title_zh="签约\n仪式", date_precision=DatePrecision.UNKNOWN, invented=True)]
        )
        session.add(person := Person(name_zh="王明"))
        session.flush()
        session.add(Attendance(meeting_id=dated.id, person_id=person.id))
    return location


def test_meetings_are_listed_in_aligned_columns(workspace: str, capsys: pytest.CaptureFixture[str]):
    assert run(["--workspace", workspace, "--language", "zh", "list"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "代号  会议            日期           状态    人员  议程  路线  协议",
        "a-b   校地合作座谈会  2024-05-20/21  已举办     1     0     0     0",
        "c     签约 仪式                      筹备中     0     0     0     0",
    ]


def test_meetings_are_listed_as_json(workspace: str, capsys: pytest.CaptureFixture[str]):
    assert run(["--workspace", workspace, "list", "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)["meetings"]
    assert first == {
        "id": 1,
        "key": "a-b",
        "title_zh": "校地合作座谈会",
        "title_en": "Symposium",
        "starts_on": "2024-05-20",
        "ends_on": "2024-05-21",
        "date_precision": "day",
        "city_zh": "长治",
        "city_en": "",
        "status": "closed",
        "invented": False,
        "counts": {"people": 1, "agenda_items": 0, "routes": 0, "agreements": 0},
    }
    assert (second["key"], second["starts_on"], second["invented"]) == ("c", None, True)


def test_a_missing_workspace_is_made_and_is_empty(private_home: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["--language", "en", "list"]) == 0
    assert capsys.readouterr().out == "No meeting yet. To load the samples: python main.py sample\n"
    assert (private_home / "xdg_data_home" / "signing-desk" / "workspace.sqlite").is_file()


def test_the_environment_names_the_workspace(
    workspace: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("SIGNING_DESK_WORKSPACE", workspace)
    assert run(["list", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["meetings"]) == 2


@pytest.mark.parametrize(
    ("first", "last", "precision", "shown"),
    [
        (None, None, DatePrecision.DAY, ""),
        (date(2024, 5, 20), None, DatePrecision.DAY, "2024-05-20"),
        (date(2024, 5, 20), date(2024, 5, 20), DatePrecision.DAY, "2024-05-20"),
        (date(2024, 5, 31), date(2024, 6, 1), DatePrecision.DAY, "2024-05-31/2024-06-01"),
        (date(2024, 5, 20), date(2024, 5, 22), DatePrecision.YEAR_INFERRED, "2024-05-20/22 ?"),
        (date(2024, 5, 1), None, DatePrecision.MONTH, "2024-05"),
        (date(2024, 1, 1), None, DatePrecision.YEAR, "2024"),
        (date(2024, 1, 1), None, DatePrecision.UNKNOWN, ""),
    ],
)
def test_days_are_shown_as_far_as_they_are_known(
    first: date | None, last: date | None, precision: DatePrecision, shown: str
):
    assert when(first, last, precision) == shown


def test_every_paper_is_listed_with_formats_and_languages(capsys: pytest.CaptureFixture[str]):
    assert run(["--language", "en", "documents"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["Key", "Paper", "Formats", "Languages"]
    assert [line.split()[0] for line in lines[1:]] == [kind.key for kind in DOCUMENTS]


def test_papers_are_listed_as_json(capsys: pytest.CaptureFixture[str]):
    assert run(["documents", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["documents"]
    assert [entry["key"] for entry in listed] == [kind.key for kind in DOCUMENTS]
    assert listed[0] == {
        "key": "agreement",
        "title_zh": "协议",
        "title_en": "Agreement",
        "formats": list(DOCUMENTS[0].formats),
        "languages": list(DOCUMENTS[0].languages),
        "per_agreement": True,
    }
