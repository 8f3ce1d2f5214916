"""Cards and the invitation from the command line: formats chosen, wrong ones refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from ui.command_line import run


def export(folder: Path, *arguments: str, language: str = "zh-en") -> list[str]:
    """Make a paper of a meeting of one person; the files it left."""
    assert run(["export", "shangdang-whu", *arguments, "--language", language, "-o", str(folder)]) == 0
    return sorted(file.name for file in folder.iterdir())


def test_cards_are_made_in_the_format_asked_for(samples: Path, tmp_path: Path):
    chosen = ("--table-card", "200x100", "--one-face", "--names-only", "--final")
    (name,) = export(tmp_path / "o", "table-cards", *chosen)
    assert name == "54_table-cards_shangdang-whu_zh-en.pdf"
    with pypdfium2.PdfDocument(tmp_path / "o" / name) as pdf:
        assert len(pdf) == 1
        words = pdf[0].get_textpage().get_text_range().splitlines()
    assert words == ["梁　涛", "Liang Tao"]


def test_an_invitation_is_a_notice_where_asked_for(samples: Path, tmp_path: Path):
    names = export(tmp_path / "o", "invitation", "--format", "docx", "--as-notice", language="zh")
    assert names == ["35_invitation_shangdang-whu_zh.docx"]


@pytest.mark.parametrize(
    ("size", "told"),
    [
        ("big", "There is no card format “big”. The formats are: a4-folded, tri-fold, 200x100, 210x140."),
        ("299x150", "A card of 299 × 300 mm (2 faces) does not fit on a sheet of A4."),
    ],
)
def test_a_wrong_size_is_refused(
    size: str, told: str, samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    arguments = ["export", "shangdang-whu", "table-cards", "--table-card", size, "--language", "zh"]
    assert run(["--language", "en", *arguments, "-o", str(tmp_path / "o")]) == 2
    assert capsys.readouterr().err.startswith(told)
    assert not (tmp_path / "o").exists()
