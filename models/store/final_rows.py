"""Undo and redo stop before a final text: what it was made of stays as it was frozen, whoever takes a step back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from sqlalchemy import Connection, Table, select

from models.codes import RevisionKind
from models.errors import KnownError
from models.records import Agreement, Revision
from models.rules.agreement_steps import FINALIZED
from models.store.images import differing
from models.store.recorder import RowChange

_AGREEMENT, _REVISION = cast(Table, Agreement.__table__), cast(Table, Revision.__table__)
_PEOPLE = {"signatory_id", "liaison_id"}
_PARTS = ("agreement_area", "agreement_party", "agreement_variable", "clause")


def refuse_final_rows(connection: Connection, changes: Sequence[RowChange], *, backward: bool) -> None:
    """KnownError agreement_is_final (agreement) where a step would change a text that is final by now.

    A step that itself brings the agreement into another state, makes it or deletes it is let pass: it goes as a whole.
    """
    touched = _touched(changes, _are_people_joined(changes, backward=backward)) - _moving(changes)
    if not touched:
        return
    frozen = select(_REVISION.c.agreement_id).where(_REVISION.c.kind == RevisionKind.FINAL)
    query = select(_AGREEMENT.c.title_zh, _AGREEMENT.c.title_en, _AGREEMENT.c.key).where(
        _AGREEMENT.c.id.in_(sorted(touched)), _AGREEMENT.c.status.in_(FINALIZED), _AGREEMENT.c.id.in_(frozen)
    )
    found = connection.execute(query.order_by(_AGREEMENT.c.id).limit(1)).first()
    if found is not None:
        raise KnownError("agreement_is_final", agreement=next(filter(None, found), ""))


def _are_people_joined(changes: Iterable[RowChange], *, backward: bool) -> bool:
    """Whether the step made one person of two, which is no edit of a text: undoing it makes a person again."""
    return any(change.table == "person" and (change.before if backward else change.after) is None for change in changes)


def _touched(changes: Iterable[RowChange], joined: bool) -> set[int]:
    """The agreements of whose text a part changes; their own rows are compared with what the step left."""
    parts = (
        change
        for change in changes
        if change.table in _PARTS and set(differing(change.before, change.after)) - (_PEOPLE if joined else set())
    )
    return {(change.after or change.before or {})["agreement_id"] for change in parts}


def _moving(changes: Iterable[RowChange]) -> set[int]:
    """The agreements that the step makes, deletes, or brings into another state."""
    states = {"id", "status"}
    own = (change for change in changes if change.table == "agreement")
    return {change.row_id for change in own if states & set(differing(change.before, change.after))}
