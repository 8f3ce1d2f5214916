"""Shangdang District and Wuhan University: where every fact of the report is found."""

from __future__ import annotations

from datetime import date

from models.codes import (
    AgendaKind,
    AgreementStatus,
    AgreementTier,
    CooperationStatus,
    DatePrecision,
    FactKind,
    MeetingKind,
    PlaqueAction,
    Qualifier,
)
from models.snapshots.shapes import Agreement, Bilingual
from tests.sample_meetings import sample_meetings

MEETING = sample_meetings()["shangdang-whu"]
FIELDS = ["大学生实习实践", "共建优质生源基地", "干部人才培训"]


def agreement(key: str) -> Agreement:
    """The agreement of that key."""
    return next(item for item in MEETING.agreements if item.key == key)


def texts(kind: FactKind) -> list[str]:
    """The Chinese texts of the facts of a kind."""
    return [fact.text.zh for fact in MEETING.facts if fact.kind is kind]


def test_the_meeting_has_its_name_kinds_date_and_place():
    meeting = MEETING.meeting
    assert meeting.title.zh == "上党区与武汉大学校地合作座谈会"
    assert meeting.kinds == (MeetingKind.SYMPOSIUM, MeetingKind.PLAQUE_AWARDING, MeetingKind.SIGNING)
    assert (meeting.starts_on, meeting.date_precision) == (date(2024, 5, 20), DatePrecision.YEAR_INFERRED)
    assert meeting.venue.zh == "武汉大学政治与公共管理学院"
    assert meeting.venue_organization is not None
    assert meeting.venue_organization.name.zh == "武汉大学政治与公共管理学院"


def test_the_university_is_host_of_the_district():
    university, district = MEETING.sides
    assert (university.label.zh, university.is_host) == ("武汉大学", True)
    assert [unit.name.zh for unit in university.units] == ["武汉大学政治与公共管理学院"]
    assert (district.label.zh, district.is_host) == ("上党区", False)
    assert [unit.name.zh for unit in district.units] == ["上党区委组织部人才办", "上党区教育局", "上党区一中"]


def test_one_person_is_named():
    (liang,) = MEETING.attendees
    assert (liang.person.name.zh, liang.person.name.en) == ("梁涛", "Liang Tao")
    assert liang.unit.zh == "武汉大学政治与公共管理学院"
    assert liang.title == Bilingual("党委书记", "Secretary of the Party Committee")
    assert liang.person.phone == ""


def test_the_unnamed_groups_keep_their_qualifiers():
    assert [(group.label.zh, group.stated_count, group.qualifier) for group in MEETING.groups] == [
        ("区委组织部人才办、教育局、区一中等相关单位负责人", None, Qualifier.OPEN),
        ("部分上党区籍武汉大学在校生", None, Qualifier.PARTIAL),
    ]


def test_the_agenda_is_in_order_and_without_times():
    assert [(item.kind, item.title.zh) for item in MEETING.agenda] == [
        (AgendaKind.EXCHANGE, "座谈交流"),
        (AgendaKind.PLAQUE, "“武汉大学优质生源基地”授牌仪式"),
        (AgendaKind.SIGNING, "项目合作签约仪式"),
    ]
    assert {(item.start, item.minutes) for item in MEETING.agenda} == {(None, None)}


def test_topics_and_future_fields_are_kept():
    assert texts(FactKind.TOPIC) == ["人才引进", "联合培养", "干部培训"]
    assert [row.topic.zh for row in MEETING.cooperations] == FIELDS
    assert {row.status for row in MEETING.cooperations} == {CooperationStatus.SIGNED}
    assert texts(FactKind.NEXT_STEP) == ["在“大学生实习实践”“共建优质生源基地”“干部人才培训”领域开展合作"]


def test_the_plaque_has_its_text_and_leaves_open_who_received_it():
    (plaque,) = MEETING.plaques
    assert (plaque.text.zh, plaque.action) == ("武汉大学优质生源基地", PlaqueAction.AWARD)
    assert plaque.giving is not None
    assert plaque.giving.name.zh == "武汉大学"
    assert (plaque.receiving, plaque.giver, plaque.receiver) == (None, None, None)
    assert plaque.remarks.zh == "授牌人、接牌人、接牌单位报道均未说明。"


def test_the_cooperation_agreement_is_what_the_headline_says():
    item = agreement("cooperation")
    assert (item.template, item.tier) == ("strategic-framework", AgreementTier.FRAMEWORK)
    assert (item.title.zh, item.status) == ("上党区与武汉大学合作协议", AgreementStatus.SIGNED)
    assert [party.organization.name.zh for party in item.parties if party.organization] == [
        "上党区人民政府",
        "武汉大学",
    ]
    assert [area.zh for area in item.areas] == FIELDS
    assert {(party.signatory, party.originals) for party in item.parties} == {(None, None)}
    assert (item.originals, item.term_years, item.number) == (None, None, "")
    assert "均未说明" in item.remarks.zh


