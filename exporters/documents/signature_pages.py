"""The signature pages of all agreements, for the folders on the table: each says which agreement it belongs to."""

from __future__ import annotations

from dataclasses import replace

from exporters.blocks import Document, Section, SignatureArea
from exporters.documents.agreement import SIDE_BY_SIDE, halves, joined, written_agreements
from exporters.documents.agreement_languages import signed_in
from exporters.documents.frame import finished, no_material, phrasebook
from exporters.options import ExportOptions
from models.snapshots.shapes import Agreement, MeetingSnapshot


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """One paper with a page an agreement, in their order. KnownError: no_material, unknown_agreement."""
    if not any(agreement.clauses for agreement in snapshot.agreements):
        raise no_material(snapshot, "signature-pages")
    book = phrasebook(options)
    pages = tuple(_page(snapshot, agreement, options) for agreement in written_agreements(snapshot, options))
    (document,) = finished(
        snapshot,
        options,
        book,
        kind="signature-pages",
        paper=book._("Signature pages"),
        blocks=pages,
        style="agreement",
    )
    return (replace(document, numbered=False),)


def _page(snapshot: MeetingSnapshot, agreement: Agreement, options: ExportOptions) -> Section:
    """（本页无正文，为《…》签署页） and the places to sign; in both languages where both are signed."""
    both = len(signed_in(agreement)) > 1
    document = joined(halves(snapshot, agreement, SIDE_BY_SIDE if both else options.language))
    area = next(block for block in document.blocks if isinstance(block, SignatureArea))
    english = None if area.english is None else _for_a_page(area.english)
    return Section(document.title, (replace(_for_a_page(area), english=english),))


def _for_a_page(area: SignatureArea) -> SignatureArea:
    """The note names the agreement; how many pages that has is said on its own pages."""
    return replace(area, note=area.alone, alone="", count="")
