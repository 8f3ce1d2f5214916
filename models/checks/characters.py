"""Characters that no font can draw, or that stand for something lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unicodedata import category

from models.checks.finding import Finding, error, warning
from models.checks.texts import Text, texts_of
from models.snapshots.shapes import MeetingSnapshot

REPLACEMENT = "\ufffd"
_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0x10FFFF))
LONGEST_CONTEXT = 20


def check_characters(snapshot: MeetingSnapshot, can_draw: Callable[[str, str], bool] | None) -> Iterator[Finding]:
    """Every character of every text once a place. Without `can_draw` only what no font could know is found."""
    for text in texts_of(snapshot):
        strange = {character for character in text.text if character == REPLACEMENT or _is_private(character)}
        for character in sorted(strange):
            code = "replacement_character" if character == REPLACEMENT else "private_character"
            yield warning(code, text.place, **_values(character, text.text))
        if can_draw is not None:
            yield from _undrawable(text, can_draw)


def _undrawable(text: Text, can_draw: Callable[[str, str], bool]) -> Iterator[Finding]:
    """White space and control characters are nothing to draw."""
    drawn = "".join(c for c in text.text if not c.isspace() and category(c) not in ("Cc", "Cf"))
    if not can_draw(drawn, "body"):
        for character in dict.fromkeys(drawn):
            if not can_draw(character, "body"):
                yield error("undrawable_character", text.place, **_values(character, text.text))


def _values(character: str, text: str) -> dict[str, str]:
    at = max(text.index(character) - LONGEST_CONTEXT // 2, 0)
    context = " ".join(text[at : at + LONGEST_CONTEXT].split())
    return {"character": character, "code_point": f"U+{ord(character):04X}", "context": context}


def _is_private(character: str) -> bool:
    return any(low <= ord(character) <= high for low, high in _PRIVATE)
