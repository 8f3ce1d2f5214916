"""Revisions are numbered and kept; a final text is opened again only with a reason."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.revisions import finalize, keep_revision, reopen
from models.agreement_assembly import (
    Assembled,
    clauses_of,
    frozen_agreement,
    frozen_half,
    packed_agreement,
    packed_terms,
)
from models.codes import AgreementMark, AgreementStatus, RevisionKind
from models.errors import KnownError
from models.records import Agreement, AuditEntry, Revision
from models.snapshots.shapes import MeetingSnapshot, PersonName
from models.snapshots.take import take_meeting
from models.templates import builtin_text
from tests import factories as make
from tests.models.snapshots.whole_meeting import make_whole_meeting

AT = datetime(2024, 5, 18, 4, 0, tzinfo=UTC)
HALF: dict[str, object] = {"shape": "Document"}


def agreement_of(session: Session, **columns: Any) -> Agreement:
    """A draft from a built-in template."""
    return make.make_agreement(session, make.make_meeting(session), "framework", template="joint-base", **columns)


def assembled(key: str = "framework", **parts: Any) -> Assembled:
    """What the worker hands over."""
    kept = {"halves": {"zh": HALF}, "hashes": {"zh": "a" * 64}, "agreement": {}, "facts": {"x": {"zh": "一"}}}
    return Assembled(key=key, language="zh", content_hash="a" * 64, **kept | parts)


def finalized(session: Session, agreement: Agreement) -> int:
    """The text frozen."""
    return finalize(session, agreement.id, assembled(), author="office", at=AT, note="定稿")


def refusal(code: str, session: Session, agreement: Agreement, reason: str = "名称有误") -> bool:
    """Whether opening it again is refused for this reason."""
    with pytest.raises(KnownError) as caught:
        reopen(session, agreement.id, reason=reason, author="office", at=AT)
    return caught.value.code == code


def test_revisions_count_from_one_and_keep_what_they_were_made_from(session: Session) -> None:
    agreement = agreement_of(session)
    kept = [
        keep_revision(session, agreement.id, assembled(), kind=kind, author="office", at=AT, name="送校方")
        for kind in (RevisionKind.KEPT, RevisionKind.SENT)
    ]
    revision = session.scalars(select(Revision).order_by(Revision.number.desc())).first()
    assert revision is not None
    assert (kept, revision.number, revision.kind, revision.name) == ([1, 2], 2, RevisionKind.SENT, "送校方")
    assert (revision.template_text, revision.facts) == (builtin_text("joint-base"), {"x": {"zh": "一"}})
    assert agreement.status is AgreementStatus.DRAFT


def test_the_office_s_own_template_is_kept_in_its_newest_edition(session: Session) -> None:
    agreement = agreement_of(session)
    for edition in (1, 2):
        make.make_template(session, "joint-base", edition=edition, text=f"edition {edition}")
    keep_revision(session, agreement.id, assembled(), kind=RevisionKind.KEPT, author="office", at=AT)
    assert session.scalars(select(Revision.template_text)).one() == "edition 2"


def test_another_agreement_s_text_is_refused(session: Session) -> None:
    agreement = agreement_of(session)
    with pytest.raises(KnownError) as caught:
        keep_revision(session, agreement.id, assembled("other"), kind=RevisionKind.KEPT, author="office", at=AT)
    assert caught.value.code == "agreement_changed_meanwhile"


def test_a_final_text_is_frozen_once(session: Session) -> None:
    agreement = agreement_of(session)
    assert finalized(session, agreement) == 1
    assert (agreement.status, agreement.mark) == (AgreementStatus.FINAL, AgreementMark.FINAL)
    with pytest.raises(KnownError) as caught:
        finalized(session, agreement)
    assert caught.value.code == "agreement_is_final"


def test_opening_again_leaves_a_trace_with_its_reason(session: Session) -> None:
    agreement = agreement_of(session)
    finalized(session, agreement)
    reopen(session, agreement.id, reason=" 名称有误 ", author="office", at=AT)
    entry = session.scalars(select(AuditEntry)).one()
    values = {"agreement": "framework", "agreement_id": agreement.id, "reason": "名称有误"}
    assert (entry.label, entry.values) == ("agreement_reopened", values)
    assert (agreement.status, agreement.mark) == (AgreementStatus.DRAFT, AgreementMark.NONE)
    assert session.scalars(select(Revision.number)).all() == [1]


def test_what_cannot_be_opened_again(session: Session) -> None:
    agreement = agreement_of(session)
    assert refusal("agreement_not_final", session, agreement)
    finalized(session, agreement)
    assert refusal("reason_needed", session, agreement, " ")
    agreement.status = AgreementStatus.SIGNED
    assert refusal("agreement_is_signed", session, agreement)


def whole(session: Session) -> MeetingSnapshot:
    """A meeting with an agreement that holds everything."""
    meeting = make_whole_meeting(session, 1)
    session.flush()
    session.expunge_all()
    return take_meeting(session, meeting.id, taken_at=make.TAKEN_AT)


def test_a_packed_agreement_comes_back_with_the_names_of_its_people_alone(session: Session) -> None:
    (agreement,) = whole(session).agreements
    stored = session.get_one(Agreement, agreement.id)
    stood = frozen_agreement(make.make_revision(session, stored, blocks={"agreement": packed_agreement(agreement)}))
    assert stood is not None
    (party,), (was,) = stood.parties, agreement.parties
    assert (stood.areas, stood.variables, stood.bases) == (agreement.areas, agreement.variables, agreement.bases)
    assert party.organization == was.organization
    assert party.signatory is not None and was.signatory is not None
    assert party.signatory.name == PersonName(was.signatory.name.zh, was.signatory.name.en)
    assert (party.signatory.phone, party.signatory.identity_number, party.liaison_phone) == ("", "", "")


def test_packed_clauses_come_back(session: Session) -> None:
    (agreement,) = whole(session).agreements
    assert clauses_of(packed_terms(agreement.clauses)) == agreement.clauses
    assert clauses_of({}) == ()


def test_a_revision_without_halves_has_none(session: Session) -> None:
    revision = make.make_revision(session, agreement_of(session), blocks={"kind": "agreement"})
    assert (frozen_half(revision, "zh"), frozen_agreement(revision)) == (None, None)
