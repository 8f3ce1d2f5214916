"""Numbers in words: the vectors of the trade, and a second way back from words to numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.codes import Qualifier
from models.rules import numerals

AMOUNTS = {
    "0": "人民币零元整",
    "0.05": "人民币伍分",
    "0.50": "人民币伍角整",
    "10": "人民币壹拾元整",
    "16": "人民币壹拾陆元整",
    "101": "人民币壹佰零壹元整",
    "1010": "人民币壹仟零壹拾元整",
    "6007.14": "人民币陆仟零柒元壹角肆分",
    "16409.02": "人民币壹万陆仟肆佰零玖元零贰分",
    "325.04": "人民币叁佰贰拾伍元零肆分",
    "1680.32": "人民币壹仟陆佰捌拾元叁角贰分",
    "10010": "人民币壹万零壹拾元整",
    "100000": "人民币壹拾万元整",
    "10500000": "人民币壹仟零伍拾万元整",
    "100010000": "人民币壹亿零壹万元整",
    "1000000000.01": "人民币壹拾亿元零壹分",
    "0.015": "人民币贰分",
}


def read_number(text: str, digits: str, units: str) -> int:
    """The number that words of one set of numerals say: an independent way back."""
    total = section = digit = 0
    for character in text:
        if character in digits:
            digit = digits.index(character)
        elif character == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
        elif character == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        else:
            section, digit = section + max(digit, 1) * 10 ** (units.index(character) + 1), 0
    return total + section + digit


@pytest.mark.parametrize(("amount", "words"), AMOUNTS.items())
def test_amount_in_capitals(amount: str, words: str) -> None:
    assert numerals.amount_in_capitals(Decimal(amount)) == words


@pytest.mark.parametrize("amount", ["-1", "NaN", "Infinity"])
def test_what_is_no_amount_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="no amount of money"):
        numerals.amount_in_capitals(Decimal(amount))


def test_numerals_of_a_copies_clause() -> None:
    words = " ".join(numerals.capital_number(n) for n in range(13))
    assert words == "零 壹 贰 叁 肆 伍 陆 柒 捌 玖 拾 拾壹 拾贰"


@pytest.mark.parametrize(
    ("number", "words"),
    {0: "零", 10: "十", 12: "十二", 20: "二十", 101: "一百零一", 110: "一百一十", 2010: "二千零一十"}.items(),
)
def test_chinese_number(number: int, words: str) -> None:
    assert numerals.chinese_number(number) == words


def test_ten_stands_alone_at_the_start_of_large_numbers_too() -> None:
    assert [numerals.chinese_number(n) for n in (100_000, 120_012)] == ["十万", "十二万零一十二"]


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_chinese_and_capital_numerals_read_back(number: int) -> None:
    chinese = read_number(numerals.chinese_number(number), "零一二三四五六七八九", "十百千")
    capital = read_number(numerals.capital_number(number), "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
    assert (chinese, capital) == (number, number)


@pytest.mark.parametrize("spell", [numerals.chinese_number, numerals.capital_number, numerals.number_in_words_en])
def test_no_words_below_zero(spell) -> None:
    with pytest.raises(ValueError, match="below zero"):
        spell(-1)


def test_clause_and_item_numbers() -> None:
    assert numerals.clause_number(12, "zh") == "第十二条"
    assert numerals.clause_number(12, "en") == "Article 12"
    assert numerals.item_number(3, "zh") == "（三）"
    assert numerals.item_number(3, "en") == "(3)"


@pytest.mark.parametrize(
    ("number", "words"),
    {
        0: "zero",
        4: "four",
        12: "twelve",
        20: "twenty",
        21: "twenty-one",
        100: "one hundred",
        121: "one hundred twenty-one",
        2_000: "two thousand",
        1_000_001: "one million one",
        3_000_000_000_000: "three trillion",
    }.items(),
)
def test_number_in_words_en(number: int, words: str) -> None:
    assert numerals.number_in_words_en(number) == words


def test_amounts_and_numbers_without_needless_zeros() -> None:
    assert numerals.format_amount(Decimal(100000)) == "100,000.00"
    assert numerals.plain_number(Decimal("60.00"), "zh") == "60"
    assert numerals.plain_number(Decimal("1234.50"), "zh") == "1234.5"
    assert numerals.plain_number(Decimal("1234.50"), "en") == "1,234.5"
    assert numerals.plain_number(20000, "en") == "20,000"


@pytest.mark.parametrize(
    ("qualifier", "zh", "en"),
    [
        (Qualifier.EXACT, "60项", "60 projects"),
        (Qualifier.MORE_THAN, "60余项", "more than 60 projects"),
        (Qualifier.AT_LEAST, "60项以上", "at least 60 projects"),
        (Qualifier.ABOUT, "约60项", "about 60 projects"),
        (Qualifier.OPEN, "60项等", "60 projects and others"),
        (Qualifier.PARTIAL, "部分（60项）", "some (60 projects)"),
    ],
)
def test_count_with_qualifier(qualifier: Qualifier, zh: str, en: str) -> None:
    assert numerals.count_with_qualifier(60, qualifier, "项", "zh") == zh
    assert numerals.count_with_qualifier(60, qualifier, "projects", "en") == en


def test_count_without_value_or_unit() -> None:
    assert numerals.count_with_qualifier(None, Qualifier.PARTIAL, "教师", "zh") == "部分教师"
    assert numerals.count_with_qualifier(None, Qualifier.PARTIAL, "", "en") == "some"
    assert numerals.count_with_qualifier(None, Qualifier.EXACT, "项", "zh") == ""
    assert numerals.count_with_qualifier(7, Qualifier.EXACT, "", "en") == "7"
    assert numerals.count_with_qualifier(Decimal("33.30"), Qualifier.ABOUT, "%", "en") == "about 33.3%"
