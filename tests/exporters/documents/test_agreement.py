"""The agreement's paper, word by word."""

from __future__ import annotations

from typing import Any

import pytest

from exporters.blocks import (
    DraftNote,
    Paragraph,
    Section,
    SignatureArea,
    Span,
    SpanKind,
    Title,
)
from exporters.documents.agreement import assemble
from models.codes import AgreementLanguage, ClauseKind
from models.errors import KnownError
from models.snapshots.shapes import EMPTY, Agreement, AgreementParty
from models.templates import KEYS
from tests.exporters.documents.agreements import (
    BUREAU,
    COUNTY,
    SMALL,
    UNIVERSITY,
    blanks,
    clause,
    from_template,
    meeting_with,
    paper,
    party,
    spans_of,
    told,
    words_of,
)
from tests.sample_snapshots import agreement, both, cooperation, options, organization, person

NOBODY = AgreementParty(organization=None)
SMALL_IN_CHINESE = """\
上党区人民政府与武汉大学
战略合作框架协议
协议编号|____
甲方|上党区人民政府
乙方|武汉大学
签订地点|____
签订时间|____
上党区人民政府与武汉大学战略合作框架协议
甲方|上党区人民政府
统一社会信用代码|12330000MB1A2B3CXL
住所|光明路1号
法定代表人（负责人）|王某，负责人
联系人|李四，合作处
联系电话|13812345678
电子邮箱|li@example.cn
乙方|武汉大学
统一社会信用代码|12330000MB1A2B3CXL
住所|光明路1号
法定代表人（负责人）|王某，负责人
联系人|李四，合作处
联系电话|13812345678
电子邮箱|li@example.cn
鉴于上党区
第一条 purpose款
武汉大学见第二条。
第二段。
第二条 term款
如下：
（一）
三年；
附件1：联络人名单
（以下无正文）
甲方（盖章）：上党区人民政府 法定代表人（负责人）或授权代表（签字）：/日期：　　　年　　月　　日/签订地点：
乙方（盖章）：武汉大学 法定代表人（负责人）或授权代表（签字）：/日期：　　　年　　月　　日/签订地点：
[附件1]
附件1
联络人名单
序号|单位|联络部门|联系人|联系电话|电子邮箱
1|上党区人民政府|合作处|李四|13812345678|li@example.cn
2|武汉大学|合作处|李四|13812345678|li@example.cn"""


def test_small_agreement_in_chinese() -> None:
    assert words_of(paper(SMALL)) == SMALL_IN_CHINESE


def test_small_agreement_in_english_names_its_parties() -> None:
    words = words_of(paper(SMALL, "en")).splitlines()
    assert words[7:16] == [
        "Framework Agreement",
        "between Shangdang District and Wuhan University",
        "Party A|Shangdang District",
        "Unified social credit code|12330000MB1A2B3CXL",
        "Registered address|1 Guangming Road",
        "Legal representative (responsible person)|Wang Mou, Head",
        "Contact person|Li Si, Cooperation Office",
        "Contact telephone|13812345678",
        "Email|li@example.cn",
    ]


def test_small_agreement_in_english_has_the_same_clauses() -> None:
    assert words_of(paper(SMALL, "en")).splitlines()[23:34] == [
        "WHEREAS Shangdang",
        "Article 1 Purpose",
        "See Article 2.",
        "Again.",
        "Article 2 Term",
        "As follows:",
        "(1)",
        "three;",
        "Annex 1: Contacts",
        "(No text below this line)",
        "For and on behalf of Party A (seal): Shangdang District Signature:/Name:/Title:/Date:/Place of signing:",
    ]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("parties", [2, 3])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_template_with_everything_told_has_no_blank(key: str, parties: int, language: str) -> None:
    document = paper(told(key, parties), language, cooperations=(cooperation(),))
    assert blanks(document) == []
    words = words_of(document)
    assert not [mark for mark in ("{", "}", "None", "____") if mark in words]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("parties", [0, 2, 3])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_template_with_nothing_told_is_all_blanks(key: str, parties: int, language: str) -> None:
    document = paper(from_template(key, parties=(NOBODY,) * parties), language)
    assert {"agreement.no", "agreement.sign_date"} < set(blanks(document))
    words = words_of(document)
    assert not [mark for mark in ("{", "}", "None", "武汉", "Wuhan") if mark in words]


