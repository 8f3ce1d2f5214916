"""The steps that undo and redo would take: what the window names before anything is changed. Needs no records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import JSON, Boolean, Connection, Integer, String, column, func, select, table

from models.errors import Value

# The columns read here, as the records store them (a test compares them with the records).
STEPS = table(
    "change_step",
    column("id", Integer),
    column("client", String),
    column("label", String),
    column("values", JSON),
    column("undone", Boolean),
)


@dataclass(frozen=True)
class StepName:
    """What a step is called: a code and the values of its sentence."""

    label: str
    values: Mapping[str, Value] = field(default_factory=dict)


def next_step(connection: Connection, client: str, *, undone: bool) -> tuple[int, StepName] | None:
    """The step that undo (`undone=False`) or redo would take, with its id."""
    edge = func.min(STEPS.c.id) if undone else func.max(STEPS.c.id)
    wanted = select(edge).where(STEPS.c.client == client, STEPS.c.undone == undone).scalar_subquery()
    row = connection.execute(select(STEPS).where(STEPS.c.id == wanted)).mappings().first()
    return None if row is None else (row["id"], StepName(row["label"], row["values"]))
