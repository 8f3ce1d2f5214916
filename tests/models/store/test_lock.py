"""The lock file: one host shares the workspace, another is refused by name, the dead are forgotten."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import nullcontext
from pathlib import Path

import pytest

from models.errors import KnownError
from models.store import lock as lock_module
from models.store.backup import back_up
from models.store.integrity import check_integrity
from models.store.lock import WorkspaceLock, host_name, is_alive, user_name
from models.store.workspace import open_workspace
from tests.models.store.stored import refused

SINCE = "2024-05-20T09:30:00+00:00"


def write_lock(file: Path, host: str, *pids: int) -> Path:
    """A lock file as a process on `host` leaves it."""
    lock = file.with_name(file.name + ".lock")
    holders = [{"pid": pid, "user": "王明", "since": SINCE, "token": str(pid)} for pid in pids]
    lock.write_text(json.dumps({"host": host, "holders": holders}), encoding="utf-8")
    return lock


def dead_pid() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_workspace_of_another_host_is_refused_by_name(file: Path) -> None:
    lock = write_lock(file, "OFFICE-PC-7", 42)
    with refused("workspace_held_elsewhere", host="OFFICE-PC-7", user="王明", since=SINCE, lock=str(lock)):
        open_workspace(file)
    assert sorted(path.name for path in file.parent.iterdir() if path.is_file()) == [file.name, lock.name]


def test_lock_names_host_user_and_process(file: Path) -> None:
    with open_workspace(file):
        stored = json.loads(file.with_name(file.name + ".lock").read_text(encoding="utf-8"))
    (holder,) = stored["holders"]
    assert (stored["host"], holder["user"], holder["pid"]) == (host_name(), user_name(), os.getpid())


def test_same_host_shares_and_the_last_one_removes_the_lock(file: Path) -> None:
    lock = file.with_name(file.name + ".lock")
    first, second = open_workspace(file), open_workspace(file)
    first.close()
    assert lock.exists()
    second.close()
    assert not lock.exists()


def test_lock_of_a_dead_process_of_this_host_is_forgotten(file: Path) -> None:
    lock = write_lock(file, host_name(), dead_pid())
    with open_workspace(file):
        holders = json.loads(lock.read_text(encoding="utf-8"))["holders"]
        assert [holder["pid"] for holder in holders] == [os.getpid()]


NO_LOCKS = ("", "{", "[]", '{"host": "x"}', '{"host": "x", "holders": [{"pid": 1}]}', "\x00", "[" * 100_000)


@pytest.mark.parametrize("garbage", NO_LOCKS)
def test_garbled_lock_holds_nobody(file: Path, garbage: str) -> None:
    file.with_name(file.name + ".lock").write_text(garbage)
    open_workspace(file).close()


@pytest.mark.parametrize("pid", ["7", 1.5, None, 0, -1, True])
def test_holder_without_a_process_number_holds_nothing(file: Path, pid: object) -> None:
    holder = {"pid": pid, "user": "王明", "since": SINCE, "token": "t"}
    lock = file.with_name(file.name + ".lock")
    lock.write_text(json.dumps({"host": host_name(), "holders": [holder]}), encoding="utf-8")
    own = WorkspaceLock(file)
    own.acquire(alone=True)
    own.release()
    assert not lock.exists()


def test_lock_that_cannot_be_read_is_refused_wherever_it_is_asked(file: Path) -> None:
    file.with_name(file.name + ".lock").mkdir()
    for call in (open_workspace, back_up, check_integrity):
        with pytest.raises(KnownError) as caught:
            call(file)
        assert (caught.value.code, caught.value.values["path"]) == ("workspace_unreachable", str(file))
    assert sorted(path.name for path in file.parent.iterdir() if path.name != "home") == [
        file.name,
        file.name + ".lock",
    ]


@pytest.mark.parametrize(("refusals", "held"), [(3, 1), (1000, 0)])
def test_lock_file_that_somebody_is_reading_is_written_a_moment_later(
    file: Path, monkeypatch: pytest.MonkeyPatch, refusals: int, held: int
) -> None:
    replace, refused_so_far = Path.replace, []

    def as_on_windows(path: Path, target: Path) -> Path:
        if len(refused_so_far) < refusals:
            refused_so_far.append(target)
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", as_on_windows)
    lock = WorkspaceLock(file)
    with nullcontext() if held else pytest.raises(PermissionError):
        lock.acquire()
    assert lock.file.exists() == bool(held)


def test_guard_left_by_a_dead_process_is_taken_over(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock_module, "GUARD_SECONDS", 0.02)
    guard = file.with_name(file.name + ".lock-guard")
    guard.touch()
    open_workspace(file).close()
    assert not guard.exists()


def test_refused_file_leaves_no_lock(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("no workspace")
    with refused("not_a_workspace", path=str(file)):
        open_workspace(file)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["report.txt"]


def test_alone_is_refused_while_a_process_of_this_host_is_there(file: Path) -> None:
    with open_workspace(file):
        stored = json.loads(file.with_name(file.name + ".lock").read_text(encoding="utf-8"))["holders"][0]
        with refused("workspace_in_use", user=stored["user"], pid=stored["pid"], since=stored["since"]):
            WorkspaceLock(file).acquire(alone=True)
    lock = WorkspaceLock(file)
    lock.acquire(alone=True)
    lock.release()
    lock.release()


def test_threads_enter_and_leave_without_losing_one(file: Path) -> None:
    locks = [WorkspaceLock(file) for _ in range(8)]
    run_all(lock.acquire for lock in locks)
    stored = json.loads(file.with_name(file.name + ".lock").read_text(encoding="utf-8"))["holders"]
    run_all(lock.release for lock in locks)
    assert (len(stored), sorted(path.name for path in file.parent.iterdir() if path.is_file())) == (8, [file.name])


def run_all(calls: object) -> None:
    """Run all calls at the same time."""
    threads = [threading.Thread(target=call) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_processes_that_live_and_die(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (is_alive(os.getpid()), is_alive(dead_pid()), is_alive(2**70)) == (True, False, False)


@pytest.mark.posix
def test_process_of_another_user_lives() -> None:
    if os.geteuid() == 0:
        os.seteuid(65534)
    try:
        assert is_alive(1)
    finally:
        os.seteuid(os.getuid())


def test_account_without_a_name_goes_by_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000)
    assert user_name() == "4000000"
