"""No row of a sheet is lost silently, whatever stands in it and however it is merged."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from models.imports.book import Merge, Sheet
from models.imports.tables import Understood
from tests.models.imports.understanding import read

HEADINGS = ["姓名", "单位", "职务", "手机", "序号", "是否住宿", "备注", "基本信息", "Name", "Title", "联系人"]
PEOPLE = ["王伟", "李娜", "张三、李四", "待定", "随行2人", "Smith", "无", "财政局", "浙江大学", "局长", "财政局局长"]
AROUND = ["合计", "小计：2人", "备注：请于5月前报送", "填报单位：浙江大学", "填报人：", "参会人员名单", "一、嘉宾"]
WORDS = [*HEADINGS, *PEOPLE, *AROUND, "13800138000", "同上", "〃", "√", "5月20日", "是"]
cells = st.none() | st.sampled_from(WORDS) | st.sampled_from([1, 2.0, True, 13800138000.0, ""])
grids = st.lists(st.lists(cells, max_size=6), max_size=9)
merges = st.builds(
    lambda row, column, down, right: Merge(row, column, row + down, column + right),
    st.integers(0, 8), st.integers(0, 5), st.integers(0, 3), st.integers(0, 3),
)  # fmt: skip
HEADS = ["序号", "单位", "姓名", "职务", "手机", "备注"]


def accounted(found: Understood) -> set[int]:
    """The rows that something is said about."""
    told = {row.row for row in found.rows}
    for row in found.rows:
        merged = [int(str(note.values["rows"])) for note in row.notes if note.code == "name_merged"]
        told |= set(range(row.row, row.row + max(merged, default=1)))
    for table in found.tables:
        told |= {*table.header_rows, *table.skipped_above, *(row for row, _words in table.footer)}
        told |= set() if table.header_rows else set(range(table.first_row, table.last_row + 1))
    left = [str(note.values["rows"]) for note in found.notes if note.code == "cells_left_out"]
    return told | {int(row) - 1 for rows in left for row in rows.split(", ")}


def written(sheet: Sheet) -> set[int]:
    """The rows in which something stands, numbers of the list and cells filled by a merge apart."""
    hidden = {
        (row, column)
        for merge in sheet.merges
        for row in range(merge.first_row, merge.last_row + 1)
        for column in range(merge.first_column, merge.last_column + 1)
    }
    return {
        number
        for number, row in enumerate(sheet.rows)
        if any(isinstance(v, str) and v and (number, column) not in hidden for column, v in enumerate(row))
    }


@given(rows=grids, merged=st.lists(merges, max_size=3), head=st.booleans())
@settings(max_examples=120, deadline=None)
def test_every_row_is_somewhere(rows, merged, head):
    table = Sheet("Sheet1", tuple(map(tuple, [HEADS, *rows] if head else rows)), tuple(merged))
    found = read(table)
    if found.tables:
        assert written(table) - accounted(found) == set()
    else:
        assert bool(found.notes) == any(map(any, table.rows))
