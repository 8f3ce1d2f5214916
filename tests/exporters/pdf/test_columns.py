"""Columns as wide as asked, and never narrower than their longest word while the page has room."""

from __future__ import annotations

import pytest

from exporters.pdf.columns import Widths, fit


def test_columns_fill_the_page_in_the_proportion_asked_for():
    assert fit([50, 100], [10, 10], 300, 10) == Widths((100.0, 200.0), 1.0)


def test_a_column_is_as_wide_as_its_longest_word():
    assert fit([20, 180], [60, 30], 200, 10) == Widths((60.0, 140.0), 1.0)


def test_type_shrinks_to_what_can_be_read_before_columns_are_narrowed():
    assert fit([100, 115], [20, 20], 200, 10).scale == 0.93
    assert fit([400, 400], [20, 20], 200, 10) == Widths((100.0, 100.0), 0.86)


def test_type_shrinks_further_only_for_words():
    assert fit([100, 100], [120, 120], 150, 10).scale == 0.56


def test_a_word_that_no_column_can_hold_is_left_to_be_cut():
    assert fit([100, 100], [6000, 30], 200, 10) == Widths((100.0, 100.0), 1.0)


def test_more_columns_than_the_page_can_hold_share_it():
    widths = fit([100] * 50, [30] * 50, 400, 10)
    assert widths.scale == 0.5
    assert widths.columns == pytest.approx([8.0] * 50)
