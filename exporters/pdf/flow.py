"""From blocks to boxes: what each kind of block looks like in a style set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from exporters.blocks import (
    Block,
    Cards,
    Clause,
    Contents,
    Cover,
    DraftNote,
    FieldList,
    Heading,
    PageBreak,
    Paragraph,
    Parallel,
    SignatureArea,
    Spacer,
    Span,
    SpanKind,
    Spans,
    Table,
    Title,
)
from exporters.pdf.boxes import Bookmark, Box, line_box, page_break, space, to_grid
from exporters.pdf.cards import card_boxes
from exporters.pdf.contents import contents_boxes
from exporters.pdf.cover import cover_boxes
from exporters.pdf.fields import field_lines, hanging, with_colon
from exporters.pdf.parallel import parallel_boxes
from exporters.pdf.signatures import signature_boxes
from exporters.pdf.tables import table_boxes
from exporters.typeset.breaking import Line
from exporters.typeset.paragraphs import Setting, set_lines
from exporters.typeset.safe_text import clean_line
from exporters.typeset.styles import PageStyle, StyleSet, TextStyle
from exporters.typeset.titles import balanced_lines

_SHORT_LIST = 5  # lines of labels: a party of an agreement; a longer list is divided
_KEPT_LINES = 2  # after a heading, and before the place to sign
_WITH_NUMBER = 2  # characters that stand with the number of a clause or heading
_NOTE_GRAY = 0.4


class Flow:
    """The boxes of one part of a paper, collected block by block."""

    def __init__(self, style: StyleSet, shape: PageStyle, *, final: bool) -> None:
        self.style, self.final = style, final
        self.shape = shape
        self.width, self.height = shape.text_width, shape.text_height
        self.boxes: list[Box] = []

    def add_all(self, blocks: Sequence[Block]) -> None:
        """Add blocks in order."""
        for block in blocks:
            _ADD[type(block)](self, block)

    def _setting(self, style: TextStyle) -> Setting:
        return Setting(style, self.style.language, self.final)

    def _gap(self, height: float) -> None:
        if height > 0:
            self.boxes.append(space(height))

    def _put(self, lines: Sequence[Line], style: TextStyle, *, keep: int = 0, gray: float = 0.0) -> None:
        """Add lines; the last of them is kept with `keep` boxes after it, the others with all of these."""
        last = len(lines) - 1
        for number, line in enumerate(lines):
            after = keep + last - number if keep else 0
            self.boxes.append(line_box(line, style, keep=after, gray=gray))

    def _mark(self, first: int, bookmark: Bookmark) -> None:
        """Let the box added as number `first` carry an outline entry."""
        if bookmark.title and first < len(self.boxes):
            box = self.boxes[first]
            self.boxes[first] = replace(box, bookmarks=(*box.bookmarks, bookmark))

    def title(self, block: Title) -> None:
        """Centered lines, balanced; on the grid the whole takes whole lines."""
        start = len(self.boxes)
        spans = (Span("\n".join(block.lines)),)
        self._put(balanced_lines(spans, self._setting(self.style.title), self.width), self.style.title, keep=1)
        if block.subtitle:
            style = self.style.subtitle
            setting = replace(self._setting(style), language=block.subtitle_language or self.style.language)
            self._put(balanced_lines((Span(block.subtitle),), setting, self.width), style, keep=1)
        taken = sum(box.height for box in self.boxes[start:])
        line = self.style.body.leading
        rest = -taken % line if self.style.on_grid else 0.0
        self._gap(rest + line * self.style.after_title)

    def heading(self, block: Heading) -> None:
        """A numbered heading, kept with the two lines after it."""
        self._numbered(block.number, block.text, min(max(block.level, 1), 4))

    def _numbered(self, number: str, text: str, level: int) -> None:
        self._gap(self.style.before)
        style = self.style.headings[level - 1]
        start = len(self.boxes)
        indent = 2 * style.cell if self.style.indented else 0.0
        joined = _joined(number, text)
        together = len(joined) - len(text) + _WITH_NUMBER if number and text else 0
        lines = set_lines((Span(joined),), self._setting(style), self.width, indent=indent, together=together)
        self._put(lines, style, keep=_KEPT_LINES)
        self.boxes[start:] = [replace(box, lead=len(lines) - number) for number, box in enumerate(self.boxes[start:])]
        self._mark(start, Bookmark(clean_line(joined), level - 1))

    def paragraph(self, block: Paragraph, together: int = 0) -> None:
        """Running text, of which so many first characters stay together."""
        style = self.style.small if block.small else self.style.body
        indent = block.indent * style.cell if self.style.indented and block.align in ("left", "justify") else 0.0
        setting = self._setting(style)
        lines = set_lines(block.spans, setting, self.width, align=block.align, indent=indent, together=together)
        self._put(lines, style, keep=1 if block.keep_with_next else 0)
        if block.small or not self.style.on_grid:
            self._lock()

    def clause(self, block: Clause, depth: int = 1) -> None:
        """A clause: its heading on a line of its own, or its number before the first words; then what it says."""
        paragraphs = list(block.paragraphs)
        if block.heading or not paragraphs:
            self._numbered(block.number, block.heading, min(depth, 4))
        else:
            start = len(self.boxes)
            first = paragraphs.pop(0)
            number = self._run_in(block.number, depth)
            together = sum(len(span.text) for span in number) + _WITH_NUMBER if number else 0
            self.paragraph(replace(first, spans=(*number, *first.spans)), together)
            self._mark(start, Bookmark(block.number if depth == 1 else "", 0))
        for paragraph in paragraphs:
            self.paragraph(paragraph)
        for child in block.children:
            self.clause(child, depth + 1)

    def _run_in(self, number: str, depth: int) -> Spans:
        if not number:
            return ()
        closed = number[-1] in "、）.．)" and self.style.language == "zh"
        between = "" if closed else _between(number)
        return (Span(number + between, SpanKind.STRONG if depth == 1 else SpanKind.TEXT),)

    def field_list(self, block: FieldList) -> None:
        """Labels with what stands behind them, wrapped lines hanging under the text."""
        if block.title:
            self._put(
                set_lines((Span(block.title),), self._setting(self.style.label), self.width), self.style.label, keep=1
            )
        setting, under, start = self._setting(self.style.body), 0.0, len(self.boxes)
        for one in block.fields:
            self._put(field_lines(one, self.style, setting, self.width, under=under), self.style.body)
            if one.label:
                under = hanging(with_colon(one.label, setting.language), self.style, setting, self.width)
        self._keep_ends(start)
        self._gap(0.0 if self.style.on_grid else self.style.body.leading / 3)

    def _keep_ends(self, start: int) -> None:
        """Let no line of the boxes from here on stand alone at the foot or the head of a page; few stay together."""
        lines = self.boxes[start:]
        for number, box in enumerate(lines[:-1]):
            after = len(lines) - 1 - number
            if len(lines) <= _SHORT_LIST or after <= _KEPT_LINES:
                box.keep = max(box.keep, after)
        if len(lines) > 1:
            lines[0].keep = max(lines[0].keep, 1)

    def table(self, block: Table) -> None:
        """A table, with a little room around it."""
        self._gap(self.style.body.leading / 4 if self.boxes else 0.0)
        self.boxes += table_boxes(block, self.style, self.width, self.height, final=self.final)
        self._gap(self.style.body.leading / 4)
        self._lock()

    def _lock(self) -> None:
        """After smaller type, let what follows stand on the page's grid again."""
        if self.style.on_grid:
            self.boxes.append(to_grid(self.style.body.leading))
        else:
            self._gap(self.style.body.leading / 4)

    def signature_area(self, block: SignatureArea) -> None:
        """The place to sign, kept with the last lines before it, so that it never stands alone.

        With a note that names the agreement it may begin a page.
        """
        boxes = signature_boxes(block, self.style, self.width, self.height, final=self.final)
        before = [number for number, box in enumerate(self.boxes) if not box.space]
        if self.boxes and self.style.on_grid:
            self._gap(self.style.body.leading)
        for ahead, number in enumerate(reversed([] if block.alone else before[-_KEPT_LINES:])):
            self.boxes[number] = replace(self.boxes[number], keep=ahead + len(boxes))
        self.boxes += boxes

    def cover(self, block: Cover) -> None:
        """The front, alone on its page; its empty back is the writer's, who knows how many pages it takes."""
        self.boxes += cover_boxes(block, self.style, self.width, self.height, final=self.final)
        self.boxes.append(page_break())

    def parallel(self, block: Parallel) -> None:
        """Two languages side by side, each in a flow of its own."""
        self.boxes += parallel_boxes(block, self.shape, lambda style, shape: Flow(style, shape, final=self.final))

    def contents(self, block: Contents) -> None:
        """The table of contents."""
        self.heading(Heading(block.title, 1))
        self.boxes[-1] = replace(self.boxes[-1], bookmarks=())
        self.boxes += contents_boxes(block, self.style, self.width)

    def cards(self, block: Cards) -> None:
        """Cards on sheets of their own."""
        self.boxes += card_boxes(block, self.shape)

    def draft_note(self, block: DraftNote) -> None:
        """A line only a draft carries."""
        if self.final:
            return
        style = self.style.note
        lines = set_lines((Span(block.text),), self._setting(style), self.width, align="center")
        self._put(lines, style, gray=_NOTE_GRAY)

    def spacer(self, block: Spacer) -> None:
        """Empty lines, on the grid whole ones."""
        self._gap(block.lines * self.style.body.leading)
        if self.style.on_grid:
            self.boxes.append(to_grid(self.style.body.leading))

    def page_break(self, _block: PageBreak) -> None:
        """A new page."""
        self.boxes.append(page_break())


def _joined(number: str, text: str) -> str:
    if not number or not text:
        return number or text
    return number + _between(number) + text


def _between(number: str) -> str:
    """What stands between a number and its words: nothing after 、 or a bracket, a wide space after 第一条."""
    if number[-1] in "、）．":
        return ""
    if number[-1] == "." and len(number) <= 3:
        return " "
    return " " if number.isascii() else "　"


_ADD: dict[type, Callable[[Flow, Any], None]] = {
    Cover: Flow.cover,
    Title: Flow.title,
    Heading: Flow.heading,
    Paragraph: Flow.paragraph,
    Clause: Flow.clause,
    FieldList: Flow.field_list,
    Table: Flow.table,
    SignatureArea: Flow.signature_area,
    Parallel: Flow.parallel,
    Contents: Flow.contents,
    Cards: Flow.cards,
    DraftNote: Flow.draft_note,
    Spacer: Flow.spacer,
    PageBreak: Flow.page_break,
}
