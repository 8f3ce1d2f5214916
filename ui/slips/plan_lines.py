"""The rows of the plan as lines of a table, and which of them are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from models.imports.plan import Action, Candidate, PlanRow
from models.rules.masking import mask_phone
from ui.slips.sitting import WRITTEN, Sitting, may_decide
from ui.slips.words import TOKENS, action_words, called, place_words, title_words, unit_words, why_words
from ui.widgets.row_model import Column
from ui.wording.messages import N_

NOTED: Final = "noted"  # rows that are written, but with something to be known about them
Shown = Action | Literal["noted"] | None


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line: the row of the plan, what becomes of it, and whether somebody decided that."""

    id: int
    row: PlanRow
    action: Action
    decided: bool
    updated: Candidate | None = None  # who is written to
    revealed: bool = False


def plan_lines(sitting: Sitting, *, revealed: bool = False) -> list[PlanLine]:
    """All rows in the order of the plan."""
    rows = sitting.plan.rows if sitting.plan else ()
    return [_line(sitting, row, revealed) for row in rows]


def _line(sitting: Sitting, row: PlanRow, revealed: bool) -> PlanLine:
    action = sitting.action_of(row)
    updated = sitting.candidate_of(row) if action is Action.UPDATE else None
    return PlanLine(row.key, row, action, sitting.is_decided(row), updated, revealed)


def shown_lines(lines: Sequence[PlanLine], action: Shown) -> list[PlanLine]:
    """Those with one action; all, without one. What was a doubt stays among the doubts when it is decided."""
    if action is None:
        return list(lines)
    if action == NOTED:
        return [line for line in lines if line.action in WRITTEN and (line.row.reasons or line.row.slip.notes)]
    if action is Action.DOUBT:
        return [line for line in lines if Action.DOUBT in (line.action, line.row.action)]
    return [line for line in lines if line.action is action]


def next_doubt(lines: Sequence[PlanLine], after: int | None) -> PlanLine | None:
    """The next line to decide below a line; from the top again where there is none."""
    open_ones = [line for line in lines if line.action is Action.DOUBT and may_decide(line.row)]
    return next((line for line in open_ones if after is None or line.id > after), next(iter(open_ones), None))


def _state(line: PlanLine, language: str) -> str:
    words = action_words(line.action, language)
    return f"{words} ✓" if line.decided and line.row.action is Action.DOUBT else words


def _phone(line: PlanLine, _language: str) -> str:
    phone = line.row.slip.values.get("phone", "")
    return phone if line.revealed else mask_phone(phone)


COLUMNS = (
    Column("action", N_("What happens"), _state, token=lambda line: TOKENS[line.action]),
    Column(
        "name",
        N_("Name"),
        lambda line, language: called(line.row.slip, language),
        strong=True,
        token=lambda line: "ink_faint" if line.action is Action.REFUSE else "ink",
        yielding=True,
    ),
    Column("unit", N_("Organization"), lambda line, _: unit_words(line.row.slip), flexible=True),
    Column("title", N_("Job title"), lambda line, language: title_words(line.row.slip, language), flexible=True),
    Column("phone", N_("Mobile"), _phone, yielding=True),
    Column(
        "why",
        N_("Why"),
        lambda line, language: why_words(line.row, line.updated, language, revealed=line.revealed),
        flexible=True,
        token=lambda line: "warn" if line.action is Action.DOUBT else "ink_soft",
        tip=lambda line, language: place_words(line.row, language),
    ),
)
