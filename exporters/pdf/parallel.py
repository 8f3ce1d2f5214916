"""Two languages side by side: rows whose halves start at the same height and run over pages together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from exporters.blocks import Block, Clause, Field, FieldList, Paragraph, Parallel, Span, SpanKind
from exporters.pdf.boxes import Bookmark, Box, space
from exporters.pdf.fields import with_colon
from exporters.pdf.ink import Ink
from exporters.pdf.reading import HalvesReader
from exporters.typeset.parallel_styles import GUTTER, column_style
from exporters.typeset.styles import PageStyle, StyleSet

_SLACK = 0.05  # points
_BETWEEN = 4.0  # points between rows


class Column(Protocol):
    """What makes the boxes of one column; `Flow` does."""

    boxes: list[Box]

    def add_all(self, blocks: Sequence[Block]) -> None:
        """Add blocks in order."""


Open = Callable[[StyleSet, PageStyle], Column]


def parallel_boxes(block: Parallel, shape: PageStyle, open_column: Open) -> list[Box]:
    """A box a row."""
    width = (shape.text_width - GUTTER) / 2
    narrow = replace(shape, text_width=width)
    boxes: list[Box] = []
    for row in block.rows:
        halves = [
            _column(blocks, language, narrow, open_column)
            for blocks, language in zip((row.left, row.right), block.languages, strict=True)
        ]
        boxes += [_row(halves[0], halves[1], width + GUTTER), space(_BETWEEN)]
    return boxes


def _column(blocks: Sequence[Block], language: str, shape: PageStyle, open_column: Open) -> list[Box]:
    column = open_column(column_style(language), shape)
    column.add_all([part for block in blocks for part in _ragged(block)] if language == "en" else blocks)
    while column.boxes and column.boxes[-1].space:
        column.boxes.pop()
    return column.boxes


def _ragged(block: Block) -> tuple[Block, ...]:
    """English words are long for a narrow column: justified, they would stand far apart."""
    if isinstance(block, Paragraph):
        return (replace(block, align="left"),)
    if isinstance(block, FieldList):
        return tuple(_labelled(field) for field in block.fields)
    return (_ragged_clause(block) if isinstance(block, Clause) else block,)


def _ragged_clause(clause: Clause) -> Clause:
    paragraphs = tuple(replace(one, align="left") for one in clause.paragraphs)
    return replace(clause, paragraphs=paragraphs, children=tuple(map(_ragged_clause, clause.children)))


def _labelled(field: Field) -> Paragraph:
    label = (Span(with_colon(field.label, "en"), SpanKind.STRONG),) if field.label else ()
    return Paragraph((*label, *field.spans), align="left", indent=0)


def _row(left: list[Box], right: list[Box], second: float) -> Box:
    """Both halves as one box; the right one starts `second` points further in."""
    height = max(_height(left), _height(right))

    def draw(ink: Ink, edge: float, top: float) -> None:
        reader = ink.reader if isinstance(ink.reader, HalvesReader) else None
        for side, (boxes, x) in enumerate(((left, edge), (right, edge + second))):
            below = top
            for box in boxes:
                if reader is not None:
                    reader.enter(side, box)
                box.draw(ink, x, below)
                below += box.height

    def split(room: float) -> tuple[Box, Box]:
        cut = [_cut(left, room), _cut(right, room)]
        if not any(cut):  # nothing fits even a page: better over its foot than never
            cut = [1, 1]
        above, below = (_row(left[: cut[0]], right[: cut[1]], second), _row(left[cut[0] :], right[cut[1] :], second))
        return above, below

    return Box(height, draw, split=split, bookmarks=_bookmarks(left), least=max(_first(left), _first(right)))


def _height(boxes: Sequence[Box]) -> float:
    return sum(box.height for box in boxes)


def _bookmarks(boxes: Sequence[Box]) -> tuple[Bookmark, ...]:
    return tuple(bookmark for box in boxes for bookmark in box.bookmarks)


def _first(boxes: Sequence[Box]) -> float:
    """The height of the first boxes that stay together."""
    end = next((end for end in range(1, len(boxes) + 1) if _may_cut(boxes, end)), 0)
    return _height(boxes[:end])


def _cut(boxes: Sequence[Box], room: float) -> int:
    """How many boxes fit, those that stay together not torn apart."""
    end = 0
    used = 0.0
    for number, box in enumerate(boxes, 1):
        used += box.height
        if used > room + _SLACK:
            break
        if _may_cut(boxes, number):
            end = number
    return end


def _may_cut(boxes: Sequence[Box], end: int) -> bool:
    """Whether the boxes before `end` keep none of those after it; empty room does not count."""
    for start in range(end):
        reach = boxes[start].keep
        following = [box for box in boxes[start + 1 : end] if not box.space]
        if reach > len(following) and end < len(boxes):
            return False
    return True
