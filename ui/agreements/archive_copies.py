"""Where copies of kept files lie while they are looked at; they go when the program ends."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path


@cache
def copies_folder() -> Path:
    """A folder of this run of the program."""
    folder = Path(tempfile.mkdtemp(prefix="signing-desk-"))
    atexit.register(remove_copies, folder)
    return folder


def remove_copies(folder: Path) -> None:
    """Remove the copies, which cannot be written; one that a viewer holds open stays."""
    for path in folder.rglob("*"):
        with suppress(OSError):
            path.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)
