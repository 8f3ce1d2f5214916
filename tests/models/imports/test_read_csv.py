"""Text tables: encodings found without a mark, separators, quotes, and what was torn before it came."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.imports.book import Note
from models.imports.limits import EMPTY_ROWS, MOST_ROWS
from models.imports.read_csv import find_separator
from models.imports.read_table import read_bytes
from models.imports.text_encoding import decode_text
from models.imports.trim_rows import trim_rows

TEXT = "姓名,单位\r\n张㛃,江汉理工大学\r\n欧阳·阿依古丽,財政局\r\n"
ROWS = (("姓名", "单位"), ("张㛃", "江汉理工大学"), ("欧阳·阿依古丽", "財政局"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found(encoding: str):
    assert read_bytes("a.csv", TEXT.encode(encoding)).sheets[0].rows == ROWS


def test_utf_8_that_was_cut_short_is_still_utf_8():
    book = read_bytes("a.csv", TEXT.encode()[:-4])
    assert (book.sheets[0].rows[-1][0], book.notes) == ("欧阳·阿依古丽", (Note("torn_characters", {"count": 1}),))


def test_one_zero_byte_does_not_make_it_utf_16():
    assert decode_text("姓名,单位\n".encode("gb18030") * 9 + b"\0")[:5] == "姓名,单位"


def test_text_torn_by_others_is_told():
    assert read_bytes("a.csv", "姓名,单位\n锟斤拷,局\n".encode()).notes == (Note("torn_characters", {"count": 3}),)


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a\tb\nc\td, e", "\t"),
        ("姓名;单位\n张三;局", ";"),
        ("姓名，单位\n张三，局", "，"),
        ('"a;b;c",d\n"e;f;g",h', ","),
        ("姓名,单位", ","),
        ("只有一列\n没有分隔", None),
        ("前言，说明\n第二行\n第三行", None),
    ],
)
def test_the_separator_is_the_one_that_most_lines_share(text: str, separator: str | None):
    assert find_separator(text) == separator


def test_quotes_lines_and_the_trick_for_leading_zeros_are_understood():
    rows = read_bytes("a.csv", '姓名,桌号\n"张三\n(代)",="007"\n"说""好""",8\n'.encode()).sheets[0].rows
    assert rows == (("姓名", "桌号"), ("张三\n(代)", "007"), ('说"好"', "8"))


def test_rows_are_trimmed_and_cut():
    empty = [[""]] * EMPTY_ROWS
    assert trim_rows([["a", "", ""], *empty]) == ((("a",),), None)
    assert trim_rows([["a"], *empty[1:], ["b"]])[0][-1] == ("b",)
    assert trim_rows([["a"], *empty, ["b"]]) == ((("a",),), 1)
    assert [len(trim_rows([["a"]] * (MOST_ROWS + 1))[0]), trim_rows([["a"]] * (MOST_ROWS + 1))[1]] == [MOST_ROWS] * 2


@given(
    st.lists(st.lists(st.sampled_from(["张三", "a,b", 'say "x"', "007", "", "二\n行", "=1"]), min_size=2, max_size=4))
)
def test_whatever_is_written_as_csv_is_read_again(rows: list[list[str]]):
    import csv
    from io import StringIO

    written = StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([["姓名", "单位"], *rows])
    book = read_bytes("a.csv", written.getvalue().encode())
    assert book.sheets[0].rows == trim_rows([["姓名", "单位"], *rows])[0]
