"""Setting many agreements: the last of 500 costs what the first does, and LibreOffice takes far longer from Word."""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from exporters.docx.writer import write as write_word
from exporters.options import ExportOptions
from tests.benchmarks.test_typeset import MOST_GROWTH, MOST_MEMORY, run
from tests.exporters.generated import agreement

MANY, FEW = 500, 20
LEAST_TIMES_QUICKER = 4.0
FINAL = ExportOptions("zh", datetime(2024, 5, 20), final=True)
OFFICES = [path for path in (shutil.which("soffice"),) if path]


def fill(folder: Path, count: int) -> Path:
    """A folder with that many agreements."""
    for number in range(count):
        (folder / f"{number:03}.pickle").write_bytes(pickle.dumps(agreement(number)))
    return folder


@pytest.mark.bench
def test_the_last_of_500_agreements_costs_what_the_first_does(
    tmp_path: Path, benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]
):
    fill(tmp_path, MANY)
    seconds, told = benchmark.pedantic(lambda: run("ours", tmp_path), rounds=1)
    each, memory = told["each"], told["memory"]
    assert isinstance(each, list) and isinstance(memory, float)
    growth = min(each[-50:]) / min(each[1:51])
    with capsys.disabled():
        sys.stdout.write(
            f"\n500 agreements: {seconds:.1f} s, memory {memory:.0f} MB; last 50 against first 50: {growth:.2f}\n"
        )
    assert growth <= MOST_GROWTH
    assert memory <= MOST_MEMORY


@pytest.mark.bench
@pytest.mark.parametrize("office", OFFICES)
def test_libreoffice_takes_at_least_four_times_as_long(
    tmp_path: Path, office: str, benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]
):
    fill(tmp_path, FEW)
    papers = [tmp_path / f"{number:03}.docx" for number in range(FEW)]
    for number, paper in enumerate(papers):
        paper.write_bytes(write_word(agreement(number), FINAL).content)
    ours = min(run("ours", tmp_path)[0] for _round in range(2))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path / "pdf")]

    def convert() -> float:
        started = time.perf_counter()
        subprocess.run([*command, *map(str, papers)], check=True, capture_output=True)
        return time.perf_counter() - started

    theirs = benchmark.pedantic(convert, rounds=1, warmup_rounds=1)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{FEW} agreements: {ours:.2f} s, LibreOffice from Word files {theirs:.1f} s: {theirs / ours:.1f} times\n"
        )
    assert theirs >= LEAST_TIMES_QUICKER * ours
