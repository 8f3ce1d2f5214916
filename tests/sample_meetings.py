"""The sample meetings as snapshots, taken once a test run from a workspace of their own."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from models.samples import SAMPLE_KEYS, load_samples
from models.snapshots.shapes import MeetingSnapshot
from models.snapshots.take import take_meeting
from models.store.queries import find_meeting
from models.store.workspace import open_workspace

TAKEN_AT = datetime(2024, 5, 18, 12, 0)


@cache
def sample_meetings() -> dict[str, MeetingSnapshot]:
    """All sample meetings by key; stamps of the loading are replaced by a fixed one, so that papers stay the same."""
    with tempfile.TemporaryDirectory() as folder, open_workspace(Path(folder) / "samples.db") as workspace:
        load_samples(workspace)
        with workspace.read() as session:
            taken = {key: take_meeting(session, find_meeting(session, key), taken_at=TAKEN_AT) for key in SAMPLE_KEYS}
    return {key: _stamped(snapshot) for key, snapshot in taken.items()}


def _stamped(snapshot: MeetingSnapshot) -> MeetingSnapshot:
    cooperations = tuple(replace(one, updated_at=TAKEN_AT) for one in snapshot.cooperations)
    return replace(snapshot, cooperations=cooperations)
