"""What slips into clauses typed by hand."""

from __future__ import annotations

import pytest

from models.rules.drafting_faults import (
    disagreeing_amounts,
    placeholders,
    relative_times,
    typed_references,
    typed_words,
)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("经费人民币壹拾万元整（¥100,000.00）", []),
        ("经费人民币壹拾万元整（¥1,000,000.00）", [("壹拾万元整", "1,000,000.00", "人民币壹佰万元整")]),
        ("每年10万元（大写：壹拾万元整）", []),
        ("每年10万元（大写：人民币壹拾伍万元整）", [("壹拾伍万元整", "10万元", "人民币壹拾万元整")]),
        ("人民币壹仟零壹拾圆正（小写：1010元）", []),
        ("¥325.04（人民币叁佰贰拾伍元零肆分）", []),
        ("¥1680.32（人民币壹仟陆佰捌拾元零叁角贰分）", []),
        ("一式肆份，甲乙双方各执贰份", []),
    ],
)
def test_an_amount_written_twice_is_one_amount(words: str, wrong: list[tuple[str, str, str]]):
    assert list(disagreeing_amounts(words)) == wrong


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("见本协议第十七条。", ["本协议第十七条"]),
        ("依照《民法典》第五百条", []),
        ("see Article 4", ["Article 4"]),
    ],
)
def test_numbers_of_clauses_typed_by_hand(words: str, found: list[str]):
    assert list(typed_references(words)) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("自明年起，每天下午3点", ["明年", "下午3点"]),
        ("by next month, at 3 p.m", ["next month", "3 p.m"]),
        ("2024年5月20日15:00", []),
        ("说明年度计划", []),
    ],
)
def test_times_that_depend_on_the_reader(words: str, found: list[str]):
    assert list(relative_times(words)) == found


def test_places_left_open():
    assert list(placeholders("甲方：____，××县，某某大学，【 】，金额待定")) == ["____", "××", "某某", "【 】", "待定"]
    assert list(placeholders("200×100毫米，（一）")) == []


def test_only_what_was_typed_counts():
    source = "甲方（{{ party_a.name_zh }}）{% if party_c %}丙方{% endif %}负责"
    assert [mark in typed_words(source) for mark in ("甲方", "丙方", "负责", "party")] == [True, False, True, False]
    assert list(placeholders(typed_words(source))) == []
