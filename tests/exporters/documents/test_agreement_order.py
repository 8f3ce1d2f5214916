"""倒本: the party that keeps the copy comes first wherever parties are listed, and no other word changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exporters.blocks import Cover, Document, FieldList, SignatureArea, Title
from exporters.documents.agreement import assemble
from exporters.documents.agreement_order import party_first, turned_title
from exporters.documents.plain_text import plain_text
from models.snapshots.shapes import Agreement, AgreementParty
from tests.exporters.documents.agreements import BUREAU, COUNTY, UNIVERSITY, meeting_with, party, told
from tests.sample_snapshots import both, options, organization

WITNESS = AgreementParty(organization=organization("市科技局", "Science Bureau"), is_witness=True)


def both_ways(signed: Agreement, first: int, language: str = "zh", **changes: Any) -> tuple[Document, Document]:
    """The agreement in record order, and with a party first."""
    (document,) = assemble(meeting_with(signed), options(language))
    return document, party_first(document, signed, first, **changes)


def names_in(document: Document) -> list[list[str]]:
    """The parties as the cover, the parties block and the place to sign list them."""
    (front,) = (block for block in document.blocks if isinstance(block, Cover))
    lists = [block for block in document.blocks if isinstance(block, FieldList)]
    (area,) = (block for block in document.blocks if isinstance(block, SignatureArea))
    return [
        [f"{field.label} {field.spans[0].text}" for field in front.parties],
        [f"{one.fields[0].label} {one.fields[0].spans[0].text}" for one in lists],
        [f"{side.label}{side.name}" for side in area.parties],
    ]


def test_second_party_comes_first_with_its_own_label() -> None:
    _, copy = both_ways(told("strategic-framework", 2), 1)
    listed = ["乙方 武汉大学", "甲方 上党区人民政府"]
    assert names_in(copy) == [listed, listed, ["乙方（盖章）：武汉大学", "甲方（盖章）：上党区人民政府"]]


@pytest.mark.parametrize(
    ("first", "order"),
    [
        (0, ["Party A Shangdang District", "Party B Wuhan University", "Party C Education Bureau"]),
        (1, ["Party B Wuhan University", "Party A Shangdang District", "Party C Education Bureau"]),
        (2, ["Party C Education Bureau", "Party A Shangdang District", "Party B Wuhan University"]),
    ],
)
def test_the_others_of_three_follow_in_record_order(first: int, order: list[str]) -> None:
    _, copy = both_ways(told("commissioner", 3), first, "en")
    assert names_in(copy)[:2] == [order, order]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("parties", [2, 3])
def test_every_line_of_the_text_is_the_same_where_labels_are_kept(parties: int, language: str) -> None:
    document, copy = both_ways(told("commissioner", parties), parties - 1, language)
    assert sorted(plain_text(copy).splitlines()) == sorted(plain_text(document).splitlines())
    moved = (Cover, FieldList, SignatureArea)
    unmoved = [[block for block in one.blocks if not isinstance(block, moved)] for one in (document, copy)]
    assert unmoved[0] == unmoved[1]


def test_first_party_keeps_the_paper_as_it_is() -> None:
    document, copy = both_ways(told("strategic-framework", 2), 0, swap_labels=True)
    assert copy is document


def test_witness_stays_below_the_parties() -> None:
    _, copy = both_ways(told("strategic-framework", 2, parties=(COUNTY, WITNESS, UNIVERSITY)), 1)
    assert names_in(copy)[0] == ["乙方 武汉大学", "甲方 上党区人民政府", "见证方 市科技局"]


def test_title_is_turned_on_the_cover_above_the_text_and_on_the_signature_page() -> None:
    signed = replace(told("strategic-framework", 2), title=both("上党区与武汉大学战略合作框架协议"))
    _, copy = both_ways(signed, 1)
    front = next(block for block in copy.blocks if isinstance(block, Cover))
    title = next(block for block in copy.blocks if isinstance(block, Title))
    area = next(block for block in copy.blocks if isinstance(block, SignatureArea))
    turned = "武汉大学与上党区战略合作框架协议"
    assert (copy.title, front.lines, title.lines) == (turned, ("武汉大学与上党区", "战略合作框架协议"), (turned,))
    assert area.alone == f"（本页无正文，为《{turned}》签署页）"


NAMES = [["云岭县人民政府", "云岭县"], ["沧澜大学"], ["云岭县教育局"]]
ENGLISH = [["Government of Yunling"], ["Canglan University"], ["Education Bureau"]]


@pytest.mark.parametrize(
    ("title", "first", "turned"),
    [
        ("云岭县与沧澜大学合作协议", 0, "云岭县与沧澜大学合作协议"),
        ("云岭县与沧澜大学合作协议", 1, "沧澜大学与云岭县合作协议"),
        ("云岭县与沧澜大学合作协议", 2, "云岭县与沧澜大学合作协议"),
        ("沧澜大学、云岭县人民政府、云岭县教育局协议", 2, "云岭县教育局、沧澜大学、云岭县人民政府协议"),
        ("沧澜大学与云岭县教育局协议", 0, "沧澜大学与云岭县教育局协议"),
        ("云岭县与云岭县与沧澜大学协议", 1, "云岭县与云岭县与沧澜大学协议"),
        ("合作协议", 1, "合作协议"),
    ],
)
def test_title_names_the_keeper_before_the_others(title: str, first: int, turned: str) -> None:
    assert turned_title(title, NAMES, first) == turned


def test_title_takes_the_article_along() -> None:
    title = "Agreement between the Government of Yunling and Canglan University"
    assert turned_title(title, ENGLISH, 1) == "Agreement between Canglan University and the Government of Yunling"


def test_department_belongs_to_the_name_in_a_title() -> None:
    college = party("浙江大学", "Zhejiang University", department=both("环境学院", "Environment"))
    for language, title, turned in (
        ("zh", "上党区与浙江大学（环境学院）协议", "浙江大学（环境学院）与上党区协议"),
        (
            "en",
            "Agreement between Shangdang and Zhejiang University (Environment)",
            "Agreement between Zhejiang University (Environment) and Shangdang",
        ),
    ):
        signed = told("strategic-framework", 2, parties=(COUNTY, college))
        _, copy = both_ways(replace(signed, title=both(title, title)), 1, language)
        assert copy.title == turned


def test_party_without_a_unit_has_its_copy() -> None:
    nobody = AgreementParty(organization=None)
    _, copy = both_ways(told("commissioner", 3, parties=(COUNTY, nobody, BUREAU)), 1)
    assert [line.split(" ")[0] for line in names_in(copy)[0]] == ["乙方", "甲方", "丙方"]
