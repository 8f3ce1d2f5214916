"""Labels exchanged: whoever is named first is 甲方, and what each unit owes stays."""

from __future__ import annotations

import pytest

from exporters.blocks import Cover, FieldList, SignatureArea
from exporters.documents.agreement import assemble
from exporters.documents.agreement_labels import renaming
from exporters.documents.agreement_order import party_first
from exporters.documents.plain_text import plain_text
from models.snapshots.shapes import AgreementParty
from tests.exporters.documents.agreements import meeting_with, party, told
from tests.sample_snapshots import options

SWAPPED, THIRD_FIRST = (1, 0), (2, 0, 1)


@pytest.mark.parametrize(
    ("order", "text", "renamed"),
    [
        (SWAPPED, "甲方支持乙方，乙方支持甲方。", "乙方支持甲方，甲方支持乙方。"),
        (SWAPPED, "甲乙双方各执贰份，甲、乙双方签字", "甲乙双方各执贰份，甲、乙双方签字"),
        (SWAPPED, "丙方、自己、甲级", "丙方、自己、甲级"),
        (THIRD_FIRST, "甲方、乙方和丙方", "乙方、丙方和甲方"),
        (THIRD_FIRST, "甲乙丙三方", "甲乙丙三方"),
        (THIRD_FIRST, "甲、乙两方共同，乙和丙双方共同", "乙、丙两方共同，甲和丙双方共同"),
    ],
)
def test_chinese_labels(order: tuple[int, ...], text: str, renamed: str) -> None:
    assert renaming(order, "zh")(text) == renamed


@pytest.mark.parametrize(
    ("order", "text", "renamed"),
    [
        (SWAPPED, "Party A’s duties; Party B, Party Bs, Party C", "Party B’s duties; Party A, Party Bs, Party C"),
        (SWAPPED, "Parties A and B; both Parties", "Parties A and B; both Parties"),
        (THIRD_FIRST, "Parties A and B, Parties A, B, and C", "Parties B and C, Parties A, B, and C"),
        (THIRD_FIRST, "Party C helps Party A.", "Party A helps Party B."),
    ],
)
def test_english_labels(order: tuple[int, ...], text: str, renamed: str) -> None:
    assert renaming(order, "en")(text) == renamed


def test_labels_beyond_the_tenth_party() -> None:
    order = (11, *range(11))
    assert renaming(order, "zh")("第十二方与第十一方、甲方") == "甲方与第十二方、乙方"
    assert renaming(order, "en")("Party 12 and Party 11, Party A") == "Party A and Party 12, Party B"


def test_copy_calls_its_keeper_party_a_throughout() -> None:
    signed = told("strategic-framework", 2)
    (document,) = assemble(meeting_with(signed), options())
    copy = party_first(document, signed, 1, swap_labels=True)
    front = next(block for block in copy.blocks if isinstance(block, Cover))
    lists = [block.fields[0] for block in copy.blocks if isinstance(block, FieldList)]
    area = next(block for block in copy.blocks if isinstance(block, SignatureArea))
    named = [("甲方", "武汉大学"), ("乙方", "上党区人民政府")]
    assert [(field.label, field.spans[0].text) for field in front.parties] == named
    assert [(field.label, field.spans[0].text) for field in lists] == named
    assert [(side.label, side.name) for side in area.parties] == [(f"{label}（盖章）：", name) for label, name in named]


def test_duties_follow_the_unit_and_not_the_label() -> None:
    signed = told("strategic-framework", 2)
    (document,) = assemble(meeting_with(signed), options("en"))
    text = plain_text(document)
    copy = plain_text(party_first(document, signed, 1, swap_labels=True))
    assert "Party B, acting as a think tank, organizes experts to advise on Party A’s plans" in text
    assert "Party A, acting as a think tank, organizes experts to advise on Party B’s plans" in copy


def test_names_and_open_places_are_left_alone() -> None:
    odd = party("甲方乙方文化公司", "Party A Culture")
    signed = told("strategic-framework", 2, parties=(AgreementParty(organization=None), odd), number="甲方1号")
    (document,) = assemble(meeting_with(signed), options())
    copy = plain_text(party_first(document, signed, 1, swap_labels=True))
    assert "甲方: 甲方乙方文化公司" in copy
    assert "甲方（盖章）： 甲方乙方文化公司" in copy
    assert "乙方: [party_a.name_zh]" in copy
