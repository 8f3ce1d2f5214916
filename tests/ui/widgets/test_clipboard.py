"""Tables on the clipboard, as Excel, WPS and browsers write them, and as they read them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from ui.widgets.clipboard import Content, as_mime, content_of, read_cells, read_html, read_text, write_text

CELLS = [["姓名", "备注"], ["李强", 'says "hi"\nand\tgoes'], ["", "00123"]]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", []),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ('"a\nb"\tc', [["a\nb", "c"]]),
        ('"say ""hi"""\tc', [['say "hi"', "c"]]),
        ('"open\tc', [['"open', "c"]]),
        ('"a" b\tc', [['"a" b', "c"]]),
        ("a\t\t\n\t\t", [["a", "", ""]]),
    ],
)
def test_text_of_a_sheet(text: str, cells: list[list[str]]):
    assert read_text(text) == cells


def test_what_is_written_is_read_again():
    assert read_text(write_text(CELLS)) == CELLS


def test_a_table_of_a_web_page():
    html = "<table><tr><th>姓名<th>单位</tr><tr><td colspan=2>李<b>强</b></td></tr><tr><td>a<br>b</td></tr></table>"
    assert read_html(html) == [["姓名", "单位"], ["李强", ""], ["a\nb"]]


@pytest.mark.parametrize(
    ("html", "cells"),
    [
        (
            "<tr><td rowspan=2>浙江大学<td>王明</td></tr><tr><td>李强</td></tr><tr><td>a</td></tr>",
            [["浙江大学", "王明"], ["", "李强"], ["a"]],
        ),
        (
            "<tr><td>1<td rowspan=3 colspan=2>x<td>2</tr><tr><td>3</tr><tr><td>4<td>5</tr>",
            [["1", "x", "", "2"], ["3", "", ""], ["4", "", "", "5"]],
        ),
        (
            "<tr><td>Wuhan <b>University</b>\n of <i>x</i></td><td>王　明</td></tr>",
            [["Wuhan University of x", "王　明"]],
        ),
        ("<tr><td rowspan=junk>a</td><td colspan=0>b</td></tr>", [["a", "b"]]),
    ],
)
def test_merged_cells_and_marked_words_of_a_web_page(html: str, cells: list[list[str]]):
    assert read_html(f"<table>{html}</table>") == cells


def test_a_hundred_thousand_lines_are_read_in_one_pass():
    assert read_text("张三\n" * 100_000) == [["张三"]] * 100_000


def test_text_with_tabs_counts_before_html_and_numbers_stay_text():
    mime = as_mime(CELLS)
    assert (read_cells(mime), "mso-number-format" in mime.html()) == (CELLS, True)


def test_html_counts_where_the_text_has_no_tabs():
    mime = QMimeData()
    mime.setText("a\nb")
    mime.setHtml("<table><tr><td>a</td><td>b</td></tr></table>")
    assert read_cells(mime) == [["a", "b"]]


def test_what_the_clipboard_holds():
    picture, files, both, nothing = QMimeData(), QMimeData(), QMimeData(), QMimeData()
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    both.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    both.setText("a\tb")
    files.setUrls([QUrl("file:///tmp/a.xlsx")])
    assert [content_of(mime) for mime in (picture, files, both, nothing)] == [
        Content.PICTURE,
        Content.FILES,
        Content.TEXT,
        Content.NOTHING,
    ]
