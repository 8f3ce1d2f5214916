"""The names that an agreement's text may use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from models import records
from models.codes import AgreementLanguage, FactKind, OrganizationKind
from models.rules.template_text import NameText
from models.snapshots.agreement_values import agreement_values
from tests import factories as make
from tests.models.snapshots.test_take import take

FIGURES = {
    "no": "2024-01",
    "sign_date_zh": "2024年5月20日",
    "sign_date_en": "20 May 2024",
    "start_zh": "2024年5月20日",
    "start_en": "20 May 2024",
    "end_zh": "2027年5月19日",
    "end_en": "19 May 2027",
    "term_years": 3,
    "term_cap": "叁",
    "term_zh": "三",
    "term_en": "three",
    "copies_total": 4,
    "copies_total_cap": "肆",
    "copies_total_zh": "四",
    "copies_total_en": "four",
    "copies_each": 2,
    "copies_each_cap": "贰",
    "copies_each_zh": "二",
    "copies_each_en": "two",
}
ZJU = {
    "label_zh": "甲方",
    "label_en": "Party A",
    "name_zh": "浙江大学（环境与资源学院）",
    "name_en": "Zhejiang University (College of Environment)",
    "unit_zh": "浙江大学",
    "unit_en": "Zhejiang University",
    "dept_zh": "环境与资源学院",
    "dept_en": "College of Environment",
    "short_zh": "浙大",
    "short_en": "Zhejiang University",
    "uscc": "12100000470095016Q",
    "address_zh": "杭州",
    "legal_rep_zh": "陈宝梁",
    "legal_rep_en": "Chen Baoliang",
    "legal_rep_title_zh": "校长",
    "signatory_zh": "陈宝梁",
    "signatory_en": "Chen Baoliang",
    "capacity_zh": "院长",
    "authorization": "授权〔2024〕1号",
    "contact_zh": "王明",
    "contact_en": "Wang Ming",
    "contact_dept_zh": "科研院",
    "phone": "0571-1",
    "email": "w@zju.edu.cn",
    "originals": 2,
    "originals_cap": "贰",
    "originals_zh": "二",
    "originals_en": "two",
}


def values_of(session: Session, agreement: records.Agreement) -> dict[str, object]:
    """The names of the meeting's first agreement."""
    snapshot = take(session, agreement.meeting_id)
    return agreement_values(snapshot, snapshot.agreements[0])


def bare(session: Session, **columns: object) -> records.Agreement:
    """An agreement that knows nothing but its title."""
    return make.make_agreement(session, make.make_meeting(session), **columns)


def test_an_agreement_that_knows_nothing_has_no_empty_names(session: Session) -> None:
    assert values_of(session, bare(session)) == {
        "agreement": {
            "key": "framework",
            "title_zh": "战略合作框架协议",
            "title_en": "Framework Agreement",
            "prevailing_zh": "中文",
            "prevailing_en": "Chinese",
        },
        "event": {
            "name_zh": "上党区与武汉大学校地合作座谈会",
            "name_en": "Shangdang District–Wuhan University Cooperation Symposium",
            "date_zh": "2024年5月20日",
            "date_en": "20 May 2024",
            "place_zh": "第一会议室",
            "place_en": "Meeting Room 1",
            "venue_zh": "第一会议室",
            "venue_en": "Meeting Room 1",
            "city_zh": "武汉",
            "city_en": "Wuhan",
        },
        "parties": [],
    }


def test_figures_come_in_all_their_words(session: Session) -> None:
    agreement = bare(
        session, number="2024-01", starts_on=date(2024, 5, 20), term_years=3, originals=4, signed_on=date(2024, 5, 20)
    )
    for position in (0, 1):
        make.make_party(session, agreement, None, position=position)
    values = values_of(session, agreement)["agreement"]
    assert isinstance(values, dict)
    fixed = ("key", "title_zh", "title_en", "prevailing_zh", "prevailing_en")
    assert {name: value for name, value in values.items() if name not in fixed} == FIGURES


