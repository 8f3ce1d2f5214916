"""Who signs an agreement, in which titles; and what a text is that nobody signs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.blocks import Cover, Section, SignatureArea, SignatureParty, Table
from models.codes import AgreementLanguage
from models.snapshots.shapes import AgreementParty
from tests.exporters.documents.agreements import BUREAU, COUNTY, UNIVERSITY, told, words_of
from tests.exporters.documents.test_agreement import SMALL, paper
from tests.sample_snapshots import person

PERSON = AgreementParty(None, is_witness=True, signatory=person("赵六", "Zhao Liu"))
WITNESS_UNIT = replace(BUREAU, is_witness=True)


@pytest.mark.parametrize(
    ("language", "third", "unit", "alone"),
    [
        ("zh", "丙方（盖章）：", "见证方（盖章）：", ("见证人：", "赵六", ("签字：", "日期：　　　年　　月　　日"))),
        (
            "en",
            "For and on behalf of Party C (seal): ",
            "For and on behalf of the Witness (seal): ",
            ("Witness: ", "Zhao Liu", ("Signature of the witness:", "Date:")),
        ),
    ],
)
def test_third_parties_and_witnesses_have_their_own_titles_where_they_sign(
    language: str, third: str, unit: str, alone: tuple[str, str, tuple[str, ...]]
) -> None:
    parties = (COUNTY, UNIVERSITY, BUREAU, WITNESS_UNIT, PERSON)
    document = paper(told("strategic-framework", 3, parties=parties), language)
    (area,) = (block for block in document.blocks if isinstance(block, SignatureArea))
    assert area.parties[2].label == third
    assert area.witnesses[0].label == unit
    assert area.witnesses[1] == SignatureParty(*alone)


@pytest.mark.parametrize(("language", "line"), [("zh", "见证人|赵六"), ("en", "Witness|Zhao Liu")])
def test_a_witness_in_person_is_named_on_the_cover_and_among_the_parties(language: str, line: str) -> None:
    words = words_of(paper(told("strategic-framework", 2, parties=(COUNTY, UNIVERSITY, PERSON)), language))
    assert words.splitlines().count(line) == 2


def test_names_in_annexes_stay_whole() -> None:
    document = paper(told("strategic-framework", 2))
    tables = [block for part in document.blocks if isinstance(part, Section) for block in part.blocks]
    contacts = next(block for block in reversed(tables) if isinstance(block, Table))
    assert [(column.key, cell.name) for column, cell in zip(contacts.columns, contacts.rows[0].cells, strict=True)] == [
        ("number", False), ("unit", True), ("department", False), ("person", True), ("phone", False), ("email", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "language", "mark"),
    [
        ("zh", "en", "Reference translation"),
        ("en", "zh", "参考译文"),
        ("zh", "zh", ""),
        ("zh", "zh-en", ""),
        ("zh-en", "zh", ""),
        ("zh-en", "en", ""),
        ("zh-then-en", "en", ""),
    ],
)
def test_a_text_that_nobody_signs_says_so_on_its_cover_and_every_page(form: str, language: str, mark: str) -> None:
    document = paper(replace(SMALL, language=AgreementLanguage(form)), language)
    (front,) = (block for block in document.blocks if isinstance(block, Cover))
    assert front.mark == mark
    assert (mark and f" · {mark} · ") in document.corner
    assert ("translation" in document.corner or "译文" in document.corner) == bool(mark)
