"""The door for slips: a file, its bytes or the clipboard becomes a book of plain values, or a clear word why not."""

from __future__ import annotations

import hashlib
from pathlib import Path

from models.errors import KnownError
from models.imports.book import Book, Note, Sheet
from models.imports.limits import MEGABYTE, MOST_BYTES
from models.imports.read_csv import read_csv
from models.imports.sniff import sniff


def read_file(path: Path, *, password: str = "") -> Book:
    """What a file holds, known by its content and never by its name. Reads no more than values and plain marks."""
    _refuse_open_elsewhere(path)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise KnownError("slip_too_large", name=path.name, most=MOST_BYTES // MEGABYTE)
        content = path.read_bytes()
    except PermissionError as error:
        raise KnownError("slip_open_elsewhere", name=path.name) from error
    except OSError as error:
        raise KnownError("slip_not_readable", name=path.name, reason=error.strerror or "") from error
    return read_bytes(path.name, content, password=password)


def read_bytes(name: str, content: bytes, *, password: str = "") -> Book:
    """What the bytes of a file hold."""
    if len(content) > MOST_BYTES:
        raise KnownError("slip_too_large", name=name, most=MOST_BYTES // MEGABYTE)
    kind, sheets, notes = _read(name, content, password)
    return Book(name, kind, sheets, hashlib.sha256(content).hexdigest(), len(content), notes)


def _read(name: str, content: bytes, password: str) -> tuple[str, tuple[Sheet, ...], tuple[Note, ...]]:
    kind = sniff(name, content)
    if kind == "xlsx":
        from models.imports.read_xlsx import read_xlsx

        return kind, read_xlsx(name, content), ()
    return kind, *read_csv(name, content)


def _refuse_open_elsewhere(path: Path) -> None:
    """Excel, WPS and LibreOffice leave a file beside the one that is open; what is on the disk may be old."""
    name = path.name
    if name.startswith(("~$", ".~")):
        raise KnownError("slip_is_lock", name=name)
    locks = (f"~${name}", f"~${name[2:]}", f".~{name}", f".~lock.{name}#")
    if any(path.with_name(lock).exists() for lock in locks):
        raise KnownError("slip_open_elsewhere", name=name)
