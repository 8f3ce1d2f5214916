"""A batch: a row a counterparty, one step; what is common, what a row has of its own, what is looked up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from models.actions.batch_agreements import BatchCommon, BatchParty, BatchRow, draft_batch
from models.codes import AgreementLanguage, AgreementTier
from models.errors import KnownError
from models.records import Agreement, AgreementBatch, Base, Meeting, Organization, Person
from models.templates import builtin_template
from tests.factories import (
    make_agreement,
    make_appointment,
    make_base,
    make_base_type,
    make_cooperation,
    make_meeting,
    make_organization,
    make_person,
)

TEMPLATE = "school-enterprise"


@pytest.fixture
def meeting(session: Session) -> Meeting:
    """A meeting, a college (1) and two enterprises (2, 3)."""
    made = make_meeting(session)
    make_organization(session, "浙江工业职业技术学院", name_en="Zhejiang Industry Polytechnic College")
    make_organization(session, "中益机械", name_en="Zhongyi Machinery")
    make_organization(session, "双鸟集团", name_en="Shuangniao Group")
    return made


def batch(session: Session, meeting: Meeting, *rows: BatchRow, **common: Any) -> list[Agreement]:
    """A batch between the college and these."""
    given = BatchCommon(**({"parties": (BatchParty(1),)} | common))
    made = draft_batch(session, meeting.id, TEMPLATE, given, rows)
    return [session.get_one(Agreement, number) for number in made]


def row(unit: int | str | None, **given: Any) -> BatchRow:
    return BatchRow(BatchParty(unit), **given)


def parties(agreement: Agreement) -> list[int | None]:
    return [party.organization_id for party in agreement.parties]


def test_each_row_becomes_an_agreement_with_key_title_and_clauses(session: Session, meeting: Meeting):
    made = batch(session, meeting, row(2), row(3))
    assert [parties(one) for one in made] == [[1, 2], [1, 3]]
    assert [one.key for one in made] == ["school-enterprise-zhongyi-machinery", "school-enterprise-shuangniao-group"]
    assert [one.title_zh for one in made] == [
        f"浙江工业职业技术学院与{name}产教融合校企合作框架协议" for name in ("中益机械", "双鸟集团")
    ]
    session.expire_all()
    keys = [clause.key for clause in builtin_template(TEMPLATE).clauses]
    assert [[clause.key for clause in one.clauses if clause.parent_id is None] for one in made] == [keys, keys]


def test_what_is_common_goes_into_each_and_a_row_overrules_it(session: Session, meeting: Meeting):
    shared = {"court": ("嵊州市人民法院", ""), "site": ("嵊州", "Shengzhou")}
    first, second = batch(
        session,
        meeting,
        row(2),
        row(3, areas=(("培训", "training"),), answers={"site": ("三江", "")}, amount=Decimal("120000.50")),
        language=AgreementLanguage.ZH_THEN_EN,
        signed_on=date(2021, 6, 4),
        signed_at=("嵊州市", "Shengzhou City"),
        term_years=3,
        areas=(("技术攻关", "research"), ("", "")),
        answers=shared,
    )
    assert {(one.signed_on, one.signed_at_en, one.term_years) for one in (first, second)} == {
        (date(2021, 6, 4), "Shengzhou City", 3)
    }
    assert [[area.text_zh for area in one.areas] for one in (first, second)] == [["技术攻关"], ["培训"]]
    told = [{one.name: one.value_zh for one in agreement.variables} for agreement in (first, second)]
    assert told == [
        {"court": "嵊州市人民法院", "site": "嵊州"},
        {"court": "嵊州市人民法院", "site": "三江", "fund.amount": "120000.5"},
    ]


def test_originals_are_counted_for_those_who_sign(session: Session, meeting: Meeting):
    witness = BatchParty(3, is_witness=True)
    (made,) = batch(session, meeting, row(2, others=(witness,)), originals_each=2, filing_copies=1)
    assert (made.originals, [party.originals for party in made.parties]) == (5, [2, 2, None])
    assert [(party.organization_id, party.is_witness) for party in made.parties] == [(1, False), (2, False), (3, True)]


def test_without_a_number_nobody_has_said_how_many_originals(session: Session, meeting: Meeting):
    (made,) = batch(session, meeting, row(2))
    assert (made.originals, [party.originals for party in made.parties]) == (None, [None, None])


def test_the_party_of_the_row_may_be_the_first(session: Session, meeting: Meeting):
    (made,) = batch(session, meeting, row(2), row_place=0)
    assert parties(made) == [2, 1]


def test_names_are_looked_up_and_added_once(session: Session, meeting: Meeting):
    signer = make_person(session, "李强", name_en="")
    rows = (BatchRow(BatchParty(" 中益机械", "李强")), BatchRow(BatchParty("新昌轴承", "王芳")))
    first, second = batch(session, meeting, *rows, BatchRow(BatchParty("新昌轴承")))[:2]
    assert (parties(first), first.parties[1].signatory_id) == ([1, 2], signer.id)
    added = session.scalars(select(Organization).where(Organization.name_zh == "新昌轴承")).one()
    assert parties(second) == [1, added.id]
    assert session.scalars(select(func.count()).select_from(Person)).one() == 2


def test_the_capacity_is_that_of_the_post_at_the_unit(session: Session, meeting: Meeting):
    signer = make_person(session, "李强")
    for unit, title in ((1, "客座教授"), (2, "总经理")):
        make_appointment(session, signer, session.get_one(Organization, unit), title_zh=title, title_en="")
    written = BatchParty(3, signer.id, ("董事", "Director"))
    made = batch(session, meeting, BatchRow(BatchParty(2, signer.id)), BatchRow(written))
    assert [one.parties[1].capacity_zh for one in made] == ["总经理", "董事"]


def test_an_agreement_belongs_to_the_one_cooperation_of_its_parties(session: Session, meeting: Meeting):
    college = session.get_one(Organization, 1)
    other = make_meeting(session, "another")
    for unit, owner in ((2, meeting), (3, meeting), (3, meeting), (2, other)):
        make_cooperation(session, owner, local_organization_id=unit, partner_organization_id=college.id)
    first, second = batch(session, meeting, row(2), row(3))
    assert (first.cooperation_id, second.cooperation_id) == (1, None)


def test_bases_are_known_by_type_or_named_and_a_planned_one_is_taken(session: Session, meeting: Meeting):
    practice = make_base_type(session, code="B01", name_zh="学生实习实践基地", aliases_zh="实习基地、实践基地")
    source = make_base_type(session, code="B06", name_zh="优质生源基地", aliases_zh="")
    held = make_cooperation(session, meeting, local_organization_id=2, partner_organization_id=1)
    planned = make_base(session, cooperation_id=held.id, base_type_id=source.id)
    (made,) = batch(session, meeting, row(2, bases=("实践基地", "b06", " ", "中益学院")))
    found = session.scalars(select(Base).where(Base.agreement_id == made.id).order_by(Base.id)).all()
    assert [(one.id == planned.id, one.base_type_id, one.name_zh) for one in found] == [
        (True, source.id, planned.name_zh),
        (False, practice.id, ""),
        (False, None, "中益学院"),
    ]


def test_clauses_that_a_row_goes_without_are_left_out(session: Session, meeting: Meeting):
    first, second = batch(session, meeting, row(2, left_out=frozenset({"funds", "standards"})), row(3))
    session.expire_all()
    kept = {clause.key for clause in first.clauses}
    assert {clause.key for clause in second.clauses} - kept == {"funds", "standards"}


def test_the_batch_is_one_of_the_meeting_and_stands_behind_what_is_more_general(session: Session, meeting: Meeting):
    tiers = (AgreementTier.PROJECT, AgreementTier.FRAMEWORK)
    before = [
        make_agreement(session, meeting, key=tier.value, tier=tier, position=place) for place, tier in enumerate(tiers)
    ]
    made = batch(session, meeting, row(2), row(3), batch_title=("集中签约", ""))
    of_batch = session.scalars(select(AgreementBatch)).one()
    assert (of_batch.title_zh, of_batch.list_complete) == ("集中签约", True)
    assert {one.batch_id for one in made} == {of_batch.id}
    assert [one.position for one in (before[1], *made, before[0])] == [0, 1, 2, 3]


def test_the_order_of_the_meeting_stays_where_that_is_wished(session: Session, meeting: Meeting):
    last = make_agreement(session, meeting, tier=AgreementTier.PROJECT, position=0)
    (made,) = batch(session, meeting, row(2), in_order=False)
    assert (last.position, made.position) == (0, 1)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((), "batch_empty"),
        ((row(2, key="a"), row(3, key="a")), "agreement_key_taken"),
        ((row(2, key="not a key"),), "agreement_key_invalid"),
        ((row(2, others=(BatchParty(3),) * 9),), "too_many_parties"),
    ],
)
def test_what_cannot_be_drafted_is_told(session: Session, meeting: Meeting, rows: tuple[BatchRow, ...], code: str):
    with pytest.raises(KnownError) as caught:
        batch(session, meeting, *rows)
    assert (caught.value.code, session.query(Agreement).count()) == (code, 0)


@pytest.mark.usefixtures("meeting")
def test_more_rows_ask_the_database_no_more_often(session: Session):
    asked: list[str] = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda _c, _cursor, words, *_rest: asked.append(words))
    common = BatchCommon(parties=(BatchParty(1),), areas=(("培训", "training"),), answers={"court": ("法院", "")})
    counts = []
    for units in ((2,), (3, 1, 2)):
        fresh = make_meeting(session, f"of-{len(units)}")
        asked.clear()
        draft_batch(session, fresh.id, TEMPLATE, common, [row(unit) for unit in units])
        counts.append(sum(words.startswith("SELECT") for words in asked))
    assert counts[0] == counts[1]
