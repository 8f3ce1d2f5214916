"""The agreement in two languages: the same clauses beside one another, everything else in both."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exporters.blocks import (
    Block,
    Clause,
    Cover,
    Document,
    DraftNote,
    Field,
    FieldList,
    Paragraph,
    Parallel,
    ParallelRow,
    Section,
    SignatureArea,
    Spacer,
    Title,
    text_spans,
)
from exporters.documents.agreement import assemble
from exporters.documents.agreement_parallel import side_by_side
from exporters.fingerprint import content_hash
from models.snapshots.shapes import EMPTY
from tests.exporters.documents.agreements import meeting_with, told
from tests.sample_snapshots import options

TWO = told("strategic-framework", 2)


def paper(**changes: Any) -> Document:
    (document,) = assemble(meeting_with(TWO), replace(options("zh"), language="zh-en", **changes))
    return document


def found(document: Document, kind: type) -> list[Any]:
    return [block for block in document.blocks if isinstance(block, kind)]


def rows(document: Document) -> list[ParallelRow]:
    return [row for block in found(document, Parallel) for row in block.rows]


def one(language: str, *blocks: Block) -> Document:
    return Document("agreement", language, language, blocks, style="agreement")


def text(words: str) -> Paragraph:
    return Paragraph(text_spans(words))


def test_each_clause_stands_beside_its_translation() -> None:
    pairs = [(row.left[0], row.right[0]) for row in rows(paper())]
    clauses = [(one.number, other.number) for one, other in pairs if isinstance(one, Clause)]
    english = [(n, f"Article {n}") for n in range(1, len(clauses) + 1)]
    assert [number for _zh, number in clauses] == [number for _n, number in english]
    assert clauses[0][0] == "第一条"
    assert len(clauses) == 21


def test_each_line_about_a_party_stands_beside_its_translation() -> None:
    labels = [
        (row.left[-1].fields[0].label, row.right[-1].fields[0].label)
        for row in rows(paper())
        if isinstance(row.left[-1], FieldList)
    ]
    assert labels[:3] == [
        ("甲方", "Party A"), ("统一社会信用代码", "Unified social credit code"), ("住所", "Registered address"),
    ]  # fmt: skip
    assert ("乙方", "Party B") in labels


def test_title_and_cover_speak_both_languages() -> None:
    (title,), (cover,) = found(paper(), Title), found(paper(), Cover)
    assert title.subtitle.startswith("Strategic Cooperation Framework Agreement")
    assert (cover.number.label, [field.label for field in cover.parties]) == (
        "协议编号", ["甲方", "乙方"],
    )  # fmt: skip
    assert [(field.label, field.spans[0].text) for field in cover.signing] == [
        ("签订地点", "武汉"), ("签订时间", "2024年5月20日"),
    ]  # fmt: skip


def test_cover_says_in_english_what_is_not_filled_in_once() -> None:
    (cover,) = found(paper(), Cover)
    english = cover.english
    assert english.lines == ("Strategic Cooperation Framework Agreement",)
    assert (english.number.label, english.number.spans) == ("Agreement No.", ())
    assert [(field.label, [span.text for span in field.spans]) for field in (*english.parties, *english.signing)] == [
        ("Party A", ["Shangdang District"]), ("Party B", ["Wuhan University"]),
        ("Place of signing", ["Wuhan"]), ("Date of signing", ["20 May 2024"]),
    ]  # fmt: skip


def test_place_and_date_that_are_not_known_are_filled_in_once() -> None:
    unknown = replace(TWO, signed_at=EMPTY, signed_on=None)
    (document,) = assemble(meeting_with(unknown), replace(options("zh"), language="zh-en"))
    (cover,) = found(document, Cover)
    assert [field.spans for field in cover.english.signing] == [(), ()]


def test_places_to_sign_are_labeled_in_both_languages() -> None:
    (area,) = found(paper(), SignatureArea)
    first, second = area.parties[0], area.english.parties[0]
    assert (first.label, first.name) == ("甲方（盖章）：", "上党区人民政府")
    assert (second.label, second.name) == ("For and on behalf of Party A (seal): ", "Shangdang District")
    assert list(zip(first.lines, second.lines, strict=True)) == [
        ("法定代表人（负责人）或授权代表（签字）：", "Signature:"),
        ("姓名：", "Name:"),
        ("职务：", "Title:"),
        ("日期：", "Date:"),
    ]
    assert (area.note, area.english.note) == ("（以下无正文）", "(No text below this line)")
    assert (area.count, area.english.count) == ("本协议共{pages}页", "This Agreement has {pages} pages in all.")


def test_annexes_hold_both_tables() -> None:
    names = [
        (section.name, len(found(Document("", "", "", section.blocks), Title))) for section in found(paper(), Section)
    ]
    assert names == [("附件1 Annex 1", 2), ("附件2 Annex 2", 2)]


def test_paper_says_its_language_and_has_a_fingerprint_of_its_own() -> None:
    document = paper()
    chinese, english = (assemble(meeting_with(TWO), options(language))[0] for language in ("zh", "en"))
    assert (document.language, document.title) == ("zh-en", f"{chinese.title} / {english.title}")
    assert len({content_hash(one) for one in (document, chinese, english)}) == 3
    assert content_hash(document)[:8].upper() in document.corner


def test_more_paragraphs_in_one_language_stand_beside_all_of_the_other() -> None:
    both = side_by_side(one("zh", text("鉴于"), text("双方")), one("en", text("WHEREAS")))
    assert both.blocks == (Parallel((ParallelRow((text("鉴于"), text("双方")), (text("WHEREAS"),)),)),)


def test_what_one_language_lacks_leaves_its_half_empty() -> None:
    clause, article = Clause("第一条", "宗旨"), Clause("Article 1", "Aims")
    both = side_by_side(one("zh", text("鉴于"), Spacer(), clause), one("en", article, text("Annex")))
    assert both.blocks == (
        Parallel(
            (
                ParallelRow((text("鉴于"),), ()),
                ParallelRow((clause,), (article,)),
                ParallelRow((), (text("Annex"),)),
            )
        ),
    )


def test_lists_of_different_length_stand_beside_one_another_whole() -> None:
    short, long = FieldList((Field("甲方", ()),)), FieldList((Field("Party A", ()), Field("Email", ())))
    (parallel,) = side_by_side(one("zh", short), one("en", long)).blocks
    assert parallel == Parallel((ParallelRow((short,), (long,)),))


def test_notes_of_a_draft_stand_across_the_page() -> None:
    both = side_by_side(one("zh", DraftNote("示范文本")), one("en", DraftNote("Model text")))
    assert both.blocks == (DraftNote("示范文本"), DraftNote("Model text"))
