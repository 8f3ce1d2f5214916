"""Where parties sign in two languages: each line by the rules of its language, one rule for each hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exporters.blocks import SignatureArea, SignatureParty
from exporters.paper import Written
from tests.exporters.pdf.reading import characters, lines, made, opened, pages, paragraph

MM = 72 / 25.4
CHINESE = ("法定代表人（负责人）或授权代表（签字）：", "姓名：", "职务：", "日期：")
ENGLISH = ("Signature:", "Name:", "Title:", "Date:")
UNITS = ("云岭县人民政府", "People’s Government of Yunling County"), ("江南大学", "Jiangnan University of Technology")
STEMS, LETTERS = "甲乙丙丁戊", "ABCDE"
ALONE = (
    "（本页无正文，为《战略合作框架协议》签署页）",
    "(No text on this page: signature page of “Agreement on ‘Talent’”)",
)


def party(
    number: int, *, label: tuple[str, str] = ("方（盖章）：", "For and on behalf of Party")
) -> list[SignatureParty]:
    unit = UNITS[number % 2]
    return [
        SignatureParty(STEMS[number] + label[0], unit[0], CHINESE),
        SignatureParty(f"{label[1]} {LETTERS[number]} (seal): ", unit[1], ENGLISH),
    ]


def area(count: int, witnesses: int = 0, **values: Any) -> SignatureArea:
    parties = [party(number) for number in range(count)]
    others = [party(number, label=("见证方（盖章）：", "Witness")) for number in range(witnesses)]
    chinese, english = (
        SignatureArea(tuple(one[side] for one in parties), tuple(one[side] for one in others), alone=ALONE[side])
        for side in (0, 1)
    )
    notes = {"note": "（以下无正文）", "count": "本协议共{pages}页"} | values
    return replace(chinese, **notes, english=replace(english, note="(No text below)", count="{pages} pages in all."))


def paper(block: SignatureArea, before: int = 0) -> Written:
    return made(*[paragraph("县" * 20)] * before, block, language="zh-en", style="agreement")


def own_lines(page: Any) -> list[str]:
    return [line for line in lines(page) if line.strip()]


def test_two_parties_stand_side_by_side_and_say_each_thing_in_both_languages():
    (page,) = pages(paper(area(2), before=1))
    assert own_lines(page)[1:] == [
        "（以下无正文）",
        "(No text below)",
        "甲方（盖章）：乙方（盖章）：",
        "云岭县人民政府江南大学",
        "For and on behalf of Party A (seal): For and on behalf of Party B (seal): ",
        "People’s Government of Yunling CountyJiangnan University of Technology",
        "法定代表人（负责人）或授权代表法定代表人（负责人）或授权代表",
        "（签字）：（签字）：",
        "Signature:Signature:",
        "姓名：姓名：",
        "Name:Name:",
        "职务：职务：",
        "Title:Title:",
        "日期：日期：",
        "Date:Date:",
        "本协议共1页",
        "1 pages in all.",
    ]


def test_english_words_have_english_marks_and_chinese_ones_full_cells():
    (page,) = pages(paper(area(2)))
    marks = {one["text"]: one["width"] for one in characters(page) if one["text"] in "’：:"}
    assert (marks["’"] < 5, marks[":"] < 5, marks["："]) == (True, True, pytest.approx(12, abs=0.1))


@pytest.mark.parametrize(("count", "witnesses"), [(2, 0), (2, 1), (3, 0)])
def test_all_stands_on_one_page_and_no_seal_is_written_over(count: int, witnesses: int):
    found = pages(paper(area(count, witnesses), before=20))
    assert len(found) == 2
    said = own_lines(found[-1])
    assert (said[0], said[-1]) == (ALONE[0], "2 pages in all.")
    rings = [one for one in found[-1].curves if one["width"] == pytest.approx(45 * MM, abs=0.1)]
    assert len(rings) == count + witnesses
    for ring in rings:
        inside = [one for one in characters(found[-1]) if overlaps(one, ring)]
        assert inside == []


def overlaps(one: dict[str, float], ring: dict[str, float]) -> bool:
    """Whether a character stands in the square of a seal."""
    apart = one["x1"] <= ring["x0"] or one["x0"] >= ring["x1"] or one["matrix"][5] <= ring["y0"]
    return not apart and one["matrix"][5] < ring["y1"]


@pytest.mark.parametrize(("count", "witnesses"), [(2, 0), (2, 1), (3, 0), (5, 1)])
def test_each_rule_has_12_mm_for_a_hand_above_it(count: int, witnesses: int):
    for page in pages(paper(area(count, witnesses))):
        rules = [one for one in page.lines if one["x0"] > 20 * MM]  # no ticks for staples
        for rule in rules:
            above = [
                one["matrix"][5]
                for one in characters(page)
                if one["x0"] < rule["x1"] and one["x1"] > rule["x0"] and one["matrix"][5] > rule["y0"] + 1
            ]
            others = [one["y0"] for one in rules if one["y0"] > rule["y0"] + 1 and one["x0"] < rule["x1"]]
            clear = min([*above, *others], default=rule["y0"] + 99) - rule["y0"]
            assert clear >= 12 * MM - 4


def test_many_parties_go_over_pages_and_none_is_torn_or_left_alone():
    found = pages(paper(area(5, 1)))
    text = ["".join(own_lines(page)) for page in found]
    assert sum(one.count("（盖章）") for one in text) == 6
    assert all(one.count("（盖章）") == one.count("Date:") >= 2 for one in text)


def test_short_lines_share_one_where_rows_would_not_fit_a_page():
    (page,) = pages(paper(area(3)))
    assert [line for line in own_lines(page) if line.startswith("Name")] == ["Name:Title:"] * 3


def test_paragraphs_say_their_language():
    with opened(paper(area(1))) as pdf:
        said = [str(part.Lang) for part in pdf.Root.StructTreeRoot.K.K[0].K]
    assert set(said) == {"zh-CN", "en"}
    assert said[:2] == ["zh-CN", "en"]


def test_names_longer_than_a_page_are_printed_in_full_in_both():
    long = SignatureParty("甲方：", "某" * 1500, CHINESE)
    english = SignatureParty("Party A: ", "Unit " * 200, ENGLISH)
    block = SignatureArea((long,), note="（以下无正文）", english=SignatureArea((english,), note="(No text below)"))
    text = "".join(line for page in pages(paper(block)) for line in lines(page))
    assert (text.count("某"), text.count("Unit")) == (1500, 200)


def test_a_witness_that_only_signs_stands_in_a_pair():
    witnesses = (SignatureParty("见证人：", "张三", ("签字：", "日期：")),) * 2
    english = (SignatureParty("Witness: ", "Zhang San", ("Signature:", "Date:")),) * 2
    both = replace(area(2), witnesses=witnesses)
    (page,) = pages(paper(replace(both, english=replace(both.english, witnesses=english))))
    assert "见证人：见证人：" in own_lines(page)
    assert "Zhang SanZhang San" in own_lines(page)


@pytest.mark.parametrize("before", range(9, 30, 4))
@pytest.mark.parametrize(("count", "witnesses"), [(2, 0), (2, 1), (3, 0)])
def test_the_place_to_sign_is_whole_wherever_the_text_ends(count: int, witnesses: int, before: int):
    said = ["".join(own_lines(page)) for page in pages(paper(area(count, witnesses), before=before))]
    (signed,) = (text for text in said if "（盖章）" in text)
    assert (signed.count("（盖章）"), signed.count("Date:")) == (count + witnesses,) * 2
    assert ("（以下无正文）" in signed and "县县" in signed) != signed.startswith(ALONE[0])
    assert signed.endswith("pages in all.")
