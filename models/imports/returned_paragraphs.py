"""The paragraphs of a Word document with tracked changes: as they are now, and as they were before all of these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from xml.etree.ElementTree import Element

from models.errors import KnownError
from models.imports.docx_text import is_on, symbol, words_in
from models.imports.returned_levels import Levels
from models.imports.safe_xml import attribute, below, local
from models.rules.unseen_letters import without_unseen

MOST_PARAGRAPHS = 50_000
_FIELD = re.compile(r"desk:(\d{1,6})(?: |$)")
_NUMBER = "desk:number"
_START = re.compile(r"desk_t(\d{1,6})_\d{1,6}")
_PASSED_OVER = ("pPr", "rPr", "tblPr", "tcPr", "trPr", "delInstrText", "Fallback", "sdtPr", "rt")
_GONE, _NEW = ("del", "moveFrom"), ("ins", "moveTo")
_SHOWN = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DRAWN = ("drawing", "pict", "object")
_PICTURES = ("blip", "imagedata", "OLEObject")
_NOTES = ("footnoteReference", "endnoteReference")


class BesideKind(StrEnum):
    """What stands in a file beside the words of its paragraphs."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text_box"
    PICTURE = "picture"
    STRUCK = "struck"  # by hand, without tracking
    RUN_ON = "run_on"  # a text that goes on in the line of another
    MARGIN = "margin"  # header or footer


@dataclass(frozen=True, slots=True)
class Beside:
    """One of these. `words`: what it says; of a note first its number in the file."""

    kind: BesideKind
    words: str = ""


@dataclass(frozen=True, slots=True)
class Bit:
    """Some words. `now`: they stand as things are; `before`: they stood before the tracked changes; `field`: inside
    the fixed part of this number.
    """

    text: str
    field: int = 0
    now: bool = True
    before: bool = True


