"""Slips in: the plan of a long one, and of many short ones, against a bare read of the same files."""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Font, Side
from python_calamine import CalamineWorkbook

from models.imports.known_people import KnownPeople
from models.imports.plan import Action, ImportPlan
from models.imports.read_plan import read_plan
from models.imports.read_table import read_file
from tests.benchmarks.huge import GIVEN, SURNAMES

pytestmark = pytest.mark.bench
ROWS, SLIPS, SHORT = 10_000, 100, 30
MOST_OF_LONG, MOST_OF_MANY = 4.0, 3.0
MOST_MEMORY = 250 * 2**20
HEADINGS = (
    "序号",
    "单位",
    "姓名",
    "职务",
    "性别",
    "民族",
    "手机",
    "是否住宿",
    "到达时间",
    "返程时间",
    "饮食禁忌",
    "备注",
)
NOBODY = KnownPeople(1, 2024)


def row_of(number: int) -> list[object]:
    """An invented person, no two of them alike."""
    family, rest = number % len(SURNAMES), number // len(SURNAMES)
    name = SURNAMES[family] + GIVEN[rest % len(GIVEN)] + GIVEN[(rest // len(GIVEN) + family) % len(GIVEN)]
    unit, phone, gender = f"上党区第{number // 5}中学", f"139{number:08d}", "男" if number % 2 else "女"
    came = ("2024年5月20日下午", "2024-05-22", "清真" if number % 50 == 0 else None, None)
    return [number + 1, unit, name, "教师", gender, "汉族", phone, "是" if number % 3 else "否", *came]


def write_slip(path: Path, rows: int, first: int = 0) -> Path:
    """A slip as an office draws it: a title, headings, and a frame around every cell."""
    book = Workbook()
    sheet = book.active
    sheet.title = "回执"
    sheet.append(["参会回执"])
    sheet.append(HEADINGS)
    for number in range(first, first + rows):
        sheet.append(row_of(number))
    line = Side("thin")
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.border, cell.font = Border(line, line, line, line), Font("仿宋", 12)
    sheet.merge_cells("A1:L1")
    book.save(path)
    return path


def seconds(*works: Callable[[], object], rounds: int = 7) -> list[float]:
    """The least time each takes of the processor, in turns: whatever else the machine does meets all of them."""
    times: list[list[float]] = [[] for _work in works]
    for _round in range(rounds):
        for found, work in zip(times, works, strict=True):
            started = time.process_time()
            work()
            found.append(time.process_time() - started)
    return [min(found) for found in times]


def bare(paths: list[Path]) -> None:
    """What calamine takes for all values."""
    for path in paths:
        CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def by_openpyxl(paths: list[Path]) -> None:
    """What openpyxl takes for them."""
    for path in paths:
        list(load_workbook(path).worksheets[0].iter_rows(values_only=True))


def say(capsys: pytest.CaptureFixture[str], words: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{words}\n")


def plan_of(paths: list[Path]) -> ImportPlan:
    return read_plan(paths, NOBODY)


def test_the_plan_of_ten_thousand_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    slip = write_slip(tmp_path / "回执.xlsx", ROWS)
    plain, read, planned = seconds(lambda: bare([slip]), lambda: read_file(slip), lambda: plan_of([slip]))
    say(
        capsys,
        f"slip of {ROWS} rows: bare {plain * 1000:.0f} ms, read {read / plain:.2f}×, plan {planned / plain:.2f}×",
    )
    assert plan_of([slip]).counts()[Action.ADD] == ROWS
    assert planned <= MOST_OF_LONG * plain


def test_the_plan_of_a_hundred_slips(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Calamine takes less than half a millisecond for such a slip: the rounds are short, so many are taken."""
    slips = [write_slip(tmp_path / f"回执{n}.xlsx", SHORT, n * SHORT) for n in range(SLIPS)]
    (usual,) = seconds(lambda: by_openpyxl(slips), rounds=1)
    plain, planned = seconds(lambda: bare(slips), lambda: plan_of(slips), rounds=20)
    say(
        capsys,
        f"{SLIPS} slips of {SHORT} rows: plan {planned * 1000:.0f} ms, {planned / plain:.2f}× bare calamine, "
        f"{planned / usual:.2f}× bare openpyxl",
    )
    assert plan_of(slips).counts()[Action.ADD] == SLIPS * SHORT
    assert planned <= MOST_OF_MANY * plain


def test_the_plan_of_ten_thousand_rows_stays_within_memory(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    slip = write_slip(tmp_path / "回执.xlsx", ROWS)
    tracemalloc.start()
    plan_of([slip])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    say(capsys, f"plan of {ROWS} rows: {peak / 2**20:.0f} MB at most")
    assert peak <= MOST_MEMORY
