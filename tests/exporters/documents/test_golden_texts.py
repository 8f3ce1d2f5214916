"""No word of a sample paper changes unseen: `python -m tests.golden.regenerate`, then read the changes."""

from __future__ import annotations

from functools import cache

import pytest

from tests.golden.papers import FOLDER, golden_texts

STORED = {file.name: file for file in sorted(FOLDER.glob("*.txt"))}
current_texts = cache(lambda: dict(golden_texts()))


def test_every_paper_with_material_has_its_text() -> None:
    assert sorted(current_texts()) == sorted(STORED)


@pytest.mark.parametrize("name", STORED)
def test_paper_says_what_it_said(name: str) -> None:
    assert current_texts()[name].splitlines() == STORED[name].read_text(encoding="utf-8").splitlines()
