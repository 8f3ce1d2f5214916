"""Separator sheets: whose copies follow in the pile, and how many."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from exporters.blocks import Document, Paragraph, Spacer, Span, SpanKind, Title
from exporters.options import ExportOptions
from exporters.signing_set.build import CopyRun, SignedAgreement, SigningSet
from exporters.signing_set.copies import Keeper
from exporters.signing_set.wording import CopyWords

_ABOVE = 5  # empty lines, so that the words are seen when the pile is leafed through


def collated(signing_set: SigningSet, options: ExportOptions) -> Iterator[Document]:
    """The print job in order: for each agreement and keeper a separator sheet, then every copy."""
    words = CopyWords(options.language)
    for signed in signing_set.agreements:
        for keeper, runs in groupby(signed.runs, key=lambda run: run.keeper):
            kept = tuple(runs)
            yield _sheet(signed, keeper, kept, words)
            yield from (copy for run in kept for copy in run.each)


def _sheet(signed: SignedAgreement, keeper: Keeper, runs: tuple[CopyRun, ...], words: CopyWords) -> Document:
    """“甲方（云岭县人民政府）留存 · 正本 2 份”, the agreement, which copies follow."""
    title = words.quoted(signed.title)
    whose = words.kept_by(keeper)
    lines = [words._("Agreement {number}", number=signed.number), title, *_following(signed, runs, words)]
    return Document(
        kind="signing-set",
        title=whose,
        language=words.language,
        blocks=(Spacer(_ABOVE), Title((*_whose(keeper, words), words.amount(keeper))), *map(_line, lines)),
        numbered=False,
    )


def _whose(keeper: Keeper, words: CopyWords) -> tuple[str, ...]:
    """Who keeps them; a long English name stands on lines of its own."""
    unit = words.unit(keeper)
    if words.language == "zh" or not unit:
        return (words.kept_by(keeper),)
    return words._("Kept by {keeper}", keeper=words.role(keeper)), unit


def _following(signed: SignedAgreement, runs: tuple[CopyRun, ...], words: CopyWords) -> Iterator[str]:
    for run in runs:
        total = signed.copies.duplicates if run.duplicate else signed.copies.originals
        numbers = words.numbered(run.after, run.count, duplicate=run.duplicate)
        yield words._("Here follow: {copies} of {total} in all", copies=words.inside(numbers), total=total)


def _line(text: str) -> Paragraph:
    return Paragraph((Span(text, SpanKind.STRONG),), align="center", indent=0)
