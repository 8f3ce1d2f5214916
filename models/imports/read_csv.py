"""Reads text with separators: csv and tsv of every encoding that offices use."""

from __future__ import annotations

import csv
import re
from collections import Counter

from models.errors import KnownError
from models.imports.book import Note, Sheet
from models.imports.limits import MOST_COLUMNS
from models.imports.text_encoding import decode_text, torn_characters
from models.imports.trim_rows import trim_rows

_SEPARATORS = "\t,;，；|"
_SAMPLE = 64 * 1024
_AS_TEXT = re.compile(r'="(.*)"')  # ="007": how a csv file keeps Excel from making a number of it


def read_csv(name: str, content: bytes) -> tuple[tuple[Sheet, ...], tuple[Note, ...]]:
    """The one table of a text file, and what is to be told about its characters."""
    text = decode_text(content)
    torn = torn_characters(text)
    notes = (Note("torn_characters", {"count": torn}),) if torn else ()
    return (read_separated("", text, name=name),), notes


def read_separated(sheet: str, text: str, *, name: str, separator: str | None = None) -> Sheet:
    """A table from text with separators; a text without any is not one."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    separator = separator or find_separator(text)
    if separator is None:
        raise KnownError("slip_no_table", name=name)
    try:
        rows = [_values(row) for row in csv.reader(text.splitlines(keepends=True), delimiter=separator)]
    except csv.Error as error:
        raise KnownError("slip_damaged", name=name) from error
    if max(map(len, rows)) > MOST_COLUMNS:
        raise KnownError("slip_too_wide", name=name, most=MOST_COLUMNS)
    found, cut_at = trim_rows(rows)
    return Sheet(sheet, found, cut_at=cut_at)


def find_separator(text: str) -> str | None:
    """The character that parts the columns: the one that most lines have equally often, or that none is without."""
    lines = [line for line in re.sub(r'"[^"]*"', "", text[:_SAMPLE]).split("\n") if line.strip()]
    best, most = None, 1
    for separator in _SEPARATORS:
        counts = Counter(line.count(separator) for line in lines if separator in line)
        often = len(lines) if counts.total() == len(lines) > 0 else max(counts.values(), default=0)
        if often > most or (best is None and often == len(lines) > 0):
            best, most = separator, often
    return best


def _values(row: list[str]) -> list[str]:
    if any(value.startswith('="') for value in row):
        return [_AS_TEXT.sub(r"\1", value) for value in row]
    return row
