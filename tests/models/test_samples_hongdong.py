"""Hongdong County and Zhejiang University: where every fact of the report is found."""

from __future__ import annotations

from datetime import date

from models.codes import Confidence, CooperationStatus, DatePrecision, FactKind, Level, MeetingKind, VisitPhase
from models.snapshots.shapes import Bilingual, Cooperation
from tests.sample_meetings import sample_meetings

MEETING = sample_meetings()["hongdong-zju"]


def cooperation(local_zh: str) -> Cooperation:
    """The intent of a local unit."""
    return next(item for item in MEETING.cooperations if item.local and item.local.name.zh == local_zh)


def numbers(kind: FactKind) -> list[tuple[str, int, Level]]:
    """Indicator, value and level of the facts of a kind."""
    return [
        (fact.indicator.zh, int(fact.value), fact.level)
        for fact in MEETING.facts
        if fact.kind is kind and fact.value is not None
    ]


def test_the_meeting_has_its_name_kind_date_and_place():
    meeting = MEETING.meeting
    assert meeting.title.zh == "洪洞县—浙江大学深化校地合作工作座谈会"
    assert meeting.title.en == "Hongdong County–Zhejiang University Symposium on Deepening University–Local Cooperation"
    assert meeting.kinds == (MeetingKind.SYMPOSIUM, MeetingKind.INSPECTION)
    assert (meeting.starts_on, meeting.date_precision) == (date(2021, 11, 11), DatePrecision.YEAR_INFERRED)
    assert "推定为2021年" in meeting.date_note.zh
    assert meeting.city == Bilingual("洪洞县", "Hongdong County")
    assert (meeting.venue, meeting.invented) == (Bilingual(), False)


def test_nothing_was_signed():
    assert (MEETING.agreements, MEETING.batches, MEETING.plaques) == ((), (), ())


def test_the_county_is_host_of_nine_guests():
    guest, host = MEETING.sides
    assert (guest.label.zh, guest.is_host, guest.stated_headcount) == ("浙江大学", False, 9)
    assert [unit.name.zh for unit in guest.units] == ["浙江大学", "浙江大学环境与资源学院"]
    assert (host.label.zh, host.is_host, host.stated_headcount) == ("洪洞县", True, None)
    (group,) = MEETING.groups
    assert (group.label.zh, group.stated_count, group.list_complete) == ("浙江大学环境与资源学院专家教授", 9, False)


def test_the_one_named_guest_has_no_title_since_it_is_garbled():
    (chen,) = MEETING.attendees
    assert (chen.person.name.zh, chen.person.name.en) == ("陈宝梁", "Chen Baoliang")
    assert (chen.unit.zh, chen.title) == ("浙江大学环境与资源学院", Bilingual())
    assert chen.person.aliases == ("Chen Bao Liang",)


def test_the_visits_come_before_the_symposium_and_their_list_is_open():
    (route,) = MEETING.routes
    assert (route.phase, route.day) == (VisitPhase.BEFORE, date(2021, 11, 11))
    assert [stop.place.zh for stop in route.stops] == ["某纪念馆（名称残缺）", "山西飞虹科创集团"]
    assert route.remarks.zh == "报道称“等”，考察点不止所列。"


def test_the_agenda_is_in_order_and_without_times():
    assert [item.title.zh for item in MEETING.agenda] == ["实地考察", "座谈交流", "五大基地共建协商"]
    assert {(item.start, item.minutes, item.talk_minutes) for item in MEETING.agenda} == {(None, None, None)}


def test_the_topics_and_the_result_are_kept():
    topics = [fact.text.zh for fact in MEETING.facts if fact.kind is FactKind.TOPIC]
    assert topics == ["“智慧城市”建设", "土壤污染防治", "其他方面（报道未列明）"]
    background = [fact.text.zh for fact in MEETING.facts if fact.kind is FactKind.BACKGROUND]
    assert "交流并达成合作意向" in background


def test_the_five_discussed_bases_are_in_the_order_of_the_report():
    assert [(base.type_code, base.name.zh, base.established) for base in MEETING.bases] == [
        ("B01", "大学生实习实训基地", False),
        ("B05", "智库合作基地", False),
        ("B04", "高校科技成果转化基地", False),
        ("B03", "高校科研平台延伸基地", False),
        ("B07", "红色教育和国情教育基地", False),
    ]


