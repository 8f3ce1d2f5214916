"""SQLAlchemy loaded leanly: nothing of what it imports and never uses, and all of that when it is asked for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from models.store.workspace import open_workspace

ROOT = Path(__file__).resolve().parents[3]

SCRIPT = """
import json, sys
from pathlib import Path
from models.store.lean_sqlalchemy import load_sqlalchemy

load_sqlalchemy()
load_sqlalchemy()
spared = ("asyncio", "ssl", "_hashlib", "hashlib", "importlib.metadata", "email")
seen = {"loaded": [name for name in spared if name in sys.modules]}

from models.store.workspace import open_workspace
from tests import factories as make

with open_workspace(sys.argv[1]) as workspace:
    with workspace.change("create_meeting") as session:
        make.make_meeting(session)
    workspace.undo()
    workspace.redo()
seen["used"] = [name for name in spared if name in sys.modules]

from sqlalchemy.util import compat, concurrency

import asyncio, hashlib, importlib.metadata
seen["same"] = [
    compat.asyncio.CancelledError is asyncio.CancelledError,
    compat.hashlib.sha256 is hashlib.sha256,
    compat.importlib_metadata.entry_points is importlib.metadata.entry_points,
    concurrency.is_cancellation_exception(asyncio.CancelledError()),
    compat.md5_not_for_security().name == "md5",
    hasattr(compat.asyncio, "__path__"),
]
print(json.dumps(seen))
"""


def test_what_is_never_used_is_not_imported_and_comes_when_it_is_asked_for(tmp_path: Path):
    file = str(tmp_path / "w.sqlite")
    open_workspace(file).close()  # Alembic, which makes it, asks for more
    command = [sys.executable, "-c", SCRIPT, file]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {"loaded": [], "used": [], "same": [True, True, True, True, True, False]}
