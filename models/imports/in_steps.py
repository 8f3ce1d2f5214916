"""Work in steps that many files take together: what the processor has at hand for one of them serves the next."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

Made = TypeVar("Made")
Steps = Generator[int, None, Made]  # yields the bytes held between two steps, returns what was made


def finished(steps: Steps[Made]) -> Made:
    """All steps, one after the other."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Made = end.value
            return made
