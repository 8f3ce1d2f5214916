"""Shengzhou's machinery association and the college: where every fact of the report is found."""

from __future__ import annotations

from datetime import date

from models.codes import (
    AgendaKind,
    AgreementStatus,
    Confidence,
    CooperationStatus,
    DatePrecision,
    FactKind,
    Level,
    MeetingKind,
    OrganizationKind,
    OrganizationRole,
    VisitPhase,
)
from models.snapshots.shapes import Bilingual
from tests.sample_meetings import sample_meetings

MEETING = sample_meetings()["shengzhou-zjipc"]

SIGNING_UNITS = [
    ("嵊州市机械行业协会", "Shengzhou Machinery Industry Association"),
    ("浙江中益机械有限公司", "Zhejiang Zhongyi Machinery Co., Ltd."),
    ("双鸟集团", "Shuangniao Group"),
    ("丰利粉碎设备", "Fengli Crushing Equipment"),
    ("特种链轮", "Special Chain Wheel"),
    ("天盛机械", "Tiansheng Machinery"),
    ("高翔工贸", "Gaoxiang Industry and Trade"),
    ("万能弹簧", "Universal Spring"),
]
FORMS = ["技术攻关", "技术服务", "培训", "咨询", "标准建设", "宣传推广", "人才培养"]


def texts(kind: FactKind) -> list[str]:
    """The Chinese texts of the facts of a kind."""
    return [fact.text.zh for fact in MEETING.facts if fact.kind is kind]


def test_the_meeting_has_its_name_kind_date_and_place():
    meeting = MEETING.meeting
    assert meeting.title.zh == "嵊州市机械行业协会与浙江工业职业技术学院产学研合作对接会暨签约仪式"
    assert meeting.kinds == (MeetingKind.MATCHMAKING, MeetingKind.SIGNING, MeetingKind.INSPECTION)
    assert (meeting.starts_on, meeting.date_precision) == (date(2021, 6, 4), DatePrecision.YEAR_INFERRED)
    assert meeting.city == Bilingual("嵊州市", "Shengzhou City")
    assert meeting.theme.zh == "构建校企政共同体 深化产学研合作"


def test_the_purpose_names_the_four_chains_and_the_community():
    for words in ("教育链、人才链与产业链、创新链有机衔接", "构建校企政共同体", "服务区域经济发展和人才培养"):
        assert words in MEETING.meeting.purpose.zh


def test_both_sides_hold_the_meeting_and_the_association_is_host():
    assert [(held.organization.name.zh, held.role) for held in MEETING.organizations] == [
        ("嵊州市机械行业协会", OrganizationRole.HOST),
        ("浙江工业职业技术学院", OrganizationRole.HOST),
    ]
    industry, school = MEETING.sides
    assert (industry.is_host, school.is_host) == (True, False)
    assert [(unit.name.zh, unit.name.en) for unit in industry.units] == SIGNING_UNITS
    assert industry.units[0].kind is OrganizationKind.ASSOCIATION


def test_the_two_english_names_of_the_college_are_one_unit():
    (college,) = MEETING.sides[1].units
    assert college.name == Bilingual("浙江工业职业技术学院", "Zhejiang Industry Polytechnic College")
    assert college.aliases == (
        "Zhejiang Industrial Vocational and Technical College",
        "Zhejiang Polytechnic Institute",
    )


def test_nobody_is_named_as_attending():
    assert MEETING.attendees == ()
    assert MEETING.groups == ()


def test_the_agenda_is_in_order_and_without_times():
    assert [(item.kind, item.title.zh) for item in MEETING.agenda] == [
        (AgendaKind.INTRODUCTION, "双方介绍各自情况"),
        (AgendaKind.SIGNING, "集中签约"),
        (AgendaKind.VISIT, "会后参观部分骨干企业"),
    ]
    assert {(item.start, item.minutes) for item in MEETING.agenda} == {(None, None)}
    introducing = [
        presenter.organization.name.zh for presenter in MEETING.agenda[0].presenters if presenter.organization
    ]
    assert introducing == ["嵊州市机械行业协会", "浙江工业职业技术学院"]


def test_eight_units_sign_with_the_college_and_the_list_is_not_complete():
    parties = [
        [party.organization.name.zh for party in item.parties if party.organization] for item in MEETING.agreements
    ]
    assert parties == [["浙江工业职业技术学院", zh] for zh, _ in SIGNING_UNITS]
    (batch,) = MEETING.batches
    assert (batch.stated_count, batch.list_complete) == (None, False)
    assert {item.batch_id for item in MEETING.agreements} == {batch.id}


