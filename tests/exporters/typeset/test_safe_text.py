"""What clean_text takes out, replaces and leaves."""

from __future__ import annotations

import pytest

from exporters.typeset.safe_text import clean_line, clean_text


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("", ""),
        ("plain", "plain"),
        ("<b>&amp;=1+1", "<b>&amp;=1+1"),
        ("a\tb", "a b"),
        ("a\x00\x07\x1b\x7f\x9fb", "ab"),
        ("a\r\nb\rc\u2028d\u2029e\vf\fg\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("张\ud800三", "张\ufffd三"),
        ("张\udfff", "张\ufffd"),
        ("\ud86d\udf4e", "𫝎"),
        ("\ufdd0\ufffe\uffff\U0001fffe\U0010ffff", "\ufffd" * 5),
        ("e\u0301", "é"),
        ("张𬭎王㛃龚䶮𫰠", "张𬭎王㛃龚䶮𫰠"),
        ("a\u200bb\u202ec", "a\u200bb\u202ec"),
        ("全角　空格", "全角　空格"),
    ],
)
def test_clean_text(given: str, wanted: str):
    assert clean_text(given) == wanted


def test_cleaned_text_stays_as_it_is():
    once = clean_text("张\ud800\te\u0301\r\n三")
    assert clean_text(once) == once


def test_clean_line_has_no_line_breaks():
    assert clean_line("第一行\r\n第二行\n") == "第一行 第二行 "
