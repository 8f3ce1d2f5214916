"""Where lines break, how they are spread, and what is never torn."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.blocks import Span, SpanKind
from exporters.typeset import characters
from exporters.typeset.fonts import Role, choose
from exporters.typeset.metrics import metrics
from exporters.typeset.paragraphs import Setting, measure, set_lines, width_of
from exporters.typeset.styles import style_set
from models.errors import KnownError

BODY = style_set("official", "zh").body
ZH = Setting(BODY, "zh", final=True)
EN = Setting(style_set("official", "en").body, "en", final=True)
SAMPLE = (
    "为深入贯彻新时代人才工作部署，充分发挥武汉大学人才、科技和智力优势，推动上党区经济社会高质量发展，经双方友好协商，"
    "本着“优势互补、互利共赢、注重实效、共同发展”的原则（详见附件《项目清单》），就开展战略合作达成如下协议。资助金额为"
    "100,000元（人民币壹拾万元整），联系电话0355-8081234、13812345678，依据长办发〔2018〕26号文件，自2024年5月20日起至"
    "2027年5月19日止；English words such as university and cooperation stay whole——不拆分……以上各项均须落实到位！"
)


def lines_of(text: str, characters_wide: float, setting: Setting = ZH, kind: SpanKind = SpanKind.TEXT) -> list[str]:
    return [line.text for line in set_lines((Span(text, kind),), setting, characters_wide * setting.style.cell)]


@pytest.mark.parametrize("width", [5, 7, 8, 9.3, 11, 13, 16, 19.7, 22, 25, 28, 31])
def test_no_line_starts_or_ends_with_a_forbidden_mark(width: float):
    lines = lines_of(SAMPLE, width)
    assert "".join(lines) == SAMPLE
    assert [line for line in lines[1:] if line[0] in "，。、；：？！）》」』】〕”’…—·％"] == []
    assert [line for line in lines[:-1] if line.rstrip()[-1] in "（《「『【〔“‘"] == []


WHOLE = [
    "2024年5月20日",
    "100,000元",
    "0355-8081234",
    "13812345678",
    "〔2018〕26号",
    "——",
    "……",
    "university",
    "人民币壹拾万元整",
]


@pytest.mark.parametrize("width", [10, 11, 12, 13, 14, 15, 17, 20, 23, 28])
def test_dates_amounts_numbers_and_words_stay_whole(width: float):
    lines = lines_of(SAMPLE, width)
    assert [whole for whole in WHOLE if not any(whole in line for line in lines)] == []


@pytest.mark.parametrize(
    "whole",
    [
        "2024年5月20日", "5月20日", "12.5万元", "人民币100,000元", "¥100,000.00", "60%", "第十二条", "138 1234 5678",
        "+86 138 1234 5678", "09:30—11:30", "9:00-10:30", "〔2018〕26号", "壹佰零壹元整", "肆份", "3000平方米",
        "26余人", "5个", "189篇", "30个工作日", "wang-jie@example.org.cn",
    ],
)  # fmt: skip
def test_what_stays_whole_in_chinese(whole: str):
    for before in range(12):
        text = "中" * before + whole + "文" * 12
        assert any(whole in line for line in lines_of(text, 13)), (before, lines_of(text, 11))


@pytest.mark.parametrize(
    "whole", ["20 May 2024", "RMB 100,000", "Article 12", "50 people", "No. 26", "2 years", "+86 138 1234 5678"]
)
def test_what_stays_whole_in_english(whole: str):
    for before in range(8):
        text = "word " * before + whole + " and some more words"
        assert any(whole in line for line in lines_of(text, 12, EN)), before


def test_a_name_stays_whole_unless_longer_than_a_line():
    for before in range(8):
        lines = set_lines((Span("文" * before), Span("欧阳·阿依古丽", SpanKind.NAME), Span("等人")), ZH, 9 * BODY.cell)
        assert any("欧阳·阿依古丽" in line.text for line in lines), before
    long = "某某某某某某某某某某某某有限公司"
    assert "".join(lines_of(long, 6, kind=SpanKind.NAME)) == long


def test_english_breaks_between_words_only():
    text = "The Parties record their shared intention to cooperate in university-county exchange and training."
    lines = lines_of(text, 9, EN)
    assert "".join(lines) == text
    assert {word for line in lines for word in line.split()} <= {*text.split(), "university-", "county"}


def test_a_string_longer_than_a_line_is_cut_only_as_a_last_resort():
    url = "https://example.org/" + "x" * 600
    lines = lines_of("见" + url + "。", 20)
    assert "".join(lines) == "见" + url + "。"
    assert all(line.width <= 20 * BODY.cell + 0.02 for line in set_lines((Span(url),), ZH, 20 * BODY.cell))


def test_full_lines_are_spread_to_the_edge():
    room = 28 * BODY.cell
    lines = set_lines((Span(SAMPLE),), ZH, room, align="justify", indent=2 * BODY.cell)
    assert lines[0].indent == 2 * BODY.cell
    assert [round(line.indent + line.width, 2) for line in lines[:-1]] == [round(room, 2)] * (len(lines) - 1)
    assert lines[-1].stretch == 0.0


def test_28_characters_fill_a_line_without_stretching():
    line, rest = set_lines((Span("县" * 30),), ZH, 28 * BODY.cell, align="justify")
    assert (line.text, line.stretch, rest.text) == ("县" * 28, 0.0, "县县")


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("县" * 29, 28, ["县" * 27, "县县"]),  # pushed down
        ("县" * 28 + "县。", 28, ["县" * 27, "县县。"]),  # a mark is no company
        ("县，县。" * 7 + "县", 28, ["县，县。" * 7 + "县"]),  # pulled up by squeezing marks
        ("县县县", 2, ["县县", "县"]),  # nothing can be done
        ("县县县县", 3, ["县县", "县县"]),
    ],
)
def test_a_last_line_holds_two_characters(text: str, width: int, wanted: list[str]):
    lines = set_lines((Span(text),), ZH, width * BODY.cell, align="justify")
    assert [line.text for line in lines] == wanted
    assert all(line.width <= width * BODY.cell + 0.01 for line in lines)


def test_marks_are_squeezed_before_anything_is_pushed():
    text = "依据《办法》，资助（每年）金额为2024年5月2日县县县县县县"
    first, *_rest = set_lines((Span(text),), ZH, 21.6 * BODY.cell, align="justify")
    assert first.text == "依据《办法》，资助（每年）金额为2024年5月2日"
    assert first.width == pytest.approx(21.6 * BODY.cell)
    assert [gap < 0 for gap in first.gaps.values()].count(True) == 5


def test_a_long_unit_name_is_broken_at_a_word_where_the_line_would_gape():
    unit = Span("浙江工业职业技术学院智能制造学院合作办公室", SpanKind.NAME)
    texts = [line.text for line in set_lines((Span("乙方为"), unit, Span("。")), ZH, 22 * BODY.cell, align="justify")]
    assert texts == ["乙方为浙江工业职业技术学院智能制造学院", "合作办公室。"]


def test_room_between_han_and_latin_is_a_quarter_em():
    assert width_of("县A", ZH) == pytest.approx(BODY.cell + width_of("A", ZH) + BODY.size / 4)
    assert width_of("（A", ZH) == pytest.approx(BODY.cell + width_of("A", ZH))


def test_adjacent_marks_share_a_cell():
    assert width_of("》，", ZH) == pytest.approx(2 * BODY.cell - BODY.size / 2)
    assert width_of("：“", ZH) == pytest.approx(2 * BODY.cell - BODY.size / 2)
    assert width_of("县，", ZH) == pytest.approx(2 * BODY.cell)


def test_chinese_marks_take_a_full_cell_whatever_the_font_says():
    kai = Setting(style_set("official", "zh").headings[1], "zh", final=True)
    assert kai.style.role is Role.KAI
    assert [width_of(mark, kai) for mark in "“”‘’—…·"] == [pytest.approx(kai.style.cell)] * 7


@pytest.mark.parametrize("role", [Role.BODY, Role.TITLE, Role.HEI, Role.HEI_BOLD, Role.KAI, Role.SONG])
def test_the_ink_of_a_dash_fills_its_cell_so_that_two_join(role: Role):
    dash = metrics(role, 16, 16, "zh")["—"]
    ink = choose("—", role, wide=True).glyph.ink
    assert ink is not None
    left, _bottom, right, _top = (edge * 16 / 1000 * dash.widened for edge in ink)
    assert (left + dash.shift, right + dash.shift) == (pytest.approx(0, abs=0.001), pytest.approx(16, abs=0.001))


@pytest.mark.parametrize("role", [Role.BODY, Role.TITLE, Role.HEI, Role.KAI, Role.SONG])
def test_the_dots_of_an_ellipsis_stand_at_even_distances(role: Role):
    dots = metrics(role, 16, 16, "zh")["…"]
    ink = choose("…", role, wide=True).glyph.ink
    assert ink is not None
    left, bottom, right, top = (edge * 16 / 1000 for edge in ink)
    apart = (right - left - (top - bottom)) / 2 * dots.widened
    assert apart == pytest.approx(16 / 3, abs=0.01)
    assert (left + right) / 2 * dots.widened + dots.shift == pytest.approx(8, abs=0.01)


def test_a_closing_mark_at_the_end_of_a_line_gives_up_half_its_cell():
    assert lines_of("县县县县，县县", 4.6) == ["县县县县，", "县县"]


def test_a_hard_line_break_is_kept():
    assert lines_of("第一行\n第二行", 28) == ["第一行", "第二行"]


def test_an_empty_text_is_one_empty_line():
    assert lines_of("", 28) == [""]


def test_nothing_has_no_width():
    (text,) = measure((Span(""),), ZH)
    assert (text.width(), text.widest_whole(), text.places()) == (0.0, 0.0, [])


@pytest.mark.parametrize(("name", "setting"), [("阿卜杜热西提·买买提江", ZH), ("Alexandra Featherstone-Hall", EN)])
def test_a_person_s_long_name_is_not_broken_even_where_the_line_gapes(name: str, setting: Setting):
    spans = (
        Span("由双方共同委托 " if setting is ZH else "Signed by "),
        Span(name, SpanKind.NAME),
        Span("，负责，也负责。"),
    )
    lines = set_lines(spans, setting, 15 * setting.style.cell, align="justify")
    assert any(name in line.text for line in lines)


@pytest.mark.parametrize("width", [6, 7, 8, 9, 10, 12])
def test_a_clause_s_number_never_stands_alone(width: int):
    name = Span("阿卜杜热西提·买买提", SpanKind.NAME)
    (first, *_rest) = set_lines((Span("（一）"), name, Span("负责。")), ZH, width * BODY.cell, together=5)
    assert len(first.text) >= 5


def test_what_was_set_once_is_not_set_again():
    spans = (Span(SAMPLE),)
    first, second = (set_lines(spans, ZH, 300, align="justify") for _time in range(2))
    assert first is not second
    assert all(one is other for one, other in zip(first, second, strict=True))


def test_centered_and_right_aligned_lines():
    room = 10 * BODY.cell
    (center,) = set_lines((Span("县县"),), ZH, room, align="center")
    (right,) = set_lines((Span("县县"),), ZH, room, align="right")
    assert (center.indent, right.indent) == (pytest.approx(4 * BODY.cell), pytest.approx(8 * BODY.cell))


def test_a_draft_leaves_a_date_open_and_a_number_ruled():
    draft = Setting(BODY, "zh", final=False)
    (date,) = measure((Span("2024年5月20日", SpanKind.ON_FINAL),), draft)
    (number,) = measure((Span("SD-2024-001", SpanKind.ON_FINAL),), draft)
    assert date.text == "\ufffc年\ufffc月\ufffc日"
    assert ([one.ruled for one in number.placed], [one.ruled for one in date.placed]) == ([True], [False] * 6)
    assert measure((Span("2024年5月20日", SpanKind.ON_FINAL),), ZH)[0].text == "2024年5月20日"


def test_a_line_break_in_what_a_draft_leaves_open_is_a_space():
    draft = Setting(BODY, "zh", final=False)
    texts = [[one.text for one in measure((Span(text, SpanKind.ON_FINAL),), draft)] for text in ("\n", "5月\n6日")]
    assert texts == [["\ufffc"], ["\ufffc月 \ufffc日"]]


def test_a_blank_is_no_longer_than_its_line():
    (line,) = set_lines((Span("", SpanKind.BLANK, 60),), ZH, 20 * BODY.cell, indent=2 * BODY.cell)
    assert line.width == 18 * BODY.cell


def test_a_blank_is_a_ruled_line_of_its_width():
    (text,) = measure((Span("法定代表人", SpanKind.BLANK, 10),), ZH)
    assert [(one.ruled, one.advance) for one in text.placed] == [(True, 10 * BODY.cell)]


def test_an_undrawable_character_is_told_with_the_text_around_it():
    with pytest.raises(KnownError) as caught:
        set_lines((Span("联系人梁涛😀负责现场"),), ZH, 300)
    assert caught.value.values == {"character": "😀", "code_point": "U+1F600", "context": "联系人梁涛😀负责现场"}


ALPHABET = st.sampled_from(list("县校合作协议，。、；：？！（）《》“”‘’—…·％ ab12,.-/〔〕年月日元第条\u3000𬭎"))


@settings(max_examples=120, deadline=None)
@given(st.text(ALPHABET, max_size=80), st.integers(1, 12))
def test_any_text_at_any_width_ends_and_keeps_every_character(text: str, width: int):
    assert "".join(lines_of(text, width)) == text


def test_every_wide_mark_is_in_the_sets_of_the_rules():
    starts = set("，。、；：？！）》」』】〕”’…—·％")
    ends = set("（《「『【〔“‘")
    assert starts <= set(characters.NO_START)
    assert ends <= set(characters.NO_END)
    assert re.fullmatch("[^ ]*", characters.NO_START + characters.NO_END)


@pytest.mark.parametrize("width", [8, 9, 10, 11, 12, 13, 14, 15])
@pytest.mark.parametrize("name", ["方念慈", "尉迟远航", "陈立", "喆䶮𬭎"])
def test_a_person_s_name_behind_the_post_stays_whole(name: str, width: int):
    text = f"中共云岭县委组织部副部长、人才办主任　{name}"
    assert any(name in line for line in lines_of(text, width))
    assert any(name in line for line in lines_of(f"{text}，各5分钟", width))


def test_a_narrow_column_is_rather_ragged_than_gaping():
    text = "本协议有效期五年，自2027年4月16日起至2032年4月15日止。有效期届满三个月前，双方协商续签事宜。"
    for width in (11.0, 12.5, 13.0, 14.0):
        lines = set_lines((Span(text),), ZH, width * BODY.cell, align="justify")
        assert max(line.stretch for line in lines) <= 0.3 * BODY.size
        assert "".join(line.text for line in lines) == text


def test_a_wide_line_still_reaches_the_edge():
    text = "本协议有效期五年，自2027年4月16日起至2032年4月15日止。有效期届满三个月前，双方协商续签事宜。"
    first, *_ = set_lines((Span(text),), ZH, 28 * BODY.cell, align="justify", indent=2 * BODY.cell)
    assert first.width == pytest.approx(26 * BODY.cell)


TERM = "本协议有效期五年，自2027年4月16日起至2032年4月15日止。有效期届满三个月前，双方协商续签事宜。"


def stretches(text: str, *, indent: int = 2, spans: tuple[Span, ...] = ()) -> list[float]:
    """How far each line of a justified paragraph is stretched, in parts of the em."""
    lines = set_lines(spans or (Span(text),), ZH, 28 * BODY.cell, align="justify", indent=indent * BODY.cell)
    return [line.stretch / BODY.size for line in lines]


def test_the_room_around_numbers_gives_way_to_take_a_date_up():
    first, _second = set_lines((Span(TERM),), ZH, 28 * BODY.cell, align="justify", indent=2 * BODY.cell)
    assert (first.text, first.stretch) == ("本协议有效期五年，自2027年4月16日起至2032年4月15日", 0.0)
    assert first.indent + first.width == pytest.approx(28 * BODY.cell)
    assert first.ends[-1] - first.origin == pytest.approx(26 * BODY.cell)
    assert min(gap for gap in first.gaps.values() if gap > 0) >= 0.1 * BODY.size - 0.01


def test_lines_before_a_date_share_what_its_line_lacks():
    text = "双方就养老服务和职业技能培训定期会商" * 3 + "并由牵头单位统筹制定" + "2024年12月31日前完成的计划" * 2
    assert max(stretches(text)) <= 0.15
    assert "".join(line.text for line in set_lines((Span(text),), ZH, 28 * BODY.cell, align="justify")) == text


def test_a_blank_is_made_longer_rather_than_its_line_loose():
    spans = (Span("就选派"), Span("", SpanKind.BLANK, 8), Span("担任"), Span("", SpanKind.BLANK, 20), Span("专家。"))
    first, *_rest = set_lines(spans, ZH, 28 * BODY.cell, align="justify")
    assert (len(first.text), first.stretch, first.width) == (6, 0.0, pytest.approx(28 * BODY.cell))
    assert first.placed[3].advance == pytest.approx(23 * BODY.cell)
    assert first.ends[-1] - first.origin == pytest.approx(28 * BODY.cell)


@pytest.mark.parametrize("name", ["方念慈", "阿依古丽·买买提", "欧阳娜娜依", "司马相如之"])
def test_a_name_behind_a_post_stays_whole(name: str):
    for before in range(10):
        lines = lines_of("县" * before + "药学院院长　" + name, 14)
        assert any(name in line for line in lines), before
