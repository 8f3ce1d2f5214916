"""What the database or the disk refuses, as KnownErrors: by the driver's own codes, never by its sentences."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from models.errors import KnownError

# First parts of SQLite's extended codes (SQLITE_IOERR_WRITE …), https://sqlite.org/rescode.html
SQLITE_CODES = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_BUSY": "workspace_busy",
    "SQLITE_LOCKED": "workspace_busy",
    "SQLITE_READONLY": "workspace_read_only",
    "SQLITE_PERM": "workspace_read_only",
    "SQLITE_IOERR": "disk_failed",
    "SQLITE_CORRUPT": "workspace_damaged",
    "SQLITE_NOTADB": "not_a_workspace",
    "SQLITE_CANTOPEN": "workspace_unreachable",
}
# Classes and codes of SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html
SQLSTATES = {
    "53100": "disk_full",
    "25006": "workspace_read_only",
    "42501": "workspace_read_only",
    "55P03": "workspace_busy",
    "40": "workspace_busy",
    "08": "database_unreachable",
    "28": "database_unreachable",
    "3D": "database_unreachable",
    "57P": "database_unreachable",
    "58": "disk_failed",
}


@contextmanager
def known_errors(place: str) -> Iterator[None]:
    """Turn what the user can mend into a KnownError with the place and the driver's reason; let bugs through."""
    try:
        yield
    except Exception as error:
        cause = _cause(error)
        code = known_code(cause) if cause is not None else ""
        if not code:
            raise
        reason = (str(cause).strip().splitlines() or [""])[0]
        raise KnownError(code, path=place, reason=reason) from error


def _cause(error: Exception) -> BaseException | None:
    """The driver's own error; None where it is not one, or a refusal that only the change understands."""
    if isinstance(error, sqlite3.Error) or "sqlalchemy" not in sys.modules:
        return error if isinstance(error, sqlite3.Error) else None
    from sqlalchemy.exc import DBAPIError, IntegrityError

    return error.orig if isinstance(error, DBAPIError) and not isinstance(error, IntegrityError) else None


def known_code(cause: BaseException | None) -> str:
    """The code of a driver's error, empty when it is none the user can mend."""
    name = getattr(cause, "sqlite_errorname", None)
    if name is not None:
        return SQLITE_CODES.get("_".join(name.split("_")[:2]), "")
    state = getattr(cause, "sqlstate", None)
    if state is None:  # psycopg could not even connect
        return "database_unreachable" if type(cause).__name__ == "OperationalError" else ""
    return next((code for start, code in SQLSTATES.items() if state.startswith(start)), "")
