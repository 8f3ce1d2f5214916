"""What every test shares: no display, no network of ours, no home folder, the long and bench tests on demand."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
os.environ["SIGNING_DESK_FONTS"] = "bundled"  # papers look the same on every machine
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a hundred worker processes start: not each compiles all anew
sys.dont_write_bytecode = False
settings.register_profile("steady", derandomize=True)  # the same examples everywhere; the long tests take new ones
settings.load_profile("steady")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the long tests and the benchmarks unless `-m` asks for them, and what only a POSIX system can show."""
    left_out = () if config.getoption("markexpr") else ("long", "bench")
    if sys.platform == "win32":
        left_out = (*left_out, "posix")
    chosen = [item for item in items if not any(item.get_closest_marker(mark) for mark in left_out)]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test sees or touches the user's own workspace or settings."""
    home = tmp_path / "home"
    for name in (
        "HOME",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "APPDATA",
        "LOCALAPPDATA",
    ):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.delenv("SIGNING_DESK_WORKSPACE", raising=False)
    return home
