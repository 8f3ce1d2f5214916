"""A table of counterparties, pasted: columns, known and new names, amounts, and what is told about the rest."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.imports.party_table import (
    MOST_ROWS,
    Doubt,
    Known,
    KnownPerson,
    KnownUnit,
    PartyLine,
    plan_party_table,
    read_amount,
    split_list,
)
from models.snapshots.shapes import Bilingual

KNOWN = Known(
    units=(
        KnownUnit(
            1, Bilingual("浙江中益机械有限公司", "Zhongyi Machinery"), ("浙江中益机械有限公司", "Zhongyi Machinery")
        ),
        KnownUnit(2, Bilingual("双鸟集团"), ("双鸟集团", "双鸟")),
        KnownUnit(3, Bilingual("双鸟机械"), ("双鸟机械",)),
    ),
    people=(
        KnownPerson(11, Bilingual("李强", "Li Qiang"), 1),
        KnownPerson(12, Bilingual("李强"), 2),
        KnownPerson(13, Bilingual("王芳")),
    ),
    bases=frozenset({"实习基地", "b01"}),
)


def remarks(*rows: str) -> list[tuple[int, Doubt, str]]:
    plan = plan_party_table([row.split("|") for row in rows], KNOWN)
    return [(one.line, one.doubt, one.text) for one in plan.remarks]


def lines(*rows: str) -> tuple[PartyLine, ...]:
    return plan_party_table([row.split("|") for row in rows], KNOWN).lines


def test_columns_are_known_by_their_headings_in_any_order():
    plan = plan_party_table(
        [
            ["序号", "协议金额（万元）", " 企业名称*", "备注", "签约代表", "职 务", "合作领域", "共建基地"],
            ["1", "12.5", "双鸟集团", "急", "王芳", "总经理", "培训\n咨询", "实习基地"],
        ],
        KNOWN,
    )
    assert plan.columns == ("number", "amount", "unit", "", "signatory", "capacity_zh", "areas_zh", "bases")
    want = PartyLine(2, 2, 13, "总经理", areas_zh="培训、咨询", bases="实习基地", amount=Decimal(125_000))
    assert (plan.lines, plan.remarks) == ((want,), ())


def test_without_headings_the_columns_are_those_of_the_table():
    plan = plan_party_table([["王芳", "经理"]], KNOWN, columns=("signatory", "capacity_zh", "amount"))
    assert plan.columns == ("signatory", "capacity_zh")
    assert [(one.doubt, one.text) for one in plan.remarks] == [(Doubt.NO_UNIT, "王芳 经理")]


def test_a_unit_is_known_by_any_of_its_names_or_by_the_only_name_that_holds_it():
    assert [line.unit for line in lines("双鸟", "zhongyi machinery", "中益机械", "新昌轴承")] == [2, 1, 1, "新昌轴承"]
    assert remarks("双鸟", "中益机械", "新昌轴承") == [
        (2, Doubt.LIKE_UNIT, "中益机械"),
        (3, Doubt.NEW_UNIT, "新昌轴承"),
    ]


def test_a_piece_that_several_names_hold_is_a_new_unit():
    assert remarks("双鸟集") == [(1, Doubt.LIKE_UNIT, "双鸟集")]
    assert remarks("机械") == [(1, Doubt.NEW_UNIT, "机械")]


def test_of_people_of_one_name_the_one_of_the_unit_is_meant():
    assert [line.signatory for line in lines("双鸟集团|李强", "双鸟机械|李强", "双鸟机械|赵敏")] == [12, None, "赵敏"]
    assert remarks("双鸟集团|李强", "浙江中益机械有限公司|李强", "双鸟机械|李强") == [(3, Doubt.SEVERAL_PEOPLE, "李强")]


def test_what_is_left_open_or_told_twice_is_said():
    given = ("|张三", "双鸟集团", "", "双鸟|||||约十万", "双鸟机械||||创新中心、实习基地")
    assert remarks(*given) == [
        (1, Doubt.NO_UNIT, "张三"),
        (4, Doubt.SAME_UNIT, "双鸟"),
        (4, Doubt.NO_AMOUNT, "约十万"),
        (5, Doubt.OWN_BASE, "创新中心"),
    ]


def test_new_names_are_told_once():
    plan = plan_party_table([["新昌轴承", "赵敏"], ["新昌轴承", "赵敏"]], KNOWN)
    assert (plan.new_units(), plan.new_people()) == (("新昌轴承",), ("赵敏",))


def test_no_more_lines_are_read_than_an_evening_could_use():
    plan = plan_party_table([[f"单位{number}号厂"] for number in range(MOST_ROWS + 5)], KNOWN)
    assert len(plan.lines) == MOST_ROWS
    assert [one.line for one in plan.remarks if one.doubt is Doubt.TOO_MANY] == [MOST_ROWS + 1]


def test_an_empty_paste_plans_nothing():
    assert (plan_party_table([], KNOWN).lines, plan_party_table([["", " "]], KNOWN).remarks) == ((), ())


@pytest.mark.parametrize(
    ("text", "scale", "amount"),
    [
        ("100,000", 1, "100000"),
        ("￥１０万元", 1, "100000"),
        ("10万", 10_000, "100000"),
        ("10", 10_000, "100000"),
        ("100000元整", 10_000, "100000"),
        ("1.2亿元", 1, "120000000"),
        ("RMB 35.50", 1, "35.5"),
        ("0", 1, "0"),
        ("五百万元", 1, "5000000"),
        ("500W", 1, "5000000"),
        ("5,000,000.5", 1, "5000000.5"),
        ("500,0000", 1, "5000000"),
        ("人民币壹拾万元整", 10_000, "100000"),
        ("三十", 10_000, "300000"),
        ("1亿2千万", 1, "120000000"),
    ],
)
def test_amounts_are_read_in_yuan(text: str, scale: int, amount: str):
    assert read_amount(text, scale) == Decimal(amount)


@pytest.mark.parametrize("text", ["约十万", "面议", "1,00", "1,2345,67", "10-20万", "-5", "1.234", "10万美元", "1e5"])
def test_what_is_no_amount_is_refused(text: str):
    with pytest.raises(ValueError, match=r".+"):
        read_amount(text)


def test_no_amount_is_none():
    assert read_amount("  ") is None


def test_lists_in_cells_are_parted():
    assert split_list("培训、咨询；标准建设;研发, 竞赛\n") == ("培训", "咨询", "标准建设", "研发", "竞赛")