def test_the_agreement_on_the_base_is_a_draft_since_the_report_names_only_the_plaque():
    item = agreement("source-base")
    assert (item.template, item.status, item.signed_on) == ("joint-base", AgreementStatus.DRAFT, None)
    assert [party.organization.name.zh for party in item.parties if party.organization] == [
        "武汉大学",
        "上党区人民政府",
    ]
    assert "报道未说明" in item.remarks.zh


def test_the_base_is_that_of_its_field_and_of_the_signed_agreement():
    (base,) = agreement("cooperation").bases
    assert MEETING.cooperations[1].bases == (base,)
    assert (base.type_code, base.name.zh) == ("B06", "武汉大学优质生源基地")
    assert (base.established, base.established_on, base.annual_quota) == (True, date(2024, 5, 20), None)


def test_the_university_has_its_tags():
    university = next(unit for unit in MEETING.all_organizations if unit.name.zh == "武汉大学")
    assert university.tags.zh == "教育部直属、985工程、211工程、双一流"
    assert "重点综合性大学" in university.profile.zh


def test_strategy_path_and_chains_of_the_district_are_kept():
    background = {fact.indicator.zh: fact.text.zh for fact in MEETING.facts if fact.kind is FactKind.BACKGROUND}
    assert "人才赋能、产业强区" in background["发展战略"]
    assert background["发展新路径"] == "“高校协同+项目布局+人才引入”"
    assert "创新链、产业链、人才链" in background["三链联动"]


def test_every_figure_keeps_value_qualifier_and_examples():
    exact, more = Qualifier.EXACT, Qualifier.MORE_THAN
    shown = [
        (fact.indicator.zh, int(fact.value), fact.qualifier, fact.unit.zh, fact.examples.zh)
        for fact in MEETING.facts
        if fact.value is not None
    ]
    assert shown == [
        ("达成合作协议的知名高校", 20, exact, "所", "清华大学、北京大学"),
        ("签署合作项目", 60, more, "项", ""),
        ("深度合作的院士级科创团队", 2, exact, "名", "朱有勇、叶志镇"),
        ("签约落地科技创新型企业", 28, exact, "个", "双碳科创基地、宝能智控装备制造"),
        ("院士工作站", 1, exact, "个", ""),
        ("博士后科研工作站", 1, exact, "个", ""),
        ("国家企业技术中心", 1, exact, "个", ""),
        ("累计柔性引进各类专家人才", 108, exact, "名", ""),
        ("为企业全职引进博士及以上学历高端人才", 16, exact, "人", ""),
        ("引进部属师范院校研究生", 28, exact, "人", ""),
        ("建立“优质生源基地”合作关系的高校", 7, exact, "所", "武汉大学、同济大学、北京航空航天大学"),
        ("每年为各高校在校学生提供实习实践岗位", 200, more, "个", ""),
    ]


def test_figures_keep_the_period_in_the_words_of_the_report():
    periods = {fact.indicator.zh: fact.period.zh for fact in MEETING.facts if fact.value is not None}
    assert periods.pop("每年为各高校在校学生提供实习实践岗位") == "每年"
    assert set(periods.values()) == {"两年来"}


def test_lists_the_report_breaks_off_are_marked():
    marked = {fact.indicator.zh for fact in MEETING.facts if fact.examples and not fact.list_complete}
    assert marked == {"达成合作协议的知名高校", "签约落地科技创新型企业", "建立“优质生源基地”合作关系的高校"}


def test_the_slogans_are_kept():
    assert texts(FactKind.SLOGAN) == [
        "通过产业为人才搭台、靠人才为创新助力",
        "招商引资与招才引智同步推进",
        "“联姻”",
    ]


def test_the_report_and_its_photo_are_named():
    (source,) = MEETING.sources
    assert source.title == "校地合作再结硕果!上党区与武汉大学“联姻”"
    assert source.original_title == "校地合作谱新章!上党区与武汉大学签订合作协议"
    assert (source.outlet.zh, source.published) == ("黄河新闻网长治频道", "2024-05-21")
    assert (source.authors, source.editor, source.language) == ("闫海清、李广亮、李玲", "贾霄星", "zh")
    (photo,) = MEETING.photos
    assert photo.caption.zh == "图为:“武汉大学优质生源基地”授牌仪式现场"
