"""The log of unexpected failures, shared by the window and the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ui import folders

LARGEST_LOG = 1_000_000  # bytes; then the old log makes way, one is kept


def write_log(details: str, file: Path | None = None) -> Path | None:
    """Append to the log and say where it is; None where it cannot be written: a failure to log is no second failure."""
    log = file or folders.log_file()
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > LARGEST_LOG:
            log.replace(log.with_name(log.name + ".1"))
        with log.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"{datetime.now().isoformat(timespec='seconds')}\n{details}\n")
    except OSError:
        return None
    return log
