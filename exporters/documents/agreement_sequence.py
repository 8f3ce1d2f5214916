"""The agreement in Chinese and then in English: both texts whole, one after the other, signed once for both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters.blocks import Block, Cover, Document, Section, SignatureArea, Spacer
from exporters.documents.agreement_parallel import across


def one_after_the_other(chinese: Document, english: Document) -> Document:
    """One paper of the two: a cover in both languages, the texts, where both are signed, the annexes of both.

    It is a Chinese paper with English sections.
    """
    second = (*_text(english.blocks), *_both(chinese, english, SignatureArea))
    return replace(
        chinese,
        title=f"{chinese.title} / {english.title}",
        subject=" / ".join(dict.fromkeys(filter(None, (chinese.subject, english.subject)))),
        keywords=tuple(dict.fromkeys(chinese.keywords + english.keywords)),
        corner="",
        blocks=(
            *_both(chinese, english, Cover),
            *_text(chinese.blocks),
            Section(english.title, second, language="en"),
            *(block for block in chinese.blocks if isinstance(block, Section)),
            *(replace(block, language="en") for block in english.blocks if isinstance(block, Section)),
        ),
    )


def _text(blocks: Sequence[Block]) -> Iterator[Block]:
    """What stands between cover and places to sign; the empty line before these goes with them."""
    text = [block for block in blocks if not isinstance(block, Cover | SignatureArea | Section)]
    while text and isinstance(text[-1], Spacer):
        text.pop()
    return iter(text)


def _both(chinese: Document, english: Document, kind: type[Cover] | type[SignatureArea]) -> Iterator[Block]:
    """The cover or the places to sign, in both languages."""
    left, right = ([block for block in one.blocks if isinstance(block, kind)] for one in (chinese, english))
    for one, other in zip(left, right, strict=True):
        yield from across(one, other)
