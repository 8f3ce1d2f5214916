"""How titles are cut: few lines, a trapezoid or diamond, no word and no name torn, squeezed before they wrap."""

from __future__ import annotations

import pytest

from exporters.blocks import Span
from exporters.typeset.lines import Line
from exporters.typeset.paragraphs import Setting
from exporters.typeset.styles import style_set
from exporters.typeset.titles import balanced_lines

STYLE = style_set("official", "zh")
WIDTH = STYLE.portrait.text_width
TITLE = Setting(STYLE.title, "zh", final=True)


def lines_of(title: str, width: float = WIDTH) -> list[Line]:
    return balanced_lines((Span(title),), TITLE, width)


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("上党区与武汉大学协议", ["上党区与武汉大学协议"]),
        (
            "云岭县人民政府—沧澜大学校地合作对接会暨集中签约仪式",
            ["云岭县人民政府—沧澜大学", "校地合作对接会暨集中签约仪式"],
        ),
        ("长治市上党区人民政府与武汉大学战略合作框架协议", ["长治市上党区人民政府", "与武汉大学战略合作框架协议"]),
        (
            "嵊州市机械行业协会与浙江工业职业技术学院产教融合校企（行）合作框架协议",
            ["嵊州市机械行业协会与浙江工业职业技术学院", "产教融合校企（行）合作框架协议"],
        ),
        (
            "关于举办2024年云岭县高层次人才引进暨产学研合作项目对接洽谈会的邀请函",
            ["关于举办2024年云岭县高层次人才引进", "暨产学研合作项目对接洽谈会的邀请函"],
        ),
        (
            "兰州新区化工园区管理委员会与兰州大学化学化工学院共建学生实习实践基地合作协议",
            ["兰州新区化工园区管理委员会", "与兰州大学化学化工学院共建", "学生实习实践基地合作协议"],
        ),
        ("甲乙丙丁" * 6, ["甲乙丙丁" * 3, "甲乙丙丁" * 3]),
    ],
)
def test_titles_break_between_words_and_never_in_a_name(title: str, wanted: list[str]):
    lines = lines_of(title)
    assert [line.text for line in lines] == wanted
    assert all(line.width <= WIDTH for line in lines)


@pytest.mark.parametrize(
    ("title", "cells", "wanted"),
    [
        (
            "关于举办云岭县绿色食品产业校地合作对接会的邀请函",
            9,
            ["关于举办云岭县绿色", "食品产业校地合作", "对接会的邀请函"],
        ),
        ("云岭县绿色食品加工关键技术联合攻关合作协议", 12, ["云岭县绿色食品加工", "关键技术联合攻关合作协议"]),
        (
            "沧澜大学与云岭县绿色食品行业协会产教融合合作框架协议",
            22,
            ["沧澜大学与云岭县绿色食品行业协会", "产教融合合作框架协议"],
        ),
        ("26位教师代表依次介绍专业特长和研究方向会议议程", 20, ["26位教师代表依次介绍专业", "特长和研究方向会议议程"]),
        ("“沧澜大学优质生源基地”共建协议", 8, ["“沧澜大学", "优质生源基地”", "共建协议"]),
        ("沧澜大学与甲乙丙丁产教融合合作框架协议", 8, ["沧澜大学与甲乙", "丙丁产教融合", "合作框架协议"]),
    ],
)
def test_no_word_is_cut_that_is_known_or_has_two_characters(title: str, cells: int, wanted: list[str]):
    assert [line.text for line in lines_of(title, cells * 22.0)] == wanted


def test_a_title_too_long_by_two_characters_is_drawn_narrower():
    (line,) = lines_of("云岭县—沧澜大学校地合作对接会暨集中签约仪式")
    assert line.width == pytest.approx(WIDTH, abs=0.3)
    assert line.placed[0].widened == pytest.approx(WIDTH / (22 * 22), abs=0.001)


def test_a_title_is_not_drawn_narrower_than_four_fifths():
    (whole,) = lines_of("校地合作对接", 5 * 22)
    first, second = lines_of("校地合作对接", 4.5 * 22)
    assert whole.placed[0].widened == pytest.approx(5 / 6, abs=0.002)
    assert (first.text, second.text) == ("校地合作", "对接")


def test_a_title_too_long_by_three_characters_takes_two_lines():
    assert [line.placed[0].widened for line in lines_of("云岭县与沧澜大学校地合作交流座谈会议程安排一览表")] == [
        1.0,
        1.0,
    ]


def test_lines_stand_in_the_middle():
    for line in lines_of("长治市上党区人民政府与武汉大学战略合作框架协议"):
        assert line.indent == pytest.approx((WIDTH - line.width) / 2)


def test_three_lines_have_no_waist():
    widths = [
        line.width
        for line in lines_of(
            "云岭县县校合作领导小组办公室关于开展“百名博士进百企”活动暨校地合作项目集中签约仪式的工作方案议程安排"
        )
    ]
    assert len(widths) == 3
    assert not widths[1] < min(widths[0], widths[2])


@pytest.mark.parametrize("title", ["", "县" * 600, "https://example.org/" + "x" * 300])
def test_any_title_keeps_every_character(title: str):
    assert "".join(line.text for line in lines_of(title)) == title
