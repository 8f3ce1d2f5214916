"""Agreements for tests of their paper: a small one with its words written out, and each built-in template."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from exporters.blocks import (
    Block,
    Cell,
    Clause,
    Cover,
    Document,
    Field,
    FieldList,
    Paragraph,
    Section,
    SignatureArea,
    Span,
    SpanKind,
    Table,
    Title,
)
from exporters.documents.agreement import assemble
from models.codes import AgreementLanguage, ClauseKind
from models.snapshots import shapes
from models.snapshots.shapes import EMPTY, Agreement, AgreementParty, Variable
from models.templates import TemplateClause, builtin_template
from tests.sample_snapshots import agreement, base, both, options, organization, person, snapshot

VARIABLES = {
    "court": ("嵊州市人民法院", "Shengzhou People's Court"),
    "fund.amount": ("100000", "100000"),
    "fund.source": ("由乙方承担", "borne by Party B"),
    "policy.title": ("工业科技特派员试点实施方案", "Pilot Plan for Industrial Commissioners"),
    "policy.doc_no": ("莲科〔2018〕26号", "Lianke (2018) No. 26"),
    "commissioner.name": ("张三", "Zhang San"),
    "commissioner.field": ("智能制造", "intelligent manufacturing"),
    "dispatch.kind": ("个人科技特派员", "individual"),
    "dispatch.start": ("2024年6月1日", "1 June 2024"),
    "dispatch.end": ("2026年5月31日", "31 May 2026"),
    "dispatch.days_per_month": ("3", "3"),
    "targets.1.metric": ("解决技术难题", "technical problems solved"),
    "targets.1.value": ("3项", "3"),
    "targets.2.metric": ("技术培训", "technical trainings"),
    "targets.2.value": ("2场", "2"),
    "plaque.text": ("武汉大学优质生源基地", "Wuhan University Quality Student Source Base"),
    "list_month": ("5", "May"),
    "tech.name": ("智能控制技术", "Intelligent Control"),
    "tech.stage": ("中试", "pilot testing"),
    "tech.deadline": ("2024年12月31日", "31 December 2024"),
    "coop.problem": ("能耗偏高", "high energy use"),
    "coop.form": ("技术开发", "technology development"),
    "intent.months": ("12", "12"),
    "intent.secrecy_years": ("5", "5"),
    "intent.exclusive_months": ("6", "6"),
    "governing_law": ("中华人民共和国法律", "the laws of the People's Republic of China"),
}


def clause(key: str, zh: str = "", en: str = "", **changes: Any) -> shapes.Clause:
    """An article; its heading is its key."""
    shape = {"id": 0, "kind": ClauseKind.ARTICLE, "condition": "", "heading": both(f"{key}款", key.title())} | changes
    return shapes.Clause(key=key, body=both(zh, en), **shape)


def party(zh: str, en: str, **changes: Any) -> AgreementParty:
    """A party of which everything is known."""
    unit = organization(
        zh,
        en,
        short_name=both(zh[:3], en.split()[0]),
        credit_code="12330000MB1A2B3CXL",
        legal_representative=person("王某", "Wang Mou").name,
        legal_representative_title=both("负责人", "Head"),
        address=both("光明路1号", "1 Guangming Road"),
    )
    known: dict[str, Any] = {
        "organization": unit,
        "liaison": person("李四", "Li Si", phone="13812345678", email="li@example.cn"),
        "liaison_department": both("合作处", "Cooperation Office"),
        "originals": 2,
    }
    return AgreementParty(**known | changes)


COUNTY = party("上党区人民政府", "Shangdang District")
UNIVERSITY = party("武汉大学", "Wuhan University")
BUREAU = party("教育局", "Education Bureau")


def _copied(clause: TemplateClause) -> shapes.Clause:
    items = tuple(map(_copied, clause.items))
    return shapes.Clause(0, clause.kind, clause.key, clause.condition, clause.heading, clause.body, items)


def from_template(template: str, /, **changes: Any) -> Agreement:
    """An agreement drafted from a built-in template, of which nothing else is known."""
    clauses = tuple(map(_copied, builtin_template(template).clauses))
    return agreement("", "", template=template, clauses=clauses, **changes)


def told(template: str, count: int, /, **changes: Any) -> Agreement:
    """The same with everything known."""
    known: dict[str, Any] = {
        "parties": (COUNTY, UNIVERSITY, BUREAU)[:count],
        "number": "SD-1",
        "signed_on": date(2024, 5, 20),
        "signed_at": both("武汉", "Wuhan"),
        "starts_on": date(2024, 5, 20),
        "term_years": 3,
        "originals": 2 * count,
        "areas": (both("人才引进", "talent recruitment"), both("联合培养", "joint training")),
        "bases": (base("优质生源基地", "quality student source base", type_code="B06", annual_quota=20),),
        "variables": tuple(Variable(name, both(*words)) for name, words in VARIABLES.items()),
    }
    return from_template(template, **known | changes)


def signed_in(language: str, *agreements: Agreement) -> tuple[Agreement, ...]:
    """The agreements as signed in Chinese ("zh") or in English ("en")."""
    return tuple(replace(one, language=AgreementLanguage(language)) for one in agreements)


def meeting_with(*agreements: Agreement, **changes: Any) -> shapes.MeetingSnapshot:
    """A meeting at which these are signed."""
    return snapshot(agreements=agreements, **changes)


def spans_of(document: Document) -> list[Span]:
    """Every span of the paper, in order."""
    return [span for block in document.blocks for span in _spans(block)]


def _spans(block: Block | Field) -> list[Span]:
    if isinstance(block, Paragraph | Field):
        return list(block.spans)
    if isinstance(block, Cover):
        return [span for field in (block.number, *block.parties, *block.signing) for span in field.spans]
    if isinstance(block, FieldList):
        return [span for field in block.fields for span in field.spans]
    if isinstance(block, Clause):
        return [span for part in (*block.paragraphs, *block.children) for span in _spans(part)]
    if isinstance(block, Section):
        return [span for part in block.blocks for span in _spans(part)]
    return []


def blanks(document: Document) -> list[str]:
    """The facts that are to be filled in by hand, each once."""
    return list(dict.fromkeys(span.text for span in spans_of(document) if span.kind is SpanKind.BLANK))


def words_of(document: Document) -> str:
    """All words of the paper, a line for each block; blanks as “____”."""
    return "\n".join(line for block in document.blocks for line in _lines(block))


def _lines(block: Block) -> list[str]:
    if isinstance(block, Cover):
        named = (block.number, *block.parties, *block.signing)
        return [*block.lines, *(f"{field.label}|{_text(field.spans)}" for field in named)]
    if isinstance(block, Title):
        return list(block.lines)
    if isinstance(block, Paragraph):
        return [_text(block.spans)]
    if isinstance(block, FieldList):
        return [f"{field.label}|{_text(field.spans)}" for field in block.fields]
    if isinstance(block, Clause):
        parts = (*block.paragraphs, *block.children)
        return [f"{block.number} {block.heading}".strip(), *(line for part in parts for line in _lines(part))]
    if isinstance(block, SignatureArea):
        sides = (*block.parties, *block.witnesses)
        return [block.note, *(f"{side.label}{side.name} {'/'.join(side.lines)}" for side in sides)]
    if isinstance(block, Section):
        return [f"[{block.name}]", *(line for part in block.blocks for line in _lines(part))]
    if isinstance(block, Table):
        return ["|".join(cell.text for cell in row) for row in _rows(block)]
    return []


def _rows(table: Table) -> list[tuple[Cell, ...]]:
    return [tuple(Cell(column.heading) for column in table.columns), *(row.cells for row in table.rows)]


def _text(spans: tuple[Span, ...]) -> str:
    return "".join("____" if span.kind is SpanKind.BLANK else span.text for span in spans)


SMALL = agreement(
    "上党区人民政府与武汉大学战略合作框架协议",
    "Framework Agreement between Shangdang District and Wuhan University",
    parties=(COUNTY, UNIVERSITY),
    clauses=(
        clause("start", "鉴于{{ party_a.short_zh }}", "WHEREAS {{ party_a.short_en }}", kind=ClauseKind.RECITALS),
        clause("purpose", "{{ party_b.name_zh }}见{{ article.term }}。\n第二段。", "See {{ article.term }}.\nAgain."),
        clause("third", "丙方。", "Party C.", condition="party_c"),
        clause("term", "如下：", "As follows:", children=(clause("", "三年；", "three;", heading=EMPTY),)),
        clause("annex_contacts", kind=ClauseKind.ANNEX, heading=both("联络人名单", "Contacts")),
    ),
)


def paper(signed: Agreement, language: str = "zh", final: bool = False, **changes: Any) -> Document:
    """The paper of an agreement."""
    (document,) = assemble(meeting_with(signed, **changes), options(language, final=final))
    return document
