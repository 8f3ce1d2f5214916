"""Orders of names, titles and units."""

from __future__ import annotations

from models.rules.name_order import doubtful_strokes, pinyin_key, stroke_key, unit_key


def test_strokes_then_kind_of_stroke_and_a_single_given_name_first():
    names = ["高大富", "高富", "欧阳文", "陈思", "王明", "于丹", "丁一", "侯亮"]
    expected = ["丁一", "于丹", "王明", "陈思", "欧阳文", "侯亮", "高富", "高大富"]
    assert sorted(names, key=stroke_key) == expected


def test_names_without_chinese_characters_stand_behind():
    assert sorted(["Helen", "Ann", "龚伟"], key=stroke_key) == ["龚伟", "Ann", "Helen"]


def test_surnames_are_read_as_surnames():
    names = ["单思齐", "曾广", "查明", "仇若", "Helen"]
    assert sorted(names, key=pinyin_key) == ["Helen", "仇若", "单思齐", "曾广", "查明"]


def test_an_office_may_compare_single_given_names_plainly():
    names = ["高富", "高大富"]
    assert sorted(names, key=lambda name: stroke_key(name, single_first=False)) == ["高大富", "高富"]


def test_units_by_kind():
    units = [
        "某某有限公司",
        "县财政局",
        "县人大常委会",
        "县委组织部",
        "某镇",
        "县政协",
        "某商会",
        "武汉大学",
        "某研究会",
    ]
    assert sorted(units, key=unit_key) == [
        "县委组织部",
        "县人大常委会",
        "县财政局",
        "县政协",
        "某镇",
        "武汉大学",
        "某商会",
        "某研究会",
        "某有限公司".replace("某", "某某", 1),
    ]


def test_characters_whose_place_is_not_certain_are_named():
    assert (doubtful_strokes("王明"), doubtful_strokes("王㐃")) == ("", "㐃")
