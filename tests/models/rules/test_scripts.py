"""Words typed into one line go where they belong."""

from __future__ import annotations

import pytest

from models.rules.scripts import by_script


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (" 校方 ", ("校方", "")),
        ("County side", ("", "County side")),
        ("武汉 Wuhan", ("武汉 Wuhan", "")),
        ("𠮷", ("𠮷", "")),
        ("  ", ("", "")),
    ],
)
def test_a_han_character_makes_it_chinese(typed: str, found: tuple[str, str]):
    assert by_script(typed) == found
