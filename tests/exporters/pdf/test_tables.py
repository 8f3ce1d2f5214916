"""Tables on pages: heads repeated, rows whole, cells inside their columns."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from exporters.blocks import Cell, Column, Heading, Row, Table
from exporters.pdf.boxes import Box, nothing, space
from exporters.pdf.keeping import kept
from tests.exporters.pdf.reading import characters, copied, drawn_text, lines, made, pages, paragraph

COLUMNS = (
    Column("n", "序号", 3, "center"),
    Column("name", "姓名", 6),
    Column("unit", "单位及职务", 16),
    Column("x", "备注", 8, "right"),
)


def row(number: int, unit: str = "武汉大学资源与环境科学学院党委书记、教授、博士生导师") -> Row:
    return Row((Cell(str(number), number), Cell("张𬭎"), Cell(unit), Cell("")))


def table(*rows: Row, columns: tuple[Column, ...] = COLUMNS, **values: object) -> Table:
    return Table(columns, rows, **values)  # type: ignore[arg-type]


def test_200_rows_repeat_the_head_on_each_page_and_keep_every_row_once():
    written = made(table(*[row(number) for number in range(1, 201)]), style="sheet")
    found = pages(written)
    assert [lines(page)[0] for page in found] == ["序号姓名单位及职务备注"] * len(found)
    numbers = [one["text"] for page in found for one in characters(page) if one["x1"] < 90 and one["text"].isdigit()]
    assert "".join(numbers) == "".join(str(number) for number in range(1, 201))


def test_no_row_is_cut_where_it_fits_a_page():
    written = made(table(*[row(number, "长" * 90) for number in range(1, 41)]), style="sheet")
    assert {page.count("长") % 90 for page in copied(written)} == {0}


def test_a_row_taller_than_a_page_goes_on_over_pages():
    written = made(table(row(1, "长" * 5000)), style="sheet")
    assert written.pages is not None and written.pages > 2
    assert drawn_text(written).count("长") == 5000


@pytest.mark.parametrize("above", range(1, 26))
def test_a_head_never_stands_alone_above_a_row_taller_than_a_page(above: int):
    rows = (Row((Cell("一组"),), "group"), row(1, "长" * 1200))
    for shown in (rows, rows[1:]):
        block = table(*shown, caption="参会单位")
        found = copied(made(*[paragraph("县")] * above, Heading("名单", 1), block, style="sheet"))
        heads = [page for page in found if "序号" in page]
        assert {"长" in page for page in heads} == {True}
        assert "名单" in heads[0]


def test_cells_stay_inside_their_columns():
    page = pages(made(table(row(1, "某" * 600 + "http://" + "x" * 600)), style="sheet"))[0]
    edges = sorted({round(one["x0"], 1) for one in page.lines if one["height"] > 0})
    outside = [
        one["text"]
        for one in characters(page)
        if not any(left <= one["x0"] + 0.1 and one["x1"] <= right + 0.1 for left, right in itertools.pairwise(edges))
    ]
    assert (len(edges), outside) == (5, [])


def test_a_table_wider_than_the_page_is_scaled_to_it():
    columns = tuple(Column(str(number), f"第{number}列", 12) for number in range(20))
    page = pages(made(table(Row((Cell("内容"),) * 20), columns=columns), style="sheet"))[0]
    assert max(one["x1"] for one in characters(page)) < page.width - 50
    assert drawn_text(made(table(Row((Cell("内容"),) * 20), columns=columns))).count("内容") == 20


def test_groups_span_the_table_and_blank_rows_leave_room_to_write():
    rows = (
        Row((Cell("第一组"),), "group"),
        row(1, "校长"),
        Row((Cell("合计"), Cell("1人")), "total"),
        Row((), "blank"),
    )
    page = pages(made(table(*rows, caption="名单"), style="sheet"))[0]
    assert lines(page) == ["名单", "序号姓名单位及职务备注", "第一组", "1张𬭎校长", "合计1人"]
    levels = sorted({round(one["top"], 1) for one in page.lines if one["width"] > 300})
    assert (levels[-1] - levels[-2]) * 25.4 / 72 == pytest.approx(9, abs=0.1)


def test_a_least_row_height_is_kept():
    page = pages(made(table(row(1, "校长"), row_height=20.0), style="sheet"))[0]
    levels = sorted({round(one["top"], 1) for one in page.lines if one["width"] > 300})
    assert (levels[-1] - levels[-2]) * 25.4 / 72 == pytest.approx(20, abs=0.1)


def test_cells_are_aligned_as_their_column():
    page = pages(made(table(Row((Cell("7"), Cell("甲"), Cell("乙"), Cell("丙")))), style="sheet"))[0]
    edges = sorted({one["x0"] for one in page.lines if one["height"] > 0})
    place = {one["text"]: (one["x0"], one["x1"]) for one in characters(page)}
    assert sum(place["7"]) / 2 == pytest.approx(sum(edges[0:2]) / 2, abs=0.1)
    assert place["甲"][0] == pytest.approx(edges[1] + 3, abs=0.1)
    assert place["丙"][1] == pytest.approx(edges[4] - 3, abs=0.1)


def test_a_head_taller_than_the_page_is_printed_once_and_in_full():
    columns = (Column("a", "长" * 3000, 5), Column("b", "乙", 5))
    written = made(table(Row((Cell("文"), Cell("文"))), Row((Cell("文"), Cell("文"))), columns=columns))
    assert (drawn_text(written).count("长"), drawn_text(written).count("文")) == (3000, 4)


def test_small_tables_use_smaller_type():
    sizes = [
        {round(one["size"], 1) for one in characters(pages(made(table(row(1), small=small)))[0])}
        for small in (False, True)
    ]
    assert sizes == [{12}, {10.5}]


def test_a_table_without_columns_or_rows():
    assert drawn_text(made(table(columns=()), paragraph("后文"))) == "后文"
    assert drawn_text(made(table())) == "序号姓名单位及职务备注"


NAMES = (Column("unit", "单位", 9), Column("name", "姓名", 6), Column("x", "备注", 20))


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        ("云岭经济开发区", ["云岭经济开发区"]),
        ("云岭经济开发区管委会", ["云岭经济开发区管委会"]),
        ("浙江工业职业技术学院智能制造学院", ["浙江工业职业技术学院", "智能制造学院"]),
    ],
)
def test_a_unit_s_name_is_kept_whole_where_it_fits_and_else_broken_between_words(unit: str, wanted: list[str]):
    row = Row((Cell(unit, name=True), Cell("欧阳·阿依古丽", name=True), Cell("文" * 30)))
    found = lines(pages(made(table(row, columns=NAMES), style="sheet"))[0])
    printed = ["".join(one for one in line if one in unit) for line in found[1:]]
    assert [line for line in printed if line] == wanted
    assert any("欧阳·阿依古丽" in line for line in found)


def test_what_follows_a_table_stands_on_the_grid_again():
    pitch = 225 / 22 / 25.4 * 72
    (page,) = pages(made(table(row(1), row(2)), paragraph("县" * 40)))
    bases = sorted({round(one["matrix"][5], 2) for one in characters(page) if round(one["size"]) == 16})
    first = page.height - 37 / 25.4 * 72 - pitch / 2 - 16 * 0.36
    steps = [(first - base) / pitch for base in bases]
    assert steps == [pytest.approx(round(step), abs=0.01) for step in steps]


def test_the_last_page_of_a_table_holds_some_rows():
    few = Row((Cell("1"), Cell("张三")))
    for count in range(30, 60):
        rows = [page.count("张三") for page in copied(made(table(*[few] * count), style="sheet"))]
        assert (sum(rows), rows[-1] >= 4) == (count, True)


def test_tall_rows_at_the_end_stay_where_they_are_but_the_last():
    tall = [row(number, "长" * 180) for number in range(1, 12)]
    rows = [page.count("长") // 180 for page in copied(made(table(*tall), style="sheet"))]
    assert (sum(rows), min(rows) >= 2, max(rows)) == (11, True, rows[0])


def summed(rows: int, *, whole: bool = False) -> Table:
    body = tuple(Row((Cell(str(n)), Cell("x"))) for n in range(rows))
    columns = (Column("a", "序号", 4), Column("b", "内容", 20))
    return Table(columns, (*body, Row((Cell("合计"), Cell("")), "total")), whole=whole)


@pytest.mark.parametrize("rows", range(36, 44))
def test_a_sum_never_stands_alone_below_the_head(rows: int):
    last = lines(pages(made(summed(rows), style="sheet"))[-1])
    assert last[-1] == "合计"
    assert last[-2] == f"{rows - 1}x"


def test_a_whole_table_goes_to_the_next_page_rather_than_over_it():
    text = [paragraph("县" * 30)] * 20
    torn, whole = (pages(made(*text, summed(12, whole=value), style="sheet")) for value in (False, True))
    assert [sum(line.endswith("x") for line in lines(page)) for page in whole] == [0, 12]
    assert all(any(line.endswith("x") for line in lines(page)) for page in torn)


def test_a_whole_table_that_is_longer_than_a_page_runs_on():
    found = pages(made(summed(60, whole=True), style="sheet"))
    assert sum(line.endswith("x") for page in found for line in lines(page)) == 60


def test_a_last_row_that_spans_the_table_keeps_nothing_after_it():
    rows = (*summed(2).rows[:2], Row((Cell("最后签署"),), "group"))
    boxes = [space(5), *(Box(20, nothing, keep=1) for _ in range(4)), space(5)]  # the head and three rows
    for whole, keeps in ((True, [0, 3, 2, 1, 0, 0]), (False, [0, 1, 1, 1, 0, 0])):
        assert [box.keep for box in kept(replace(summed(2), rows=rows, whole=whole), boxes)] == keeps
