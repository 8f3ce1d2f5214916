"""A draft for the other side: a Word file whose clauses can be edited and whose fields stay fixed.

What was sent is kept with the revision, and the file is read back at once: nothing leaves that would not come home.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from docx.document import Document as WordDocument

from exporters.assembly import assemble_agreement
from exporters.blocks import Document
from exporters.documents.agreement import as_signed, joined
from exporters.documents.agreement_corner import BETWEEN, HASH_DIGITS
from exporters.documents.agreement_languages import signed_in
from exporters.docx.exchange_controls import Controls
from exporters.docx.exchange_marks import marked_clauses
from exporters.docx.exchange_properties import set_properties
from exporters.docx.writer import write
from exporters.exchange_texts import LANGUAGES, sent_clauses, sent_texts
from exporters.options import ExportOptions
from models.agreement_assembly import Assembled
from models.clause_numbers import reading_values
from models.imports.returned_docx import read_returned
from models.sent_texts import KEPT_AS, SentPaper, packed_paper
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Agreement, MeetingSnapshot
from resources.languages import translator


@dataclass(frozen=True, slots=True)
class Sendable:
    """A draft ready to go: the text to be kept as revision `number`, and the file."""

    assembled: Assembled
    paper: SentPaper
    content: bytes

    @property
    def number(self) -> int:
        """The number of the revision that the file names."""
        return self.paper.revision


def prepare_exchange(
    snapshot: MeetingSnapshot, key: str, *, made_at: datetime, organization_name: str = ""
) -> Sendable:
    """The draft of this moment. KnownError: unknown_agreement, no_material, what a text that cannot be read raises."""
    assembled = assemble_agreement(snapshot, key, made_at=made_at)
    agreement = next(one for one in snapshot.agreements if one.key == key)
    number = max((revision.number for revision in agreement.revisions), default=0) + 1
    paper = sent_paper(snapshot, agreement, number, assembled.content_hash)
    options = ExportOptions(paper.language, made_at=made_at, organization_name=organization_name)
    content = exchange_file(_marked(snapshot, agreement, paper), paper, options)
    read = read_returned(f"{key}.docx", content)
    whole = replace(paper, lines=read.lines, margins=read.margins)
    terms = {**assembled.terms, KEPT_AS: packed_paper(whole)}
    return Sendable(replace(assembled, terms=terms), whole, content)


def sent_paper(snapshot: MeetingSnapshot, agreement: Agreement, number: int, content_hash: str) -> SentPaper:
    """The texts of an agreement in parts, as they go out; without the lines that nobody edits."""
    known = agreement_values(snapshot, agreement)
    values = {language: reading_values(agreement, known, language) for language in LANGUAGES}
    return SentPaper(
        agreement=agreement.key,
        language=agreement.language.value,
        revision=number,
        content_hash=content_hash,
        texts=sent_texts(agreement, values, signed_in(agreement)),
        clauses=sent_clauses(agreement, values),
    )


def _marked(snapshot: MeetingSnapshot, agreement: Agreement, paper: SentPaper) -> Document:
    """The paper with the marks of its texts, and which revision it is in the corner."""
    texts = {(text.clause_id, text.column): text for text in paper.texts}
    marked = replace(agreement, clauses=marked_clauses(agreement.clauses, texts), frozen=None)
    document = joined(as_signed(snapshot, marked), agreement.language)
    _ = translator(document.language).gettext
    corner = (f"v{paper.revision}", paper.content_hash[:HASH_DIGITS].upper(), _("{pages} pages"))
    return replace(document, corner=BETWEEN.join(corner))


def exchange_file(document: Document, paper: SentPaper, options: ExportOptions) -> bytes:
    """The Word file of a marked paper."""
    _ = translator(document.language).gettext
    controls = Controls(paper, _("Fixed: please comment instead of changing it"))

    def finish(word: WordDocument) -> None:
        controls.place(word)
        set_properties(word, paper)

    return write(document, options, finish).content
