"""Text that breaks lesser writers: each gives a correct paper."""

from __future__ import annotations

import re

import pytest

from exporters.blocks import (
    Cell,
    Clause,
    Column,
    Field,
    FieldList,
    Heading,
    Row,
    Section,
    Spacer,
    Table,
    Title,
    text_spans,
)
from tests.exporters.pdf.reading import LONG, area, copied, drawn_text, lines, made, outline, pages, paragraph

LONG_NAME = "长治市上党区某某" * 75
EVERYWHERE = "<b>粗</b>&amp;=1+1 +86 -5 @x \x00\x1b张\ud800三\ufffe\u202e反\u200b向"
PRINTED = "<b>粗</b>&amp;=1+1+86-5@x张\ufffd三\ufffd反向"


def blocks(text: str) -> list[object]:
    table = Table((Column("a", text, 5), Column("b", "乙", 5)), (Row((Cell(text), Cell(text))),), caption=text)
    return [
        Title((text,), text),
        Heading(text, 1, "一、"),
        paragraph(text),
        Clause("第一条", text, (paragraph(text),)),
        FieldList((Field(text, text_spans(text)),), title=text),
        table,
        Section(text, (paragraph(text),)),
    ]


@pytest.mark.parametrize("place", range(7))
def test_markup_controls_and_surrogates_print_as_they_are(place: int):
    block = blocks(EVERYWHERE)[place]
    assert PRINTED in drawn_text(made(block)).replace("　", "")  # type: ignore[arg-type]


@pytest.mark.parametrize("place", range(7))
def test_a_600_character_name_prints_in_full_anywhere(place: int):
    printed = drawn_text(made(blocks(LONG_NAME)[place], style="sheet"))  # type: ignore[arg-type]
    assert printed.count("某") >= LONG_NAME.count("某")
    assert LONG_NAME in printed or place == 5  # in a table, cells are read across


def test_a_600_character_name_in_narrow_cells_prints_in_full():
    text = drawn_text(made(Table((Column("a", "甲", 9), Column("b", "乙", 5)), (Row((Cell(LONG_NAME), Cell(""))),))))
    assert text == "甲乙" + LONG_NAME


def test_10000_characters_print_in_full():
    assert drawn_text(made(paragraph("某" * 10_000))) == "某" * 10_000
    assert drawn_text(made(paragraph("x" * 10_000))) == "x" * 10_000


def test_a_clause_of_50000_characters_prints_in_full():
    sentence = "双方按照2024年5月20日签订的《合作协议》（文号〔2018〕26号）推进项目，资助100,000元；"
    text = (sentence * 1100)[:50_000]
    printed = "".join("".join(copied(made(Clause("第一条", "内容", (paragraph(text),)), style="agreement"))).split())
    numbered = re.sub("—[0-9]+—", "", printed)
    assert numbered == "第一条内容" + text


def test_zero_width_and_bidi_characters_neither_show_nor_break_lines():
    plain = "上党区人民政府与武汉大学战略合作框架协议" * 8
    marked = "\u200b\u202e\u2066".join(plain) + "\ufeff\u2069"
    assert [lines(page) for page in pages(made(paragraph(marked)))] == [
        lines(page) for page in pages(made(paragraph(plain)))
    ]


def test_40_parties_each_sign_whole():
    found = pages(made(paragraph("文"), area(40, note="（以下无正文）"), style="agreement"))
    texts = ["".join(lines(page)) for page in found]
    assert sum(text.count("（盖章）") for text in texts) == 40
    assert all(text.count("（盖章）") == text.count("法定代表人") == text.count("签订地点") for text in texts)


def test_markup_is_safe_in_properties_and_footer():
    written = made(paragraph("文"), title=EVERYWHERE, subject=EVERYWHERE, footer=EVERYWHERE)
    assert "张\ufffd三" in copied(written)[0]


def test_bookmarks_are_cleaned():
    assert outline(made(Heading("a\x00\nb", 1)))[0][1] == "a b"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("style", ["official", "agreement", "sheet"])
def test_every_style_in_both_languages(language: str, style: str):
    written = made(*blocks(LONG), language=language, style=style)  # type: ignore[arg-type]
    assert written.pages is not None and written.pages >= 2


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        (Clause("第一条", "宗旨"), ["第一条　宗旨"]),
        (Clause("第一条", "", (paragraph("合作。"),)), ["第一条　合作。"]),
        (Clause("（一）", "", (paragraph("合作。"),)), ["（一）合作。"]),
        (Clause("1.", "", (paragraph("合作。"),)), ["1.合作。"]),
        (Clause("", "", (paragraph("合作。"),)), ["合作。"]),
        (Clause("第一条", ""), ["第一条"]),
        (Clause("一、", "宗旨", (paragraph("甲"), paragraph("乙"))), ["一、宗旨", "甲", "乙"]),
    ],
)
def test_clause_numbers(clause: Clause, wanted: list[str]):
    assert lines(pages(made(clause))[0]) == wanted


def test_english_clauses():
    clause = Clause("Article 1", "Purpose", (paragraph("Text."),), (Clause("1.1", "", (paragraph("More."),)),))
    assert lines(pages(made(clause, language="en"))[0]) == ["Article 1 Purpose", "Text.", "1.1 More."]


def test_a_heading_stays_with_its_next_two_lines():
    for count in range(18, 23):
        found = pages(made(*[paragraph("县")] * count, Heading("标题", 1), paragraph("文" * 80)))
        page = next(page for page in found if "标题" in lines(page))
        assert lines(page)[lines(page).index("标题") + 1 :][:2] == ["文" * 26, "文" * 28], count


def test_empty_lines_are_dropped_at_the_top_of_a_page():
    found = pages(made(*[paragraph("县")] * 22, Spacer(2), paragraph("文")))
    assert lines(found[1]) == ["文"]
