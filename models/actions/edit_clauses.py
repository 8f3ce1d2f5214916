"""Edits the clauses of an agreement: text, order, level, and the references between them, which follow.

All of it raises KnownError agreement_is_final (agreement) where the text is final.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of, set_fields
from models.actions.final_text import refuse_final_id
from models.codes import ClauseKind
from models.errors import KnownError
from models.records import Clause
from models.rules.clause_text import KEY, condition_referring_to, condition_refers, references, referring_to
from models.rules.template_text import holds
from models.snapshots.order import children_of

DEEPEST = 3  # 第一条 （一） 1.
_TEXTS = ("heading_zh", "heading_en", "body_zh", "body_en")
_ALONE = (ClauseKind.RECITALS, ClauseKind.ANNEX)  # nothing prints below them


@dataclass(frozen=True, slots=True)
class NewClause:
    """A clause to be added, with those below it."""

    kind: ClauseKind = ClauseKind.ARTICLE
    key: str = ""
    condition: str = ""
    heading_zh: str = ""
    heading_en: str = ""
    body_zh: str = ""
    body_en: str = ""
    library_clause: str = ""
    items: tuple[NewClause, ...] = ()


def edit_clause_text(
    session: Session, clause_id: int, values: Mapping[str, str], *, expected: Mapping[str, str] | None = None
) -> None:
    """New words for a heading or a body. A text that cannot be read is stored all the same: the checks tell.

    KnownError: record_gone, changed_meanwhile.
    """
    unknown = set(values) - set(_TEXTS)
    if unknown:
        raise ValueError(f"no text of a clause: {sorted(unknown)}")
    set_fields(session, "clause", clause_id, values, expected=expected)


def set_condition(session: Session, clause_id: int, condition: str) -> None:
    """When the clause stands (“party_c and not bilingual”), always for an empty one.

    KnownError: template_error, template_not_allowed, template_too_large.
    """
    holds(condition, {})
    set_fields(session, "clause", clause_id, {"condition": condition})


def add_clauses(
    session: Session,
    agreement_id: int,
    clauses: Sequence[NewClause],
    *,
    parent_id: int | None = None,
    after_id: int | None = None,
) -> tuple[int, ...]:
    """Add clauses behind a sibling (behind the recitals and articles where none is named); returns their ids.

    Keys that are taken get a number, and references among the new clauses follow. KnownError: record_gone,
    clause_too_deep (most).
    """
    tree = _Tree(session, agreement_id)
    if parent_id is not None and tree.depth(parent_id) + 1 >= DEEPEST:
        raise KnownError("clause_too_deep", most=DEEPEST)
    renamed = _free_keys(tree.taken_keys(), [one.key for clause in clauses for one in _each_new(clause) if one.key])
    siblings = tree.below(parent_id)
    place = _place_behind(siblings, after_id)
    added = []
    for number, clause in enumerate(clauses):
        row = _store(session, agreement_id, clause, parent_id, renamed)
        siblings.insert(place + number, row)
        added.append(row.id)
    _number(siblings)
    session.flush()
    return tuple(added)


def move_clauses(
    session: Session, clause_ids: Sequence[int], *, parent_id: int | None, before_id: int | None = None
) -> None:
    """Put clauses, in this order, below a parent (None: at the top) before a sibling (None: at the end).

    Numbers and references follow by themselves. KnownError: record_gone, clause_too_deep, clause_below_itself.
    """
    rows = [_clause(session, clause_id) for clause_id in clause_ids]
    if not rows:
        return
    tree = _Tree(session, rows[0].agreement_id)
    inside = {below.id for row in rows for below in tree.with_below(row)}
    if parent_id in inside or before_id in inside:
        raise KnownError("clause_below_itself")
    _refuse_too_deep(tree, rows, parent_id)
    before = tree.below(parent_id)
    siblings = [row for row in before if row.id not in inside]
    place = next((n for n, row in enumerate(siblings) if row.id == before_id), len(siblings))
    for row in rows:
        row.parent_id = parent_id
        row.kind = _kind_below(row.kind, parent_id)
    _number([*siblings[:place], *rows, *siblings[place:]])
    session.flush()


def indent_clause(session: Session, clause_id: int) -> None:
    """Make a clause the last item of the one before it; nothing where there is none that may have items."""
    row = _clause(session, clause_id)
    siblings = _Tree(session, row.agreement_id).below(row.parent_id)
    place = siblings.index(row)
    if place == 0 or row.kind in _ALONE or siblings[place - 1].kind in _ALONE:
        return
    move_clauses(session, [clause_id], parent_id=siblings[place - 1].id)


def outdent_clause(session: Session, clause_id: int) -> None:
    """Put an item behind the clause it lies below, on the same level."""
    row = _clause(session, clause_id)
    if row.parent_id is None:
        return
    parent = _clause(session, row.parent_id)
    siblings = _Tree(session, row.agreement_id).below(parent.parent_id)
    after = siblings.index(parent) + 1
    before_id = siblings[after].id if after < len(siblings) else None
    move_clauses(session, [clause_id], parent_id=parent.parent_id, before_id=before_id)


def delete_clauses(session: Session, clause_ids: Sequence[int]) -> None:
    """Delete clauses with all below them.

    KnownError: record_gone; clause_referred_to (clause, by) where a clause that stays names the number of one of them.
    """
    rows = [_clause(session, clause_id) for clause_id in clause_ids]
    if not rows:
        return
    tree = _Tree(session, rows[0].agreement_id)
    gone = {below.id: below for row in rows for below in tree.with_below(row)}
    for row in gone.values():
        users = [user for user in clauses_referring_to(session, row.id) if user.id not in gone]
        if users:
            raise KnownError("clause_referred_to", clause=_name(row), by="、".join(_name(user) for user in users))
    for row in reversed(list(gone.values())):
        session.delete(row)
    session.flush()


def rename_clause_key(session: Session, clause_id: int, key: str) -> None:
    """Another name for a clause; every reference to it follows.

    KnownError: record_gone, clause_key_invalid (key), clause_key_taken (key).
    """
    row = _clause(session, clause_id)
    if key == row.key:
        return
    if key and not KEY.fullmatch(key):
        raise KnownError("clause_key_invalid", key=key)
    tree = _Tree(session, row.agreement_id)
    if key in tree.taken_keys():
        raise KnownError("clause_key_taken", key=key)
    users = clauses_referring_to(session, clause_id)
    if not key and users:
        raise KnownError("clause_referred_to", clause=_name(row), by="、".join(_name(user) for user in users))
    for user in users:
        for column in _TEXTS:
            setattr(user, column, referring_to(getattr(user, column), row.key, key))
        user.condition = condition_referring_to(user.condition, row.key, key)
    row.key = key
    session.flush()


def clauses_referring_to(session: Session, clause_id: int) -> tuple[Clause, ...]:
    """The clauses of the agreement that name the number of this one, itself left out."""
    row = _clause(session, clause_id)
    return tuple(
        other
        for other in _Tree(session, row.agreement_id, to_change=False).rows
        if row.key and other is not row and _refers(other, row.key)
    )


class _Tree:
    """The clauses of one agreement as they are now; `to_change` refuses those of a final text."""

    def __init__(self, session: Session, agreement_id: int, *, to_change: bool = True) -> None:
        record_of(session, "agreement", agreement_id)
        if to_change:
            refuse_final_id(session, agreement_id)
        session.flush()
        query = select(Clause).where(Clause.agreement_id == agreement_id).order_by(Clause.position, Clause.id)
        self.rows: list[Clause] = list(session.scalars(query))
        self._top, self._below = children_of(self.rows)

    def below(self, parent_id: int | None) -> list[Clause]:
        """The clauses directly below one, in order."""
        return list(self._top if parent_id is None else self._below.get(parent_id, []))

    def with_below(self, row: Clause) -> Iterator[Clause]:
        """A clause and all below it."""
        yield row
        for child in self.below(row.id):
            yield from self.with_below(child)

    def height(self, row: Clause) -> int:
        """How many levels a clause takes, itself included."""
        return 1 + max((self.height(child) for child in self.below(row.id)), default=0)

    def depth(self, clause_id: int) -> int:
        """The level of a clause, 0 at the top."""
        parents = {child.id: parent for parent, children in self._below.items() for child in children}
        depth = 0
        while clause_id in parents:
            clause_id, depth = parents[clause_id], depth + 1
        return depth

    def taken_keys(self) -> set[str]:
        """The keys in use."""
        return {row.key for row in self.rows if row.key}


def _clause(session: Session, clause_id: int) -> Clause:
    row = record_of(session, "clause", clause_id)
    assert isinstance(row, Clause)
    return row


def _refuse_too_deep(tree: _Tree, rows: Sequence[Clause], parent_id: int | None) -> None:
    if parent_id is None:
        return
    above = next((row for row in tree.rows if row.id == parent_id), None)
    below = tree.depth(parent_id) + 1
    alone = above is None or above.kind in _ALONE or any(row.kind in _ALONE for row in rows)
    if alone or any(below + tree.height(row) > DEEPEST for row in rows):
        raise KnownError("clause_too_deep", most=DEEPEST)


def _kind_below(kind: ClauseKind, parent_id: int | None) -> ClauseKind:
    if parent_id is not None:
        return ClauseKind.ITEM
    return ClauseKind.ARTICLE if kind is ClauseKind.ITEM else kind


def _place_behind(siblings: Sequence[Clause], after_id: int | None) -> int:
    if after_id is None:
        return next((n for n, row in enumerate(siblings) if row.kind is ClauseKind.ANNEX), len(siblings))
    return next((n + 1 for n, row in enumerate(siblings) if row.id == after_id), len(siblings))


def _number(siblings: Sequence[Clause]) -> None:
    for place, row in enumerate(siblings):
        if row.position != place:
            row.position = place


def _each_new(clause: NewClause) -> Iterator[NewClause]:
    yield clause
    for item in clause.items:
        yield from _each_new(item)


def _free_keys(taken: set[str], keys: Sequence[str]) -> dict[str, str]:
    """For each new key one that is free: itself, or with a number behind it."""
    used, found = set(taken), {}
    for key in keys:
        stem = re.sub(r"_\d+$", "", key)
        candidates = (key, *(f"{stem}_{number}" for number in range(2, len(used) + len(keys) + 3)))
        found[key] = next(one for one in candidates if one not in used)
        used.add(found[key])
    return found


def _store(
    session: Session, agreement_id: int, clause: NewClause, parent_id: int | None, renamed: Mapping[str, str]
) -> Clause:
    kind = _kind_below(clause.kind, parent_id)
    texts: dict[str, Any] = {name: _following(getattr(clause, name), renamed) for name in _TEXTS}
    row = Clause(
        agreement_id=agreement_id,
        parent_id=parent_id,
        position=0,
        kind=kind,
        key=renamed.get(clause.key, clause.key),
        condition=_condition_following(clause.condition, renamed),
        library_clause=clause.library_clause,
        **texts,
    )
    session.add(row)
    session.flush()
    for place, item in enumerate(clause.items):
        _store(session, agreement_id, item, row.id, renamed).position = place
    return row


def _following(text: str, renamed: Mapping[str, str]) -> str:
    for key in references(text):
        if renamed.get(key, key) != key:
            text = referring_to(text, key, renamed[key])
    return text


def _condition_following(condition: str, renamed: Mapping[str, str]) -> str:
    for key, new in reversed(tuple(renamed.items())):  # term_2 before term, which may become term_2
        condition = condition_referring_to(condition, key, new) if new != key else condition
    return condition


def _refers(row: Clause, key: str) -> bool:
    return condition_refers(row.condition, key) or any(key in references(getattr(row, name)) for name in _TEXTS)


def _name(row: Clause) -> str:
    return row.heading_zh or row.heading_en or row.key or str(row.id)
