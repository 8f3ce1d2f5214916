"""Slips whose trouble is the file: encodings, formats, names that lie, passwords, pictures, endless sheets."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.styles import PatternFill
from PIL import Image as Picture

from tests.models.imports.corpus import Slip, excel, person
from tests.models.imports.old_files import locked_xls, ods, table_xml, xls, xlsx_with

UNIT = "上党区农业农村局"
HEADINGS = ("姓名", "单位", "职务", "手机")
ROWS = (HEADINGS, ("温故", UNIT, "局长", "13935520001"), ("申明", UNIT, "科长", "13935520002"))
PEOPLE = (person("温故", UNIT, "局长", "13935520001"), person("申明", UNIT, "科长", "13935520002"))
PASSWORD = "晋城2024"
FAR_ROW = 1_048_576
Make = Callable[[Path], object]


def text(encoding: str, separator: str = ",", mark: bytes = b"") -> Make:
    """How to make a text file with separators."""
    lines = "".join(separator.join(row) + "\r\n" for row in ROWS)
    return lambda path: path.write_bytes(mark + lines.encode(encoding))


def bytes_of(make: Make, folder: Path) -> bytes:
    """What a file would hold."""
    path = folder / "made"
    make(path)
    content = path.read_bytes()
    path.unlink()
    return content


def locked(path: Path) -> None:
    """An Excel workbook with a password to open."""
    plain, closed = BytesIO(bytes_of(excel(ROWS), path.parent)), BytesIO()
    OOXMLFile(plain).encrypt(PASSWORD, closed)
    path.write_bytes(closed.getvalue())


def word(path: Path) -> None:
    """A Word document: a line above the table, a unit merged over two rows, a note below."""
    document = docx.Document()
    document.add_heading("参会回执")
    document.add_paragraph(f"填报单位：{UNIT}\t联系电话：0355-2113477")
    table = document.add_table(3, 4)
    for row, values in enumerate(ROWS):
        for column, value in enumerate(values):
            table.cell(row, column).text = "" if (row, column) == (2, 1) else value
    table.cell(1, 1).merge(table.cell(2, 1)).text = UNIT
    document.add_paragraph("注：请于5月10日前反馈。")
    document.save(str(path))


def pictured(path: Path) -> None:
    """WPS keeps a photograph in a cell as a formula; a stamp floats over the sheet."""

    def change(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["E2"] = '=_xlfn.DISPIMG("ID_8C2F",1)'
        stamp = BytesIO()
        Picture.new("RGB", (20, 20), "red").save(stamp, "PNG")
        sheet.add_image(Image(stamp), "F2")

    excel(((*HEADINGS, "照片"), *ROWS[1:]), change=change)(path)


def _paint_far(book: Workbook) -> None:
    book.worksheets[0].cell(FAR_ROW, 4).fill = PatternFill("solid", "FFFF00")


def _write_far(book: Workbook) -> None:
    book.worksheets[0].cell(300, 1, "打印日期：2024年5月8日")


def _protect(book: Workbook) -> None:
    book.worksheets[0].protection.set_password("1")
    book.worksheets[0].freeze_panes = "A2"
    book.worksheets[0].auto_filter.ref = "A1:D3"


SLIPS = (
    Slip("gbk.csv", (17,), text("gb18030"), PEOPLE),
    Slip("utf8.csv", (17,), text("utf-8"), PEOPLE),
    Slip("utf8-bom.csv", (17,), text("utf-8", mark=b"\xef\xbb\xbf"), PEOPLE),
    Slip("unicode.csv", (41,), text("utf-16-le", "\t", b"\xff\xfe"), PEOPLE),
    Slip("表格.tsv", (17,), text("gb18030", "\t"), PEOPLE),
    Slip("老表格.xls", (27,), xls(ROWS), PEOPLE),
    Slip("金山.et", (27,), xls(ROWS), PEOPLE),
    Slip("开放格式.ods", (27,), ods(table_xml(ROWS)), PEOPLE),
    Slip("文档.docx", (27, 4), word, PEOPLE),
    Slip("名不副实.xls", (28,), excel(ROWS), PEOPLE),
    Slip("也不副实.xlsx", (28,), xls(ROWS), PEOPLE),
    Slip("加密.xlsx", (29,), locked, PEOPLE, password=PASSWORD),
    Slip("加密老表格.xls", (29,), locked_xls(ROWS, PASSWORD), PEOPLE, password=PASSWORD),
    Slip("照片.xlsx", (30, 31), pictured, PEOPLE),
    Slip("用到最后一行.xlsx", (34,), excel(ROWS, change=_paint_far), PEOPLE),
    Slip("远处有字.xlsx", (34,), excel(ROWS, change=_write_far), PEOPLE),
    Slip("受保护.xlsx", (29, 34), excel(ROWS, change=_protect), PEOPLE),
    Slip("带宏.xlsm", (40,), xlsx_with(excel(ROWS), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macros"}), PEOPLE),
)
