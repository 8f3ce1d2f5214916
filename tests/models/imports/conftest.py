"""A session on an empty database in memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from models.records import Record


@pytest.fixture
def session() -> Iterator[Session]:
    """Rows go in through factories; nothing is committed."""
    engine = create_engine("sqlite://")
    Record.metadata.create_all(engine)
    with Session(engine) as opened:
        yield opened
    engine.dispose()
