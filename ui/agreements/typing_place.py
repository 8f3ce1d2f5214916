"""Where somebody types in a clause sheet: kept when the sheet must be laid out anew under the cursor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from ui.agreements.field_text import FieldText
from ui.agreements.kept_line import KeptLine

Texts = Mapping[tuple[int, str], FieldText]
Lines = Mapping[int, KeptLine]


@dataclass(frozen=True)
class TypingPlace:
    """The text with the keyboard and its cursor, half-typed lines, and how far the sheet is scrolled."""

    text: tuple[int, str] | None
    anchor: int
    position: int
    lines: tuple[tuple[int, int, str, int | None], ...]  # which of the given, clause id, words, cursor where focused
    scrolled: int


def typing_place(texts: Texts, lines: tuple[Lines, ...], scrolled: int) -> TypingPlace:
    """Remember."""
    text = next((place for place, one in texts.items() if one.hasFocus()), None)
    cursor = texts[text].textCursor() if text is not None else QTextCursor()
    kept = tuple(
        (number, clause_id, line.text(), line.cursorPosition() if line.hasFocus() else None)
        for number, some in enumerate(lines)
        for clause_id, line in some.items()
        if line.typing() or line.hasFocus()
    )
    return TypingPlace(text, cursor.anchor(), cursor.position(), kept, scrolled)


def go_on_typing(place: TypingPlace, texts: Texts, lines: tuple[Lines, ...]) -> None:
    """Put the keyboard, the cursor and the half-typed words back."""
    text = texts.get(place.text) if place.text is not None else None
    if text is not None:
        most = text.document().characterCount() - 1
        cursor = text.textCursor()
        cursor.setPosition(min(place.anchor, most))
        cursor.setPosition(min(place.position, most), QTextCursor.MoveMode.KeepAnchor)
        text.setTextCursor(cursor)
        text.setFocus(Qt.FocusReason.OtherFocusReason)
    for number, clause_id, words, at in place.lines:
        line = lines[number].get(clause_id)
        if line is not None:
            line.setText(words)
            if at is not None:
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                line.setCursorPosition(at)
