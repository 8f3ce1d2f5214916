"""No word of a sample paper changes unseen: `python -m tests.golden.regenerate`, then read the changes."""

from __future__ import annotations

from tests.golden.papers import FOLDER, golden_texts


def test_papers_say_what_they_said() -> None:
    stored = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.txt")}
    assert dict(golden_texts()) == stored
