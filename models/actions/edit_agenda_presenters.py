"""Edits who presents an agenda item: attendees, groups without names, units, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from models.actions.edit_agenda import item_of
from models.actions.row_order import number
from models.errors import KnownError, Value
from models.records import AgendaPresenter


@dataclass(frozen=True, slots=True)
class PresenterChoice:
    """Somebody who presents; exactly one of the three is given. `talk_minutes` overrides the item's."""

    attendance_id: int | None = None
    group_id: int | None = None
    organization_id: int | None = None
    talk_minutes: int | None = None

    @property
    def who(self) -> tuple[int | None, int | None, int | None]:
        """Who it is, whatever the minutes."""
        return (self.attendance_id, self.group_id, self.organization_id)


def set_presenters(
    session: Session,
    item_id: int,
    presenters: Sequence[PresenterChoice],
    *,
    expected: Sequence[PresenterChoice] | None = None,
) -> None:
    """Give an item these presenters, in this order; those who stay keep their rows. One who comes twice is taken once.

    KnownError: record_gone; changed_meanwhile where somebody else changed them since they were shown.
    """
    item, wanted = item_of(session, item_id), {choice.who: choice for choice in presenters}
    stored = {choice_of(row).who: row for row in item.presenters}
    now = tuple(choice_of(row) for row in item.presenters)
    if expected is not None and now not in (tuple(expected), tuple(wanted.values())):
        told: dict[str, Value] = {"record": "agenda_item", "number": item_id, "field": "presenters"}
        raise KnownError("changed_meanwhile", **told, now=len(now), typed=len(wanted))
    rows = []
    for who, choice in wanted.items():
        row = stored.get(who) or _new(choice)
        row.talk_minutes = choice.talk_minutes
        rows.append(row)
    number(rows)
    item.presenters[:] = rows
    session.flush()


def choice_of(row: AgendaPresenter) -> PresenterChoice:
    """What a stored presenter is."""
    return PresenterChoice(row.attendance_id, row.group_id, row.organization_id, row.talk_minutes)


def _new(choice: PresenterChoice) -> AgendaPresenter:
    if sum(part is not None for part in choice.who) != 1:
        raise ValueError("a presenter is an attendee, a group or a unit")
    return AgendaPresenter(
        attendance_id=choice.attendance_id, group_id=choice.group_id, organization_id=choice.organization_id
    )
