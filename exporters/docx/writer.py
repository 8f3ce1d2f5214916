"""Blocks → a Word document, to read, edit and file."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
from docx.document import Document as WordDocument

from exporters.blocks import Document
from exporters.docx.body import BodyWriter
from exporters.docx.fonts import font_table
from exporters.docx.furniture import write_furniture
from exporters.docx.styles import define_styles
from exporters.final_mark import mark_of
from exporters.office_package import with_fixed_times
from exporters.options import ExportOptions
from exporters.paper import Written
from exporters.typeset.safe_text import clean_text
from exporters.typeset.styles import style_set

LONGEST_PROPERTY = 255  # characters; Word refuses more
FONT_TABLE = "/word/fontTable.xml"


Finish = Callable[[WordDocument], None]


def write(document: Document, options: ExportOptions, finish: Finish | None = None) -> Written:
    """The paper as .docx, `finish` its last hand. The number of pages is Word's to say."""
    word = docx.Document()
    style = style_set(document.style, document.language, options.preset)
    define_styles(word, style)
    BodyWriter(word, document, style, final=options.final, duplex=options.duplex).write(document.blocks)
    write_furniture(word, document, style, final=options.final)
    _set_properties(word, document, options)
    _set_fonts(word)
    if finish is not None:
        finish(word)
    stream = BytesIO()
    word.save(stream)
    return Written(with_fixed_times(stream.getvalue(), options.made_at))


def _set_fonts(word: WordDocument) -> None:
    (part,) = [part for part in word.part.package.iter_parts() if part.partname == FONT_TABLE]
    part._blob = font_table()


def _set_properties(word: WordDocument, document: Document, options: ExportOptions) -> None:
    properties = word.core_properties
    properties.title = clean_text(document.title)[:LONGEST_PROPERTY]
    properties.subject = clean_text(document.subject)[:LONGEST_PROPERTY]
    properties.author = clean_text(options.organization_name)[:LONGEST_PROPERTY] or "签约台 Signing Desk"
    properties.last_modified_by = properties.author
    properties.keywords = clean_text("、".join(document.keywords))[:LONGEST_PROPERTY]
    properties.content_status = mark_of(options, document.mark)
    properties.comments, properties.revision = "", 1
    properties.language = "en-US" if document.language == "en" else "zh-CN"
    properties.created = properties.modified = options.made_at
