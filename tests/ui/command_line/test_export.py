"""`export`: the paper lies where it was asked for; what cannot be made is refused and nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from exporters.paper import Written
from models.codes import AgreementStatus
from models.records import AgendaItem, Agreement, AuditEntry, Clause, Meeting
from models.store.workspace import open_workspace
from tests.exporters.pdf.reading import copied
from ui.command_line import run

ALSO_WORD = ("agreement", "agenda")


def export(*arguments: str, folder: Path, language: str = "zh") -> int:
    """Run an export into a folder; papers that are also made for Word are made as PDF."""
    chosen = ["--format", "pdf"] if arguments[1] in ALSO_WORD and "--format" not in arguments else []
    return run(["export", *arguments, *chosen, "--language", language, "-o", str(folder)])


def test_the_paper_is_saved_under_its_name(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = tmp_path / "new" / "out"
    assert export("shangdang-whu", "agenda", folder=folder) == 0
    file = folder / "20_agenda_shangdang-whu_zh.pdf"
    assert capsys.readouterr().out == f"{file}\n"
    assert file.read_bytes().startswith(b"%PDF-")
    assert [entry.name for entry in folder.iterdir()] == [file.name]


def test_json_tells_every_file_and_is_all_there_is(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert export("shangdang-whu", "attendees", "--format", "xlsx", "--json", folder=tmp_path / "o", language="en") == 0
    captured = capsys.readouterr()
    told = json.loads(captured.out)
    [entry] = told["files"]
    file = tmp_path / "o" / "40_attendees_shangdang-whu_en.xlsx"
    content_hash = entry.pop("content_hash")
    assert (len(content_hash), set(content_hash) <= set("0123456789abcdef"), captured.err) == (64, True, "")
    assert entry == {
        "path": str(file),
        "document": "attendees",
        "format": "xlsx",
        "language": "en",
        "pages": None,
        "bytes": file.stat().st_size,
    }
    assert told["findings"] == []


def test_the_meeting_may_be_named_by_its_number(samples: Path, tmp_path: Path):
    assert export("1", "agenda", folder=tmp_path / "o") == 0
    assert len(list((tmp_path / "o").iterdir())) == 1


def test_without_a_key_every_agreement_is_written(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert export("shangdang-whu", "agreement", "--json", folder=tmp_path / "o") == 0
    files = [Path(entry["path"]).name for entry in json.loads(capsys.readouterr().out)["files"]]
    assert files == ["10_agreement_cooperation_zh.pdf", "10_agreement_source-base_zh.pdf"]
    assert sorted(entry.name for entry in (tmp_path / "o").iterdir()) == files


def test_one_agreement_is_written_where_its_key_is_given(samples: Path, tmp_path: Path):
    assert export("shangdang-whu", "agreement", "--agreement", "source-base", folder=tmp_path / "o") == 0
    assert [entry.name for entry in (tmp_path / "o").iterdir()] == ["10_agreement_source-base_zh.pdf"]


def test_a_draft_is_the_default_and_differs_from_the_final_paper(samples: Path, tmp_path: Path):
    for name, choice in (("a", []), ("b", ["--draft"]), ("c", ["--final"])):
        assert export("shangdang-whu", "agreement", *choice, folder=tmp_path / name) == 0
    name = "10_agreement_cooperation_zh.pdf"
    fronts = [copied(Written((tmp_path / folder / name).read_bytes()))[0] for folder in "abc"]
    assert fronts[0] == fronts[1]
    assert ["2024年5月20日" in front for front in fronts] == [False, False, True]


def test_agreements_alone_are_made_in_two_languages_side_by_side(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert export("shangdang-whu", "agreement", "--json", folder=tmp_path / "o", language="zh-en") == 0
    [first, _second] = json.loads(capsys.readouterr().out)["files"]
    assert (Path(first["path"]).name, first["language"]) == ("10_agreement_cooperation_zh-en.pdf", "zh-en")
    assert export("shangdang-whu", "agenda", folder=tmp_path / "p", language="zh-en") == 2
    assert not (tmp_path / "p").exists()


REFUSED = [
    (["nowhere", "agenda"], "There is no meeting “nowhere” in this workspace. It holds: "),
    (["99", "agenda"], "There is no meeting “99” in this workspace. It holds: "),
    (["\udcff", "agenda"], "There is no meeting “\ufffd\ufffd\ufffd” in this workspace. It holds: "),
    (["shangdang-whu", "poem"], "There is no document “poem”. The documents are: agreement, comparison, "),
    (["shangdang-whu", "agenda", "--format", "xls"], "“Agenda” cannot be made as “xls”. Its formats are: pdf, docx."),
    (
        ["shangdang-whu", "signature-pages", "--agreement", "x"],
        "“Signature pages” is one paper for the whole meeting; l",
    ),
    (["shangdang-whu", "attendees"], "“List of attendees” can be made in several formats; say which with --format: "),
    (["shangdang-whu", "agenda", "--agreement", "x"], "“Agenda” is one paper for the whole meeting; leave out --agr"),
    (["shangdang-whu", "agreement", "--agreement", "x"], "This meeting has no agreement “x”. Its agreements are: coo"),
    (["shangdang-whu", "agenda", "--final", "--draft"], "A paper is either --final or --draft; give one of them."),
    (
        ["shangdang-whu", "itinerary", "--format", "pdf"],
        "The meeting holds nothing for the paper “Visit itinerary” yet.",
    ),
    (
        ["hongdong-zju", "agreement"],
        "The meeting holds nothing for the paper “Agreement” yet. Enter that first; nothing",
    ),
]


@pytest.mark.parametrize(("arguments", "line"), REFUSED)
def test_what_cannot_be_made_is_refused_in_one_line(
    arguments: list[str], line: str, samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert export(*arguments, "--json", folder=tmp_path / "o") == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n"), captured.err[: len(line)]) == ("", 1, line)
    assert not (tmp_path / "o").exists()


def test_a_preset_chooses_the_page(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    made = [("standard", ()), ("grid", ("--preset", "gbt9704-grid"))]
    for name, arguments in made:
        assert (
            export("shangdang-whu", "agreement", "--agreement", "cooperation", *arguments, folder=tmp_path / name) == 0
        )
    first, second = (next((tmp_path / name).iterdir()).read_bytes() for name, _arguments in made)
    assert first != second
    assert export("shangdang-whu", "agreement", "--preset", "a3", folder=tmp_path / "none") == 2
    assert "There are: gbt9704, gbt9704-grid, common28, compact, english." in capsys.readouterr().err


def test_a_language_the_paper_lacks_is_refused(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert export("shangdang-whu", "agenda", folder=tmp_path / "o", language="fr") == 2
    assert capsys.readouterr().err == ("“Agenda” cannot be made in the language “fr”. Its languages are: zh, en.\n")


def test_a_folder_that_cannot_be_written_is_refused(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "file").write_bytes(b"kept")
    assert export("shangdang-whu", "agenda", folder=tmp_path / "file") == 2
    assert capsys.readouterr().err == (
        f"Nothing can be written to {tmp_path / 'file'} (File exists). Choose another folder; nothing was saved.\n"
    )
    assert (tmp_path / "file").read_bytes() == b"kept"


def test_a_final_paper_tells_the_places_it_leaves_open(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert export("shangdang-whu", "agreement", "--final", "--agreement", "source-base", folder=tmp_path / "o") == 0
    captured = capsys.readouterr()
    assert captured.out == f"{tmp_path / 'o' / '10_agreement_source-base_zh.pdf'}\n"
    assert captured.err.startswith("Agreement source-base: ")
    assert "Printed as ruled blanks, to be filled in by hand (" in captured.err


def test_open_places_are_warnings_in_json(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert export("shangdang-whu", "agreement", "--final", "--json", folder=tmp_path / "o", language="en") == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(finding["code"], finding["severity"], finding["place"]) for finding in found] == [
        ("open_places", "warning", "agreement/cooperation"),
        ("open_places", "warning", "agreement/source-base"),
    ]


def test_a_text_that_has_not_been_made_final_is_refused(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    with open_workspace(samples) as workspace, workspace.change("prepare") as session:
        session.scalars(select(Agreement).where(Agreement.key == "source-base")).one().status = AgreementStatus.DRAFT
    assert export("shangdang-whu", "agreement", "--final", folder=tmp_path / "o") == 2
    assert capsys.readouterr().err.startswith(
        "1 of the agreements have no final text yet (the first is ““武汉大学优质生源基地”共建"
    )
    assert not (tmp_path / "o").exists()
    assert export("shangdang-whu", "agreement", "--final", "--agreement", "cooperation", folder=tmp_path / "o") == 0


def test_a_final_text_says_what_was_frozen(samples: Path, tmp_path: Path):
    assert export("shangdang-whu", "agreement", "--final", folder=tmp_path / "a") == 0
    with open_workspace(samples) as workspace, workspace.change("edit_clause") as session:
        for clause in session.scalars(select(Clause)):
            clause.body_zh = "另一条款。"
    assert export("shangdang-whu", "agreement", "--final", folder=tmp_path / "b") == 0
    files = [sorted((tmp_path / folder).iterdir()) for folder in "ab"]
    fronts = [[copied(Written(file.read_bytes())) for file in folder] for folder in files]
    assert fronts[0] == fronts[1]


def test_a_final_english_paper_without_its_english_is_refused(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    with open_workspace(samples) as workspace, workspace.change("prepare") as session:
        session.scalars(select(AgendaItem).where(AgendaItem.meeting_id == 1)).first().title_en = ""
    assert export("shangdang-whu", "agenda", "--final", folder=tmp_path / "o", language="en") == 2
    line = capsys.readouterr().err
    assert line.startswith("The final paper “Agenda” would print Chinese where its English is missing (1×, first “")
    assert not (tmp_path / "o").exists()
    assert export("shangdang-whu", "agenda", "--final", folder=tmp_path / "o", language="zh") == 0
    assert export("shangdang-whu", "agenda", "--draft", folder=tmp_path / "o", language="en") == 0


def test_a_character_that_no_font_has_is_refused(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with open_workspace(samples) as workspace, workspace.change("prepare") as session:
        session.get(Meeting, 1).title_zh = "座谈会\U0003134f"
    assert export("shangdang-whu", "agenda", "--final", folder=tmp_path / "o") == 2
    assert capsys.readouterr().err.startswith("No font can print “\U0003134f” (U+3134F) in “")
    assert not (tmp_path / "o").exists()


def test_full_phone_numbers_leave_a_trace(samples: Path, tmp_path: Path):
    assert export("shangdang-whu", "attendees", "--format", "pdf", "--unmasked", folder=tmp_path / "o") == 0
    with open_workspace(samples) as workspace, workspace.read() as session:
        entry = session.scalars(select(AuditEntry).where(AuditEntry.label == "unmasked_export")).one()
        assert (entry.values, entry.row_count, entry.client) == (
            {"meeting": "shangdang-whu", "document": "attendees"},
            1,
            workspace.client,
        )


def test_a_paper_that_is_refused_leaves_no_trace_of_full_phone_numbers(samples: Path, tmp_path: Path):
    arguments = ("shangdang-whu", "attendees", "--format", "pdf")
    assert export(*arguments, "--final", folder=tmp_path / "o") == 0
    assert export(*arguments, "--unmasked", folder=tmp_path / "o") == 2
    with open_workspace(samples) as workspace, workspace.read() as session:
        assert session.scalars(select(AuditEntry).where(AuditEntry.label == "unmasked_export")).all() == []


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_draft_does_not_replace_the_final_paper_of_its_name(
    form: str, samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    arguments = ("shangdang-whu", "agenda", "--format", form)
    assert export(*arguments, "--final", folder=tmp_path / "o") == 0
    (final,) = (tmp_path / "o").iterdir()
    content = final.read_bytes()
    assert export(*arguments, folder=tmp_path / "o") == 2
    assert f"the first is {final}" in capsys.readouterr().err
    assert final.read_bytes() == content
    assert export(*arguments, "--final", folder=tmp_path / "o") == 0


def test_a_final_paper_replaces_a_draft_and_a_draft_a_draft(samples: Path, tmp_path: Path):
    for how in ("--draft", "--draft", "--final"):
        assert export("shangdang-whu", "agenda", how, folder=tmp_path / "o") == 0


def test_a_kept_revision_is_made_as_it_was_kept(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder, agreement = tmp_path / "o", ("shangdang-whu", "agreement", "--agreement", "cooperation")
    assert export(*agreement, "--revision", "1", folder=folder) == 0
    [file] = folder.iterdir()
    assert file.name == "10_agreement_cooperation_v1_zh.pdf"
    assert "版本 v1 · 定稿 · " in "".join(copied(Written(file.read_bytes())))
    capsys.readouterr()
    assert export(*agreement, "--revision", "1", "--final", folder=folder) == 2
    assert export(*agreement[:2], "--revision", "1", folder=folder) == 2
    assert export(*agreement, "--revision", "9", folder=folder) == 2
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(" ")[0] for line in told[:2]] == ["--revision", "--revision"]
    assert told[2].endswith("has no revision 9. It has: 1.")
    assert len(list(folder.iterdir())) == 1
