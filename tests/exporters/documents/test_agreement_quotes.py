"""Titles inside marks: 〈〉 within 《》, ‘’ within “”."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.blocks import SignatureArea
from exporters.documents.agreement_order import party_first
from exporters.documents.agreement_quotes import inside_marks
from tests.exporters.documents.agreements import told
from tests.exporters.documents.test_agreement import paper
from tests.sample_snapshots import both


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("“Talent” Agreement", "‘Talent’ Agreement"),
        ("Agreement on “the ‘Star’ Plan”", "Agreement on ‘the “Star” Plan’"),
        ("Agreement on ‘Star’", "Agreement on “Star”"),
        ("The People’s “Star” Agreement", "The People’s ‘Star’ Agreement"),
        ("“The People’s Star”", "‘The People’s Star’"),
        ("‘The People’s Star’", "“The People’s Star”"),
        ('"Star" Agreement', "‘Star’ Agreement"),
        ("Agreement", "Agreement"),
    ],
)
def test_english_marks_change_inside_marks_and_apostrophes_stay(title: str, inside: str) -> None:
    assert inside_marks(title, "en") == inside


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("关于《框架协议》的补充协议", "关于〈框架协议〉的补充协议"),
        ("《框架协议》", "框架协议"),
        ("《框架协议》补充协议", "〈框架协议〉补充协议"),
        ("“双一流”协议", "“双一流”协议"),
    ],
)
def test_chinese_book_title_marks_become_single_ones(title: str, inside: str) -> None:
    assert inside_marks(title, "zh") == inside


def alone(language: str, first: int) -> str:
    """The note on the copy of the party that is named first."""
    signed = replace(told("commissioner", 2), title=both(*TITLE))
    turned = party_first(paper(signed, language), signed, first)
    return next(block.alone for block in turned.blocks if isinstance(block, SignatureArea))


TITLE = "上党区人民政府与武汉大学《星》协议", "“Star” Agreement between Shangdang District and Wuhan University"


@pytest.mark.parametrize(
    ("language", "first", "note"),
    [
        ("zh", 0, "（本页无正文，为《上党区人民政府与武汉大学〈星〉协议》签署页）"),
        ("zh", 1, "（本页无正文，为《武汉大学与上党区人民政府〈星〉协议》签署页）"),
        (
            "en",
            1,
            "(No text on this page: signature page of “‘Star’ Agreement between Wuhan University and Shangdang "
            "District”)",
        ),
    ],
)
def test_the_note_of_the_page_to_sign_names_the_title_inside_marks(language: str, first: int, note: str) -> None:
    assert alone(language, first) == note
