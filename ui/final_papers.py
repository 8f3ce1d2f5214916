"""What a final paper may not lack, and what it leaves open: looked for in the blocks, whatever the format.

A final paper in English may not fall back to Chinese words; places that nobody has filled are printed as ruled
blanks and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from exporters.blocks import Document, SignatureArea, Span, SpanKind
from exporters.options import ExportOptions
from exporters.paper import Notice
from exporters.registry import DocumentKind, find
from models.errors import KnownError
from models.snapshots.shapes import Bilingual, MeetingSnapshot

Kind = TypeVar("Kind")

WITH_TEXTS = ("agreement", "signature-pages")  # papers that are signed: their texts must be final
_WORKING_PAPERS = ("proof-sheet",)  # show what is missing: that is what they are for
SHOWN = 24  # facts named in one notice; the checks list them all
_RULED = re.compile("_{8,}")  # a blank inside a heading


def final_notices(
    snapshot: MeetingSnapshot, kinds: Iterable[DocumentKind], options: ExportOptions, *, with_set: bool = False
) -> tuple[tuple[str, Notice], ...]:
    """What the final papers leave open, each with its paper.

    `with_set`: the copies to be signed are made, too, in both languages where both are signed. KnownError:
    text_not_final, english_missing.
    """
    if not options.final:
        return ()
    chosen = tuple(kind for kind in kinds if kind.key not in _WORKING_PAPERS)
    if with_set or any(kind.key in WITH_TEXTS for kind in chosen):
        refuse_unfrozen(snapshot, options)
    documents = [document for kind in chosen for document in kind.assemble(snapshot, options)]
    signed = _signed_english(snapshot, options) if with_set else []
    refuse_missing_english(snapshot, [*(_english_half(snapshot, chosen, options) or documents), *signed])
    elsewhere = () if with_set else _signed_elsewhere(snapshot, documents, options)  # the set tells so itself
    return (*elsewhere, *open_places([*documents, *signed]))


def refuse_unfrozen(snapshot: MeetingSnapshot, options: ExportOptions) -> None:
    """KnownError: text_not_final (agreement, count), where a text to be signed may still change."""
    from exporters.documents.agreement import title_of, written_agreements
    from models.final_texts import final_revision

    try:
        chosen = written_agreements(snapshot, options)
    except KnownError as error:
        if error.code == "no_material":  # told where the papers are made
            return
        raise
    open_texts = [agreement for agreement in chosen if final_revision(agreement) is None]
    if open_texts:
        title = title_of(open_texts[0], options.language).pick(options.language[:2])
        raise KnownError("text_not_final", agreement=title, count=len(open_texts))


def _signed_elsewhere(
    snapshot: MeetingSnapshot, documents: Iterable[Document], options: ExportOptions
) -> Iterator[tuple[str, Notice]]:
    """Agreements whose signature page is among the papers in a language that nobody signs."""
    from exporters.documents.agreement import written_agreements
    from exporters.documents.agreement_languages import is_translation
    from exporters.signing_set.build import signed_elsewhere

    if not any(document.kind == "signature-pages" for document in documents):
        return
    for agreement in written_agreements(snapshot, options):
        if is_translation(options.language, agreement):
            yield place_of("signature-pages", ""), signed_elsewhere(agreement, options.language)


def _signed_english(snapshot: MeetingSnapshot, options: ExportOptions) -> list[Document]:
    """The English texts of the agreements that this signing set signs in Chinese and English."""
    from exporters.documents.agreement_languages import signed_in

    both = [one for one in snapshot.agreements if one.clauses and signed_in(one) == (options.language, "en")]
    english = [replace(options, language="en", agreement_key=one.key) for one in both]
    return [document for one in english for document in find("agreement").assemble(snapshot, one)]


def _english_half(snapshot: MeetingSnapshot, kinds: Iterable[DocumentKind], options: ExportOptions) -> list[Document]:
    """The English papers of those that stand beside Chinese ones, where Chinese words are no sign of a missing text."""
    if options.language != "zh-en":
        return []
    english = replace(options, language="en")
    return [document for kind in kinds for document in kind.assemble(snapshot, english)]


def open_places(documents: Iterable[Document]) -> tuple[tuple[str, Notice], ...]:
    """For each document with ruled blanks its place ("agreement/strategic") and a notice that names them."""
    found: dict[str, list[str]] = {}
    for document in documents:
        found.setdefault(place_of(document.kind, document.key), []).extend(_blanks(document.blocks))
    return tuple((place, _open(names)) for place, names in found.items() if names)


def place_of(document: str, key: str) -> str:
    """Where a notice about a paper belongs."""
    return f"{document}/{key}" if key else document


def refuse_missing_english(snapshot: MeetingSnapshot, documents: Iterable[Document]) -> None:
    """KnownError: english_missing, with the first text that would stand in Chinese among the English words."""
    known = (snapshot, *_frozen_words(snapshot))
    chinese_only = {text.zh for text in _nested(known, Bilingual) if text.lacks("en")}
    for document in documents:
        lacking = list(dict.fromkeys(_borrowed(document, chinese_only)))
        if lacking:
            raise KnownError("english_missing", document=document.kind, text=lacking[0], count=len(lacking))


def _frozen_words(snapshot: MeetingSnapshot) -> Iterator[object]:
    """What finalized agreements were made of: their texts may lack English that the records have by now."""
    from exporters.documents.agreement_frozen import as_frozen
    from models.agreement_assembly import clauses_of

    for agreement in map(as_frozen, snapshot.agreements):
        if agreement.frozen is not None:
            yield replace(agreement, clauses=clauses_of(agreement.frozen.terms), revisions=(), frozen=None)


def _open(names: Iterable[str]) -> Notice:
    """How many places there are in all, and which facts are missing, each once."""
    places = list(names)
    facts = list(dict.fromkeys(filter(None, places)))
    shown = [*facts[:SHOWN], "…"] if len(facts) > SHOWN or not facts else facts
    return Notice("open_places", (("count", str(len(places))), ("variables", ", ".join(shown))))


def _blanks(blocks: object) -> Iterator[str]:
    """What is missing at each blank; a blank inside a heading does not say."""
    yield from (span.text for span in _nested(blocks, Span) if span.kind is SpanKind.BLANK)
    yield from ("" for text in _nested(blocks, str) for _ruled in _RULED.findall(text))


def _borrowed(document: Document, chinese_only: set[str]) -> Iterator[str]:
    """Chinese words of the snapshot among the English ones; one character counts only where it stands alone."""
    for text in _nested(tuple(_in_english(document)), str):
        if not text.isascii():
            yield from (words for words in chinese_only if words == text or (len(words) > 1 and words in text))


def _in_english(document: Document) -> Iterator[object]:
    """What is in English: all of an English paper, but of a signature page in both languages its English half."""
    if document.language == "en":
        yield document.title
    for block in document.blocks:
        halves = [area.english for area in _nested(block, SignatureArea) if area.english is not None]
        if halves or document.language == "en":
            yield from halves or (block,)


def _nested(value: object, kind: type[Kind]) -> Iterator[Kind]:
    """Every value of a kind below another one."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nested(item, kind)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _nested(getattr(value, field.name), kind)
