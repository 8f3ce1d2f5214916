"""The ledger: all columns, typed cells, what is left open, and the figures it adds up to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from exporters.blocks import Cell, Row, Section, Table
from exporters.documents.ledger import assemble
from models.codes import (
    AgreementStatus,
    CooperationStatus,
    FactKind,
    Level,
    OrganizationKind,
    PlaqueAction,
    Qualifier,
)
from models.errors import KnownError
from models.snapshots.shapes import (
    AgreementBatch,
    FollowUp,
    MeetingSnapshot,
    Outcome,
    Plaque,
    Responsible,
)
from tests.sample_snapshots import (
    MAY_20,
    agreement,
    base,
    both,
    cooperation,
    fact,
    options,
    organization,
    party,
    person,
    snapshot,
)

HEADINGS = [
    *("序号", "项目名称", "合作高校（院系/平台/专家）", "本地合作单位", "牵头部门", "项目类别", "基地类型", "合作领域"),
    *(
        "主要内容",
        "状态",
        "对接时间/活动",
        "签约时间、协议名称与编号",
        "协议期限",
        "经费（万元）",
        "目标任务（含年度）",
    ),
    *("进展情况", "存在问题", "下一步举措", "责任单位/责任人", "联系人", "完成时限", "佐证材料", "更新日期", "备注"),
]


FULL = cooperation(
    partner_department=both("计算机系"),
    lead=organization("县大数据局"),
    content=both("建设平台"),
    need=both("缺人才"),
    expertise=both("大数据"),
    support=both("派专家"),
    amount=Decimal("125000.00"),
    matched_on=MAY_20,
    due_on=date(2025, 6, 30),
    targets=both("一年建成"),
    progress=both("已立项"),
    problems=both("缺经费"),
    next_step=both("申报"),
    evidence="合同.pdf",
    level=Level.PROVINCIAL,
    remarks=both("重点"),
    bases=(base(level=Level.COUNTY), base(name=both("智慧中心"))),
    responsible=(Responsible(person(), organization("县财政局"), both("责任人")),),
    follow_ups=(FollowUp(MAY_20, CooperationStatus.MATCHED, both("走访"), "张三", "照片"),),
    outcomes=(Outcome(both("培训"), Decimal(32), Qualifier.MORE_THAN, both("次"), as_of=MAY_20),),
    updated_at=datetime(2024, 5, 21, 8, 0),
)
FULL_LINE = {
    "number": "1",
    "name": "智慧城市",
    "partner": "浙大城市学院（计算机系）",
    "local": "洪洞县财政局",
    "lead": "县大数据局",
    "category": "技术攻关",
    "bases": "智库合作基地（县（区）级）\n智库合作基地：智慧中心",
    "content": "建设平台\n需求：缺人才\n专长：大数据\n合作方支持：派专家",
    "status": "意向",
    "matched": "2024年5月20日 校地合作座谈会",
    "targets": "一年建成",
    "progress": "已立项\n2024年5月20日 对接：走访（张三）\n培训：32余次（截至2024年5月20日）",
    "problems": "缺经费",
    "next_step": "申报",
    "responsible": "责任人：县财政局 梁涛",
    "evidence": "合同.pdf\n照片",
    "remarks": "省级\n重点",
}


def tables(taken: MeetingSnapshot, language: str = "zh") -> list[Table]:
    """The tables of both sheets, the ledger first."""
    [document] = assemble(taken, options(language))
    sections = [block for block in document.blocks if isinstance(block, Section)]
    return [block for section in sections for block in section.blocks if isinstance(block, Table)]


def line(taken: MeetingSnapshot, language: str = "zh") -> dict[str, Cell]:
    """The cells of the first line that hold something, by column."""
    table = tables(taken, language)[0]
    keys = [column.key for column in table.columns]
    return {key: cell for key, cell in zip(keys, table.rows[0].cells, strict=True) if cell.text}


def test_all_columns_of_practice_even_when_empty() -> None:
    [table, *_] = tables(snapshot(cooperations=(cooperation(),)))
    assert [column.heading for column in table.columns] == HEADINGS


def test_line_of_which_little_is_known_says_so() -> None:
    bare = cooperation("", "", topic=both("大气污染防治"), local=None, partner=None, unresolved=both("合作方未写出"))
    assert line(snapshot(cooperations=(bare,))) == {
        "number": Cell("1", 1),
        "name": Cell("大气污染防治"),
        "partner": Cell("未说明"),
        "local": Cell("未说明"),
        "category": Cell("技术攻关"),
        "field": Cell("大气污染防治"),
        "status": Cell("意向"),
        "matched": Cell("校地合作座谈会"),
        "remarks": Cell("待核实：合作方未写出"),
    }


def test_dates_and_funds_are_typed() -> None:
    told = line(snapshot(cooperations=(FULL,)))
    assert (told["amount"], told["due"], told["updated"]) == (
        Cell("12.5", Decimal("12.5")),
        Cell("2025年6月30日", date(2025, 6, 30)),
        Cell("2024年5月21日", date(2024, 5, 21)),
    )


def test_every_column_of_a_full_line() -> None:
    told = line(snapshot(cooperations=(FULL,)))
    assert {key: cell.text for key, cell in told.items() if cell.value in (None, 1)} == FULL_LINE


@pytest.mark.parametrize(
    ("matched_on", "words"),
    [
        (MAY_20, "20 May 2024 Cooperation Symposium"),
        (date(2024, 3, 1), "1 March 2024"),
        (None, "Cooperation Symposium"),
    ],
)
def test_event_of_matching_is_named_only_when_it_was_this_one(matched_on: date | None, words: str) -> None:
    assert line(snapshot(cooperations=(cooperation(matched_on=matched_on),)), "en")["matched"] == Cell(words)


def test_agreements_of_a_cooperation_stand_in_its_line() -> None:
    one = cooperation(status=CooperationStatus.SIGNED)
    liaison = party(liaison_department=both("合作处"), liaison=person("王明"), liaison_phone="13812345678")
    signed = agreement(
        cooperation_id=one.id,
        number="2024-1",
        signed_on=MAY_20,
        starts_on=MAY_20,
        ends_on=date(2027, 5, 19),
        term_years=3,
        areas=(both("智慧城市"), both("人才培养")),
        parties=(liaison,),
    )
    told = line(snapshot(cooperations=(one,), agreements=(signed,)))
    assert told["signed"] == Cell("2024年5月20日 《战略合作框架协议》（2024-1）")
    assert told["term"] == Cell("2024年5月20日至2027年5月19日，3年")
    assert told["contact"] == Cell("合作处：王明 138****5678")
    assert told["field"] == Cell("智慧城市、人才培养")


@pytest.mark.parametrize(
    ("status", "word"), [(AgreementStatus.SIGNED, "Signed"), (AgreementStatus.DRAFT, "To be signed")]
)
def test_agreement_without_a_cooperation_has_its_own_line(status: AgreementStatus, word: str) -> None:
    county = organization("上党区", "Shangdang District", kind=OrganizationKind.GOVERNMENT)
    parties = (party(organization=county), party(department=both("招办", "Admissions")), party(is_witness=True))
    alone = agreement(status=status, parties=parties, bases=(base(),), remarks=both("集中签约", "group signing"))
    assert {key: cell.text for key, cell in line(snapshot(agreements=(alone,)), "en").items()} == {
        "number": "1",
        "name": "Framework Agreement",
        "partner": "Wuhan University (Admissions)",
        "local": "Shangdang District",
        "bases": "Think-tank cooperation base",
        "status": word,
        "signed": "Framework Agreement",
        "remarks": "Group signing",
    }


def test_agreement_without_parties_says_so() -> None:
    told = line(snapshot(agreements=(agreement(),)))
    assert (told["partner"], told["local"]) == (Cell("未说明"), Cell("未说明"))


def test_total_counts_lines_and_adds_funds() -> None:
    lines = (cooperation(amount=Decimal(100000)), cooperation(amount=Decimal("5000.00")), cooperation())
    total = tables(snapshot(cooperations=lines), "en")[0].rows[-1]
    assert (total.kind, total.cells[1], total.cells[13]) == (
        "total",
        Cell("Total: 3 items"),
        Cell("10.5", Decimal("10.5")),
    )


def test_figures_name_their_definition_and_lines() -> None:
    same = organization("浙大城市学院")
    lines = (
        cooperation(partner=same, bases=(base(level=Level.PROVINCIAL),)),
        cooperation(partner=same, status=CooperationStatus.LANDED),
        cooperation(partner=None, status=CooperationStatus.ENDED),
    )
    plaque = Plaque(1, PlaqueAction.AWARD, both("基地"))
    figures = tables(snapshot(cooperations=lines, plaques=(plaque,), bases=(base(),)))[1]
    assert [(row.cells[0].text, row.cells[1], row.cells[3].text) for row in figures.rows] == [
        ("合作院校（单位）数", Cell("1", 1), "1, 2"),
        ("意向项目数", Cell("1", 1), "1"),
        ("签约项目数", Cell("1", 1), "2"),
        ("落地项目数", Cell("1", 1), "2"),
        ("协议数", Cell("0", 0), ""),
        ("已签协议数", Cell("0", 0), ""),
        ("牌匾数", Cell("1", 1), ""),
        ("基地：智库合作基地", Cell("2", 2), ""),
        ("基地：省级", Cell("1", 1), ""),
    ]
    assert figures.rows[3].cells[2] == Cell("落地实施及其后各状态的条目")


def test_stated_figures_keep_their_qualifier_and_wording() -> None:
    stated = fact(
        value=Decimal(60),
        qualifier=Qualifier.MORE_THAN,
        unit=both("项"),
        period=both("两年来"),
        as_of=MAY_20,
        examples=both("清华大学"),
        list_complete=False,
        source_wording="60余项",
    )
    named = fact("", "", text=both("国家级奖"), kind=FactKind.AWARD, value=Decimal(4), subject=both("某公司"))
    table = tables(snapshot(cooperations=(cooperation(),), facts=(stated, named, fact())))[2]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["合作高校", "60余项", "", "两年来，截至2024年5月20日", "清华大学（名单不完整）", "60余项"],
        ["国家级奖", "4", "某公司", "", "", ""],
    ]


@pytest.mark.parametrize(
    ("stated", "complete", "cells"),
    [(7, False, ["特派员协议", "7", "已登记1份（名单不完整）"]), (None, True, ["特派员协议", "1", "已登记1份"])],
)
def test_batches_count_what_the_source_states(stated: int | None, complete: bool, cells: list[str]) -> None:
    batch = AgreementBatch(5, both("特派员协议"), stated, complete)
    table = tables(snapshot(agreements=(agreement(batch_id=5), agreement()), batches=(batch,)))[2]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [cells]


def test_draft_of_the_ledger_is_the_final_one_with_notes() -> None:
    taken = snapshot(cooperations=(cooperation(targets=both("一年建成")),))
    [draft], [final] = assemble(taken, options("en")), assemble(taken, options("en", final=True))
    last = draft.blocks[-1]
    assert isinstance(last, Section)
    assert final.blocks == (*draft.blocks[:-1], replace(last, blocks=last.blocks[:-1]))


def test_no_material() -> None:
    with pytest.raises(KnownError) as caught:
        assemble(snapshot(), options())
    assert caught.value.values == {"document": "ledger", "meeting": "shangdang"}


def test_rows_are_as_wide_as_the_table() -> None:
    for table in tables(snapshot(cooperations=(cooperation(),))):
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}
        assert all(isinstance(row, Row) for row in table.rows)
