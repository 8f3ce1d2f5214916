"""What the sheets mean: which tables they hold, what each column is, and the row of a slip with cleaned values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.imports.book import Note

# What a column may mean: the keys of a person in `import-people --json`, and a few only understood here.
PERSON_FIELDS = (
    "name_zh",
    "name_en",
    "organization",
    "department",
    "title_zh",
    "title_en",
    "gender",
    "ethnicity",
    "phone",
    "phone_2",
    "email",
    "id_number",
    "category",
    "role",
    "reply",
    "arrival",
    "arrival_trip",
    "departure",
    "departure_trip",
    "lodging",
    "room",
    "roommate",
    "meals",
    "diet",
    "table_number",
    "vehicle",
    "remarks",
)
SEQUENCE, UNIT_AND_TITLE, NAME_AND_TITLE = "sequence", "unit_and_title", "name_and_title"
COLUMN_FIELDS = (*PERSON_FIELDS, SEQUENCE, UNIT_AND_TITLE, NAME_AND_TITLE)


class MatchedBy(StrEnum):
    """How a column's meaning was found."""

    HEADER = "header"  # the table of variants knows its header
    REMEMBERED = "remembered"  # the office corrected this header once
    CHOSEN = "chosen"  # corrected just now
    CONTENT = "content"  # the header says nothing, the cells do (phones, identity numbers)
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """A column: its number, its header as written ("住宿·是否" of two levels), its meaning ("" unknown)."""

    column: int
    header: str
    field: str
    by: MatchedBy


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table on a sheet. Rows count from 0; `footer`: rows below that are no people, with their words."""

    sheet: str
    header_rows: tuple[int, ...]
    columns: tuple[ColumnMatch, ...]
    first_row: int
    last_row: int  # included; below first_row where the table has no rows
    skipped_above: tuple[int, ...] = ()
    footer: tuple[tuple[int, str], ...] = ()
    unit: str = ""  # 填报单位 of the contact block: the unit of rows that name none
    contact_name: str = ""
    contact_phone: str = ""


class RowKind(StrEnum):
    """What a row of a slip is."""

    PERSON = "person"
    GROUP = "group"  # “随行2人”, “待定”: a place for people without names
    REFUSED = "refused"  # nothing that could be a person, or a value that must be entered again


@dataclass(slots=True)  # nobody changes one; frozen, ten thousand would take four times as long to make and to send
class SlipRow:
    """One person (or group) as a slip gives them, cleaned. A cell of several people makes several rows.

    `values` by PERSON_FIELDS, only what is known. `notes` tell every doubt and everything that was changed on the way
    (code, {"field": …, "text": …}). `original` is the row as written, cells joined by " | ".
    """

    sheet: str
    row: int
    kind: RowKind
    values: Mapping[str, str]
    original: str
    notes: tuple[Note, ...] = ()
    part: int = 0  # of a cell that held several people
    count: int | None = None  # of a group
    hidden: bool = False
    struck: bool = False
    unit_filled: bool = False  # the unit was filled down, not written in this row


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the user has set right by a click, before the plan is made anew.

    `columns`: (sheet, column) → field or "" (leave out). `headers`: sheet → header rows (empty: no table there).
    `skipped_sheets`, `include_hidden`: which sheets count. `keep_together`: (sheet, row) of cells not to be split.
    """

    columns: Mapping[tuple[str, int], str] = field(default_factory=dict)
    headers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    skipped_sheets: frozenset[str] = frozenset()
    included_sheets: frozenset[str] = frozenset()  # hidden ones to be read all the same
    keep_together: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Understood:
    """All tables of a book and the rows in them."""

    tables: tuple[FoundTable, ...]
    rows: tuple[SlipRow, ...]
    notes: tuple[Note, ...] = ()
