"""What surrounds an agreement on its way: checklist, approvals, uses of seals."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Boolean
from sqlalchemy.orm import Mapped, mapped_column

from models.codes import AgreementMark
from models.records.base import Record, code_of, link, long_text, owner, position, short_text


class ChecklistItem(Record):
    """Something to be done before signing: 合法性审查, 授权委托书, copies, annexes, or of the office's own."""

    agreement_id: Mapped[int] = owner("agreement")
    position: Mapped[int] = position()
    key: Mapped[str] = short_text()  # of a usual one; empty for one of the office's own
    label_zh: Mapped[str] = short_text()
    label_en: Mapped[str] = short_text()
    done: Mapped[bool] = mapped_column(Boolean, default=False, nullable=False)
    done_by: Mapped[str] = short_text()
    done_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = long_text()


class Approval(Record):
    """Who approved a text, when, under which mark (送审稿, 征求意见稿, 定稿)."""

    agreement_id: Mapped[int] = owner("agreement")
    position: Mapped[int] = position()
    mark: Mapped[AgreementMark] = code_of(AgreementMark, AgreementMark.NONE)
    revision_number: Mapped[int | None] = mapped_column(default=None)
    approved_by: Mapped[str] = short_text()
    approved_on: Mapped[date | None] = mapped_column(default=None)
    opinion: Mapped[str] = long_text()


class SealUse(Record):
    """An entry of the register of seals (用印登记)."""

    meeting_id: Mapped[int] = owner("meeting")
    agreement_id: Mapped[int | None] = link("agreement")
    organization_id: Mapped[int | None] = link("organization")  # whose seal
    position: Mapped[int] = position()
    document: Mapped[str] = short_text()  # words for a paper that is no agreement
    seal: Mapped[str] = short_text()  # 公章, 合同专用章
    used_on: Mapped[date | None] = mapped_column(default=None)
    pages: Mapped[int | None] = mapped_column(default=None)
    copies: Mapped[int | None] = mapped_column(default=None)
    across_edges: Mapped[bool] = mapped_column(Boolean, default=False, nullable=False)  # 骑缝章
    operator: Mapped[str] = short_text()
    approved_by: Mapped[str] = short_text()
    remarks: Mapped[str] = long_text()
