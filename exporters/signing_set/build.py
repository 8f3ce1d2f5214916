"""From one agreed text to its copies: for each party those it keeps, naming it first, each with its number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporters.blocks import Block, Cover, Document
from exporters.documents.agreement import as_signed, joined, title_of, written_agreements
from exporters.documents.agreement_corner import corner_mark
from exporters.documents.agreement_languages import signed_in
from exporters.documents.agreement_order import party_first
from exporters.fingerprint import content_hash
from exporters.options import ExportOptions
from exporters.paper import Notice
from exporters.signing_set.copies import Copies, Keeper, copies_plan
from exporters.signing_set.wording import CopyWords
from models.errors import KnownError
from models.snapshots.shapes import Agreement, MeetingSnapshot

SIGNED_ELSEWHERE = ("signed_in_chinese", "signed_in_english")  # codes of notices


@dataclass(frozen=True, slots=True)
class CopyRun:
    """The copies of one kind that one keeper has: the same pages, numbered from `after` + 1.

    `document` says in its corner that it stands for all of them (第 1—2 份).
    """

    keeper: Keeper
    duplicate: bool
    after: int
    count: int
    document: Document
    each: tuple[Document, ...]  # every copy with its own number; all share the same blocks


@dataclass(frozen=True, slots=True)
class SignedAgreement:
    """An agreement with all its copies. `number` counts the agreements of the set from 1."""

    number: int
    title: str  # in the language of the sheets
    agreement: Agreement
    document: Document  # in record order
    content_hash: str  # of every copy
    copies: Copies
    runs: tuple[CopyRun, ...]


@dataclass(frozen=True, slots=True)
class SigningSet:
    """All agreements to be signed, in their order, and notices about what is assumed or left out."""

    agreements: tuple[SignedAgreement, ...]
    notices: tuple[Notice, ...] = ()


def build(snapshot: MeetingSnapshot, options: ExportOptions) -> SigningSet:
    """The signing set. A draft leaves out an agreement whose numbers of copies disagree, with a notice.

    An agreement is signed in its own languages, once: it belongs to the set in the first of them, and the sets in
    other languages say so. KnownError: no_material, unknown_agreement; for a final set also what `copies_plan` raises.
    """
    found: list[SignedAgreement] = []
    notices: list[Notice] = []
    for number, agreement in enumerate(written_agreements(snapshot, options), 1):
        if options.language != signed_in(agreement)[0]:
            notices.append(signed_elsewhere(agreement, options.language))
            continue
        try:
            copies = copies_plan(agreement)
        except KnownError as error:
            if options.final:
                raise
            notices.append(Notice(error.code, tuple((name, str(value)) for name, value in error.values.items())))
            continue
        found.append(_signed(snapshot, agreement, number, copies, options))
        if copies.assumed:
            notices.append(Notice("copies_assumed", (("agreement", found[-1].title),)))
    return SigningSet(tuple(found), tuple(notices))


def signed_elsewhere(agreement: Agreement, language: str) -> Notice:
    """That papers in this language are for reading: the copies to be signed are made in the other one."""
    values = (("agreement", title_of(agreement, language).pick(language)),)
    return Notice("signed_in_english", values) if language == "zh" else Notice("signed_in_chinese", values)


def _signed(
    snapshot: MeetingSnapshot, agreement: Agreement, number: int, copies: Copies, options: ExportOptions
) -> SignedAgreement:
    parts = as_signed(snapshot, agreement)
    document = joined(parts, agreement.language)
    title = next(part.title for part in parts if part.language == options.language)
    runs = tuple(run for keeper in copies.keepers for run in _runs(keeper, agreement, parts, copies, options))
    return SignedAgreement(number, title, agreement, document, content_hash(document), copies, runs)


def _runs(
    keeper: Keeper, agreement: Agreement, parts: tuple[Document, ...], copies: Copies, options: ExportOptions
) -> Iterator[CopyRun]:
    """The keeper's originals, then its duplicates."""
    document, words = joined(parts, agreement.language), CopyWords(parts[0].language)
    turned = {False: _turned(keeper, agreement, parts, options)}
    turned[True] = _as_duplicate(turned[False], parts)

    def numbered(after: int, count: int, *, duplicate: bool) -> Document:
        copy = words.mark(after, count, copies, duplicate=duplicate)
        return replace(turned[duplicate], corner=corner_mark(document, agreement, options, copy))

    for duplicate, after, count in (
        (False, keeper.originals_after, keeper.originals),
        (True, keeper.duplicates_after, keeper.duplicates),
    ):
        if count:
            each = tuple(numbered(after + place, 1, duplicate=duplicate) for place in range(count))
            yield CopyRun(keeper, duplicate, after, count, numbered(after, count, duplicate=duplicate), each)


def _turned(keeper: Keeper, agreement: Agreement, parts: tuple[Document, ...], options: ExportOptions) -> Document:
    """The agreement with the keeper named first, in each of its languages."""
    first = keeper.party or 0
    swap = options.swap_labels
    turned = joined(tuple(party_first(part, agreement, first, swap_labels=swap) for part in parts), agreement.language)
    return replace(turned, blocks=tuple(map(_with_blank_back, turned.blocks))) if options.duplex else turned


def _as_duplicate(document: Document, parts: tuple[Document, ...]) -> Document:
    """The copy that says on its cover, in each of its languages, that it is a duplicate."""
    mark = " ".join(CopyWords(part.language).duplicate() for part in parts)
    marked = (replace(block, mark=mark) if isinstance(block, Cover) else block for block in document.blocks)
    return replace(document, blocks=tuple(marked))


def _with_blank_back(block: Block) -> Block:
    """Nothing is printed on the back of the cover, so that page 1 is the front of a sheet, as all odd pages are."""
    return replace(block, blank_back=True) if isinstance(block, Cover) else block
