"""Keeps the slips of an import beside the meeting, as they came."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from models.codes import KeptFileKind
from models.errors import KnownError
from models.imports.plan import ImportPlan
from models.records import KeptFile
from models.store.kept_files import store

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def keep_slips(
    session: Session, plan: ImportPlan, paths: Iterable[Path], *, kept_at: datetime
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keep the files of a plan, inside its change; the names of those kept, and of those that are not as they were read.

    A slip that is gone, was changed since or is too large is no reason to refuse the people on it.
    KnownError: folder_not_writable; disk_full.
    """
    contents = {hashlib.sha256(content).hexdigest(): content for content in _contents(paths)}
    kept, lost = [], []
    for file in plan.files:
        book = file.book
        content = contents.get(book.sha256)
        if book.kind == "clipboard":
            continue
        if content is None or not _keep(session, plan.meeting_id, book.name, book.kind, content, kept_at):
            lost.append(book.name)
        else:
            kept.append(book.name)
    return tuple(kept), tuple(lost)


def _contents(paths: Iterable[Path]) -> Iterable[bytes]:
    for path in paths:
        try:
            yield path.read_bytes()
        except OSError:
            continue


def _keep(session: Session, meeting_id: int, name: str, kind: str, content: bytes, kept_at: datetime) -> bool:
    try:
        kept_id = store(
            session,
            name=name,
            content=content,
            kind=KeptFileKind.SLIP,
            meeting_id=meeting_id,
            media_type=MEDIA_TYPES.get(kind, ""),
        )
    except KnownError as error:
        if error.code != "kept_file_too_large":
            raise
        return False
    row = session.get_one(KeptFile, kept_id)
    row.created_at = min(row.created_at, kept_at)
    return True
