"""`pack`: everything there is material for, in one go, with a word about what is not."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from sqlalchemy import select

from models.records import AuditEntry
from models.store.workspace import open_workspace
from ui.command_line import run


class Terminal(io.StringIO):
    """A text stream that is a terminal."""

    def isatty(self) -> bool:
        return True


SHANGDANG = [
    "10_agreement_cooperation_zh.pdf",
    "10_agreement_source-base_zh.pdf",
    "20_agenda_shangdang-whu_zh.pdf",
    "30_schedule_shangdang-whu_zh.pdf",
    "40_attendees_shangdang-whu_zh.pdf",
    "40_attendees_shangdang-whu_zh.xlsx",
    "50_sign-in_shangdang-whu_zh.xlsx",
    "70_ledger_shangdang-whu_zh.xlsx",
    "80_fact-sheet_shangdang-whu_zh.docx",
]


def test_every_paper_with_material_is_saved_and_the_rest_is_named(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert run(["pack", "shangdang-whu", "--language", "zh", "-o", str(tmp_path / "o")]) == 0
    captured = capsys.readouterr()
    assert sorted(path.name for path in (tmp_path / "o").iterdir()) == SHANGDANG
    assert sorted(Path(line).name for line in captured.out.splitlines()) == SHANGDANG
    assert captured.err.splitlines() == [
        "“Visit itinerary” was left out: the meeting holds nothing for it yet.",
        f"9 papers saved in {tmp_path / 'o'}",
    ]


def test_json_lists_files_and_what_was_left_out(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    arguments = ["pack", "shangdang-whu", "--language", "zh", "--final", "--unmasked", "-o", str(tmp_path), "--json"]
    assert run(arguments) == 0
    captured = capsys.readouterr()
    told = json.loads(captured.out)
    assert sorted(Path(entry["path"]).name for entry in told["files"]) == SHANGDANG
    assert [(finding["code"], finding["place"]) for finding in told["findings"]] == [
        ("open_places", "agreement/cooperation"),
        ("open_places", "agreement/source-base"),
        ("left_out", "itinerary"),
    ]
    assert captured.err == ""
    with open_workspace(samples) as workspace, workspace.read() as session:
        entry = session.scalars(select(AuditEntry).where(AuditEntry.label == "unmasked_export")).one()
        assert entry.values == {"meeting": "shangdang-whu", "document": "pack"}


def test_on_a_terminal_a_bar_shows_how_far_it_is(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert run(["pack", "shangdang-whu", "--language", "zh", "-o", str(tmp_path / "o")]) == 0
    bars = [part.split()[1] for part in terminal.getvalue().split("\r") if part.startswith("[")]
    assert bars == [f"{done}/9" for done in range(10)]
    assert terminal.getvalue().splitlines()[-1] == f"9 papers saved in {tmp_path / 'o'}"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["nowhere", "--language", "zh"], "There is no meeting “nowhere” in this workspace."),
        (["shangdang-whu", "--language", "fr"], "“Agreement” cannot be made in the language “fr”."),
        (["shangdang-whu", "--language", "zh", "--final", "--draft"], "A paper is either --final or --draft;"),
        (["shangdang-whu"], "the following arguments are required: --language."),
    ],
)
def test_what_cannot_be_packed_is_refused_and_nothing_is_written(
    arguments: list[str], line: str, samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert run(["pack", *arguments, "-o", str(tmp_path / "o"), "--json"]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n"), captured.err[: len(line)]) == ("", 1, line)
    assert not (tmp_path / "o").exists()
