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
