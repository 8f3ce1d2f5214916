"""Widths of columns."""

from __future__ import annotations

import pytest

from exporters.blocks import Cell, Column, Row, Table
from exporters.xlsx.columns import LEAST_WISH, NARROWEST_COLUMN, PAGE_WIDTHS, measured, spans
from exporters.xlsx.columns import grid as grid_of
from exporters.xlsx.measure import PADDING, SAFETY


def table(*widths: float, rows: tuple[Row, ...] = (), small: bool = False) -> Table:
    return Table(tuple(Column(str(n), "", width) for n, width in enumerate(widths)), rows, small=small)


def grid(tables: list[Table], *, landscape: bool, language: str) -> tuple[float, ...]:
    return grid_of(measured(tables, language), landscape=landscape)


def test_sheet_without_table_is_one_page_wide() -> None:
    assert grid([], landscape=False, language="zh") == (PAGE_WIDTHS[False],)
    assert grid([table()], landscape=True, language="zh") == (PAGE_WIDTHS[True],)


def test_narrow_table_fills_the_page() -> None:
    widths = grid([table(2, 6)], landscape=False, language="zh")
    assert sum(widths) == PAGE_WIDTHS[False]
    assert widths[1] / widths[0] == (12 * SAFETY + PADDING) / (4 * SAFETY + PADDING)


def test_wide_table_gives_up_wishes_so_that_it_prints_larger() -> None:
    widths = grid([table(100, 0)], landscape=False, language="zh")
    assert widths == pytest.approx((200 * LEAST_WISH * SAFETY + PADDING, NARROWEST_COLUMN))
    assert sum(grid([table(40, 30)], landscape=False, language="zh")) == pytest.approx(PAGE_WIDTHS[False])


def test_column_is_as_wide_as_its_longest_word_number_or_short_name() -> None:
    named = Row((Cell("欧阳文山"), Cell("2024年5月20日", 20240520), Cell("长")))
    rows = (Row((Cell("x" * 90), Cell(""), Cell(""))), named)
    widths = grid([table(1, 1, 60, rows=rows)], landscape=False, language="zh")
    assert widths == pytest.approx((48 * SAFETY + PADDING, 13 * SAFETY + PADDING, 120 * LEAST_WISH * SAFETY + PADDING))


def test_cells_of_small_type_need_less() -> None:
    (width, _) = grid([table(90, 90, small=True)], landscape=False, language="zh")
    assert width == pytest.approx(180 * LEAST_WISH * 9 / 11 * SAFETY + PADDING)


def test_group_rows_and_short_rows_widen_nothing() -> None:
    rows = (Row((Cell("x" * 40, strong=True),), "group"), Row((), "blank"))
    assert grid([table(5, 5, rows=rows)], landscape=False, language="zh") == (PAGE_WIDTHS[False] / 2,) * 2


def test_strong_words_are_wider() -> None:
    (width, _) = grid([table(1, 90, rows=(Row((Cell("x" * 20, strong=True),)),))], landscape=False, language="zh")
    assert width == pytest.approx(22 * SAFETY + PADDING)


def test_tables_share_columns_and_the_last_reaches_the_edge() -> None:
    wide, narrow = table(60, 60, 60), table(80, 160)
    widths = grid([narrow, wide], landscape=False, language="zh")
    assert widths[0] == pytest.approx(160 * LEAST_WISH * SAFETY + PADDING)
    assert sum(widths[1:]) == pytest.approx(320 * LEAST_WISH * SAFETY + PADDING)
    assert spans(narrow, 3) == ((0, 0), (1, 2))
