"""Files kept beside a workspace: slips, scans, texts sent back. Each content lies once, under its SHA-256."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from models.codes import KeptFileKind
from models.errors import KnownError
from models.records import KeptFile
from models.rules.unseen_letters import without_unseen
from models.store.disk import force_to_disk, writable
from models.store.location import parse_location

ENDING = ".files"  # behind the whole name of the workspace file
MOST_BYTES = 50 * 2**20
APP = "signing-desk"


@dataclass(frozen=True, slots=True)
class KeptFileRow:
    """A kept file as lists show it; `size` in bytes."""

    id: int
    name: str
    kind: KeptFileKind
    media_type: str
    size: int
    sha256: str
    kept_at: datetime
    meeting_id: int | None = None
    agreement_id: int | None = None


def folder_of(location: str | Path) -> Path:
    """Where the files of a workspace lie: beside its file; for a shared database in this computer's data folder."""
    place = parse_location(location)
    if place.path is not None:
        return place.path.with_name(place.path.name + ENDING)
    return _folder_for(place.name, str(place))


def folder_in(session: Session) -> Path:
    """The same, of the workspace that a session works on."""
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return folder_of(connection.engine.url.render_as_string(hide_password=False))
    file = session.scalar(text("SELECT file FROM pragma_database_list WHERE name = 'main'"))
    if not file:
        raise KnownError("needs_a_file", location=":memory:")
    return folder_of(Path(file))


def _folder_for(name: str, address: str) -> Path:
    """`address` without its password: it may change, the files stay."""
    digest = hashlib.sha256(address.encode()).hexdigest()[:8]
    return platformdirs.user_data_path(APP, appauthor=False) / "files" / f"{name}-{digest}"


def path_of(folder: Path, sha256: str) -> Path:
    """Where a content lies."""
    return folder / sha256[:2] / sha256


def store(
    session: Session,
    *,
    name: str,
    content: bytes,
    kind: KeptFileKind,
    meeting_id: int | None = None,
    agreement_id: int | None = None,
    media_type: str = "",
    kept_at: datetime | None = None,
) -> int:
    """Keep a file, inside a change; its id, the old one where the same is kept already under the same name.

    `kept_at` in UTC, now where it is not given.

    KnownError: kept_file_too_large (name, most); folder_not_writable; disk_full.
    """
    if len(content) > MOST_BYTES:
        raise KnownError("kept_file_too_large", name=name, most=MOST_BYTES // 2**20)
    digest = hashlib.sha256(content).hexdigest()
    path = path_of(folder_in(session), digest)
    if not _is_whole(path, digest):
        _write(path, content)
    owners = {"meeting_id": meeting_id, "agreement_id": agreement_id}
    wanted = {**owners, "kind": kind, "name": name_of(name), "sha256": digest}
    there = session.scalar(select(KeptFile.id).filter_by(**wanted))
    if there is not None:
        return there
    row = KeptFile(**wanted, media_type=media_type, size=len(content), created_at=kept_at or datetime.now(UTC))
    session.add(row)
    session.flush()
    return row.id


def name_of(path: str) -> str:
    """The name of a file as it is kept and shown: without folders, with nothing that hides or cannot be stored."""
    readable = Path(path).name.encode("utf-8", "replace").decode()
    return "".join(letter for letter in without_unseen(readable) if letter.isprintable()) or "-"


def _write(path: Path, content: bytes) -> None:
    """Put the bytes in place at once, or not at all; they are on the disk before a row names them."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with writable(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_bytes(content)
            force_to_disk(part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        force_to_disk(path.parent)


def read_kept(session: Session, kept_id: int) -> bytes:
    """The bytes. KnownError: record_gone; kept_file_missing, kept_file_changed (name, path)."""
    row = session.get(KeptFile, kept_id)
    if row is None:
        raise KnownError("record_gone", record="kept_file", number=kept_id)
    path = path_of(folder_in(session), row.sha256)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise KnownError("kept_file_missing", name=row.name, path=str(path)) from error
    if hashlib.sha256(content).hexdigest() != row.sha256:
        raise KnownError("kept_file_changed", name=row.name, path=str(path))
    return content


def list_kept(
    session: Session,
    *,
    meeting_id: int | None = None,
    agreement_id: int | None = None,
    kinds: Sequence[KeptFileKind] = (),
) -> tuple[KeptFileRow, ...]:
    """The kept files, of a meeting or an agreement where one is named, in the order in which they came; one query."""
    query = select(KeptFile).order_by(KeptFile.id)
    if meeting_id is not None:
        query = query.where(KeptFile.meeting_id == meeting_id)
    if agreement_id is not None:
        query = query.where(KeptFile.agreement_id == agreement_id)
    if kinds:
        query = query.where(KeptFile.kind.in_(kinds))
    return tuple(
        KeptFileRow(
            row.id,
            row.name,
            row.kind,
            row.media_type,
            row.size,
            row.sha256,
            row.created_at,
            row.meeting_id,
            row.agreement_id,
        )
        for row in session.scalars(query)
    )


def drop(session: Session, kept_ids: Iterable[int]) -> tuple[Path, ...]:
    """Keep these files no longer, inside a change; the contents that nobody names any more, for `remove` after it.

    They are removed after the commit: a change that fails must find them again.
    """
    rows = [row for kept_id in kept_ids if (row := session.get(KeptFile, kept_id)) is not None]
    digests = {row.sha256 for row in rows}
    for row in rows:
        session.delete(row)
    session.flush()
    named = set(session.scalars(select(KeptFile.sha256).where(KeptFile.sha256.in_(digests))))
    return tuple(path_of(folder_in(session), digest) for digest in sorted(digests - named))


def remove(paths: Iterable[Path]) -> None:
    """Remove contents that `drop` named; one that is gone or held by a viewer is no failure."""
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
            path.parent.rmdir()  # only where it is empty


def unnamed(session: Session) -> tuple[Path, ...]:
    """Contents that no row names: left by a change that failed after they were written. `remove` takes them away."""
    folder = folder_in(session)
    named = set(session.scalars(select(KeptFile.sha256)))
    return tuple(path for path in sorted(folder.glob("??/*")) if path.name not in named)


def copy_along(location: str | Path, target: Path) -> int:
    """Copy the files of a workspace to where those of its copy `target` belong; how many.

    KnownError: folder_not_writable; disk_full.
    """
    source, copied = folder_of(location), 0
    for path in sorted(source.glob("??/*")):
        if not path.name.startswith("."):
            _write(path_of(folder_of(target), path.name), path.read_bytes())
            copied += 1
    return copied


def _is_whole(path: Path, sha256: str) -> bool:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError:
        return False
