"""Widths of text in digits."""

from __future__ import annotations

import pytest

from exporters.text_width import unbroken, width, words


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("", 0),
        ("123", 3),
        ("武汉", 4),
        ("㛃𬭎", 4),
        ("（）", 4),
        ("“引”", 6),
        ("WHU", 3.75),
        ("e\u0301", 1),
        ("a b", 3),
    ],
)
def test_width(text: str, digits: float) -> None:
    assert width(text) == digits


def test_words_keep_latin_runs_whole_and_han_apart() -> None:
    assert list(words("联系lee@whu.edu.cn 转8001号")) == ["联", "系", "lee@whu.edu.cn", " ", "转", "8001", "号"]


@pytest.mark.parametrize(
    ("text", "digits"),
    [("", 0), ("欧阳文山", 8), ("武汉大学校长", 2), ("武汉大学校长Chancellor", 10.25), ("短\n武汉大学校长", 2)],
)
def test_short_text_is_not_broken_at_all(text: str, digits: float) -> None:
    assert unbroken(text) == digits
