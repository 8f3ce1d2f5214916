"""The outline of a file: how its entries hang together."""

from __future__ import annotations

import pikepdf
import pytest

from exporters.blocks import Heading
from tests.exporters.pdf.reading import made, opened, outline, paragraph


def linked(entry: pikepdf.Dictionary) -> list[object]:
    """The titles below an entry, each followed by those below it; the links back agree."""
    found: list[object] = []
    before, kid = None, entry.get("/First")
    while kid is not None:
        assert kid.Parent.objgen == entry.objgen
        assert (kid.get("/Prev") is None) if before is None else (kid.Prev.objgen == before.objgen)
        found += [str(kid.Title), *([linked(kid)] if "/First" in kid else [])]
        before, kid = kid, kid.get("/Next")
    assert before is not None and entry.Last.objgen == before.objgen
    return found


def test_entries_lie_below_one_another_and_know_their_neighbors():
    levels = (("一", 1), ("（一）", 2), ("（二）", 2), ("1.", 3), ("二", 1), ("三", 1))
    written = made(*(block for number, level in levels for block in (Heading("章", level, number), paragraph("文"))))
    with opened(written) as pdf:
        root = pdf.Root.Outlines
        assert linked(root) == ["一　章", ["（一）章", "（二）章", ["1. 章"]], "二　章", "三　章"]
        assert (int(root.Count), int(root.First.Count)) == (6, 3)


def test_a_level_lies_at_most_one_below_the_entry_before_it():
    written = made(Heading("深", 3), paragraph("文"), Heading("浅", 1), paragraph("文"))
    assert [(level, title) for level, title, _page in outline(written)] == [(0, "深"), (0, "浅")]


@pytest.mark.parametrize("final", [True, False])
def test_a_paper_without_headings_has_no_outline(final: bool):
    with opened(made(paragraph("文"), final=final)) as pdf:
        assert "/Outlines" not in pdf.Root
