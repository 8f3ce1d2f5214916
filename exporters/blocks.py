"""The neutral middle form: what a paper says, before any format.

`documents/` builds these from a snapshot; the writers of `pdf/`, `xlsx/` and `docx/` draw them. All are frozen and made
of plain values, so they can be hashed, stored as JSON and sent to another process. Text is the user's own: writers
escape it, nobody before them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Literal

Align = Literal["left", "center", "right", "justify"]


class SpanKind(StrEnum):
    """How a run of text looks and behaves."""

    TEXT = "text"
    STRONG = "strong"  # 黑体 / bold
    EMPHASIS = "emphasis"  # 楷体 / italic
    NAME = "name"  # a person's or unit's name: kept on one line where it fits
    BLANK = "blank"  # to be filled in by hand: a ruled line; `text` says which fact is missing
    ON_FINAL = "on_final"  # a number or date that a draft leaves blank
    INSERTED = "inserted"  # in a comparison: underlined
    DELETED = "deleted"  # in a comparison: struck through


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one kind. For BLANK, `width` is the length of the ruled line in characters."""

    text: str
    kind: SpanKind = SpanKind.TEXT
    width: int = 0


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the paper, centered; `lines` are kept apart (party names above the kind of agreement).

    `subtitle_language`: that of the subtitle, where it is not the paper's.
    """

    lines: tuple[str, ...]
    subtitle: str = ""
    subtitle_language: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (一、), 2 （一）, 3 (1.) or 4 （1）; `number` is already written out."""

    text: str
    level: int = 1
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `indent` is the first line's, in characters."""

    spans: Spans
    align: Align = "justify"
    indent: int = 2
    small: bool = False
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause: “第一条” / “Article 1”, its heading, its paragraphs and sub-clauses."""

    number: str
    heading: str
    paragraphs: tuple[Paragraph, ...] = ()
    children: tuple[Clause, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A label and what stands behind it (“统一社会信用代码：…”). An empty label continues the field above."""

    label: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class FieldList:
    """Labelled lines: the parties block, the head of an agenda.

    `form`: in Excel each has a cell of its own, open to be filled in where it says nothing yet.
    """

    fields: tuple[Field, ...]
    title: str = ""
    form: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A table column. `width` is in characters of the body size (a Han character is 1, a Latin one about half).

    `choices` are offered in the cells of a form, where something else may be written all the same.
    """

    key: str
    heading: str
    width: float
    align: Align = "left"
    choices: tuple[str, ...] = ()


CellValue = str | int | Decimal | date | time | datetime | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: `text` is what is printed; `value` is the typed value for Excel where it is no plain text."""

    text: str
    value: CellValue = None
    strong: bool = False
    name: bool = False  # a person's or unit's name: kept on one line where it fits


RowKind = Literal["body", "group", "total", "blank"]


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. A "group" row has one cell that spans the table; a "blank" row is to be written in by hand."""

    cells: tuple[Cell, ...]
    kind: RowKind = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its header repeats on every page. `row_height` is the least height in millimeters (0: as needed).

    `whole`: on one page, where it fits one. `form`: sent out to be filled in; in Excel its "blank" rows are open, and
    all else is protected.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    row_height: float = 0.0
    small: bool = False
    whole: bool = False
    form: bool = False


@dataclass(frozen=True, slots=True)
class SignatureParty:
    """One party's place to sign: label (甲方（盖章）), full name, and the labels of the lines to fill by hand."""

    label: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignatureArea:
    """Where the parties sign and seal: two side by side, more in rows. `note` is the “（以下无正文）” line.

    `alone` takes the place of `note` where the area begins a page (“（本页无正文，为《…》签署页）”). `count` is the
    last line, in which {pages} is filled in as in `Document.corner`. `english`: the same places in English, party by
    party, where a paper is signed in both languages; each language then has lines of its own.
    """

    parties: tuple[SignatureParty, ...]
    witnesses: tuple[SignatureParty, ...] = ()
    note: str = ""
    alone: str = ""
    count: str = ""
    english: SignatureArea | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """The front of an agreement, alone on a page that has no number: page 1 is the one after it.

    `number` stands in the upper right, the `lines` of the title in the upper third, then the parties in order, and at
    the foot place and date of signing. Number and date are ON_FINAL or BLANK spans. `blank_back`: nothing is printed
    on its back, so that page 1 is the front of a sheet. `mark` stands in the upper left (副本). `english`: the same in
    English, field by field, where the paper is in both languages; a field that is filled in once has its label there
    and no spans.
    """

    number: Field
    lines: tuple[str, ...]
    parties: tuple[Field, ...]
    signing: tuple[Field, ...] = ()
    blank_back: bool = False
    mark: str = ""
    english: Cover | None = None


@dataclass(frozen=True, slots=True)
class ParallelRow:
    """What one language says and what the other says of the same."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """A text in two languages side by side. Both halves of a row start at the same height; long rows run over pages."""

    rows: tuple[ParallelRow, ...]
    languages: tuple[str, str] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: names of sections, behind each the page it begins on, which the writer knows."""

    title: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A card with a name as large as it fits: words over and under it, smaller, one a line.

    `second` is the name in another language, `head` stands above everything (the meeting), `band` on a dark strip at
    the foot (嘉宾), `corner` in small gray.
    """

    name: str
    second: str = ""
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    head: str = ""
    band: str = ""
    corner: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards of one size in millimeters, to be cut out: the piles of a cut, put on one another, are in order.

    `faces`: 2 with the name on the far side too, turned by half a circle beyond the fold. `base`: the height of a
    panel below, on which a card of three panels stands; `flap`: of a strip to be glued, on which `note` stands.
    `far_blank`: nothing stands on the far face.
    """

    cards: tuple[Card, ...]
    width: float
    height: float
    faces: int = 1
    base: float = 0.0
    flap: float = 0.0
    note: str = ""
    far_blank: bool = False


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A line that only a draft carries (“示范文本，签署前须经合法性审查”). Outside the content hash."""

    text: str


@dataclass(frozen=True, slots=True)
class Spacer:
    """Empty lines."""

    lines: float = 1.0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of its own: a new page in PDF and Word, a sheet in Excel (named by `name`).

    `language`: its own, in a paper that says all of it in one language and then in the other.
    """

    name: str
    blocks: tuple[Block, ...]
    landscape: bool | None = None  # None: as the document
    language: str = ""  # empty: as the document


Block = (
    Cover
    | Title
    | Heading
    | Paragraph
    | Clause
    | FieldList
    | Table
    | SignatureArea
    | Parallel
    | Contents
    | Cards
    | DraftNote
    | Spacer
    | PageBreak
    | Section
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `style` chooses the style set; `title` and `subject` go into the file's properties."""

    kind: str  # key in registry.py
    title: str
    language: str
    blocks: tuple[Block, ...]
    style: Literal["official", "agreement", "sheet"] = "official"
    landscape: bool = False
    subject: str = ""
    footer: str = ""  # small line at the foot of each page, besides the page number
    key: str = ""  # what tells papers of one kind apart: agreement key; empty otherwise
    keywords: tuple[str, ...] = field(default=())
    corner: str = ""  # small gray mark beside the page number; {pages} is filled in. Outside the content hash
    numbered: bool = True  # False: pages without numbers, such as separator sheets
    mark: str = ""  # what a draft goes round as ("for_review"): instead of the usual word across its pages


def text_spans(text: str) -> Spans:
    """Plain text as spans; nothing for an empty text."""
    return (Span(text),) if text else ()
