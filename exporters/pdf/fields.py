"""A label and what stands behind it, wrapped lines hanging under the text."""

from __future__ import annotations

from exporters.blocks import Field, Span, SpanKind
from exporters.typeset.breaking import Line
from exporters.typeset.paragraphs import Setting, set_lines, width_of
from exporters.typeset.styles import StyleSet

_WIDEST_LABEL = 0.4  # of the line: beyond it, wrapped lines of a field hang two characters in


def hanging(label: str, style: StyleSet, setting: Setting, width: float) -> float:
    """How far in wrapped lines stand under this label."""
    measured = width_of(label, Setting(style.label, setting.language, setting.final))
    return measured if measured <= width * _WIDEST_LABEL else 2 * style.body.cell


def field_lines(one: Field, style: StyleSet, setting: Setting, width: float, *, under: float = 0.0) -> list[Line]:
    """The field's lines; a field without label stands `under` the one above it, so far in."""
    label = with_colon(one.label, setting.language)
    if not label:
        return set_lines(one.spans, setting, width, align="justify", indent=under, hang=under)
    spans = (Span(label, SpanKind.STRONG), *one.spans)
    return set_lines(spans, setting, width, align="justify", hang=hanging(label, style, setting, width))


def with_colon(label: str, language: str) -> str:
    """The label as printed: “住所：”, “Address: ”."""
    if not label or label[-1] in "：:？?":
        return label + " " if label.endswith(":") else label
    return f"{label}：" if language == "zh" else f"{label}: "
