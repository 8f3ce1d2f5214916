"""Takes over what was accepted of a draft that the other side sent back, and keeps the file as it came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_clauses import NewClause, add_clauses, delete_clauses, edit_clause_text, move_clauses
from models.actions.final_text import refuse_final
from models.actions.revisions import agreement_of, keep_revision
from models.agreement_assembly import Assembled
from models.codes import ClauseKind, KeptFileKind, RevisionKind
from models.errors import KnownError
from models.records import Agreement, Clause
from models.rules.returned_changes import ReturnedChange, ReturnedKind
from models.rules.typed_numbers import mark_of
from models.store.kept_files import store

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LONGEST_HEADING = {"zh": 40, "en": 100}  # characters; a longer first line is the text of a clause without heading
_SENTENCE_ENDS = "。；;：:.，,！？!?"


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A file that came back."""

    name: str
    content: bytes


def keep_sent(
    session: Session, agreement_id: int, assembled: Assembled, number: int, *, author: str, at: datetime, to: str = ""
) -> int:
    """Keep the draft that goes out as revision `number`, which its file names; `to`: whom it is sent to.

    KnownError: record_gone, agreement_is_final, draft_overtaken where another revision was made since.
    """
    agreement = _open(session, agreement_id)
    kind = RevisionKind.SENT
    kept = keep_revision(session, agreement_id, assembled, kind=kind, author=author, at=at, name=to.strip())
    if kept != number:
        raise KnownError("draft_overtaken", agreement=_title(agreement))
    return kept


def accept_changes(
    session: Session, agreement_id: int, accepted: Sequence[ReturnedChange], *, file: ReturnedFile | None = None
) -> None:
    """Write what was accepted; fields stay expressions. The file is kept, also where nothing was accepted.

    KnownError: record_gone, agreement_is_final, changed_meanwhile, clause_referred_to, clause_too_deep, and those of
    `store`.
    """
    agreement = _open(session, agreement_id)
    for change in _of(accepted, ReturnedKind.REWORDED):
        expected = {change.column: change.stored}
        edit_clause_text(session, change.clause_id, {change.column: change.source}, expected=expected)
    paths: dict[int, list[int]] = {}
    for change in _of(accepted, ReturnedKind.ADDED):
        _add(session, agreement_id, change, paths)
    for change in reversed(list(_of(accepted, ReturnedKind.MOVED))):
        _move(session, change)
    deleted = [change.clause_id for change in _of(accepted, ReturnedKind.DELETED)]
    delete_clauses(session, deleted)
    if file is not None:
        kind, owner = KeptFileKind.RETURNED, agreement.meeting_id
        store(
            session,
            name=file.name,
            content=file.content,
            kind=kind,
            meeting_id=owner,
            agreement_id=agreement_id,
            media_type=WORD,
        )


def keep_accepted(
    session: Session, agreement_id: int, assembled: Assembled, *, author: str, at: datetime, name: str, note: str = ""
) -> int:
    """Keep the text with what was accepted as a revision. `name`: of the file that came back."""
    kind = RevisionKind.RETURNED
    return keep_revision(session, agreement_id, assembled, kind=kind, author=author, at=at, name=name, note=note)


def _open(session: Session, agreement_id: int) -> Agreement:
    """The agreement, as long as its text may be changed."""
    agreement = agreement_of(session, agreement_id)
    refuse_final(session, agreement)
    return agreement


def _title(agreement: Agreement) -> str:
    return agreement.title_zh or agreement.title_en or agreement.key


def _of(changes: Iterable[ReturnedChange], kind: ReturnedKind) -> Iterable[ReturnedChange]:
    return (change for change in changes if change.kind is kind)


def _add(session: Session, agreement_id: int, change: ReturnedChange, paths: dict[int, list[int]]) -> None:
    """A clause behind the one it stands behind in the paper, or below it; several in the order in which they stand.

    `paths`: by the clause behind which they stand, the last that was added there and those above it, from the top down.
    """
    path = paths.setdefault(change.clause_id, _above(session, change.clause_id))
    level = min(change.level, len(path))
    parent_id = path[level - 1] if level else None
    after_id = path[level] if level < len(path) else None
    (added,) = add_clauses(session, agreement_id, [new_clause(change)], parent_id=parent_id, after_id=after_id)
    if after_id is None and parent_id is not None:
        _put_first(session, added, parent_id)
    paths[change.clause_id] = [*path[:level], added]


def _put_first(session: Session, clause_id: int, parent_id: int) -> None:
    """Before what stood below its parent: it came right behind the parent's own text."""
    query = select(Clause.id).where(Clause.parent_id == parent_id, Clause.id != clause_id)
    first = session.scalars(query.order_by(Clause.position, Clause.id).limit(1)).first()
    if first is not None:
        move_clauses(session, [clause_id], parent_id=parent_id, before_id=first)


def new_clause(change: ReturnedChange) -> NewClause:
    """The clause that added paragraphs make: a short first line without a stop at its end is its heading."""
    kind = ClauseKind.ITEM if change.level else ClauseKind.ARTICLE
    if change.column.endswith("_en"):
        heading, body = _taken_apart(change.source, change.level, "en")
        return NewClause(kind=kind, heading_en=heading, body_en=body)
    heading, body = _taken_apart(change.source, change.level, "zh")
    heading_en, body_en = _taken_apart(change.source_en, change.level, "en")
    return NewClause(kind=kind, heading_zh=heading, body_zh=body, heading_en=heading_en, body_en=body_en)


def _taken_apart(source: str, level: int, language: str) -> tuple[str, str]:
    """Heading and body."""
    first, _, rest = source.partition("\n")
    first = mark_of(first)[1].strip()
    is_short = len(first) <= _LONGEST_HEADING[language] and first[-1:] not in _SENTENCE_ENDS
    is_heading = is_short and bool(rest or not level)
    return (first, rest) if is_heading else ("", f"{first}\n{rest}".strip())


def _above(session: Session, clause_id: int) -> list[int]:
    """The clause and those above it, the highest first. KnownError: record_gone."""
    found: list[int] = []
    wanted: int | None = clause_id
    while wanted is not None and wanted not in found:
        row = session.get(Clause, wanted)
        if row is None:
            raise KnownError("record_gone", record="clause", number=wanted)
        found.insert(0, row.id)
        wanted = row.parent_id
    return found


def _move(session: Session, change: ReturnedChange) -> None:
    """Before the clause that it now stands before, as far as that is still among its neighbors."""
    row = session.get(Clause, change.clause_id)
    if row is None:
        raise KnownError("record_gone", record="clause", number=change.clause_id)
    into = change.into.id if change.into else row.parent_id
    if into is not None and session.get(Clause, into) is None:
        raise KnownError("record_gone", record="clause", number=into)
    before = session.get(Clause, change.before.id) if change.before else None
    beside = before is not None and before.parent_id == into
    move_clauses(session, [row.id], parent_id=into, before_id=before.id if before is not None and beside else None)
