"""Where the parties sign and seal: room for a seal of 45 mm and a hand, and never torn apart.

Seals of county governments are 45 mm wide; a written line wants 12 mm. Two parties stand side by side, more below one
another with the seal beside their lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporters.blocks import SignatureArea, SignatureParty, Span
from exporters.pdf.boxes import Box, line_box
from exporters.pdf.panels import Panel
from exporters.typeset.paragraphs import Setting, set_lines
from exporters.typeset.styles import MM, StyleSet

SEAL = 47 * MM  # a 45 mm square with a little air
SIGNED_LINE = 12 * MM
_GUTTER = 8 * MM
_SHORTEST_RULE = 24 * MM
_RULE_DROP = 3.0  # points below the baseline
_DATE = re.compile(r"年[\s　_]*月[\s　_]*日")


def signature_boxes(area: SignatureArea, style: StyleSet, width: float, *, final: bool) -> list[Box]:
    """The note, then the parties, then the witnesses; all kept together where a page can hold them."""
    setting = Setting(style.body, style.language, final)
    panels = _party_panels(area.parties, setting, width) + _witness_panels(area.witnesses, setting, width)
    rows = [Box(panel.height, panel.draw) for panel in panels]
    return _kept([*_note(area.note, style, setting, width), *rows])


def _note(text: str, style: StyleSet, setting: Setting, width: float) -> list[Box]:
    if not text:
        return []
    indent = 2 * style.body.cell if style.indented else 0.0
    return [line_box(line, style.body) for line in set_lines((Span(text),), setting, width, indent=indent)]


def _kept(boxes: list[Box]) -> list[Box]:
    last = len(boxes) - 1
    return [
        Box(box.height, box.draw, keep=last - number, repeat=box.repeat, split=box.split)
        for number, box in enumerate(boxes)
    ]


def _party_panels(parties: Sequence[SignatureParty], setting: Setting, width: float) -> list[Panel]:
    if len(parties) <= 2:
        return [_side_by_side(parties, setting, width, seal=True)] if parties else []
    return [_row(party, setting, width) for party in parties]


def _witness_panels(witnesses: Sequence[SignatureParty], setting: Setting, width: float) -> list[Panel]:
    pairs = (witnesses[start : start + 2] for start in range(0, len(witnesses), 2))
    return [_side_by_side(pair, setting, width, seal=False) for pair in pairs]


def _side_by_side(parties: Sequence[SignatureParty], setting: Setting, width: float, *, seal: bool) -> Panel:
    """Columns: name, room for the seal, lines. The lines of both parties start at the same height."""
    column = (width - _GUTTER) / 2
    panel = Panel()
    tops = [
        _name(panel, party, setting, number * (column + _GUTTER), 0.0, column) for number, party in enumerate(parties)
    ]
    start = max(tops) + (SEAL if seal else 0.0)
    for number, party in enumerate(parties):
        _lines(panel, party, setting, number * (column + _GUTTER), start, column)
    return panel


def _row(party: SignatureParty, setting: Setting, width: float) -> Panel:
    """One party across the page: name above, lines on the left, the seal's square on the right."""
    panel = Panel()
    top = _name(panel, party, setting, 0.0, 0.0, width)
    _lines(panel, party, setting, 0.0, top, width - SEAL - _GUTTER)
    panel.height = max(panel.height, top + SEAL) + setting.style.leading / 2
    return panel


def _name(panel: Panel, party: SignatureParty, setting: Setting, left: float, top: float, width: float) -> float:
    style = setting.style
    for text in (party.label, party.name):
        if text:
            top = panel.write(set_lines((Span(text),), setting, width), style, left, top)
    return top


def _lines(panel: Panel, party: SignatureParty, setting: Setting, left: float, top: float, width: float) -> None:
    for label in party.lines:
        top = _signed_line(panel, label, setting, left, top, width)
    panel.height = max(panel.height, top)


def _signed_line(panel: Panel, label: str, setting: Setting, left: float, top: float, width: float) -> float:
    """A label with a ruled line behind it, or below it where the label leaves too little room; returns where it ends."""
    style = setting.style
    lines = set_lines((Span(label),), setting, width)
    above = max(0.0, SIGNED_LINE - style.leading)
    foot = panel.write(lines, style, left, top + above)
    if _DATE.search(label):
        return foot
    start = lines[-1].width
    if width - start < _SHORTEST_RULE:
        start, foot = 0.0, foot + SIGNED_LINE
    base = foot - style.leading / 2 + style.size * 0.36 + _RULE_DROP
    panel.rule(left + start, base, left + width, base)
    return foot
