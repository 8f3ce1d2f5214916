"""A session on an empty database in memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session

from models.records import Record


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    """The tables are made once."""
    made = create_engine("sqlite://")
    Record.metadata.create_all(made)
    yield made
    made.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """Rows go in through factories; nothing is committed, so each test finds the tables empty."""
    with Session(engine) as opened:
        yield opened
        opened.rollback()