def test_blanks_say_what_is_missing() -> None:
    assert blanks(paper(from_template("joint-base", parties=(NOBODY, NOBODY)))) == [
        "agreement.no", "party_a.name_zh", "party_b.name_zh", "agreement.sign_place_zh", "agreement.sign_date",
        "party_a.uscc", "party_a.address_zh", "party_a.legal_rep_zh",
        "party_b.uscc", "party_b.address_zh", "party_b.legal_rep_zh",
        "base.name_zh", "base.quota_per_year", "list_month_zh", "agreement.term_zh",
        "agreement.copies_total_cap", "agreement.copies_each_cap",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        (
            {},
            "本协议一式肆份，甲乙双方各执贰份，具有同等法律效力。",
            "This Agreement is made in four originals, each Party holding two, all equally authentic.",
        ),
        (
            {"parties": (COUNTY, UNIVERSITY, BUREAU), "originals": 6, "duplicates": 1},
            "本协议一式陆份，三方各执贰份，具有同等法律效力。另有副本壹份，副本与正本不一致的，以正本为准。",
            "This Agreement is made in six originals, each Party holding two, all equally authentic. There is also one "
            "duplicate; where a duplicate differs from an original, the original prevails.",
        ),
        (
            {"parties": (COUNTY, party("武汉大学", "WHU", originals=3)), "originals": 6, "filing_copies": 1},
            "本协议一式陆份，甲方执贰份，乙方执叁份，壹份用于备案，具有同等法律效力。",
            "This Agreement is made in six originals, two held by Party A, three held by Party B, with one for filing, "
            "all equally authentic.",
        ),
        (
            {
                "parties": (COUNTY, UNIVERSITY, party("见证县", "Witness County", originals=1, is_witness=True)),
                "originals": 5,
            },
            "本协议一式伍份，甲乙双方各执贰份，见证方执壹份，具有同等法律效力。",
            "This Agreement is made in five originals, each Party holding two, one held by the witnessing party, "
            "all equally authentic.",
        ),
    ],
)
def test_copies_are_counted_in_capital_numerals(changes: dict[str, Any], zh: str, en: str) -> None:
    signed = told("strategic-framework", 2, **changes)
    assert zh in words_of(paper(signed)).splitlines()
    assert en in words_of(paper(signed, "en")).splitlines()


def test_bilingual_agreement_says_which_language_prevails() -> None:
    signed = told("strategic-framework", 2, language=AgreementLanguage.SIDE_BY_SIDE)
    assert "本协议以中文、英文书就，两种文本如有歧义，以中文文本为准。" in words_of(paper(signed))


def test_articles_are_numbered_anew_where_one_falls_away() -> None:
    two, three = (words_of(paper(told("strategic-framework", parties))) for parties in (2, 3))
    assert "也不影响第十六条的效力。" in two
    assert "第十二条 工作机制" in two.splitlines()
    assert "也不影响第十七条的效力。" in three
    assert "第十三条 工作机制" in three.splitlines()


def test_base_of_another_kind_has_neither_source_nor_practice_clauses() -> None:
    think_tank = told("joint-base", 2).bases[0].__class__(1, "B05", both("智库合作基地"), both("智库基地"))
    articles = [
        line for line in words_of(paper(told("joint-base", 2, bases=(think_tank,)))).splitlines() if line[0] == "第"
    ]
    assert articles == [
        "第一条 共建内容", "第二条 基地建设任务", "第三条 授牌与使用", "第四条 联络机制", "第五条 保密与个人信息保护",
        "第六条 合作期限", "第七条 变更、终止与争议解决", "第八条 通知与送达", "第九条 文本与生效",
    ]  # fmt: skip


def test_draft_leaves_number_and_date_open_and_carries_a_note() -> None:
    document = paper(told("commissioner", 2))
    assert DraftNote("示范文本，签署前须经合法性审查。") in document.blocks
    open_on_draft = [span for span in spans_of(document) if span.kind is SpanKind.ON_FINAL]
    assert open_on_draft == [Span("SD-1", SpanKind.ON_FINAL, 4), Span("2024年5月20日", SpanKind.ON_FINAL, 10)]


def test_known_place_of_signing_is_not_asked_for_again() -> None:
    document = paper(told("commissioner", 2))
    assert "签订地点|武汉" in words_of(document).splitlines()
    (area,) = (block for block in document.blocks if isinstance(block, SignatureArea))
    assert {line for side in area.parties for line in side.lines if "地点" in line} == set()


def test_college_signs_for_its_university() -> None:
    college = party("浙江大学", "Zhejiang University", department=both("环境与资源学院", "College of Environment"))
    words = words_of(paper(told("commissioner", 2, parties=(COUNTY, college))))
    assert "乙方|浙江大学（环境与资源学院）" in words
    assert "乙方（盖章）：浙江大学（环境与资源学院）" in words


def test_authorized_signatory_and_letter_are_named() -> None:
    signatory = {
        "signatory": person("赵六", "Zhao Liu"),
        "capacity": both("副校长", "Vice President"),
        "authorization": "授〔2024〕1号",
    }
    lines = words_of(
        paper(told("commissioner", 2, parties=(COUNTY, party("武汉大学", "WHU", **signatory))))
    ).splitlines()
    at = lines.index("授权代表|赵六，副校长")
    assert lines[at + 1] == "授权委托书|授〔2024〕1号"


