"""Writes the golden texts anew: `python -m tests.golden.regenerate`; the changes are then read in review."""

from __future__ import annotations

from tests.golden.papers import FOLDER, golden_texts


def main() -> None:
    """Replace all files."""
    for old in FOLDER.glob("*.txt"):
        old.unlink()
    for name, text in golden_texts():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
