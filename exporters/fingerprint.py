"""The fingerprint of a paper's words, and blocks as JSON that comes back exactly as it went."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache

from exporters import blocks
from exporters.blocks import Document, DraftNote, SpanKind

NOT_WORDS = ("subject", "keywords", "style", "landscape", "corner", "numbered", "mark")  # properties, looks, marks
NO_WORDS_OF = {  # the same below: which copy it is, and looks
    ("Cover", "mark"),
    ("Table", "whole"),
    ("Table", "form"),
    ("FieldList", "form"),
    ("Cell", "name"),
    *(("Cards", look) for look in ("width", "height", "faces", "base", "flap", "note", "far_blank")),
}

_SHAPES: dict[str, type] = {
    name: shape for name, shape in vars(blocks).items() if isinstance(shape, type) and is_dataclass(shape)
}
_VALUES: dict[str, Callable[[str], object]] = {
    "decimal": Decimal,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


def content_hash(document: Document) -> str:
    """SHA-256 of the words in 64 hex digits: the same for a draft, a final paper and every format.

    Left out: lines that only a draft carries, what `NOT_WORDS` lists, and whatever has its default, so that a block
    that learns something new keeps the fingerprints of papers printed before. Texts count in NFC, as they are printed.
    """
    words = {name: part for name, part in _canonical_fields(document).items() if name not in NOT_WORDS}
    canonical = json.dumps(words, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def to_json(document: Document) -> dict[str, object]:
    """The document as plain JSON values; `from_json` gives an equal document back."""
    packed = _pack(document)
    assert isinstance(packed, dict)
    return packed


def from_json(stored: Mapping[str, object]) -> Document:
    """The document that `to_json` packed."""
    document = _unpack(stored)
    if not isinstance(document, Document):
        raise ValueError("not a stored document")
    return document


def _pack(part: object) -> object:
    if is_dataclass(part):
        packed: dict[str, object] = {"shape": type(part).__name__}
        return packed | {field.name: _pack(getattr(part, field.name)) for field in fields(part)}
    if isinstance(part, tuple):
        return [_pack(item) for item in part]
    if isinstance(part, Decimal):
        return {"decimal": str(part)}
    if isinstance(part, datetime | date | time):
        return {type(part).__name__: part.isoformat()}
    return part.value if isinstance(part, StrEnum) else part


def _unpack(part: object) -> object:
    if isinstance(part, list):
        return tuple(_unpack(item) for item in part)
    if not isinstance(part, Mapping):
        return part
    if "shape" not in part:
        [(name, text)] = part.items()
        return _VALUES[name](text)
    values = {name: _unpack(item) for name, item in part.items() if name != "shape"}
    if part["shape"] == "Span":
        values["kind"] = SpanKind(str(values["kind"]))
    return _SHAPES[part["shape"]](**values)


def _canonical_fields(shape: object) -> dict[str, object]:
    """The name of the shape, and its fields that differ from their default."""
    kind: type = type(shape)
    own: dict[str, object] = {"shape": kind.__name__}
    for name, default in _counted(kind):
        value = getattr(shape, name)
        if value is not None and value != default:
            own[name] = _canonical(value)
    return own


@cache
def _counted(kind: type) -> tuple[tuple[str, object], ...]:
    """The fields that count as words, with their defaults."""
    assert is_dataclass(kind)
    return tuple(
        (field.name, field.default) for field in fields(kind) if (kind.__name__, field.name) not in NO_WORDS_OF
    )


def _canonical(part: object) -> object:
    kind: type = type(part)
    if kind is str:
        text = str(part)
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    if _is_shape(kind):
        return _canonical_fields(part)
    if isinstance(part, tuple):
        return [_canonical(item) for item in part if type(item) is not DraftNote]
    if isinstance(part, float) and part.is_integer():
        return int(part)
    return _pack(part)


@cache
def _is_shape(kind: type) -> bool:
    """Whether values of this type have fields; asked once a type, since a long list has a hundred thousand values."""
    return is_dataclass(kind)
