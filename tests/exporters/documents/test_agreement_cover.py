"""Title, cover, signature pages and corner of an agreement's paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.blocks import (
    Cover,
    Field,
    SignatureArea,
    Span,
    SpanKind,
    Title,
)
from exporters.fingerprint import content_hash
from models.codes import AgreementLanguage
from models.snapshots.shapes import Revision
from tests.exporters.documents.agreements import (
    COUNTY,
    SMALL,
    UNIVERSITY,
    from_template,
    paper,
    spans_of,
    told,
)
from tests.sample_snapshots import agreement

LONG = "关于建立全面战略合作关系的框架协议及其补充"


def test_names_are_kept_together() -> None:
    kinds = {span.text: span.kind for span in spans_of(paper(SMALL))}
    assert (kinds["武汉大学"], kinds["见第二条。"], kinds["上党区"]) == (SpanKind.NAME, SpanKind.TEXT, SpanKind.NAME)


@pytest.mark.parametrize(
    ("zh", "en", "lines_zh", "lines_en"),
    [
        ("合作协议", "Agreement", ("合作协议",), ("Agreement",)),
        (
            "上党区人民政府与武汉大学关于建立全面战略合作关系的框架协议",
            "Agreement among A, B, and C",
            ("上党区人民政府与武汉大学", "关于建立全面战略合作关系的框架协议"),
            ("Agreement", "among A, B, and C"),
        ),
        (LONG, "", (LONG,), (LONG,)),
    ],
)  # fmt: skip
def test_title_breaks_behind_the_parties(
    zh: str, en: str, lines_zh: tuple[str, ...], lines_en: tuple[str, ...]
) -> None:
    for language, lines in (("zh", lines_zh), ("en", lines_en)):
        document = paper(agreement(zh, en, parties=(COUNTY, UNIVERSITY), clauses=SMALL.clauses), language)
        assert next(block for block in document.blocks if isinstance(block, Title)).lines == lines


def test_agreement_without_title_takes_its_template_or_a_plain_one() -> None:
    assert paper(from_template("joint-base")).title == "基地共建协议"
    assert paper(agreement("", "", template="own", clauses=SMALL.clauses)).title == "合作协议"
    assert paper(agreement("{{ party_a.name_zh }}协议", clauses=SMALL.clauses)).title == "_" * 28 + "协议"


def test_cover_sets_the_names_of_the_parties_above_the_kind_of_agreement() -> None:
    front = paper(told("commissioner", 3)).blocks[0]
    assert front == Cover(
        number=Field("协议编号", (Span("SD-1", SpanKind.ON_FINAL, 4),)),
        lines=("科技特派员合作协议",),
        parties=(named("甲方", "上党区人民政府"), named("乙方", "武汉大学"), named("丙方", "教育局")),
        signing=(named("签订地点", "武汉"), Field("签订时间", (Span("2024年5月20日", SpanKind.ON_FINAL, 10),))),
    )


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("上党区与武汉大学协议", ("上党区与武汉大学", "协议")),
        ("武汉大学、上党区人民政府协议", ("武汉大学、上党区人民政府", "协议")),
        ("“武汉大学生源基地”协议", ("“武汉大学生源基地”协议",)),
        ("共建武汉大学基地协议", ("共建武汉大学基地协议",)),
        ("武汉大学", ("武汉大学",)),
        ("合作协议", ("合作协议",)),
    ],
)
def test_cover_breaks_a_title_only_behind_names_that_begin_it(title: str, lines: tuple[str, ...]) -> None:
    front, *_rest = paper(agreement(title, parties=(COUNTY, UNIVERSITY), clauses=SMALL.clauses)).blocks
    assert isinstance(front, Cover)
    assert front.lines == lines


def named(label: str, name: str) -> Field:
    return Field(label, (Span(name, SpanKind.NAME),))


def test_signature_page_that_stands_alone_names_its_agreement_and_counts_the_pages() -> None:
    for language, alone, count in (
        ("zh", "（本页无正文，为《合作协议》签署页）", "本协议共{pages}页"),
        (
            "en",
            "(No text on this page: signature page of “Cooperation Agreement”)",
            "This Agreement has {pages} pages in all.",
        ),
    ):
        document = paper(agreement("", "", template="own", clauses=SMALL.clauses), language)
        (area,) = (block for block in document.blocks if isinstance(block, SignatureArea))
        assert (area.alone, area.count) == (alone, count)


def test_corner_of_a_paper_that_is_no_copy_names_text_and_pages() -> None:
    document = paper(SMALL)
    assert document.corner == f"草稿 · {content_hash(document)[:8].upper()} · 共 {{pages}} 页"
    english = paper(replace(SMALL, language=AgreementLanguage.EN), "en", final=True)
    assert english.corner == f"final text · {content_hash(english)[:8].upper()} · {{pages}} pages"


def test_final_paper_of_a_frozen_text_names_its_revision() -> None:
    words = content_hash(paper(SMALL))
    frozen = [Revision(n, n, language, told_hash, {}, None) for n, language, told_hash in (
        (1, "zh", "0" * 64), (2, "zh", words), (3, "en", "1" * 64),
    )]  # fmt: skip
    signed = replace(SMALL, revisions=tuple(frozen))
    assert paper(signed, final=True).corner == f"v2 · {words[:8].upper()} · 共 {{pages}} 页"
    assert paper(signed).corner.startswith("草稿 · ")


def test_properties_tell_the_papers_apart() -> None:
    document = paper(SMALL)
    assert (document.kind, document.key, document.style, document.subject, document.keywords) == (
        "agreement", "framework", "agreement", "校地合作座谈会", ("上党区人民政府", "武汉大学"),
    )  # fmt: skip
