"""What a process does with its open workspace never loses the locks it holds: others would take its log away."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from models.store.backup import back_up
from models.store.glimpse import glimpse
from models.store.integrity import check_integrity
from models.store.workspace import Workspace, open_workspace
from tests.models.store.stored import add_meeting

WRITE = (
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('UPDATE meeting SET city_zh = 1'); c.commit(); "
    "print(c.execute('SELECT count(*) FROM meeting WHERE city_zh = 1').fetchone()[0]); c.close()"
)
LOOK = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT 1 FROM meeting').fetchall(); c.close()"


def keys(workspace: Workspace) -> list[str]:
    """The keys of the meetings."""
    with workspace.look() as looking:
        return sorted(row[0] for row in looking.rows("SELECT key FROM meeting"))


def open_again(file: Path) -> None:
    """Open and close the workspace a second time in the same process."""
    open_workspace(file).close()


def read_all_beside(file: Path) -> None:
    """What a file dialog does to tell the kinds of the files in a folder."""
    for path in (path for path in file.parent.iterdir() if path.is_file()):
        path.read_bytes()


ACTS = [back_up, check_integrity, open_again, read_all_beside, lambda file: glimpse(str(file))]


@pytest.mark.parametrize("act", ACTS)
def test_another_process_that_closes_the_file_leaves_the_log_of_this_one(
    file: Path, act: Callable[[Path], object]
) -> None:
    with open_workspace(file) as workspace:
        add_meeting(workspace)
        act(file)
        log = file.with_name(file.name + "-wal")
        before = log.stat().st_ino
        subprocess.run([sys.executable, "-c", LOOK, str(file)], check=True)
        add_meeting(workspace, "after")
        assert (log.exists(), log.stat().st_ino, keys(workspace)) == (True, before, ["after", "shangdang-whu"])
    assert [path.name for path in file.parent.glob(f"{file.name}-*")] == []  # the last one puts the log away


def test_a_log_that_was_left_open_elsewhere_is_not_begun_anew(file: Path) -> None:
    """Another process opens the file after ours has lost the locks of SQLite: it must not take itself for the first."""
    with open_workspace(file) as workspace:
        add_meeting(workspace)
        read_all_beside(file)
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True)):
            other = subprocess.run([sys.executable, "-c", WRITE, str(file)], check=True, capture_output=True, text=True)
        add_meeting(workspace, "after")
        assert (other.stdout.strip(), keys(workspace)) == ("1", ["after", "shangdang-whu"])
