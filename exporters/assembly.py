"""Makes the text of an agreement ready to be kept as a revision. Runs where papers are made, never in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from exporters.blocks import Document
from exporters.documents.agreement import halves, joined, written_agreements
from exporters.documents.agreement_languages import signed_in
from exporters.fingerprint import content_hash, to_json
from exporters.options import ExportOptions
from models.agreement_assembly import Assembled, packed_agreement, packed_terms
from models.agreement_drift import printed_facts
from models.snapshots.shapes import Agreement, MeetingSnapshot
from resources.languages import LANGUAGES


def assemble_agreement(snapshot: MeetingSnapshot, agreement_key: str, *, made_at: datetime) -> Assembled:
    """The agreement's text of this moment, in both languages, with the hash of the text that is signed.

    KnownError: unknown_agreement, no_material, and what a text that cannot be read raises.
    """
    options = ExportOptions("zh", made_at=made_at, agreement_key=agreement_key)
    (agreement,) = written_agreements(snapshot, options)
    agreement = replace(agreement, frozen=None)
    parts = {language: halves(snapshot, agreement, language)[0] for language in LANGUAGES}
    hashes = {language: content_hash(part) for language, part in parts.items()}
    hashes["zh-en"] = content_hash(joined(tuple(parts.values())))
    signed = _as_signed(agreement, parts)
    hashes[agreement.language.value] = content_hash(signed)
    return Assembled(
        key=agreement.key,
        language=agreement.language.value,
        content_hash=content_hash(signed),
        halves={language: to_json(part) for language, part in parts.items()},
        hashes=hashes,
        agreement=packed_agreement(agreement),
        facts=printed_facts(snapshot, agreement),
        terms=packed_terms(agreement.clauses),
    )


def _as_signed(agreement: Agreement, parts: dict[str, Document]) -> Document:
    return joined(tuple(parts[language] for language in signed_in(agreement)), agreement.language)
