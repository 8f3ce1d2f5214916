"""What slips into clauses typed by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.drafting_faults import (
    clause_numbers_in,
    disagreeing_amounts,
    disagreeing_copies,
    labeled_units,
    placeholders,
    relative_times,
    signing_days,
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
        ("壹拾万零伍仟元整（¥105,000.00）", []),
        ("壹仟万零伍仟元整（1000.5万元）", []),
        ("陆万零伍佰元整（¥60500）", []),
        ("陆万伍佰元整（¥60500）", [("陆万伍佰元整", "60500", "人民币陆万零伍佰元整")]),
        ("贰零贰肆（2024）年", []),
        ("伍拾万元整（500万）", [("伍拾万元整", "500万", "人民币伍佰万元整")]),
        ("人民币伍佰万元整（500万元）", []),
        ("人民币壹亿元整（1亿元）", []),
        ("大写：人民币壹拾万元整，小写：¥1,000,000.00", [("壹拾万元整", "1,000,000.00", "人民币壹佰万元整")]),
        ("小写：¥100,000.00，大写：壹拾万元整", []),
        ("一百万元（¥10,000）", [("一百万元", "10,000", "人民币壹万元整")]),
        ("一百万元（100万元）", []),
        ("人民币拾万元整（¥100,000）", [("拾万元整", "100,000", "人民币壹拾万元整")]),
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
        ("Article 4 of the Civil Code", []),
        ("见第三十条。", ["第三十条"]),
        ("除第三条、第五条和第七条外", ["第三条、第五条和第七条"]),
        ("依照民法典第五百条、第五百零一条", []),
        ("本协议第3.2条", ["本协议第3.2条"]),
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
        ("《光明日报》和《昆明日报》", []),
        ("发明年均增长，文明日常", []),
        ("后天性", []),
        ("上午九时至下午三点半", ["上午九时", "下午三点"]),
        ("自收到通知之次日起，近期目标", []),
        ("下周一", ["下周"]),
        ("本季度", ["本季度"]),
        ("今天、明天、后天", ["今天", "明天", "后天"]),
    ],
)
def test_times_that_depend_on_the_reader(words: str, found: list[str]):
    assert list(relative_times(words)) == found


def test_places_left_open():
    assert list(placeholders("甲方：____，××县，某某大学，【 】，金额待定")) == ["____", "××", "某某", "【 】", "待定"]
    assert list(placeholders("200×100毫米，（一），对待定点帮扶，待双方确认后执行")) == []
    assert list(placeholders("XX大学，某公司，2024年　　月　　日")) == ["XX", "某", "年　　月"]
    assert list(placeholders("{甲方.名称}，｛｛乙方.名称｝｝，□是")) == ["{甲方.名称}", "｛｛乙方.名称｝｝", "□"]


@pytest.mark.parametrize(
    ("words", "parties", "found"),
    [
        ("本协议一式肆份，甲乙双方各执贰份，具有同等法律效力。", 2, None),
        ("本协议一式肆份，甲乙双方各执叁份。", 2, ("肆", 6)),
        ("本协议一式6份，三方各执2份", 3, None),
        ("一式五份，甲方执两份、乙方执两份，一份用于备案", 2, None),
        ("一式六份，双方各执贰份，见证方执壹份", 2, ("六", 5)),
        ("一式肆份，各执________份", 2, None),
        ("一式陆份，双方各执贰份，其余贰份备查", 2, None),
        ("一式肆份，双方各执壹份，副本贰份", 2, None),
        ("双方各执贰份", 2, None),
        ("一式五份，甲方、乙方各执两份，丙方执一份", 3, None),
        ("一式六份，甲、乙各执两份，丙方执一份", 3, ("六", 5)),
        ("一式六份，甲方执四份，乙方、丙方各执一份", 3, None),
        ("一式六份，双方各执二份，其余用于备案", 2, None),
        ("一式五份，武汉大学、云岭县人民政府各执两份，丙方执一份", 3, None),
    ],
)
def test_copies_that_do_not_add_up(words: str, parties: int, found: tuple[str, int] | None):
    assert disagreeing_copies(words, parties) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("甲方（武汉大学）负责", ["武汉大学"]),
        ("甲方武汉大学负责派员", ["武汉大学"]),
        ("甲方：武汉大学", ["武汉大学"]),
        ("武汉大学（以下简称“甲方”）", ["武汉大学"]),
        ("武汉大学（甲方）", ["武汉大学"]),
        ("甲方为武汉大学。", ["武汉大学"]),
        ("甲方为武汉大学学生提供岗位", []),
        ("甲方与武汉大学共建", []),
        ("乙方（武汉大学）", []),
    ],
)
def test_the_unit_that_a_label_stands_for(words: str, found: list[str]):
    assert list(labeled_units(words, "甲方", ("武汉大学", "武大"))) == found


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("本协议于2024年5月20日在武汉签订。", [date(2024, 5, 20)]),
        ("签署日期：2024年5月20日", [date(2024, 5, 20)]),
        ("于2024年2月30日签订", []),
        ("自2024年5月20日起", []),
    ],
)
def test_days_on_which_a_text_says_that_it_is_signed(words: str, days: list[date]):
    assert list(signing_days(words)) == days


def test_the_numbers_in_a_reference():
    assert list(clause_numbers_in("第三条和第十二条")) == [("第三条", 3), ("第十二条", 12)]
    assert list(clause_numbers_in("Article 7")) == [("Article 7", 7)]


def test_only_what_was_typed_counts():
    source = "甲方（{{ party_a.name_zh }}）{% if party_c %}丙方{% endif %}负责"
    assert [mark in typed_words(source) for mark in ("甲方", "丙方", "负责", "party")] == [True, False, True, False]
    assert list(placeholders(typed_words(source))) == []


@given(st.text("甲乙双方各执一式壹贰万亿元整份（）：大写小¥0123456789.,，第条和本协议年月日某{}_ \n", max_size=60))
def test_any_text_is_read_without_a_fault_of_ours(words: str):
    list(disagreeing_amounts(words))
    disagreeing_copies(words, 2)
    assert all(reference in words for reference in typed_references(words))
    assert all(found in words for found in (*placeholders(words), *relative_times(words)))
    assert all(isinstance(number, int) for _word, number in clause_numbers_in(words))
    assert all(day.year < 10_000 for day in signing_days(words))
