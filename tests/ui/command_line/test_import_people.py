"""`import-people`: the plan as JSON and in words, a dry run, what is written, what is refused, and one step to undo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from models.records import Attendance, Meeting, Person
from models.store.history import StepName
from models.store.kept_files import folder_of
from models.store.workspace import open_workspace
from tests.models.imports.corpus import slip, workbook
from ui.command_line import run

ROWS = (
    ("参会回执",),
    ("序号", "姓 名", "单位", "职务", "手机号码", "是否住宿", "照片"),
    (1, "温故", "上党区农业农村局", "局长", 13935501111, "是", None),
    (2, "申明", "上党区农业农村局", "科长", "139-3550-2222", "否", None),
)
WEN = {
    "name_zh": "温故",
    "organization": "上党区农业农村局",
    "title_zh": "局长",
    "phone": "13935501111",
    "lodging": "yes",
}


@pytest.fixture
def slip_file(tmp_path: Path) -> Path:
    """A plain slip of two people, with a column nobody knows."""
    path = tmp_path / "回执.xlsx"
    workbook(path, ROWS)
    return path


def people(workspace: Path) -> list[str]:
    """The names on the list of the meeting."""
    with open_workspace(workspace) as opened, opened.read() as session:
        query = select(Person.name_zh).join(Attendance, Attendance.person_id == Person.id)
        of_meeting = query.join(Meeting).where(Meeting.key == "shangdang-whu").order_by(Attendance.rank)
        return list(session.scalars(of_meeting))


def planned(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> dict[str, Any]:
    """The plan as JSON; nothing else is printed."""
    assert run(["import-people", "shangdang-whu", *arguments, "--json"]) == status
    captured = capsys.readouterr()
    found: dict[str, Any] = json.loads(captured.out)
    return found


def test_a_plan_is_one_json_document(samples: Path, slip_file: Path, capsys: pytest.CaptureFixture[str]):
    shen = {**WEN, "name_zh": "申明", "title_zh": "科长", "phone": "13935502222", "lodging": "no"}
    letters = ("sequence", "name_zh", "organization", "title_zh", "phone", "lodging")
    columns = dict(zip("ABCDEF", letters, strict=True))
    assert planned(capsys, str(slip_file), "--dry-run") == {
        "file": "回执.xlsx",
        "sheets": [{"name": "Sheet1", "header_rows": [2], "columns": columns, "unknown_columns": ["照片"]}],
        "rows": [
            {"sheet": "Sheet1", "row": row, "action": "add", "person": person, "reasons": []}
            for row, person in ((3, WEN), (4, shen))
        ],
        "counts": {"add": 2, "update": 0, "same": 0, "doubt": 0, "refuse": 0},
    }


def test_a_dry_run_writes_nothing(samples: Path, slip_file: Path, capsys: pytest.CaptureFixture[str]):
    before = people(samples)
    assert run(["import-people", "shangdang-whu", str(slip_file), "--dry-run"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == (
        "回执.xlsx › Sheet1: header in row 2; A Number in the list, B Name, C Organization, D Job title, E Mobile, "
        "F Needs a room, not understood: 照片"
    )
    assert out[1:] == [
        "row         plan  name  organization      why",
        "Sheet1 › 3  new   温故  上党区农业农村局",
        "Sheet1 › 4  new   申明  上党区农业农村局",
        "2 new, 0 to be updated, 0 with nothing new, 0 in doubt, 0 refused.",
    ]
    assert (people(samples), folder_of(samples).exists()) == (before, False)


def test_people_are_written_in_one_step_and_the_slip_is_kept(
    samples: Path, slip_file: Path, capsys: pytest.CaptureFixture[str]
):
    before = people(samples)
    assert run(["import-people", "shangdang-whu", str(slip_file)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[-1] == "Imported. People added: 2; updated: 0; groups: 0; new organizations: 1."
    assert set(people(samples)) - set(before) == {"温故", "申明"}
    assert len([file for file in folder_of(samples).rglob("*") if file.is_file()]) == 1
    with open_workspace(samples) as workspace:
        assert workspace.next_undo() == StepName("import_people", {"count": 2})
        workspace.undo()
    assert people(samples) == before


def test_undo_counts_people_and_no_groups(samples: Path, tmp_path: Path):
    workbook(tmp_path / "回执.xlsx", (*ROWS, (3, "随行2人", "上党区农业农村局", "", "", "", None)))
    assert run(["import-people", "shangdang-whu", str(tmp_path / "回执.xlsx")]) == 0
    with open_workspace(samples) as workspace:
        assert workspace.next_undo() == StepName("import_people", {"count": 2})


def test_a_second_time_nothing_is_new(samples: Path, slip_file: Path, capsys: pytest.CaptureFixture[str]):
    assert planned(capsys, str(slip_file))["counts"]["add"] == 2
    assert planned(capsys, str(slip_file))["counts"] == {"add": 0, "update": 0, "same": 2, "doubt": 0, "refuse": 0}


def test_what_is_known_already_is_told_with_what_differs(
    samples: Path, slip_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    planned(capsys, str(slip_file))
    later = tmp_path / "later.xlsx"
    workbook(later, (("姓名", "单位", "职务", "手机"), ("温故", "", "书记", "13935501111"), ("申明", "", "", "")))
    first, second = planned(capsys, str(later), "--dry-run")["rows"]
    assert (first["action"], first["reasons"]) == (
        "update",
        [
            {
                "code": "differs",
                "values": {"field": "title_zh", "stored": "局长", "slip": "书记"},
                "text": "Job title: “局长” becomes “书记”",
            }
        ],
    )
    assert (second["action"], [reason["code"] for reason in second["reasons"]]) == ("doubt", ["same_name_only"])


def test_a_sheet_that_was_left_out_is_told(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = slip("隐藏行与隐藏表.xlsx").write(tmp_path)
    shown, hidden = planned(capsys, str(path), "--dry-run")["sheets"]
    assert [note["code"] for note in shown["notes"]] == ["rows_hidden"]
    assert (hidden["columns"], hidden["notes"][0]["text"]) == (
        {},
        "The sheet “Sheet2” is hidden (2 rows) and was left out; it can be included.",
    )


def test_several_files_are_one_plan_each_and_counted_together(
    samples: Path, slip_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    other = tmp_path / "other.xlsx"
    workbook(other, (("姓名", "单位"), ("温故", "上党区农业农村局"), ("任重", "财政局")))
    found = planned(capsys, str(slip_file), str(other), "--dry-run")
    assert [(file["file"], file["counts"]["add"]) for file in found["files"]] == [("回执.xlsx", 2), ("other.xlsx", 1)]
    assert found["counts"] == {"add": 3, "update": 0, "same": 1, "doubt": 0, "refuse": 0}


def test_a_file_that_cannot_be_read_is_one_line_and_exit_status_2(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    bad = tmp_path / "a.xlsx"
    bad.write_bytes(b"")
    locked, missing = slip("加密.xlsx").write(tmp_path), tmp_path / "none.xlsx"
    for path in (bad, locked, missing):
        assert run(["import-people", "shangdang-whu", str(path)]) == 2
        captured = capsys.readouterr()
        assert (captured.out, captured.err.count("\n"), path.name in captured.err) == ("", 1, True)
    assert run(["import-people", "no-such", str(bad)]) == 2


def test_a_file_without_a_table_and_an_empty_folder_are_refused(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    prose, empty = tmp_path / "a.xlsx", tmp_path / "empty"
    workbook(prose, (("请于5月10日前报名。",),))
    empty.mkdir()
    assert [run(["import-people", "shangdang-whu", str(path)]) for path in (prose, empty)] == [2, 2]
    assert capsys.readouterr().err.splitlines() == [
        "a.xlsx holds no table: a list needs columns with headings. Look whether it is the right file.",
        f"There is no file to be read in {empty}. Name the reply slips, or the folder they lie in.",
    ]


def test_one_bad_file_among_several_gives_exit_status_1(
    samples: Path, slip_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "b.xlsx").write_bytes(b"")
    assert planned(capsys, str(slip_file), str(tmp_path / "b.xlsx"), status=1)["counts"]["add"] == 2


def test_a_password_opens_a_locked_slip(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    locked = slip("加密.xlsx")
    path = locked.write(tmp_path)
    found = planned(capsys, str(path), "--password", locked.password, "--dry-run")
    assert found["counts"]["add"] == len(locked.people)


def test_rows_are_told_in_chinese_without_anybodys_number(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "a.xlsx"
    workbook(path, (("姓名", "单位", "手机"), ("温故", "财政局", "13935501111 转告"), ("合计", 1, None)))
    assert run(["--language", "zh", "import-people", "shangdang-whu", str(path), "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "13935501111" not in out
    assert "新增 1，更新 0，无变化 0，待定 0，未采用 0。" in out
