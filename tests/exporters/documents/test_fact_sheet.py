"""The fact sheet: nothing that is known is lost, and what is unclear stands beside its reading."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest

from exporters.blocks import Block, Cell, Column, Field, FieldList, Heading, Paragraph, Row, Span, Table, Title
from exporters.documents.fact_sheet import assemble
from exporters.documents.fact_sheet_people import moment_words
from exporters.documents.phrasebook import Phrasebook
from models.codes import (
    AgreementLanguage,
    Confidence,
    Confidentiality,
    FactKind,
    OrganizationRole,
    PlaqueAction,
    Reply,
    RoundPart,
    SeatLayout,
)
from models.snapshots.shapes import (
    AgreementBatch,
    CueLine,
    MeetingOrganization,
    MeetingSnapshot,
    Outcome,
    PersonName,
    Photo,
    Plaque,
    Post,
    Presenter,
    Reading,
    RoundPerson,
    Seat,
    SeatPlan,
    SigningRound,
    SourceDocument,
    Variable,
)
from tests.sample_snapshots import (
    MAY_20,
    agenda_item,
    agreement,
    attendee,
    base,
    both,
    cooperation,
    fact,
    group,
    meeting,
    options,
    organization,
    party,
    person,
    route,
    side,
    snapshot,
    stop,
)


def sheet_blocks(taken: MeetingSnapshot, language: str = "zh", **choices: bool) -> tuple[Block, ...]:
    """The blocks of the sheet."""
    [document] = assemble(taken, options(language, **choices))
    return document.blocks


def rows_below(taken: MeetingSnapshot, heading: str, language: str = "zh", **choices: bool) -> list[list[str]]:
    """The first table below a heading (or with that caption), its headings first."""
    blocks = sheet_blocks(taken, language, **choices)
    named = [getattr(block, "text", "") or getattr(block, "caption", "") for block in blocks]
    table = next(block for block in blocks[named.index(heading) :] if isinstance(block, Table))
    return [[column.heading for column in table.columns], *([cell.text for cell in row.cells] for row in table.rows)]


def fields_below(taken: MeetingSnapshot, heading: str, language: str = "zh") -> list[tuple[str, str]]:
    """The labelled lines below a heading."""
    blocks = sheet_blocks(taken, language)
    place = [getattr(block, "text", "") for block in blocks].index(heading)
    found = blocks[place + 1]
    assert isinstance(found, FieldList)
    return [(field.label, "".join(span.text for span in field.spans)) for field in found.fields]


def test_meeting_of_which_only_the_date_is_known() -> None:
    bare = meeting(title=both(), venue=both(), city=both(), kinds=())
    assert sheet_blocks(snapshot(meeting=bare)) == (
        Title(("资料汇编",)),
        Heading("会议基本情况", 1, "一、"),
        FieldList((Field("日期", (Span("2024年5月20日（星期一）"),)), Field("状态", (Span("筹备中"),)))),
    )


def test_basics_with_roles_and_confidentiality() -> None:
    taken = snapshot(
        meeting=meeting(venue_organization=organization("学院", "School"), confidentiality=Confidentiality.INTERNAL),
        organizations=(MeetingOrganization(organization(), OrganizationRole.ORGANIZER, both("牵头", "leads")),),
    )
    [document] = assemble(taken, options("en"))
    assert document.footer == "Internal"
    assert rows_below(taken, "Roles of organizations", "en") == [
        ["Role", "Organization", "Remarks"],
        ["Organizer", "Wuhan University", "leads"],
    ]
    assert fields_below(taken, "The meeting", "en")[-3:] == [
        ("Organization at the venue", "School"),
        ("State", "In preparation"),
        ("Confidentiality", "Internal"),
    ]


def test_sides() -> None:
    one = side(units=(organization("学院"),), stated_headcount=9, is_host=True, note=both("名单不全"))
    assert rows_below(snapshot(sides=(one,)), "参加各方") == [
        ["所属方", "类型", "主客", "相关单位", "原文所述数量", "备注"],
        ["校方", "校方", "主方", "学院", "9人", "名单不全"],
    ]


def test_organizations() -> None:
    college = organization(
        "学院",
        parent_id=1,
        has_legal_personality=False,
        credit_code="91",
        legal_representative=PersonName("王明", "Wang Ming", True),
        aliases=("院里", "School"),
        notes="存疑",
    )
    taken = snapshot(all_organizations=(organization(id=1), college))
    assert rows_below(taken, "相关单位") == [
        ["单位", "类型", "隶属", "详细情况"],
        ["武汉大学", "高校", "", ""],
        [
            *("学院", "高校", "武汉大学"),
            "其他名称：院里、School；法人资格：否；统一社会信用代码：91；"
            "法定代表人：王明 Wang Ming（拼写为拟定）；说明：存疑",
        ],
    ]


KNOWN = person("王明", "Wang Ming", gender="male", phone="13812345678", email="wang@x.edu.cn", ethnicity="回族")
COMING = attendee(
    person=KNOWN,
    side_id=1,
    reply=Reply.CONFIRMED,
    posts=(Post(organization(), both(), both("院长", "Dean")), Post(None, both(), both("院士", "Academician"))),
    arrival="20日",
    arrival_trip="G1",
    needs_room=True,
    room="301",
    signed_in_at=datetime(2024, 5, 20, 8, 50),
)


def test_people_with_personal_data_masked() -> None:
    taken = snapshot(sides=(side(id=1),), attendees=(COMING,))
    assert rows_below(taken, "人员")[1] == [
        *("1", "王明 Wang Ming", "武汉大学", "院长", "校方"),
        "身份：来宾；参会回执：已确认；任职：院士；到达：20日，G1；需住宿：是；签到时间：2024年5月20日 08:50"
        "；性别：男；电话：138****5678；电子邮箱：w***@x.edu.cn",
    ]


def test_people_in_full() -> None:
    details = rows_below(snapshot(attendees=(COMING,)), "People", "en", unmasked=True)[1][-1]
    assert details.endswith("Room: 301; Gender: male; Phone: 13812345678; E-mail: wang@x.edu.cn; Ethnicity: 回族")
    assert "Posts held: Academician; " in details


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("2024-05-20T09:30", "20 May 2024, 09:30"), ("2024-05-20", "20 May 2024"), ("20日上午", "20日上午"), ("", "")],
)
def test_moments_of_travel(stored: str, shown: str) -> None:
    assert moment_words(stored, Phrasebook("en")) == shown


def test_people_named_besides_and_groups() -> None:
    signed = agreement(parties=(party(signatory=person("李红", "Li Hong", expertise=both("化学", "chemistry"))),))
    taken = snapshot(agreements=(signed,), groups=(group(stated_count=26, list_complete=True),))
    assert rows_below(taken, "People", "en") == [
        ["Name", "Details"],
        ["Named besides"],
        ["Li Hong 李红", "Expertise: chemistry"],
    ]
    assert rows_below(snapshot(groups=taken.groups), "People", "en") == [
        ["Not named", "List"],
        ["26 faculty representatives", "complete"],
    ]


def test_agenda_with_parts_and_talk_minutes() -> None:
    whole = agenda_item(day=MAY_20, minutes=30, moderator=attendee(), materials=both("幻灯片"))
    teachers = agenda_item(
        parent_id=whole.id,
        talk_minutes=3,
        presenters=(
            Presenter(group=group()),
            Presenter(organization=organization(), talk_minutes=5),
            Presenter(attendee=attendee()),
            Presenter(),
        ),
    )
    assert rows_below(snapshot(agenda=(whole, teachers)), "议程") == [
        ["序号", "时间", "类型", "内容", "发言人", "主持人", "材料"],
        ["1", "2024年5月20日\n30分钟", "致辞", "致辞", "", "武汉大学院长　梁涛", "幻灯片"],
        ["2（属1）", "", "致辞", "致辞", "教师代表\n武汉大学（5分钟）\n武汉大学院长　梁涛\n各3分钟", "", ""],
    ]


def test_visits_stand_below_the_name_of_their_route() -> None:
    blocks = sheet_blocks(snapshot(routes=(route("", "", stops=(stop(),)),)), "en")
    assert [block.text for block in blocks if isinstance(block, Heading)] == ["The meeting", "Visits", "Route 1"]


def test_ceremony() -> None:
    first = agreement()
    taken = snapshot(
        agreements=(first,),
        plaques=(Plaque(1, PlaqueAction.AWARD, both("优质生源基地"), giving=organization(), giver=attendee()),),
        rounds=(
            SigningRound(
                1, both("第一轮"), (first.id, 99), (RoundPerson(attendee(), RoundPart.WITNESS),), music="进行曲"
            ),
        ),
        seat_plans=(
            SeatPlan(
                1, SeatLayout.ROSTRUM, both("主席台"), (Seat(1, 1, "1", attendee(), False), Seat(1, 2, "", None, True))
            ),
        ),
        cue_lines=(CueLine(both("请嘉宾上台"), both("话筒"), 2),),
    )
    assert rows_below(taken, "牌匾")[1] == ["授牌", "优质生源基地", "武汉大学\n院长梁涛", "未说明"]
    assert rows_below(taken, "签约轮次")[1] == ["第一轮", "《战略合作框架协议》", "见证人：院长梁涛", "进行曲"]
    assert rows_below(taken, "主席台：主席台")[1] == ["1", "1：梁涛、2"]
    assert rows_below(taken, "主持词")[1] == ["请嘉宾上台", "话筒", "2分钟"]


def test_cooperation_that_leaves_its_partner_open() -> None:
    one = cooperation(partner=None, unresolved=both("未写出"), amount=Decimal("125000"), bases=(base(annual_quota=20),))
    taken = snapshot(cooperations=(one,), bases=(base(established=True, established_on=MAY_20),))
    assert fields_below(taken, "1. 智慧城市") == [
        ("本地合作单位", "洪洞县财政局"),
        ("合作方", "未说明"),
        ("项目类别", "技术攻关"),
        ("状态", "意向"),
        ("来源未说明", "未写出"),
        ("经费", "人民币125,000.00元"),
    ]
    assert rows_below(taken, "共建基地") == [["基地类型", "状态", "年接收人数"], ["智库合作基地", "拟建", "20"]]
    apart = rows_below(taken, "会上商讨或共建的基地（未列入项目）")
    assert apart == [["基地类型", "状态"], ["智库合作基地", "已建立，2024年5月20日"]]


def test_field_of_a_cooperation_without_a_name_is_its_heading_and_not_said_again() -> None:
    taken = snapshot(cooperations=(cooperation("", "", topic=both("土壤防治", "soil pollution")),))
    assert fields_below(taken, "1. 土壤防治")[0] == ("本地合作单位", "洪洞县财政局")
    labels = [label for label, _ in fields_below(taken, "1. Soil pollution", "en")]
    assert labels == ["Local partner", "Partner", "Category", "Status"]


def test_answers_to_a_template_are_called_by_words() -> None:
    answers = (Variable("plaque.text", both("基地")), Variable("dispatch.days_per_month", both("4")))
    taken = snapshot(agreements=(agreement(variables=answers),))
    assert fields_below(taken, "1. 《战略合作框架协议》")[-2:] == [("牌匾文字", "基地"), ("每月服务天数", "4")]


def test_agreement_with_parties_values_and_copies() -> None:
    one = agreement(
        language=AgreementLanguage.SIDE_BY_SIDE,
        originals=4,
        duplicates=2,
        filing_copies=1,
        term_years=3,
        variables=(Variable("court", both("洪洞县", "Hongdong")),),
        parties=(party(originals=2, duplicates=0), party(is_witness=True), party()),
    )
    assert fields_below(snapshot(agreements=(one,)), "1. Framework Agreement", "en") == [
        ("Tier", "Framework agreement"),
        ("State", "Draft"),
        ("Language", "Chinese and English side by side"),
        ("Prevailing language", "Chinese"),
        ("Term of the agreement", "3 years"),
        ("Copies", "4 originals, 2 duplicates, 1 copy for filing"),
        ("court", "Hongdong"),
    ]
    table = [block for block in sheet_blocks(snapshot(agreements=(one,)), "en") if isinstance(block, Table)][-1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Party A", "Wuhan University", "2 originals\n0 duplicates"],
        ["Witnessing party", "Wuhan University", ""],
        ["Party B", "Wuhan University", ""],
    ]


def test_parties_beyond_the_tenth_are_numbered() -> None:
    many = agreement(parties=tuple(party() for _ in range(11)))
    blocks = sheet_blocks(snapshot(agreements=(many,)))
    table = [block for block in blocks if isinstance(block, Table)][-1]
    assert [table.rows[place].cells[0] for place in (0, 9, 10)] == [Cell("甲方"), Cell("癸方"), Cell("第11方")]


@pytest.mark.parametrize(
    ("stated", "shown"), [(7, ["特派员协议", "7", "0", "不完整"]), (None, ["特派员协议", "0", "不完整"])]
)
def test_batches_beside_what_is_recorded(stated: int | None, shown: list[str]) -> None:
    batch = AgreementBatch(1, both("特派员协议"), stated, False)
    assert rows_below(snapshot(batches=(batch,)), "协议批次")[1] == shown


def test_facts_by_kind_with_outcomes_and_source_wording() -> None:
    item = agenda_item("座谈")
    told = fact(
        "",
        "",
        kind=FactKind.DISPATCH,
        text=both("选派"),
        share=both("占三分之一"),
        outcomes=(Outcome(both("培训"), Decimal(32), unit=both("次")),),
        agenda_item_id=item.id,
        source_wording="dispatched",
    )
    policy = fact(
        kind=FactKind.POLICY, document_number="莲科〔2018〕26号", issuer=both("科技局"), owner=both("区"), done=True
    )
    taken = snapshot(agenda=(item,), facts=(policy, told))
    assert rows_below(taken, "人员选派") == [
        ["内容", "数量", "成果", "议程事项", "原文表述"],
        ["选派", "占三分之一", "培训：32次", "座谈", "dispatched"],
    ]
    assert rows_below(taken, "政策文件")[1] == ["合作高校", "莲科〔2018〕26号，科技局", "区，已完成"]


def test_sources_with_photos_and_full_text() -> None:
    source = SourceDocument(
        "标题", outlet=both("日报"), language="en", machine_translated=True, text="第一段\n\n第二段"
    )
    taken = snapshot(sources=(source,), photos=(Photo("1.png", both("现场")),))
    assert fields_below(taken, "标题") == [("刊载媒体", "日报"), ("语言", "英文，机器翻译")]
    assert rows_below(taken, "图片") == [["文件", "图片说明"], ["1.png", "现场"]]
    assert sheet_blocks(taken)[-2:] == (
        Paragraph((Span("第一段"),), small=True),
        Paragraph((Span("第二段"),), small=True),
    )


def test_readings_beside_the_original() -> None:
    taken = snapshot(
        readings=(
            Reading("organization", "某集团", "name", "Kokuchuo", both("科创"), Confidence.MEDIUM, "音译", "王明"),
            Reading("meeting", "shangdang", "colour", "Land", both(), Confidence.UNRESOLVED),
            Reading("menu", "x", "title", "y", both("z"), Confidence.LOW),
        )
    )
    assert rows_below(taken, "存疑文字释读对照表") == [
        ["用于", "原文表述", "释读", "可靠程度", "依据", "复核人"],
        ["某集团\n单位、名称", "Kokuchuo", "科创", "中", "音译", "王明"],
        ["校地合作座谈会\n会议、colour", "Land", "存疑待考", "存疑待考", "", ""],
        ["x\nmenu、名称", "y", "z", "低", "", ""],
    ]


def test_tables_are_small_and_headings_numbered() -> None:
    blocks = sheet_blocks(snapshot(groups=(group(),)), "en")
    assert blocks[-2:] == (
        Heading("People", 1, "2."),
        Table(
            (Column("group", "Not named", 16), Column("list", "List", 6)),
            (Row((Cell("Faculty representatives"), Cell("not complete"))),),
            small=True,
        ),
    )
