"""Where the parties sign and seal, as a table without rules that WPS keeps together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import floor

from docx.oxml.ns import qn

from exporters.blocks import SignatureArea, SignatureParty
from exporters.docx.elements import TWIPS_PER_MILLIMETER, TWIPS_PER_POINT, Element, add, add_run, twips
from exporters.docx.tables import CELL_MARGIN, POINTS_PER_MILLIMETER, new_cell, new_row, new_table
from exporters.span_text import label_text
from exporters.text_width import width
from exporters.typeset.styles import TextStyle

SEAL = 47.0  # millimeters: the seal of a county government is 45 mm wide
SIGNED_LINE = 12.0  # millimeters for a hand
GUTTER = 4.0
SHORTEST_RULE = 24.0
TIGHTEST = 0.8  # of the type size: closer characters touch
_DATE = re.compile(r"年[\s　_]*月[\s　_]*日")


def add_signatures(body: Element, area: SignatureArea, language: str, room: float, text: TextStyle) -> None:
    """Two parties side by side, more below one another with the seal beside their lines; witnesses below.

    `room` is in millimeters.
    """
    writer = _Places(body, language, room, text)
    if len(area.parties) <= 2:
        writer.side_by_side(area.parties, seal=True)
    else:
        writer.below_one_another(area.parties)
    for start in range(0, len(area.witnesses), 2):
        writer.side_by_side(area.witnesses[start : start + 2], seal=False)


class _Places:
    """Writes the places to sign; every paragraph is kept with the next, so that the area stays on one page."""

    def __init__(self, body: Element, language: str, room: float, text: TextStyle) -> None:
        self._body, self._language, self._room, self._text = body, language, room, text

    def side_by_side(self, parties: Sequence[SignatureParty], *, seal: bool) -> None:
        """Names, then room for the seals, then the lines: these start at the same height."""
        if not parties:
            return
        column = self._room / 2
        table = new_table(self._body, [column, column], ruled=False)
        names, lines = new_row(table), new_row(table)
        if seal:
            lines.addprevious(self._seals(table, column))
        for party in (*parties, *[None] * (2 - len(parties))):
            self._name(self._cell(names, column), party)
            self._lines(self._cell(lines, column), party, column)
        _separate(self._body)

    def below_one_another(self, parties: Sequence[SignatureParty]) -> None:
        """A row each: name and lines on the left, the seal's square on the right."""
        column = self._room - SEAL
        table = new_table(self._body, [column, SEAL], ruled=False)
        for party in parties:
            row = new_row(table, height=SEAL + GUTTER)
            cell = self._cell(row, column)
            self._name(cell, party)
            self._lines(cell, party, column)
            self._paragraph(self._cell(row, SEAL))
        _separate(self._body)

    def _seals(self, table: Element, column: float) -> Element:
        row = new_row(table, height=SEAL)
        for _ in range(2):
            self._paragraph(self._cell(row, column))
        return row

    def _cell(self, row: Element, width: float) -> Element:
        return new_cell(row, round(width * TWIPS_PER_MILLIMETER), middle=False)

    def _name(self, cell: Element, party: SignatureParty | None) -> None:
        add_run(self._paragraph(cell), label_text(party.label, self._language) if party else "")
        if party and party.name:
            add_run(self._paragraph(cell), party.name)

    def _lines(self, cell: Element, party: SignatureParty | None, column: float) -> None:
        room = (column - 2 * CELL_MARGIN - GUTTER) * POINTS_PER_MILLIMETER
        for label in party.lines if party else ("",):
            if _DATE.search(label) or not label:
                squeeze(add_run(self._signed(cell), label), label, room, self._text)
                continue
            said = label_text(label, self._language)
            add_run(self._signed(cell), said + rule(said, room, self._text))

    def _signed(self, cell: Element) -> Element:
        return self._paragraph(cell, before=SIGNED_LINE * POINTS_PER_MILLIMETER - self._text.leading)

    def _paragraph(self, cell: Element, *, before: float = 0.0) -> Element:
        """A line of its own."""
        paragraph = add(cell, "p")
        properties = add(paragraph, "pPr")
        add(properties, "pStyle", val="DeskSign")
        add(properties, "keepNext")
        if before > 0:
            add(properties, "spacing", before=twips(before))
        add(properties, "ind", right=twips(GUTTER * POINTS_PER_MILLIMETER))
        return paragraph


def rule(label: str, room: float, style: TextStyle) -> str:
    """A rule as long as the line has room behind the label, or below it where that is too short for a hand.

    Underscores: LibreOffice draws no leader of a tab that ends a paragraph.
    """
    taken = width(label) / 2 * style.cell
    last = taken % (room // style.cell * style.cell)
    left = room - last - style.cell
    if left >= SHORTEST_RULE * POINTS_PER_MILLIMETER:
        return "_" * int(left / style.size * 2)
    return "\n" + "_" * int((room - style.cell) / style.size * 2)


def squeeze(run: Element, text: str, room: float, style: TextStyle) -> None:
    """Move the characters together where a line would only just break."""
    pitch = (room - style.size / 4) / max(width(text) / 2, 1)  # programs round differently
    if style.size * TIGHTEST < pitch < style.cell:
        look = run.makeelement(qn("w:rPr"))
        add(look, "spacing", val=floor((pitch - style.size) * TWIPS_PER_POINT))
        run.insert(0, look)


def _separate(body: Element) -> None:
    """A line of no height: Word joins tables that touch."""
    properties = add(add(body, "p"), "pPr")
    add(properties, "keepNext")
    add(properties, "spacing", before=0, after=0, line=20, lineRule="exact")
