"""The log of unexpected failures, shared by the window and the command line; and what the parts below report."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from ui import folders

LARGEST_LOG = 1_000_000  # bytes; then the old logs make way
LOGS_KEPT = 3  # old ones, .1 the newest


def write_log(details: str, file: Path | None = None) -> Path | None:
    """Append to the log and say where it is; None where it cannot be written: a failure to log is no second failure."""
    log = file or folders.log_file()
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > LARGEST_LOG:
            _make_way(log)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"{datetime.now().isoformat(timespec='seconds')}\n{details}\n")
    except OSError:
        return None
    return log


def logs(file: Path | None = None) -> tuple[Path, ...]:
    """The log and the old ones that are there, the newest first."""
    log = file or folders.log_file()
    return tuple(path for path in (log, *_old(log)) if path.is_file())


def _old(log: Path) -> list[Path]:
    return [log.with_name(f"{log.name}.{number}") for number in range(1, LOGS_KEPT + 1)]


def _make_way(log: Path) -> None:
    """Each log becomes the next older one; the oldest goes."""
    names = [log, *_old(log)]
    for newer, older in reversed(list(pairwise(names))):
        with suppress(FileNotFoundError):
            newer.replace(older)


class _IntoTheLog(logging.Handler):
    """Writes what the parts below report (`logging`) into our log."""

    def emit(self, record: logging.LogRecord) -> None:
        write_log(self.format(record))


def keep_reports() -> logging.Handler:
    """Write warnings and errors of the parts below into the log from now on; returns what `forget_reports` takes."""
    handler = _IntoTheLog(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def forget_reports(handler: logging.Handler) -> None:
    """Write no more reports."""
    logging.getLogger().removeHandler(handler)
