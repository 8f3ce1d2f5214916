"""The agreements of the sample meetings, measured on paper: every word there, no line torn, every font inside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from exporters import registry
from exporters.blocks import Clause, Document, Paragraph, Section, Span, SpanKind
from exporters.options import ExportOptions
from exporters.paper import Written
from exporters.pdf.writer import write
from models.samples import load_samples
from models.snapshots.shapes import MeetingSnapshot
from models.snapshots.take import take_meeting
from models.store.queries import find_meeting
from models.store.workspace import open_workspace
from tests.exporters.pdf.reading import MADE_AT, drawn_text, fonts, lines, pages

MEETINGS = ("shangdang-whu", "liandu-lsu")
Papers = dict[tuple[str, str, str], tuple[Document, Written]]


@pytest.fixture(scope="module")
def snapshots(tmp_path_factory: pytest.TempPathFactory) -> list[MeetingSnapshot]:
    folder: Path = tmp_path_factory.mktemp("samples")
    with open_workspace(folder / "samples.signing") as workspace:
        load_samples(workspace)
        with workspace.read() as session:
            return [take_meeting(session, find_meeting(session, key), taken_at=MADE_AT) for key in MEETINGS]


@pytest.fixture(scope="module")
def papers(snapshots: list[MeetingSnapshot]) -> Papers:
    made: Papers = {}
    for snapshot in snapshots:
        for language in registry.LANGUAGES:
            options = ExportOptions(language, MADE_AT, final=True)
            for document in registry.find("agreement").assemble(snapshot, options):
                made[snapshot.meeting.key, document.key, language] = (document, write(document, options))
    return made


def running_text(blocks: Any) -> Iterator[str]:
    """Everything that is running text: paragraphs and clauses, with their numbers and headings."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield "".join(span.text for span in block.spans if is_printed(span))
        elif isinstance(block, Clause):
            yield block.number + block.heading
            yield from running_text((*block.paragraphs, *block.children))
        elif isinstance(block, Section):
            yield from running_text(block.blocks)


def is_printed(span: Span) -> bool:
    return span.kind is not SpanKind.BLANK


def bare(text: str) -> str:
    return "".join(text.split())


def test_there_are_agreements_in_both_languages(papers: Papers):
    assert Counter(language for _meeting, _key, language in papers) == {"zh": 4, "en": 4}


def test_every_paragraph_stands_on_paper_word_for_word(papers: Papers):
    for document, written in papers.values():
        printed = bare(drawn_text(written))
        assert [text for text in running_text(document.blocks) if bare(text) not in printed] == [], document.key


def test_no_line_starts_or_ends_with_a_forbidden_mark(papers: Papers):
    texts = [line for _document, written in papers.values() for page in pages(written) for line in lines(page)]
    assert len(texts) > 500
    assert [line for line in texts if re.match("[，。、；：？！）》」』】〕”’…·％]", line)] == []
    assert [line for line in texts if re.search("[（《「『【〔“‘]$", line.rstrip())] == []


def test_no_date_amount_or_word_is_broken(papers: Papers):
    broken = re.compile(
        r"\d\n\d|\d\n[年月日元万号]|[A-Za-z]\n[A-Za-z]|〔\d*\n|第[一二三四五六七八九十]*\n[一二三四五六七八九十]*条"
    )
    for (_meeting, key, language), (_document, written) in papers.items():
        for page in pages(written):
            body = "\n".join(line for line in lines(page) if len(line) > 20)
            found = broken.findall(body) if language == "zh" else []
            assert found == [], key


def test_every_font_is_embedded_once(papers: Papers):
    for _document, written in papers.values():
        found = fonts(written)
        assert set(found.values()) == {True}
        assert len({name.split("+")[1] for name in found}) == len(found)


def test_the_place_to_sign_follows_text(papers: Papers):
    for (_meeting, key, language), (_document, written) in papers.items():
        mark = "（以下无正文）" if language == "zh" else "(No text below"
        places = [number for page in pages(written) for number, line in enumerate(lines(page)) if line.startswith(mark)]
        assert (len(places), places[0] >= 2) == (1, True), key
