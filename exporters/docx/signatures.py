"""Where the parties sign and seal, as a table without rules that WPS keeps together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from math import floor

from docx.oxml.ns import qn

from exporters.blocks import SignatureArea, SignatureParty
from exporters.docx.elements import TWIPS_PER_MILLIMETER, TWIPS_PER_POINT, Element, add, add_run, twips
from exporters.docx.tables import CELL_MARGIN, POINTS_PER_MILLIMETER, new_cell, new_row, new_table
from exporters.span_text import label_text
from exporters.text_width import width
from exporters.typeset.parallel_styles import column_style
from exporters.typeset.styles import TextStyle

SEAL = 47.0  # millimeters: the seal of a county government is 45 mm wide
SIGNED_LINE = 12.0  # millimeters for a hand
GUTTER = 4.0
SHORTEST_RULE = 24.0
SHORTEST_SHARED = 16.0  # of two rules on one line
ABOVE_LABEL = 6.0  # points
TIGHTEST = 0.8  # of the type size: closer characters touch
_DATE = re.compile(r"年[\s　_]*月[\s　_]*日")
_SEALED = re.compile("盖章|\\bseal", re.IGNORECASE)

Place = tuple[SignatureParty, ...]  # a party in each language
Labels = tuple[str, ...]  # of one line


def add_signatures(body: Element, area: SignatureArea, language: str, room: float, text: TextStyle) -> None:
    """Two parties side by side, more below one another with the seal beside their lines; witnesses below.

    `room` is in millimeters.
    """
    areas = (area,) if area.english is None else (area, area.english)
    writer = _Places(body, (language,) if area.english is None else ("zh", "en"), room, text)
    parties = [*zip(*(one.parties for one in areas), strict=True)]
    if len(parties) <= 2:
        writer.side_by_side(parties, seal=True)
    else:
        writer.below_one_another(parties)
    witnesses = [*zip(*(one.witnesses for one in areas), strict=True)]
    sealing = [one for one in witnesses if any(_SEALED.search(party.label) for party in one)]
    if sealing:
        writer.below_one_another(sealing)
    signing = [one for one in witnesses if one not in sealing]
    for start in range(0, len(signing), 2):
        writer.side_by_side(signing[start : start + 2], seal=False)


class _Places:
    """Writes the places to sign; every paragraph is kept with the next, so that the area stays on one page."""

    def __init__(self, body: Element, languages: Sequence[str], room: float, text: TextStyle) -> None:
        self._body, self._languages, self._room, self._text = body, languages, room, text

    def side_by_side(self, places: Sequence[Place], *, seal: bool) -> None:
        """Names, then room for the seals, then the lines: these start at the same height."""
        if not places:
            return
        column = self._room / 2
        table = new_table(self._body, [column, column], ruled=False)
        names, lines = new_row(table), new_row(table)
        if seal:
            lines.addprevious(self._seals(table, column))
        for place in (*places, *[None] * (2 - len(places))):
            self._name(self._cell(names, column), place)
            self._lines(self._cell(lines, column), place, column, shared=False)
        _separate(self._body)

    def below_one_another(self, places: Sequence[Place]) -> None:
        """A row each: name and lines on the left, the seal's square on the right."""
        column = self._room - SEAL
        table = new_table(self._body, [column, SEAL], ruled=False)
        for place in places:
            row = new_row(table, height=SEAL + GUTTER)
            cell = self._cell(row, column)
            both = len(place) > 1
            self._name(cell, place, joined=both)
            self._lines(cell, place, column, shared=both)
            self._paragraph(self._cell(row, SEAL))
        _separate(self._body)

    def _seals(self, table: Element, column: float) -> Element:
        row = new_row(table, height=SEAL)
        for _ in range(2):
            self._paragraph(self._cell(row, column))
        return row

    def _cell(self, row: Element, width: float) -> Element:
        return new_cell(row, round(width * TWIPS_PER_MILLIMETER), middle=False)

    def _name(self, cell: Element, place: Place | None, *, joined: bool = False) -> None:
        """Label and name, in each language on lines of their own or on one; an empty line where nobody stands."""
        if place is None:
            add_run(self._paragraph(cell), "")
            return
        for party, language in zip(place, self._languages, strict=True):
            label = label_text(party.label, language)
            apart = " " if joined and language == "en" else ""
            for text in (label.strip() + apart + party.name,) if joined else (label, party.name):
                if text or text is label:
                    self._say(self._paragraph(cell), text, language)

    def _lines(self, cell: Element, place: Place | None, column: float, *, shared: bool) -> None:
        room = (column - 2 * CELL_MARGIN - GUTTER) * POINTS_PER_MILLIMETER
        lines: list[Labels] = [*zip_longest(*(party.lines for party in place), fillvalue="")] if place else [("",)]
        if all(len(labels) == 1 for labels in lines):
            for (label,) in lines:
                self._line(cell, label, room)
            return
        for row in _rows(lines, room, self._text, shared=shared):
            self._line_of_both(cell, row, room / len(row))

    def _line(self, cell: Element, label: str, room: float) -> None:
        """A label in one language and the rule behind it; a date has its room inside."""
        if _DATE.search(label) or not label:
            squeeze(add_run(self._signed(cell), label), label, room, self._text)
            return
        said = label_text(label, self._languages[0])
        add_run(self._signed(cell), said + rule(said, room, self._text))

    def _line_of_both(self, cell: Element, row: Sequence[Labels], room: float) -> None:
        """Short labels with one rule, two of them on a line; a long Chinese label above the line of the English one."""
        if _is_short(row[0], room, self._text, SHORTEST_SHARED):
            said = (f"{_of_both(labels)} {_underscores(_of_both(labels), room, self._text)}" for labels in row)
            add_run(self._signed(cell), "  ".join(said))
            return
        [(chinese, english)] = row
        self._say(self._paragraph(cell, before=ABOVE_LABEL), chinese, "zh")
        said_once = label_text(english.strip(), "en").strip() + " "
        self._say(self._signed(cell), said_once + rule(said_once, room, self._text), "en")

    def _say(self, paragraph: Element, text: str, language: str) -> None:
        """A line in its language; English beside Chinese is a little smaller, as in the columns."""
        run = add_run(paragraph, text)
        if len(self._languages) > 1 and language == "en":
            resize(run, column_style("en").body.size)

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


