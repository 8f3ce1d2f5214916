"""Long lists in Excel: ours against a bare openpyxl loop with the same styles, and the memory they take."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

from exporters.blocks import Table
from exporters.documents.attendees import assemble
from exporters.export import export_papers
from models.snapshots.shapes import MeetingSnapshot
from tests.sample_snapshots import attendee, options, side, snapshot

pytestmark = pytest.mark.bench
MANY, ROUNDS = 10_000, 5
MOST_TIME, MOST_MEMORY = 1.25, 250.0  # of the bare loop; MB
IN_A_PROCESS = (
    "import resource\n"
    "from tests.benchmarks.test_sheets import crowd, ours\n"
    "ours(crowd())\n"
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)\n"
)


def crowd() -> MeetingSnapshot:
    """A meeting with so many people, each with a name and a phone of their own."""
    people = (
        attendee(f"王明{number}", f"Wang Ming {number}", side_id=1, phone=f"138{number:08d}") for number in range(MANY)
    )
    return snapshot(sides=(side(id=1),), attendees=tuple(people))


def ours(taken: MeetingSnapshot) -> bytes:
    """The list of attendees, from the snapshot to the file."""
    return export_papers(taken, "attendees", "xlsx", options())[0].content


def bare(texts: list[list[str]]) -> bytes:
    """The same cells in the same styles, by openpyxl's fastest way."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    line = Side(style="thin")
    for name, horizontal in (("left", "left"), ("center", "center")):
        style = NamedStyle(name, Font(name="宋体", size=11), border=Border(line, line, line, line))
        style.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
        workbook.add_named_style(style)
    for row in texts:
        cells = []
        for text, style_name in zip(row, ("center", "center", "left", "left", "center"), strict=False):
            cell = WriteOnlyCell(sheet, value=text)
            cell.style = style_name
            cells.append(cell)
        sheet.append(cells)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def seconds(work: Callable[[], bytes]) -> float:
    """How long it takes at best, of the processor's time: others share the machine."""
    found = []
    for _round in range(ROUNDS):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def test_ten_thousand_people_take_hardly_longer_than_their_cells_alone() -> None:
    taken = crowd()
    [table] = [block for block in assemble(taken, options())[0].blocks if isinstance(block, Table)]
    texts = [[cell.text for cell in row.cells] for row in table.rows]
    our_time, bare_time = seconds(lambda: ours(taken)), seconds(lambda: bare(texts))
    sys.stdout.write(f"ours {our_time:.2f} s, bare {bare_time:.2f} s, ratio {our_time / bare_time:.2f}\n")
    assert our_time <= MOST_TIME * bare_time


def test_ten_thousand_people_fit_into_little_memory() -> None:
    told = subprocess.run([sys.executable, "-c", IN_A_PROCESS], capture_output=True, text=True, check=True)
    sys.stdout.write(f"{float(told.stdout):.0f} MB\n")
    assert float(told.stdout) <= MOST_MEMORY
