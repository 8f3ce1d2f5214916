"""Units: credit codes that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Finding, said, warning
from models.rules import credit_code
from models.snapshots.shapes import MeetingSnapshot

_CODES = {
    "length": "credit_code_length",
    "character": "credit_code_character",
    "check_character": "credit_code_check",
    "organization_code": "credit_code_check",
}


def check_units(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """Every unit's unified social credit code, where one is given. Registered codes that fail exist: a warning only."""
    for unit in snapshot.all_organizations:
        problem = credit_code.code_problem(unit.credit_code) if unit.credit_code else ""
        if problem:
            suggested = credit_code.suggested_code(unit.credit_code)
            values = {"unit": said(unit.name), "credit_code": unit.credit_code}
            place = f"organizations/{unit.id}"
            if suggested:
                yield warning("credit_code_look_alike", place, **values, suggested=suggested)
            else:
                yield warning(_CODES[problem], place, **values)
