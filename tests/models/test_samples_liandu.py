"""Liandu District's commissioners: where every fact of the report is found."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from models.codes import (
    AgendaKind,
    AgreementStatus,
    Confidence,
    DatePrecision,
    FactKind,
    Level,
    MeetingKind,
    OrganizationRole,
)
from models.snapshots.shapes import Bilingual, Fact
from tests.sample_meetings import sample_meetings

MEETING = sample_meetings()["liandu-lsu"]
SCOPE = ["解决技术难题", "提供技术培训", "指导申请专利", "指导申报科技项目", "指导申报国家高新技术企业"]
VALVE = "浙江某阀门有限公司（名称待核实）"
GANLIN = "浙江干霖缝纫设备有限公司"


def facts(kind: FactKind) -> list[Fact]:
    """The facts of a kind, in order."""
    return [fact for fact in MEETING.facts if fact.kind is kind]


def test_the_meeting_has_its_name_kind_and_exact_date_but_no_place():
    meeting = MEETING.meeting
    assert meeting.title == Bilingual(
        "2020年工业科技特派员（对接）会议", "2020 Industrial Science and Technology Commissioner (Matchmaking) Meeting"
    )
    assert meeting.kinds == (MeetingKind.COMMISSIONER, MeetingKind.SIGNING)
    assert (meeting.starts_on, meeting.date_precision) == (date(2020, 11, 24), DatePrecision.DAY)
    assert (meeting.venue, meeting.city) == (Bilingual(), Bilingual())
    assert meeting.purpose.zh == "更好地服务莲都区企业，深化校企合作。"


def test_the_district_bureau_organizes():
    (organizer,) = MEETING.organizations
    assert (organizer.organization.name.zh, organizer.role) == ("莲都区科学技术局", OrganizationRole.HOST)
    assert organizer.note == Bilingual("组织召开", "organized the meeting")
    assert [(side.label.zh, side.is_host) for side in MEETING.sides] == [
        ("丽水学院专家", False),
        ("莲都区企业", False),
        ("莲都区", True),
    ]


def test_those_who_attend_are_groups_without_names():
    assert MEETING.attendees == ()
    assert [(group.label.zh, group.stated_count, group.counts_organizations) for group in MEETING.groups] == [
        ("莲都区企业家", None, False),
        ("丽水学院有关专家", None, False),
        ("签约企业", 7, True),
    ]


def test_the_agenda_is_in_order_and_without_times():
    assert [(item.kind, item.title.zh) for item in MEETING.agenda] == [
        (AgendaKind.EXCHANGE, "校企对接交流"),
        (AgendaKind.SIGNING, "签订工业科技特派员合作协议"),
    ]
    assert {(item.start, item.minutes) for item in MEETING.agenda} == {(None, None)}


def test_seven_companies_sign_of_which_two_are_named():
    (batch,) = MEETING.batches
    assert (batch.stated_count, batch.list_complete) == (7, False)
    parties = [
        [party.organization.name.zh for party in item.parties if party.organization] for item in MEETING.agreements
    ]
    assert parties == [["丽水学院", VALVE], ["丽水学院", GANLIN]]
    for item in MEETING.agreements:
        assert (item.template, item.status, item.batch_id) == ("commissioner", AgreementStatus.SIGNED, batch.id)
        assert [area.zh for area in item.areas] == SCOPE
        assert (item.signed_on, item.term_years, item.originals) == (date(2020, 11, 24), None, None)
        assert {party.signatory for party in item.parties} == {None}
        assert item.clauses


def test_the_scope_is_kept():
    assert [fact.text.zh for fact in facts(FactKind.FORM)] == SCOPE


def test_the_aim_and_the_growth_of_the_commissioners_are_kept():
    assert [fact.text.zh for fact in facts(FactKind.PURPOSE)] == ["为莲都区企业蓬勃发展提供有力的科技支撑"]
    assert [fact.text.zh for fact in facts(FactKind.BACKGROUND)] == [
        "工业科技特派员队伍不断壮大，为莲都区企业创新发展注入强心剂"
    ]


def test_the_policy_has_title_number_and_issuer():
    (policy,) = facts(FactKind.POLICY)
    assert policy.indicator.zh == "莲都区工业科技特派员试点实施方案"
    assert (policy.document_number, policy.issuer.zh) == ("莲科〔2018〕26号", "莲都区科学技术局")


def test_the_dispatches_have_batch_number_and_source_units():
    first, total, *units = facts(FactKind.DISPATCH)
    assert (first.indicator.zh, first.period.zh) == ("首批工业科技特派员", "2018年11月")
    assert (total.value, total.unit.zh, total.as_of) == (14, "名", date(2020, 11, 24))
    assert total.examples.zh == "丽水学院、丽水职业技术学院"
    assert [unit.subject for unit in units] == [
        Bilingual("丽水学院", "Lishui University"),
        Bilingual("丽水职业技术学院", "Lishui Vocational and Technical College"),
    ]


def test_the_outcomes_of_the_fourteen_are_counted():
    total = facts(FactKind.DISPATCH)[1]
    assert [(outcome.metric.zh, outcome.value, outcome.level) for outcome in total.outcomes] == [
        ("行业提升报告", Decimal(15), Level.NONE),
        ("解决技术难题", Decimal(39), Level.NONE),
        ("开展技术培训", Decimal(32), Level.NONE),
        ("申请专利", Decimal(50), Level.NONE),
        ("科技项目", Decimal(15), Level.NONE),
        ("市级企业技术中心", Decimal(1), Level.MUNICIPAL),
        ("国家高新技术企业", Decimal(2), Level.NATIONAL),
    ]


def test_the_two_cases_have_company_and_results():
    jiang, unnamed = facts(FactKind.CASE)
    assert (jiang.indicator.zh, jiang.period.zh) == ("丽水市某自动化有限公司（名称待核实）", "2019年")
    assert "Jiang Jie" in jiang.text.zh
    assert [(outcome.metric.zh, outcome.value) for outcome in jiang.outcomes] == [
        ("申报实用新型专利", Decimal(4)),
        ("解决新购设备程序编辑等问题", None),
    ]
    assert unnamed.indicator.zh == GANLIN
    assert [outcome.metric.zh for outcome in unnamed.outcomes] == [
        "帮助建立博士后工作站",
        "安排技术骨干到丽水学院学习《电力拖动自动控制系统》课程",
    ]


def test_the_award_names_number_level_and_who_gave_it():
    (award,) = facts(FactKind.AWARD)
    assert (award.value, award.level, award.period.zh) == (4, Level.PROVINCIAL, "近年来")
    assert award.issuer.zh == "省政府、省科学技术厅"


def test_the_slogan_is_read():
    assert [fact.text.zh for fact in facts(FactKind.SLOGAN)] == ["视企业如己出、待企业家如亲人"]


def test_the_report_is_named():
    (source,) = MEETING.sources
    assert source.title.startswith("Liandu District to deepen school-enterprise cooperation")
    assert (source.authors, source.published, source.machine_translated) == ("", "", True)


def test_garbled_words_stand_beside_their_readings():
    readings = {reading.original: (reading.reading.zh, reading.confidence) for reading in MEETING.readings}
    assert len(MEETING.readings) == 15
    assert readings["No, I need something"] == ("", Confidence.LOW)
    assert readings["lishui city China automation co., LTD."] == ("", Confidence.UNRESOLVED)
    assert readings["zhejiang lishui college work valve co., LTD."] == ("", Confidence.UNRESOLVED)
    assert readings["Lianke [2018]26"] == ("莲科〔2018〕26号", Confidence.HIGH)
    assert readings["15 construction industry improvement reports"] == ("行业提升报告15份", Confidence.HIGH)
    assert readings["lotus area"] == ("莲都区", Confidence.MEDIUM)
