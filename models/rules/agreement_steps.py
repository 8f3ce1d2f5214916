"""The way of an agreement from draft to archive: which steps may be taken from where."""

from __future__ import annotations

from enum import StrEnum

from models.codes import AgreementMark, AgreementStatus

PREPARED = (AgreementStatus.DRAFT, AgreementStatus.UNDER_REVIEW)  # the text may still change
FINALIZED = (AgreementStatus.FINAL, AgreementStatus.SIGNED, AgreementStatus.ARCHIVED)
REVIEW_MARKS = (AgreementMark.FOR_REVIEW, AgreementMark.FOR_COMMENT)


class Step(StrEnum):
    """A step on the way, or back."""

    SEND = "send"  # 送审
    WITHDRAW = "withdraw"
    FINALIZE = "finalize"  # 定稿
    REOPEN = "reopen"
    SIGN = "sign"
    ARCHIVE = "archive"
    TAKE_BACK = "take_back"  # signed or archived by mistake


_STEPS: dict[AgreementStatus, tuple[Step, ...]] = {
    AgreementStatus.DRAFT: (Step.SEND, Step.FINALIZE),
    AgreementStatus.UNDER_REVIEW: (Step.FINALIZE, Step.WITHDRAW),
    AgreementStatus.FINAL: (Step.SIGN, Step.REOPEN),
    AgreementStatus.SIGNED: (Step.ARCHIVE, Step.TAKE_BACK),
    AgreementStatus.ARCHIVED: (Step.TAKE_BACK,),
}
REASONED = (Step.REOPEN, Step.TAKE_BACK)  # the reason is kept in the audit trail


def steps_from(status: AgreementStatus, *, frozen: bool) -> tuple[Step, ...]:
    """The steps that may be taken; the usual next one stands first.

    Not `frozen`: what was entered as signed, without its text, may still get it.
    """
    if status in FINALIZED and not frozen:
        return (Step.FINALIZE, *(step for step in _STEPS[status] if step is not Step.REOPEN))
    return _STEPS[status]
