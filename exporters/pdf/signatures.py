"""Where parties sign and seal: 45 × 45 mm stay free for each seal, and 12 mm for each line a hand fills in.

Two parties stand side by side, with lines, seal and lines to fill below one another; more stand in rows, the seal's
square beside the lines. Where that is higher than a page, two stand in rows, too, and short lines share one. A paper in
two languages says each thing in both, every line set by the rules of its own; what a hand fills in has one rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporters.blocks import SignatureArea, Span, SpanKind, Spans
from exporters.pdf.boxes import Box, baseline, line_box
from exporters.pdf.ink import Ink
from exporters.pdf.panels import Panel
from exporters.pdf.signature_lines import SEAL, Place, Voices, joined, write_lines, write_name
from exporters.typeset.paragraphs import Setting, set_lines
from exporters.typeset.parallel_styles import column_style
from exporters.typeset.styles import MM, StyleSet

_GUTTER = 8 * MM
_BESIDE_SEAL = 3 * MM
_BETWEEN_ROWS, _LEAST_BETWEEN = 4 * MM, 1.5 * MM
_APART = 6.0  # points below the note and above the last line, where both stand in two languages
_SEALED = re.compile("盖章|\\bseal", re.IGNORECASE)
_ON_LAST_PAGE = 2  # places to sign on the last of several pages
_FOR_SEVERAL_PAGES = -2  # the last form but one: the last saves the room between the places
_CLOSE = {"zh": 17.0, "en": 13.0}  # points from line to line where both languages stand close

_Placed = tuple[list[Box], list[Box], list[Box], list[Box]]  # note, parties, witnesses, the last line


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to place everything. `paired`: short lines share one; `between`: room below each row."""

    voices: Voices
    columns: bool = False
    paired: bool = False
    between: float = _BETWEEN_ROWS


def signature_boxes(area: SignatureArea, style: StyleSet, width: float, height: float, *, final: bool) -> list[Box]:
    """The note, the parties, the witnesses: all on one page where a page of this height can hold them."""
    forms = [*_forms(area, style, final=final)]
    placed = (_placed(area, style, form, width) for form in forms)
    note, parties, witnesses, count = next((found for found in placed if _height(found) <= height), None) or _placed(
        area, style, forms[_FOR_SEVERAL_PAGES], width
    )
    if any(row.height > height for row in (*parties, *witnesses)):
        return [*note, *_in_full(area, forms[_FOR_SEVERAL_PAGES], width), *count]
    return _kept((note, parties, witnesses, count), height)


def _placed(area: SignatureArea, style: StyleSet, form: _Form, width: float) -> _Placed:
    """Everything in a form."""
    parties, witnesses = ([Box(one.height, one.draw) for one in panels] for panels in _panels(area, form, width))
    return _note(area, style, form.voices, width), parties, witnesses, _count(area, form.voices, width)


def _height(placed: _Placed) -> float:
    return sum(_most(box) for part in placed for box in part)


def _forms(area: SignatureArea, style: StyleSet, *, final: bool) -> Iterator[_Form]:
    """The ways to place them, the best looking first, the lowest last."""
    roomy, close = (_voices(area, style, final=final, close=close) for close in (False, True))
    if len(area.parties) <= 2:
        yield from (_Form(voices, columns=True) for voices in (roomy, close))
    for paired in (False, True):
        yield from (_Form(voices, paired=paired) for voices in (roomy, close))
    yield _Form(close, paired=True, between=_LEAST_BETWEEN)


def _most(box: Box) -> float:
    """How high the box is at most."""
    return max(box.height, box.at_top.height if box.at_top else 0.0)


def _voices(area: SignatureArea, style: StyleSet, *, final: bool, close: bool) -> Voices:
    """How each language is set; `close`: with less room between lines, where there are two."""
    if area.english is None:
        return (Setting(style.body, style.language, final),)
    styles = ((language, column_style(language).body) for language in _CLOSE)
    return tuple(
        Setting(replace(own, leading=_CLOSE[language]) if close else own, language, final) for language, own in styles
    )


def _in_all(area: SignatureArea) -> tuple[SignatureArea, ...]:
    """The area in each of its languages."""
    return (area,) if area.english is None else (area, area.english)


def _places(area: SignatureArea) -> tuple[list[Place], list[Place]]:
    """The parties and the witnesses, each in every language."""
    areas = _in_all(area)
    return (
        list(zip(*(one.parties for one in areas), strict=True)),
        list(zip(*(one.witnesses for one in areas), strict=True)),
    )


def _panels(area: SignatureArea, form: _Form, width: float) -> tuple[list[Panel], list[Panel]]:
    """The places of the parties, and those of the witnesses."""
    parties, witnesses = _places(area)
    if not form.columns:
        return [_row(one, form, width) for one in parties], _witness_panels(witnesses, form, width)
    columns = [_side_by_side(parties, form.voices, width, seal=True)] if parties else []
    for panel in columns if witnesses else ():
        panel.height += form.between
    return columns, _witness_panels(witnesses, form, width)


