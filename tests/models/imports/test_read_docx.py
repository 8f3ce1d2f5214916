"""Tables of Word documents, with what stands around them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from models.errors import KnownError
from models.imports.book import CellMark, Merge, Sheet
from models.imports.read_table import read_bytes
from tests.models.imports.old_files import parts_of, zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def read(tmp_path: Path, change: Callable[[Document], object]) -> tuple[Sheet, ...]:
    """Reads a document made by `change`."""
    document = docx.Document()
    change(document)
    document.save(str(tmp_path / "a.docx"))
    return read_bytes("a.docx", (tmp_path / "a.docx").read_bytes()).sheets


def read_cells(tmp_path: Path, *rows: str) -> Sheet:
    """Reads a table whose rows are written by hand."""
    docx.Document().save(str(tmp_path / "a.docx"))
    parts = parts_of((tmp_path / "a.docx").read_bytes())
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    parts["word/document.xml"] = f"<w:document {W} {W14}><w:body>{table}</w:body></w:document>".encode()
    comment = '<w:comment w:id="7"><w:p><w:r><w:t>改人</w:t></w:r></w:p></w:comment>'
    parts["word/comments.xml"] = f"<w:comments {W}>{comment}</w:comments>".encode()
    return read_bytes("a.docx", zipped(parts)).sheets[0]


def cell(runs: str, about: str = "") -> str:
    """A cell with one paragraph."""
    return f"<w:tc><w:tcPr>{about}</w:tcPr><w:p>{runs}</w:p></w:tc>"


def run(text: str, about: str = "") -> str:
    """Words in one style."""
    return f"<w:r><w:rPr>{about}</w:rPr><w:t>{text}</w:t></w:r>"


def test_lines_around_the_tables_come_along(tmp_path: Path):
    def change(document: Document) -> None:
        document.add_paragraph("回执")
        document.add_paragraph("")
        document.add_paragraph("单位：财政局\t联系人：张三")
        document.add_table(1, 2).cell(0, 1).text = "甲"
        document.add_paragraph("以下为工作人员")
        document.add_table(1, 1).cell(0, 0).text = "乙\n丙"
        document.add_paragraph("注：完")

    assert [(sheet.name, sheet.rows) for sheet in read(tmp_path, change)] == [
        ("1", (("回执",), ("单位：财政局", "联系人：张三"), (None, "甲"))),
        ("2", (("以下为工作人员",), ("乙\n丙",), ("注：完",))),
    ]


def test_merged_cells_are_ranges_with_the_value_in_their_first(tmp_path: Path):
    def change(document: Document) -> None:
        table = document.add_table(4, 3)
        table.cell(0, 0).merge(table.cell(0, 2)).text = "基本信息"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "财政局"
        for row, name in enumerate(("张三", "李四", "王五"), 1):
            table.cell(row, 1).text = name

    sheet = read(tmp_path, change)[0]
    assert (sheet.rows, sheet.merges) == (
        (("基本信息",), ("财政局", "张三"), (None, "李四"), (None, "王五")),
        (Merge(0, 0, 0, 2), Merge(1, 0, 2, 0)),
    )


def test_struck_words_and_comments_leave_marks(tmp_path: Path):
    comment = '<w:r><w:commentReference w:id="7"/></w:r>'
    sheet = read_cells(
        tmp_path,
        cell(run("张三", "<w:strike/>"))
        + cell(run("李四") + run("王五", "<w:dstrike/>"))
        + cell(run("赵六", '<w:strike w:val="0"/>') + comment),
    )
    assert (sheet.rows, sheet.marks) == (
        (("张三", "李四王五", "赵六"),),
        {
            (0, 0): CellMark(struck=True),
            (0, 1): CellMark(struck_text="王五"),
            (0, 2): CellMark(comment="改人"),
        },
    )


def test_what_tracked_changes_have_deleted_is_not_there(tmp_path: Path):
    deleted = "<w:del><w:r><w:delText>张三</w:delText></w:r></w:del><w:ins>" + run("李四") + "</w:ins>"
    sheet = read_cells(tmp_path, cell(deleted), "<w:trPr><w:del/></w:trPr>" + cell(run("王五")))
    assert sheet.rows == (("李四",),)


def test_ticks_of_symbol_fonts_and_boxes_are_characters(tmp_path: Path):
    box = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt>'
    ticks = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>'
    sheet = read_cells(tmp_path, cell(ticks) + cell(box.format(1) + run("是")) + cell(box.format(0) + run("否")))
    assert sheet.rows == (("☑□", "☑是", "☐否"),)


def test_rows_that_begin_later_and_cells_in_content_controls_keep_their_columns(tmp_path: Path):
    later = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell(run("丙"))
    wrapped = f"<w:sdt><w:sdtContent>{cell(run('乙'))}</w:sdtContent></w:sdt>"
    sheet = read_cells(tmp_path, cell(run("甲"), '<w:gridSpan w:val="2"/>') + wrapped, later)
    assert (sheet.rows, sheet.merges) == ((("甲", None, "乙"), (None, None, "丙")), (Merge(0, 0, 0, 1),))


def test_a_document_without_a_table_is_refused(tmp_path: Path):
    with pytest.raises(KnownError) as caught:
        read(tmp_path, lambda document: document.add_paragraph("收到，参会。"))
    assert caught.value.code == "slip_no_table"