@dataclass(frozen=True, slots=True)
class TrackedBy:
    """Who changed something with tracking on; `at` as the file writes it."""

    author: str
    at: str


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it lies in the file. `text`: the number of the text it belongs to, 0 for none.

    `ended_now`, `ended_before`: whether its end stands in either view; else it goes on with the next one.
    """

    text: int = 0
    bits: list[Bit] = field(default_factory=list)
    ended_now: bool = True
    ended_before: bool = True
    level: int | None = None  # from 0, where Word counts it or it is a heading
    changes: list[TrackedBy] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    quotes: dict[str, str] = field(default_factory=dict)
    beside: list[Beside] = field(default_factory=list)

    def said(self, *, now: bool) -> tuple[Bit, ...]:
        """Its words in one of the views."""
        return tuple(bit for bit in self.bits if (bit.now if now else bit.before))


def paragraphs_of(name: str, body: Element, levels: Levels | None = None) -> tuple[Paragraph, ...]:
    """All paragraphs in order, those of tables and content controls, too; of one that holds several texts each by
    itself. KnownError: slip_unpacks_too_large.
    """
    reader = _Reader(name, levels or Levels())
    reader.walk(body, _State())
    return tuple(reader.found)


def in_view(paragraphs: Iterable[Paragraph], *, now: bool) -> tuple[Paragraph, ...]:
    """The paragraphs in one of the views, joined where an end does not stand; empty ones are left out."""
    found: list[Paragraph] = []
    held: Paragraph | None = None
    for paragraph in paragraphs:
        one = replace(paragraph, bits=list(paragraph.said(now=now)))
        if held is not None and held.bits:
            if held.text and one.text not in (0, held.text):
                found.append(held)
            else:
                one = _joined(held, one)
        held = None
        if one.ended_now if now else one.ended_before:
            found.append(one)
        else:
            held = one
    if held is not None:
        found.append(held)
    return tuple(one for one in found if any(bit.text.strip() or bit.field for bit in one.bits))


def _joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """The second goes on where the first does not end."""
    return replace(
        second,
        text=first.text or second.text,
        bits=[*first.bits, *second.bits],
        level=first.level,
        changes=[*first.changes, *second.changes],
        comments=[*first.comments, *second.comments],
        quotes={**first.quotes, **second.quotes},
        beside=[*first.beside, *second.beside],
    )


@dataclass(frozen=True, slots=True)
class _State:
    """What holds for everything inside an element."""

    field: int = 0
    now: bool = True
    before: bool = True
    by: TrackedBy | None = None
    struck: bool = False

    def inside(self, element: Element, *, gone: bool, new: bool) -> _State:
        by = TrackedBy(attribute(element, "author")[:100], attribute(element, "date")[:30])
        return replace(self, now=self.now and not gone, before=self.before and not new, by=by)


class _Reader:
    """Goes through the document once."""

    def __init__(self, name: str, levels: Levels) -> None:
        self._name, self._levels = name, levels
        self._now = Paragraph()
        self._striking = False  # the last words were struck, too
        self.found: list[Paragraph] = []
        self._open: dict[str, int] = {}  # bookmarks that have not ended: id → text
        self._commented: dict[str, None] = {}  # comments whose range has not ended
        self._fields: list[str] = []  # instructions of computed fields that have not ended

    def walk(self, element: Element, state: _State) -> None:
        """Everything that may hold paragraphs."""
        for part in element:
            kind = local(part)
            if kind == "p":
                self._paragraph(part, state)
            elif kind in ("tr", "tc"):
                self.walk(part, _row_state(part, state))
            elif kind == "bookmarkEnd":
                self._open.pop(attribute(part, "id"), None)
            elif kind == "bookmarkStart":
                self._begin(part)
            elif kind not in _PASSED_OVER:
                self.walk(part, _changed(part, kind, state))

    def _paragraph(self, element: Element, state: _State) -> None:
        if len(self.found) >= MOST_PARAGRAPHS:
            raise KnownError("slip_unpacks_too_large", name=self._name)
        about = next((part for part in element if local(part) == "pPr"), None)
        self._now, self._striking = Paragraph(text=next(iter(self._open.values()), 0)), False
        self._now.comments.extend(self._commented)
        self._now.level = self._levels.level(about) if about is not None else None
        self._inside(element, state)
        self._fields.clear()
        self._end(about, state)
        self.found.append(self._now)

    def _end(self, about: Element | None, state: _State) -> None:
        """Whether the paragraph ends where it seems to."""
        if about is not None:
            _read_end(self._now, about, state)
        if self._open and about is not None and any(local(part) == "sectPr" for part in about):
            self._now.ended_now = self._now.ended_before = False  # LibreOffice cuts a paragraph where a page ends
        if state.by is not None:
            self._now.ended_now, self._now.ended_before = state.now, state.before

    def _inside(self, element: Element, state: _State) -> None:
        for part in element:
            kind = local(part)
            if kind == "bookmarkStart":
                self._start(part)
            elif kind == "bookmarkEnd":
                self._open.pop(attribute(part, "id"), None)
            elif kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
                self._comment(part, kind)
            elif kind in ("t", "delText", "sym") or kind in _SHOWN:
                self._say(_letters(part, kind), state)
            elif kind in ("fldChar", "instrText"):
                self._compute(part, kind)
            elif kind in _DRAWN or kind in _NOTES:
                self._note_beside(part, kind, state)
            elif kind not in _PASSED_OVER and not _is_counted(part, kind):
                self._inside(part, _changed(part, kind, state))

    def _start(self, part: Element) -> None:
        """A text begins; where another one stands in the same line before it, that one ends here."""
        text = self._begin(part)
        if text and self._now.text not in (0, text) and any(bit.text.strip() for bit in self._now.bits):
            self.found.append(self._now)
            self._now = Paragraph(comments=list(self._commented), beside=[Beside(BesideKind.RUN_ON)])
        self._now.text = text or self._now.text

    def _begin(self, part: Element) -> int:
        """The text that a bookmark marks; the first of a paragraph counts."""
        found = _START.fullmatch(attribute(part, "name"))
        if found is None:
            return 0
        self._open[attribute(part, "id")] = int(found[1])
        return int(found[1])

    def _compute(self, part: Element, kind: str) -> None:
        """Fields within fields: what the innermost says counts until it ends."""
        if kind == "instrText":
            self._fields[-1:] = [self._fields[-1] + (part.text or "")] if self._fields else []
        elif attribute(part, "fldCharType") == "begin":
            self._fields.append("")
        elif attribute(part, "fldCharType") == "end" and self._fields:
            self._fields.pop()

    def _say(self, words: str, state: _State) -> None:
        if any(map(_counts, self._fields)):
            return
        paragraph = self._now
        self._strike(words, state)
        paragraph.bits.append(Bit(words, state.field, state.now, state.before))
        if state.by is not None and state.by not in paragraph.changes:
            paragraph.changes.append(state.by)
        for comment in self._commented:
            paragraph.quotes[comment] = paragraph.quotes.get(comment, "") + words

    def _strike(self, words: str, state: _State) -> None:
        """Words struck out by hand stand there still; a reader is to know of them."""
        if state.struck and state.now and words.strip():
            beside = self._now.beside
            before = beside.pop().words if self._striking and beside else ""
            beside.append(Beside(BesideKind.STRUCK, before + words))
        self._striking = state.struck and state.now

    def _note_beside(self, part: Element, kind: str, state: _State) -> None:
        """Boxes, pictures and notes, as long as they were not deleted."""
        if not state.now:
            return
        if kind in _NOTES:
            note = BesideKind.FOOTNOTE if kind.startswith("foot") else BesideKind.ENDNOTE
            self._now.beside.append(Beside(note, attribute(part, "id")))
            return
        boxes = [words_in(box).text.strip() for box in below(part, "txbxContent")]
        self._now.beside.extend(Beside(BesideKind.TEXT_BOX, words) for words in dict.fromkeys(boxes) if words)
        if not any(boxes) and any(True for _one in below(part, *_PICTURES)):
            self._now.beside.append(Beside(BesideKind.PICTURE))

    def _comment(self, part: Element, kind: str) -> None:
        paragraph, number = self._now, attribute(part, "id")
        if kind == "commentRangeEnd":
            self._commented.pop(number, None)
            return
        if kind == "commentRangeStart":
            self._commented[number] = None
        if number not in paragraph.comments:
            paragraph.comments.append(number)


def _read_end(paragraph: Paragraph, about: Element, state: _State) -> None:
    """Whether the end of the paragraph was inserted or deleted."""
    for look in (part for part in about if local(part) == "rPr"):
        for mark in look:
            if local(mark) in _GONE + _NEW and is_on(look, local(mark)):
                by = state.inside(mark, gone=local(mark) in _GONE, new=local(mark) in _NEW)
                paragraph.ended_now = paragraph.ended_now and by.now
                paragraph.ended_before = paragraph.ended_before and by.before
                if by.by is not None:
                    paragraph.changes.append(by.by)


def _letters(part: Element, kind: str) -> str:
    """What an element of a run shows."""
    if kind == "sym":
        return symbol(attribute(part, "font"), attribute(part, "char"))
    return without_unseen(part.text or "") if kind in ("t", "delText") else _SHOWN[kind]


def _changed(part: Element, kind: str, state: _State) -> _State:
    """What holds inside a tracked change or a control."""
    if kind in _GONE or kind in _NEW:
        return state.inside(part, gone=kind in _GONE, new=kind in _NEW)
    if kind == "sdt" and (found := _FIELD.match(_tag(part))):
        return replace(state, field=int(found[1]))
    if kind == "r" and (look := next((one for one in part if local(one) == "rPr"), None)) is not None:
        return replace(state, struck=is_on(look, "strike", "dstrike"))
    return state


def _row_state(part: Element, state: _State) -> _State:
    """Rows and cells may be inserted or deleted as a whole."""
    marks: Mapping[str, Element] = {
        local(mark): mark for about in part if local(about) in ("trPr", "tcPr") for mark in about
    }
    for kind, mark in marks.items():
        if kind in ("del", "cellDel", "ins", "cellIns"):
            return state.inside(mark, gone=kind in ("del", "cellDel"), new=kind in ("ins", "cellIns"))
    return state


def _is_counted(part: Element, kind: str) -> bool:
    """Whether an element holds a number of a clause or of a page."""
    return (kind == "sdt" and _tag(part) == _NUMBER) or (kind == "fldSimple" and _counts(attribute(part, "instr")))


def _counts(instruction: str) -> bool:
    """Whether a field shows a number of pages, which each program counts for itself."""
    return instruction.split(None, 1)[:1] in (["PAGE"], ["PAGEREF"], ["NUMPAGES"])


def _tag(control: Element) -> str:
    for about in control:
        if local(about) == "sdtPr":
            return next((attribute(part, "val") for part in about if local(part) == "tag"), "")
    return ""


def every_quote(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, int, str]]:
    """Comment, the text it is about (0 for none), and the words it is put on."""
    for paragraph in paragraphs:
        for comment in paragraph.comments:
            yield comment, paragraph.text, paragraph.quotes.get(comment, "")
