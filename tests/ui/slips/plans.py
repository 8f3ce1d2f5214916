"""Plans made by hand: a slip of three rows and a title, as readers and planners hand them to the window."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.imports.book import Book, CellMark, Note, Sheet
from models.imports.plan import Action, Candidate, Difference, ImportPlan, PlanRow, ReadFile
from models.imports.tables import ColumnMatch, FoundTable, MatchedBy, RowKind, SlipRow, Understood
from ui.slips.sitting import Sitting
from ui.slips.sources import Source

FILE, SHEET = "第一中学.xlsx", "回执"
HEADS = ("姓名", "单位", "联系电话", "接站人")
CELLS = (
    ("参会回执",),
    HEADS,
    ("侯亮", "第一中学", 13512347788.0, "小王"),
    ("张三、李四", "第一中学", None, None),
    ("随行2人", "第一中学"),
    ("合计", None, 4),
)
MATCHES = (
    ColumnMatch(0, "姓名", "name_zh", MatchedBy.HEADER),
    ColumnMatch(1, "单位", "organization", MatchedBy.REMEMBERED),
    ColumnMatch(2, "联系电话", "phone", MatchedBy.HEADER),
    ColumnMatch(3, "接站人", "", MatchedBy.NOTHING),
)
TABLE = FoundTable(SHEET, (1,), MATCHES, 2, 5, skipped_above=(0,), footer=((5, "合计"),))
SHEET_READ = Sheet(SHEET, CELLS, marks={(2, 0): CellMark(struck=True, comment="请假")}, hidden_rows=frozenset({3}))
STORED = Candidate(
    "候亮",
    "第一中学",
    "校长",
    "135****7788",
    ("looks_alike",),
    person_id=7,
    attendance_id=70,
    differences=(Difference("name_zh", "候亮", "侯亮"), Difference("phone", "13512340000", "13512347788")),
)
KNOWN = Candidate("李四", "第二中学", "教师", "", ("same_name_only",), person_id=8)


def slip_row(row: int, values: Mapping[str, str], kind: RowKind = RowKind.PERSON, **more: Any) -> SlipRow:
    """A row of the slip."""
    return SlipRow(SHEET, row, kind, values, " | ".join(values.values()), **more)


def plan_row(key: int, slip: SlipRow, action: Action, **more: Any) -> PlanRow:
    """A row of the plan."""
    return PlanRow(key, FILE, slip, action, **more)


def rows() -> tuple[PlanRow, ...]:
    """Somebody who looks like one on the list; two of one cell, of whom one is known; a group; nobody."""
    unit = {"organization": "第一中学"}
    hou = slip_row(2, {"name_zh": "侯亮", **unit, "phone": "13512347788"})
    return (
        plan_row(0, hou, Action.DOUBT, candidates=(STORED, KNOWN), reasons=(Note("no_name"),)),
        plan_row(1, slip_row(3, {"name_zh": "张三", **unit}), Action.ADD),
        plan_row(2, slip_row(3, {"name_zh": "李四", **unit}, part=1), Action.ADD, candidate=KNOWN),
        plan_row(3, slip_row(4, {"name_zh": "随行2人", **unit}, RowKind.GROUP, count=2), Action.ADD),
        plan_row(4, slip_row(5, {}, RowKind.REFUSED), Action.REFUSE, reasons=(Note("no_name"),)),
    )


def read_file(sheet: Sheet = SHEET_READ, name: str = FILE) -> ReadFile:
    """The file as read and understood."""
    hidden = Sheet("旧表", (("姓名",),), hidden=True)
    slips = tuple(row.slip for row in rows())
    return ReadFile(Book(name, "xlsx", (sheet, hidden), "ab12"), Understood((TABLE,), slips))


def plan(made: tuple[PlanRow, ...] | None = None, *, refused: tuple[tuple[str, Note], ...] = ()) -> ImportPlan:
    """The whole plan."""
    return ImportPlan(1, (read_file(),), rows() if made is None else made, refused)


def sitting(**more: Any) -> Sitting:
    """An import with this plan."""
    made = Sitting(1, "剪贴板", (Source("/slips/第一中学.xlsx"),))
    made.take(plan(**more), {FILE: "/slips/第一中学.xlsx"})
    return made
