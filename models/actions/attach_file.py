"""Files beside an agreement: the scan of the signed paper. Their bytes are kept files."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of
from models.actions.revisions import agreement_of
from models.codes import KeptFileKind
from models.errors import KnownError
from models.records import Attachment, KeptFile
from models.store.kept_files import MOST_BYTES, name_of, read_kept, store

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
ENDINGS = {PDF: ".pdf", JPEG: ".jpg", PNG: ".png"}
_LOOKED_AT = 1024  # bytes: mail programs and scanners put a few before and behind a PDF
_TAIL = 64 * 1024
# How a file of each kind begins (a PDF somewhere in its first bytes), and what stands near its end when it is whole.
_ILLEGAL = re.compile(r'[<>:"/\\|?*]')  # in names of files on Windows
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)  # no names of files on Windows
_LONGEST_STEM = 180  # bytes of UTF-8 before the ending
_BEGINNINGS = ((JPEG, b"\xff\xd8\xff"), (PNG, b"\x89PNG\r\n\x1a\n"))
_ENDS = {PDF: b"%%EOF", JPEG: b"\xff\xd9", PNG: b"IEND"}


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan that was read: its name without folders, its kind by its content, its bytes."""

    name: str
    media_type: str
    content: bytes

    @property
    def is_locked(self) -> bool:
        """Whether it is a PDF with a password, to be opened or to be printed with."""
        return self.media_type == PDF and b"/Encrypt" in self.content


def read_scan(path: Path) -> Scan:
    """Read a PDF, JPG or PNG file. Its size is asked for first: one that is too large is never read.

    KnownError: scan_not_readable (name, reason), kept_file_too_large (name, most), scan_of_another_kind (name),
    scan_cut_short (name).
    """
    name = name_of(str(path))
    content = _read(path, name)
    media_type = media_type_of(content)
    if content and not media_type:
        raise KnownError("scan_of_another_kind", name=name)
    if not content or _ENDS[media_type] not in content[-_TAIL:]:
        raise KnownError("scan_cut_short", name=name)
    return Scan(name, media_type, content)


def _read(path: Path, name: str) -> bytes:
    """The bytes of a file, never more than may be kept; a pipe would be waited for without end."""
    try:
        about = path.stat()
        if about.st_size > MOST_BYTES:
            raise KnownError("kept_file_too_large", name=name, most=MOST_BYTES // 2**20)
        if not stat.S_ISREG(about.st_mode) and not stat.S_ISDIR(about.st_mode):
            raise KnownError("scan_of_another_kind", name=name)
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise KnownError("scan_not_readable", name=name, reason=error.strerror or str(error)) from error


def media_type_of(content: bytes) -> str:
    """What a file is by its first bytes, whatever its name says; empty for any other kind."""
    if b"%PDF-" in content[:_LOOKED_AT]:
        return PDF
    return next((media_type for media_type, start in _BEGINNINGS if content.startswith(start)), "")


def attach_file(
    session: Session, agreement_id: int, scan: Scan, *, kind: KeptFileKind = KeptFileKind.SCAN
) -> int | None:
    """Keep a file beside the agreement; its id, or None where the same content lies there already.

    KnownError: record_gone, and those of `store`.
    """
    agreement = agreement_of(session, agreement_id)
    kept_id = store(
        session,
        name=scan.name,
        content=scan.content,
        kind=kind,
        meeting_id=agreement.meeting_id,
        agreement_id=agreement_id,
        media_type=scan.media_type,
    )
    kept = record_of(session, "kept_file", kept_id)
    assert isinstance(kept, KeptFile)
    if any(one.sha256 == kept.sha256 for one in agreement.attachments):
        return None
    position = max((one.position for one in agreement.attachments), default=-1) + 1
    about = {"name": kept.name, "kind": kind, "media_type": scan.media_type, "sha256": kept.sha256, "size": kept.size}
    row = Attachment(position=position, **about)
    agreement.attachments.append(row)
    session.flush()
    return row.id


def remove_attachments(session: Session, attachment_ids: Sequence[int]) -> None:
    """Files less; their bytes stay kept, so that undo brings them back. KnownError: record_gone."""
    for attachment_id in attachment_ids:
        row = _attachment(session, attachment_id)
        agreement = agreement_of(session, row.agreement_id)  # held: the session alone would let it go
        agreement.attachments.remove(row)
    session.flush()


def copy_to_look_at(session: Session, attachment_id: int, folder: Path) -> Path:
    """A copy to be opened, which cannot be written; what is kept is not touched.

    KnownError: record_gone; kept_file_missing, kept_file_changed (name, path); scan_not_readable (name, reason).
    """
    row = _attachment(session, attachment_id)
    kept = session.scalars(select(KeptFile.id).where(KeptFile.sha256 == row.sha256).order_by(KeptFile.id)).first()
    if kept is None:
        raise KnownError("kept_file_missing", name=row.name, path=row.sha256)
    content = read_kept(session, kept)
    copy = folder / row.sha256[:8] / _file_name(row)
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        if not copy.exists():
            part = copy.with_name(f".{os.getpid()}.part")  # never half a scan under its name
            part.write_bytes(content)
            part.replace(copy)
            copy.chmod(0o444)
    except OSError as error:
        raise KnownError("scan_not_readable", name=row.name, reason=error.strerror or str(error)) from error
    return copy


def _file_name(row: Attachment) -> str:
    """With the ending of what it is: a JPG that is called .pdf opens as a picture."""
    ending = ENDINGS.get(row.media_type, "")
    name = _RESERVED.sub(r"_\g<0>", _ILLEGAL.sub("_", row.name))
    known = name.lower().endswith((ending, ".jpeg") if ending == ".jpg" else ending)
    stem, ending = (name[: name.rindex(".")], name[name.rindex(".") :]) if known and ending else (name, ending)
    return stem.encode()[:_LONGEST_STEM].decode(errors="ignore") + ending


def _attachment(session: Session, attachment_id: int) -> Attachment:
    row = record_of(session, "attachment", attachment_id)
    assert isinstance(row, Attachment)
    return row
