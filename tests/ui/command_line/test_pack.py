"""`pack`: everything there is material for, in one go, with a word about what is not."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from exporters.assembly import assemble_agreement
from models.actions.revisions import keep_revision
from models.codes import RevisionKind
from models.records import Agreement, AuditEntry
from models.snapshots.take import take_meeting
from models.store.queries import find_meeting
from models.store.workspace import open_workspace
from ui.command_line import run


class Terminal(io.StringIO):
    """A text stream that is a terminal."""

    def isatty(self) -> bool:
        return True


PAPERS = [
    "10_agreement_cooperation_zh.docx",
    "10_agreement_cooperation_zh.pdf",
    "10_agreement_source-base_zh.docx",
    "10_agreement_source-base_zh.pdf",
    "15_signature-pages_shangdang-whu_zh.pdf",
    "20_agenda_shangdang-whu_zh.docx",
    "20_agenda_shangdang-whu_zh.pdf",
    "25_handbook_shangdang-whu_zh.pdf",
    "30_schedule_shangdang-whu_zh.pdf",
    "35_invitation_shangdang-whu_zh.docx",
    "35_invitation_shangdang-whu_zh.pdf",
    "37_reply-slip_shangdang-whu_zh.xlsx",
    "40_attendees_shangdang-whu_zh.pdf",
    "40_attendees_shangdang-whu_zh.xlsx",
    "50_sign-in_shangdang-whu_zh.pdf",
    "50_sign-in_shangdang-whu_zh.xlsx",
    "54_table-cards_shangdang-whu_zh.pdf",
    "56_badges_shangdang-whu_zh.pdf",
    "70_ledger_shangdang-whu_zh.xlsx",
    "75_register_shangdang-whu_zh.xlsx",
    "80_fact-sheet_shangdang-whu_zh.docx",
    "90_proof-sheet_shangdang-whu_zh.pdf",
]
FINAL_SET = [
    "01-signing-set/01_signing-order_shangdang-whu_zh.pdf",
    "01-signing-set/02_print-job_shangdang-whu_zh.pdf",
    "01-signing-set/print-shop-zh/00_印制清单.pdf",
    "01-signing-set/print-shop-zh/01_上党区与武汉大学合作协议_甲方正本_1份_A4双面.pdf",
    "01-signing-set/print-shop-zh/02_上党区与武汉大学合作协议_乙方正本_1份_A4双面.pdf",
    "01-signing-set/print-shop-zh/03_“武汉大学优质生源基地”共建协议_甲方正本_1份_A4双面.pdf",
    "01-signing-set/print-shop-zh/04_“武汉大学优质生源基地”共建协议_乙方正本_1份_A4双面.pdf",
]
DRAFT_SET = [
    (name if "份" not in name else name.replace(".pdf", "_预览稿.pdf")).replace("-set/", "-set-draft/", 1)
    for name in FINAL_SET
]
ASSUMED = (
    "Signing set: “{agreement}” does not say how many originals there are; the signing set holds one for each party."
)
COUNT = len(PAPERS) + len(FINAL_SET)


def names(folder: Path) -> list[str]:
    """The files below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def pack(folder: Path, *arguments: str) -> int:
    """Pack the meeting in Shangdang in Chinese."""
    return run(["pack", "shangdang-whu", "--language", "zh", *arguments, "-o", str(folder)])


