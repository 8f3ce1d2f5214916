"""Workspaces of every database at hand: SQLite always, PostgreSQL when SIGNING_DESK_TEST_POSTGRES holds a URL."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from models.store.workspace import Workspace, open_workspace

POSTGRES = os.environ.get("SIGNING_DESK_TEST_POSTGRES", "")
BACKENDS = ("sqlite", "postgresql") if POSTGRES else ("sqlite",)


@pytest.fixture(scope="session")
def fresh_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace of the newest schema, migrated once for all tests."""
    file = tmp_path_factory.mktemp("fresh") / "fresh.desk"
    open_workspace(file).close()
    return file


@pytest.fixture
def file(fresh_file: Path, tmp_path: Path) -> Path:
    """An empty workspace file of one's own."""
    return Path(shutil.copyfile(fresh_file, tmp_path / "meetings.desk"))


@pytest.fixture(params=BACKENDS)
def location(request: pytest.FixtureRequest) -> Iterator[str]:
    """Where an empty workspace lies, in each database."""
    if request.param == "sqlite":
        yield str(request.getfixturevalue("file"))
    else:
        for url in schema_of_its_own():
            open_workspace(url).close()
            yield url


@pytest.fixture
def workspace(location: str) -> Iterator[Workspace]:
    """An empty workspace, open."""
    with open_workspace(location, client="desk-1") as opened:
        yield opened


def schema_of_its_own() -> Iterator[str]:
    """The URL of an empty PostgreSQL schema, dropped afterwards."""
    schema = f"test_{uuid.uuid4().hex}"
    url = make_url(POSTGRES).set(drivername="postgresql+psycopg")
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
    try:
        yield url.update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP SCHEMA {schema} CASCADE")
