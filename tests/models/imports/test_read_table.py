"""A file is known by its bytes; what cannot be read is refused in words that say what to do."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from xlwt.CompoundDoc import XlsDoc

from models.errors import KnownError
from models.imports.limits import MEGABYTE, MOST_BYTES
from models.imports.read_table import read_bytes, read_file
from tests.models.imports.corpus import Slip, excel, slips
from tests.models.imports.corpus_files import HEADINGS, PASSWORD, ROWS, bytes_of, locked, text
from tests.models.imports.old_files import parts_of, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML = "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>姓名</td></tr></table></html>"


def code(name: str, content: bytes, password: str = "") -> str:
    """The code with which bytes are refused."""
    with pytest.raises(KnownError) as caught:
        read_bytes(name, content, password=password)
    return caught.value.code


@pytest.mark.parametrize("slip", slips(), ids=lambda slip: slip.file)
def test_every_slip_of_the_corpus_is_read(slip: Slip, tmp_path: Path):
    path = slip.write(tmp_path)
    book = read_file(path, password=slip.password)
    content = path.read_bytes()
    about = (slip.file, hashlib.sha256(content).hexdigest(), len(content))
    assert (book.name, book.sha256, book.size, any(sheet.rows for sheet in book.sheets)) == (*about, True)


@pytest.mark.parametrize(
    ("name", "content", "refused"),
    [
        ("空.xlsx", b"", "slip_empty"),
        ("网页.xls", HTML.encode("gb18030"), "slip_web_page"),
        ("网页.xls", b"\xef\xbb\xbf  \r\n<!DOCTYPE html><p>", "slip_web_page"),
        ("网页.xls", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "slip_web_page"),
        ("标记.xls", b'<?xml version="1.0"?><Workbook/>', "slip_xml"),
        ("扫描.pdf", b"%PDF-1.7\n", "slip_pdf"),
        ("照片.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "slip_picture"),
        ("截图.xlsx", b"\x89PNG\r\n\x1a\n", "slip_picture"),
        ("手机.heic", b"\0\0\0\x18ftypheic", "slip_picture"),
        ("微信.webp", b"RIFF\0\0\0\0WEBPVP8 ", "slip_picture"),
        ("压缩.rar", b"Rar!\x1a\x07\x01\0", "slip_archive"),
        ("压缩.zip", zipped({"回执.txt": b"x"}), "slip_archive"),
        ("幻灯.pptx", zipped({"ppt/presentation.xml": b"<x/>"}), "slip_unknown"),
        ("二进制.xlsb", zipped({"xl/workbook.bin": b"x"}), "slip_binary_workbook"),
        ("旧文档.doc", b"{\\rtf1\\ansi", "slip_old_word"),
        ("正文.xlsx", "这不是表格。\n只是几行字。\n".encode(), "slip_no_table"),
        ("乱码.xlsx", bytes(range(1, 256)) * 20, "slip_unknown"),
        ("断.xls", OLE + b"\0" * 600, "slip_damaged"),
    ],
)
def test_what_is_no_list_is_refused_by_its_bytes(name: str, content: bytes, refused: str):
    assert code(name, content) == refused


def test_a_text_table_is_read_under_any_name(tmp_path: Path):
    content = bytes_of(text("gb18030", "\t"), tmp_path)
    assert [read_bytes(name, content).kind for name in ("导出.xls", "导出.txt", "导出")] == ["csv"] * 3


def test_a_password_is_asked_for_and_tried(tmp_path: Path):
    content = bytes_of(locked, tmp_path)
    refused = [code("加密.xlsx", content), code("加密.xlsx", content, "错")]
    opened = read_bytes("加密.xlsx", content, password=PASSWORD)
    assert (refused, opened.kind, opened.size) == (
        ["slip_password_needed", "slip_password_wrong"],
        "xlsx",
        len(content),
    )


def test_a_locked_file_that_asks_for_minutes_of_work_is_refused(tmp_path: Path):
    content = bytes_of(locked, tmp_path)
    assert code("加密.xlsx", content.replace(b'spinCount="100000"', b'spinCount="9999999"')) == "slip_unsafe"


@pytest.mark.parametrize("lock", ["~$回执.xlsx", ".~回执.xlsx", ".~lock.回执.xlsx#", "~$执.xlsx"])
def test_a_file_that_is_open_elsewhere_is_refused(tmp_path: Path, lock: str):
    name = "回执.xlsx" if lock != "~$执.xlsx" else "××执.xlsx"
    path = tmp_path / name
    excel(ROWS)(path)
    (tmp_path / lock).write_bytes(b"x")
    with pytest.raises(KnownError) as caught:
        read_file(path)
    assert (caught.value.code, caught.value.values) == ("slip_open_elsewhere", {"name": name, "lock": lock})


def test_the_mark_of_an_open_file_is_no_slip(tmp_path: Path):
    path = tmp_path / "~$回执.xlsx"
    path.write_bytes(b"x" * 165)
    with pytest.raises(KnownError) as caught:
        read_file(path)
    assert caught.value.code == "slip_is_lock"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path):
    found = []
    for path in (tmp_path / "没有.xlsx", tmp_path):
        with pytest.raises(KnownError) as caught:
            read_file(path)
        found.append((caught.value.code, caught.value.values["reason"]))
    assert found == [("slip_not_readable", "No such file or directory"), ("slip_not_readable", "Is a directory")]


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path):
    path = tmp_path / "大.xlsx"
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(KnownError) as caught:
        read_file(path)
    assert (caught.value.code, caught.value.values["most"]) == ("slip_too_large", 50)


def test_part_names_with_capitals_and_backslashes_are_found(tmp_path: Path):
    parts = parts_of(bytes_of(excel(ROWS), tmp_path))
    odd = {name.replace("xl/worksheets/sheet1.xml", "xl\\Worksheets\\Sheet1.xml"): part for name, part in parts.items()}
    assert read_bytes("a.xlsx", zipped(odd)).sheets[0].rows == (HEADINGS, *ROWS[1:])


def test_a_locked_old_workbook_asks_for_its_password_and_is_not_unlocked_where_it_is_huge():
    records = b"\x09\x08\x02\x00\x00\x06" + b"\x2f\x00\x36\x00" + b"\x01\x00" * 27
    found = []
    for size in (5_000, 11 * MEGABYTE):
        written = BytesIO()
        XlsDoc().save(written, records + b"\0" * size)
        found.append(code("旧.xls", written.getvalue()))
    assert found == ["slip_password_needed", "slip_too_large"]
