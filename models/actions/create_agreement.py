"""Creates, duplicates, orders and deletes agreements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from models.actions.draft_agreement import draft_agreement
from models.actions.edit_record import FIXED, record_of
from models.actions.final_text import refuse_final
from models.codes import AgreementLanguage, AgreementMark, AgreementStatus, AgreementTier
from models.errors import KnownError
from models.records import (
    Agreement,
    AgreementArea,
    AgreementParty,
    AgreementVariable,
    Base,
    Clause,
    Record,
    Revision,
    RoundAgreement,
    RoundPerson,
)
from models.template_library import find_template

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD = re.compile(r"[a-z0-9]+")
LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class NewParty:
    """A party of a new agreement."""

    organization_id: int | None = None
    signatory_id: int | None = None
    capacity_zh: str = ""
    capacity_en: str = ""
    is_witness: bool = False


def propose_key(taken: Iterable[str], template: str, names: Sequence[str] = ()) -> str:
    """A free key from what tells the agreement apart: the template and an English name (“school-enterprise-hesui”)."""
    words = [_WORD.findall(text.lower()) for text in (template or "agreement", *names[:1])]
    stem = "-".join([*words[0], *(words[1][:2] if len(words) > 1 else ())])[:LONGEST_KEY].strip("-") or "agreement"
    used = set(taken)
    return (
        stem if stem not in used else next(f"{stem}-{n}" for n in range(2, len(used) + 3) if f"{stem}-{n}" not in used)
    )


def create_agreement(
    session: Session,
    meeting_id: int,
    *,
    key: str,
    template: str = "",
    parties: Sequence[NewParty] = (),
    language: AgreementLanguage = AgreementLanguage.ZH,
    title_zh: str = "",
    title_en: str = "",
) -> int:
    """Add an agreement at the end, with the template's clauses where one is named; returns its id.

    KnownError: agreement_key_invalid (key), agreement_key_taken (key), unknown_template, record_gone.
    """
    record_of(session, "meeting", meeting_id)
    _refuse_key(session, meeting_id, key)
    agreement = Agreement(meeting_id=meeting_id, position=_next_position(session, meeting_id), key=key)
    agreement.template, agreement.language = template, language
    agreement.tier = find_template(session, template).tier if template else AgreementTier.PROJECT
    agreement.title_zh, agreement.title_en = title_zh.strip(), title_en.strip()
    session.add(agreement)
    session.flush()
    session.add_all(_party(agreement.id, place, party) for place, party in enumerate(parties))
    if template:
        draft_agreement(session, agreement.id)
    session.flush()
    return agreement.id


def rename_agreement_key(session: Session, agreement_id: int, key: str) -> None:
    """Another key. KnownError: record_gone, agreement_key_invalid, agreement_key_taken."""
    agreement = _agreement(session, agreement_id)
    if key != agreement.key:
        refuse_final(session, agreement)
        _refuse_key(session, agreement.meeting_id, key)
        agreement.key = key


def duplicate_agreement(session: Session, agreement_id: int) -> int:
    """A copy behind the original, a draft without number and date; returns its id. KnownError: record_gone."""
    original = _agreement(session, agreement_id)
    session.flush()
    others = _agreements(session, original.meeting_id)
    changed = {
        "key": propose_key((other.key for other in others), original.key),
        "status": AgreementStatus.DRAFT,
        "mark": AgreementMark.NONE,
        "archive_number": "",
        "archived_on": None,
        "number": "",
        "signed_on": None,
        "position": original.position + 1,
    }
    copy: Agreement = _copied(session, original, meeting_id=original.meeting_id, **changed)
    for child in (AgreementParty, AgreementArea, AgreementVariable, Base):
        for row in session.scalars(_rows_of(child, agreement_id)):
            _copied(session, row, agreement_id=copy.id)
    _copy_clauses(session, agreement_id, copy.id)
    place = others.index(original) + 1
    _number([*others[:place], copy, *others[place:]])
    session.flush()
    return copy.id


def delete_agreements(session: Session, agreement_ids: Sequence[int]) -> None:
    """Delete agreements with all they hold, and take them out of the signing rounds.

    KnownError: record_gone, agreement_has_revisions (agreement) where a text was frozen, record_in_use (by the ledger).
    """
    for agreement_id in agreement_ids:
        agreement = _agreement(session, agreement_id)
        if session.scalars(select(Revision.id).where(Revision.agreement_id == agreement_id).limit(1)).first():
            raise KnownError(
                "agreement_has_revisions", agreement=agreement.title_zh or agreement.title_en or agreement.key
            )
        _let_go(session, agreement_id)
        for clause in session.scalars(_rows_of(Clause, agreement_id)):
            session.delete(clause)
        session.flush()
        session.expire(agreement, ["clauses"])
        session.delete(agreement)
    session.flush()


def move_agreements(session: Session, agreement_ids: Sequence[int], *, before_id: int | None = None) -> None:
    """Put agreements, in this order, before another (None: at the end): the order of signing."""
    rows = [_agreement(session, agreement_id) for agreement_id in agreement_ids]
    if not rows:
        return
    others = [row for row in _agreements(session, rows[0].meeting_id) if row not in rows]
    place = next((n for n, row in enumerate(others) if row.id == before_id), len(others))
    _number([*others[:place], *rows, *others[place:]])
    session.flush()


def _let_go(session: Session, agreement_id: int) -> None:
    """A base stays with its meeting or cooperation; rounds lose the agreement, their people stay."""
    for round_agreement in session.scalars(_rows_of(RoundAgreement, agreement_id)):
        session.delete(round_agreement)
    for person in session.scalars(_rows_of(RoundPerson, agreement_id)):
        person.agreement_id = None
    for base in session.scalars(_rows_of(Base, agreement_id)):
        if base.meeting_id is None and base.cooperation_id is None:
            session.delete(base)
        else:
            base.agreement_id = None
    session.flush()


def _agreement(session: Session, agreement_id: int) -> Agreement:
    row = record_of(session, "agreement", agreement_id)
    assert isinstance(row, Agreement)
    return row


def _agreements(session: Session, meeting_id: int) -> list[Agreement]:
    query = select(Agreement).where(Agreement.meeting_id == meeting_id).order_by(Agreement.position, Agreement.id)
    return list(session.scalars(query))


def _rows_of(kind: Any, agreement_id: int) -> Any:
    return select(kind).where(kind.agreement_id == agreement_id).order_by(kind.position, kind.id)


def refuse_bad_key(key: str) -> None:
    """KnownError: agreement_key_invalid (key)."""
    if not _KEY.fullmatch(key) or len(key) > LONGEST_KEY + 10:
        raise KnownError("agreement_key_invalid", key=key)


def _refuse_key(session: Session, meeting_id: int, key: str) -> None:
    refuse_bad_key(key)
    if any(agreement.key == key for agreement in _agreements(session, meeting_id)):
        raise KnownError("agreement_key_taken", key=key)


def _next_position(session: Session, meeting_id: int) -> int:
    return max((agreement.position for agreement in _agreements(session, meeting_id)), default=-1) + 1


def _number(rows: Sequence[Agreement]) -> None:
    for place, row in enumerate(rows):
        if row.position != place:
            row.position = place


def _party(agreement_id: int, place: int, party: NewParty) -> AgreementParty:
    return AgreementParty(
        agreement_id=agreement_id,
        position=place,
        organization_id=party.organization_id,
        signatory_id=party.signatory_id,
        capacity_zh=party.capacity_zh,
        capacity_en=party.capacity_en,
        is_witness=party.is_witness,
    )


def _copied(session: Session, row: Record, **changed: Any) -> Any:
    """Another row with the same columns, some of them changed."""
    columns = [column.key for column in inspect(type(row)).columns if column.key not in FIXED]
    copy = type(row)(**({name: getattr(row, name) for name in columns} | changed))
    session.add(copy)
    session.flush()
    return copy


def _copy_clauses(session: Session, agreement_id: int, copy_id: int) -> None:
    rows = list(session.scalars(_rows_of(Clause, agreement_id)))
    copies = {row.id: _copied(session, row, agreement_id=copy_id, parent_id=None) for row in rows}
    for row in rows:
        if row.parent_id is not None:
            copies[row.id].parent_id = copies[row.parent_id].id
    session.flush()
