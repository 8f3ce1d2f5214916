"""The undo history: steps and the row images they consist of. Written by `models/store/history.py` alone."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.records.base import Record, owner, position


class ChangeStep(Record):
    """One undo step of one client. `undone` steps wait to be redone until a new change clears them."""

    undoable = False

    client: Mapped[str] = mapped_column(String(200), nullable=False, index=True)
    label: Mapped[str] = mapped_column(String(200), nullable=False)  # code; wording makes the sentence
    values: Mapped[dict[str, object]] = mapped_column(JSON, default=dict, nullable=False)
    meeting_ids: Mapped[list[int]] = mapped_column(JSON, default=list, nullable=False)
    undone: Mapped[bool] = mapped_column(Boolean, default=False, nullable=False)

    images: Mapped[list[RowImage]] = relationship(
        cascade="all, delete-orphan", order_by="RowImage.position, RowImage.id"
    )


class RowImage(Record):
    """A row before and after a step; `before` is None for an insert, `after` None for a delete."""

    undoable = False

    step_id: Mapped[int] = owner("change_step")
    position: Mapped[int] = position()
    table: Mapped[str] = mapped_column(String(100), nullable=False)
    row_id: Mapped[int] = mapped_column(nullable=False)
    before: Mapped[dict[str, object] | None] = mapped_column(JSON(none_as_null=True), default=None, nullable=True)
    after: Mapped[dict[str, object] | None] = mapped_column(JSON(none_as_null=True), default=None, nullable=True)