def _in_full(area: SignatureArea, form: _Form, width: float) -> list[Box]:
    """Names longer than a page run as text; the lines and the seal follow each."""
    boxes: list[Box] = []
    parties, witnesses = _places(area)
    for place in (*parties, *witnesses):
        panel = _row(tuple(replace(one, label="", name="") for one in place), form, width)
        for party, voice in zip(place, form.voices, strict=True):
            name = set_lines((Span(joined(party, voice)),), voice, width)
            boxes += [line_box(line, voice.style, keep=1 if line.last else 0) for line in name]
        boxes.append(Box(panel.height, panel.draw))
    return boxes


def _note(area: SignatureArea, style: StyleSet, voices: Voices, width: float) -> list[Box]:
    """The lines above the place to sign, and what stands there instead where it begins a page."""
    usual, alone = Panel(), Panel()
    for one, voice in zip(_in_all(area), voices, strict=True):
        indent = 2 * voice.style.cell if style.indented and area.english is None else 0.0
        for panel, text in ((usual, one.note), (alone, one.alone)):
            if text:
                lines = set_lines(_whole_page_name(text), voice, width, indent=indent)
                panel.write(lines, voice.style, 0.0, panel.height)
    if not area.note and not area.alone:
        return []
    after = _APART if area.english is not None else 0.0
    first, other = (Box(panel.height + after, panel.draw) for panel in (usual, alone))
    return [replace(first, at_top=other if area.alone else None)]


def _whole_page_name(text: str) -> Spans:
    """The note, in which 签署页 is not broken over two lines."""
    before, word, after = text.rpartition("签署页")
    return (Span(before), Span(word, SpanKind.NAME), Span(after))


def _count(area: SignatureArea, voices: Voices, width: float) -> list[Box]:
    """The last lines, which say of how many pages the paper is: known when they are drawn."""
    told = [(one.count, voice) for one, voice in zip(_in_all(area), voices, strict=True) if one.count]
    if not told:
        return []
    above = _APART if len(told) > 1 else 0.0

    def draw(ink: Ink, left: float, top: float) -> None:
        top += above
        for text, voice in told:
            for line in set_lines((Span(text.replace("{pages}", str(ink.pages))),), voice, width)[:1]:
                ink.line(line, left, top + baseline(voice.style))
            top += voice.style.leading

    return [Box(above + sum(voice.style.leading for _text, voice in told), draw)]


def _kept(placed: _Placed, height: float) -> list[Box]:
    """All boxes kept together; where a page cannot hold them, all parties on one page and all witnesses on another.

    Where a page cannot hold these, either, the note with the first row, and the last two rows.
    """
    note, parties, witnesses, count = placed
    boxes, others = [*note, *parties], [*witnesses, *count]
    if sum(map(_most, [*boxes, *others])) <= height:
        return _together([*boxes, *others])
    if witnesses and max(sum(map(_most, boxes)), sum(map(_most, others))) <= height:
        return [*_together(boxes), *_together(others)]
    rows = [*parties, *witnesses]
    free = max(len(rows) - _ON_LAST_PAGE, 0)
    first = [_keeping(box, len(note) - number) for number, box in enumerate(note)]
    return [*first, *rows[:free], *_together([*rows[free:], *count])]


def _together(boxes: Sequence[Box]) -> list[Box]:
    return [_keeping(box, ahead) for ahead, box in zip(reversed(range(len(boxes))), boxes, strict=True)]


def _keeping(box: Box, keep: int) -> Box:
    return replace(box, keep=keep, at_top=replace(box.at_top, keep=keep) if box.at_top is not None else None)


def _witness_panels(witnesses: Sequence[Place], form: _Form, width: float) -> list[Panel]:
    """Witnesses who only sign stand in pairs; a unit that seals has the seal's square beside its lines."""
    sealing = [witness for witness in witnesses if any(_SEALED.search(one.label) for one in witness)]
    signing = [witness for witness in witnesses if witness not in sealing]
    pairs = (signing[start : start + 2] for start in range(0, len(signing), 2))
    rows = [_row(witness, form, width) for witness in sealing]
    return rows + [_side_by_side(pair, form.voices, width, seal=False) for pair in pairs]


def _side_by_side(places: Sequence[Place], voices: Voices, width: float, *, seal: bool) -> Panel:
    """Columns: name, room for the seal, lines. The lines of both parties start at the same height."""
    column = (width - _GUTTER) / 2
    panel = Panel()
    edges = [number * (column + _GUTTER) for number in range(len(places))]
    tops = [write_name(panel, place, voices, left, column) for left, place in zip(edges, places, strict=True)]
    start = max(tops) + (SEAL if seal else 0.0)
    for left, place in zip(edges, places, strict=True):
        if seal:
            panel.seals.append((left + column / 2, start - SEAL / 2))
        write_lines(panel, place, voices, left, start, column)
    return panel


def _row(place: Place, form: _Form, width: float) -> Panel:
    """One party across the page: name and lines on the left, the seal's square beside them on the right."""
    panel = Panel()
    column = width - SEAL - _BESIDE_SEAL
    top = write_name(panel, place, form.voices, 0.0, column, on_one_line=True)
    write_lines(panel, place, form.voices, 0.0, top, column, paired=form.paired)
    panel.seals.append((width - SEAL / 2, SEAL / 2))
    panel.height = max(panel.height, SEAL) + form.between
    return panel
