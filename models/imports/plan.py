"""What an import would do, row by row. Nothing is written before the user has said so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from models.imports.book import Book, Note
from models.imports.tables import Corrections, SlipRow, Understood


class Action(StrEnum):
    """What is proposed for a row."""

    ADD = "add"
    UPDATE = "update"  # somebody on the list already; what differs is written
    SAME = "same"  # nothing new
    DOUBT = "doubt"  # somebody like this is there: the user decides
    REFUSE = "refuse"


_ACTION = attrgetter("action")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that the slip says otherwise. Empty `stored`: only the slip knows it."""

    field: str
    stored: str
    slip: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody the row may be: known to the workspace (`person_id`), on the list (`attendance_id`), or an earlier row.

    `reasons`: why it may be the same person (name_and_phone, name_and_unit, look_alike …). Phones are masked.
    """

    name: str
    unit: str
    title: str
    phone: str
    reasons: tuple[str, ...]
    person_id: int | None = None
    attendance_id: int | None = None
    row_key: int | None = None
    differences: tuple[Difference, ...] = ()
    group_id: int | None = None  # a group on the list, for a row that brings people without names


@dataclass(slots=True)  # nobody changes one: see SlipRow
class PlanRow:
    """A row of the plan; `key` is its place in it.

    `candidate`: the one taken where action is update or same; where it is add, somebody whom the workspace knows and
    who is not on the list yet.
    """

    key: int
    file: str
    slip: SlipRow
    action: Action
    reasons: tuple[Note, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    candidate: Candidate | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user decided for a row: its action, the candidate meant, and which fields keep what is stored."""

    action: Action
    candidate: Candidate | None = None
    keep_stored: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file of the import: as read, as understood, with what was corrected."""

    book: Book
    understood: Understood
    corrections: Corrections = field(default_factory=Corrections)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole plan, over all files. `refused_files`: (name, note) of files that could not be read."""

    meeting_id: int
    files: tuple[ReadFile, ...]
    rows: tuple[PlanRow, ...]
    refused_files: tuple[tuple[str, Note], ...] = ()
    notes: tuple[Note, ...] = ()  # about the whole: a slip that was imported before

    def counts(self, decisions: Mapping[int, Decision] | None = None) -> dict[Action, int]:
        """How many rows each action has, after the user's decisions."""
        found = dict.fromkeys(Action, 0) | Counter(map(_ACTION, self.rows))
        for key, decision in (decisions or {}).items():
            found[self.rows[key].action] -= 1
            found[decision.action] += 1
        return found
