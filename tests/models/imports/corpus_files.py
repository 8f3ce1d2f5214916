"""Slips whose trouble is the file: encodings, formats, names that lie, passwords, pictures, endless sheets."""

from __future__ import annotations

from pathlib import Path

from tests.models.imports.corpus import Slip, person

UNIT = "上党区农业农村局"
ROWS = (("姓名", "单位", "职务", "手机"), ("温故", UNIT, "局长", "13935520001"), ("申明", UNIT, "科长", "13935520002"))
PEOPLE = (person("温故", UNIT, "局长", "13935520001"), person("申明", UNIT, "科长", "13935520002"))


def text(encoding: str, separator: str = ",", mark: bytes = b"") -> object:
    """How to make a text file with separators."""
    lines = "".join(separator.join(row) + "\r\n" for row in ROWS)
    return lambda path: Path(path).write_bytes(mark + lines.encode(encoding))


SLIPS = (
    Slip("gbk.csv", (17,), text("gb18030"), PEOPLE),
    Slip("utf8.csv", (17,), text("utf-8"), PEOPLE),
    Slip("utf8-bom.csv", (17,), text("utf-8", mark=b"\xef\xbb\xbf"), PEOPLE),
    Slip("unicode.csv", (41,), text("utf-16-le", "\t", b"\xff\xfe"), PEOPLE),
    Slip("表格.tsv", (17,), text("gb18030", "\t"), PEOPLE),
)
