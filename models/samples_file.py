"""Reads a sample file into entries: checked values, local names, nothing stored yet."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from models.errors import KnownError
from models.records import (
    AgendaItem,
    Agreement,
    AgreementBatch,
    Attendance,
    AttendeeGroup,
    Base,
    Cooperation,
    CueLine,
    Fact,
    Meeting,
    MeetingOrganization,
    Organization,
    Person,
    Photo,
    PlaqueAward,
    Reading,
    Record,
    Side,
    SigningRound,
    SourceDocument,
    VisitRoute,
)
from models.samples_shape import Shape, pair_for, shape_of, value_for

# The tables of a file in the order in which they are stored: what is named comes before what names it.
TABLES: tuple[type[Record], ...] = (
    Organization,
    Person,
    Meeting,
    MeetingOrganization,
    Side,
    AttendeeGroup,
    Attendance,
    AgendaItem,
    VisitRoute,
    Cooperation,
    AgreementBatch,
    Agreement,
    Base,
    PlaqueAward,
    SigningRound,
    Fact,
    CueLine,
    SourceDocument,
    Photo,
    Reading,
)

# The key by which other tables call a row that gives no `id`.
CALLED_BY = {"agreement": "key", "attendance": "person", "base_type": "code"}

# A row that says one thing may be written as just that: units = ["whu", "bureau"].
SHORT_FORMS = {
    "agreement_area": "text",
    "attendance_appointment": "appointment",
    "organization_alias": "alias",
    "passenger": "attendance",
    "person_alias": "alias",
    "round_agreement": "agreement",
    "route_member": "attendance",
    "side_unit": "organization",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file we are, for messages: the file and the row in it ("agreement 3 / parties 1")."""

    file: str
    row: str = ""

    def within(self, name: str, number: int) -> Place:
        """Row `number` of the list `name` at this place."""
        step = f"{name} {number}"
        return Place(self.file, f"{self.row} / {step}" if self.row else step)

    def error(self, code: str, key: str, given: object = "") -> KnownError:
        """A mistake in `key` at this place."""
        return KnownError(code, file=self.file, table=self.row, key=key, given=str(given))


@dataclass(frozen=True, slots=True)
class Entry:
    """A row to be: column values, local names of the rows it points to, and the rows of its own."""

    shape: Shape
    name: str
    values: Mapping[str, object]
    links: Mapping[str, str]
    lists: Mapping[str, tuple[Entry, ...]]
    place: Place


def read_sample(file: Path) -> dict[type[Record], tuple[Entry, ...]]:
    """The entries of a meeting's file by record, in stored order; KnownError names the first mistake."""
    tables = read_tables(file)
    known = {record.__tablename__ for record in TABLES}
    for name in tables:
        if name not in known:
            raise Place(file.name).error("sample_unknown_table", name)
    entries = {record: read_entries(tables, record, file.name) for record in TABLES}
    if len(entries[Meeting]) != 1:
        raise Place(file.name).error("sample_needs_one_meeting", "meeting")
    return entries


def read_tables(file: Path) -> dict[str, object]:
    """The TOML of a file as it stands."""
    try:
        return tomllib.loads(file.read_text("utf-8"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise KnownError("sample_unreadable", file=file.name, reason=str(problem)) from problem


def read_entries(tables: Mapping[str, object], record: type[Record], file: str) -> tuple[Entry, ...]:
    """The rows given for one record."""
    given = tables.get(record.__tablename__, [])
    rows = given if isinstance(given, list) else [given]
    place, shape = Place(file), shape_of(record)
    return tuple(_entry(shape, row, place.within(shape.table, n), "") for n, row in enumerate(rows, start=1))


def _entry(shape: Shape, given: object, place: Place, called: str) -> Entry:
    """A row; `called` is the name it has when it gives none itself."""
    row = _as_table(shape, given, place)
    name = str(row.pop("id", row.get(CALLED_BY.get(shape.table, ""), called)))
    return Entry(
        shape=shape,
        name=name,
        values=_values(shape, row, place),
        links={f"{key}_id": _local_name(row[key], key, place) for key in row if _is_link(shape, key, row[key])},
        lists={key: _own_rows(shape, key, row.get(key, []), place, name) for key in shape.lists},
        place=place,
    )


def _as_table(shape: Shape, given: object, place: Place) -> dict[str, object]:
    """The row as keys and values, its short form written out, every key known."""
    short = SHORT_FORMS.get(shape.table, "")
    long_form = isinstance(given, dict) and not (short in shape.pairs and given.keys() <= {"zh", "en"})
    if not long_form and not short:
        raise place.error("sample_wrong_value", shape.table, given)
    row = {short: given} if not long_form else dict(given) if isinstance(given, dict) else {}
    for key in row:
        if key != "id" and not shape.knows(key):
            raise place.error("sample_unknown_key", key)
    return row


def _values(shape: Shape, row: Mapping[str, object], place: Place) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, given in row.items():
        try:
            if key in shape.pairs and not _is_link(shape, key, given):
                values[f"{key}_zh"], values[f"{key}_en"] = pair_for(given)
            elif key in shape.plain:
                values[key] = value_for(shape.plain[key], given)
        except ValueError:
            raise place.error("sample_wrong_value", key, given) from None
    return values


def _is_link(shape: Shape, key: str, given: object) -> bool:
    """A guide is an attendee by name, or somebody else in words: guide = "liang-tao", guide = {zh = "…", en = "…"}."""
    return key in shape.links and not (key in shape.pairs and isinstance(given, dict))


def _local_name(given: object, key: str, place: Place) -> str:
    if not isinstance(given, str):
        raise place.error("sample_wrong_value", key, given)
    return given


def _own_rows(shape: Shape, key: str, given: object, place: Place, owner: str) -> tuple[Entry, ...]:
    """The rows of a list, called after their owner: liang-tao/1, liang-tao/2."""
    if not isinstance(given, list):
        raise place.error("sample_wrong_value", key, given)
    return tuple(
        _entry(shape.lists[key], row, place.within(key, n), f"{owner}/{n}" if owner else "")
        for n, row in enumerate(given, start=1)
    )
