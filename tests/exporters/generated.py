"""Agreements nobody wrote, for measuring: real-looking clauses, no two alike, every hard case of typesetting in them.

The same number gives the same agreement. Sentences are put together from words of the field, with amounts, dates,
names, telephone and document numbers, quotes, dashes, brackets and Latin words.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from exporters.blocks import (
    Clause,
    Document,
    Field,
    FieldList,
    Paragraph,
    SignatureArea,
    SignatureParty,
    Span,
    SpanKind,
    Spans,
    Title,
    text_spans,
)

COUNTIES = (
    "云岭县", "上党区", "莲都区", "嵊州市", "洪洞县", "青石县", "南浦县", "永清县", "长乐区", "西陵县",
)  # fmt: skip
UNIVERSITIES = (
    "沧澜大学", "武汉大学", "丽水学院", "浙江工业职业技术学院", "兰州大学", "北辰科技大学", "江南农业大学",
)  # fmt: skip
PEOPLE = (
    "梁涛", "张𬭎", "欧阳·阿依古丽", "王㛃", "陈宝梁", "赵镕", "周喆", "李翀", "司马昭然", "孙龑",
)  # fmt: skip
FIELDS = (
    "智慧农业", "大气污染防治", "中药材精深加工", "半导体外延材料", "乡村规划", "MiniLED芯片", "职业技能培训",
    "地方文献整理", "机械零部件检测", "碳纤维复合材料", "数字政务", "旱作节水", "古建筑保护", "化工园区安全",
    "特色小镇", "光伏储能", "食品冷链", "水土保持", "电子商务", "生物医药", "矿山生态修复", "基础教育",
    "全域旅游", "养老服务", "种质资源", "智能制造", "5G应用", "公共卫生", "城市更新", "现代物流",
)  # fmt: skip
ACTS = (
    "组建专家组开展调研", "选派科技特派员驻点服务", "共建实习实践基地", "联合申报省级科研项目",
    "定期举办产学研对接会", "开放大型仪器设备", "推动科技成果转移转化", "设立专项奖学金", "互派干部挂职锻炼",
    "编制发展规划", "建立需求清单和成果清单", "开展订单式人才培养", "共享图书文献资源", "协助引进高层次人才",
    "组织学生暑期社会实践", "提供检验检测服务", "制定技术标准", "培育发明专利",
)  # fmt: skip
MANNERS = (
    "按季度", "依据双方商定的计划", "在条件成熟时", "以项目为纽带", "遵循“优势互补、互利共赢”的原则",
    "结合本地实际（以需求清单为准）", "通过线上线下相结合的方式", "每年5月31日前", "自2024年5月20日起",
    "在保守商业秘密的前提下", "参照长办发〔2018〕26号文件", "经双方书面确认后", "由牵头单位统筹", "依法依规",
    "因地制宜", "会同有关部门",
)  # fmt: skip
RESULTS = (
    "形成可复制、可推广的经验", "带动就业不少于{n}人", "新增产值{n}万元", "完成培训{n}人次", "发表论文{n}篇",
    "服务企业{n}家", "经费不超过人民币{n},000.00元（含税）", "覆盖率达到{p}%", "投入运行时间为{n}小时",
    "改造面积{n}平方米", "联系人为{who}（电话：0355-80812{d}）",
    "由{who}负责落实——遇有变动，应当提前15日告知……", "成果登记于《{field}项目库》", "归档编号为No.{n}",
    "由University Office配合完成",
)  # fmt: skip


def agreement(number: int, clauses: int = 22, parties: int = 2) -> Document:
    """Agreement `number`: some 10,000 characters, 16 to 18 pages."""
    chance = random.Random(number)
    county, university = chance.choice(COUNTIES) + "人民政府", chance.choice(UNIVERSITIES)
    title = f"{county}　{university}{chance.choice(FIELDS)}战略合作框架协议（{number}）"
    sides = (county, university, *(f"{chance.choice(FIELDS)}研究中心有限公司" for _ in range(2, parties)))
    return Document(
        kind="agreement",
        title=title,
        language="zh",
        style="agreement",
        key=f"generated-{number}",
        blocks=(
            Title((f"{county}与{university}", f"{chance.choice(FIELDS)}战略合作框架协议")),
            *(_party("甲乙丙丁戊己庚辛壬癸"[place], name, chance) for place, name in enumerate(sides)),
            *(_clause(place, chance) for place in range(1, clauses + 1)),
            _signing(sides),
        ),
    )


def _party(letter: str, name: str, chance: random.Random) -> FieldList:
    return FieldList(
        (
            Field(f"{letter}方", (Span(name, SpanKind.NAME),)),
            Field("法定代表人（负责人）", (Span(chance.choice(PEOPLE), SpanKind.NAME), Span("，主任"))),
            Field("住所", text_spans(f"{chance.choice(COUNTIES)}太行路{chance.randint(1, 300)}号")),
        )
    )


def _clause(number: int, chance: random.Random) -> Clause:
    heading = f"{chance.choice(FIELDS)}合作"
    items = tuple(
        Clause(f"（{digit}）", "", (Paragraph(_sentence(chance)),)) for digit in "一二三"[: chance.randint(0, 3)]
    )
    return Clause(f"第{_number(number)}条", heading, (Paragraph(_sentence(chance)),), items)


def _number(number: int) -> str:
    digits = "零一二三四五六七八九"
    tens = ("" if number < 20 else digits[number // 10]) + "十" if number >= 10 else ""
    return tens + (digits[number % 10] if number % 10 or not tens else "")


def _sentence(chance: random.Random) -> Spans:
    """Two or three sentences; the names in them are marked."""
    spans: list[Span] = []
    for text, kind in _pieces(chance):
        if spans and spans[-1].kind is kind:
            spans[-1] = Span(spans[-1].text + text, kind)
        else:
            spans.append(Span(text, kind))
    return tuple(spans)


def _pieces(chance: random.Random) -> Iterator[tuple[str, SpanKind]]:
    for _sentence_number in range(chance.randint(2, 3)):
        yield f"双方就{chance.choice(FIELDS)}{chance.choice(MANNERS)}{chance.choice(ACTS)}，", SpanKind.TEXT
        yield f"{chance.choice(MANNERS)}{chance.choice(ACTS)}；", SpanKind.TEXT
        wish = chance.choice(RESULTS)
        values = {
            "n": chance.randint(2, 999),
            "p": chance.randint(60, 99),
            "d": chance.randint(10, 99),
            "field": chance.choice(FIELDS),
        }
        before, found, after = wish.partition("{who}")
        yield before.format(**values), SpanKind.TEXT
        if found:
            yield chance.choice(PEOPLE), SpanKind.NAME
        yield after.format(**values) + "。", SpanKind.TEXT


def _signing(sides: tuple[str, ...]) -> SignatureArea:
    lines = ("法定代表人（签字）：", "日期：　　年　　月　　日")
    parties = (
        SignatureParty(f"{letter}方（盖章）：", name, lines)
        for letter, name in zip("甲乙丙丁戊己庚辛壬癸", sides, strict=False)
    )
    return SignatureArea(tuple(parties), note="（以下无正文）")
