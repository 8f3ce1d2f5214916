"""甲方 and 乙方 exchanged throughout an agreement, so that whoever is named first is 甲方; who owes what stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from exporters.blocks import Cell, Cover, Document, SignatureParty, Span, SpanKind, Title
from models.snapshots.agreement_values import party_label

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_LETTERS = "ABCDEFGHIJ"
_BETWEEN = "[、和与及或]"
_JOINTS = ", and |, or |, | and | or "

Rename = Callable[[str], str]


def relabeled(document: Document, order: tuple[int, ...]) -> Document:
    """The document in which the party that was number order[0] is called 甲方, order[1] 乙方, and so on.

    Names and titles are left alone. “甲乙双方” names the same two parties after the exchange and stays.
    """
    rename = renaming(order, document.language)
    return replace(document, blocks=tuple(_relabeled(block, rename) for block in document.blocks))


def renaming(order: tuple[int, ...], language: str) -> Rename:
    """The function that renames the parties in a text."""
    new = {old: place for place, old in enumerate(order)}
    labels = {party_label(old).pick(language): party_label(place).pick(language) for old, place in new.items()}
    signs = (_LETTERS if language == "en" else _STEMS)[: len(order)]
    pattern = _english(signs, labels) if language == "en" else _chinese(signs, labels)

    def renamed(found: re.Match[str]) -> str:
        return labels.get(found[0]) or _enumeration(found[0], signs, new)

    return lambda text: pattern.sub(renamed, text)


def _chinese(signs: str, labels: Mapping[str, str]) -> re.Pattern[str]:
    """“甲方”, and “甲、乙” before 双方, 三方 or 方."""
    listed = rf"[{signs}](?:{_BETWEEN}?[{signs}])+(?=[双两一二三四五六七八九十各]?方)"
    return re.compile("|".join((listed, *map(re.escape, sorted(labels, key=len, reverse=True)))))


def _english(signs: str, labels: Mapping[str, str]) -> re.Pattern[str]:
    """“Party A”, “Parties A and B”."""
    listed = rf"(?<=\bParties )[{signs}](?:(?:{_JOINTS})[{signs}])+\b"
    whole = "|".join(rf"\b{re.escape(label)}\b" for label in sorted(labels, key=len, reverse=True))
    return re.compile(f"{listed}|{whole}")


def _enumeration(text: str, signs: str, new: Mapping[int, int]) -> str:
    """The signs of several parties by their new names, in the order of the alphabet."""
    listed = [sign for sign in text if sign in signs]
    renamed = iter(sorted(new[signs.index(sign)] for sign in listed))
    return "".join(signs[next(renamed)] if letter in signs else letter for letter in text)


def _relabeled(part: Any, rename: Rename) -> Any:
    if isinstance(part, str):
        return rename(part)
    if isinstance(part, tuple):
        return tuple(_relabeled(item, rename) for item in part)
    if isinstance(part, Title | Cell) or (isinstance(part, Span) and part.kind in (SpanKind.NAME, SpanKind.BLANK)):
        return part
    if isinstance(part, SignatureParty):
        return replace(part, label=rename(part.label))
    if isinstance(part, Cover):
        return replace(part, parties=_relabeled(part.parties, rename))
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{field.name: _relabeled(getattr(part, field.name), rename) for field in fields(part)})
    return part
