"""How long a cold `main.py list` takes against importing SQLAlchemy's ORM alone: at most twice as long.

Both are started in turn and the quickest of each counts: other work on the machine only ever makes a start slower.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 15
MOST = 2.0


def seconds(*arguments: str) -> float:
    """How long a new Python with these arguments runs."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - started


@pytest.mark.bench
def test_listing_meetings_costs_at_most_twice_the_orm(
    tmp_path: Path, benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]
):
    workspace = ("main.py", "--workspace", str(tmp_path / "w.sqlite"))
    seconds(*workspace, "sample")
    orm: list[float] = []
    listing: list[float] = []

    def start_both() -> None:
        orm.append(seconds("-c", "import sqlalchemy.orm"))
        listing.append(seconds(*workspace, "list"))

    benchmark.pedantic(start_both, rounds=ROUNDS, warmup_rounds=1)
    ratio = min(listing) / min(orm)
    benchmark.extra_info.update(ratio=round(ratio, 2), list_seconds=min(listing), orm_seconds=min(orm))
    with capsys.disabled():
        sys.stdout.write(f"\nmain.py list {min(listing):.3f} s, ORM alone {min(orm):.3f} s: ratio {ratio:.2f}\n")
    assert ratio <= MOST
