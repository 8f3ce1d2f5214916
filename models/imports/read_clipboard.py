"""Reads what was copied from Excel, WPS, Word or a web page: the HTML where it holds a table, else the text."""

from __future__ import annotations

import hashlib

from models.errors import KnownError
from models.imports.book import Book, Sheet
from models.imports.limits import MEGABYTE, MOST_BYTES
from models.imports.parser_faults import parser_faults
from models.imports.read_csv import read_separated
from models.imports.trim_rows import trim_rows

_NAME = "clipboard"


def read_clipboard(text: str, html: str = "") -> Book:
    """The tables on the clipboard. Plain text may be a single column: names, one a line."""
    content = (html or text).encode("utf-8", "replace")
    if len(content) > MOST_BYTES:
        raise KnownError("slip_too_large", name=_NAME, most=MOST_BYTES // MEGABYTE)
    sheets = _tables(html) or _lines(text)
    if not any(sheet.rows for sheet in sheets):
        raise KnownError("slip_no_table", name=_NAME)
    return Book(_NAME, "clipboard", sheets, hashlib.sha256(content).hexdigest(), len(content))


def _tables(html: str) -> tuple[Sheet, ...]:
    if "<table" not in html.lower():
        return ()
    from models.imports.html_tables import html_tables

    with parser_faults(_NAME):
        return html_tables(_NAME, html)


def _lines(text: str) -> tuple[Sheet, ...]:
    if "\t" in text:
        return (read_separated("1", text, name=_NAME, separator="\t"),)
    rows, cut_at = trim_rows([[line.strip()] for line in text.splitlines()])
    return (Sheet("1", rows, cut_at=cut_at),)
