"""Writes files that no library here writes well: old Excel, OpenDocument, and zip files with odd parts."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from hashlib import md5
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import xlwt
from msoffcrypto.method.rc4 import DocumentRC4
from olefile import OleFileIO
from xlwt.CompoundDoc import XlsDoc

Make = Callable[[Path], object]
Rows = Iterable[Sequence[object]]

_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">'
    "<office:automatic-styles>{styles}</office:automatic-styles>"
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
)


def xls(rows: Rows, *, change: Callable[[xlwt.Worksheet], object] | None = None) -> Make:
    """How to make an Excel 97 workbook; days are written as days."""

    def make(path: Path) -> None:
        book = xlwt.Workbook()
        sheet = book.add_sheet("回执")
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                shown = "YYYY-MM-DD HH:MM" if isinstance(value, datetime) else "YYYY-MM-DD"
                style = xlwt.easyxf(num_format_str=shown) if isinstance(value, date) else xlwt.Style.default_style
                if value is not None:
                    sheet.write(row, column, value, style)
        if change:
            change(sheet)
        book.save(str(path))

    return make


def table_xml(rows: Rows, name: str = "回执") -> str:
    """A sheet of an OpenDocument workbook, texts only."""
    lines = ("".join(cell_xml(str(value)) for value in row) for row in rows)
    return sheet_xml("".join(f"<table:table-row>{line}</table:table-row>" for line in lines), name)


def sheet_xml(rows: str, name: str = "回执", about: str = "") -> str:
    """A sheet with these rows."""
    return f'<table:table table:name="{name}" {about}>{rows}</table:table>'


def cell_xml(text: str, about: str = "", kind: str = "string") -> str:
    """A cell that shows a text."""
    return f'<table:table-cell office:value-type="{kind}" {about}><text:p>{escape(text)}</text:p></table:table-cell>'


def ods(*tables: str, styles: str = "") -> Make:
    """How to make an OpenDocument workbook."""
    content = _ODS.format(styles=styles, tables="".join(tables)).encode()
    parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    return lambda path: path.write_bytes(zipped(parts))


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip file with these parts."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return written.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a zip file."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def xlsx_with(make: Make, parts: Mapping[str, bytes]) -> Make:
    """How to make the same file with other or more parts."""

    def changed(path: Path) -> None:
        make(path)
        path.write_bytes(zipped({**parts_of(path.read_bytes()), **parts}))

    return changed


def locked_xls(rows: Rows, password: str) -> Make:
    """How to make an Excel 97 workbook with a password to open (RC4, MS-XLS 2.2.10)."""

    def make(path: Path) -> None:
        xls(rows)(path)
        with OleFileIO(path.read_bytes()) as ole:
            stream = ole.openstream("Workbook").read()
        salt, word = b"salt" * 4, b"word" * 4
        proof = DocumentRC4.decrypt(password, salt, BytesIO(word + md5(word).digest())).read()
        mark = struct.pack("<HHHHH", 0x2F, 54, 1, 1, 1) + salt + proof
        first = 4 + struct.unpack_from("<H", stream, 2)[0]
        XlsDoc().save(str(path), _ciphered(stream[:first] + mark + stream[first:], password, salt, len(mark)))

    return make


def _ciphered(stream: bytes, password: str, salt: bytes, shift: int) -> bytes:
    """Records with their contents enciphered; where sheets begin stays readable, further on by the new mark."""
    cipher = DocumentRC4.decrypt(password, salt, BytesIO(stream), blocksize=1024).read()
    done, at = bytearray(stream), 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        plain = {0x809: length, 0x2F: length, 0xE1: length, 0x85: 4}.get(kind, 0)
        if kind == 0x85:
            struct.pack_into("<I", done, at + 4, struct.unpack_from("<I", stream, at + 4)[0] + shift)
        done[at + 4 + plain : at + 4 + length] = cipher[at + 4 + plain : at + 4 + length]
        at += 4 + length
    return bytes(done)
