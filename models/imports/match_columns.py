"""Which column is which: as the user chose, as the office taught, by its heading, or by what stands in it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.imports.book import CellValue
from models.imports.find_headings import Headings
from models.imports.headers import (
    CONTACT_NAME,
    CONTACT_PHONE,
    NAME_FIELDS,
    Meaning,
    guessed_meaning,
    heading_key,
    meaning_of,
)
from models.imports.name_cells import clean_name
from models.imports.tables import UNIT_AND_TITLE, ColumnMatch, Corrections, MatchedBy
from models.imports.texts import narrow, text_of
from models.imports.titles import is_title, is_unit

LABEL = "label"
LOOKED_AT = 60
_PHONE = re.compile(r"(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?:\.0)?")
_IDENTITY = re.compile(r"\d{17}[\dXx]|\d{15}")
_EMAIL = re.compile(r"\S+@\S+\.\w+")
_FITS: Mapping[str, Callable[[str], bool]] = {
    "phone": lambda text: bool(_PHONE.fullmatch(text)),
    "id_number": lambda text: bool(_IDENTITY.fullmatch(text)),
    "email": lambda text: bool(_EMAIL.fullmatch(text)),
}
_FITS_WITHOUT_HEADINGS: Mapping[str, Callable[[str], bool]] = {
    **_FITS,
    "gender": lambda text: text in ("男", "女"),
    "organization": is_unit,
    "title_zh": is_title,
    "name_zh": lambda text: clean_name(text) == "".join(text.split()) and not is_unit(text),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its meaning and how its cells are kept (`keep` as in the table of headings)."""

    match: ColumnMatch
    keep: str = ""
    field: str = dataclasses.field(init=False, repr=False, compare=False)  # what it means, asked for again and again

    def __post_init__(self) -> None:
        object.__setattr__(self, "field", self.match.field)


@dataclass(frozen=True, slots=True)
class Teaching:
    """What the user has chosen for this file, and what the office has taught before."""

    corrections: Corrections
    remembered: Mapping[str, str]

    def said(self, sheet: str, column: int, heading: str) -> tuple[str, MatchedBy] | None:
        """The field that was chosen or is remembered for a heading; None where nothing was said."""
        if (sheet, column) in self.corrections.columns:
            return self.corrections.columns[sheet, column], MatchedBy.CHOSEN
        if heading and self.remembered and heading_key(heading) in self.remembered:
            return self.remembered[heading_key(heading)], MatchedBy.REMEMBERED
        return None


Sample = Callable[[int], Sequence[CellValue]]


def match_columns(
    sheet: str, headings: Headings, teaching: Teaching, sample: Sample, *, unit_known: bool
) -> list[Column]:
    """A column for each heading, and for each column without one that holds something."""
    if not teaching.remembered and not teaching.corrections.columns:
        known = _all_known(tuple(headings.texts.items()), unit_known)
        if known and not any(_holds_something(sample(number)) for number in _unheaded(headings)):
            return list(known)
    columns: list[Column] = []
    for number in range(headings.first, headings.last + 1):
        heading = headings.texts.get(number, "")
        said = teaching.said(sheet, number, heading)
        if said is not None:
            columns.append(_said_column(number, heading, *said))
        elif heading or _holds_something(sample(number)):
            columns.append(_known_column(number, heading))
    return _settled(columns, sample, unit_known)


def _settled(columns: Sequence[Column], sample: Sample, unit_known: bool) -> list[Column]:
    """Columns of which one decides what another means."""
    columns = _capacities(_contacts(columns))
    columns = [_by_content(column, columns, sample) for column in columns]
    return _second_phones(_departments(columns, unit_known=unit_known))


@lru_cache(maxsize=200)
def _all_known(texts: tuple[tuple[int, str], ...], unit_known: bool) -> tuple[Column, ...] | None:
    """The columns of a table whose headings all say what they are; copies of one form are understood once."""
    columns = [_known_column(number, heading) for number, heading in sorted(texts)]
    if any(column.match.by is MatchedBy.NOTHING for column in columns):
        return None
    return tuple(_settled(columns, lambda _number: (), unit_known))


def _holds_something(values: Sequence[CellValue]) -> bool:
    return any(value not in (None, "") for value in values)


def _unheaded(headings: Headings) -> Iterator[int]:
    return (number for number in range(headings.first, headings.last + 1) if number not in headings.texts)


def with_units_in_titles(
    columns: Sequence[Column], sample: Sample, divides: Callable[[CellValue], bool]
) -> list[Column]:
    """职务 of a slip without units that says 县财政局局长 in most rows holds both."""
    fields = {column.field for column in columns}
    if fields & {"organization", "department", UNIT_AND_TITLE}:
        return list(columns)
    found: list[Column] = []
    for column in columns:
        values = (
            sample(column.match.column) if column.field == "title_zh" and column.match.by is MatchedBy.HEADER else ()
        )
        is_both = values and 2 * sum(map(divides, values)) > len(values)
        found.append(_changed(column, UNIT_AND_TITLE) if is_both else column)
    return found


