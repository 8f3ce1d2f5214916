"""The grid of cells: every Han character and full-width mark stands on a cell of 156 mm / 28, on paper too."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from exporters.blocks import Span, SpanKind
from exporters.typeset.lines import Line
from exporters.typeset.paragraphs import Setting, set_lines, width_of
from exporters.typeset.styles import MM, style_set
from tests.exporters.generated import agreement
from tests.exporters.pdf.measuring import CELL, LEFT, WIDTH, bare, has_cover, measured, source_lines
from tests.exporters.pdf.reading import characters, made, pages, paragraph

GRID = style_set("official", "zh", "gbt9704-grid").body
ZH = Setting(GRID, "zh", final=True)
HAN = re.compile("[\u3400-\u9fff，。；：、）》”]")


def lines_of(text: str, cells: int) -> list[Line]:
    return set_lines((Span(text),), ZH, cells * CELL, align="justify")


def off_the_grid(line: Line) -> list[str]:
    """The full-width characters that do not begin on a cell."""
    begins = [end - one.advance for end, one in zip(line.ends, line.placed, strict=True)]
    steps = [(begin - line.origin + line.indent) / CELL for begin in begins]
    drawn = zip(line.text, steps, strict=True)
    return [one for one, step in drawn if HAN.match(one) and abs(step - round(step)) * CELL > 0.1 * MM]


def test_the_preset_locks_running_text_only():
    style = style_set("agreement", "zh", "gbt9704-grid")
    assert (style.body.locked, style.headings[0].locked, style.table.locked, style.title.locked) == (
        True, True, False, False,
    )  # fmt: skip
    assert not style_set("agreement", "zh").body.locked


@pytest.mark.parametrize("number", range(4))
def test_every_character_of_an_agreement_stands_on_a_cell(number: int):
    document = agreement(number, 4)
    document = replace(document, blocks=document.blocks[:-1])  # the place to sign has columns of its own
    written = made(*document.blocks, style="agreement", preset="gbt9704-grid")
    for page in pages(written):
        places = [((one["matrix"][4] - LEFT) / CELL, one["text"]) for one in characters(page) if _is_running(one)]
        han = [place for place, text in places if "\u3400" <= text < "\ua000"]
        halves = [2 * place for place, _text in places]  # of two marks in a cell, one begins in its middle
        assert [place for place in (*han, *halves) if abs(place - round(place)) * CELL > 0.1 * MM] == []
    running = measured(document, written).running
    assert not has_cover(document)
    assert bare("".join(line.text for line in running)) == "".join(source_lines(document))


def _is_running(one: dict[str, Any]) -> bool:
    return round(one["size"]) == 16 and bool(HAN.match(one["text"]))


def test_full_lines_end_at_the_edge_of_the_text_block():
    (page,) = pages(made(paragraph("县" * 100), preset="gbt9704-grid"))
    rows: dict[int, float] = {}
    for one in characters(page):
        rows[round(one["matrix"][5])] = one["matrix"][4] + CELL
    assert [round(right, 2) for right in list(rows.values())[:-1]] == [round(LEFT + WIDTH, 2)] * 3


@pytest.mark.parametrize(("text", "cells"), [("2024", 2), ("5", 1), ("120", 2), ("MiniLED", 4), ("93%", 2)])
def test_latin_takes_whole_cells_and_two_digits_one(text: str, cells: int):
    (line,) = lines_of(f"自{text}年", 20)
    assert round(line.width / CELL, 6) == cells + 2
    assert off_the_grid(line) == []
    assert round(width_of(f"自{text}年", ZH) / CELL, 6) == cells + 2


def test_a_number_stands_in_the_middle_of_its_cells_and_at_the_edge_of_a_line():
    (line,) = lines_of("自5年", 20)
    before, after = line.gaps[1], line.gaps[2]
    assert before == pytest.approx(after) == pytest.approx(CELL / 4)
    (first, *_rest) = lines_of("5年" + "县" * 30, 20)
    assert (first.gaps[1], 0 in first.gaps) == (pytest.approx(CELL / 2), False)
    (ending, _last) = lines_of("县" * 9 + "5年级学生", 10)
    assert ending.text == "县" * 9


def test_a_line_that_ends_with_a_number_ends_at_the_edge():
    first, _last = lines_of("县" * 7 + "MiniLED" + "县" * 5, 11)
    assert (first.text, first.ends[-1]) == ("县" * 7 + "MiniLED", pytest.approx(11 * CELL))


def test_a_closing_mark_hangs_in_the_margin_rather_than_start_a_line():
    first, second = lines_of("县" * 10 + "，" + "县" * 5, 10)
    assert (first.text, second.text) == ("县" * 10 + "，", "县" * 5)
    assert (first.width, off_the_grid(first)) == (pytest.approx(10 * CELL), [])


def test_two_marks_share_a_cell_where_a_line_would_be_too_long():
    first, _second = lines_of("县县《县县》，县县——县县县", 10)
    assert (first.text, first.width) == ("县县《县县》，县县——", pytest.approx(10 * CELL))
    assert off_the_grid(first) == ["，"]  # it stands in the right half of the cell


@pytest.mark.parametrize(
    ("marks", "gaps"), [("》，", {4: -0.5, 5: -0.5}), ("）（", {4: -1.0}), ("（《", {3: -0.5, 4: -0.5})]
)
def test_how_two_marks_share_a_cell(marks: str, gaps: dict[int, float]):
    first, *_rest = lines_of(f"县县县{marks}县县——县县", 8)
    assert {place: round(gap / CELL, 6) for place, gap in first.gaps.items()} == gaps


def test_two_marks_keep_their_cells_where_there_is_room():
    (line,) = lines_of("县县》，县县", 10)
    assert (line.gaps, line.width) == ({}, pytest.approx(6 * CELL))


def test_a_number_takes_a_cell_more_where_that_fills_the_line():
    first, _second = lines_of("县县5县县县县县2024年5月20日", 9)
    assert (first.text, first.width) == ("县县5县县县县县", pytest.approx(9 * CELL))
    assert off_the_grid(first) == []


def test_a_line_that_nothing_fills_ends_early_on_the_grid():
    first, _second = lines_of("县县县县县县县2024年5月20日", 9)
    assert (first.text, first.width, first.stretch) == ("县" * 7, pytest.approx(7 * CELL), 0.0)


def test_a_blank_takes_whole_cells():
    (line,) = set_lines((Span("县"), Span("", SpanKind.BLANK, 5), Span("县")), ZH, 20 * CELL)
    assert (line.width, off_the_grid(line)) == (pytest.approx(7 * CELL), [])


def test_centered_lines_begin_on_a_cell():
    (line,) = set_lines((Span("县县县"),), ZH, 10 * CELL, align="center")
    assert line.indent == pytest.approx(3 * CELL)
