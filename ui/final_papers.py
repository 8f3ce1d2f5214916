"""What a final paper may not lack, and what it leaves open: looked for in the blocks, whatever the format.

A final paper in English may not fall back to Chinese words; places that nobody has filled are printed as ruled
blanks and told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

from exporters.blocks import Document, Span, SpanKind
from exporters.paper import Notice
from models.errors import KnownError
from models.snapshots.shapes import Bilingual, MeetingSnapshot

Kind = TypeVar("Kind")

SHOWN = 8  # open places named in one notice; the checks list them all


def open_places(documents: Iterable[Document]) -> tuple[tuple[str, Notice], ...]:
    """For each document with ruled blanks its place ("agreement/strategic") and a notice that names them."""
    found = ((place_of(document.kind, document.key), tuple(_blanks(document.blocks))) for document in documents)
    return tuple((place, _open(names)) for place, names in found if names)


def place_of(document: str, key: str) -> str:
    """Where a notice about a paper belongs."""
    return f"{document}/{key}" if key else document


def refuse_missing_english(snapshot: MeetingSnapshot, documents: Iterable[Document]) -> None:
    """KnownError: english_missing, with the first text that an English paper would print in Chinese."""
    chinese_only = {text.zh for text in _nested(snapshot, Bilingual) if text.lacks("en")}
    for document in documents:
        lacking = list(dict.fromkeys(_borrowed(document, chinese_only))) if document.language == "en" else []
        if lacking:
            raise KnownError("english_missing", document=document.kind, text=lacking[0], count=len(lacking))


def _open(names: tuple[str, ...]) -> Notice:
    shown = [*names[:SHOWN], "…"] if len(names) > SHOWN else names
    return Notice("open_places", (("count", str(len(names))), ("variables", ", ".join(shown))))


def _blanks(blocks: object) -> Iterable[str]:
    """What is missing at each blank, once."""
    return dict.fromkeys(span.text for span in _nested(blocks, Span) if span.kind is SpanKind.BLANK)


def _borrowed(document: Document, chinese_only: set[str]) -> Iterator[str]:
    """Chinese words of the snapshot that stand in the document; one character counts only where it stands alone."""
    for text in (document.title, *_nested(document.blocks, str)):
        if not text.isascii():
            yield from (words for words in chinese_only if words == text or (len(words) > 1 and words in text))


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
