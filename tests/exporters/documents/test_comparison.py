"""The comparison of two texts: both are named with their hash, changes stand where they were made."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import pdfplumber
import pytest

from exporters.assembly import assemble_agreement
from exporters.blocks import Document, FieldList, Paragraph, SpanKind
from exporters.documents.comparison import assemble
from exporters.fingerprint import content_hash
from exporters.pdf.writer import write
from models.codes import AgreementStatus, RevisionKind
from models.errors import KnownError
from models.snapshots.shapes import Agreement, Bilingual, Clause, MeetingSnapshot, Revision
from tests.exporters.documents.agreements import meeting_with, told
from tests.exporters.pdf.reading import copied
from tests.sample_snapshots import options

AT = datetime(2024, 5, 18, 12, 0)
AGREEMENT = told("joint-base", 2, status=AgreementStatus.DRAFT)


def kept(number: int, agreement: Agreement = AGREEMENT, **changes: Any) -> Revision:
    """The agreement's text of now as a revision."""
    snapshot = meeting_with(replace(agreement, revisions=()))
    text = assemble_agreement(snapshot, agreement.key, made_at=AT)
    revision = Revision(number, number, text.language, text.content_hash, text.blocks(), AT, author="王敏")
    return replace(revision, kind=RevisionKind.SENT, name="送校方", **changes)


def reworded(agreement: Agreement, old: str, new: str) -> Agreement:
    """The agreement with other words in every clause."""

    def other(clause: Clause) -> Clause:
        body = Bilingual(clause.body.zh.replace(old, new), clause.body.en)
        return replace(clause, body=body, children=tuple(map(other, clause.children)))

    return replace(agreement, clauses=tuple(map(other, agreement.clauses)))


def compared(agreement: Agreement, **choices: Any) -> Document:
    """The one comparison."""
    [document] = assemble(taken(agreement), options(agreement_key=agreement.key, **choices))
    return document


def taken(agreement: Agreement) -> MeetingSnapshot:
    """The meeting with it."""
    return meeting_with(agreement)


def changed(document: Document) -> list[tuple[str, str]]:
    """What is marked as deleted or inserted, behind the legend."""
    spans = (span for block in document.blocks[4:] if isinstance(block, Paragraph) for span in block.spans)
    return [(span.kind.value, span.text) for span in spans if span.kind in (SpanKind.INSERTED, SpanKind.DELETED)]


def test_the_text_of_now_stands_beside_the_newest_revision():
    before = reworded(AGREEMENT, "协商", "商议")
    document = compared(replace(AGREEMENT, revisions=(kept(1), kept(2, before))))
    (head,) = (block for block in document.blocks if isinstance(block, FieldList))
    older, newer = ("".join(span.text for span in field.spans) for field in head.fields)
    assert older.startswith("v2，已送对方，送校方，王敏，2024-05-18 12:00；")
    assert newer.startswith("当前文本；")
    assert set(changed(document)) == {("deleted", "商议"), ("inserted", "协商")}


def test_both_hashes_stand_on_the_paper():
    before = reworded(AGREEMENT, "协商", "商议")
    agreement = replace(AGREEMENT, revisions=(kept(1, before), kept(2)))
    document = compared(agreement, compare_from=1, compare_to=2)
    (head,) = (block for block in document.blocks if isinstance(block, FieldList))
    shown = "".join(span.text for field in head.fields for span in field.spans)
    hashes = [revision.blocks["hashes"]["zh"][:16].upper() for revision in agreement.revisions]
    assert [one in shown for one in hashes] == [True, True]
    assert document.kind == "comparison"
    assert len(content_hash(document)) == 64


@pytest.mark.parametrize("hours", [-9, 9])
def test_a_moment_is_told_by_the_clock_of_the_office(hours: int):
    """Whatever the zone of this computer is, one of the two is another."""
    kept_at = datetime(2024, 5, 18, 16, 30, tzinfo=timezone(timedelta(hours=hours)))
    late = replace(kept(1), frozen_at=kept_at)
    document = compared(replace(AGREEMENT, revisions=(late,)), compare_from=1, compare_to=1)
    (head,) = (block for block in document.blocks if isinstance(block, FieldList))
    here = datetime.fromtimestamp(kept_at.timestamp())
    assert f"{here:%Y-%m-%d %H:%M}" in "".join(span.text for span in head.fields[0].spans)


def test_one_text_named_twice_has_no_differences():
    document = compared(replace(AGREEMENT, revisions=(kept(1),)), compare_from=1, compare_to=1)
    assert changed(document) == []
    assert any(isinstance(b, Paragraph) and b.spans[0].text == "没有差异。" for b in document.blocks)


@pytest.mark.parametrize("revisions", [(), (kept(1),)])
def test_nothing_to_compare_is_no_paper(revisions: tuple[Revision, ...]):
    with pytest.raises(KnownError, match="no_material"):
        assemble(taken(replace(AGREEMENT, revisions=revisions)), options())


def test_a_revision_that_is_not_there_is_told_with_those_that_are():
    with pytest.raises(KnownError) as caught:
        compared(replace(AGREEMENT, revisions=(kept(1),)), compare_from=3)
    assert (caught.value.code, caught.value.values["known"]) == ("unknown_revision", "1")


def test_a_revision_without_this_language_is_told():
    old = kept(1)
    bare = replace(old, blocks={**old.blocks, "halves": {}})
    with pytest.raises(KnownError, match="revision_without_language"):
        compared(replace(AGREEMENT, revisions=(bare,)), compare_from=1)


def test_deleted_and_inserted_words_are_read_from_the_pdf():
    document = compared(replace(AGREEMENT, revisions=(kept(1, reworded(AGREEMENT, "协商", "商议")),)))
    text = "".join(copied(write(document, options())))
    assert "商议协商" in text.replace("\n", "")


def test_on_the_screen_the_lines_of_changes_have_colors():
    document = compared(replace(AGREEMENT, revisions=(kept(1, reworded(AGREEMENT, "协商", "商议")),)))
    with pdfplumber.open(BytesIO(write(document, options()).content)) as file:
        drawn = [line["stroking_color"] for page in file.pages for line in page.lines]
    assert set(drawn) == {(0.05, 0.42, 0.18), (0.72, 0.1, 0.08)}
