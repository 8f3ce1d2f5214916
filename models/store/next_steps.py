"""The steps that undo and redo would take: what the window names before anything is changed. Needs no records."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from models.errors import Value
from models.looking import Source, looking_at

NEXT_UNDO = """
    SELECT id, label, "values" FROM change_step
    WHERE id = (SELECT max(id) FROM change_step WHERE client = :client AND NOT undone)
"""
NEXT_REDO = """
    SELECT id, label, "values" FROM change_step
    WHERE id = (SELECT min(id) FROM change_step WHERE client = :client AND undone)
"""


@dataclass(frozen=True)
class StepName:
    """What a step is called: a code and the values of its sentence."""

    label: str
    values: Mapping[str, Value] = field(default_factory=dict)


def next_step(source: Source, client: str, *, undone: bool) -> tuple[int, StepName] | None:
    """The step that undo (`undone=False`) or redo would take, with its id."""
    looking = looking_at(source)
    for number, label, values in looking.rows(NEXT_REDO if undone else NEXT_UNDO, client=client):
        return number, StepName(label, values if looking.native else json.loads(values))
    return None
