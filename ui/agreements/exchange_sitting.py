"""What the user has decided about a draft that came back: kept while the window is open, and through every new look."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.rules.returned_changes import ReturnedChange
from models.snapshots.shapes import Clause
from ui.agreements.exchange_errands import ReadDraft

Key = tuple[str, int, str, str, int, int]


@dataclass(slots=True)
class Sitting:
    """A draft read and what was decided of its changes so far."""

    draft: ReadDraft
    content: bytes
    clauses: tuple[Clause, ...] = ()  # those of the agreement when the file was last held against them
    decisions: dict[Key, bool] = field(default_factory=dict)

    @property
    def changes(self) -> tuple[ReturnedChange, ...]:
        """All changes, in the order of the clauses."""
        return self.draft.returned.changes

    def decide(self, change: ReturnedChange, accepted: bool) -> None:
        """Accept or refuse one; one of which nothing can be taken over is refused."""
        self.decisions[_key(change)] = accepted and not change.gone and not change.only_told

    def decide_all(self, accepted: bool) -> None:
        """Accept or refuse what is still open; what was decided stays."""
        for change in self.changes:
            if _key(change) not in self.decisions:
                self.decide(change, accepted)

    def decided(self, change: ReturnedChange) -> bool | None:
        """What was decided; None for nothing yet."""
        return self.decisions.get(_key(change))

    @property
    def accepted(self) -> tuple[ReturnedChange, ...]:
        """What is to be written."""
        return tuple(change for change in self.changes if self.decided(change))

    @property
    def open(self) -> int:
        """How many are not decided yet."""
        return sum(self.decided(change) is None for change in self.changes)

    def look_again(self, draft: ReadDraft, clauses: tuple[Clause, ...]) -> None:
        """The same file, held against clauses that have changed meanwhile."""
        self.draft, self.clauses = draft, clauses


def _key(change: ReturnedChange) -> Key:
    """The same change after the clauses here were edited."""
    before, into = (one.id if one else 0 for one in (change.before, change.into))
    return (change.kind.value, change.clause_id, change.column, change.new, before, into)
