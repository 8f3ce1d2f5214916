"""What is ticked off before an agreement is signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of
from models.codes import ClauseKind
from models.errors import KnownError
from models.records import Agreement, ChecklistItem, Clause
from models.rules.person_names import is_han
from models.rules.usual_checklist import usual_items


def add_usual_items(session: Session, agreement_id: int) -> int:
    """Add the usual items that the checklist lacks; returns how many. KnownError: record_gone."""
    agreement = _agreement(session, agreement_id)
    kinds: set[ClauseKind] = set(session.scalars(select(Clause.kind).where(Clause.agreement_id == agreement_id)))
    held = {item.key for item in agreement.checklist}
    missing = [item for item in usual_items(agreement.language, kinds) if item.key not in held]
    for item in missing:
        agreement.checklist.append(
            ChecklistItem(
                key=item.key,
                position=_next_position(agreement),
                label_zh=item.label.zh,
                label_en=item.label.en,
            )
        )
    session.flush()
    return len(missing)


def add_checklist_item(session: Session, agreement_id: int, label: str) -> int:
    """Add an item of the office's own; returns its id. KnownError: record_gone, name_needed."""
    agreement, words = _agreement(session, agreement_id), label.strip()
    if not words:
        raise KnownError("name_needed")
    column = "label_zh" if any(map(is_han, words)) else "label_en"
    row = ChecklistItem(position=_next_position(agreement), **{column: words})
    agreement.checklist.append(row)
    session.flush()
    return row.id


def tick_item(session: Session, item_id: int, *, done: bool, by: str = "", on: date | None = None) -> None:
    """Tick an item off, with who did it and when where that is not entered; or take the tick away with both.

    KnownError: record_gone.
    """
    row = _item(session, item_id)
    row.done = done
    row.done_by = (row.done_by or by) if done else ""
    row.done_on = (row.done_on or on) if done else None


def remove_items(session: Session, item_ids: Sequence[int]) -> None:
    """Items less. KnownError: record_gone."""
    for row in [_item(session, item_id) for item_id in item_ids]:
        agreement = _agreement(session, row.agreement_id)  # held, or it is let go of before the list tells it
        agreement.checklist.remove(row)
    session.flush()


def move_items(session: Session, item_ids: Sequence[int], *, before_id: int | None = None) -> None:
    """Put items, in this order, before another (None: at the end). KnownError: record_gone."""
    moved = [_item(session, item_id) for item_id in item_ids]
    if not moved:
        return
    others = [row for row in _agreement(session, moved[0].agreement_id).checklist if row not in moved]
    place = next((n for n, row in enumerate(others) if row.id == before_id), len(others))
    for position, row in enumerate([*others[:place], *moved, *others[place:]]):
        if row.position != position:
            row.position = position
    session.flush()


def _next_position(agreement: Agreement) -> int:
    return max((item.position for item in agreement.checklist), default=-1) + 1


def _agreement(session: Session, agreement_id: int) -> Agreement:
    row = record_of(session, "agreement", agreement_id)
    assert isinstance(row, Agreement)
    return row


def _item(session: Session, item_id: int) -> ChecklistItem:
    row = record_of(session, "checklist_item", item_id)
    assert isinstance(row, ChecklistItem)
    return row
