"""Whom each row of a plan is about, after the user's decisions: somebody new, somebody known, somebody on the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.imports.plan import Action, Candidate, Decision, Difference, ImportPlan, PlanRow
from models.imports.tables import RowKind

WRITING = (Action.ADD, Action.UPDATE, Action.SAME)


@dataclass(frozen=True, slots=True)
class Step:
    """A row to be written; `candidate`: the one it is about, None for somebody new."""

    row: PlanRow
    action: Action
    candidate: Candidate | None
    keep_stored: frozenset[str] = frozenset()

    @property
    def written(self) -> tuple[Difference, ...]:
        """The differences in which the slip wins."""
        if self.candidate is None or self.action is Action.SAME:
            return ()
        return tuple(each for each in self.candidate.differences if each.field not in self.keep_stored)


@dataclass(slots=True, eq=False)
class Target:
    """Somebody (or a group) whom one or several rows are about; the ids are those known before."""

    person_id: int | None = None
    attendance_id: int | None = None
    group_id: int | None = None
    is_group: bool = False
    steps: list[Step] = field(default_factory=list)


def steps_of(plan: ImportPlan, decisions: Mapping[int, Decision]) -> list[Step]:
    """The rows that are written, in order: those decided as decided, the others as proposed, but no doubts."""
    steps = []
    for row in plan.rows:
        decided = decisions.get(row.key)
        action = decided.action if decided else row.action
        if action in WRITING:
            steps.append(_decided(row, decided) if decided else Step(row, action, row.candidate))
    return steps


def _decided(row: PlanRow, decision: Decision) -> Step:
    """An update without somebody named is of the one proposed."""
    candidate = decision.candidate
    if candidate is None and decision.action is not Action.ADD:
        candidate = row.candidate or next(iter(row.candidates), None)
    return Step(row, decision.action, candidate, decision.keep_stored)


def targets_of(steps: list[Step]) -> list[Target]:
    """One target for all rows about the same person, in the order of their first rows."""
    by_row: dict[int, Target] = {}
    known: dict[tuple[str, int | None], Target] = {}
    targets: list[Target] = []
    for step in steps:
        target = _known_target(step, by_row, known)
        if target is None:
            target = Target(is_group=step.row.slip.kind is RowKind.GROUP)
            _name(target, step.candidate, known)
            targets.append(target)
        target.steps.append(step)
        by_row[step.row.key] = target
    return targets


def _known_target(
    step: Step, by_row: Mapping[int, Target], known: Mapping[tuple[str, int | None], Target]
) -> Target | None:
    """The target that an earlier row has, if this one is about the same."""
    candidate = step.candidate
    if candidate is None:
        return None
    if candidate.row_key is not None and candidate.row_key in by_row:
        return by_row[candidate.row_key]
    names = (("attendance", candidate.attendance_id), ("group", candidate.group_id), ("person", candidate.person_id))
    return next((known[name] for name in names if name[1] is not None and name in known), None)


def _name(target: Target, candidate: Candidate | None, known: dict[tuple[str, int | None], Target]) -> None:
    if candidate is None:
        return
    target.person_id, target.attendance_id = candidate.person_id, candidate.attendance_id
    target.group_id = candidate.group_id
    known["attendance", target.attendance_id] = target
    known["group", target.group_id] = target
    known["person", target.person_id] = target