def test_a_party_with_all_it_knows(session: Session) -> None:
    dean, liaison = make.make_person(session, "陈宝梁"), make.make_person(session, "王明", email="w@zju.edu.cn")
    unit = make.make_organization(
        session, "浙江大学", name_en="Zhejiang University", short_name_zh="浙大", credit_code="12100000470095016Q",
        address_zh="杭州", legal_representative_id=dean.id, legal_representative_title_zh="校长", phone="0571-1",
    )  # fmt: skip
    agreement = bare(session)
    make.make_party(
        session, agreement, unit, department_zh="环境与资源学院", department_en="College of Environment",
        signatory_id=dean.id, capacity_zh="院长", authorization="授权〔2024〕1号", liaison_id=liaison.id,
        liaison_department_zh="科研院", originals=2,
    )  # fmt: skip
    values = values_of(session, agreement)
    assert values["party_a"] == ZJU
    assert values["parties"] == [ZJU]
    assert values["liaison_a"] == {"dept_zh": "科研院", "person_zh": "王明", "person_en": "Wang Ming"}
    names = {name for name in ZJU if isinstance(values["party_a"][name], NameText)}
    assert names == {
        f"{name}_{language}"
        for name in ("name", "unit", "dept", "short", "legal_rep", "signatory", "contact")
        for language in ("zh", "en")
    }


def test_witnesses_are_no_parties(session: Session) -> None:
    agreement = bare(session)
    county = make.make_organization(session, "上党区人民政府", name_en="")
    make.make_party(session, agreement, county, is_witness=True, position=0)
    make.make_party(session, agreement, make.make_organization(session), position=1)
    values = values_of(session, agreement)
    witness = {"label_zh": "见证方", "label_en": "Witness"} | dict.fromkeys(
        ("name_zh", "unit_zh", "short_zh"), "上党区人民政府"
    )
    assert (values["witness"], values["witnesses"]) == (witness, [witness])
    assert [party["name_zh"] for party in values["parties"]] == ["武汉大学"]
    assert "party_b" not in values


def test_from_the_eleventh_on_parties_are_numbered(session: Session) -> None:
    agreement = bare(session)
    for position in range(11):
        make.make_party(session, agreement, None, position=position)
    values = values_of(session, agreement)
    assert [party["label_zh"] for party in values["parties"]][-2:] == ["癸方", "第十一方"]
    assert values["party_j"] == {"label_zh": "癸方", "label_en": "Party J"}


@pytest.mark.parametrize(
    ("kind", "personality", "expected"),
    [
        (OrganizationKind.COLLEGE, None, True),
        (OrganizationKind.COLLEGE, True, None),
        (OrganizationKind.UNIVERSITY, False, True),
        (OrganizationKind.UNIVERSITY, None, None),
    ],
)
def test_colleges_are_flagged(
    session: Session, kind: OrganizationKind, personality: bool | None, expected: bool | None
) -> None:
    agreement = bare(session)
    unit = make.make_organization(session, kind=kind, has_legal_personality=personality)
    make.make_party(session, agreement, unit)
    assert values_of(session, agreement)["party_a"].get("is_college") is expected


def test_fields_and_bases_as_lists_and_as_texts(session: Session) -> None:
    agreement, kind = bare(session), make.make_base_type(session)
    make.make_area(session, agreement)
    make.make_area(session, agreement, "干部培训", text_en="", position=1)
    school = make.make_organization(session, "上党区第一中学", name_en="")
    make.make_base(
        session, agreement_id=agreement.id, base_type_id=kind.id, annual_quota=200, local_organization_id=school.id
    )
    values = values_of(session, agreement)
    assert values["fields"] == [{"zh": "人才引进", "en": "talent recruitment"}, {"zh": "干部培训", "en": ""}]
    assert values["fields_zh"] == ["人才引进", "干部培训"]
    assert "fields_en" not in values
    base = {
        "name_zh": "高校优质生源基地",
        "name_en": "Quality Student Source Base",
        "type_code": "B06",
        "level": "none",
        "quota_per_year": 200,
        "type_zh": "高校优质生源基地",
        "type_en": "Quality Student Source Base",
        "local_zh": "上党区第一中学",
    }
    assert (values["base"], values["bases"], values["bases_en"]) == (base, [base], ["Quality Student Source Base"])


