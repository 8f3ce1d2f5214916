"""The copies: whose name stands first on each, its number in the corner, one fingerprint for all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exporters.blocks import Clause, Cover, Document, Section, SignatureArea
from exporters.fingerprint import content_hash
from exporters.paper import Notice
from exporters.signing_set.build import SignedAgreement, SigningSet, build
from models.codes import AgreementLanguage
from models.errors import KnownError
from models.snapshots.shapes import Agreement
from tests.exporters.documents.agreements import BUREAU, COUNTY, UNIVERSITY, meeting_with, signed_in, told
from tests.sample_meetings import TAKEN_AT, sample_meetings
from tests.sample_snapshots import agreement, options

WITNESS = replace(BUREAU, is_witness=True, originals=1)


def set_of(*agreements: Agreement, language: str = "zh", **changes: Any) -> SigningSet:
    return build(meeting_with(*signed_in(language, *agreements)), options(language, **changes))


def only(*agreements: Agreement, language: str = "zh", **changes: Any) -> SignedAgreement:
    (signed,) = set_of(*agreements, language=language, **changes).agreements
    return signed


def front(document: Document) -> Cover:
    (found,) = (block for block in document.blocks if isinstance(block, Cover))
    return found


def first_named(document: Document) -> str:
    return front(document).parties[0].spans[0].text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_of_two_parties_is_named_first_on_the_copies_it_keeps(language: str) -> None:
    signed = only(told("strategic-framework", 2), language=language)
    names = {"zh": ["上党区人民政府", "武汉大学"], "en": ["Shangdang District", "Wuhan University"]}[language]
    assert [first_named(copy) for run in signed.runs for copy in run.each] == [name for name in names for _ in "12"]


def test_corner_counts_the_copies_of_three_parties_through() -> None:
    signed = only(told("commissioner", 3, filing_copies=1, originals=7))
    mark = signed.content_hash[:8].upper()
    assert [copy.corner for run in signed.runs for copy in run.each] == [
        f"草稿 · {mark} · 第 {number} 份／共 7 份 · 共 {{pages}} 页" for number in range(1, 8)
    ]
    assert [first_named(run.document) for run in signed.runs] == [
        "上党区人民政府",
        "武汉大学",
        "教育局",
        "上党区人民政府",
    ]


def test_corner_in_english_and_of_duplicates() -> None:
    parties = (replace(COUNTY, duplicates=2), UNIVERSITY)
    signed = only(told("strategic-framework", 2, parties=parties), language="en", final=True)
    mark = f"final text · {signed.content_hash[:8].upper()}"
    assert [run.document.corner for run in signed.runs] == [
        f"{mark} · copies 1–2 of 4 · {{pages}} pages",
        f"{mark} · duplicates 1–2 of 2 · {{pages}} pages",
        f"{mark} · copies 3–4 of 4 · {{pages}} pages",
    ]
    assert signed.runs[1].each[1].corner == f"{mark} · duplicate 2 of 2 · {{pages}} pages"


def test_all_copies_have_the_fingerprint_of_the_agreement_in_record_order() -> None:
    signed = only(told("commissioner", 3))
    assert signed.content_hash == content_hash(signed.document)
    other = only(told("commissioner", 3), swap_labels=True, duplex=False, final=True)
    assert other.content_hash == signed.content_hash
    assert content_hash(signed.runs[0].document) != content_hash(signed.runs[1].document)


def test_copies_of_one_keeper_share_their_blocks() -> None:
    run = only(told("commissioner", 2)).runs[1]
    assert run.each[0].blocks is run.each[1].blocks is run.document.blocks


def test_labels_are_kept_unless_they_are_to_be_swapped() -> None:
    kept, swapped = (only(told("commissioner", 2), swap_labels=swap).runs[1].document for swap in (False, True))
    assert [field.label for field in front(kept).parties] == ["乙方", "甲方"]
    assert [field.label for field in front(swapped).parties] == ["甲方", "乙方"]


def test_back_of_the_cover_is_blank_where_both_sides_are_printed() -> None:
    for duplex in (True, False):
        signed = only(told("commissioner", 2), duplex=duplex)
        assert {front(run.document).blank_back for run in signed.runs} == {duplex}
        assert not front(signed.document).blank_back


def test_witness_and_files_keep_copies_in_record_order() -> None:
    signed = only(told("strategic-framework", 2, parties=(COUNTY, UNIVERSITY, WITNESS), originals=6, filing_copies=1))
    assert [(run.keeper.party, run.count, first_named(run.document)) for run in signed.runs] == [
        (0, 2, "上党区人民政府"),
        (1, 2, "武汉大学"),
        (None, 1, "上党区人民政府"),
        (None, 1, "上党区人民政府"),
    ]


def test_draft_leaves_out_an_agreement_whose_numbers_disagree() -> None:
    wrong = told("strategic-framework", 2, originals=5)
    made = set_of(wrong, told("commissioner", 2, key="second"))
    assert [(signed.number, signed.agreement.key) for signed in made.agreements] == [(2, "second")]
    assert made.notices == (Notice("copies_wrong_sum", (("agreement", "framework"), ("stated", "5"), ("kept", "4"))),)
    with pytest.raises(KnownError, match="copies_wrong_sum"):
        set_of(wrong, final=True)


def test_one_copy_a_party_is_made_with_a_notice_where_no_number_is_told() -> None:
    untold = tuple(replace(party, originals=None) for party in (COUNTY, UNIVERSITY))
    made = set_of(told("commissioner", 2, originals=None, parties=untold), final=True)
    assert made.notices == (Notice("copies_assumed", (("agreement", "科技特派员合作协议"),)),)
    assert [run.count for run in made.agreements[0].runs] == [1, 1]


def test_nothing_written_yet_is_no_material() -> None:
    with pytest.raises(KnownError) as caught:
        set_of(agreement(parties=(COUNTY, UNIVERSITY)))
    assert caught.value.code == "no_material"


def test_every_copy_of_the_sample_agreements_names_its_keeper_first() -> None:
    made = build(sample_meetings()["demo-full"], options(made_at=TAKEN_AT))
    assert sum(run.count for signed in made.agreements for run in signed.runs) == 52
    for signed in made.agreements:
        own = signed.document.language.removesuffix("-en")
        parties = [one.organization for one in signed.agreement.parties if not one.is_witness]
        named = [parties[run.keeper.party or 0] for run in signed.runs]
        assert [first_named(run.document) for run in signed.runs] == [one.name.pick(own) for one in named if one]


@pytest.mark.parametrize("swap", [False, True])
def test_what_is_agreed_in_two_languages_is_signed_in_both(swap: bool) -> None:
    signed = the_one(told("strategic-framework", 2, language=AgreementLanguage.SIDE_BY_SIDE), swap_labels=swap)
    copy = signed.runs[1].document
    label, word = ("甲方", "Party A") if swap else ("乙方", "Party B")
    assert (signed.title, copy.language) == ("战略合作框架协议", "zh-en")
    covers = (front(copy), front(copy).english)
    named = [(one.parties[0].label, one.parties[0].spans[0].text) for one in covers if one]
    assert named == [(label, "武汉大学"), (word, "Wuhan University")]
    assert copy.corner == f"草稿 · {signed.content_hash[:8].upper()} · 第 3—4 份／共 4 份 · 共 {{pages}} 页"


def the_one(signed: Agreement, **changes: Any) -> SignedAgreement:
    (found,) = build(meeting_with(signed), options(**changes)).agreements
    return found


def test_chinese_then_english_is_one_paper_with_english_sections() -> None:
    signed = the_one(told("strategic-framework", 2, language=AgreementLanguage.ZH_THEN_EN))
    sections = [block for block in signed.document.blocks if isinstance(block, Section)]
    assert [(section.language, section.name) for section in sections] == [
        ("en", "Strategic Cooperation Framework Agreement"),
        ("", "附件1"),
        ("", "附件2"),
        ("en", "Annex 1"),
        ("en", "Annex 2"),
    ]
    assert signed.document.title == "战略合作框架协议 / Strategic Cooperation Framework Agreement"
    clauses = [
        [one.number for one in part if isinstance(one, Clause)] for part in (signed.document.blocks, sections[0].blocks)
    ]
    assert [len(numbers) for numbers in clauses] == [21, 21]
    assert (clauses[0][0], clauses[1][0]) == ("第一条", "Article 1")


def test_places_to_sign_both_texts_stand_once_behind_the_second() -> None:
    signed = the_one(told("strategic-framework", 2, language=AgreementLanguage.ZH_THEN_EN))
    section = next(block for block in signed.document.blocks if isinstance(block, Section))
    area = section.blocks[-1]
    assert isinstance(area, SignatureArea)
    assert area.english is not None
    assert not any(isinstance(block, SignatureArea) for block in signed.document.blocks)


@pytest.mark.parametrize(
    ("form", "made", "elsewhere"),
    [
        ("zh", "zh", ("en", "signed_in_chinese", "Strategic Cooperation Framework Agreement")),
        ("zh-en", "zh", ("en", "signed_in_chinese", "Strategic Cooperation Framework Agreement")),
        ("zh-then-en", "zh", ("en", "signed_in_chinese", "Strategic Cooperation Framework Agreement")),
        ("en", "en", ("zh", "signed_in_english", "战略合作框架协议")),
    ],
)
def test_copies_are_made_once_with_the_papers_in_the_first_language_that_is_signed(
    form: str, made: str, elsewhere: tuple[str, str, str]
) -> None:
    meeting = meeting_with(told("strategic-framework", 2, language=AgreementLanguage(form)))
    assert [one.agreement.key for one in build(meeting, options(made)).agreements] == ["framework"]
    other, code, title = elsewhere
    assert build(meeting, options(other)) == SigningSet((), (Notice(code, (("agreement", title),)),))


@pytest.mark.parametrize(
    ("form", "mark"), [("zh", "副本"), ("zh-en", "副本 DUPLICATE"), ("zh-then-en", "副本 DUPLICATE")]
)
def test_duplicates_say_so_on_their_cover(form: str, mark: str) -> None:
    parties = (replace(COUNTY, duplicates=1), UNIVERSITY)
    signed = the_one(told("strategic-framework", 2, language=AgreementLanguage(form), parties=parties))
    assert [(run.duplicate, front(run.document).mark) for run in signed.runs] == [
        (False, ""), (True, mark), (False, ""),
    ]  # fmt: skip
    assert signed.runs[1].each[0].blocks is signed.runs[1].document.blocks
