"""What a process does with its open workspace never loses the locks it holds: others would take its log away."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from models.store.backup import back_up
from models.store.glimpse import glimpse
from models.store.integrity import check_integrity
from models.store.workspace import open_workspace
from tests.models.store.stored import add_meeting

LOOK = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT 1 FROM meeting').fetchall(); c.close()"


def open_again(file: Path) -> None:
    """Open and close the workspace a second time in the same process."""
    open_workspace(file).close()


@pytest.mark.parametrize("act", [back_up, check_integrity, open_again, lambda file: glimpse(str(file))])
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
        assert (log.exists(), log.stat().st_ino) == (True, before)
