"""From a snapshot to papers: known kinds, formats and languages only; the pack holds all there is material for."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from exporters.export import export_papers, pack_papers
from exporters.fingerprint import content_hash
from exporters.paper import Notice
from exporters.registry import find
from models.codes import AgreementLanguage, ClauseKind
from models.errors import KnownError
from models.snapshots.shapes import Clause
from tests.sample_snapshots import agenda_item, agreement, attendee, both, options, party, snapshot

CLAUSE = Clause(1, ClauseKind.ARTICLE, "purpose", "", both("宗旨", "Purpose"), both("双方合作。", "Both cooperate."))
TAKEN = snapshot(agenda=(agenda_item(),), attendees=(attendee(),))


def test_one_paper_in_one_format() -> None:
    [paper] = export_papers(TAKEN, "attendees", "xlsx", options("en"))
    [document] = find("attendees").assemble(TAKEN, options("en"))
    assert (paper.document, paper.format, paper.language, paper.title, paper.key) == (
        "attendees",
        "xlsx",
        "en",
        "List of attendees",
        "",
    )
    assert paper.content_hash == content_hash(document)
    sheet = load_workbook(BytesIO(paper.content)).worksheets[0]
    assert "Liang Tao" in {cell.value for row in sheet.iter_rows() for cell in row}


def test_agreements_are_called_by_their_own_title() -> None:
    taken = snapshot(agreements=(agreement(parties=(party("上党区"), party()), clauses=(CLAUSE,)),))
    [paper] = export_papers(taken, "agreement", "pdf", options())
    assert (paper.document, paper.key, paper.title) == ("agreement", "framework", "战略合作框架协议")


def test_other_failures_stop_the_pack() -> None:
    broken = replace(CLAUSE, body=both("{% if %}"))
    with pytest.raises(KnownError, match="template_error"):
        pack_papers(snapshot(agreements=(agreement(clauses=(broken,)),)), options())


@pytest.mark.parametrize(
    ("kind", "format_name", "language", "code", "values"),
    [
        ("schedule", "docx", "zh", "unknown_format", {"document": "schedule", "format": "docx", "known": "pdf"}),
        ("agenda", "pdf", "fr", "unknown_language", {"document": "agenda", "language": "fr", "known": "zh, en"}),
        ("ledger", "xlsx", "zh", "no_material", {"document": "ledger", "meeting": "shangdang"}),
    ],
)
def test_what_cannot_be_exported(kind: str, format_name: str, language: str, code: str, values: dict[str, str]) -> None:
    with pytest.raises(KnownError) as caught:
        export_papers(TAKEN, kind, format_name, options(language))
    assert (caught.value.code, caught.value.values) == (code, values)


def test_unknown_document_lists_the_known_ones() -> None:
    with pytest.raises(KnownError) as caught:
        export_papers(TAKEN, "menu", "pdf", options())
    assert caught.value.code == "unknown_document"
    assert "agenda" in str(caught.value.values["known"])


LEFT_OUT = ("agreement", "signature-pages", "contacts", "itinerary", "logistics", "ledger", "register")


def test_pack_ends_with_the_signing_set() -> None:
    signed = agreement(
        parties=(party("上党区", "Shangdang"), party()), clauses=(CLAUSE,), language=AgreementLanguage.EN
    )
    steps: list[tuple[int, int, str]] = []
    papers, notices = pack_papers(
        snapshot(agreements=(signed,)),
        options("en"),
        lambda done, total, paper: steps.append((done, total, paper.title if paper else "")),
    )
    assert [paper.file.rpartition("/")[2] for paper in papers if paper.file] == [
        "01_signing-order_shangdang_en.pdf",
        "02_print-job_shangdang_en.pdf",
        "01_Framework-Agreement_Party-A-original_1-copy_A4-duplex_DRAFT.pdf",
        "02_Framework-Agreement_Party-B-original_1-copy_A4-duplex_DRAFT.pdf",
        "00_print-list.pdf",
    ]
    assert notices[-1] == Notice("copies_assumed", (("agreement", "Framework Agreement"),))
    assert steps[-2:] == [
        (len(papers) - 1, len(papers), "Framework Agreement"),
        (len(papers), len(papers), "Print list"),
    ]


def test_pack_of_final_papers_is_refused_where_the_copies_do_not_add_up() -> None:
    signed = agreement(parties=(party(originals=2),), originals=3, clauses=(CLAUSE,))
    with pytest.raises(KnownError, match="copies_wrong_sum"):
        pack_papers(snapshot(agreements=(signed,)), options(final=True))
    papers, notices = pack_papers(snapshot(agreements=(signed,)), options())
    assert not any(paper.file for paper in papers)
    assert notices[-1].code == "copies_wrong_sum"


def test_pack_holds_everything_with_material_in_registry_order() -> None:
    papers, notices = pack_papers(TAKEN, options())
    assert [(paper.document, paper.format, paper.title) for paper in papers] == [
        ("agenda", "pdf", "议程"),
        ("agenda", "docx", "议程"),
        ("handbook", "pdf", "会务手册"),
        ("schedule", "pdf", "日程"),
        ("invitation", "docx", "邀请函"),
        ("invitation", "pdf", "邀请函"),
        ("reply-slip", "xlsx", "参会回执"),
        ("attendees", "xlsx", "参会人员名单"),
        ("attendees", "pdf", "参会人员名单"),
        ("sign-in", "xlsx", "签到表"),
        ("sign-in", "pdf", "签到表"),
        ("table-cards", "pdf", "桌签"),
        ("badges", "pdf", "胸卡"),
        ("fact-sheet", "docx", "资料汇编"),
        ("proof-sheet", "pdf", "校核稿"),
    ]
    assert notices == tuple(Notice("left_out", (("document", kind),)) for kind in LEFT_OUT)


def test_pack_tells_how_far_it_is() -> None:
    steps: list[tuple[int, int, str]] = []
    taken = snapshot(attendees=(attendee(),))
    pack_papers(
        taken, options("en"), lambda done, total, paper: steps.append((done, total, paper.title if paper else ""))
    )
    assert steps == [
        (0, 12, ""),
        (1, 12, "Conference handbook"),
        (2, 12, "Invitation"),
        (3, 12, "Invitation"),
        (4, 12, "Reply slip"),
        (5, 12, "List of attendees"),
        (6, 12, "List of attendees"),
        (7, 12, "Sign-in sheet"),
        (8, 12, "Sign-in sheet"),
        (9, 12, "Table cards"),
        (10, 12, "Badges"),
        (11, 12, "Fact sheet"),
        (12, 12, "Proof sheet"),
    ]


def test_pack_in_an_unknown_language_makes_nothing() -> None:
    with pytest.raises(KnownError, match="unknown_language"):
        pack_papers(TAKEN, options("fr"))
