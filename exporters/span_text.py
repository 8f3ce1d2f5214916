"""Spans as one line of plain text, for formats that rule no lines of their own."""

from __future__ import annotations

import re

from exporters.blocks import Clause, Field, Heading, Span, SpanKind, Spans

_DATE = re.compile(r"年[\s_]*月[\s_]*日")
NARROWEST_BLANK = 4  # characters, where a blank does not say how long it is


def spans_text(spans: Spans, *, final: bool) -> str:
    """The words to print. Places to fill by hand are underscores; a draft leaves its number and date open."""
    return "".join(_span_text(span, final) for span in spans)


def blank_line(width: int) -> str:
    """A line to write on, as long as `width` Han characters."""
    return "_" * 2 * max(width, NARROWEST_BLANK)


def field_text(field: Field, language: str, *, final: bool) -> str:
    """“标签：值”; a field without a label continues the one above."""
    return label_text(field.label, language) + spans_text(field.spans, final=final)


def label_text(label: str, language: str) -> str:
    """The label with its colon; nothing for an empty one."""
    if not label or label.rstrip().endswith(("：", ":")):
        return label
    return f"{label}: " if language == "en" else f"{label}："


def line_to_fill(label: str, language: str) -> str:
    """A label and the line behind it; a date (“　　年　　月　　日”) has its room inside."""
    return label if _DATE.search(label) else label_text(label, language) + blank_line(6)


def numbered(block: Heading | Clause) -> str:
    """“第一条　合作宗旨”, “一、背景”: the number and the heading, apart where the number does not end in a mark."""
    text = block.text if isinstance(block, Heading) else block.heading
    if not block.number or not text:
        return block.number or text
    if block.number.endswith(("、", "）", "．")):
        return block.number + text
    return block.number + ("　" if "一" <= block.number[-1] <= "鿿" else " ") + text


def _span_text(span: Span, final: bool) -> str:
    if span.kind is SpanKind.BLANK or (span.kind is SpanKind.ON_FINAL and not (final and span.text)):
        return blank_line(span.width)
    return span.text
