"""The finished signing set: its files, and what is printed on each page of the pile."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from exporters.options import ExportOptions
from exporters.paper import Paper, Written
from exporters.save import file_name
from exporters.signing_set.build import build
from exporters.signing_set.papers import SetPapers, nothing_to_sign
from models.snapshots.shapes import MeetingSnapshot
from tests.exporters.documents.agreements import meeting_with, signed_in, told
from tests.exporters.pdf.reading import copied
from tests.sample_meetings import TAKEN_AT, sample_meetings
from tests.sample_snapshots import both, options

TWO = replace(told("strategic-framework", 2, filing_copies=1, originals=5), title=both("甲乙协议", "Agreement"))
THREE = told("commissioner", 3, key="second")


def papers(meeting: MeetingSnapshot, made: ExportOptions) -> list[Paper]:
    return [work() for work in SetPapers(build(meeting, made), meeting, made).works()]


@cache
def two_and_three(language: str = "zh", final: bool = False) -> dict[str, Paper]:
    """Both agreements, by the names of the files."""
    made = papers(meeting_with(*signed_in(language, TWO, THREE)), options(language, final=final))
    return {paper.file.partition("/")[2]: paper for paper in made}


def texts(paper: Paper) -> list[str]:
    """What stands on each page, without spaces and line breaks."""
    return ["".join(page.split()) for page in copied(Written(paper.content))]


def test_files_of_a_draft() -> None:
    assert list(two_and_three()) == [
        "01_signing-order_shangdang_zh.pdf",
        "02_print-job_shangdang_zh.pdf",
        "print-shop-zh/01_甲乙协议_甲方正本_2份_A4双面_预览稿.pdf",
        "print-shop-zh/02_甲乙协议_乙方正本_2份_A4双面_预览稿.pdf",
        "print-shop-zh/03_甲乙协议_备案正本_1份_A4双面_预览稿.pdf",
        "print-shop-zh/04_科技特派员合作协议_甲方正本_2份_A4双面_预览稿.pdf",
        "print-shop-zh/05_科技特派员合作协议_乙方正本_2份_A4双面_预览稿.pdf",
        "print-shop-zh/06_科技特派员合作协议_丙方正本_2份_A4双面_预览稿.pdf",
        "print-shop-zh/00_印制清单.pdf",
    ]


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("zh", ["签署顺序表", "打印件：全部各份", "印制清单"]),
        ("en", ["Signing order", "Print job: all copies", "Print list"]),
    ],
)
def test_the_sheets_are_called_in_their_language(language: str, titles: list[str]) -> None:
    made = two_and_three(language, final=language == "en").values()
    assert [paper.title for paper in made if paper.document == "signing-set"] == titles


def test_english_files_are_ascii() -> None:
    files = list(two_and_three("en", final=True))
    assert all(file.isascii() for file in files)
    assert files[1:4] == [
        "02_print-job_shangdang_en.pdf",
        "print-shop-en/01_Agreement_Party-A-original_2-copies_A4-duplex.pdf",
        "print-shop-en/02_Agreement_Party-B-original_2-copies_A4-duplex.pdf",
    ]
    assert files[-1] == "print-shop-en/00_print-list.pdf"


def test_every_copy_of_an_agreement_is_told_with_one_fingerprint() -> None:
    told_as = [(paper.document, paper.key, paper.content_hash) for paper in two_and_three().values()]
    hashes = {key: fingerprint for document, key, fingerprint in told_as if document == "agreement"}
    assert [(document, key) for document, key, _hash in told_as] == [
        ("signing-set", ""),
        ("signing-set", ""),
        *[("agreement", "framework")] * 3,
        *[("agreement", "second")] * 3,
        ("signing-set", ""),
    ]
    assert all(fingerprint == hashes[key] for document, key, fingerprint in told_as if document == "agreement")


def pile(language: str) -> list[list[str]]:
    """The print job cut at its separator sheets and covers: pages of each."""
    start = {"zh": "留存", "en": "Kept"}[language]
    number = {"zh": "协议编号", "en": "AgreementNo."}[language]
    parts: list[list[str]] = []
    for text in texts(two_and_three(language)[f"02_print-job_shangdang_{language}.pdf"]):
        if (start in text and "草稿" not in text and "draft" not in text) or number in text:
            parts.append([])
        parts[-1].append(text)
    return parts


@pytest.mark.parametrize(
    ("language", "mark"),
    [("zh", "第{number}份／共{total}份·共{pages}页"), ("en", "copy{number}of{total}·{pages}pages")],
)
def test_pile_holds_every_copy_with_its_number_on_every_page(language: str, mark: str) -> None:
    copies = [pages for pages in pile(language) if len(pages) > 2]
    assert len(copies) == 5 + 6
    for place, pages in enumerate(copies):
        number, total = (place + 1, 5) if place < 5 else (place - 4, 6)
        printed = [text for text in pages if text]
        wanted = mark.format(number=number, total=total, pages=len(printed) - 1)  # all but the cover
        assert [wanted in text for text in printed] == [True] * len(printed)


def test_pile_has_a_sheet_before_the_copies_of_each_keeper() -> None:
    shape = [len(pages) > 2 for pages in pile("zh")]
    assert shape == [
        *[False, True, True, False, True, True, False, True],  # two parties and the files
        *[False, True, True] * 3,
    ]


def test_every_part_of_the_pile_begins_on_the_front_of_a_sheet() -> None:
    parts = pile("zh")
    assert {len(pages) % 2 for pages in parts[:-1]} == {0}
    single = options(duplex=False)
    job = papers(meeting_with(TWO), single)[1]
    copy = papers(meeting_with(TWO), single)[2]
    assert job.pages == 3 + 5 * (copy.pages or 0)


def test_keeper_is_named_first_on_the_cover_of_its_copy() -> None:
    covers = [text for name, paper in two_and_three().items() if "份" in name for text in texts(paper)[:1]]
    first = [text.index("上党区人民政府") < text.index("武汉大学") for text in covers]
    assert first == [True, False, True, True, False, True]
    assert covers[5].index("丙方：教育局") < covers[5].index("甲方：上党区人民政府")


def test_final_set_prints_number_and_date_and_a_draft_does_not() -> None:
    for final, seen in ((False, False), (True, True)):
        made = papers(meeting_with(THREE), options(final=final))
        front = texts(made[2])[0]
        assert ("SD-1" in front, "2024年5月20日" in front) == (seen, seen)


def test_set_without_an_agreement_has_no_papers() -> None:
    assert papers(meeting_with(told("commissioner", 2, originals=1)), options()) == []


def test_same_input_gives_the_same_bytes() -> None:
    meeting = meeting_with(*signed_in("en", TWO))
    first, second = ([one.content for one in papers(meeting, options("en"))] for _ in "12")
    assert first
    assert first == second


@pytest.mark.long
def test_set_of_the_sample_meeting_is_whole() -> None:
    assert papers(sample_meetings()["demo-full"], options("en", made_at=TAKEN_AT, final=True)) == []
    made = papers(sample_meetings()["demo-full"], options(made_at=TAKEN_AT, final=True))
    assert len(made) == 36
    assert sum(paper.document == "agreement" for paper in made) == 33
    job = made[1]
    assert job.pages is not None
    assert job.pages > 300


def test_hostile_title_makes_a_harmless_file_and_whole_pages() -> None:
    title = "<b>协议</b> =1+1 {pages} \u202e../..\\\u200b"
    made = papers(meeting_with(replace(TWO, title=both(title, title))), options(final=True))
    names = [file_name(paper, "m") for paper in made]
    assert names[2] == "01-signing-set/print-shop-zh/01_-b-协议-b-=1+1-{pages}-_甲方正本_2份_A4双面.pdf"
    assert [len(name.split("/")) for name in names] == [2, 2, 3, 3, 3, 3]
    assert "<b>协议</b>=1+1" in texts(made[2])[0]


@pytest.mark.parametrize(
    ("made", "folder"),
    [
        (options(final=True), "01-signing-set"),
        (options(), "01-signing-set-draft"),
        (replace(options(final=True), duplex=False), "01-signing-set-single-sided"),
        (replace(options(), duplex=False, swap_labels=True), "01-signing-set-draft-single-sided-swapped"),
    ],
)
def test_sets_that_must_not_be_mixed_up_lie_in_folders_of_their_own(made: ExportOptions, folder: str) -> None:
    (first, *_others) = papers(meeting_with(TWO), made)
    assert first.file == f"{folder}/01_signing-order_shangdang_zh.pdf"


def test_a_set_without_copies_says_whether_they_are_signed_in_the_other_language() -> None:
    meeting = meeting_with(TWO)
    elsewhere = build(meeting, options("en")).notices
    assert nothing_to_sign(meeting, elsewhere).code == "signed_in_other_language"
    assert nothing_to_sign(meeting, ()).code == "no_material"
    wrong = build(meeting_with(told("commissioner", 2, originals=1)), options()).notices
    assert nothing_to_sign(meeting, wrong).code == "no_material"
