"""What the pages of a batch change: each call is one undo step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.actions.batch_agreements import BatchCommon, BatchRow
    from models.shared_facts import SharedFact
    from ui.office import Office

Answers = Sequence[tuple["SharedFact", Mapping[str, Any]]]


class BatchChanges:
    """Asks the window's office for changes."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def draft(
        self,
        meeting_id: int,
        template: str,
        common: BatchCommon,
        rows: Sequence[BatchRow],
        done: Callable[[tuple[int, ...]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """All agreements of a table, with whoever is new in it."""

        def work(session: Session) -> tuple[int, ...]:
            from models.actions.batch_agreements import draft_batch

            return draft_batch(session, meeting_id, template, common, rows)

        self._office.change("draft_batch", work, done=done, failed=failed, count=len(rows))

    def fill(self, answers: Answers, done: Callable[[None], None], failed: Callable[[Exception], None]) -> None:
        """Facts that texts lack, each at all its places."""
        given = [(fact.places, values) for fact, values in answers]

        def work(session: Session) -> None:
            from models.actions.fill_shared_facts import fill_shared_facts

            fill_shared_facts(session, given)

        variables = ", ".join(dict.fromkeys(fact.name for fact, _values in answers))
        count = len({number for fact, _values in answers for number, _place in fact.places})
        self._office.change("fill_facts", work, done=done, failed=failed, variables=variables, count=count)
