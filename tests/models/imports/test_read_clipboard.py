"""What was copied: the HTML of a table if there is one, else text with tabs, else lines."""

from __future__ import annotations

import pytest

from models.errors import KnownError
from models.imports.book import CellMark, Merge
from models.imports.read_clipboard import read_clipboard

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
<!-- .xl65 {color:black;} .xl66 {text-decoration:line-through;} --></style></head><body><table>
<col width=72><tr height=18><td rowspan=2 class=xl65>财政局</td><td class=xl66>张&nbsp;三</td></tr>
<tr style='display:none'><td>李四<br>  王五</td><td x:num="13800138000">1.38E+10</td></tr>
<tr><td colspan=2>合计</td><td><img src=x> <s>甲</s>乙</td></tr></table></body></html>"""


def test_a_table_of_excel_keeps_what_its_html_tells():
    book = read_clipboard("财政局\t张三", EXCEL)
    sheet = book.sheets[0]
    assert (book.name, book.kind, sheet.rows) == (
        "clipboard",
        "clipboard",
        (("财政局", "张 三"), (None, "李四\n王五", "13800138000"), ("合计", None, "甲乙")),
    )
    assert (sheet.merges, sheet.hidden_rows, sheet.pictures, sheet.marks) == (
        (Merge(0, 0, 1, 0), Merge(2, 0, 2, 1)),
        frozenset({1}),
        1,
        {(0, 1): CellMark(struck=True), (2, 2): CellMark(struck_text="甲")},
    )


def test_tables_inside_cells_belong_to_their_text_and_empty_tables_are_left_out():
    html = "<table><tr><td>甲<table><tr><td>乙</table></td><td>丙</td></tr></table><table><tr><td> </td></tr></table>"
    assert [sheet.rows for sheet in read_clipboard("", html).sheets] == [(("甲乙", "丙"),)]


def test_text_with_tabs_is_a_table():
    assert read_clipboard('姓名\t手机\r\n"张\n三"\t007\r\n').sheets[0].rows == (("姓名", "手机"), ("张\n三", "007"))


def test_lines_without_tabs_are_one_column():
    assert read_clipboard("姓名\n张三, 李四\n\n王五\n", "<p>姓名</p>").sheets[0].rows == (
        ("姓名",),
        ("张三, 李四",),
        (),
        ("王五",),
    )


def test_a_span_without_end_is_cut_down():
    html = "<table><tr><td rowspan=999999999>甲</td><td colspan=1001>乙</td></tr></table>"
    with pytest.raises(KnownError) as caught:
        read_clipboard("", html)
    assert caught.value.code == "slip_too_wide"


@pytest.mark.parametrize("text", ["", " \n\n"])
def test_an_empty_clipboard_is_refused(text: str):
    with pytest.raises(KnownError) as caught:
        read_clipboard(text, "<table></table>")
    assert caught.value.code == "slip_no_table"
