"""Names: proposals in pinyin after GB/T 28039-2011, and spacing for print."""

from __future__ import annotations

import re

import pytest

from models.rules import person_names

# The surname table of the trade: converters get most of these wrong.
SURNAMES = (
    "单 Shan 仇 Qiu 任 Ren 区 Ou 曾 Zeng 解 Xie 查 Zha 朴 Piao 盖 Ge 乐 Yue 翟 Zhai 覃 Qin 缪 Miao 逄 Pang 尉迟 Yuchi "
    "尉 Wei 万俟 Moqi 长孙 Zhangsun 令狐 Linghu 澹台 Tantai 上官 Shangguan 欧阳 Ouyang 司马 Sima 诸葛 Zhuge 员 Yun "
    "种 Chong 晁 Chao 华 Hua 冼 Xian 祭 Zhai 谌 Chen 郗 Chi 甯 Ning 吕 Lyu"
)


@pytest.mark.parametrize(("surname", "reading"), re.findall(r"(\S+) (\S+)", SURNAMES))
def test_surnames_are_read_as_surnames(surname: str, reading: str) -> None:
    assert person_names.propose_english(f"{surname}文") == f"{reading} Wen"


@pytest.mark.parametrize(
    ("name", "proposed"),
    {
        "梁永民": "Liang Yongmin",
        "欧阳文": "Ouyang Wen",
        "司马向南": "Sima Xiangnan",
        "赵平安": "Zhao Ping'an",
        "李女": "Li Nyu",
        "刘杨子涵": "Liu-Yang Zihan",
        "张㛃": "Zhang Jie",
        "李𬭎": "Li Hong",
        "王䶮": "Wang Yan",
        "王 明": "Wang Ming",
        "王　明": "Wang Ming",
        "璩明": "Qu Ming",
        "王": "Wang",
        "": "",
    }.items(),
)
def test_propose_english(name: str, proposed: str) -> None:
    assert person_names.propose_english(name) == proposed


@pytest.mark.parametrize("name", ["欧阳·阿依古丽", "John Smith", "梁Tao", "阿卜杜拉•买买提"])
def test_minority_and_foreign_names_are_left_alone(name: str) -> None:
    assert person_names.propose_english(name) == name


def test_a_known_family_name_settles_the_split() -> None:
    assert person_names.propose_english("东方明", "东") == "Dong Fangming"
    assert person_names.propose_english("东方明") == "Dongfang Ming"
    assert person_names.propose_english("王明", "李") == "Wang Ming"


def test_a_known_double_surname_of_rare_characters_is_spelled_part_by_part() -> None:
    assert person_names.propose_english("璩杨明", "璩杨") == "Qu-Yang Ming"


def test_a_character_without_known_reading_stays() -> None:
    assert person_names.propose_english("王\U0002f9f4") == "Wang \U0002f9f4"


@pytest.mark.parametrize(
    ("name", "printed"),
    {
        "王明": "王　明",
        "李𬭎": "李　𬭎",
        "𬭎㛃": "𬭎　㛃",
        "王小明": "王小明",
        "Li": "Li",
        "欧阳·阿": "欧阳·阿",
        "王": "王",
    }.items(),
)
def test_spaced_for_print(name: str, printed: str) -> None:
    assert person_names.spaced_for_print(name) == printed


def test_surnames_with_two_readings_are_known() -> None:
    assert [person_names.other_reading(name) for name in ("盖", "翟", "王", "没有")] == ["Gai", "Di", "", ""]
