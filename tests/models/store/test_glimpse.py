"""The quick look at a workspace sees what the list sees, changes nothing, and is silent about what it cannot read."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.samples import load_samples
from models.store.glimpse import glimpse
from models.store.queries import list_meetings
from models.store.workspace import open_workspace


def test_it_lists_what_the_workspace_lists(tmp_path: Path):
    file = tmp_path / "w.sqlite"
    with open_workspace(file) as workspace:
        load_samples(workspace, ("shangdang-whu", "liandu-lsu", "hongdong-zju"))
        with workspace.read() as session:
            listed = list_meetings(session)
        assert (glimpse(str(file)), len(listed)) == (listed, 3)
    assert glimpse(str(file)) == listed


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 99])
def test_what_is_no_workspace_is_left_as_it_is(tmp_path: Path, content: bytes | None):
    file = tmp_path / "w.sqlite"
    if content is not None:
        file.write_bytes(content)
    assert (glimpse(str(file)), glimpse("postgresql://office@server/desk")) == ((), ())
    assert [found.name for found in tmp_path.iterdir()] == ([] if content is None else ["w.sqlite"])
    assert content is None or file.read_bytes() == content
