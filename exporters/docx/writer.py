"""Blocks → a Word document, to read, edit and file."""

from __future__ import annotations

import re
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from exporters.blocks import Document
from exporters.docx.body import BodyWriter
from exporters.docx.styles import define_styles
from exporters.office_package import with_fixed_times
from exporters.options import ExportOptions
from exporters.paper import Written
from exporters.typeset.safe_text import clean_text
from resources.languages import translator

LONGEST_PROPERTY = 255  # characters; Word refuses more
_FIELDS = re.compile(r"(\{page\}|\{pages\})")
_INSTRUCTIONS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def write(document: Document, options: ExportOptions) -> Written:
    """The paper as .docx. The number of pages is Word's to say."""
    word = docx.Document()
    define_styles(word)
    BodyWriter(word, document, final=options.final).write(document.blocks)
    _write_footer(word, document)
    _set_properties(word, document, options)
    stream = BytesIO()
    word.save(stream)
    return Written(with_fixed_times(stream.getvalue(), options.made_at))


def _write_footer(word: WordDocument, document: Document) -> None:
    """“第 1 页 共 3 页”; later sections follow the first one's footer."""
    _ = translator(document.language).gettext
    footer = word.sections[0].footer
    line = footer.paragraphs[0]
    if document.footer:
        line.text = clean_text(document.footer)
        line = footer.add_paragraph(style="Footer")
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in _FIELDS.split(_("Page {page} of {pages}")):
        if part in _INSTRUCTIONS:
            _add_field(line, _INSTRUCTIONS[part])
        elif part:
            line.add_run(part)


def _add_field(line: WordParagraph, instruction: str) -> None:
    """A field that Word fills in when it lays out the page; “1” stands there until then."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = line.add_run("1")
    field.append(run._r)
    line._p.append(field)


def _set_properties(word: WordDocument, document: Document, options: ExportOptions) -> None:
    properties = word.core_properties
    properties.title = clean_text(document.title)[:LONGEST_PROPERTY]
    properties.subject = clean_text(document.subject)[:LONGEST_PROPERTY]
    properties.author = clean_text(options.organization_name)[:LONGEST_PROPERTY] or "签约台 Signing Desk"
    properties.last_modified_by = properties.author
    properties.keywords = clean_text("、".join(document.keywords))[:LONGEST_PROPERTY]
    properties.comments, properties.revision = "", 1
    properties.language = "en-US" if document.language == "en" else "zh-CN"
    properties.created = properties.modified = options.made_at
