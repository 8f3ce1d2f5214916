"""Opens what Excel or WPS has locked with a password, in memory; for old xls through a nameless temporary file."""

from __future__ import annotations

import re
from io import BytesIO

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, InvalidKeyError
from olefile import OleFileIO

from models.errors import KnownError
from models.imports.limits import MEGABYTE
from models.imports.parser_faults import parser_faults

_USUAL = "VelvetSweatshop"  # Excel's own word for workbooks locked against changes only
_MOST_ROUNDS = 1_000_000  # Excel takes 100,000; a hostile file asks for minutes of work
_MOST_OLD = 10 * MEGABYTE  # old xls is unlocked byte by byte, at forty times its size
_ROUNDS = re.compile(rb'spinCount="(\d+)"')


def unlock(name: str, content: bytes, password: str) -> bytes:
    """The file without its password."""
    with parser_faults(name):
        checked = {"verify_password": True} if _is_package(name, content) else {}  # old files are checked anyway
        locked = msoffcrypto.OfficeFile(BytesIO(content))
        for attempt in (password, _USUAL):
            try:
                locked.load_key(password=attempt, **checked)
                opened = BytesIO()
                locked.decrypt(opened)
            except (InvalidKeyError, DecryptionError):
                continue
            return opened.getvalue()
    raise KnownError("slip_password_wrong" if password else "slip_password_needed", name=name)


def _is_package(name: str, content: bytes) -> bool:
    """Whether it is an xlsx or docx within; what would take minutes or all memory is refused."""
    with OleFileIO(BytesIO(content)) as ole:
        if not ole.exists("EncryptionInfo"):
            if len(content) > _MOST_OLD:
                raise KnownError("slip_too_large", name=name, most=_MOST_OLD // MEGABYTE)
            return False
        found = _ROUNDS.findall(ole.openstream("EncryptionInfo").read())
    if any(int(rounds) > _MOST_ROUNDS for rounds in found):
        raise KnownError("slip_unsafe", name=name)
    return True
