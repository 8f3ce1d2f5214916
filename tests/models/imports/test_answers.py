"""Yes and no in all their signs, gender, ethnic group, capacity, reply, room."""

from __future__ import annotations

from datetime import datetime

import pytest

from models.imports.answers import (
    answer_of,
    clean_category,
    clean_diet,
    clean_ethnicity,
    clean_flag,
    clean_gender,
    clean_lodging,
    clean_meals,
    clean_reply,
    clean_room,
)
from models.imports.book import CellValue
from models.imports.texts import Cleaned

YES = ["是", "√", "✓", "☑", "需", "需要", "要", "1", "Y", "Yes", "有", "☑是☐否", "是√ 否□", "（是）", "是。", "A.是"]
NO = ["否", "×", "不", "不需要", "0", "无", "N", "-", "□是☑否", "没有", "自理"]


@pytest.mark.parametrize(("texts", "answer"), [(YES, "yes"), (NO, "no"), (["也许", "待定", "是否", "2"], "")])
def test_yes_and_no_are_read_in_all_their_signs(texts: list[str], answer: str):
    assert {text: answer_of(text) for text in texts} == dict.fromkeys(texts, answer)


@pytest.mark.parametrize(
    ("value", "text", "remarks"),
    [
        ("标间", "yes", "房型：标间"),
        ("1间", "yes", "房型：1间"),
        ("需要，20日晚入住", "yes", "房型：需要，20日晚入住"),
        ("不需要，已自行预订", "no", "房型：不需要，已自行预订"),
        ("看情况", "", "房型：看情况"),
    ],
)
def test_words_about_a_room_are_kept_in_the_remarks(value: str, text: str, remarks: str):
    cell = clean_lodging(value, heading="食宿·房型")
    assert isinstance(cell, Cleaned)
    assert (cell.text, dict(cell.extra)) == (text, {"remarks": remarks})
    assert [note.code for note in cell.notes] == ([] if text else ["answer_unclear"])


@pytest.mark.parametrize(("value", "text"), [(True, "yes"), (1, "yes"), (0.0, "no"), (None, ""), ("√", "yes")])
def test_a_room_is_wanted_or_not(value: CellValue, text: str):
    assert clean_lodging(value, heading="是否住宿") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("男", "male"),
        ("女 ", "female"),
        ("M", "male"),
        ("Ｆ", "female"),
        ("☑男 ☐女", "male"),
        ("女士", "female"),
        (None, ""),
    ],
)
def test_gender_is_a_code(value: CellValue, text: str):
    assert clean_gender(value) == text


def test_an_unclear_gender_is_told():
    cell = clean_gender("男女")
    assert isinstance(cell, Cleaned)
    assert (cell.text, cell.notes[0].code) == ("", "answer_unclear")


@pytest.mark.parametrize(
    ("value", "text"), [("汉", "汉族"), ("维吾尔", "维吾尔族"), ("回族", "回族"), ("穿青人", "穿青人"), (None, "")]
)
def test_an_ethnic_group_is_written_out(value: CellValue, text: str):
    assert clean_ethnicity(value) == text


def test_a_capacity_is_a_code_and_every_other_word_a_part_claimed():
    assert [clean_category(text) for text in ("嘉宾", "工作人员", "媒体", "")] == ["guest", "staff", "media", ""]
    assert clean_category("企业代表") == Cleaned("", (("role", "企业代表"),))


def test_a_reply_is_a_code_and_other_words_are_told():
    told = clean_reply("视情况")
    assert [clean_reply(text) for text in ("是", "否", "参会", "请假", "替会", "")] == [
        "confirmed", "declined", "confirmed", "declined", "substitute", ""
    ]  # fmt: skip
    assert isinstance(told, Cleaned)
    assert (told.extra, told.notes[0].code) == ((("remarks", "视情况"),), "answer_unclear")


def test_a_flag_means_its_word():
    assert [clean_flag("diet", "清真", text) for text in ("是", "否", "", "清真，不吃牛肉")] == [
        "清真",
        "",
        "",
        "清真，不吃牛肉",
    ]


def test_no_wish_is_no_diet_and_meals_are_printed_as_words():
    assert [clean_diet(text) for text in ("无", "无忌口", "不吃香菜")] == ["", "", "不吃香菜"]
    assert [clean_meals(text) for text in ("√", "×", "仅午餐", None)] == ["是", "否", "仅午餐", ""]


@pytest.mark.parametrize(
    ("value", "text", "code"),
    [
        (datetime(2024, 8, 12), "8-12", "room_is_date"),
        (-1203, "-1203", "room_doubtful"),
        ("1.2E+03", "1.2E+03", "room_doubtful"),
    ],
)
def test_a_room_number_that_the_spreadsheet_changed_is_told(value: CellValue, text: str, code: str):
    cell = clean_room(value)
    assert isinstance(cell, Cleaned)
    assert (cell.text, cell.notes[0].code) == (text, code)


def test_a_room_number_stays_as_it_is():
    assert [clean_room(value) for value in ("8-1203", "0806", 806.0, "８０６房")] == ["8-1203", "0806", "806", "806房"]
