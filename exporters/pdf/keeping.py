"""Which rows of a table stay on one page, beyond what each row asks for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exporters.blocks import Block, Table
from exporters.pdf.boxes import Box


def kept(block: Block, boxes: Sequence[Box]) -> list[Box]:
    """The boxes of a block: a sum never stands alone below the head, and a table that is `whole` is not torn.

    A last row that spans the table heads nothing, so it keeps nothing after the table.
    """
    if not isinstance(block, Table) or not block.rows:
        return [*boxes]
    reach = 1 if block.rows[-1].kind == "total" else 0
    places = [place for place, box in enumerate(boxes) if not box.space]
    held = [*boxes]
    for before_last, place in enumerate(reversed(places)):
        keep = before_last if block.whole else reach if before_last == 1 else 0
        held[place] = replace(held[place], keep=max(held[place].keep, keep) if before_last else 0)
    return held
