"""Rows are counted by table."""

from __future__ import annotations

from pathlib import Path

from models.records import Record
from models.store.counts import count_rows
from models.store.workspace import open_workspace
from tests.factories import make_meeting


def test_every_table_is_counted(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "x.sqlite", client="desk") as workspace:
        with workspace.change("load_sample", meeting="x") as session:
            make_meeting(session)
            make_meeting(session, key="second")
        with workspace.read() as session:
            counted = count_rows(session)
    expected = dict.fromkeys(sorted(Record.metadata.tables), 0)
    assert counted == expected | {"meeting": 2, "change_step": 1, "row_image": 2, "audit_entry": 1}
