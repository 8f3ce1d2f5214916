"""The agendas of usual meetings (`resources/tables/agendas.toml`): what an empty agenda can begin with."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

import resources
from models.actions.edit_agenda import add_item
from models.codes import AgendaKind
from models.rules.timing import later
from models.snapshots.shapes import Bilingual


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it will stand in the agenda; `day` counts from 1."""

    kind: AgendaKind
    title: Bilingual
    day: int
    start: time | None
    minutes: int | None


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """A usual agenda."""

    key: str
    title: Bilingual
    steps: tuple[Step, ...]


@cache
def agenda_templates() -> tuple[AgendaTemplate, ...]:
    """The agendas that come with the program, in their order."""
    with resources.path("tables/agendas.toml").open("rb") as stream:
        return tuple(_template(row) for row in tomllib.load(stream)["agenda"])


def fill_agenda(session: Session, meeting_id: int, key: str, *, first_day: date | None) -> tuple[int, ...]:
    """Add the steps of a usual agenda behind what is there; returns their ids.

    Where the first day is not known they name none, and those of several days no clock times either.
    """
    template = next(each for each in agenda_templates() if each.key == key)
    timed = first_day is not None or all(step.day == 1 for step in template.steps)
    return tuple(
        add_item(
            session,
            meeting_id,
            kind=step.kind,
            title_zh=step.title.zh,
            title_en=step.title.en,
            day=first_day + timedelta(days=step.day - 1) if first_day else None,
            start=step.start if timed else None,
            minutes=step.minutes,
        )
        for step in template.steps
    )


def _template(row: dict[str, Any]) -> AgendaTemplate:
    steps, at = [], row.get("start")
    for each in row["steps"]:
        begins = each.get("start", at)
        step = Step(
            AgendaKind(each["kind"]), Bilingual(each["zh"], each["en"]), each.get("day", 1), begins, each.get("minutes")
        )
        steps.append(step)
        at = later(begins, step.minutes)
    return AgendaTemplate(row["key"], Bilingual(**row["title"]), tuple(steps))
