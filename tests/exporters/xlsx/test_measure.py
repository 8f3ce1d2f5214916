"""Heights of wrapped text."""

from __future__ import annotations

import pytest

from exporters.xlsx.measure import count_lines, fitting_size, row_height


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 10, 1),
        ("武汉大学校", 10, 1),
        ("武汉大学校长", 10, 2),
        ("one two three", 8, 2),
        ("one twelve three", 8, 3),
        ("a\nb\n\nc", 10, 4),
        ("x" * 25, 10, 3),
        ("武汉" + "x" * 25, 10, 3),
        ("武", 0, 1),
    ],
)
def test_lines(text: str, room: float, lines: int) -> None:
    assert count_lines(text, room) == lines


@pytest.mark.parametrize(
    ("length", "size"),
    [(10, 18), (52, 18), (54, 14.5), (64, 14.5), (66, 18), (104, 18), (108, 14.5)],
)
def test_a_title_shrinks_a_little_where_that_saves_a_line(length: int, size: float) -> None:
    assert fitting_size("会" * (length // 2), 85, 18) == size


def test_height_grows_with_lines_and_type() -> None:
    assert row_height("武汉", 20, 11) == 11 * 1.36 + 3
    assert row_height("武汉\n武汉", 20, 18) == 2 * 18 * 1.36 + 3
