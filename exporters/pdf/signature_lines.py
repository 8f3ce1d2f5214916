"""One party's place to sign: its name, and the lines a hand fills in, in one language or in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from exporters.blocks import SignatureParty, Span
from exporters.pdf.panels import Panel
from exporters.typeset.paragraphs import Setting, set_lines, width_of
from exporters.typeset.styles import MM

SEAL = 47 * MM  # a 45 mm square with a little air
SIGNED_LINE = 12 * MM
_SHORTEST_RULE = 24 * MM
_SHORTEST_SHARED = 20 * MM  # of two rules on one line
_BETWEEN_SHARED = 5 * MM
_AFTER_LABEL = 3.0  # points
_RULE_DROP = 3.0  # points below the baseline
_BELOW_RULE = 3.0  # points between a rule and a label that stands above the next
_DATE = re.compile(r"年[\s　_]*月[\s　_]*日")

Voices = tuple[Setting, ...]  # how each language is set
Place = tuple[SignatureParty, ...]  # a party in each of these languages
Labels = tuple[str, ...]  # of one line


def write_name(
    panel: Panel, place: Place, voices: Voices, left: float, width: float, *, on_one_line: bool = False
) -> float:
    """The party's label and name, each on a line of its own or both `on_one_line`; returns where they end."""
    top = 0.0
    for party, voice in zip(place, voices, strict=True):
        for text in (joined(party, voice),) if on_one_line else (party.label, party.name):
            if text:
                top = panel.write(set_lines((Span(text),), voice, width), voice.style, left, top)
    return top


def joined(party: SignatureParty, voice: Setting) -> str:
    """Label and name on one line."""
    apart = " " if voice.language != "zh" and party.label and not party.label.endswith(" ") else ""
    return party.label + apart + party.name


def write_lines(
    panel: Panel, place: Place, voices: Voices, left: float, top: float, width: float, *, paired: bool = False
) -> None:
    """The lines to fill in from this height on; `paired`: two short ones share a line."""
    half = (width - _BETWEEN_SHARED) / 2
    for row in _rows(place, voices, half, paired=paired):
        if len(row) == 1:
            top = _signed(panel, row[0], voices, left, top, width, _SHORTEST_RULE)
            continue
        edges = (left, left + half + _BETWEEN_SHARED)
        top = max(
            _signed(panel, labels, voices, edge, top, half, _SHORTEST_SHARED)
            for edge, labels in zip(edges, row, strict=True)
        )
    panel.height = max(panel.height, top)


def _rows(place: Place, voices: Voices, half: float, *, paired: bool) -> Iterator[Sequence[Labels]]:
    """One or two lines a row; the first, for the signature, has a row of its own."""
    waiting = list(zip_longest(*(party.lines for party in place), fillvalue=""))
    while waiting:
        row = waiting[:1]
        first = len(waiting) == len(place[0].lines)
        if paired and not first and all(_is_short(one, voices, half) for one in waiting[:2]):
            row = waiting[:2]
        del waiting[: len(row)]
        yield row


def _is_short(labels: Labels, voices: Voices, half: float) -> bool:
    return all(
        not _DATE.search(label) and width_of(label, voice) + _SHORTEST_SHARED <= half
        for label, voice in zip(labels, voices, strict=True)
    )


def _signed(
    panel: Panel, labels: Labels, voices: Voices, left: float, top: float, width: float, shortest: float
) -> float:
    """The labels, below one another, with a ruled line behind the last; returns where they end.

    A label above that leaves too little room beside it leaves the room of a hand below it; where the last one does, the
    rule goes below.
    """
    told = [pair for pair in zip(labels, voices, strict=True) if pair[0]] or [("", voices[-1])]
    said = [(set_lines((Span(label),), voice, width), voice) for label, voice in told]
    *above, (last, voice) = said
    beside = max(lines[-1].width for lines, _voice in said)
    height = sum(len(lines) * own.style.leading for lines, own in above) + voice.style.leading
    if above and width - beside < shortest:
        foot, beside = top + _BELOW_RULE, last[-1].width
        for lines, own in above:
            foot = panel.write(lines, own.style, left, foot)
        foot += max(0.0, SIGNED_LINE - voice.style.leading)
    else:
        foot = top + max(0.0, SIGNED_LINE - height)
        for lines, own in above:
            foot = panel.write(lines, own.style, left, foot)
    foot = panel.write(last, voice.style, left, foot)
    if any(_DATE.search(label) for label in labels):
        return foot
    start, below = (beside, 0.0) if width - beside >= shortest else (-_AFTER_LABEL, SIGNED_LINE)
    style, foot = voice.style, foot + below
    base = foot - style.leading / 2 + style.size * 0.36 + _RULE_DROP
    panel.rule(left + start + _AFTER_LABEL, base, left + width, base)
    return foot
