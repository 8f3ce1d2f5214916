"""Blocks → paragraphs and tables of a Word document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from exporters.blocks import (
    Align,
    Block,
    Clause,
    Document,
    DraftNote,
    Field,
    FieldList,
    Heading,
    PageBreak,
    Paragraph,
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
from exporters.docx.tables import add_signatures, add_table
from exporters.plain_text import label_text, numbered, spans_text
from exporters.typeset.safe_text import clean_text

ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


class BodyWriter:
    """Writes blocks below one another; a Section begins a page of its own."""

    def __init__(self, word: WordDocument, document: Document, *, final: bool) -> None:
        self._word, self._document, self._final = word, document, final
        self._language, self._landscape = document.language, document.landscape
        self._empty = True
        self._writers: dict[type, Callable[..., None]] = {
            Title: self._title,
            Heading: self._heading,
            Paragraph: self._paragraph,
            Clause: self._clause,
            FieldList: self._fields,
            Table: self._table,
            SignatureArea: self._signatures,
            DraftNote: self._draft_note,
            Spacer: self._spacer,
            PageBreak: self._page_break,
            Section: self._section,
        }
        styles.set_page(word.sections[0], style=document.style, landscape=document.landscape)

    def write(self, blocks: Sequence[Block]) -> None:
        """Write the blocks."""
        for block in blocks:
            self._writers[type(block)](block)
            self._empty = False

    def _title(self, title: Title) -> None:
        for line in title.lines:
            self._line(line, "Title", "center")
        if title.subtitle:
            self._line(title.subtitle, "Subtitle", "center")

    def _heading(self, heading: Heading) -> None:
        self._line(numbered(heading), f"Heading {min(max(heading.level, 1), 4)}")

    def _paragraph(self, paragraph: Paragraph) -> None:
        written = self._word.add_paragraph(style="Desk Small" if paragraph.small else "Normal")
        written.alignment = ALIGNMENTS[paragraph.align]
        if self._language == "zh" and paragraph.indent and paragraph.align in ("left", "justify"):
            written.paragraph_format.first_line_indent = Pt(paragraph.indent * (10 if paragraph.small else 12))
        written.paragraph_format.keep_with_next = paragraph.keep_with_next or None
        self._runs(written, paragraph.spans)

    def _clause(self, clause: Clause) -> None:
        self._line(numbered(clause), "Heading 3")
        self.write(clause.paragraphs)
        self.write(clause.children)

    def _fields(self, fields: FieldList) -> None:
        if fields.title:
            self._line(fields.title, "Caption")
        for field in fields.fields:
            self._field(field)

    def _field(self, field: Field) -> None:
        """The words after the label keep to its right, over all their lines."""
        written = self._word.add_paragraph()
        written.paragraph_format.left_indent, written.paragraph_format.first_line_indent = Pt(24), Pt(-24)
        written.add_run(clean_text(label_text(field.label, self._language))).bold = True
        self._runs(written, field.spans)

    def _table(self, table: Table) -> None:
        if table.caption:
            self._line(table.caption, "Caption").paragraph_format.keep_with_next = True
        add_table(self._word, table, styles.text_width(self._word.sections[-1]))

    def _signatures(self, area: SignatureArea) -> None:
        if area.note:
            self._line(area.note, "Normal").paragraph_format.keep_with_next = True
        add_signatures(self._word, area, self._language, styles.text_width(self._word.sections[-1]))

    def _draft_note(self, note: DraftNote) -> None:
        if not self._final:
            self._line(note.text, "Desk Note")

    def _spacer(self, spacer: Spacer) -> None:
        for _ in range(max(round(spacer.lines), 1)):
            self._word.add_paragraph()

    def _page_break(self, _: PageBreak) -> None:
        self._word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _section(self, section: Section) -> None:
        landscape = self._document.landscape if section.landscape is None else section.landscape
        if not self._empty:
            self._word.add_section(WD_SECTION.NEW_PAGE)
        styles.set_page(self._word.sections[-1], style=self._document.style, landscape=landscape)
        self._empty = True
        self.write(section.blocks)

    def _line(self, text: str, style: str, align: Align | None = None) -> WordParagraph:
        written = self._word.add_paragraph(clean_text(text), style=style)
        if align:
            written.alignment = ALIGNMENTS[align]
        return written

    def _runs(self, written: WordParagraph, spans: Spans) -> None:
        for span in spans:
            self._run(written, span)

    def _run(self, written: WordParagraph, span: Span) -> None:
        run = written.add_run(clean_text(spans_text((span,), final=self._final)))
        run.bold = True if span.kind is SpanKind.STRONG else None
        run.italic = True if span.kind is SpanKind.EMPHASIS and self._language == "en" else None
