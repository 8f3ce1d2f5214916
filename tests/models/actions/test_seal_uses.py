"""The register of seals: entries, their order, the usual ones."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.seal_uses import add_seal_use, add_usual_uses, move_seal_uses, remove_seal_uses
from models.codes import AgreementStatus
from models.errors import KnownError
from models.records import Meeting, SealUse
from tests import factories as make


@pytest.fixture
def meeting(session: Session) -> Meeting:
    """A meeting with an agreement of two parties and a witness of the same unit as the first."""
    made = make.make_meeting(session)
    county, school = make.make_organization(session, "上党区人民政府"), make.make_organization(session, "武汉大学")
    final = AgreementStatus.FINAL
    agreement = make.make_agreement(session, made, "framework", originals=4, duplicates=2, status=final)
    for unit, is_witness in ((county, False), (school, False), (county, True)):
        make.make_party(session, agreement, unit, is_witness=is_witness)
    draft = make.make_agreement(session, made, "memo")
    make.make_party(session, draft, school)
    return made


def entries(session: Session) -> list[tuple[str, int | None, int | None, str, int | None, bool]]:
    """The register, in order."""
    rows = session.scalars(select(SealUse).order_by(SealUse.position, SealUse.id))
    return [
        (row.document, row.agreement_id, row.organization_id, row.seal, row.copies, row.across_edges) for row in rows
    ]


def test_every_party_of_every_final_agreement_is_proposed_once(session: Session, meeting: Meeting):
    added = [add_usual_uses(session, meeting.id) for _ in range(2)]
    assert added == [2, 0]
    assert entries(session) == [("", 1, 1, "公章", 6, True), ("", 1, 2, "公章", 6, True)]


def test_what_is_entered_already_is_not_proposed(session: Session, meeting: Meeting):
    make.make_seal_use(session, meeting, agreement_id=1, organization_id=2, seal="合同专用章")
    assert add_usual_uses(session, meeting.id) == 1
    assert entries(session) == [("", 1, 2, "合同专用章", 4, False), ("", 1, 1, "公章", 6, True)]


def test_entries_are_added_moved_and_removed(session: Session, meeting: Meeting):
    first, second, third = (add_seal_use(session, meeting.id, document=name) for name in (" 会议通知 ", "函", "纪要"))
    move_seal_uses(session, meeting.id, [third], first)
    assert [row[0] for row in entries(session)] == ["纪要", "会议通知", "函"]
    remove_seal_uses(session, [first, second])
    assert [row[0] for row in entries(session)] == ["纪要"]
    with pytest.raises(KnownError, match="record_gone"):
        remove_seal_uses(session, [first])