def test_money_bases_and_project_come_from_the_agreements_cooperation(session: Session) -> None:
    meeting = make.make_meeting(session)
    cooperation = make.make_cooperation(session, meeting, amount=Decimal(100000), name_zh="智慧城市")
    make.make_cooperation(session, meeting, name_zh="别的")
    make.make_base(session, cooperation_id=cooperation.id, name_zh="智库合作基地")
    agreement = make.make_agreement(session, meeting, cooperation_id=cooperation.id)
    values = values_of(session, agreement)
    assert values["fund"] == {"amount": "100,000.00", "amount_cap": "人民币壹拾万元整"}
    assert (values["amount"], values["bases_zh"], values["projects_zh"]) == (True, ["智库合作基地"], ["智慧城市"])
    assert values["projects"] == [
        {
            "name_zh": "智慧城市",
            "topic_zh": "干部人才培训",
            "topic_en": "Training of officials",
            "status": "lead",
            "category": "other",
            "amount": "100,000.00",
            "bases_zh": ["智库合作基地"],
        }
    ]


def test_a_framework_lists_the_cooperations_of_its_parties_and_their_units(session: Session) -> None:
    meeting, county = make.make_meeting(session), make.make_organization(session, "洪洞县人民政府")
    bureau = make.make_organization(session, "洪洞县财政局", parent_id=county.id)
    stranger = make.make_organization(session, "外地公司")
    for unit in (county, bureau, stranger):
        make.make_cooperation(session, meeting, topic_zh=unit.name_zh, local_organization_id=unit.id)
    agreement = make.make_agreement(session, meeting)
    make.make_party(session, agreement, county)
    assert values_of(session, agreement)["projects_zh"] == ["洪洞县人民政府", "洪洞县财政局"]


def test_the_plaque_is_the_one_between_the_parties(session: Session) -> None:
    meeting = make.make_meeting(session)
    university, school, other = (make.make_organization(session, name) for name in ("大学", "一中", "二中"))
    make.make_plaque(session, meeting, text_zh="无单位")
    for receiver in (other, school):
        units = {"giving_organization_id": university.id, "receiving_organization_id": receiver.id}
        make.make_plaque(session, meeting, text_zh=f"{receiver.name_zh}基地", text_en="", **units)
    agreement = make.make_agreement(session, meeting)
    for position, unit in enumerate((university, school)):
        make.make_party(session, agreement, unit, position=position)
    assert values_of(session, agreement)["plaque"] == {"text_zh": "一中基地"}


def test_the_policy_is_the_meetings_numbered_one(session: Session) -> None:
    agreement = bare(session)
    policy = {"meeting_id": agreement.meeting_id, "kind": FactKind.POLICY}
    make.make_fact(session, **policy, indicator_zh="无文号")
    make.make_fact(session, **policy, indicator_zh="实施方案", document_number="莲科〔2018〕26号", issuer_zh="科技局")
    assert values_of(session, agreement)["policy"] == {
        "title_zh": "实施方案",
        "doc_no": "莲科〔2018〕26号",
        "issuer_zh": "科技局",
    }


def test_bilingual_agreements_say_so(session: Session) -> None:
    agreement = bare(session, language=AgreementLanguage.SIDE_BY_SIDE, prevailing_language="en")
    values = values_of(session, agreement)
    assert (values["bilingual"], values["agreement"]["prevailing_zh"]) == (True, "英文")


def test_place_falls_back_to_the_city(session: Session) -> None:
    agreement = bare(session)
    snapshot = take(session, agreement.meeting_id)
    meeting = replace(snapshot.meeting, venue=type(snapshot.meeting.venue)())
    values = agreement_values(replace(snapshot, meeting=meeting), snapshot.agreements[0])
    assert values["event"]["place_zh"] == "武汉"