def _rows(lines: Sequence[Labels], room: float, style: TextStyle, *, shared: bool) -> Iterator[Sequence[Labels]]:
    """A line each; `shared`: two short ones on one, but the first, for the signature, always by itself."""
    waiting = [*lines]
    while waiting:
        both = shared and len(waiting) < len(lines) and len(waiting) > 1
        fits = both and all(_is_short(one, room / 2, style, SHORTEST_SHARED) for one in waiting[:2])
        row = waiting[: 2 if fits else 1]
        del waiting[: len(row)]
        yield row


def _of_both(labels: Labels) -> str:
    """“姓名 Name:”."""
    chinese, english = labels
    return f"{chinese.rstrip('：')} {label_text(english.strip(), 'en').strip()}".strip()


def _is_short(labels: Labels, room: float, style: TextStyle, least: float) -> bool:
    """Whether both labels and a rule of so many millimeters stand on a line."""
    return len(_underscores(_of_both(labels), room, style)) * style.size / 2 >= least * POINTS_PER_MILLIMETER


def _underscores(label: str, room: float, style: TextStyle) -> str:
    """What a line has room for behind the label and the spaces around it."""
    return "_" * int((room - width(label) / 2 * style.cell - style.cell) / style.size * 2)


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


def resize(run: Element, points: float) -> None:
    """Set a run in another size."""
    look = run.makeelement(qn("w:rPr"))
    add(look, "sz", val=round(points * 2))
    run.insert(0, look)


def _separate(body: Element) -> None:
    """A line of no height: Word joins tables that touch."""
    properties = add(add(body, "p"), "pPr")
    add(properties, "keepNext")
    add(properties, "spacing", before=0, after=0, line=20, lineRule="exact")
