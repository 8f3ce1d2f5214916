"""`WORKSPACE.lock`: which host uses a workspace file. One host shares it among its processes; another is refused.

SQLite's write-ahead log is not safe between two computers on a network folder, so the second one is told who is there.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from models.errors import KnownError

READER_TRIES = 5  # each a hundredth of a second; reading a lock file takes less than one
GUARD_SECONDS = 2.0  # a guard file that stays this long was left behind by a process that died


@dataclass(frozen=True)
class Holder:
    """One process that has the workspace open."""

    pid: int
    user: str
    since: str
    token: str  # of one opening: a process may open a workspace twice


def this_process() -> Holder:
    """Ourselves, from now on."""
    return Holder(os.getpid(), user_name(), datetime.now(UTC).isoformat(timespec="seconds"), uuid.uuid4().hex)


def _holder(pid: object, user: object, since: object, token: object) -> Holder:
    """An entry of a lock file. ValueError: no process has such a number."""
    if not isinstance(pid, int) or isinstance(pid, bool) or pid <= 0:
        raise ValueError(f"no process number: {pid!r}")
    return Holder(pid, str(user), str(since), str(token))


class WorkspaceLock:
    """Our entry in the lock file, from `acquire` to `release`."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        self.file = workspace.with_name(workspace.name + ".lock")
        self._guard = workspace.with_name(workspace.name + ".lock-guard")
        self._own: Holder | None = None

    def acquire(self, *, alone: bool = False) -> None:
        """Enter the lock file.

        KnownError: workspace_held_elsewhere; with `alone`, workspace_in_use. OSError: no rights.
        """
        with self._guarded():
            holders = self._others()
            if alone and holders:
                raise KnownError("workspace_in_use", user=holders[0].user, pid=holders[0].pid, since=holders[0].since)
            self._own = this_process()
            self._write([*holders, self._own])

    def check(self) -> None:
        """Refuse a workspace that another host holds, or nobody can tell whose it is, without entering.

        KnownError: workspace_held_elsewhere, workspace_unreachable.
        """
        try:
            self._others()
        except OSError as error:
            raise KnownError("workspace_unreachable", path=str(self._workspace), reason=error.strerror or "") from error

    def release(self) -> None:
        """Leave the lock file; the last one removes it."""
        if self._own is None:
            return
        own, self._own = self._own, None
        with suppress(OSError), self._guarded():
            self._write([holder for holder in self._stored()[1] if holder.token != own.token])

    def _others(self) -> list[Holder]:
        """The living processes of this host that are in the file."""
        host, holders = self._stored()
        if holders and host != host_name():
            raise KnownError(
                "workspace_held_elsewhere", host=host, user=holders[0].user, since=holders[0].since, lock=str(self.file)
            )
        return [holder for holder in holders if is_alive(holder.pid)]

    def _stored(self) -> tuple[str, list[Holder]]:
        """Host and holders; a missing or garbled file holds nobody."""
        try:
            content = json.loads(self.file.read_text(encoding="utf-8"))
            return str(content["host"]), [_holder(**entry) for entry in content["holders"]]
        except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError, RecursionError):
            return host_name(), []

    def _write(self, holders: list[Holder]) -> None:
        """Replace the file at once, or remove it when nobody is left."""
        if not holders:
            _patiently(lambda: self.file.unlink(missing_ok=True))
            return
        content = {"host": host_name(), "holders": [asdict(holder) for holder in holders]}
        fresh = self.file.with_name(self.file.name + "-new")
        fresh.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        _patiently(lambda: fresh.replace(self.file))

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Nobody else changes the lock file meanwhile; a file made exclusively guards it on every system."""
        waited_since, denied = time.monotonic(), 0
        while True:
            try:
                if self._made_guard():
                    break
            except PermissionError:  # on Windows also while another process is just removing it
                denied += 1
                if denied == 5:
                    raise
            if time.monotonic() - waited_since > GUARD_SECONDS:
                self._guard.unlink(missing_ok=True)
                waited_since = time.monotonic()
            time.sleep(0.005)
        try:
            yield
        finally:
            self._guard.unlink(missing_ok=True)

    def _made_guard(self) -> bool:
        try:
            os.close(os.open(self._guard, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        except FileExistsError:
            return False
        return True


def _patiently(put: Callable[[], object]) -> None:
    """Change the lock file; Windows lets nobody while somebody is just reading it."""
    for _ in range(READER_TRIES):
        with suppress(PermissionError):
            put()
            return
        time.sleep(0.01)
    put()


def host_name() -> str:
    """This computer's name on the network."""
    return socket.gethostname()


def user_name() -> str:
    """Who is logged in; an account without a name goes by its number."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return str(os.getuid()) if sys.platform != "win32" else "user"


if sys.platform == "win32":  # pragma: no cover

    def is_alive(pid: int) -> bool:
        """Whether a process of this host still runs."""
        import ctypes

        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
        if not handle:
            return bool(ctypes.GetLastError() == 5)  # access denied: it lives, and is another user's
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == 259  # STILL_ACTIVE

else:

    def is_alive(pid: int) -> bool:
        """Whether a process of this host still runs."""
        try:
            os.kill(pid, 0)  # signal 0 only asks; on Windows it would end the process, hence the other branch
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True
