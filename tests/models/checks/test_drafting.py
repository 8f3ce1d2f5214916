"""What is told while an agreement is drafted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models.checks.drafting import check_drafting
from models.codes import AgreementLanguage, AgreementStatus, ClauseKind
from models.snapshots.shapes import Agreement, Bilingual, MeetingSnapshot, Variable
from tests import sample_snapshots as make
from tests.sample_meetings import sample_meetings
from tests.sample_snapshots import both
from tests.ui.test_export_worker import CLAUSE

COUNTY = make.party("上党区人民政府", "Shangdang District")
WHU = make.organization("武汉大学", "Wuhan University", id=7, short_name=both("武大"), aliases=("WHU", "武汉大学校方"))
PARTIES = (COUNTY, replace(make.party(), organization=WHU))


def codes(zh: str = "双方合作。", en: str = "", **fields: Any) -> list[str]:
    """What is found in one clause, or in the facts around it."""
    clause = replace(CLAUSE, key="c", body=Bilingual(zh, en))
    defaults: dict[str, Any] = {"parties": PARTIES, "clauses": (clause,), "status": AgreementStatus.DRAFT}
    defaults |= {"variables": (Variable("fund.amount", both("5000000")),)}
    return [finding.code for finding in check_drafting(meeting_of(make.agreement(**defaults | fields)))]


def meeting_of(agreement: Agreement) -> MeetingSnapshot:
    """A meeting on 20 May 2024 with the agreement."""
    return make.snapshot(agreements=(agreement,))


@pytest.mark.parametrize(
    ("zh", "found"),
    [
        ("经费人民币壹拾万元整（¥1,000,000.00）", ["amounts_disagree"]),
        ("见本协议第一条。", ["reference_typed"]),
        ("见本协议第一条、第三十条。", ["reference_beyond_last"]),
        ("本协议一式肆份，甲乙双方各执叁份。", ["copies_in_text_do_not_add_up"]),
        ("{{ agreement.term_cap }}元整（¥10）", []),
        ("{{ fund.amount_cap }}（¥100.00）", ["amounts_disagree"]),
        ("甲方（{{ party_b.name_zh }}）负责。", ["label_of_another_party"]),
        ("本协议于2024年5月21日在武汉签订。", ["signed_on_another_day"]),
        ("本协议于2024年5月20日在武汉签订。", []),
        ("请填{甲方.名称}。", ["placeholder_left"]),
        ("明年下午3点", ["time_depends_on_the_reader", "time_depends_on_the_reader"]),
        ("地址：____", ["placeholder_left"]),
        ("丙方负责。", ["no_such_party"]),
        ("甲方（武汉大学）负责。", ["label_of_another_party"]),
        ("乙方（武汉大学）负责。", []),
        ("由武汉大学校方负责。", ["unit_by_another_name"]),
        ("{% if party_c %}丙方{% endif %}甲乙双方（{{ event.name_zh }}）共建。", []),
    ],
)
def test_a_clause_tells_what_slipped_into_it(zh: str, found: list[str]):
    assert codes(zh) == found


def test_english_that_nobody_signs_is_not_read():
    assert codes("双方合作。", "by next month") == []
    assert codes("双方合作。", "by next month", language=AgreementLanguage.SIDE_BY_SIDE) == [
        "time_depends_on_the_reader"
    ]


def test_chinese_that_nobody_signs_is_not_read():
    assert codes("地址：____", "The Parties agree.", language=AgreementLanguage.EN) == []


def test_a_clause_without_words_is_told():
    assert codes("", "") == ["clause_without_text"]
    assert codes("", "The Parties agree.") == ["clause_without_chinese"]
    annex = replace(CLAUSE, kind=ClauseKind.ANNEX, body=Bilingual())
    assert codes(clauses=(replace(CLAUSE, body=Bilingual(), children=(CLAUSE,)), annex)) == []


def test_places_left_open_in_headings_and_titles_are_told():
    clause = replace(CLAUSE, heading=both("××条款"))
    places = [
        (finding.code, finding.place)
        for finding in check_drafting(meeting_of(make.agreement("××县协议", parties=PARTIES, clauses=(clause,))))
    ]
    assert places == [
        ("placeholder_left", "agreements/framework/title"),
        ("placeholder_left", f"agreements/framework/clauses/{CLAUSE.key or CLAUSE.id}"),
    ]


def test_a_date_off_the_meeting_is_told():
    assert codes(signed_on=date(2024, 5, 21)) == ["signed_on_another_day"]
    assert codes(signed_on=date(2024, 5, 20)) == []


def test_years_and_days_of_a_term_go_together():
    days = {"starts_on": date(2024, 5, 20), "ends_on": date(2027, 5, 19)}
    assert codes(term_years=3, **days) == []
    assert codes(term_years=5, **days) == ["term_does_not_fit_its_days"]


def test_a_clause_that_does_not_stand_is_not_read():
    hidden = replace(CLAUSE, condition="party_c", body=both("丙方负责。"))
    assert codes(clauses=(hidden,)) == []


def test_a_signed_agreement_is_left_alone():
    assert codes("地址：____", status=AgreementStatus.SIGNED) == []


@pytest.mark.parametrize("key", sorted(sample_meetings()))
def test_the_samples_texts_are_drafted_without_slips(key: str):
    assert [finding.code for finding in check_drafting(sample_meetings()[key])] == []
