"""Two languages side by side in Word: a table without rules, a row each, that runs over pages."""

from __future__ import annotations

from collections.abc import Callable

from exporters.blocks import Block, Parallel
from exporters.docx.elements import TWIPS_PER_POINT, Element, add
from exporters.docx.tables import POINTS_PER_MILLIMETER, new_cell, new_row, new_table
from exporters.typeset.parallel_styles import GUTTER

Fill = Callable[[Element, tuple[Block, ...], str], None]


def add_parallel(body: Element, block: Parallel, room: float, fill: Fill) -> None:
    """The rows, `room` points wide; `fill(cell, blocks, language)` writes what a cell says."""
    column = room / 2
    table = new_table(body, [column / POINTS_PER_MILLIMETER] * 2, ruled=False)
    for row in block.rows:
        written = new_row(table, whole=False)
        for blocks, language in zip((row.left, row.right), block.languages, strict=True):
            cell = new_cell(written, round(column * TWIPS_PER_POINT), middle=False)
            margins = add(cell[0], "tcMar")
            for side, width in (("left", 0.0), ("right", GUTTER / 2)):
                add(margins, side, w=round(width * TWIPS_PER_POINT), type="dxa")
            fill(cell, blocks, language)
            if len(cell) == 1:
                add(cell, "p")
