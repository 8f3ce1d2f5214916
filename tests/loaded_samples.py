"""The sample meetings as snapshots, loaded once per test process."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

import resources
from models.records import Record
from models.samples import SAMPLE_KEYS, base_types, load_meeting
from models.snapshots.shapes import Bilingual, MeetingSnapshot
from models.snapshots.take import take_meeting

TAKEN_AT = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


@cache
def sample_meetings() -> dict[str, MeetingSnapshot]:
    """All sample meetings by key, loaded one after the other into one store."""
    engine = create_engine("sqlite://")
    Record.metadata.create_all(engine)
    with Session(engine) as session:
        session.add_all(base_types())
        ids = {key: load_meeting(session, resources.path(f"samples/{key}.toml")) for key in SAMPLE_KEYS}
        meetings = {key: take_meeting(session, meeting_id, taken_at=TAKEN_AT) for key, meeting_id in ids.items()}
    engine.dispose()
    return meetings


def sample(key: str) -> MeetingSnapshot:
    """One sample meeting."""
    return sample_meetings()[key]


def pairs(*texts: Bilingual) -> list[tuple[str, str]]:
    """Texts as plain (Chinese, English)."""
    return [(text.zh, text.en) for text in texts]
