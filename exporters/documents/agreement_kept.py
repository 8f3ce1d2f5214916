"""A kept revision of an agreement as a paper: its text as it was kept, with number, name, day, kind and hash below."""

from __future__ import annotations

from dataclasses import replace

from exporters.blocks import Document
from exporters.documents.agreement_corner import BETWEEN, HASH_DIGITS
from exporters.documents.agreement_languages import as_translation, is_translation
from exporters.documents.agreement_parallel import side_by_side
from exporters.documents.agreement_sequence import one_after_the_other
from exporters.documents.phrasebook import Phrasebook
from exporters.draft_words import PAST
from exporters.fingerprint import content_hash, from_json
from models.agreement_assembly import frozen_agreement, frozen_half
from models.codes import AgreementLanguage
from models.errors import KnownError
from models.final_texts import final_revision
from models.snapshots.shapes import Agreement, Revision
from resources.languages import translator

LONGEST_NAME = 40  # characters of the name of a revision in the foot line


def kept_document(agreement: Agreement, number: int, language: str) -> Document:
    """The text of revision `number` as it was kept; marked as a past one unless it is the final text in force.

    KnownError: unknown_revision (agreement, number, known); revision_without_language (agreement, number).
    """
    revision = kept_revision(agreement, number)
    parts = tuple(_half(agreement, revision, one) for one in language.split("-"))
    document = parts[0] if len(parts) == 1 else _both(revision, *parts)
    if is_translation(language, frozen_agreement(revision) or agreement):
        document = as_translation(document)
    fingerprint = content_hash(document)[:HASH_DIGITS].upper()
    in_force = final_revision(agreement) == revision
    return replace(document, corner=_corner(revision, fingerprint, language), mark="" if in_force else PAST)


def kept_revision(agreement: Agreement, number: int) -> Revision:
    """The revision with a number. KnownError: unknown_revision (agreement, number, known)."""
    found = next((one for one in agreement.revisions if one.number == number), None)
    if found is None:
        known = ", ".join(str(one.number) for one in agreement.revisions) or "–"
        raise KnownError("unknown_revision", agreement=_title(agreement), number=number, known=known)
    return found


def _half(agreement: Agreement, revision: Revision, language: str) -> Document:
    half = frozen_half(revision, language)
    if half is None:
        raise KnownError("revision_without_language", agreement=_title(agreement), number=revision.number)
    return from_json(half)


def _both(revision: Revision, chinese: Document, english: Document) -> Document:
    """Side by side, or one after the other where it was to be signed so."""
    if revision.language == AgreementLanguage.ZH_THEN_EN:
        return one_after_the_other(chinese, english)
    return side_by_side(chinese, english)


def _corner(revision: Revision, fingerprint: str, language: str) -> str:
    """“版本 v2 · 已送对方 · 送校方 · 2024-05-18 12:00 · 7F3A91C0 · 共 {pages} 页”; the writer fills in {pages}."""
    book, _ = Phrasebook(language), translator(language).gettext
    kept = revision.frozen_at
    moment = f"{kept.astimezone() if kept.tzinfo else kept:%Y-%m-%d %H:%M}" if kept else ""
    name = revision.name if len(revision.name) <= LONGEST_NAME else f"{revision.name[: LONGEST_NAME - 1]}…"
    number = book._("Revision v{number}", number=revision.number)
    parts = (number, book.word(revision.kind), name, moment, fingerprint, _("{pages} pages"))
    return BETWEEN.join(filter(None, parts))


def _title(agreement: Agreement) -> str:
    return agreement.title.pick("zh") or agreement.key
