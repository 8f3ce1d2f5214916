"""Where the parties sign: room for seal and hand, kept together and never alone."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from exporters.blocks import SignatureArea, SignatureParty
from tests.exporters.pdf.reading import LINES, LONG, area, characters, clauses, lines, made, pages, paragraph

MM = 72 / 25.4


def height_of(page: Any, text: str) -> float:
    """From the top of the page to the baseline of the first line that starts with the text, in mm."""
    found = characters(page)
    joined = "".join(one["text"] for one in found)
    return (page.height - found[joined.index(text)]["matrix"][5]) / MM


@pytest.mark.parametrize("count", range(1, 16))
def test_the_place_to_sign_is_never_alone_and_never_torn(count: int):
    found = pages(made(*clauses(2), *[paragraph("县" * 27)] * count, area(2, note="（以下无正文）"), style="agreement"))
    last = lines(found[-1])
    start = next(number for number, line in enumerate(last) if line.startswith("（以下无正文）"))
    assert start >= 2
    assert last[start + 1] == "甲方（盖章）：乙方（盖章）："
    assert last[-1] == "签订地点：签订地点："


def test_two_parties_stand_side_by_side_with_room_for_their_seals():
    (page,) = pages(made(paragraph(LONG), area(2)))
    assert lines(page)[-4:] == [
        "第0单位第1单位",
        "法定代表人（签字）：法定代表人（签字）：",
        "日期：　　年　　月　　日日期：　　年　　月　　日",
        "签订地点：签订地点：",
    ]
    assert height_of(page, "法定代表人") - height_of(page, "第0单位") > 45 + 6


def test_each_line_to_sign_has_12_mm():
    (page,) = pages(made(area(2)))
    places = [height_of(page, text) for text in ("法定代表人", "日期", "签订地点")]
    assert [after - before >= 11.99 for before, after in itertools.pairwise(places)] == [True, True]


def test_lines_to_sign_are_ruled_but_dates_are_not():
    (page,) = pages(made(area(2)))
    assert len(page.lines) == 4
    assert {round(one["x1"] / MM) for one in page.lines} == {102, 184}


def test_more_parties_stand_below_one_another_with_the_seal_beside_them():
    (page,) = pages(made(area(3)))
    tops = [height_of(page, text) for text in ("甲方", "乙方", "丙方")]
    assert [after - before >= 47 for before, after in itertools.pairwise(tops)] == [True, True]
    assert max(one["x1"] for one in characters(page)) / MM < 184 - 45


@pytest.mark.parametrize("count", [4, 7, 40])
def test_no_party_is_torn_where_many_sign(count: int):
    found = pages(made(paragraph(LONG), area(count, note="（以下无正文）")))
    text = ["".join(lines(page)) for page in found]
    assert sum(one.count("（盖章）") for one in text) == count
    assert all(one.count("（盖章）") == one.count("签订地点") for one in text)


def test_witnesses_stand_below_in_pairs():
    witnesses = tuple(SignatureParty("见证方：", f"第{n}见证", ("见证人（签字）：",)) for n in range(3))
    (page,) = pages(made(area(2, witnesses=witnesses)))
    assert lines(page)[-6:] == [
        "见证方：见证方：",
        "第0见证第1见证",
        "见证人（签字）：见证人（签字）：",
        "见证方：",
        "第2见证",
        "见证人（签字）：",
    ]


@pytest.mark.parametrize("label", ["见证方（盖章）：", "Witness (seal):"])
def test_a_witness_that_seals_has_the_room_of_a_seal_beside_its_lines(label: str):
    witnesses = tuple(SignatureParty(label, f"第{n}见证", LINES) for n in range(2))
    (page,) = pages(made(area(2, witnesses=witnesses)))
    tops = [height_of(page, f"第{n}见证") for n in range(2)]
    assert tops[1] - tops[0] >= 47
    assert max(one["x1"] for one in characters(page) if one["top"] / MM > tops[0] - 1) / MM < 184 - 45


def test_a_label_that_fills_the_line_has_its_rule_below():
    party = SignatureParty("甲方：", "单位", ("法定代表人（负责人）或授权代表签字处：",))
    (page,) = pages(made(SignatureArea((party, party, party))))
    base = height_of(page, "法定代表人")
    assert page.lines[0]["top"] / MM - base == pytest.approx(13, abs=0.2)


def test_a_name_longer_than_a_page_is_printed_in_full():
    party = SignatureParty("甲方：", "某" * 900, LINES)
    found = pages(made(SignatureArea((party, party))))
    assert sum(line.count("某") for page in found for line in lines(page)) == 1800
    assert "".join(lines(found[-1])).endswith("签订地点：")


def test_the_note_names_the_agreement_where_the_area_begins_a_page():
    alone = "（本页无正文，为《战略合作框架协议》签署页）"
    for count in range(8, 23):
        found = pages(made(*[paragraph("县" * 20)] * count, area(2, note="（以下无正文）", alone=alone)))
        last = lines(found[-1])
        fresh = last[0] == alone
        assert (fresh, len(found)) in ((True, 2), (False, 1)), count
        assert last.index("甲方（盖章）：乙方（盖章）：") == (1 if fresh else count + 1), count
        assert "（以下无正文）" in lines(found[0]) or fresh


def test_the_last_line_says_how_many_pages_there_are():
    found = pages(made(*[paragraph("县" * 20)] * 30, area(2, count="本协议共{pages}页")))
    assert lines(found[-1])[-1] == "本协议共2页"


@pytest.mark.parametrize("values", [{"note": "", "alone": "（本页无正文）"}, {"note": "（以下无正文）", "alone": ""}])
def test_one_note_may_be_missing(values: dict[str, str]):
    (page,) = pages(made(area(1, **values)))
    assert lines(page)[0] == (values["alone"] or values["note"])


def test_an_area_without_parties_is_only_its_note():
    (page,) = pages(made(SignatureArea((), note="（以下无正文）")))
    assert lines(page) == ["（以下无正文）"]


def test_english_parties():
    party = SignatureParty("For and on behalf of", "Wuhan University", ("Signature:", "Name:", "Title:", "Date:"))
    (page,) = pages(made(SignatureArea((party, party)), language="en"))
    assert lines(page)[-1] == "Date:Date:"
    assert len(page.lines) == 8
    (page,) = pages(made(SignatureArea((party,) * 3), language="en"))
    assert lines(page)[0] == "For and on behalf of Wuhan University"


@pytest.mark.parametrize("length", range(8, 26))
def test_the_word_for_the_page_to_sign_is_not_broken(length: int):
    note = f"（本页无正文，为《{'协' * length}》签署页）"
    (page,) = pages(made(area(2, note=note, alone="")))
    assert any("签署页）" in line for line in lines(page))


@pytest.mark.parametrize("before", range(4, 20, 3))
def test_parties_that_share_no_page_with_the_witnesses_stay_together(before: int):
    witnesses = tuple(SignatureParty("见证方（盖章）：", f"第{n}见证", LINES) for n in range(3))
    place = area(
        2, witnesses=witnesses, note="（以下无正文）", alone="（本页无正文，为《协议》签署页）", count="共{pages}页"
    )
    found = [lines(page) for page in pages(made(*(paragraph("正文") for _ in range(before)), place))]
    where = [
        [number for number, page in enumerate(found) if any(name in line for line in page)]
        for name in ("第0单位", "第1单位", "第0见证", "第2见证", "共")
    ]
    assert (where[0], where[2:]) == (where[1], [where[2]] * 3)
