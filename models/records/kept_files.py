"""Files kept beside the workspace: slips, scans, texts sent back. Their bytes lie on disk under their hash."""

from __future__ import annotations

from sqlalchemy import Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from models.codes import KeptFileKind
from models.records.base import Record, code_of, short_text


class KeptFile(Record):
    """A kept file. Outside undo; the numbers are no foreign keys, so that undoing a deletion finds the file again."""

    undoable = False

    meeting_id: Mapped[int | None] = mapped_column(Integer, index=True, default=None)
    agreement_id: Mapped[int | None] = mapped_column(Integer, index=True, default=None)
    kind: Mapped[KeptFileKind] = code_of(KeptFileKind, KeptFileKind.SLIP)
    name: Mapped[str] = short_text()  # as it was called where it came from, without folders
    media_type: Mapped[str] = short_text()
    sha256: Mapped[str] = mapped_column(String(64), default="", nullable=False, index=True)
    size: Mapped[int] = mapped_column(default=0)  # bytes
