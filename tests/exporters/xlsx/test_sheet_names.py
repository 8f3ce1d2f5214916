"""Names of sheets."""

from __future__ import annotations

import pytest

from exporters.xlsx.sheet_names import LONGEST, sheet_names


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("A线：[上午]*?/\\:下午", "A线： 上午 下午"),
        ("'引用'", "引用"),
        ("", "1"),
        ("///", "1"),
        ("History", "History 2"),
        ("字" * 40, "字" * 31),
        ("𬭎" * 20, "𬭎" * 15),
        ("tab\there", "tab here"),
    ],
)
def test_name_is_legal(wanted: str, given: str) -> None:
    assert sheet_names([wanted]) == (given,)


def test_names_are_told_apart_whatever_their_case() -> None:
    long = "x" * 40
    names = sheet_names(["A线", "a线", "A线", long, long])
    assert names == ("A线", "a线 2", "A线 3", "x" * 31, "x" * 29 + " 2")
    assert max(map(len, names)) == LONGEST