def test_signing_set_and_papers_with_material_are_saved_and_the_rest_is_named(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "o"
    assert pack(folder) == 0
    captured = capsys.readouterr()
    assert names(folder) == sorted(PAPERS + DRAFT_SET)
    assert sorted(Path(line).relative_to(folder).as_posix() for line in captured.out.splitlines()) == names(folder)
    assert captured.err.splitlines() == [
        "“Contact list” was left out: the meeting holds nothing for it yet.",
        "“Visit itinerary” was left out: the meeting holds nothing for it yet.",
        "“Logistics” was left out: the meeting holds nothing for it yet.",
        ASSUMED.format(agreement="上党区与武汉大学合作协议"),
        ASSUMED.format(agreement="“武汉大学优质生源基地”共建协议"),
        f"{COUNT} papers saved in {folder}",
    ]


def test_json_lists_files_and_what_was_left_out(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert pack(tmp_path / "o", "--final", "--unmasked", "--json") == 0
    captured = capsys.readouterr()
    told = json.loads(captured.out)
    assert sorted(Path(entry["path"]).relative_to(tmp_path / "o").as_posix() for entry in told["files"]) == sorted(
        PAPERS + FINAL_SET
    )
    assert [(finding["code"], finding["place"]) for finding in told["findings"]] == [
        ("open_places", "agreement/cooperation"),
        ("open_places", "agreement/source-base"),
        ("open_places", "invitation"),
        ("open_places", "reply-slip"),
        ("left_out", "contacts"),
        ("left_out", "itinerary"),
        ("left_out", "logistics"),
        ("copies_assumed", "signing-set"),
        ("copies_assumed", "signing-set"),
    ]
    assert captured.err == ""
    with open_workspace(samples) as workspace, workspace.read() as session:
        entry = session.scalars(select(AuditEntry).where(AuditEntry.label == "unmasked_export")).one()
        assert entry.values == {"meeting": "shangdang-whu", "document": "pack"}


def freeze_again(samples: Path, key: str) -> None:
    """Open a final text again and make it final as it stands now."""
    at = datetime(2024, 5, 19, tzinfo=UTC)
    with open_workspace(samples) as workspace, workspace.change("prepare") as session:
        snapshot = take_meeting(session, find_meeting(session, "shangdang-whu"), taken_at=at)
        agreement = session.scalars(select(Agreement).where(Agreement.key == key)).one()
        text = assemble_agreement(snapshot, key, made_at=at)
        keep_revision(session, agreement.id, text, kind=RevisionKind.FINAL, author="office", at=at)


def test_copies_of_an_earlier_set_in_the_print_shop_folder_are_told(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert pack(tmp_path / "o", "--final") == 0
    with open_workspace(samples) as workspace, workspace.change("prepare") as session:
        agreement = session.scalars(select(Agreement).where(Agreement.key == "cooperation")).one()
        agreement.originals = 4
    freeze_again(samples, "cooperation")
    capsys.readouterr()
    assert pack(tmp_path / "o", "--final") == 0
    older = tmp_path / "o" / "01-signing-set/print-shop-zh/01_上党区与武汉大学合作协议_甲方正本_1份_A4双面.pdf"
    assert (
        f"Signing set: Copies of an earlier set still lie in the folder for the print shop (2, the first is {older}). "
        "Remove them, so that nobody prints them."
    ) in capsys.readouterr().err.splitlines()
    assert pack(tmp_path / "new", "--final") == 0
    assert "earlier set" not in capsys.readouterr().err


def test_copies_are_told_as_the_agreement_they_are(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert pack(tmp_path / "o", "--swap-labels", "--single-sided", "--json") == 0
    files = json.loads(capsys.readouterr().out)["files"]
    hashes = {
        entry["content_hash"]
        for entry in files
        if entry["document"] == "agreement" and entry["format"] == "pdf" and "合作协议" in entry["path"]
    }
    [agreement] = [entry for entry in files if entry["path"].endswith("10_agreement_cooperation_zh.pdf")]
    assert hashes == {agreement["content_hash"]}
    assert [Path(entry["path"]).name for entry in files if "乙方" in entry["path"]] == [
        "02_上党区与武汉大学合作协议_乙方正本_1份_A4单面_预览稿.pdf",
        "04_“武汉大学优质生源基地”共建协议_乙方正本_1份_A4单面_预览稿.pdf",
    ]
    assert all(entry["pages"] > 0 and entry["bytes"] > 0 for entry in files if entry["document"] == "signing-set")


def test_on_a_terminal_a_bar_shows_how_far_it_is(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert pack(tmp_path / "o") == 0
    bars = [part.split()[1] for part in terminal.getvalue().split("\r") if part.startswith("[")]
    assert bars == [f"{done}/{COUNT}" for done in range(COUNT + 1)]
    assert terminal.getvalue().splitlines()[-1] == f"{COUNT} papers saved in {tmp_path / 'o'}"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["nowhere", "--language", "zh"], "There is no meeting “nowhere” in this workspace."),
        (["shangdang-whu", "--language", "fr"], "“Signing set” cannot be made in the language “fr”."),
        (["shangdang-whu", "--language", "zh-en"], "“Signing set” cannot be made in the language “zh-en”."),
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


def test_drafts_never_take_the_place_of_final_papers(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = tmp_path / "o"
    assert pack(folder, "--final") == 0
    before = {name: (folder / name).read_bytes() for name in names(folder)}
    capsys.readouterr()
    assert pack(folder) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        f"Drafts would replace final papers ({len(PAPERS)}, the first is {folder / PAPERS[1]}). Choose another folder, "
        "or make final papers (--final); nothing was saved.",
    ]
    assert {name: (folder / name).read_bytes() for name in names(folder)} == before


def test_a_text_for_reading_has_no_copies_in_the_pack(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "o"
    assert run(["pack", "shangdang-whu", "--language", "en", "-o", str(folder)]) == 0
    assert [name for name in names(folder) if "agreement" in name or "set" in name] == [
        "10_agreement_cooperation_en.docx",
        "10_agreement_cooperation_en.pdf",
        "10_agreement_source-base_en.docx",
        "10_agreement_source-base_en.pdf",
    ]
    told = [line for line in capsys.readouterr().err.splitlines() if "read only" in line]
    assert len(told) == 2
    assert told[0].startswith("Signing set: “Cooperation Agreement between ")
    assert told[0].endswith("” is here to be read only: its copies are made with the Chinese papers.")
