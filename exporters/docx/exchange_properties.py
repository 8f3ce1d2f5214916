"""Which text a Word file holds, said in its properties, where every reader of Word files keeps it."""

from __future__ import annotations

from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from models.sent_texts import SentPaper

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set of properties that users add
_SPACES = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)


def set_properties(word: WordDocument, paper: SentPaper) -> None:
    """Agreement, revision, language and content hash."""
    said = {
        "DeskAgreement": paper.agreement,
        "DeskRevision": str(paper.revision),
        "DeskLanguage": paper.language,
        "DeskHash": paper.content_hash,
    }
    properties = "".join(
        f'<property fmtid="{_SET}" pid="{number}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(said.items(), 2)
    )
    whole = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties {_SPACES}>{properties}</Properties>'
    package = word.part.package
    part = Part(PackURI("/docProps/custom.xml"), CONTENT_TYPE, whole.encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
