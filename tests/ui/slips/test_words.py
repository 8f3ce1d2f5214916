"""The import in words: cells, values, places, results; numbers of people masked unless they are revealed."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from models.imports.apply_import import Imported
from models.imports.book import Note
from models.imports.plan import Action
from models.imports.tables import COLUMN_FIELDS, RowKind
from tests.ui.slips import plans
from ui.slips.meanings import FAMILIES, family_of
from ui.slips.result_words import result_words
from ui.slips.words import (
    action_words,
    called,
    candidate_words,
    cell_text,
    column_letters,
    note_lines,
    note_words,
    place_words,
    title_words,
    value_words,
)
from ui.wording.slip_fields import SLIP_FIELDS

CELLS = (
    (None, ""),
    (True, "TRUE"),
    (13800138000.0, "13800138000"),
    (0.5, "0.5"),
    (7, "7"),
    (datetime(2024, 5, 20, 9, 30), "2024-05-20 09:30"),
    (datetime(2024, 5, 20), "2024-05-20"),
    (date(2024, 5, 20), "2024-05-20"),
    (time(9, 5), "09:05"),
    ("007", "007"),
)


@pytest.mark.parametrize(("value", "text"), CELLS)
def test_a_cell_is_shown_as_the_sheet_shows_it(value: object, text: str):
    assert cell_text(value) == text


def test_columns_have_letters():
    assert [column_letters(column) for column in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("field", "value", "hidden", "whole"),
    [
        ("phone", "13512347788", "135****7788", "13512347788"),
        ("id_number", "11010519491231002X", "110105********002X", "11010519491231002X"),
        ("email", "hou@x.edu.cn", "h***@x.edu.cn", "hou@x.edu.cn"),
        ("gender", "female", "女", "女"),
        ("lodging", "yes", "是", "是"),
        ("reply", "confirmed", "已确认", "已确认"),
        ("arrival", "2024-05-20T09:00", "2024-05-20 09:00", "2024-05-20 09:00"),
        ("arrival", "5月中旬", "5月中旬", "5月中旬"),
        ("remarks", "联系人 13512347788", "联系人 135****7788", "联系人 13512347788"),
        ("category", "特邀", "特邀", "特邀"),
    ],
)
def test_values_in_words(field: str, value: str, hidden: str, whole: str):
    assert (value_words(field, value, "zh"), value_words(field, value, "zh", revealed=True)) == (hidden, whole)


def test_who_is_meant_by_a_row():
    rows = plans.rows()
    english = plans.slip_row(0, {"name_en": "Helen", "title_en": "Dean", "title_zh": "院长"})
    assert [called(row.slip, "zh") for row in rows] == ["侯亮", "张三", "李四", "随行2人", ""]
    assert (called(english, "zh"), title_words(english, "en"), title_words(english, "zh")) == ("Helen", "Dean", "院长")
    teachers = plans.slip_row(0, {"name_zh": "教师代表"}, RowKind.GROUP, count=26)
    assert called(teachers, "zh") == "教师代表 × 26"


def test_where_a_row_stands_is_said_as_the_sheet_counts():
    row = plans.rows()[0]
    assert place_words(row, "zh") == "第一中学.xlsx › 回执 › 第 3 行"
    assert place_words(row, "en") == "第一中学.xlsx › 回执 › row 3"


def test_notes_are_said_once_and_their_numbers_masked():
    note = Note("phone_doubtful", {"field": "phone", "text": "13512347788"})
    slip = plans.slip_row(0, {"name_zh": "侯亮"}, notes=(note, note))
    row = plans.plan_row(0, slip, Action.DOUBT, reasons=(note,))
    assert note_lines(row, "en") == ["“135****7788” is no phone number of the usual length."]
    assert "13512347788" in note_words(note, "en", revealed=True)


def test_actions_have_a_mark_besides_their_color():
    said = [action_words(action, "zh") for action in Action]
    assert said == ["＋ 新增", "↻ 更新", "＝ 无变化", "▲ 待定", "✕ 不导入"]


def test_a_candidate_is_told_by_unit_title_and_masked_phone():
    assert candidate_words(plans.STORED, "zh") == "第一中学 · 校长 · 135****7788"


def test_every_meaning_has_words_and_a_family():
    assert set(SLIP_FIELDS) == set(COLUMN_FIELDS)
    assert [field for field in COLUMN_FIELDS if not family_of(field)] == []
    assert (family_of("phone"), family_of(""), len(FAMILIES)) == ("reach", "", 7)


@pytest.mark.parametrize(
    ("result", "zh", "en"),
    [
        (
            Imported(added=28, updated=4, groups=1, left_in_doubt=5, refused=2),
            "已导入 32 人：新增 28，更新 4，1 个未列名群体。5 行待定，未导入。2 行不导入。",
            "32 people imported: 28 new, 4 updated, 1 group without names. 5 rows undecided, not imported. "
            "2 rows left out.",
        ),
        (
            Imported(added=1, kept_meanwhile=1, slips_not_kept=("a.xlsx",)),
            "已导入 1 人：新增 1，更新 0。1 项内容期间已被他人修改，予以保留。1 份原始回执未能留存：a.xlsx。",
            "1 person imported: 1 new, 0 updated. 1 field was changed by somebody meanwhile and stays. "
            "1 original file could not be kept: a.xlsx.",
        ),
    ],
)
def test_what_was_written_and_what_was_not_is_said_in_one_line(result: Imported, zh: str, en: str):
    assert (result_words(result, "zh"), result_words(result, "en")) == (zh, en)
