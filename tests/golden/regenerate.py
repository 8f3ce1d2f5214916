"""Writes the golden texts anew: `python -m tests.golden.regenerate`; the changes are then read in review."""

from __future__ import annotations

from tests.golden.papers import FOLDER, golden_texts


def main() -> None:
    """Replace all files, once every text is there: a paper that fails leaves the old ones alone."""
    texts = list(golden_texts())
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    for name, text in texts:
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
