"""Blocks → paragraphs and tables of a Word document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from exporters.blocks import (
    Block,
    Clause,
    Cover,
    Document,
    DraftNote,
    Field,
    FieldList,
    Heading,
    PageBreak,
    Paragraph,
    Parallel,
    Section,
    SignatureArea,
    Spacer,
    Span,
    SpanKind,
    Spans,
    Table,
    Title,
)
from exporters.docx import styles
from exporters.docx.elements import LAST_PAGE, Element, add, add_bookmark, add_counted, add_run, element, twips
from exporters.docx.fonts import BOLD, HAN
from exporters.docx.furniture import has_cover
from exporters.docx.numbering import Numbering
from exporters.docx.parallel import add_parallel
from exporters.docx.signatures import add_signatures
from exporters.docx.tables import POINTS_PER_MILLIMETER, add_table
from exporters.span_text import label_text, numbered, spans_text
from exporters.text_width import width
from exporters.typeset.fonts import Role
from exporters.typeset.parallel_styles import GUTTER
from exporters.typeset.styles import StyleSet, TextStyle

ALIGNMENTS = {"left": "left", "center": "center", "right": "right", "justify": "both"}
WIDEST_LABEL = 0.4  # of the line, as in the PDF
COVER_LINES = 5.0, 4.0  # empty on a cover before its title and after it
COVER_FOOT = 3.0  # lines left free below place and date of signing
_DATED = re.compile(r"\d+[年月日]")


class BodyWriter:
    """Writes blocks below one another; a Section begins a page of its own."""

    def __init__(self, word: WordDocument, document: Document, style: StyleSet, *, final: bool, duplex: bool) -> None:
        self._word, self._document, self._style = word, document, style
        self._final, self._duplex = final, duplex
        self._body: Element = word.element.body
        self._language, self._landscape = document.language.partition("-")[0], document.landscape
        self._numberings = {language: Numbering(word, language) for language in ("zh", "en")}
        self._hang, self._in_cell = 0.0, False
        self._body.remove(self._body[-1])  # the template's section
        self._begins = "nextPage"  # where the section that is being written begins

    def write(self, blocks: Sequence[Block]) -> None:
        """Write the whole paper."""
        self._write(blocks)
        if has_cover(self._document):
            self._gap(1.0)  # a line of its own: LibreOffice finds no place in the paragraph that refers to it
            add_bookmark(self._last_paragraph(), LAST_PAGE)
        self._body.append(self._section_properties())
        styles.set_page(self._word.sections[-1], self._style, landscape=self._landscape)

    def _write(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            _WRITE[type(block)](self, block)

    def title(self, title: Title) -> None:
        """Lines in the middle, and below them the room that the PDF leaves."""
        lines = [(line, "Title", self._style.title) for line in title.lines]
        if title.subtitle:
            lines.append((title.subtitle, "Subtitle", self._style.subtitle))
        for text, style, _ in lines:
            properties = self._line(text, style)
            add(properties, "jc", val="center")
        taken, line = sum(text.leading for _, _, text in lines), self._style.body.leading
        rest = -taken % line if self._style.on_grid else 0.0
        if lines:
            after = element("spacing", before=0, after=twips(rest + line * self._style.after_title))
            properties.insert(len(properties) - 1, after)

    def heading(self, heading: Heading) -> None:
        """A heading; Word lists it in the navigation pane."""
        self._headed(numbered(heading), min(max(heading.level, 1), 4))

    def _headed(self, text: str, level: int, numbers: Element | None = None) -> None:
        written, properties = self._paragraph(f"Heading {level}")
        add_run(written, text, bold=self._in_cell and self._language == "en" and level == 1)
        if self._in_cell:  # Word would keep the whole row with the next, and that with the one after it
            add(properties, "keepNext", val=0)
        if numbers is not None:
            properties.append(numbers)
        self._append(properties, styles.indented(self._style, self._style.headings[level - 1], 2))

    def paragraph(self, paragraph: Paragraph) -> None:
        """Running text."""
        self._running(paragraph, ())

    def _running(self, paragraph: Paragraph, before: Spans, numbers: Element | None = None) -> None:
        text = self._style.small if paragraph.small else self._style.body
        written, properties = self._paragraph("Desk Small" if paragraph.small else "Normal")
        if paragraph.keep_with_next:
            add(properties, "keepNext")
        if numbers is not None:
            properties.append(numbers)
        if not self._style.on_grid and not paragraph.small:
            add(properties, "spacing", after=twips(text.leading / 4))
        if paragraph.align in ("left", "justify"):
            self._append(properties, styles.indented(self._style, text, paragraph.indent))
        ragged = paragraph.align == "justify" and self._in_cell and self._language == "en"
        if paragraph.align != "left" and not ragged:
            add(properties, "jc", val=ALIGNMENTS[paragraph.align])
        self._runs(written, (*before, *paragraph.spans))

    def clause(self, clause: Clause, depth: int = 1) -> None:
        """Its heading on a line of its own, or its number before the first words; then what it says."""
        paragraphs = list(clause.paragraphs)
        if clause.heading or not paragraphs:
            self._clause_heading(clause, depth)
        else:
            self._run_in(clause.number, paragraphs.pop(0), depth)
        for paragraph in paragraphs:
            self.paragraph(paragraph)
        for child in clause.children:
            self.clause(child, depth + 1)

    def _clause_heading(self, clause: Clause, depth: int) -> None:
        whole = numbered(clause)
        gap = whole[len(clause.number) : len(whole) - len(clause.heading)]
        level = min(depth, 4)
        if clause.heading and self._numberings[self._language].counts(clause.number, depth, gap):
            self._headed(clause.heading, level, self._numberings[self._language].properties(depth))
        else:
            self._headed(whole, level)

    def _run_in(self, number: str, paragraph: Paragraph, depth: int) -> None:
        gap = run_in_gap(number, self._language)
        if self._numberings[self._language].counts(number, depth, gap):
            self._running(paragraph, (), self._numberings[self._language].properties(depth))
            return
        kind = SpanKind.STRONG if depth == 1 else SpanKind.TEXT
        self._running(paragraph, (Span(number + gap, kind),) if number else ())

    def field_list(self, fields: FieldList) -> None:
        """Labels with what stands behind them."""
        if fields.title:
            self._line(fields.title, "Caption")
        self._hang = 0.0
        for field in fields.fields:
            self._field(field)
        if not self._style.on_grid and not self._in_cell:
            self._gap(self._style.body.leading / 3)

    def _field(self, field: Field, indent: float = 0.0) -> None:
        """The words after the label keep to its right, over all their lines."""
        text, label = self._style.body, label_text(field.label, self._language)
        if label:
            measured = width(label) / 2 * text.cell
            self._hang = measured if measured <= self._across() * WIDEST_LABEL else 2 * text.cell
        written, properties = self._paragraph("Normal")
        first = {"hanging": twips(self._hang)} if label else {}
        add(properties, "ind", left=twips(self._hang + indent), **first)
        spans = (Span(label, SpanKind.STRONG), *field.spans) if label else field.spans
        self._runs(written, spans)

    def table(self, table: Table) -> None:
        """A table, with a little room below it."""
        if table.caption:
            add(self._line(table.caption, "Caption"), "jc", val="center")
        text = self._style.table_small if table.small else self._style.table
        add_table(self._body, table, self._room(), text.size)
        self._gap(self._style.body.leading / 2)

    def signature_area(self, area: SignatureArea) -> None:
        """The place to sign, never alone on a page."""
        self._keep_last()
        both = (area,) if area.english is None else (area, area.english)
        for one in both:
            if one.note:
                properties = self._line(one.note, "Normal")
                properties.insert(1, element("keepNext"))
                self._append(properties, styles.indented(self._style, self._style.body, 2))
        add_signatures(self._body, area, self._language, self._room(), self._style.body)
        for one in both:
            if one.count:
                add_counted(self._paragraph("Desk Sign")[0], one.count, covered=has_cover(self._document))

    def cover(self, cover: Cover) -> None:
        """The front: number, title, parties, place and date, on a page of their own."""
        if cover.mark:
            self._runs(self._paragraph("Normal")[0], (Span(cover.mark, SpanKind.STRONG),))
        written, properties = self._paragraph("Normal")
        add(properties, "jc", val="right")
        other = cover.english
        number = _labelled_for_both(cover.number, other.number if other else None)
        self._runs(written, (Span(label_text(number.label, self._language)), *number.spans))
        lines = cover.lines + (other.lines if other else ())
        parties = _in_both(cover.parties, other.parties if other else ())
        signing = _in_both(cover.signing, other.signing if other else ())
        line, (above, below) = self._style.body.leading, COVER_LINES
        self._gap(above * line)
        self.title(Title(cover.lines, "\n".join(other.lines) if other else ""))
        self._gap(below * line)
        for field in parties:
            self._field(field, indent=2 * self._style.body.cell)
        page = self._style.portrait.text_height / line
        told: tuple[str | Field, ...] = (*lines, *parties, *signing)
        used = 1 + bool(cover.mark) + above + below + sum(map(self._lines_of, told))
        self._gap(max(page - used - COVER_FOOT, 1) * line)
        for field in signing:
            self._field(field, indent=2 * self._style.body.cell)
        self._close_section()
        self._begins = "oddPage" if cover.blank_back or self._duplex else "nextPage"  # on the front of a sheet

    def _lines_of(self, part: str | Field) -> float:
        """How many lines of the page a title's line or a field takes, roughly and rather too many."""
        if isinstance(part, str):
            text, words, room = self._style.title, part, 0.0
        else:
            text, words, room = (
                self._style.body,
                part.label + spans_text(part.spans, final=True),
                4 * self._style.body.cell,
            )
        across = self._style.portrait.text_width - room
        return ceil((width(words) + 1) / 2 * text.cell / across) * text.leading / self._style.body.leading

    def parallel(self, block: Parallel) -> None:
        """Two languages side by side, each written as in a paper of its own."""
        add_parallel(self._body, block, self._across(), self._fill)
        self._gap(self._style.body.leading / 2)

    def _fill(self, cell: Element, blocks: tuple[Block, ...], language: str) -> None:
        body, own = self._body, self._language
        self._body, self._language, self._in_cell = cell, language, True
        self._write(blocks)
        self._body, self._language, self._in_cell = body, own, False

    def draft_note(self, note: DraftNote) -> None:
        """A line only a draft carries."""
        if not self._final:
            add(self._line(note.text, "Desk Note"), "jc", val="center")

    def spacer(self, spacer: Spacer) -> None:
        """Empty lines."""
        self._gap(spacer.lines * self._style.body.leading)

    def page_break(self, _: PageBreak) -> None:
        """A new page."""
        written, _properties = self._paragraph("Normal")
        add(add(written, "r"), "br", type="page")

    def section(self, section: Section) -> None:
        """Blocks on pages of their own."""
        if len(self._body):
            self._close_section()
        wanted = section.landscape
        self._landscape = self._document.landscape if wanted is None else wanted
        self._write(section.blocks)

    def _close_section(self) -> None:
        """End the section before; the last paragraph carries its page."""
        last = self._last_paragraph()
        last.get_or_add_pPr().append(self._section_properties())
        self._begins = "nextPage"
        styles.set_page(self._word.sections[-1], self._style, landscape=self._landscape)

    def _section_properties(self) -> Element:
        properties = element("sectPr")
        add(properties, "type", val=self._begins)
        add(properties, "cols", space=720)
        return properties

    def _last_paragraph(self) -> Element:
        """The last block where it is a paragraph; else an empty one."""
        last: Element | None = self._body[-1] if len(self._body) else None
        return last if last is not None and last.tag == qn("w:p") else add(self._body, "p")

    def _gap(self, height: float) -> None:
        """Empty room that does not grow with a line."""
        _written, properties = self._paragraph("Normal")
        add(properties, "snapToGrid", val=0)
        add(properties, "spacing", line=max(twips(height), 20), lineRule="exact")

    def _room(self) -> float:
        return self._across() / POINTS_PER_MILLIMETER

    def _across(self) -> float:
        width = styles.text_width(self._style, landscape=self._landscape)
        return width / 2 - GUTTER if self._in_cell else width

    def _keep_last(self) -> None:
        for last in self._body[-2:]:
            if last.tag == qn("w:p"):
                last.get_or_add_pPr().get_or_add_keepNext()

    def _paragraph(self, style: str) -> tuple[Element, Element]:
        written = add(self._body, "p")
        properties = add(written, "pPr")
        if style != "Normal":
            add(properties, "pStyle", val=styles.style_id(style))
        return written, properties

    def _line(self, text: str, style: str) -> Element:
        """A paragraph of plain text; its properties."""
        written, properties = self._paragraph(style)
        add_run(written, text)
        return properties

    def _append(self, properties: Element, made: Element | None) -> None:
        if made is not None:
            properties.append(made)

    def _runs(self, written: Element, spans: Spans) -> None:
        for span in spans:
            role = self._role(span.kind, self._style.body)
            text = span_text(span, final=self._final)
            add_run(
                written,
                text,
                bold=role in BOLD or (span.kind is SpanKind.STRONG and self._in_cell and self._language == "en"),
                italic=role is Role.LATIN_ITALIC,
                han=HAN[role] if role is not self._style.body.role else "",
            )

    def _role(self, kind: SpanKind, text: TextStyle) -> Role:
        if kind is SpanKind.STRONG:
            return text.strong
        return text.emphasis if kind is SpanKind.EMPHASIS else text.role


