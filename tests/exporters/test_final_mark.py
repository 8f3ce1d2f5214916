"""Every file says whether it is a final paper; other files are none."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from exporters.blocks import Cell, Column, Document, Row, Table
from exporters.final_mark import is_final
from exporters.registry import writer
from tests.sample_snapshots import options

TABLE = Table((Column("a", "A", 5),), (Row((Cell("b"),)),))
PAPER = Document("attendees", "名单", "zh", (TABLE,), style="sheet")


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
@pytest.mark.parametrize("final", [True, False])
def test_a_file_tells_what_it_is(form: str, final: bool, tmp_path: Path) -> None:
    file = tmp_path / f"paper.{form}"
    file.write_bytes(writer(form)(PAPER, options(final=final)).content)
    assert is_final(file) == final


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.txt"])
def test_what_is_no_paper_is_not_final(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7 no paper")
    assert not is_final(tmp_path / name)
    assert not is_final(tmp_path / f"missing-{name}")


def test_a_document_of_another_program_is_not_final(tmp_path: Path) -> None:
    for name, core in (("a.docx", "<coreProperties/>"), ("b.docx", None)):
        with ZipFile(tmp_path / name, "w") as package:
            package.writestr("word/document.xml" if core is None else "docProps/core.xml", core or "")
        assert not is_final(tmp_path / name)


@pytest.mark.parametrize("broken_at", [6, 47, 60])
def test_a_damaged_document_is_not_final(broken_at: int, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("docProps/core.xml", "<coreProperties/>" * 9)
    content = bytearray(file.read_bytes())
    content[broken_at] ^= 0xFF
    file.write_bytes(content)
    assert not is_final(file)