def test_the_four_intents_have_unit_partner_and_topic():
    shown = [
        (item.local.name.zh, item.partner.name.zh if item.partner else "", item.topic.zh, item.status)
        for item in MEETING.cooperations
        if item.local
    ]
    intent = CooperationStatus.INTENT
    assert shown == [
        ("临汾市生态环境局洪洞分局", "", "大气污染防治、水污染防治", intent),
        ("洪洞县农业农村局", "浙江大学环境与资源学院", "农业土壤污染防控", intent),
        ("洪洞县财政局", "浙大城市学院", "智慧城市建设", intent),
        ("山西飞虹科创集团", "浙江加州国际纳米技术研究院", "MiniLED外延及芯片制备技术", intent),
    ]


def test_every_intent_has_its_bases():
    bases = {item.topic.zh: [(base.type_code, base.name.zh) for base in item.bases] for item in MEETING.cooperations}
    internships, platform = ("B01", "大学生实习实训基地"), ("B03", "高校科研平台延伸基地")
    assert bases == {
        "大气污染防治、水污染防治": [internships, platform],
        "农业土壤污染防控": [internships, platform, ("B05", "智库合作基地"), ("B99", "农业面源防控合作平台")],
        "智慧城市建设": [("B05", "智库合作基地")],
        "MiniLED外延及芯片制备技术": [("B04", "高校科技成果转化基地"), platform],
    }


def test_what_an_intent_leaves_open_says_so():
    assert cooperation("临汾市生态环境局洪洞分局").unresolved.zh.startswith("合作方报道未说明")
    assert "“浙江大学”" in cooperation("洪洞县财政局").unresolved.zh


def test_need_and_support_are_kept():
    assert cooperation("山西飞虹科创集团").need == Bilingual(
        "解决企业生产难题", "To solve the company's production problems"
    )
    smart_city = cooperation("洪洞县财政局")
    assert smart_city.name.zh == "“智慧城市”建设项目"
    assert smart_city.support.zh == "为洪洞县提供人才培养、规划设计、技术指导等支持"


def test_the_platforms_and_bases_are_counted_by_level():
    assert numbers(FactKind.STATISTIC) == [
        ("国家级人才工作平台", 1, Level.NATIONAL),
        ("省级平台", 3, Level.PROVINCIAL),
        ("省级合作基地", 10, Level.PROVINCIAL),
        ("市级基地", 1, Level.MUNICIPAL),
    ]


def test_policy_program_and_next_steps_are_kept():
    by_kind = {kind: [fact for fact in MEETING.facts if fact.kind is kind] for kind in FactKind}
    assert [fact.indicator.zh for fact in by_kind[FactKind.POLICY]] == ["省第十二次党代会关于人才工作的重大部署"]
    assert "“筑巢引凤+省校合作”组合拳" in [fact.indicator.zh for fact in by_kind[FactKind.BACKGROUND]]
    assert [fact.text.zh for fact in by_kind[FactKind.NEXT_STEP]] == [
        "继续深化与浙江大学的合作",
        "探索建立“县校合作人才工作联络站”",
        "探索建立“高校干部人才培养基地”",
    ]


def test_the_report_is_named():
    (source,) = MEETING.sources
    assert source.outlet == Bilingual("山西日报", "Shanxi Daily")
    assert source.authors == "Li Huowei（记者）；Li An An Yu Tao Chen Xin（通讯员）"
    assert source.machine_translated
    assert source.title_reading.zh == "校地合作再深化 洪洞“牵手”浙大“智”发展"


def test_garbled_words_stand_beside_their_readings():
    readings = {reading.original: (reading.reading.zh, reading.confidence) for reading in MEETING.readings}
    assert len(MEETING.readings) == 32
    assert readings["the Party Committee Chen Bao Liang"] == ("", Confidence.UNRESOLVED)
    assert readings["etc. Memorial Hall"] == ("县内一处革命纪念馆", Confidence.LOW)
    assert readings["Shanxi Feihong Kokuchuo Group"] == ("山西飞虹科创集团", Confidence.MEDIUM)
    assert readings["Shanxi Weihong Kokchong Group"] == ("山西飞虹科创集团", Confidence.MEDIUM)
    assert readings["Wishe Cooperation"] == ("智库合作基地", Confidence.HIGH)
    assert readings["智 库 合作 base"] == ("智库合作基地", Confidence.HIGH)
    assert readings["College Cadre Talent Harvesting Base"] == ("高校干部人才培养基地", Confidence.HIGH)
    assert readings['closely eyeing to "double-first" efficiency'] == ("紧盯“双一流”高校", Confidence.MEDIUM)


def test_the_two_spellings_of_one_company_are_aliases():
    feihong = cooperation("山西飞虹科创集团").local
    assert feihong is not None
    assert feihong.aliases == ("Shanxi Feihong Kokuchuo Group", "Shanxi Weihong Kokchong Group")
    assert feihong.name == Bilingual("山西飞虹科创集团", "Shanxi Feihong Science and Technology Innovation Group")
