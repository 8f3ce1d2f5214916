"""What a driver says, in our codes."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy.exc import IntegrityError

from models.store.database_errors import known_code, known_errors
from tests.models.store.stored import refused


class DriverError(Exception):
    """As psycopg raises it: with the SQLSTATE of the server, or None if there was no server."""

    def __init__(self, sqlstate: str | None) -> None:
        self.sqlstate = sqlstate


class OperationalError(DriverError):
    """What psycopg raises when it cannot connect."""


def sqlite_error(name: str) -> sqlite3.OperationalError:
    """An error as SQLite's driver raises it."""
    error = sqlite3.OperationalError(f"{name}\nand more")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_FULL", "disk_full"),
        ("SQLITE_BUSY_SNAPSHOT", "workspace_busy"),
        ("SQLITE_READONLY_DBMOVED", "workspace_read_only"),
        ("SQLITE_IOERR_WRITE", "disk_failed"),
        ("SQLITE_CORRUPT_INDEX", "workspace_damaged"),
        ("SQLITE_NOTADB", "not_a_workspace"),
        ("SQLITE_CANTOPEN_ISDIR", "workspace_unreachable"),
        ("SQLITE_ERROR", ""),
    ],
)
def test_codes_of_sqlite(name: str, code: str) -> None:
    assert known_code(sqlite_error(name)) == code


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("53100", "disk_full"),
        ("25006", "workspace_read_only"),
        ("40P01", "workspace_busy"),
        ("08006", "database_unreachable"),
        ("28P01", "database_unreachable"),
        ("3D000", "database_unreachable"),
        ("57P01", "database_unreachable"),
        ("42601", ""),
        (None, ""),
    ],
)
def test_codes_of_postgresql(state: str | None, code: str) -> None:
    assert known_code(DriverError(state)) == code


def test_server_that_cannot_be_reached() -> None:
    assert known_code(OperationalError(None)) == "database_unreachable"


def test_known_error_names_the_place_and_the_first_line() -> None:
    with refused("disk_failed", path="meetings.desk", reason="SQLITE_IOERR_READ"), known_errors("meetings.desk"):
        raise sqlite_error("SQLITE_IOERR_READ")


@pytest.mark.parametrize("error", [sqlite_error("SQLITE_ERROR"), IntegrityError("", {}, Exception()), KeyError("x")])
def test_bugs_and_broken_constraints_pass(error: Exception) -> None:
    with pytest.raises(type(error)), known_errors("meetings.desk"):
        raise error
