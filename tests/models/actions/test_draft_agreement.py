"""Drafting: the template's clauses become the agreement's own."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from models.actions.draft_agreement import draft_agreement
from models.codes import ClauseKind
from models.errors import KnownError
from models.records import Agreement, Clause
from models.templates import builtin_template
from tests.factories import make_agreement, make_meeting, make_organization, make_party


def agreement_of(session: Session, *names: str, **columns: Any) -> Agreement:
    columns = {"template": "strategic-framework", "title_zh": "", "title_en": ""} | columns
    agreement = make_agreement(session, make_meeting(session), **columns)
    for place, name in enumerate(names):
        zh, en = name.split("/")
        make_party(session, agreement, make_organization(session, zh, name_en=en), position=place)
    return agreement


def copies(agreement: Agreement) -> tuple[int | None, list[int | None]]:
    return agreement.originals, [party.originals for party in agreement.parties]


def test_clauses_are_copied_in_order(session: Session) -> None:
    agreement = agreement_of(session)
    draft_agreement(session, agreement.id)
    copied = [
        (c.position, c.kind, c.key, c.condition, c.heading_zh, c.heading_en, c.body_zh, c.body_en)
        for c in agreement.clauses
    ]
    assert copied == [
        (n, c.kind, c.key, c.condition, c.heading.zh, c.heading.en, c.body.zh, c.body.en)
        for n, c in enumerate(builtin_template("strategic-framework").clauses)
    ]


def test_items_hang_on_their_clause(session: Session) -> None:
    agreement = agreement_of(session, template="commissioner")
    draft_agreement(session, agreement.id)
    services = next(clause for clause in agreement.clauses if clause.key == "services")
    items = session.query(Clause).filter_by(parent_id=services.id).order_by(Clause.position).all()
    assert [item.kind for item in items] == [ClauseKind.ITEM] * 4
    assert items[0].body_zh == "协助解决生产和研发中的技术难题；"


@pytest.mark.parametrize(
    ("template", "last"), [("strategic-framework", "战略合作框架协议"), ("memorandum", "合作谅解备忘录")]
)
@pytest.mark.parametrize(
    ("count", "names"), [(2, "甲县与乙校"), (3, "甲县、乙校与丙局"), (4, "甲县、乙校、丙局与丁企")]
)
def test_a_title_names_all_parties(session: Session, template: str, last: str, count: int, names: str) -> None:
    parties = ("甲县/County", "乙校/University", "丙局/Bureau", "丁企/Company")[:count]
    agreement = agreement_of(session, *parties, template=template)
    draft_agreement(session, agreement.id)
    assert agreement.title_zh == names + last


def test_second_draft_is_refused_and_changes_nothing(session: Session) -> None:
    agreement = agreement_of(session)
    draft_agreement(session, agreement.id)
    count = session.query(Clause).count()
    with pytest.raises(KnownError) as caught:
        draft_agreement(session, agreement.id)
    assert (caught.value.code, caught.value.values) == ("already_drafted", {"agreement": "framework"})
    assert session.query(Clause).count() == count


def test_unknown_agreement_is_named(session: Session) -> None:
    with pytest.raises(KnownError) as caught:
        draft_agreement(session, 99)
    assert (caught.value.code, caught.value.values) == ("unknown_agreement", {"agreement": "99", "known": ""})


def test_unknown_template_is_named(session: Session) -> None:
    agreement = agreement_of(session, template="poem")
    with pytest.raises(KnownError) as caught:
        draft_agreement(session, agreement.id)
    assert caught.value.code == "unknown_template"


def test_each_party_keeps_two_originals(session: Session) -> None:
    agreement = agreement_of(session, "上党区/Shangdang", "武汉大学/Wuhan University", filing_copies=1)
    make_party(session, agreement, None, is_witness=True, position=9)
    draft_agreement(session, agreement.id)
    assert copies(agreement) == (5, [2, 2, None])


def test_stated_originals_stay(session: Session) -> None:
    agreement = agreement_of(session, "上党区/Shangdang", "武汉大学/Wuhan University", originals=6)
    draft_agreement(session, agreement.id)
    assert copies(agreement) == (6, [None, None])


def test_originals_of_one_party_stay_alone(session: Session) -> None:
    agreement = agreement_of(session, "上党区/Shangdang")
    make_party(session, agreement, None, originals=3, position=1)
    draft_agreement(session, agreement.id)
    assert copies(agreement) == (None, [None, 3])


def test_no_party_keeps_no_original(session: Session) -> None:
    agreement = agreement_of(session)
    draft_agreement(session, agreement.id)
    assert copies(agreement) == (None, [])


def test_title_names_two_parties(session: Session) -> None:
    agreement = agreement_of(session, "上党区/Shangdang District", "武汉大学/Wuhan University")
    draft_agreement(session, agreement.id)
    assert (agreement.title_zh, agreement.title_en) == (
        "上党区与武汉大学战略合作框架协议",
        "Strategic Cooperation Framework Agreement between Shangdang District and Wuhan University",
    )


def test_title_names_three_parties(session: Session) -> None:
    agreement = agreement_of(session, "甲县/County A", "乙大学/University B", "丙局/Bureau C")
    draft_agreement(session, agreement.id)
    assert (agreement.title_zh, agreement.title_en) == (
        "甲县、乙大学与丙局战略合作框架协议",
        "Strategic Cooperation Framework Agreement among County A, University B, and Bureau C",
    )


def test_title_is_plain_where_a_name_is_missing(session: Session) -> None:
    agreement = agreement_of(session, "上党区/", "武汉大学/Wuhan University")
    draft_agreement(session, agreement.id)
    assert agreement.title_zh == "上党区与武汉大学战略合作框架协议"
    assert agreement.title_en == "Strategic Cooperation Framework Agreement"


def test_own_title_stays(session: Session) -> None:
    agreement = agreement_of(session, title_zh="合作意向书")
    draft_agreement(session, agreement.id)
    assert (agreement.title_zh, agreement.title_en) == ("合作意向书", "")
