"""One text, two formats: the Word paper says what its blocks and the PDF say, to the character."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from typing import Any

import docx
import pytest

from exporters import registry
from exporters.blocks import Document, DraftNote, Section, SignatureArea, Span, SpanKind
from exporters.docx.writer import write
from exporters.options import ExportOptions
from exporters.pdf import writer as pdf_writer
from tests.exporters.docx.reading import printed
from tests.exporters.pdf.reading import drawn_text
from tests.sample_meetings import TAKEN_AT, sample_meetings

NOT_PRINTED = {"key", "name", "alone", "value"}  # fields of blocks that are no words
AFTER = {"title", "caption", "mark"}  # words that stand before the others, though their field comes last


def options(language: str) -> ExportOptions:
    return ExportOptions(language, TAKEN_AT, final=True)


def without_gaps(text: str) -> str:
    """The words alone: rules to write on, spaces and the number of pages differ between programs."""
    return re.sub(r"(?<=共)\d+(?=页)|(?<=has)\d+(?=pages)", "", re.sub(r"[\s_]", "", text))


def in_word(document: Document) -> str:
    content = write(document, options(document.language)).content
    return without_gaps("".join(printed(docx.Document(BytesIO(content)))))


def in_pdf(document: Document) -> str:
    return without_gaps(drawn_text(pdf_writer.write(document, options(document.language))))


def words(part: Any) -> str:
    """All words of a block in order."""
    if isinstance(part, str):
        return part
    if isinstance(part, tuple):
        return "".join(map(words, part))
    if isinstance(part, Span):
        return "" if part.kind is SpanKind.BLANK else part.text
    return "".join(words(getattr(part, name)) for name in _fields(part)) if is_dataclass(part) else ""


def _fields(part: Any) -> list[str]:
    names = [field.name for field in fields(part) if field.name not in NOT_PRINTED | {"align", "kind"}]
    return sorted(names, key=lambda name: name not in AFTER)


def plain(document: Document) -> Document:
    """The paper without what only a draft says, and without what is laid out in columns."""
    sections = (replace(one, name="") for one in document.blocks if isinstance(one, Section))
    others = [one for one in document.blocks if not isinstance(one, Section | SignatureArea | DraftNote)]
    return replace(document, blocks=(*others, *sections))


def without_page_note(document: Document) -> Document:
    """The paper without the line that stands only where the places to sign begin a page: programs break pages."""
    blocks = (replace(one, alone="") if isinstance(one, SignatureArea) else one for one in document.blocks)
    return replace(document, blocks=tuple(blocks))


def papers(meeting: str, kind: str, language: str) -> tuple[Document, ...]:
    return registry.find(kind).assemble(sample_meetings()[meeting], options(language))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_agreements_say_what_their_blocks_say(language: str) -> None:
    for document in map(plain, papers("demo-full", "agreement", language)):
        told = words(document.blocks)
        assert re.sub("[：: ]", "", in_word(document)) == re.sub("[：: ]", "", without_gaps(told))


@pytest.mark.parametrize(
    ("kind", "language"), [("agreement", "zh"), ("agreement", "en"), ("agenda", "zh"), ("agenda", "en")]
)
def test_word_and_pdf_say_the_same(kind: str, language: str) -> None:
    document = without_page_note(papers("shangdang-whu", kind, language)[0])
    assert in_word(document) == in_pdf(document)