def columns_by_content(first: int, last: int, sample: Sample) -> list[Column]:
    """Columns of a sheet without headings, as most of their cells look; none without a name and something besides."""
    columns: list[Column] = []
    for number in range(first, last + 1):
        taken = {column.field for column in columns}
        field = _fitting(
            sample(number), {key: fits for key, fits in _FITS_WITHOUT_HEADINGS.items() if key not in taken}
        )
        by = MatchedBy.CONTENT if field else MatchedBy.NOTHING
        if field or _holds_something(sample(number)):
            columns.append(Column(ColumnMatch(number, "", field, by)))
    fields = {column.field for column in columns}
    return columns if "name_zh" in fields and len(fields - {""}) > 1 else []


def _said_column(number: int, heading: str, field: str, by: MatchedBy) -> Column:
    meaning = meaning_of(heading) or Meaning("")
    keep = meaning.keep if meaning.field == field else LABEL if field == "remarks" and heading else ""
    return Column(ColumnMatch(number, heading, field, by), keep)


def _known_column(number: int, heading: str) -> Column:
    meaning = (meaning_of(heading) or guessed_meaning(heading)) if heading else None
    by = MatchedBy.HEADER if meaning else MatchedBy.NOTHING
    return Column(ColumnMatch(number, heading, meaning.field if meaning else "", by), meaning.keep if meaning else "")


def _changed(column: Column, field: str, keep: str = "", by: MatchedBy | None = None) -> Column:
    match = column.match
    return Column(ColumnMatch(match.column, match.header, field, by or match.by), keep)


def _contacts(columns: Sequence[Column]) -> list[Column]:
    """联系人 is the person only where nobody else is named; else it is kept with its heading, so is the phone after."""
    is_named = any(column.field in NAME_FIELDS for column in columns)
    of_contacts = [column for column in columns if column.field == CONTACT_NAME]
    person = None if is_named else next(iter(of_contacts), None)
    found: list[Column] = []
    for before, column in zip((None, *columns), columns, strict=False):
        is_theirs = before in of_contacts and before is not person and column.field in ("phone", "phone_2")
        if column is person:
            column = _changed(column, "name_zh")
        elif column.field == CONTACT_NAME or (is_theirs and column.match.by is MatchedBy.HEADER):
            column = _changed(column, "remarks", LABEL)
        elif column.field == CONTACT_PHONE:
            column = _changed(column, "phone") if person is not None else _changed(column, "remarks", LABEL)
        found.append(column)
    return found


def _capacities(columns: Sequence[Column]) -> list[Column]:
    """身份 beside 职务 is the capacity in which somebody comes, alone it is the title."""
    titles = [column for column in columns if column.field == "title_zh"]
    if len(titles) < 2 or any(column.field == "category" for column in columns):
        return list(columns)
    capacities = [column for column in titles if heading_key(column.match.header) == "身份"]
    return [_changed(column, "category") if column in capacities else column for column in columns]


def _by_content(column: Column, columns: Sequence[Column], sample: Sample) -> Column:
    """A heading that says nothing above phones, identity numbers or addresses."""
    if column.match.by is not MatchedBy.NOTHING:
        return column
    taken = {other.field for other in columns}
    field = _fitting(sample(column.match.column), {key: fits for key, fits in _FITS.items() if key not in taken})
    if not field and not column.match.header and not taken & NAME_FIELDS:
        field = _fitting(sample(column.match.column), {"name_zh": _FITS_WITHOUT_HEADINGS["name_zh"]})
    return _changed(column, field, by=MatchedBy.CONTENT) if field else column


def _fitting(values: Sequence[CellValue], kinds: Mapping[str, Callable[[str], bool]]) -> str:
    texts = [text for value in values if (text := narrow(text_of(value)))][:LOOKED_AT]
    if not texts:
        return ""
    return next((key for key, fits in kinds.items() if 5 * sum(map(fits, texts)) >= 4 * len(texts)), "")


def _departments(columns: Sequence[Column], *, unit_known: bool) -> list[Column]:
    """部门 or 学院 alone is the unit, unless the slip names one around the table."""
    fields = {column.field for column in columns}
    if unit_known or fields & {"organization", UNIT_AND_TITLE}:
        return list(columns)
    changed = False
    found: list[Column] = []
    for column in columns:
        if column.field == "department" and not changed and column.match.by is MatchedBy.HEADER:
            column, changed = _changed(column, "organization"), True
        found.append(column)
    return found


def _second_phones(columns: Sequence[Column]) -> list[Column]:
    """The second column of phones is the second phone; a third is kept with its heading."""
    seen: set[str] = set()
    found: list[Column] = []
    for column in columns:
        if column.field in ("phone", "phone_2") and column.field in seen:
            column = _changed(column, "phone_2") if "phone_2" not in seen else _changed(column, "remarks", LABEL)
        if column.field == "phone_2" and "phone_2" in seen:
            column = _changed(column, "remarks", LABEL)
        seen.add(column.field)
        found.append(column)
    return found
