"""What happened to an agreement: texts kept and frozen, opened again with a reason, signed, archived, taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from models.codes import AgreementStatus
from models.snapshots.shapes import Agreement, Revision

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

REOPENED, TAKEN_BACK = "agreement_reopened", "agreement_taken_back"  # labels in the audit trail


class Happening(StrEnum):
    """What happened."""

    TEXT_KEPT = "text_kept"
    OPENED_AGAIN = "opened_again"
    TAKEN_BACK = "taken_back"
    SIGNED = "signed"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class AgreementEvent:
    """What happened, when, by whom and why. Of the signing and the filing the day alone is known."""

    happening: Happening
    day: date | None
    at: datetime | None = None
    author: str = ""
    words: str = ""  # the reason, or what was noted
    revision: Revision | None = None  # of a text that was kept


def reasons_given(session: Session, agreement_id: int) -> tuple[AgreementEvent, ...]:
    """The steps back of an agreement, whose reasons the audit trail keeps.

    An entry of an older edition names the key alone: it counts where no other agreement goes by it.
    """
    from sqlalchemy import select

    from models.records import Agreement as Stored
    from models.records import AuditEntry

    keys = list(session.scalars(select(Stored.key).where(Stored.id == agreement_id)))
    alone = len(keys) == 1 and len(list(session.scalars(select(Stored.id).where(Stored.key == keys[0])))) == 1
    entries = session.scalars(select(AuditEntry).where(AuditEntry.label.in_((REOPENED, TAKEN_BACK))))
    return tuple(
        _step_back(entry.label, entry.happened_at, entry.client, str(entry.values.get("reason", "")))
        for entry in entries
        if entry.values.get("agreement_id", agreement_id if alone and entry.values.get("agreement") in keys else 0)
        == agreement_id
    )


def _step_back(label: str, at: datetime | None, author: str, reason: str) -> AgreementEvent:
    happening = Happening.OPENED_AGAIN if label == REOPENED else Happening.TAKEN_BACK
    return AgreementEvent(happening, _local_day(at), at, author, reason)


def events_of(agreement: Agreement, reasons: Sequence[AgreementEvent]) -> tuple[AgreementEvent, ...]:
    """All that happened, the newest first; what has a day without a clock comes after all else of that day."""
    return tuple(sorted((*reasons, *_own_events(agreement)), key=_order, reverse=True))


def _own_events(agreement: Agreement) -> Iterator[AgreementEvent]:
    for one in agreement.revisions:
        words = " · ".join(filter(None, (one.name, one.note)))
        yield AgreementEvent(Happening.TEXT_KEPT, _local_day(one.frozen_at), one.frozen_at, one.author, words, one)
    if agreement.status in (AgreementStatus.SIGNED, AgreementStatus.ARCHIVED):
        yield AgreementEvent(Happening.SIGNED, agreement.signed_on)
    if agreement.status is AgreementStatus.ARCHIVED:
        yield AgreementEvent(Happening.ARCHIVED, agreement.archived_on, words=agreement.archive_number)


def _order(event: AgreementEvent) -> tuple[date, float, int]:
    clock = event.at.timestamp() if event.at is not None else float("inf")
    revision = event.revision.number if event.revision is not None else 0
    return event.day or date.min, clock, revision if event.at is not None else list(Happening).index(event.happening)


def _local_day(at: datetime | None) -> date | None:
    return at.astimezone().date() if at is not None else None
