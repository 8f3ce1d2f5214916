"""An import under way, as the user has it: what is read, set right and decided. Nothing of it is written yet. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from models.imports.plan import Action, Candidate, Decision, ImportPlan, PlanRow
from models.imports.tables import Corrections, FoundTable, RowKind
from ui.slips.sources import Source

if TYPE_CHECKING:
    from models.imports.known_people import KnownPeople

RowPlace = tuple[str, str, int, int]  # file, sheet, row, part: stays when the plan is made anew
WRITTEN = (Action.ADD, Action.UPDATE)


@dataclass
class Sitting:
    """`take` shows it a new plan; decisions whose rows are still there stay."""

    meeting_id: int
    clipboard_name: str = ""  # what is copied is called so, whatever language is spoken later
    sources: tuple[Source, ...] = ()
    passwords: tuple[str, ...] = ()
    corrections: dict[str, Corrections] = field(default_factory=dict)
    plan: ImportPlan | None = None
    paths: Mapping[str, str] = field(default_factory=dict)
    known: KnownPeople | None = None  # what the plan was made against
    outdated: bool = False  # what was to be written no longer fitted: the plan is made anew
    decided: dict[RowPlace, Decision] = field(default_factory=dict)
    _parts: Counter[tuple[str, str, int]] | None = None  # how many people each row names
    _meant: dict[RowPlace, RowPlace] = field(default_factory=dict)  # decisions for an earlier row of the plan

    @property
    def has_work(self) -> bool:
        """Whether somebody has decided or set right anything."""
        return bool(self.decided or any(made != Corrections() for made in self.corrections.values()))

    def add(self, sources: Iterable[Source]) -> None:
        """Read these as well."""
        self.sources = tuple(dict.fromkeys((*self.sources, *sources)))

    def take(self, plan: ImportPlan, paths: Mapping[str, str], known: KnownPeople | None = None) -> None:
        """Another plan of the same slips, or of more, or against what is known by now."""
        places = {place_of(row): row for row in plan.rows}
        before = {place_of(row): row for row in self.plan.rows} if self.plan and self.decided else {}
        kept: dict[RowPlace, Decision] = {}
        for place, decision in self.decided.items():
            row = places.get(place)
            meant = places.get(self._meant.get(place, place))
            found = self._again(decision, row, meant, before.get(place)) if row else None
            if found is not None:
                kept[place] = found
        self.plan, self.paths, self.decided, self.known = plan, paths, kept, known
        self._parts = None
        self._meant = {place: meant for place, meant in self._meant.items() if place in kept}

    def _again(
        self, decision: Decision, row: PlanRow, meant: PlanRow | None, before: PlanRow | None
    ) -> Decision | None:
        """The decision with the same candidate as the new plan has it; None where it is gone.

        Who was to be new is asked about again where somebody is found by now whom nobody had seen.
        """
        if decision.candidate is None:
            unseen = decision.action is Action.ADD and before is not None and _found_since(row, before)
            return None if unseen else decision
        candidate = same_candidate(decision.candidate, row, meant)
        return None if candidate is None else replace(decision, candidate=candidate)

    # decisions
    def action_of(self, row: PlanRow) -> Action:
        """What will become of a row."""
        decision = self._decision_of(row)
        return decision.action if decision else row.action

    def candidate_of(self, row: PlanRow) -> Candidate | None:
        """Who the row is taken for."""
        decision = self._decision_of(row)
        return decision.candidate if decision else row.candidate

    def _decision_of(self, row: PlanRow) -> Decision | None:
        """Asked for each of ten thousand rows, of which few are decided."""
        return self.decided.get(place_of(row)) if self.decided else None

    def is_decided(self, row: PlanRow) -> bool:
        """Whether somebody decided about a row."""
        return self._decision_of(row) is not None

    def kept_fields(self, row: PlanRow) -> frozenset[str]:
        """The fields that keep what is stored."""
        decision = self.decided.get(place_of(row))
        return decision.keep_stored if decision else frozenset()

    def decide(self, row: PlanRow, action: Action, candidate: Candidate | None = None) -> None:
        """Let a row become this; a row that cannot be read as anybody stays out."""
        if not may_decide(row):
            return
        place = place_of(row)
        if action is row.action and candidate == row.candidate:
            self.decided.pop(place, None)  # as proposed
        else:
            kept = self.kept_fields(row) if candidate == self.candidate_of(row) else frozenset()
            self._set(place, Decision(action, candidate, kept))

    def keep_stored(self, row: PlanRow, name: str, *, keep: bool) -> None:
        """Let a field keep what is stored, or take what the slip says."""
        kept, candidate = self.kept_fields(row), self.candidate_of(row)
        wanted = kept | {name} if keep else kept - {name}
        if candidate is not None:
            self._set(place_of(row), Decision(action_with(candidate), candidate, wanted))

    def _set(self, place: RowPlace, decision: Decision) -> None:
        self.decided[place] = decision
        earlier = decision.candidate.row_key if decision.candidate else None
        if earlier is not None and self.plan is not None:
            self._meant[place] = place_of(self.plan.rows[earlier])

    def decisions(self) -> dict[int, Decision]:
        """What was decided, by the keys of the plan."""
        rows = self.plan.rows if self.plan and self.decided else ()
        return {row.key: self.decided[place_of(row)] for row in rows if place_of(row) in self.decided}

    def counts(self) -> dict[Action, int]:
        """How many rows become what."""
        return self.plan.counts(self.decisions()) if self.plan else dict.fromkeys(Action, 0)

    def written(self) -> tuple[int, int]:
        """How many people, and how many groups without names, would be written."""
        rows = [row for row in self.plan.rows if self.action_of(row) in WRITTEN] if self.plan else []
        groups = sum(row.slip.kind is RowKind.GROUP for row in rows)
        return (len(rows) - groups, groups)

    # corrections
    def correct_column(self, file: str, sheet: str, column: int, meaning: str) -> None:
        """Let a column mean this; "" leaves it out."""
        made = self._made(file)
        self.corrections[file] = replace(made, columns={**made.columns, (sheet, column): meaning})

    def correct_header(self, file: str, sheet: str, rows: tuple[int, ...]) -> None:
        """Let these rows be the header of a sheet; none: there is no table on it."""
        made = self._made(file)
        columns = {place: meaning for place, meaning in made.columns.items() if place[0] != sheet}
        self.corrections[file] = replace(made, columns=columns, headers={**made.headers, sheet: rows})

    def forget_corrections(self, file: str, sheet: str) -> None:
        """Understand a sheet by itself again."""
        made = self._made(file)
        columns = {place: meaning for place, meaning in made.columns.items() if place[0] != sheet}
        headers = {name: rows for name, rows in made.headers.items() if name != sheet}
        self.corrections[file] = replace(made, columns=columns, headers=headers)

    def is_corrected(self, file: str, sheet: str) -> bool:
        """Whether anything on a sheet was set right."""
        made = self._made(file)
        return sheet in made.headers or any(place[0] == sheet for place in made.columns)

    def use_sheet(self, file: str, sheet: str, *, use: bool) -> None:
        """Read a sheet, a hidden one too, or leave it out."""
        made = self._made(file)
        skipped, included = made.skipped_sheets - {sheet}, made.included_sheets - {sheet}
        if use:
            included |= {sheet}
        else:
            skipped |= {sheet}
        self.corrections[file] = replace(made, skipped_sheets=skipped, included_sheets=included)

    def is_used(self, file: str, sheet: str, *, hidden: bool) -> bool:
        """Whether a sheet is read."""
        made = self._made(file)
        return sheet in made.included_sheets or not (hidden or sheet in made.skipped_sheets)

    def keep_together(self, row: PlanRow, *, together: bool) -> None:
        """Leave the names of a cell in one entry, or split them."""
        made, place = self._made(row.file), (row.slip.sheet, row.slip.row)
        kept = made.keep_together | {place} if together else made.keep_together - {place}
        self.corrections[row.file] = replace(made, keep_together=kept)

    def is_together(self, row: PlanRow) -> bool:
        """Whether a cell of several people was left whole."""
        return (row.slip.sheet, row.slip.row) in self._made(row.file).keep_together

    def _made(self, file: str) -> Corrections:
        return self.corrections.get(file, Corrections())

    # what was understood
    def table_of(self, row: PlanRow) -> FoundTable | None:
        """The table a row stands in."""
        for file in self.plan.files if self.plan else ():
            if file.book.name == row.file:
                return next((table for table in file.understood.tables if _holds(table, row)), None)
        return None

    def is_split(self, row: PlanRow) -> bool:
        """Whether the row is one of several people in one cell."""
        if self._parts is None:
            rows = self.plan.rows if self.plan else ()
            self._parts = Counter(place[:3] for place in {place_of(one) for one in rows})
        return self._parts[place_of(row)[:3]] > 1


def _holds(table: FoundTable, row: PlanRow) -> bool:
    return table.sheet == row.slip.sheet and table.first_row <= row.slip.row <= table.last_row


def place_of(row: PlanRow) -> RowPlace:
    """Where a row of the plan comes from."""
    return (row.file, row.slip.sheet, row.slip.row, row.slip.part)


def may_decide(row: PlanRow) -> bool:
    """Whether there is anything to decide: nobody can be made of a row that names nobody."""
    return row.slip.kind is not RowKind.REFUSED


def same_candidate(candidate: Candidate, row: PlanRow, meant: PlanRow | None) -> Candidate | None:
    """The candidate as a new plan of the row has it; `meant` is the earlier row it stands for."""
    if candidate.row_key is not None and not any(_who(candidate)):
        return next((one for one in candidates_of(row) if meant is not None and one.row_key == meant.key), None)
    return next((one for one in candidates_of(row) if _who(one) == _who(candidate)), None)


def candidates_of(row: PlanRow) -> tuple[Candidate, ...]:
    """Whom a row may mean: the one it was taken for, then those in doubt."""
    first = (row.candidate,) if row.candidate is not None else ()
    return tuple(dict.fromkeys((*first, *row.candidates)))


def _found_since(row: PlanRow, before: PlanRow) -> bool:
    """Whether the row may mean somebody known whom it was not compared with before."""
    seen = {_who(one) for one in candidates_of(before)}
    return any(_who(one) not in seen for one in candidates_of(row) if any(_who(one)))


def action_with(candidate: Candidate) -> Action:
    """What a row becomes that means this one: somebody who is not on the list yet is put on it."""
    listed = candidate.attendance_id is not None or candidate.group_id is not None
    return Action.UPDATE if listed or candidate.row_key is not None else Action.ADD


def _who(candidate: Candidate) -> tuple[int | None, ...]:
    return (candidate.person_id, candidate.attendance_id, candidate.group_id)
