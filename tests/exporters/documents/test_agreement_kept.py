"""A kept revision on paper: its text as it was kept, marked with number, name, day, kind and hash."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest

from exporters.blocks import Cover, Document
from exporters.documents.agreement import assemble
from exporters.docx.writer import write as write_docx
from exporters.export import export_papers
from exporters.final_mark import DRAFT, FINAL, is_final, mark_of
from exporters.fingerprint import content_hash
from exporters.paper import Written
from models.codes import AgreementLanguage, AgreementStatus, RevisionKind
from models.errors import KnownError
from models.snapshots.shapes import Agreement
from tests.exporters.documents.agreements import meeting_with, told, words_of
from tests.exporters.documents.test_comparison import AGREEMENT, kept, reworded
from tests.exporters.pdf.reading import copied
from tests.sample_snapshots import options

OLD = kept(1, reworded(AGREEMENT, "协商", "商议"))
IN_FORCE = replace(kept(2), kind=RevisionKind.FINAL, name="")
SIGNED = replace(AGREEMENT, status=AgreementStatus.FINAL, revisions=(OLD, IN_FORCE))


def paper(number: int, agreement: Agreement = SIGNED, **choices: Any) -> Document:
    wanted = options(agreement_key=agreement.key, revision=number, **choices)
    [document] = assemble(meeting_with(agreement), wanted)
    return document


def test_a_past_revision_says_what_it_said_and_that_it_is_past() -> None:
    document = paper(1)
    assert "商议" in words_of(document) and content_hash(document) == OLD.content_hash
    told = f"版本 v1 · 已送对方 · 送校方 · 2024-05-18 12:00 · {OLD.content_hash[:8].upper()} · 共 {{pages}} 页"
    assert document.corner == told
    assert document.mark == "past"


def test_the_final_text_in_force_is_no_past_one() -> None:
    document = paper(2)
    assert (document.mark, document.corner.split(" · ")[:3]) == ("", ["版本 v2", "定稿", "2024-05-18 12:00"])
    assert content_hash(document) == IN_FORCE.content_hash
    opened = replace(SIGNED, status=AgreementStatus.DRAFT)
    assert paper(2, opened).mark == "past"


@pytest.mark.parametrize(("number", "status"), [(1, DRAFT), (2, FINAL)])
def test_its_file_has_a_name_of_its_own_and_shows_number_and_date(number: int, status: str, tmp_path: Any) -> None:
    wanted = options(agreement_key=SIGNED.key, revision=number)
    [made] = export_papers(meeting_with(SIGNED), "agreement", "pdf", wanted)
    assert made.file == f"10_agreement_{SIGNED.key}_v{number}_zh.pdf"
    (tmp_path / "a.pdf").write_bytes(made.content)
    assert is_final(tmp_path / "a.pdf") is (status == FINAL)
    assert mark_of(replace(wanted, final=True), paper(number).mark) == status
    pages = "".join(copied(Written(made.content)))
    assert f"版本 v{number}" in pages and "示范文本" not in pages


def test_both_languages_are_kept_and_a_translation_says_so() -> None:
    assert paper(1, language="zh-en").language == "zh-en"
    english = paper(1, language="en")
    assert english.corner.startswith("Revision v1 · Sent to the other side · 送校方 · 2024-05-18 12:00 · ")
    assert isinstance(english.blocks[0], Cover) and english.blocks[0].mark == "Reference translation"
    after = told("joint-base", 2, status=AgreementStatus.DRAFT, language=AgreementLanguage.ZH_THEN_EN)
    both = kept(1, after)
    assert content_hash(paper(1, replace(after, revisions=(both,)), language="zh-en")) == both.content_hash


def test_what_is_not_kept_is_told() -> None:
    with pytest.raises(KnownError) as unknown:
        paper(7)
    assert (unknown.value.code, unknown.value.values["known"]) == ("unknown_revision", "1, 2")
    bare = replace(SIGNED, revisions=(replace(OLD, blocks={}),))
    with pytest.raises(KnownError) as lacking:
        paper(1, bare)
    assert lacking.value.code == "revision_without_language"


def test_word_carries_the_mark_on_every_page() -> None:
    written = write_docx(paper(1), replace(options(), final=True))
    with zipfile.ZipFile(io.BytesIO(written.content)) as package:
        headers = b"".join(package.read(name) for name in package.namelist() if "header" in name)
    assert "历史版本，不得用于签署" in headers.decode()
