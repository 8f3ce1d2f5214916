"""Numbers written in Chinese, as people write them in tables and clauses."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.numerals import amount_in_capitals, capital_number, chinese_number
from models.rules.spoken_numbers import read_chinese_amount, read_chinese_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("五百万", 5000000),
        ("500万", 5000000),
        ("30.5万", 305000),
        ("1亿2千万", 120000000),
        ("一百二十万", 1200000),
        ("三十万五千", 305000),
        ("三十万五", 305000),
        ("三百五", 350),
        ("三百零五", 305),
        ("3万5", 35000),
        ("3千5", 3500),
        ("3千500", 3500),
        ("3千零5", 3005),
        ("1百20", 120),
        ("3千50", 3050),
        ("1百200", None),
        ("1.5万5千", None),
        ("3.5千5", None),
        ("两千五百", 2500),
        ("十二", 12),
        ("百万", 1000000),
        ("1千万", 10000000),
        ("零", 0),
        ("5,000", 5000),
        ("三万亿", 3 * 10**12),
        ("", None),
        ("万", None),
        ("约五十", None),
        ("二〇二四", None),
        ("五十六十", None),
        ("面议", None),
    ],
)
def test_a_number_in_chinese_is_read(text: str, number: int | None):
    assert read_chinese_number(text) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("五百万元", "5000000"),
        ("人民币伍佰万元整", "5000000"),
        ("壹拾万圆正", "100000"),
        ("人民币叁佰贰拾伍元零肆分", "325.04"),
        ("二十三万四千五百六十七元八角九分", "234567.89"),
        ("10万美元", None),
        ("每年五万元", None),
        ("元", None),
    ],
)
def test_an_amount_in_chinese_is_read(text: str, yuan: str | None):
    assert read_chinese_amount(text) == (None if yuan is None else Decimal(yuan))


@given(st.integers(0, 10**13))
def test_what_is_written_out_is_read_again(number: int):
    assert read_chinese_number(chinese_number(number)) == number
    assert read_chinese_number(capital_number(number)) == number


@given(st.decimals(Decimal("1"), Decimal(10**12), places=2))
def test_capitals_of_an_amount_are_read_again(amount: Decimal):
    assert read_chinese_amount(amount_in_capitals(amount)) == amount


@given(st.text(max_size=12))
def test_any_text_is_read_or_not(text: str):
    amount = read_chinese_amount(text)
    assert amount is None or amount >= 0
