"""What the command line prints: lines, aligned tables, one JSON document; and the bar that shows progress."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO
from unicodedata import combining, east_asian_width

from models.errors import KnownError

BAR = 24


def prepare_streams() -> None:
    """Make printing safe: UTF-8 for files and pipes, and no character that stops a program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


@contextmanager
def told() -> Iterator[None]:
    """Turn a refusal of the disk behind standard output into a KnownError; a reader that left is no failure of ours."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_output()
        raise KnownError("output_not_writable", reason=error.strerror or "") from error


def discard_output() -> None:
    """Print the rest to nobody: what is left in the buffer would fail again when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def finish() -> None:
    """Send off what was printed, while it can still be noticed that nobody takes it."""
    with told():
        if sys.stdout is not None:
            sys.stdout.flush()


def line(text: str = "") -> None:
    """A line for the reader, on standard output."""
    with told():
        print(text)


def aside(text: str) -> None:
    """A line beside the result, on standard error."""
    print(text, file=sys.stderr)


def document(content: object) -> None:
    """The result as one JSON document: the only thing on standard output."""
    line(json.dumps(content, ensure_ascii=False, indent=2))


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], *, right: frozenset[int] = frozenset()) -> None:
    """Aligned columns; those numbered in `right` stand at the right."""
    widths = [max(width(row[at]) for row in (headings, *rows)) for at in range(len(headings))]
    for row in (headings, *rows):
        cells = (padded(text, widths[at], at in right) for at, text in enumerate(row))
        line("  ".join(cells).rstrip())


def padded(text: str, columns: int, right: bool) -> str:
    """The text filled up with spaces to a width."""
    spaces = " " * (columns - width(text))
    return spaces + text if right else text + spaces


def width(text: str) -> int:
    """How many columns of a terminal a text takes: a Han character takes two, a combining mark none."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


class Progress:
    """A bar on standard error if that is a terminal, and nothing at all otherwise."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.shown = self.stream is not None and self.stream.isatty()
        self._columns = 0

    def __call__(self, done: int, total: int, name: str) -> None:
        """Show how far the work is and what it is at."""
        filled = BAR * done // max(total, 1)
        self._replace(f"[{'#' * filled}{'-' * (BAR - filled)}] {done}/{total} {name}")

    def clear(self) -> None:
        """Take the bar away."""
        self._replace("")
        self._replace("")

    def _replace(self, text: str) -> None:
        """Write over what stood there: spaces, since old Windows consoles know no escape codes."""
        if self.shown:
            self.stream.write("\r" + padded(text, self._columns, False))
            self.stream.flush()
            self._columns = width(text)
