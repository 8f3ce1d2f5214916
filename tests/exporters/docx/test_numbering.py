"""Clause numbers that Word counts: the same as on the PDF, or plain text."""

from __future__ import annotations

from exporters.blocks import Clause, Paragraph, text_spans
from exporters.docx.body import run_in_gap
from models.rules.numerals import clause_number, item_number
from tests.exporters.docx.reading import printed, word


def said(text: str) -> tuple[Paragraph, ...]:
    return (Paragraph(text_spans(text)),)


def counted(*clauses: Clause, language: str = "zh") -> list[tuple[str, bool]]:
    """Each line, and whether Word counts its number."""
    paper = word(*clauses, language=language)
    counts = [bool(paragraph._p.xpath("w:pPr/w:numPr")) for paragraph in paper.paragraphs]
    return list(zip(printed(paper), counts, strict=True))


def test_word_counts_articles_and_items() -> None:
    items = (Clause("（一）", "", said("甲")), Clause("（二）", "", said("乙"), (Clause("1.", "", said("丙")),)))
    assert counted(Clause("第一条", "宗旨", said("双方"), items), Clause("第二条", "", said("期限"))) == [
        ("第一条　宗旨", True), ("双方", False), ("（一）甲", True), ("（二）乙", True), ("1.丙", True),
        ("第二条　期限", True),
    ]  # fmt: skip


def test_items_begin_anew_below_each_article() -> None:
    articles = (Clause(f"第{n}条", "宗旨", (), (Clause("（一）", "", said(n)),)) for n in "一二")
    assert counted(*articles)[-1] == ("（一）二", True)


def test_english_articles_are_counted() -> None:
    items = (Clause("(1)", "", said("One")), Clause("(2)", "", said("Two"), (Clause("1.", "", said("Three")),)))
    assert counted(Clause("Article 1", "Aims", (), items), language="en") == [
        ("Article 1 Aims", True), ("(1) One", True), ("(2) Two", True), ("1. Three", True),
    ]  # fmt: skip


def test_number_that_word_would_write_otherwise_is_plain_text() -> None:
    third = Clause("第三条", "期限", (), (Clause("（二）", "", said("甲")), Clause("", "", said("乙"))))
    assert counted(third, Clause("第一条", "宗旨"), Clause("一、", "效力")) == [
        ("第三条　期限", False), ("（二）甲", False), ("乙", False), ("第一条　宗旨", True), ("一、效力", False),
    ]  # fmt: skip


def test_number_alone_is_plain_text() -> None:
    assert counted(Clause("第一条", "")) == [("第一条", False)]


def test_fifth_level_is_plain_text() -> None:
    deep = Clause("1.", "", said("戊"))
    for number in ("1.", "1.", "（一）", "第一条"):
        deep = Clause(number, "", said("上"), (deep,))
    assert counted(deep)[-1] == ("1.戊", False)


def test_a_hundred_articles_are_counted_as_they_are_written() -> None:
    articles = [Clause(clause_number(n, "zh"), "条") for n in range(1, 122)]
    lines = counted(*articles)
    assert (lines[11], lines[100]) == (("第十二条　条", True), ("第一百零一条　条", True))
    assert all(by_word for _line, by_word in lines)


def test_gap_behind_a_number_is_that_of_the_pdf() -> None:
    assert [run_in_gap(number, "zh") for number in ("第一条", item_number(1, "zh"), "1.", "")] == ["　", "", "", ""]
    assert [run_in_gap(number, "en") for number in ("Article 1", item_number(1, "en"), "1.")] == [" ", " ", " "]
