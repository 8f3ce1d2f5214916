"""Phones, identity numbers and addresses: as floats, rounded, several in one cell."""

from __future__ import annotations

import pytest

from models.imports.book import CellValue
from models.imports.numbers_in_cells import clean_email, clean_identity, clean_phone, clean_second_phone
from models.imports.texts import CleanCell, Cleaned

PHONES: dict[CellValue, str] = {
    13800138000.0: "13800138000",
    13800138001: "13800138001",
    "13800138000.0": "13800138000",
    "1.3800138000E+10": "13800138000",
    "１３８００１３８０００": "13800138000",
    "1380013800０": "13800138000",
    "+86 138 0013 8000": "13800138000",
    "0086-13800138000": "13800138000",
    "8613800138000": "13800138000",
    "138-0013-8000": "13800138000",
    "\u200b138 0013 8007\ufeff": "13800138007",
    "13800138000（微信同号）": "13800138000",
    "手机：13800138000": "13800138000",
    "0355-2113499 转 8": "0355-2113499转8",
    "(0355)2113499": "0355-2113499",
    "（0355）2113499": "0355-2113499",
    "2113499": "2113499",
    "+44 7700 900123": "+44 7700 900123",
    "无": "",
    "—": "",
    None: "",
}
TWO = {
    "13812345678/13912345678": ("13812345678", "13912345678"),
    "手机13912345678 办公0355-2113499": ("13912345678", "0355-2113499"),
    "0355-2113499、13912345678": ("13912345678", "0355-2113499"),
    "13800138000\n13900139000": ("13800138000", "13900139000"),
    "1380013800013900139000": ("13800138000", "13900139000"),
}
TOLD = {
    "1.38E+10": ("", "phone_rounded"),
    "138****8000": ("", "phone_masked"),
    "1380013800": ("1380013800", "phone_doubtful"),
    "请联系办公室": ("请联系办公室", "phone_doubtful"),
}


def told(cell: CleanCell) -> tuple[str, str]:
    """The text, and the code of its one note."""
    assert isinstance(cell, Cleaned)
    (note,) = cell.notes
    return cell.text, note.code


@pytest.mark.parametrize("value", PHONES)
def test_a_phone_is_written_in_one_way(value: CellValue):
    assert clean_phone(value) == PHONES[value]


@pytest.mark.parametrize("text", TWO)
def test_of_two_numbers_the_mobile_is_the_phone(text: str):
    cell = clean_phone(text)
    assert isinstance(cell, Cleaned)
    assert (cell.text, dict(cell.extra), cell.notes[0].code) == (
        TWO[text][0],
        {"phone_2": TWO[text][1]},
        "several_phones",
    )


def test_an_address_in_the_column_of_phones_is_no_phone():
    assert clean_phone("w@x.cn") == Cleaned("", (("email", "w@x.cn"),))
    assert clean_phone("13800138000 w@x.cn") == Cleaned("13800138000", (("email", "w@x.cn"),))


def test_a_third_number_goes_to_the_remarks():
    cell = clean_phone("13800138000、0355-2113499、0355-2113500")
    assert isinstance(cell, Cleaned)
    assert dict(cell.extra) == {"phone_2": "0355-2113499", "remarks": "0355-2113500"}


@pytest.mark.parametrize("text", TOLD)
def test_a_number_that_may_be_wrong_is_told(text: str):
    assert told(clean_phone(text)) == TOLD[text]


def test_the_second_column_of_phones_keeps_a_further_number_in_the_remarks():
    cell = clean_second_phone("0355-2113499/0355-2113500")
    assert isinstance(cell, Cleaned)
    assert (cell.text, dict(cell.extra)) == ("0355-2113499", {"remarks": "0355-2113500"})
    assert [note.values["field"] for note in cell.notes] == ["phone_2"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("11010519491231002x", "11010519491231002X"),
        ("１１０１０５ 19491231 002X", "11010519491231002X"),
        ("110101491231002", "110101491231002"),
        (110101491231002, "110101491231002"),
        ("e12345678", "E12345678"),
        ("无", ""),
    ],
)
def test_an_identity_number_is_written_in_one_way(value: CellValue, text: str):
    assert clean_identity(value) == text


@pytest.mark.parametrize(
    ("value", "text", "code"),
    [
        (110105194912310021.0, "", "identity_unreliable"),
        (110105194912310021, "", "identity_unreliable"),
        ("1.10105E+17", "", "identity_unreliable"),
        ("110105194912310021", "110105194912310021", "identity_wrong"),
        ("12345", "12345", "identity_wrong"),
    ],
)
def test_an_identity_number_that_lost_digits_is_not_taken(value: CellValue, text: str, code: str):
    assert told(clean_identity(value)) == (text, code)


@pytest.mark.parametrize(
    ("text", "address"),
    [("a@x.cn", "a@x.cn"), ("ａ＠x．cn", "a@x.cn"), ("mailto:a@x.cn", "a@x.cn"), ("a @ x.cn", "a@x.cn"), ("无", "")],
)
def test_an_address_is_written_in_one_way(text: str, address: str):
    assert clean_email(text) == address


def test_a_second_address_goes_to_the_remarks_and_words_are_told():
    several = clean_email("a@x.cn；b@y.cn")
    assert isinstance(several, Cleaned)
    assert (several.text, several.extra, several.notes[0].code) == (
        "a@x.cn",
        (("remarks", "b@y.cn"),),
        "several_emails",
    )
    assert told(clean_email("见名片")) == ("见名片", "email_doubtful")
