"""Edits the ceremony: signing rounds with their agreements and people, plaques, the host's lines, seat plans."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.row_order import moved_before, number
from models.codes import RoundPart, SeatLayout
from models.errors import KnownError
from models.records import (
    Agreement,
    Attendance,
    CueLine,
    PlaqueAward,
    Record,
    RoundAgreement,
    RoundPerson,
    SeatPlan,
    SigningRound,
)
from models.rules.numerals import chinese_number

CeremonyRow = SigningRound | PlaqueAward | CueLine | SeatPlan
Row = TypeVar("Row", bound=CeremonyRow)

KINDS: dict[str, type[CeremonyRow]] = {
    "signing_round": SigningRound,
    "plaque_award": PlaqueAward,
    "cue_line": CueLine,
    "seat_plan": SeatPlan,
}


def add_round(session: Session, meeting_id: int, *, title_zh: str = "", title_en: str = "") -> int:
    """A signing round behind the others; returns its id. Without a title it is called by its number."""
    place = len(_siblings(session, SigningRound, meeting_id))
    zh, en = (title_zh.strip(), title_en.strip()) if title_zh or title_en else _round_title(place + 1)
    return _stored(session, SigningRound(meeting_id=meeting_id, position=place, title_zh=zh, title_en=en))


def add_plaque(session: Session, meeting_id: int, *, text_zh: str = "", text_en: str = "") -> int:
    """A plaque behind the others; returns its id."""
    place = len(_siblings(session, PlaqueAward, meeting_id))
    texts = {"text_zh": text_zh.strip(), "text_en": text_en.strip()}
    return _stored(session, PlaqueAward(meeting_id=meeting_id, position=place, **texts))


def add_cue_line(
    session: Session, meeting_id: int, *, text_zh: str = "", text_en: str = "", before_id: int | None = None
) -> int:
    """A line of the host in front of another one, or at the end; returns its id."""
    lines = _siblings(session, CueLine, meeting_id)
    texts = {"text_zh": text_zh.strip(), "text_en": text_en.strip()}
    made = CueLine(meeting_id=meeting_id, position=len(lines), **texts)
    _stored(session, made)
    number(moved_before([*lines, made], {made.id}, before_id))
    return made.id


def add_seat_plan(
    session: Session,
    meeting_id: int,
    *,
    title_zh: str = "",
    title_en: str = "",
    layout: SeatLayout = SeatLayout.ROSTRUM,
) -> int:
    """An empty seat plan behind the others; returns its id."""
    place = len(_siblings(session, SeatPlan, meeting_id))
    texts = {"title_zh": title_zh.strip(), "title_en": title_en.strip()}
    return _stored(session, SeatPlan(meeting_id=meeting_id, position=place, layout=layout, **texts))


def delete_rows(session: Session, kind: str, row_ids: Collection[int]) -> None:
    """Delete rows of one kind of `KINDS` with what belongs to them; lines that named a round stay without it."""
    rows = [row for row_id in row_ids if (row := _row(session, kind, row_id)) is not None]
    if not rows:
        return
    if kind == "signing_round":
        for line in session.scalars(select(CueLine).where(CueLine.round_id.in_(row_ids))):
            line.round_id = None
        session.flush()
    gone = {row.id for row in rows}
    siblings = [row for row in _siblings(session, KINDS[kind], rows[0].meeting_id) if row.id not in gone]
    for row in rows:
        session.delete(row)
    number(siblings)
    session.flush()


def move_rows(session: Session, kind: str, row_ids: Collection[int], *, before_id: int | None) -> None:
    """Put rows of one kind together in front of another one, or at the end. KnownError: record_gone."""
    first = next(iter(row_ids))
    row = _row(session, kind, first)
    if row is None:
        raise KnownError("record_gone", record=kind, number=first)
    number(moved_before(_siblings(session, KINDS[kind], row.meeting_id), row_ids, before_id))


def add_agreements(session: Session, round_id: int, agreement_ids: Iterable[int]) -> None:
    """Let agreements be signed in a round, to the right of those there; each once. KnownError: record_gone."""
    signing = round_of(session, round_id)
    known, place = {row.agreement_id for row in signing.agreements}, _next_place(signing.agreements)
    for agreement_id in dict.fromkeys(agreement_ids):
        if agreement_id not in known:
            signing.agreements.append(RoundAgreement(agreement_id=agreement_id, position=place))
            place += 1
    session.flush()


def remove_agreements(session: Session, round_id: int, agreement_ids: Collection[int]) -> None:
    """Take agreements out of a round; who was there for one of them stays, without it. KnownError: record_gone."""
    signing = round_of(session, round_id)
    for row in [row for row in signing.agreements if row.agreement_id in agreement_ids]:
        signing.agreements.remove(row)
    for person in signing.people:
        if person.agreement_id in agreement_ids:
            person.agreement_id = None
    number(signing.agreements)


def move_agreements(session: Session, round_id: int, agreement_ids: Collection[int], *, before_id: int | None) -> None:
    """Another order at the table, from the left; `before_id` is an agreement. KnownError: record_gone."""
    rows = round_of(session, round_id).agreements
    by_agreement = {row.agreement_id: row.id for row in rows}
    ids = {by_agreement[agreement_id] for agreement_id in agreement_ids if agreement_id in by_agreement}
    number(moved_before(rows, ids, by_agreement.get(before_id or 0)))


def add_people(
    session: Session,
    round_id: int,
    attendance_ids: Iterable[int],
    *,
    part: RoundPart = RoundPart.WITNESS,
    agreement_id: int | None = None,
) -> tuple[int, ...]:
    """Let people be on stage in a round; returns the ids of their rows. KnownError: record_gone."""
    signing = round_of(session, round_id)
    place = _next_place(signing.people)
    made = [
        RoundPerson(attendance_id=attendance_id, agreement_id=agreement_id, part=part, position=place + at)
        for at, attendance_id in enumerate(dict.fromkeys(attendance_ids))
    ]
    signing.people.extend(made)
    session.flush()
    return tuple(row.id for row in made)


def call_signatories(session: Session, round_id: int) -> int:
    """Put those who sign the round's agreements on stage, left to right, where they attend; returns how many came new.

    KnownError: record_gone.
    """
    signing = round_of(session, round_id)
    attending = select(Attendance.person_id, Attendance.id).where(Attendance.meeting_id == signing.meeting_id)
    here = {person_id: row_id for person_id, row_id in session.execute(attending) if person_id is not None}
    there = {(row.attendance_id, row.agreement_id) for row in signing.people if row.part is RoundPart.SIGNATORY}
    came = 0
    for row in signing.agreements:
        agreement = session.get_one(Agreement, row.agreement_id)
        for party in agreement.parties:
            attendance_id = here.get(party.signatory_id or 0)
            if attendance_id is None or party.is_witness or (attendance_id, agreement.id) in there:
                continue
            add_people(session, round_id, [attendance_id], part=RoundPart.SIGNATORY, agreement_id=agreement.id)
            came += 1
    return came


def remove_people(session: Session, round_id: int, row_ids: Collection[int]) -> None:
    """Take people off the stage, by the ids of their rows. KnownError: record_gone."""
    signing = round_of(session, round_id)
    for row in [row for row in signing.people if row.id in row_ids]:
        signing.people.remove(row)
    number(signing.people)


def move_people(session: Session, round_id: int, row_ids: Collection[int], *, before_id: int | None) -> None:
    """Another order on stage. KnownError: record_gone."""
    number(moved_before(round_of(session, round_id).people, row_ids, before_id))


def round_of(session: Session, round_id: int) -> SigningRound:
    """The stored round. KnownError: record_gone."""
    row = session.get(SigningRound, round_id)
    if row is None:
        raise KnownError("record_gone", record="signing_round", number=round_id)
    return row


def _row(session: Session, kind: str, row_id: int) -> CeremonyRow | None:
    return cast("CeremonyRow | None", session.get(KINDS[kind], row_id))


def _siblings(session: Session, kind: type[Row], meeting_id: int) -> list[Row]:
    return list(session.scalars(select(kind).where(kind.meeting_id == meeting_id).order_by(kind.position, kind.id)))


def _next_place(rows: Collection[RoundAgreement] | Collection[RoundPerson]) -> int:
    return max((row.position for row in rows), default=-1) + 1


def _round_title(place: int) -> tuple[str, str]:
    """第一轮 / Round 1."""
    return f"第{chinese_number(place)}轮", f"Round {place}"


def _stored(session: Session, row: Record) -> int:
    session.add(row)
    session.flush()
    return row.id
