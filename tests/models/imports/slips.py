"""Rows of slips as a reader understands them, by hand, and the plan made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from models.imports.book import Book, Note
from models.imports.known_people import KnownAttendee, KnownPeople, KnownPerson, KnownPost, KnownUnit
from models.imports.plan import Decision, ImportPlan, PlanRow, ReadFile
from models.imports.plan_import import plan_import
from models.imports.tables import RowKind, SlipRow, Understood

MEETING = 1
PHONE, OTHER_PHONE = "13812345678", "13987654321"


def slip(name: str = "梁涛", *, row: int = 4, **more: Any) -> SlipRow:
    """A person; fields of the row by name, everything else is a value."""
    own = {key: more.pop(key) for key in ("sheet", "kind", "notes", "count", "struck", "part") if key in more}
    values = {"name_zh": name, **more} if name else more
    original = " | ".join(str(value) for value in values.values())
    return SlipRow(
        **{"sheet": "Sheet1", "row": row, "kind": RowKind.PERSON, "original": original, "values": values} | own
    )


def group(label: str = "随行2人", count: int | None = 2, **more: Any) -> SlipRow:
    """People without names."""
    return slip(label, kind=RowKind.GROUP, count=count, **more)


def file_of(*rows: SlipRow, name: str = "回执.xlsx", sha256: str = "") -> ReadFile:
    """A file that holds these rows."""
    return ReadFile(Book(name, "xlsx", (), sha256=sha256), Understood((), rows))


def planned(*rows: SlipRow, known: KnownPeople | None = None) -> tuple[PlanRow, ...]:
    """The rows of the plan of one file."""
    return plan_import([file_of(*rows)], known or KnownPeople(MEETING)).rows


def acts(rows: Sequence[PlanRow]) -> list[tuple[str, list[str]]]:
    """What becomes of each row, and the codes of why."""
    return [(row.action.value, [note.code for note in row.reasons]) for row in rows]


def knowing(
    *people: KnownPerson,
    units: Mapping[int, Sequence[str]] | None = None,
    listed: Sequence[KnownAttendee] = (),
    **more: Any,
) -> KnownPeople:
    """A workspace that knows these."""
    named = {1: ("武汉大学", "武大"), 2: ("上党区农业农村局",)} if units is None else units
    all_units = tuple(KnownUnit(unit_id, tuple(names)) for unit_id, names in named.items())
    return KnownPeople(MEETING, 2024, people, all_units, tuple(listed), **more)


def person(person_id: int = 1, name: str = "梁涛", *posts: KnownPost, **values: str) -> KnownPerson:
    """Somebody known."""
    return KnownPerson(person_id, {"name_zh": name, **values}, posts)


def post(unit_id: int | None = 1, post_id: int = 1, **values: str) -> KnownPost:
    """A post; at Wuhan University unless said otherwise."""
    return KnownPost(post_id, unit_id, values)


def on_list(attendance_id: int = 10, person_id: int = 1, **more: Any) -> KnownAttendee:
    """Somebody on the list who has confirmed."""
    return KnownAttendee(attendance_id, person_id, {"reply": "confirmed", **more.pop("values", {})}, **more)


def plan_of(*rows: SlipRow, known: KnownPeople, name: str = "回执.xlsx") -> ImportPlan:
    """The plan of one file."""
    return plan_import([file_of(*rows, name=name)], known)


def decided(row: PlanRow, action: Any, number: int | None = 0, *keep: str) -> dict[int, Decision]:
    """A decision for a row: the candidate of this number, None for nobody known."""
    candidate = None if number is None else row.candidates[number]
    return {row.key: Decision(action, candidate, frozenset(keep))}


def noted(code: str, **values: object) -> Note:
    """A note."""
    return Note(code, values)
