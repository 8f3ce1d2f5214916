"""Where each field of a slip is stored, and how it is written there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from models.codes import AttendanceCategory, Reply

# Field of a slip → column of the person.
OF_PERSON: Mapping[str, str] = {
    "name_zh": "name_zh",
    "name_en": "name_en",
    "gender": "gender",
    "ethnicity": "ethnicity",
    "phone": "phone",
    "phone_2": "phone_2",
    "email": "email",
    "id_number": "identity_number",
    "diet": "diet",
}
# Field → column of the post in which the person attends.
OF_POST: Mapping[str, str] = {"department": "department_zh", "title_zh": "title_zh", "title_en": "title_en"}
# Field → column of the attendance.
OF_ATTENDANCE: Mapping[str, str] = {
    "category": "category",
    "role": "claimed_role",
    "reply": "reply",
    "arrival": "arrival",
    "arrival_trip": "arrival_trip",
    "departure": "departure",
    "departure_trip": "departure_trip",
    "lodging": "needs_room",
    "room": "room",
    "roommate": "roommate",
    "meals": "meals",
    "table_number": "table_number",
    "vehicle": "own_vehicle",
    "remarks": "remarks_zh",
}
UNIT = "organization"  # the unit of the post, by its name
MOST_CHARACTERS = {"arrival": 100, "departure": 100, "remarks": 100_000}
MOST_OTHERWISE = 1000
_NEVER_STORED = re.compile("[\x00\ud800-\udfff]")


def _code(codes: type[StrEnum]) -> Callable[[str], Any]:
    return lambda text: codes(text) if text in set(codes) else None


def _yes_or_no(text: str) -> bool | None:
    return {"yes": True, "no": False}.get(text)


READ: Mapping[str, Callable[[str], Any]] = {
    "category": _code(AttendanceCategory),
    "reply": _code(Reply),
    "lodging": _yes_or_no,
}


def stored_value(field: str, text: str) -> Any:
    """What is stored for the text of a slip; None where a list of codes does not know it."""
    read = READ.get(field)
    return read(text) if read else text


def as_text(value: Any) -> str:
    """A stored value as a slip would say it: codes as they are, yes and no, nothing for what is not known."""
    if value is None or value is Reply.UNKNOWN:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.value if isinstance(value, StrEnum) else str(value)


def storable(field: str, text: str) -> str:
    """The text without what no database takes, cut at what its column holds; the row as written is kept beside it."""
    return _NEVER_STORED.sub("", text)[: MOST_CHARACTERS.get(field, MOST_OTHERWISE)]


def columns(values: Mapping[str, str], fields: Mapping[str, str]) -> dict[str, Any]:
    """The columns that the values of a slip fill; a code that no list knows fills none."""
    found = {
        column: stored_value(field, storable(field, values[field]))
        for field, column in fields.items()
        if values.get(field)
    }
    return {column: value for column, value in found.items() if value is not None}
