"""Looks into the container of old Office files: what it holds is told by the names of its streams."""

from __future__ import annotations

from io import BytesIO

from olefile import OleFileIO

from models.errors import KnownError
from models.imports.parser_faults import parser_faults
from models.imports.xls_records import is_locked


def workbook_stream(name: str, content: bytes) -> bytes | None:
    """The records of the old workbook inside; None where it is locked with a password."""
    with parser_faults(name), OleFileIO(BytesIO(content)) as ole:
        if ole.exists("EncryptedPackage"):
            return None
        for entry in ("Workbook", "Book"):
            if ole.exists(entry):
                stream: bytes = ole.openstream(entry).read()
                return None if is_locked(stream) else stream
        if ole.exists("WordDocument"):
            raise KnownError("slip_old_word", name=name)
    raise KnownError("slip_unknown", name=name)
