"""Text that breaks lesser programs, in every field of a meeting: each paper says it, in every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from typing import TypeVar

import docx
import pytest
from openpyxl import load_workbook

from exporters import registry
from exporters.export import export_papers, pack_papers
from exporters.paper import Written
from models.errors import KnownError
from models.snapshots.shapes import Bilingual, MeetingSnapshot, PersonName
from tests.exporters.pdf.reading import copied, drawn_text
from tests.sample_meetings import sample_meetings
from tests.sample_snapshots import EMPTY, meeting, options, snapshot

TYPED = '=1+1<b>{0}%s&"\x07\x1b\ud800𬭎㛃䶮'
PRINTED = '=1+1<b>{0}%s&"\ufffd𬭎㛃䶮'
# Agreements and what is made of them have their own tests; in their clauses braces mean something.
OF_AGREEMENTS = ("agreement", "comparison", "signature-pages", "register")
KINDS = tuple(kind.key for kind in registry.DOCUMENTS if kind.key not in OF_AGREEMENTS)
PAPERS = [(kind, form) for kind in KINDS for form in registry.find(kind).formats]
FROM_A_TITLE = ("invitation", "reply-slip", "fact-sheet")  # can be made of a meeting just entered
T = TypeVar("T")


def rewritten(part: T, write: Callable[[str], str]) -> T:
    """A copy of a snapshot in which every text in one or two languages is rewritten."""
    if isinstance(part, Bilingual | PersonName):
        return replace(part, zh=write(part.zh), en=write(part.en))
    if isinstance(part, tuple):
        return type(part)(rewritten(item, write) for item in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{one.name: rewritten(getattr(part, one.name), write) for one in fields(part)})
    return part


def office_texts(content: bytes, form: str) -> Iterator[str]:
    """Every text of a workbook or a Word file; a formula would be no text."""
    if form == "docx":
        document = docx.Document(BytesIO(content))
        yield from (paragraph.text for paragraph in document.paragraphs)
        yield from (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        return
    for sheet in load_workbook(BytesIO(content)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                yield str(cell.value or "")


def says(written: Written, words: str) -> bool:
    """Whether a reader copies these words; where it breaks their line, whether they are drawn (which takes longer)."""
    return words in "".join("".join(copied(written)).split()) or words in drawn_text(written)


def whole_meeting(key: str) -> MeetingSnapshot:
    """A sample meeting without its agreements, with a guest who can be called and has a room."""
    taken = sample_meetings()[key]
    first, *others = taken.attendees
    reachable = replace(first, room="801", person=replace(first.person, phone="13800001000"))
    return replace(taken, agreements=(), attendees=(reachable, *others))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("kind", "form"), PAPERS)
def test_typed_text_is_printed_as_it_is(kind: str, form: str, language: str) -> None:
    hostile = rewritten(whole_meeting("lanzhou-lzu"), lambda text: TYPED + text if text else "")
    [paper] = export_papers(hostile, kind, form, options(language))
    if form == "pdf":
        assert says(Written(paper.content), PRINTED)
    else:
        assert any(PRINTED in text for text in office_texts(paper.content, form))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        " ",
        "\t\n\r\u2028\u202e",
        "长" * 700,
        "x" * 700,
        *(pytest.param(letter * 2_000, marks=pytest.mark.long) for letter in "长x"),
    ],
)
def test_every_paper_is_made_whatever_its_texts_are(text: str) -> None:
    taken = whole_meeting("lanzhou-lzu")
    papers, _ = pack_papers(rewritten(taken, lambda known: text if known else ""), options())
    assert [(paper.document, paper.format) for paper in papers] == PAPERS


def nothing_but_a_title() -> MeetingSnapshot:
    """A meeting just entered: no days, no place."""
    return snapshot(meeting=meeting(starts_on=None, ends_on=None, venue=EMPTY, city=EMPTY))


@pytest.mark.parametrize("kind", KINDS)
def test_a_meeting_of_which_only_the_title_is_known_has_few_papers(kind: str) -> None:
    form = registry.find(kind).formats[0]
    if kind in FROM_A_TITLE:
        [paper] = export_papers(nothing_but_a_title(), kind, form, options())
        assert paper.document == kind
        return
    with pytest.raises(KnownError, match="no_material"):
        export_papers(nothing_but_a_title(), kind, form, options())


@pytest.mark.parametrize("key", ["demo-full", "hongdong-zju"])
def test_a_meeting_without_its_days_has_all_its_papers(key: str) -> None:
    taken = whole_meeting(key)
    undated = replace(taken, meeting=replace(taken.meeting, starts_on=None, ends_on=None))
    papers, _ = pack_papers(undated, options("en"))
    assert [(paper.document, paper.format) for paper in papers] == PAPERS