def _in_both(fields: tuple[Field, ...], others: tuple[Field, ...]) -> tuple[Field, ...]:
    """Each field, then the same in English; one that is filled in once has both labels."""
    if not others:
        return fields
    pairs = zip(fields, others, strict=True)
    return tuple(one for field, other in pairs for one in _pair(field, other))


def _pair(field: Field, other: Field) -> tuple[Field, ...]:
    if not other.spans:
        return (_labelled_for_both(field, other),)
    return field, replace(other, label=label_text(other.label, "en"))


def _labelled_for_both(field: Field, other: Field | None) -> Field:
    return field if other is None else replace(field, label=f"{field.label} {other.label}")


def span_text(span: Span, *, final: bool) -> str:
    """The words of a span; a date that a draft leaves open keeps its 年, 月 and 日, as in the PDF."""
    if span.kind is SpanKind.ON_FINAL and not final and _DATED.search(span.text):
        return "".join(_left_open(part) for part in re.findall(r"\d+|\D+", span.text))
    return spans_text((span,), final=final)


def _left_open(part: str) -> str:
    if not part[0].isdigit():
        return part
    return "　" * (3 if len(part) > 2 else 2)


def run_in_gap(number: str, language: str) -> str:
    """What stands between a clause's number and its first words, as in the PDF."""
    if not number or number[-1] in "、）．" or (language == "zh" and number[-1] in ".)"):
        return ""
    return " " if number.isascii() else "　"


_WRITE: dict[type, Callable[[BodyWriter, Any], None]] = {
    Cover: BodyWriter.cover,
    Title: BodyWriter.title,
    Heading: BodyWriter.heading,
    Paragraph: BodyWriter.paragraph,
    Clause: BodyWriter.clause,
    FieldList: BodyWriter.field_list,
    Table: BodyWriter.table,
    SignatureArea: BodyWriter.signature_area,
    Parallel: BodyWriter.parallel,
    DraftNote: BodyWriter.draft_note,
    Spacer: BodyWriter.spacer,
    PageBreak: BodyWriter.page_break,
    Section: BodyWriter.section,
}
