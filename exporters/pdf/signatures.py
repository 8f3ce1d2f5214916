"""Where the parties sign and seal: room for a seal of 45 mm and a hand, and never torn apart.

Seals of county governments are 45 mm wide; a written line wants 12 mm. Two parties stand side by side, more below one
another with the seal beside their lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from exporters.blocks import SignatureArea, SignatureParty, Span, SpanKind, Spans
from exporters.pdf.boxes import Box, baseline, line_box
from exporters.pdf.ink import Ink
from exporters.pdf.panels import Panel
from exporters.typeset.paragraphs import Setting, set_lines
from exporters.typeset.styles import MM, StyleSet

SEAL = 47 * MM  # a 45 mm square with a little air
SIGNED_LINE = 12 * MM
_GUTTER = 8 * MM
_BESIDE_SEAL = 3 * MM
_BETWEEN_ROWS = 4 * MM
_SHORTEST_RULE = 24 * MM
_AFTER_LABEL = 3.0  # points
_RULE_DROP = 3.0  # points below the baseline
_SEALED = re.compile("盖章|\\bseal", re.IGNORECASE)
_DATE = re.compile(r"年[\s　_]*月[\s　_]*日")


def signature_boxes(area: SignatureArea, style: StyleSet, width: float, height: float, *, final: bool) -> list[Box]:
    """The note, the parties, the witnesses: all on one page where a page of this height can hold them."""
    setting = Setting(style.body, style.language, final)
    panels = _party_panels(area.parties, setting, width) + _witness_panels(area.witnesses, setting, width)
    if any(panel.height > height for panel in panels):
        return _in_full(area, style, setting, width)
    rows = [Box(panel.height, panel.draw) for panel in panels]
    return _kept(_note(area, style, setting, width), rows + _count(area.count, setting, width), height)


def _in_full(area: SignatureArea, style: StyleSet, setting: Setting, width: float) -> list[Box]:
    """Names longer than a page run as text; the lines and the seal follow each."""
    boxes = _note(area, style, setting, width)
    for party in (*area.parties, *area.witnesses):
        panel = _row(replace(party, label="", name=""), setting, width)
        name = set_lines((Span(_joined(party, setting)),), setting, width)
        boxes += [line_box(line, style.body, keep=1 if line.last else 0) for line in name]
        boxes.append(Box(panel.height, panel.draw))
    return boxes + _count(area.count, setting, width)


def _note(area: SignatureArea, style: StyleSet, setting: Setting, width: float) -> list[Box]:
    """The line above the place to sign, and what stands there instead where it begins a page."""
    indent = 2 * style.body.cell if style.indented else 0.0
    panels = [Panel(), Panel()]
    for panel, text in zip(panels, (area.note, area.alone), strict=True):
        if text:
            panel.write(set_lines(_whole_page_name(text), setting, width, indent=indent), style.body, 0.0, 0.0)
    usual, alone = (Box(panel.height, panel.draw) for panel in panels)
    if not area.note and not area.alone:
        return []
    return [replace(usual, at_top=alone if area.alone else None)]


def _whole_page_name(text: str) -> Spans:
    """The note, in which 签署页 is not broken over two lines."""
    before, word, after = text.rpartition("签署页")
    return (Span(before), Span(word, SpanKind.NAME), Span(after))


def _count(text: str, setting: Setting, width: float) -> list[Box]:
    """The last line, which says of how many pages the paper is: known when it is drawn."""
    if not text:
        return []
    style = setting.style

    def draw(ink: Ink, left: float, top: float) -> None:
        for line in set_lines((Span(text.replace("{pages}", str(ink.pages))),), setting, width)[:1]:
            ink.line(line, left, top + baseline(style))

    return [Box(style.leading, draw)]


def _kept(note: list[Box], rows: list[Box], height: float) -> list[Box]:
    """All boxes kept together; where a page cannot hold them, the note with the first row and the last two rows."""
    boxes = [*note, *rows]
    last = len(boxes) - 1
    if sum(box.height for box in boxes) <= height:
        return [_keeping(box, last - number) for number, box in enumerate(boxes)]
    kept = [_keeping(box, len(note) - number) for number, box in enumerate(note)]
    return kept + [replace(row, keep=1 if number == len(rows) - 2 else 0) for number, row in enumerate(rows)]


def _keeping(box: Box, keep: int) -> Box:
    return replace(box, keep=keep, at_top=replace(box.at_top, keep=keep) if box.at_top is not None else None)


def _party_panels(parties: Sequence[SignatureParty], setting: Setting, width: float) -> list[Panel]:
    if len(parties) <= 2:
        return [_side_by_side(parties, setting, width, seal=True)] if parties else []
    return [_row(party, setting, width) for party in parties]


def _witness_panels(witnesses: Sequence[SignatureParty], setting: Setting, width: float) -> list[Panel]:
    """Witnesses who only sign stand in pairs; a unit that seals has the seal's square beside its lines."""
    sealing = [witness for witness in witnesses if _SEALED.search(witness.label)]
    signing = [witness for witness in witnesses if witness not in sealing]
    pairs = (signing[start : start + 2] for start in range(0, len(signing), 2))
    rows = [_row(witness, setting, width) for witness in sealing]
    return rows + [_side_by_side(pair, setting, width, seal=False) for pair in pairs]


