"""Keeps the slips of an import beside the meeting, as they came."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from models.codes import KeptFileKind
from models.errors import KnownError
from models.imports.plan import ImportPlan
from models.store.kept_files import store

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def keep_slips(
    session: Session, plan: ImportPlan, paths: Mapping[str, str], *, kept_at: datetime
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keep the files of a plan, inside its change; the names of those kept, and of those that no longer are as read.

    `paths`: where each file of the plan lies, "" for the clipboard. A slip that is gone, was changed since or is too
    large is no reason to refuse the people on it. KnownError: folder_not_writable; disk_full.
    """
    kept, lost = [], []
    for file in plan.files:
        book, path = file.book, paths.get(file.book.name, "")
        if not path:
            continue
        content = _content(Path(path), book.sha256)
        if content is None or not _keep(session, plan.meeting_id, book.name, book.kind, content, kept_at):
            lost.append(book.name)
        else:
            kept.append(book.name)
    return tuple(kept), tuple(lost)


def _content(path: Path, sha256: str) -> bytes | None:
    """The bytes that were read for the plan; None where they are gone or others by now."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == sha256 else None


def _keep(session: Session, meeting_id: int, name: str, kind: str, content: bytes, kept_at: datetime) -> bool:
    try:
        store(
            session,
            name=name,
            content=content,
            kind=KeptFileKind.SLIP,
            meeting_id=meeting_id,
            media_type=MEDIA_TYPES.get(kind, ""),
            kept_at=kept_at,
        )
    except KnownError as error:
        if error.code != "kept_file_too_large":
            raise
        return False
    return True