def test_legal_representative_who_signs_is_named_once() -> None:
    own = party("武汉大学", "WHU", signatory=person("王某", "Wang Mou"), liaison=None, liaison_department=EMPTY)
    words = words_of(paper(told("commissioner", 2, parties=(COUNTY, own))))
    assert "授权代表|" not in words


def test_head_of_a_unit_without_title_is_named_alone() -> None:
    unit = organization(legal_representative=person("王某", "Wang Mou").name)
    lines = words_of(paper(told("commissioner", 2, parties=(COUNTY, party("", "X Y", organization=unit))))).splitlines()
    assert "法定代表人（负责人）|王某" in lines


def test_witness_signs_below_and_bears_no_duties() -> None:
    witness = AgreementParty(organization=organization("市科技局", "Science Bureau"), is_witness=True)
    document = paper(told("commissioner", 2, parties=(COUNTY, UNIVERSITY, witness)))
    (area,) = (block for block in document.blocks if isinstance(block, SignatureArea))
    assert [side.name for side in area.witnesses] == ["市科技局"]
    assert [side.name for side in area.parties] == ["上党区人民政府", "武汉大学"]
    assert "见证方|市科技局" in words_of(document).splitlines()


def test_fact_known_in_chinese_only_is_printed_in_chinese() -> None:
    signed = told("strategic-framework", 2, areas=(both("人才引进"), both("干部培训")), signed_at=both("武汉"))
    words = words_of(paper(signed, "en"))
    assert "will advance cooperation in 人才引进、干部培训, so as" in words
    assert "Place of signing|武汉" in words


def test_projects_come_from_cooperations_else_from_areas_else_by_hand() -> None:
    local, partner = organization("上党区一中", "No. 1 School"), UNIVERSITY.organization
    project = cooperation("智慧城市", local=local, partner=partner, content=both("建设平台"), topic=both("城市"))
    own = told("strategic-framework", 2, bases=(), cooperation_id=project.id)
    assert annex(own, cooperations=(project,)) == ["1|智慧城市|建设平台|上党区一中|武汉大学|"]
    assert annex(told("strategic-framework", 2)) == ["1|人才引进||||", "2|联合培养||||", "3|优质生源基地||||"]
    assert annex(from_template("strategic-framework")) == ["|||||"] * 5


def annex(signed: Agreement, **changes: Any) -> list[str]:
    lines = words_of(paper(signed, **changes)).splitlines()
    return lines[lines.index("[附件1]") + 4 : lines.index("[附件2]")]


def test_other_annex_prints_its_text() -> None:
    other = clause("map", "见图。\n\n另附。", kind=ClauseKind.ANNEX, heading=both("地图"))
    section = paper(agreement(clauses=(other,))).blocks[-1]
    assert isinstance(section, Section)
    assert section.blocks[1:] == (Title(("地图",)), *(Paragraph((Span(line),)) for line in ("见图。", "另附。")))


def test_commissioner_accepts_in_a_letter_of_his_own() -> None:
    three = words_of(paper(told("commissioner", 3))).splitlines()
    letter = three[three.index("[附件1]") :]
    assert "附件1：特派员确认书" in three
    assert letter[2] == "特派员确认书"
    assert letter[3] == (
        "本人张三，受武汉大学选派，自2024年6月1日起至2026年5月31日止到教育局担任智能制造领域科技特派员，现确认如下："
    )
    assert letter[-2:] == ["特派员（签字）：", "日期：　　　年　　月　　日"]


def test_deeper_items_are_numbered() -> None:
    deep = clause("a", children=(clause("", "项", children=(clause("", "目", heading=EMPTY),), heading=EMPTY),))
    assert words_of(paper(agreement(clauses=(deep,)))).splitlines()[5:9] == ["第一条 a款", "（一）", "项", "1."]


def test_each_agreement_is_a_document_and_those_without_text_are_left_out() -> None:
    other = agreement("空", key="empty")
    documents = assemble(meeting_with(SMALL, other, from_template("joint-base", key="base")), options())
    assert [document.key for document in documents] == ["framework", "base"]


def test_one_agreement_can_be_chosen() -> None:
    meeting = meeting_with(SMALL, from_template("joint-base", key="base"))
    assert [document.key for document in assemble(meeting, options(agreement_key="base"))] == ["base"]
    with pytest.raises(KnownError) as caught:
        assemble(meeting, options(agreement_key="poem"))
    assert caught.value.code == "unknown_agreement"
    assert caught.value.values == {"agreement": "poem", "known": "framework, base"}


def test_meeting_without_a_written_agreement_has_no_material() -> None:
    for meeting in (meeting_with(), meeting_with(agreement())):
        with pytest.raises(KnownError) as caught:
            assemble(meeting, options())
        assert (caught.value.code, caught.value.values) == (
            "no_material",
            {"document": "agreement", "meeting": "shangdang"},
        )