def _side_by_side(parties: Sequence[SignatureParty], setting: Setting, width: float, *, seal: bool) -> Panel:
    """Columns: name, room for the seal, lines. The lines of both parties start at the same height."""
    column = (width - _GUTTER) / 2
    panel = Panel()
    tops = [
        _name(panel, party, setting, number * (column + _GUTTER), 0.0, column) for number, party in enumerate(parties)
    ]
    start = max(tops) + (SEAL if seal else 0.0)
    panel.seals += [
        (number * (column + _GUTTER) + column / 2, start - SEAL / 2) for number, _party in enumerate(parties) if seal
    ]
    for number, party in enumerate(parties):
        _lines(panel, party, setting, number * (column + _GUTTER), start, column)
    return panel


def _row(party: SignatureParty, setting: Setting, width: float) -> Panel:
    """One party across the page: name and lines on the left, the seal's square beside them on the right."""
    panel = Panel()
    column = width - SEAL - _BESIDE_SEAL
    _lines(panel, party, setting, 0.0, _name(panel, party, setting, 0.0, 0.0, column, joined=True), column)
    panel.seals.append((width - SEAL / 2, SEAL / 2))
    panel.height = max(panel.height, SEAL) + _BETWEEN_ROWS
    return panel


def _name(
    panel: Panel,
    party: SignatureParty,
    setting: Setting,
    left: float,
    top: float,
    width: float,
    *,
    joined: bool = False,
) -> float:
    """The party's label and name, on lines of their own or `joined`; returns where they end."""
    texts = (_joined(party, setting),) if joined else (party.label, party.name)
    for text in texts:
        if text:
            top = panel.write(set_lines((Span(text),), setting, width), setting.style, left, top)
    return top


def _joined(party: SignatureParty, setting: Setting) -> str:
    apart = " " if setting.language != "zh" and party.label and not party.label.endswith(" ") else ""
    return party.label + apart + party.name


def _lines(panel: Panel, party: SignatureParty, setting: Setting, left: float, top: float, width: float) -> None:
    for label in party.lines:
        top = _signed_line(panel, label, setting, left, top, width)
    panel.height = max(panel.height, top)


def _signed_line(panel: Panel, label: str, setting: Setting, left: float, top: float, width: float) -> float:
    """A label with a ruled line behind it, or below where the label leaves too little room; returns where it ends."""
    style = setting.style
    lines = set_lines((Span(label),), setting, width)
    above = max(0.0, SIGNED_LINE - style.leading)
    foot = panel.write(lines, style, left, top + above)
    if _DATE.search(label):
        return foot
    start = lines[-1].width
    if width - start < _SHORTEST_RULE:
        start, foot = -_AFTER_LABEL, foot + SIGNED_LINE
    base = foot - style.leading / 2 + style.size * 0.36 + _RULE_DROP
    panel.rule(left + start + _AFTER_LABEL, base, left + width, base)
    return foot