def test_each_agreement_has_title_template_and_areas_but_no_signatory_or_term():
    title = Bilingual(
        "产教融合、校行（企）合作框架协议",
        "Framework Agreement on the Integration of Industry and Education "
        "and School–Association (Enterprise) Cooperation",
    )
    for item in MEETING.agreements:
        assert (item.template, item.title, item.status) == ("school-enterprise", title, AgreementStatus.SIGNED)
        assert [area.zh for area in item.areas] == FORMS
        assert (item.signed_on, item.term_years, item.originals) == (date(2021, 6, 4), None, None)
        assert [(party.signatory, party.originals) for party in item.parties] == [(None, None), (None, None)]
        assert item.clauses


def test_what_was_signed_stands_in_the_ledger():
    assert [(row.local.name.zh, row.status) for row in MEETING.cooperations if row.local] == [
        (zh, CooperationStatus.SIGNED) for zh, _ in SIGNING_UNITS
    ]


def test_the_visits_after_the_meeting_are_a_part_of_the_signing_units():
    (route,) = MEETING.routes
    assert route.phase is VisitPhase.AFTER
    names = [stop.organization.name.zh for stop in route.stops if stop.organization]
    assert names == ["浙江中益机械有限公司", "双鸟集团", "天盛机械", "高翔工贸"]
    assert "等" in route.remarks.zh


def test_every_honor_has_its_level_and_count():
    honors = [
        (fact.indicator.zh, int(fact.value), fact.level)
        for fact in MEETING.facts
        if fact.kind is FactKind.HONOR and fact.value is not None
    ]
    assert honors == [
        ("国家免检产品", 1, Level.NATIONAL),
        ("中国驰名商标", 1, Level.NATIONAL),
        ("工信部全国首批专精特新“小巨人”企业", 1, Level.NATIONAL),
        ("浙江省“隐形冠军”企业", 1, Level.PROVINCIAL),
        ("浙江省“隐形冠军”培育企业", 7, Level.PROVINCIAL),
        ("绍兴市“隐形冠军”企业", 20, Level.MUNICIPAL),
        ("浙江名牌产品", 7, Level.PROVINCIAL),
        ("浙江省著名商标", 4, Level.PROVINCIAL),
        ("浙江省知名商号", 2, Level.PROVINCIAL),
        ("省级企业研究院", 2, Level.PROVINCIAL),
        ("省级企业技术中心", 3, Level.PROVINCIAL),
        ("国家高新技术企业", 54, Level.NATIONAL),
    ]


def test_the_share_of_high_tech_enterprises_keeps_its_wording():
    fact = next(fact for fact in MEETING.facts if fact.indicator.zh == "国家高新技术企业")
    assert fact.share == Bilingual(
        "占全市国家高新技术企业的1/3以上", "more than 1/3 of the city's national high-tech enterprises"
    )


def test_the_industry_is_described():
    about = {fact.indicator.zh: fact for fact in MEETING.facts if fact.subject.zh == "嵊州市机械行业协会"}
    assert about["支柱产业"].text.zh == "机械行业是嵊州市三大支柱产业之一"
    assert about["行业发展历史"].value == 70
    assert "部分细分行业居国内领先地位" in about["块状产业"].text.zh


def test_forms_long_term_aims_and_mutual_benefit_are_kept():
    assert texts(FactKind.FORM) == FORMS
    assert texts(FactKind.NEXT_STEP) == ["双方以多种形式全面合作，共建产学研创新体系，今后建立长期合作关系"]
    assert texts(FactKind.PURPOSE) == ["在服务对方产业发展的同时，赋能学校的专业建设和人才培养"]


def test_the_report_and_its_doubtful_authors_are_kept():
    (source,) = MEETING.sources
    assert (source.outlet.zh, source.authors) == (
        "本报（当地报纸，报名未写出）",
        "Wu Hongfu and Zhang Weihong Building（特约通讯员）",
    )
    assert source.title_reading.zh == "构建校企政共同体 深化产学研合作"


def test_garbled_words_stand_beside_their_readings():
    readings = {reading.original: (reading.reading.zh, reading.confidence) for reading in MEETING.readings}
    assert len(MEETING.readings) == 18
    title = "Framework Agreement on Integration of Industry and Education, School Bank (Enterprise) Cooperation"
    assert readings[title] == ("产教融合、校行（企）合作框架协议", Confidence.HIGH)
    assert readings["Special Correspondent Wu Hongfu and Zhang Weihong Building"][1] is Confidence.UNRESOLVED
    assert readings["blocky industries"] == ("块状产业", Confidence.HIGH)
    assert readings["June 4"] == ("2021年6月4日", Confidence.MEDIUM)
    assert readings["in our city"] == ("嵊州市", Confidence.HIGH)
