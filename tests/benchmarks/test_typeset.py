"""What setting agreements costs: against Typst setting the same text, in memory, in bytes, and from first to last.

Both set 60 agreements of 16 to 18 pages, no two clauses alike, each in a process of its own that is started in turn;
the quickest of each counts, for other work on the machine only ever slows them.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from exporters.blocks import Clause, Document, Paragraph, Span
from exporters.options import ExportOptions
from exporters.pdf.writer import write, write_page
from exporters.typeset.paragraphs import forget_fonts
from tests.benchmarks.typst_source import source
from tests.exporters.generated import agreement

ROOT = Path(__file__).resolve().parent.parent.parent
COUNT, ROUNDS = 60, 3
MOST_TIME, MOST_MEMORY, MOST_BYTES, MOST_GROWTH = 1.0, 200.0, 320 * 1024, 1.3
MOST_OF_WHOLE = 0.2
DRAFT = ExportOptions("zh", datetime(2024, 5, 20))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("agreements")
    for number in range(COUNT):
        document = agreement(number)
        (place / f"{number:03}.pickle").write_bytes(pickle.dumps(document))
        (place / f"{number:03}.typ").write_text(source(document), encoding="utf-8")
    return place


def run(who: str, folder: Path) -> tuple[float, dict[str, object]]:
    """The seconds of the whole process, and what it says of itself."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "tests.benchmarks.set_agreements", who, str(folder)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return time.perf_counter() - started, json.loads(done.stdout)


@pytest.mark.bench
def test_60_agreements_take_no_longer_than_typst(
    folder: Path, benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]
):
    ours: list[tuple[float, dict[str, object]]] = []
    theirs: list[float] = []

    def set_both() -> None:
        theirs.append(run("typst", folder)[0])
        ours.append(run("ours", folder))

    benchmark.pedantic(set_both, rounds=ROUNDS)
    seconds, told = min(ours, key=lambda one: one[0])
    each, memory = told["each"], told["memory"]
    assert isinstance(each, list) and isinstance(memory, float)
    ratio, growth = seconds / min(theirs), min(each[-20:]) / min(each[1:21])
    largest = max(path.stat().st_size for path in folder.glob("*.pickle.pdf"))
    with capsys.disabled():
        sys.stdout.write(
            f"\n60 agreements: {seconds:.2f} s, Typst {min(theirs):.2f} s: ratio {ratio:.2f}; memory {memory:.0f} MB; "
            f"largest {largest / 1024:.0f} KB; last 20 against first 20: {growth:.2f}\n"
        )
    assert ratio <= MOST_TIME
    assert memory <= MOST_MEMORY
    assert largest <= MOST_BYTES
    assert growth <= MOST_GROWTH


@pytest.mark.bench
def test_the_first_page_after_a_change_costs_a_fifth_of_the_paper(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]
):
    document = agreement(1)
    whole: list[float] = []
    first: list[float] = []

    def change_and_show(number: int) -> None:
        forget_fonts()
        write(agreement(2), DRAFT)  # the fonts are known again, the paragraphs are not
        whole.append(taken(lambda: write(document, DRAFT)))
        first.append(taken(lambda: write_page(changed(document, number), DRAFT, 1)))

    numbers = iter(range(100))
    benchmark.pedantic(lambda: change_and_show(next(numbers)), rounds=15)
    ratio = min(first) / min(whole)
    with capsys.disabled():
        sys.stdout.write(
            f"\nfirst page after a change {min(first):.4f} s, whole {min(whole):.4f} s: ratio {ratio:.2f}\n"
        )
    assert ratio <= MOST_OF_WHOLE


def changed(document: Document, number: int) -> Document:
    """The agreement with other words in its first article."""
    place = next(n for n, block in enumerate(document.blocks) if isinstance(block, Clause))
    clause = document.blocks[place]
    assert isinstance(clause, Clause)
    other = replace(clause, paragraphs=(Paragraph((Span(f"改动{number}：双方另有约定的，从其约定。"),)),))
    return replace(document, blocks=(*document.blocks[:place], other, *document.blocks[place + 1 :]))


def taken(work: Callable[[], object]) -> float:
    """The seconds of the processor that a piece of work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started
