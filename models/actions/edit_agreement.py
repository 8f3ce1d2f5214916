"""Edits the parties, areas, copies and state of an agreement.

All of it raises KnownError agreement_is_final (agreement) where the text is final and prints what is to be changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.create_agreement import rename_agreement_key
from models.actions.edit_record import record_of, set_fields
from models.actions.fill_fact import add_person, add_unit
from models.actions.final_text import refuse_final
from models.actions.lifecycle import send_to_review, withdraw_from_review
from models.codes import AgreementStatus
from models.errors import KnownError
from models.records import Agreement, AgreementArea, AgreementParty, Appointment
from models.rules.agreement_steps import PREPARED

MOST_PARTIES = 10
Areas = Sequence[tuple[str, str]]  # Chinese, English


def edit_agreement(
    session: Session, agreement_id: int, values: dict[str, Any], *, expected: dict[str, Any] | None = None
) -> None:
    """New values for fields of an agreement; its key is checked, its state goes no further than review.

    KnownError: record_gone, changed_meanwhile, agreement_key_invalid, agreement_key_taken, status_not_by_hand.
    """
    left = dict(values)
    if "key" in left:
        rename_agreement_key(session, agreement_id, str(left.pop("key")).strip())
    set_fields(session, "agreement", agreement_id, {**left, **_status(session, agreement_id, left)}, expected=expected)


def _status(session: Session, agreement_id: int, values: dict[str, Any]) -> dict[str, Any]:
    """Send to review or take back, where the state is among the values; what is left of it to be set."""
    if "status" not in values:
        return {}
    agreement, status = _agreement(session, agreement_id), values["status"]
    if status not in PREPARED or agreement.status not in PREPARED:
        raise KnownError("status_not_by_hand", agreement=agreement.title_zh or agreement.title_en)
    if status is not agreement.status:
        step = send_to_review if status is AgreementStatus.UNDER_REVIEW else withdraw_from_review
        step(session, agreement_id)
    return {"status": agreement.status}


def add_party(session: Session, agreement_id: int, *, unit: int | str | None = None, is_witness: bool = False) -> int:
    """Another party (before the witnesses) or witness; a unit by id, or by a name to be added. Returns its id.

    KnownError: record_gone, too_many_parties (most).
    """
    agreement = _open_agreement(session, agreement_id)
    signing = sum(not party.is_witness for party in agreement.parties)
    if not is_witness and signing >= MOST_PARTIES:
        raise KnownError("too_many_parties", most=MOST_PARTIES)
    organization_id = add_unit(session, unit) if isinstance(unit, str) else unit
    row = AgreementParty(agreement_id=agreement_id, organization_id=organization_id, is_witness=is_witness, position=0)
    rows = list(agreement.parties)
    rows.insert(len(rows) if is_witness else signing, row)
    agreement.parties.append(row)
    _number(rows)
    session.flush()
    session.refresh(agreement, ["parties"])
    return row.id


def remove_parties(session: Session, party_ids: Sequence[int]) -> None:
    """Parties less; the others move up (乙方 becomes 甲方). KnownError: record_gone."""
    for party_id in party_ids:
        party = _party(session, party_id)
        agreement = _agreement(session, party.agreement_id)
        agreement.parties.remove(party)
        _number(list(agreement.parties))
    session.flush()


def move_parties(session: Session, party_ids: Sequence[int], *, before_id: int | None = None) -> None:
    """Put parties, in this order, before another (None: at the end): who is 甲, who 乙. Witnesses stay behind."""
    moved = [_party(session, party_id) for party_id in party_ids]
    if not moved:
        return
    agreement = _agreement(session, moved[0].agreement_id)
    others = [row for row in agreement.parties if row not in moved]
    place = next((n for n, row in enumerate(others) if row.id == before_id), len(others))
    rows = [*others[:place], *moved, *others[place:]]
    _number(sorted(rows, key=lambda row: row.is_witness))
    session.flush()
    session.refresh(agreement, ["parties"])


def set_witness(session: Session, party_id: int, is_witness: bool) -> None:
    """Make a party a witness, or a witness a party; witnesses stand behind the parties."""
    party = _party(session, party_id)
    party.is_witness = is_witness
    _number(sorted(_agreement(session, party.agreement_id).parties, key=lambda row: row.is_witness))
    session.flush()


def set_party_unit(session: Session, party_id: int, unit: int | str | None) -> None:
    """The unit of a party: by id, by a name to be added, or none."""
    set_fields(
        session,
        "agreement_party",
        party_id,
        {"organization_id": add_unit(session, unit) if isinstance(unit, str) else unit},
    )


def set_signatory(session: Session, party_id: int, person: int | str | None) -> None:
    """Who signs for a party; the capacity is proposed from the person's post at that unit where none is entered."""
    party = _party(session, party_id)
    party.signatory_id = add_person(session, person) if isinstance(person, str) else person
    if party.signatory_id is not None and not party.capacity_zh and not party.capacity_en:
        post = _post(session, party.signatory_id, party.organization_id)
        if post is not None:
            party.capacity_zh, party.capacity_en = post.title_zh, post.title_en
    session.flush()


def set_liaison(session: Session, party_id: int, person: int | str | None) -> None:
    """Whom to ask at a party; the department is proposed from the person's post there where none is entered."""
    party = _party(session, party_id)
    party.liaison_id = add_person(session, person) if isinstance(person, str) else person
    if party.liaison_id is not None and not party.liaison_department_zh and not party.liaison_department_en:
        post = _post(session, party.liaison_id, party.organization_id)
        if post is not None:
            party.liaison_department_zh, party.liaison_department_en = post.department_zh, post.department_en
    session.flush()


def set_areas(session: Session, agreement_id: int, areas: Areas) -> None:
    """The fields of cooperation, in order; those without words are left out."""
    agreement = _open_agreement(session, agreement_id)
    wanted = [(zh.strip(), en.strip()) for zh, en in areas if zh.strip() or en.strip()]
    rows = list(agreement.areas)
    for row in rows[len(wanted) :]:
        agreement.areas.remove(row)
    for place, (zh, en) in enumerate(wanted):
        if place >= len(rows):
            agreement.areas.append(AgreementArea(position=place, text_zh=zh, text_en=en))
            continue
        rows[place].position, rows[place].text_zh, rows[place].text_en = place, zh, en
    session.flush()


def _post(session: Session, person_id: int, organization_id: int | None) -> Appointment | None:
    """The person's post at the unit; the first one where it is the only one."""
    query = select(Appointment).where(Appointment.person_id == person_id)
    posts = list(session.scalars(query.order_by(Appointment.position, Appointment.id)))
    there = next((post for post in posts if post.organization_id == organization_id), None)
    return there or (posts[0] if len(posts) == 1 else None)


def _agreement(session: Session, agreement_id: int) -> Agreement:
    row = record_of(session, "agreement", agreement_id)
    assert isinstance(row, Agreement)
    return row


def _open_agreement(session: Session, agreement_id: int) -> Agreement:
    """The agreement, whose text is about to be changed."""
    row = _agreement(session, agreement_id)
    refuse_final(session, row)
    return row


def _party(session: Session, party_id: int) -> AgreementParty:
    """The party of a text that may still change."""
    row = record_of(session, "agreement_party", party_id)
    assert isinstance(row, AgreementParty)
    _open_agreement(session, row.agreement_id)
    return row


def _number(rows: Sequence[AgreementParty]) -> None:
    for place, row in enumerate(rows):
        if row.position != place:
            row.position = place
