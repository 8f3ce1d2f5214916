"""Every code has its words, and the phrasebook says what it lacks."""

from __future__ import annotations

import inspect
from datetime import date
from enum import StrEnum

import pytest

from exporters.blocks import DraftNote
from exporters.documents import words
from exporters.documents.phrasebook import BORROWED_SHOWN, Phrasebook
from exporters.documents.words import WORDS, word
from models import codes
from models.snapshots.shapes import PersonName
from tests.sample_snapshots import both

SILENT = (codes.Level.NONE, codes.Reply.UNKNOWN, codes.Confidentiality.NORMAL, codes.AgreementMark.NONE)
ENUMS = [
    cls for _, cls in inspect.getmembers(codes, inspect.isclass) if issubclass(cls, StrEnum) and cls is not StrEnum
]


@pytest.mark.parametrize("enum", ENUMS)
def test_every_code_has_words_in_both_languages(enum: type[StrEnum]) -> None:
    silent = [code for code in enum if not word(code, "zh") or not word(code, "en")]
    assert [code for code in silent if type(code) not in {type(one) for one in SILENT} or code not in SILENT] == []
    assert list(WORDS[enum]) == list(enum)


def test_words_follow_the_language() -> None:
    assert (word(codes.FactKind.NEXT_STEP, "zh"), word(codes.FactKind.NEXT_STEP, "en")) == ("下一步工作", "Next steps")
    assert words.N_("Next steps") == "Next steps"


def test_long_list_of_borrowed_texts_is_cut() -> None:
    book = Phrasebook("en")
    for number in range(BORROWED_SHOWN + 3):
        book.text(both(f"第{number}条"))
    [note] = book.draft_notes()
    assert note.text.endswith("; 第19条; and 3 more")


def test_nothing_borrowed_needs_no_note() -> None:
    book = Phrasebook("en")
    assert (book.text(both("甲", "A")), book.text(both()), book.name(PersonName("", "Jia Jing"))) == (
        "A",
        "",
        "Jia Jing",
    )
    assert book.draft_notes() == ()


def test_chinese_paper_borrows_english_visibly() -> None:
    book = Phrasebook("zh")
    assert book.text(both("", "Memorial Hall")) == "Memorial Hall"
    assert book.draft_notes() == (DraftNote("以下内容尚无中文，暂印英文：Memorial Hall"),)


@pytest.mark.parametrize(("language", "words_"), [("zh", "1分钟"), ("en", "1 minute")])
def test_counts_follow_the_number(language: str, words_: str) -> None:
    assert Phrasebook(language).minutes(1) == words_


def test_large_numbers_are_grouped_in_english_only() -> None:
    assert [Phrasebook(language).n_("{count} minute", "{count} minutes", 20000) for language in ("zh", "en")] == [
        "20000分钟",
        "20,000 minutes",
    ]


def test_dates_with_weekday() -> None:
    day = date(2024, 5, 20)
    assert Phrasebook("zh").date_with_weekday(day) == "2024年5月20日（星期一）"
    assert Phrasebook("en").date_with_weekday(day) == "Monday, 20 May 2024"


@pytest.mark.parametrize(
    ("language", "parts", "line"),
    [
        ("zh", ("未确认。", "", "另见名单", "完"), "未确认。另见名单；完"),
        ("en", ("Not known.", "See list", "End."), "Not known. See list; End."),
        ("en", (), ""),
    ],
)
def test_sentences_are_set_apart_once(language: str, parts: tuple[str, ...], line: str) -> None:
    assert Phrasebook(language).sentences(parts) == line
