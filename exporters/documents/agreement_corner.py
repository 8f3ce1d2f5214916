"""The small mark in the corner of every page: which text this is, which copy, and how many pages it has."""

from __future__ import annotations

from exporters.blocks import Document
from exporters.fingerprint import content_hash
from exporters.options import ExportOptions
from models.agreement_assembly import frozen_hashes
from models.snapshots.shapes import Agreement
from resources.languages import translator

HASH_DIGITS = 8
BETWEEN = " · "


def corner_mark(document: Document, agreement: Agreement, options: ExportOptions, copy: str = "") -> str:
    """“v2 · 7F3A91C0 · 第 1 份／共 4 份 · 共 {pages} 页” for an agreement in record order; the writer fills in {pages}.

    Every copy carries the fingerprint of the same words, whoever is named first on it.
    """
    _ = translator(document.language).gettext
    fingerprint = content_hash(document)
    version = _version(agreement, document.language, fingerprint, final=options.final)
    parts = (version, fingerprint[:HASH_DIGITS].upper(), copy, _("{pages} pages"))
    return BETWEEN.join(part for part in parts if part)


def _version(agreement: Agreement, language: str, fingerprint: str, *, final: bool) -> str:
    """“v2” for a final paper that says what revision 2 says; otherwise whether it is a draft."""
    _ = translator(language).gettext
    if not final:
        return _("draft")
    numbers = [revision.number for revision in agreement.revisions if fingerprint in frozen_hashes(revision)]
    return f"v{max(numbers)}" if numbers else _("final text")
