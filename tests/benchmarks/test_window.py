"""How quick the window is, against a bare Qt window in the same run: first paint, list of meetings, memory, gaps.

Bare and ours are started in turn and the quickest of each counts: other work on the machine only makes a start slower.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.huge import make_huge

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 7
MOST_FIRST_PAINT, MOST_LISTED = 1.8, 4.5  # times the bare window
MOST_MEMORY = 2.5


def run(kind: str, *arguments: str, bytecode: Path | None = None) -> dict[str, Any]:
    """One run in a process of its own; with `bytecode` it leaves and finds its compiled modules there, as users do."""
    command = [sys.executable, "-m", "tests.benchmarks.window_runs", kind, str(time.time()), *arguments]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    if bytecode is not None:
        environment |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(bytecode)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def best(runs: list[dict[str, Any]], name: str) -> float:
    """The least of all runs."""
    return min(float(found[name]) for found in runs)


def tell(capsys: pytest.CaptureFixture[str], **told: float) -> None:
    """Print what was measured."""
    with capsys.disabled():
        sys.stdout.write("\n" + ", ".join(f"{name} {value:.3f}" for name, value in told.items()) + "\n")


@pytest.mark.bench
def test_the_window_is_there_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = str(tmp_path / "huge.sqlite")
    make_huge(file)
    bare, ours = [], []
    for _round in range(ROUNDS):
        bare.append(run("bare"))
        ours.append(run("ours", file))
    paint = best(bare, "first_paint")
    ratios = {"first_paint": best(ours, "first_paint") / paint, "listed": best(ours, "listed") / paint}
    tell(capsys, bare_seconds=paint, shown_seconds=best(ours, "shown"), **ratios)
    most = (MOST_FIRST_PAINT, MOST_LISTED)
    assert [name for (name, ratio), bound in zip(ratios.items(), most, strict=True) if ratio > bound] == []


@pytest.mark.bench
def test_an_open_window_rests_in_little_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = str(tmp_path / "huge.sqlite")
    make_huge(file)
    run("resting", file, bytecode=tmp_path)  # a start that compiles takes some megabytes more
    bare, ours = run("resting", bytecode=tmp_path), run("resting", file, bytecode=tmp_path)
    ratio = ours["resting"] / bare["resting"]
    peaks = {"bare_peak": bare["peak"], "peak": ours["peak"], "workers": ours["workers"]}
    tell(capsys, bare_megabytes=bare["resting"], megabytes=ours["resting"], ratio=ratio, **peaks)
    assert ratio <= MOST_MEMORY


@pytest.mark.bench
def test_meetings_of_500_people_open_and_the_loop_keeps_turning(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = str(tmp_path / "two.sqlite")
    make_huge(file, meetings=2, people=1000)
    found = run("meetings", file)
    tell(capsys, **found)
    assert sorted(found) == ["idle_gap", "megabytes", "open_median", "open_p95", "undo_gap"]
