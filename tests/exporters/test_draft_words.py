"""A draft says on every page what it goes round as."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from exporters.draft_words import draft_band, draft_words
from exporters.fingerprint import content_hash
from exporters.options import ExportOptions
from exporters.registry import find
from models.codes import AgreementMark, AgreementStatus
from tests.sample_meetings import sample_meetings

MEETING = sample_meetings()["demo-full"]
UNDER_REVIEW, NONE = AgreementStatus.UNDER_REVIEW, AgreementMark.NONE


def said(status: AgreementStatus, mark: AgreementMark, language: str) -> tuple[str, tuple[str, ...], str]:
    """The word across the page, the line above the text, and the fingerprint."""
    agreement = replace(MEETING.agreements[0], status=status, mark=mark)
    options = ExportOptions(language, made_at=datetime(2024, 5, 18), agreement_key=agreement.key)
    (document,) = find("agreement").assemble(replace(MEETING, agreements=(agreement,)), options)
    return draft_words(document, language), draft_band(document), content_hash(document)


@pytest.mark.parametrize(
    ("mark", "word", "band"),
    [
        (AgreementMark.FOR_REVIEW, "送审稿", "送审稿\u3000不得用于签署"),
        (AgreementMark.FOR_COMMENT, "征求意见稿", "征求意见稿\u3000不得用于签署"),
        (AgreementMark.NONE, "预览稿", "预览稿\u3000不得用于签署"),
    ],
)
def test_the_mark_stands_on_the_paper_and_leaves_the_fingerprint(mark: AgreementMark, word: str, band: str):
    plain = said(AgreementStatus.DRAFT, NONE, "zh")
    assert said(UNDER_REVIEW, mark, "zh") == (word, (band,), plain[2])


def test_the_mark_is_said_in_english_and_only_while_the_text_goes_round():
    assert said(UNDER_REVIEW, AgreementMark.FOR_COMMENT, "en")[:2] == (
        "FOR COMMENT",
        ("DRAFT FOR COMMENT – not for signature",),
    )
    assert said(AgreementStatus.DRAFT, AgreementMark.FOR_COMMENT, "en")[0] == "DRAFT"
