"""Personal data past their term: shown first, then cleared for good, from the rows to the copies of them.

Besides the rows: the undo history, the kept slips, backups older than the term with the files copied along, and the
free pages of the file. Slips of meetings that were deleted go, too: with the history nobody can bring those back.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.actions.purge_personal_data import PurgeCounts, plan_purge, purge_personal_data
from models.codes import KeptFileKind
from models.errors import KnownError
from models.office_keys import RETENTION_DAYS
from models.office_settings import read_office_setting
from models.records import ChangeStep, KeptFile, Meeting
from models.store.backup_rounds import Backup, backups_of
from models.store.kept_files import drop, folder_of, list_kept, remove, unnamed
from models.store.workspace import Workspace

_KINDS = (KeptFileKind.SLIP,)


@dataclass(frozen=True, slots=True)
class PurgePreview:
    """What a purge would do. Younger backups still hold the data: they are named, and removed where that is asked."""

    counts: PurgeCounts
    days: int
    slips: tuple[str, ...]
    undo_steps: int
    old_backups: tuple[Path, ...]
    younger_backups: tuple[Path, ...]


def preview_purge(workspace: Workspace, meeting_id: int, *, now: datetime) -> PurgePreview:
    """Look, and change nothing. `now` is local wall time. KnownError: as `plan_purge`."""
    with workspace.read() as session:
        days = read_office_setting(session, RETENTION_DAYS)
        counts = plan_purge(session, meeting_id, today=now.date(), days=days)
        slips = tuple(kept.name for kept in list_kept(session, meeting_id=meeting_id, kinds=_KINDS))
        steps = session.scalar(select(func.count()).select_from(ChangeStep)) or 0
    old, younger = _backups(workspace, now, days)
    return PurgePreview(counts, days, slips, steps, old, younger)


def purge(workspace: Workspace, meeting_id: int, *, now: datetime, younger_backups: bool = False) -> PurgePreview:
    """Clear it all for good; what was cleared. KnownError: as `plan_purge`, `change_for_good`; backup_in_use."""
    before = preview_purge(workspace, meeting_id, now=now)
    with workspace.change_for_good("purge_personal_data", meeting=before.counts.title) as session:
        purge_personal_data(session, meeting_id, today=now.date(), days=before.days, at=datetime.now(UTC))
        drop(session, [kept.id for kept in list_kept(session, meeting_id=meeting_id, kinds=_KINDS)])
        drop(session, _of_deleted_meetings(session))
        gone = unnamed(session)  # those just dropped, and what changes that failed have left
    remove(gone)
    _remove_backups([*before.old_backups, *(before.younger_backups if younger_backups else ())])
    workspace.compact()
    return before


def _of_deleted_meetings(session: Session) -> tuple[int, ...]:
    """Slips whose meeting is gone: no other purge would ever find them."""
    there = select(Meeting.id)
    query = select(KeptFile.id).where(KeptFile.kind.in_(_KINDS), KeptFile.meeting_id.not_in(there))
    return tuple(session.scalars(query))


def _backups(workspace: Workspace, now: datetime, days: int) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Those older than the term, and the others."""
    try:
        found = backups_of(workspace.location)
    except KnownError:  # a shared database has no file: its backups are made elsewhere
        return (), ()
    term = now - timedelta(days=days)
    return _paths(one for one in found if one.made_at < term), _paths(one for one in found if one.made_at >= term)


def _paths(backups: Iterable[Backup]) -> tuple[Path, ...]:
    return tuple(backup.path for backup in backups)


def _remove_backups(paths: Iterable[Path]) -> None:
    """KnownError: backup_in_use (path), where somebody has one open: the data are cleared, that copy is not."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
            if (files := folder_of(path)).is_dir():
                shutil.rmtree(files)
        except OSError as error:
            raise KnownError("backup_in_use", path=str(path), reason=error.strerror or "") from error
