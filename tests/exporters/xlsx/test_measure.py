"""Heights of wrapped text."""

from __future__ import annotations

import pytest

from exporters.xlsx.measure import count_lines, row_height


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


def test_height_grows_with_lines_and_type() -> None:
    assert row_height("武汉", 20, 11) == 11 * 1.36 + 3
    assert row_height("武汉\n武汉", 20, 18) == 2 * 18 * 1.36 + 3
