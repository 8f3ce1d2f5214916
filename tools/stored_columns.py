"""Writes down which columns the records have, for reading without them: `python -m tools.stored_columns`.

To be run after a change of the records; a test compares the table with them.
"""

from __future__ import annotations

import sys
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Enum, Integer, LargeBinary, Numeric, String, Time

from models.records import Record
from models.records.base import CodeList, UtcStamp
from models.stored_rows import COLUMNS

HEAD = "# Table, column, what it holds. Made by tools/stored_columns.py from models/records."
KINDS = {
    Boolean: "truth",
    Integer: "plain",
    Date: "date",
    Time: "time",
    UtcStamp: "moment",
    JSON: "json",
    LargeBinary: "plain",
    String: "plain",
}


def kind_of(column: Column[Any]) -> str:
    """What a column holds. ValueError for a kind of column that nobody knows yet how to read."""
    held = column.type
    if isinstance(held, Enum) and held.enum_class is not None:
        return f"code:{held.enum_class.__name__}"
    if isinstance(held, CodeList):
        return f"codes:{held.codes.__name__}"
    if isinstance(held, Numeric) and held.scale == 2:
        return "cents"
    if isinstance(held, DateTime):  # without a zone: no record has one
        raise ValueError(f"{column} keeps no zone")
    found = next((kind for known, kind in KINDS.items() if isinstance(held, known)), "")
    if not found:
        raise ValueError(f"{column} holds {held!r}")
    return found


def table() -> str:
    """The whole text of the table."""
    stored = sorted(Record.metadata.tables.items())
    lines = [f"{name}\t{column.name}\t{kind_of(column)}" for name, one in stored for column in one.columns]
    return "\n".join((HEAD, *lines)) + "\n"


def main() -> int:
    """Write the table."""
    COLUMNS.write_text(table(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
