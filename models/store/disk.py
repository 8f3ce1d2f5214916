"""What every file that is written beside a workspace needs: refusals told as errors, bytes forced to the disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from models.errors import KnownError


@contextmanager
def writable(folder: Path) -> Iterator[None]:
    """Turn a refusal of the file system into a KnownError; a full disk is one of its own."""
    try:
        yield
    except OSError as error:
        code = "disk_full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "folder_not_writable"
        raise KnownError(code, path=str(folder), reason=error.strerror or "") from error


def force_to_disk(path: Path) -> None:
    """Have the system write it down now; where folders cannot be opened (Windows) they need not be."""
    with suppress(PermissionError):
        descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
