"""Spans, labels and numbers as plain text."""

from __future__ import annotations

import pytest

from exporters.blocks import Clause, Field, Heading, Span, SpanKind
from exporters.span_text import blank_line, field_text, label_text, line_to_fill, numbered, spans_text

NUMBER = Span("SD-1", SpanKind.ON_FINAL, 6)
SPANS = (Span("甲方："), Span("武汉大学", SpanKind.NAME), Span("party_a.uscc", SpanKind.BLANK, 5), NUMBER)


def test_draft_leaves_number_open() -> None:
    assert spans_text(SPANS, final=False) == "甲方：武汉大学__________" + "____________"


def test_final_prints_number() -> None:
    assert spans_text(SPANS, final=True) == "甲方：武汉大学__________SD-1"


def test_unknown_number_stays_open_on_final() -> None:
    assert spans_text((Span("", SpanKind.ON_FINAL),), final=True) == "________"


def test_blank_without_length_is_long_enough_to_write_on() -> None:
    assert blank_line(0) == "________"


@pytest.mark.parametrize(
    ("label", "language", "shown"),
    [
        ("时间", "zh", "时间："),
        ("时间：", "zh", "时间："),
        ("Time", "en", "Time: "),
        ("Time:", "en", "Time:"),
        ("", "zh", ""),
    ],
)
def test_label_has_one_colon(label: str, language: str, shown: str) -> None:
    assert label_text(label, language) == shown


def test_line_to_fill_leaves_room_behind_its_label_or_inside_its_date() -> None:
    assert line_to_fill("签字", "zh") == "签字：____________"
    assert line_to_fill("日期：　　年　　月　　日", "zh") == "日期：　　年　　月　　日"


def test_field_is_label_and_words() -> None:
    assert field_text(Field("地点", (Span("武汉"),)), "zh", final=False) == "地点：武汉"
    assert field_text(Field("", (Span("武汉"),)), "zh", final=False) == "武汉"


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (Heading("背景", 1, "一、"), "一、背景"),
        (Heading("背景"), "背景"),
        (Clause("第一条", "合作宗旨"), "第一条　合作宗旨"),
        (Clause("（一）", ""), "（一）"),
        (Clause("Article 1", "Purpose"), "Article 1 Purpose"),
    ],
)
def test_number_stands_before_heading(block: Heading | Clause, shown: str) -> None:
    assert numbered(block) == shown
