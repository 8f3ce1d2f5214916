"""What a column may mean, in families: each has a color and a word, so that nobody must tell colors apart."""

from __future__ import annotations

from dataclasses import dataclass

from models.imports.tables import COLUMN_FIELDS
from ui.wording.messages import N_


@dataclass(frozen=True, slots=True)
class Family:
    """Meanings that are seen as one: `key` names its tokens (tint_name, mark_name)."""

    key: str
    words: str
    fields: tuple[str, ...]


_TABLE_AND_CAR = ("meals", "diet", "table_number", "vehicle")
FAMILIES = (
    Family("name", N_("Name"), ("name_zh", "name_en", "name_and_title")),
    Family("unit", N_("Organization"), ("organization", "department", "unit_and_title")),
    Family("title", N_("Job title"), ("title_zh", "title_en")),
    Family("reach", N_("Phone, numbers"), ("phone", "phone_2", "email", "id_number")),
    Family("about", N_("About the person"), ("gender", "ethnicity", "category", "role", "reply")),
    Family(
        "stay",
        N_("Travel and stay"),
        ("arrival", "arrival_trip", "departure", "departure_trip", "lodging", "room", "roommate", *_TABLE_AND_CAR),
    ),
    Family("rest", N_("Other"), ("remarks", "sequence")),
)
_FAMILY_OF = {field: family.key for family in FAMILIES for field in family.fields}
PRIVATE = frozenset(("phone", "phone_2", "email", "id_number"))

assert frozenset(_FAMILY_OF) == frozenset(COLUMN_FIELDS)


def family_of(field: str) -> str:
    """The family of a meaning; empty for a column without one."""
    return _FAMILY_OF.get(field, "")
