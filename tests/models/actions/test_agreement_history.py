"""What happened to an agreement, with the reasons for its steps back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from models.actions.lifecycle import mark_signed, take_back
from models.actions.revisions import reopen
from models.agreement_history import AgreementEvent, Happening, events_of, reasons_given
from models.codes import AgreementStatus
from models.records import Agreement, AuditEntry
from models.snapshots.shapes import Revision
from tests import factories as make
from tests import sample_snapshots as sample

AT = datetime(2024, 5, 18, 4, 0, tzinfo=UTC)
DAY = AT.astimezone().date()
KEPT, FINAL = (
    Revision(number, number, "zh", "a" * 64, {}, AT.replace(hour=number), "office", note, name)
    for number, name, note in ((1, "送审稿", "送司法局"), (3, "", ""))
)


def final_agreement(session: Session, key: str = "framework") -> Agreement:
    meeting = make.make_meeting(session, key=f"m-{key}-{len(session.new)}")
    return make.make_agreement(session, meeting, key=key, status=AgreementStatus.FINAL)


def test_steps_back_are_told_with_their_reasons(session: Session) -> None:
    agreement, other = final_agreement(session), final_agreement(session, "other")
    reopen(session, agreement.id, reason="名称有误", author="office", at=AT)
    reopen(session, other.id, reason="与它无关", author="office", at=AT)
    agreement.status = AgreementStatus.SIGNED
    take_back(session, agreement.id, reason="登错了", author="desk", at=AT)
    assert reasons_given(session, agreement.id) == (
        AgreementEvent(Happening.OPENED_AGAIN, DAY, AT, "office", "名称有误"),
        AgreementEvent(Happening.TAKEN_BACK, DAY, AT, "desk", "登错了"),
    )


def test_an_older_entry_counts_where_its_key_is_of_one_agreement(session: Session) -> None:
    agreement = final_agreement(session)
    values: dict[str, object] = {"agreement": agreement.key, "reason": "旧"}
    session.add(AuditEntry(client="office", label="agreement_reopened", values=values, happened_at=AT))
    session.flush()
    before = [event.words for event in reasons_given(session, agreement.id)]
    make.make_agreement(session, make.make_meeting(session, key="another"), key=agreement.key)
    assert (before, reasons_given(session, agreement.id)) == (["旧"], ())


def test_what_happened_is_told_the_newest_first() -> None:
    days = {"signed_on": date(2024, 5, 20), "archived_on": date(2024, 5, 20), "archive_number": "2024-7"}
    stored = sample.agreement(status=AgreementStatus.ARCHIVED, revisions=(KEPT, FINAL), **days)
    back = AgreementEvent(Happening.OPENED_AGAIN, DAY, AT.replace(hour=2), "office", "名称有误")
    told = events_of(stored, (back,))
    assert [(one.happening, one.words) for one in told] == [
        (Happening.ARCHIVED, "2024-7"),
        (Happening.SIGNED, ""),
        (Happening.TEXT_KEPT, ""),
        (Happening.OPENED_AGAIN, "名称有误"),
        (Happening.TEXT_KEPT, "送审稿 · 送司法局"),
    ]
    assert events_of(replace(stored, status=AgreementStatus.FINAL), ()) == (told[2], told[4])


def test_a_signing_that_was_taken_back_is_told_by_its_reason_alone(session: Session) -> None:
    agreement = final_agreement(session)
    mark_signed(session, agreement.id, signed_on=DAY)
    take_back(session, agreement.id, reason="登错了", author="desk", at=AT)
    assert [event.words for event in reasons_given(session, agreement.id)] == ["登错了"]
