"""The signature pages alone: one an agreement, each headed by what it belongs to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.blocks import Document, DraftNote, Section, SignatureArea
from exporters.documents.signature_pages import assemble
from models.codes import AgreementLanguage
from models.errors import KnownError
from tests.exporters.documents.agreements import meeting_with, told
from tests.sample_snapshots import agreement, options

TWO = (told("strategic-framework", 2), replace(told("commissioner", 3), key="second"))


def paper(language: str = "zh", **changes: object) -> Document:
    (document,) = assemble(meeting_with(*TWO), options(language, **changes))
    return document


def areas(document: Document) -> list[tuple[str, SignatureArea]]:
    sections = [block for block in document.blocks if isinstance(block, Section)]
    return [(one.name, block) for one in sections for block in one.blocks if isinstance(block, SignatureArea)]


@pytest.mark.parametrize(
    ("language", "pages"),
    [
        (
            "zh",
            [
                ("战略合作框架协议", "（本页无正文，为《战略合作框架协议》签署页）", 2),
                ("科技特派员合作协议", "（本页无正文，为《科技特派员合作协议》签署页）", 3),
            ],
        ),
        (
            "en",
            [
                (
                    "Strategic Cooperation Framework Agreement",
                    "(No text on this page: signature page of “Strategic Cooperation Framework Agreement”)",
                    2,
                ),
                (
                    "Science and Technology Commissioner Agreement",
                    "(No text on this page: signature page of “Science and Technology Commissioner Agreement”)",
                    3,
                ),
            ],
        ),
    ],
)
def test_each_agreement_has_its_page(language: str, pages: list[tuple[str, str, int]]) -> None:
    assert [(name, area.note, len(area.parties)) for name, area in areas(paper(language))] == pages


def test_pages_have_no_numbers_and_no_count() -> None:
    document = paper()
    assert (document.numbered, document.style, document.kind) == (False, "agreement", "signature-pages")
    assert {(area.alone, area.count) for _name, area in areas(document)} == {("", "")}
    assert not any(isinstance(block, DraftNote) for block in document.blocks)


def test_one_agreement_can_be_chosen() -> None:
    assert [name for name, _area in areas(paper(agreement_key="second"))] == ["科技特派员合作协议"]


def test_without_a_written_agreement_there_is_nothing() -> None:
    with pytest.raises(KnownError) as caught:
        assemble(meeting_with(agreement()), options())
    assert (caught.value.code, caught.value.values["document"]) == ("no_material", "signature-pages")


@pytest.mark.parametrize("form", [AgreementLanguage.SIDE_BY_SIDE, AgreementLanguage.ZH_THEN_EN])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_signed_in_both_languages_has_its_page_in_both(language: str, form: AgreementLanguage) -> None:
    signed = told("strategic-framework", 2, language=form)
    ((_name, area),) = areas(assemble(meeting_with(signed), options(language))[0])
    assert area.english is not None
    assert [(one.note[:8], one.alone, one.count) for one in (area, area.english)] == [
        ("（本页无正文，为", "", ""),
        ("(No text", "", ""),
    ]
