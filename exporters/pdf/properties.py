"""The properties of a file: title, author, dates. Empty ones are not written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFInfo, PDFString

from exporters.blocks import Document
from exporters.final_mark import PDF_KEY, mark_of
from exporters.options import ExportOptions
from exporters.typeset.safe_text import clean_line

_CREATOR = "签约台 Signing Desk"
LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en", "zh-en": "zh-CN"}


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself; all texts on one line."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    made_at: datetime
    status: str
    creator: str = _CREATOR
    producer: str = str(PDFInfo.producer)


def properties_of(document: Document, options: ExportOptions) -> Properties:
    """The properties of a paper."""
    return Properties(
        title=on_one_line(document.title),
        author=on_one_line(options.organization_name),
        subject=on_one_line(document.subject),
        keywords=on_one_line(", ".join(document.keywords)),
        language=LANGUAGE_TAGS.get(document.language, document.language),
        made_at=options.made_at,
        status=mark_of(options, document.mark),
    )


def on_one_line(text: str, most: int = 2000) -> str:
    """Text for a property or an outline entry; cut where it is longer, since a string may have 32,767 bytes."""
    cleaned = clean_line(text)
    return cleaned if len(cleaned) <= most else cleaned[: most - 1] + "…"


class Info(PDFInfo):  # type: ignore[misc]
    """The document information dictionary."""

    def __init__(self, properties: Properties) -> None:
        super().__init__()
        self.properties = properties

    def format(self, document: PDFDocument) -> bytes:
        """The bytes of the object."""
        own, stamp = self.properties, f"D:{self.properties.made_at:%Y%m%d%H%M%S}"
        said = {
            "Title": own.title, "Author": own.author, "Subject": own.subject, "Keywords": own.keywords,
            "Creator": own.creator, "Producer": own.producer, "CreationDate": stamp, "ModDate": stamp,
            PDF_KEY: own.status,
        }  # fmt: skip
        written: bytes = PDFDictionary({name: PDFString(text) for name, text in said.items() if text}).format(document)
        return written
