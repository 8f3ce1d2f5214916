"""The door for slips: a file, its bytes or the clipboard becomes a book of plain values, or a clear word why not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from pathlib import Path

from models.errors import KnownError
from models.imports.book import Book, Note, Sheet
from models.imports.in_steps import Steps, finished
from models.imports.limits import MEGABYTE, MOST_BYTES
from models.imports.sniff import sniff, sniff_zip
from models.imports.zip_parts import ZipParts

Found = tuple[str, tuple[Sheet, ...], tuple[Note, ...]]


def read_file(path: Path, *, password: str = "", beside: Collection[str] | None = None) -> Book:
    """What a file holds, known by its content and never by its name. Reads no more than values and plain marks.

    `beside`: the names in its folder, where many files of one folder are read.
    """
    return finished(file_in_steps(path, password=password, beside=beside))


def file_in_steps(path: Path, *, password: str = "", beside: Collection[str] | None = None) -> Steps[Book]:
    """The same in steps, for many files to take together."""
    _refuse_open_elsewhere(path, beside)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise KnownError("slip_too_large", name=path.name, most=MOST_BYTES // MEGABYTE)
        content = path.read_bytes()
    except PermissionError as error:
        raise KnownError("slip_no_access", name=path.name) from error
    except OSError as error:
        raise KnownError("slip_not_readable", name=path.name, reason=error.strerror or "") from error
    return (yield from _bytes_in_steps(path.name, content, password))


def read_bytes(name: str, content: bytes, *, password: str = "") -> Book:
    """What the bytes of a file hold."""
    return finished(_bytes_in_steps(name, content, password))


def _bytes_in_steps(name: str, content: bytes, password: str) -> Steps[Book]:
    if len(content) > MOST_BYTES:
        raise KnownError("slip_too_large", name=name, most=MOST_BYTES // MEGABYTE)
    kind, sheets, notes = yield from _read(name, content, password)
    return Book(name, kind, sheets, hashlib.sha256(content).hexdigest(), len(content), notes)


def _read(name: str, content: bytes, password: str, unlocked: bool = False) -> Steps[Found]:
    """Each reader is loaded when its kind is met."""
    kind = sniff(name, content)
    if kind == "ole":
        return (yield from _read_ole(name, content, password, unlocked))
    if kind == "xls":
        from models.imports.read_xls import read_xls

        return kind, read_xls(name, content, content), ()
    if kind == "csv":
        from models.imports.read_csv import read_csv

        return kind, *read_csv(name, content)
    parts = ZipParts(name, content)
    yield parts.claimed
    kind = sniff_zip(parts)
    if kind == "xlsx":
        from models.imports.read_xlsx import read_xlsx

        return kind, (yield from read_xlsx(parts)), ()
    return kind, _zip_reader(kind)(parts), ()


def _zip_reader(kind: str) -> Callable[[ZipParts], tuple[Sheet, ...]]:
    if kind == "ods":
        from models.imports.read_ods import read_ods

        return read_ods
    from models.imports.read_docx import read_docx

    return read_docx


def _read_ole(name: str, content: bytes, password: str, unlocked: bool) -> Steps[Found]:
    """Old Excel and WPS files, and everything that is locked with a password."""
    from models.imports.ole_streams import workbook_stream

    stream = workbook_stream(name, content)
    if stream is None:
        if unlocked:
            raise KnownError("slip_locked_otherwise", name=name)
        from models.imports.unlock import unlock

        return (yield from _read(name, unlock(name, content, password), password, unlocked=True))
    from models.imports.read_xls import read_xls

    return "xls", read_xls(name, content, stream), ()


def _refuse_open_elsewhere(path: Path, beside: Collection[str] | None) -> None:
    """Excel, WPS and LibreOffice leave a file beside the one that is open; what is on the disk may be old."""
    name = path.name
    if name.startswith(("~$", ".~")):
        raise KnownError("slip_is_lock", name=name)
    for lock in (f"~${name}", f"~${name[2:]}", f".~{name}", f".~lock.{name}#"):
        if path.with_name(lock).exists() if beside is None else lock in beside:
            raise KnownError("slip_open_elsewhere", name=name, lock=lock)
