"""Where the half-entered batch of a meeting lies: beside the user's settings, for window and command line."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path


def batch_file(settings: Path, location: str, meeting_id: int) -> Path:
    """That of a meeting in the workspace at `location`; `settings`: the user's settings file."""
    return settings.parent / "batches" / f"{sha256(location.encode()).hexdigest()[:16]}-{meeting_id}.json"


def forget_batch(settings: Path, location: str, meeting_id: int) -> None:
    """Take it away, with the names in it; where it cannot be, the window does so when it next looks at it."""
    with suppress(OSError):
        batch_file(settings, location, meeting_id).unlink(missing_ok=True)
