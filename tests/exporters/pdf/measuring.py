"""Measures a finished agreement on paper: where lines begin and end, how full they are, whether words are torn."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from exporters.blocks import (
    Block,
    Clause,
    Cover,
    Document,
    FieldList,
    Paragraph,
    Section,
    SignatureArea,
    Span,
    SpanKind,
)
from exporters.paper import Written
from exporters.typeset.styles import MM
from tests.exporters.pdf.reading import characters, pages

NO_START = "，。、；：？！）》」』】〕”’…·％"
NO_END = "（《「『【〔“‘"
HALF = NO_START.replace("…", "").replace("·", "").replace("％", "")  # their right half is blank
CELL, PITCH = 156 * MM / 28, 225 * MM / 22
LEFT, TOP, WIDTH = 28 * MM, 37 * MM, 156 * MM
_ON_ONE_PAGE = 4  # parties: more seals of 47 mm than that find no room below one another
_WHOLE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|[\d,.]*\d(?:万元|人次|小时|平方米|[元人篇家%号日])|0355-\d{7}|"
    r"〔\d{4}〕\d+号|——|……|[A-Za-z]{2,}|第[一二三四五六七八九十]+条"
)


@dataclass(frozen=True)
class PrintedLine:
    """A line of the text block: its text, edges and baseline in points from the left and top of the page."""

    text: str
    left: float
    right: float
    base: float
    size: float


def printed_lines(page: Any) -> list[PrintedLine]:
    """The lines of a page from top to bottom."""
    rows: dict[int, list[dict[str, Any]]] = {}
    for one in characters(page):
        rows.setdefault(round(one["matrix"][5]), []).append(one)
    return [_line(page, rows[place]) for place in sorted(rows, reverse=True)]


def _line(page: Any, row: list[dict[str, Any]]) -> PrintedLine:
    text = "".join(one["text"] for one in row)
    seen = [one for one in row if one["text"].strip()] or row
    return PrintedLine(
        text=text,
        left=seen[0]["matrix"][4],
        right=_right_edge(seen[-1]),
        base=page.height - row[0]["matrix"][5],
        size=seen[0]["size"],
    )


def _right_edge(last: dict[str, Any]) -> float:
    """Where the cell of the last character ends; a closing mark may have given up its blank half."""
    right: float = last["x1"]
    return right


def source_lines(document: Document) -> Iterator[str]:
    """Every paragraph as it should be printed, without spaces."""
    colon = "：" if document.language == "zh" else ":"
    yield from (bare(text) for text in texts(document.blocks, colon) if bare(text))


def texts(blocks: tuple[Block, ...], colon: str = "：") -> Iterator[str]:
    """Every paragraph of the blocks; `colon` stands behind labels."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _spoken(block.spans)
        elif isinstance(block, Clause):
            yield from _clause(block)
        elif isinstance(block, FieldList):
            yield from (f"{field.label}{colon}" * bool(field.label) + _spoken(field.spans) for field in block.fields)
        elif isinstance(block, Section):
            yield from texts(block.blocks, colon)


def _clause(clause: Clause) -> Iterator[str]:
    paragraphs = [_spoken(paragraph.spans) for paragraph in clause.paragraphs]
    if clause.heading or not paragraphs:
        yield clause.number + clause.heading
    else:
        yield clause.number + paragraphs.pop(0)
    yield from paragraphs
    yield from texts(clause.children)


def _spoken(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans if span.kind is not SpanKind.BLANK)


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


@dataclass
class Measured:
    """A finished agreement as it stands on paper."""

    document: Document
    pages: list[list[PrintedLine]]

    @property
    def running(self) -> list[PrintedLine]:
        """The lines of running text, cover and title left out."""
        return [line for page in self.pages[has_cover(self.document) :] for line in page if round(line.size) == 16]


def measured(document: Document, written: Written) -> Measured:
    """The agreement, read from its file."""
    return Measured(document, [printed_lines(page) for page in pages(written)])


def faults(paper: Measured) -> Counter[str]:
    """What is wrong with the running text of an agreement on paper; empty where nothing is."""
    found: Counter[str] = Counter()
    for line in paper.running:
        found["starts with a forbidden mark"] += line.text[0] in NO_START
        found["ends with a forbidden mark"] += line.text.rstrip()[-1] in NO_END
    for _text, lines in _paragraphs(paper.document, paper.running):
        found["text differs"] += not lines
        found["torn"] += len(torn(lines))
        found["ragged"] += sum(not reaches_the_edge(line) for line in lines[:-1])
        found["single last character"] += len(lines) > 1 and len(lines[-1].text.strip(NO_START + " ")) < 2
    found["beside the grid"] += sum(-1 in on_grid(page) for page in paper.pages[has_cover(paper.document) :])
    found.update(_signing_faults(paper))
    return +found


def _paragraphs(document: Document, running: list[PrintedLine]) -> Iterator[tuple[str, list[PrintedLine]]]:
    """Each paragraph of the source with the lines it was printed on; none where the words differ."""
    at = 0
    for text in source_lines(document):
        start = next((n for n in range(at, len(running)) if text.startswith(bare(running[n].text))), len(running))
        stop, printed = start, ""
        while stop < len(running) and len(printed) < len(text):
            printed += bare(running[stop].text)
            stop += 1
        yield text, running[start:stop] if printed == text else []
        at = stop if printed == text else at


def torn(lines: list[PrintedLine]) -> list[str]:
    """Words, amounts, dates and numbers that a line end cuts."""
    text, ends = "", set()
    for line in lines:
        text += line.text
        ends.add(len(text))
    return [one.group() for one in _WHOLE.finditer(text) if any(one.start() < end < one.end() for end in ends)]


def reaches_the_edge(line: PrintedLine) -> bool:
    """Whether a full line ends within 0.3 mm of the edge; a closing mark may have its blank half outside."""
    edge = LEFT + WIDTH
    last = line.text.rstrip()[-1]
    slack = 0.3 * MM
    over = line.size / 2 if last in HALF else 0.0
    side = CELL - line.size  # the cell is a little narrower than the type
    return edge - slack <= line.right + max(side, 0.0) <= edge + over + slack


def on_grid(page: list[PrintedLine]) -> set[int]:
    """The places of the grid of 22 lines that running text stands on; -1 for a line beside the grid.

    Below the first label of the place to sign, seals and hands set the measure.
    """
    first = PITCH / 2 + 16 * 0.36
    text = itertools.takewhile(lambda line: not re.search("盖章|签字|见证方", line.text), page)
    steps = [(line.base - TOP - first) / PITCH for line in text if round(line.size) == 16]
    return {round(step) if abs(step - round(step)) * PITCH < 0.3 * MM else -1 for step in steps}


def _signing_faults(paper: Measured) -> Iterator[str]:
    """What is wrong with the place to sign: it stands on one page, never without text or the note that names it."""
    texts = [[bare(line.text) for line in page] for page in paper.pages]
    for area in (block for block in paper.document.blocks if isinstance(block, SignatureArea)):
        labels = [bare(party.label) for party in area.parties]
        (holding,) = [lines for lines in texts if any(labels[0] in line for line in lines)]
        start = next(number for number, line in enumerate(holding) if labels[0] in line)
        if len(labels) <= _ON_ONE_PAGE and not all(any(label in line for line in holding) for label in labels):
            yield "place to sign torn"
        if start < 2 and bare(area.alone)[:6] not in "".join(holding[:start]):
            yield "place to sign alone"


def has_cover(document: Document) -> bool:
    """Whether the first page is a cover."""
    return bool(document.blocks) and isinstance(document.blocks[0], Cover)
