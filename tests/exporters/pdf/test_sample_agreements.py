"""Agreements measured on paper: those of the sample meetings and twenty nobody wrote; three hundred in the long run."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest

import resources
from exporters import registry
from exporters.blocks import Document
from exporters.options import ExportOptions
from exporters.paper import Written
from exporters.pdf.writer import write
from tests.exporters.generated import agreement
from tests.exporters.pdf.measuring import CELL, bare, faults, measured, on_grid, source_lines, texts
from tests.exporters.pdf.reading import MADE_AT, characters, drawn_text, fonts, lines, made, pages, paragraph
from tests.sample_meetings import sample_meetings

MEETINGS = ("shangdang-whu", "liandu-lsu", "demo-full")
MOST_SPREAD = 0.16  # of the em, between two characters of a full line
SHORT = 3  # clauses: some three pages
Papers = dict[tuple[str, str], list[tuple[Document, Written]]]


def finished(document: Document) -> Written:
    return write(document, ExportOptions(document.language, MADE_AT, final=True))


@pytest.fixture(scope="module")
def papers() -> Papers:
    made: Papers = {}
    for key in MEETINGS:
        for language in registry.LANGUAGES:
            options = ExportOptions(language, MADE_AT, final=True)
            documents = registry.find("agreement").assemble(sample_meetings()[key], options)
            chosen = documents if key != "demo-full" else documents[:4]
            made[key, language] = [(document, finished(document)) for document in chosen]
    return made


def all_of(papers: Papers, language: str) -> list[tuple[Document, Written]]:
    return [one for key in MEETINGS for one in papers[key, language]]


def test_there_are_agreements_in_both_languages(papers: Papers):
    assert [len(all_of(papers, language)) for language in registry.LANGUAGES] == [8, 8]


def test_nothing_is_wrong_with_the_sample_agreements(papers: Papers):
    found = {document.key: faults(measured(document, written)) for document, written in all_of(papers, "zh")}
    assert {key: count for key, count in found.items() if count} == {}


def test_no_line_of_the_sample_agreements_is_visibly_spread(papers: Papers):
    for document, written in all_of(papers, "zh"):
        neighbors = (pair for page in pages(written) for pair in pairwise(characters(page)))
        steps = [
            after["matrix"][4] - before["matrix"][4]
            for before, after in neighbors
            if _is_running(before) and _is_running(after) and after["matrix"][5] == before["matrix"][5]
        ]
        assert max(step for step in steps if step < 2 * CELL) <= CELL + MOST_SPREAD * 16, document.key


def _is_running(one: dict[str, Any]) -> bool:
    return round(one["size"]) == 16 and "\u4e00" <= one["text"] <= "\u9fff"


@pytest.mark.parametrize("language", registry.LANGUAGES)
def test_every_paragraph_stands_on_paper_word_for_word(papers: Papers, language: str):
    for document, written in all_of(papers, language):
        printed = bare(drawn_text(written))
        assert [text for text in source_lines(document) if text not in printed] == [], document.key


def test_no_english_word_is_broken(papers: Papers):
    for document, written in all_of(papers, "en"):
        words = set(re.findall("[A-Za-z]+", " ".join(texts(document.blocks))))
        printed = {word for page in pages(written) for line in lines(page) for word in re.findall("[A-Za-z]+", line)}
        assert len(words) > 200
        assert {word for word in words if len(word) > 3} <= printed, document.key


def test_every_font_is_embedded_once(papers: Papers):
    for _document, written in [*all_of(papers, "zh"), *all_of(papers, "en")]:
        found = fonts(written)
        assert set(found.values()) == {True}
        assert len({name.split("+")[1] for name in found}) == len(found)


@pytest.mark.parametrize("number", range(20))
def test_nothing_is_wrong_with_agreements_nobody_wrote(number: int):
    document = agreement(number, SHORT, parties=2 + number % 4)
    assert faults(measured(document, finished(document))) == Counter()


def test_full_pages_hold_22_lines():
    document = agreement(3)
    paper = measured(document, finished(document))
    assert len(paper.pages) >= 16
    assert Counter(len(on_grid(page)) for page in paper.pages[1:-2]).most_common(1)[0][0] == 22


@pytest.mark.parametrize("start", range(0, 8000, 2000))
def test_standard_characters_print_and_read_back(start: int):
    table = resources_table()[start : start + 2105]
    assert drawn_text(made(paragraph(table))) == table


def test_rare_characters_of_names_print_and_read_back():
    rare = "㛃㮾䶮𬭎𫖯𬀩𫍽镕喆堃犇昇玥赟頔祎翀龑𫰠"
    assert drawn_text(made(paragraph(rare))) == rare


def resources_table() -> str:
    """The 8,105 characters of the General Standard Table, in its order."""
    text = resources.path("tables/general_standard_characters.txt").read_text(encoding="utf-8")
    return "".join(one for one in text if one >= "\u3400")


@pytest.mark.long
@pytest.mark.parametrize("number", range(20, 320))
def test_nothing_is_wrong_with_300_more(number: int):
    document = agreement(number, parties=2 + number % 5)
    assert faults(measured(document, finished(document))) == Counter()
