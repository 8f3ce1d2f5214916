"""Between the values of cells and what people read and type."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from models.rules.typed_values import read_day, read_number, read_time
from ui.widgets.picker_entries import EntryList
from ui.widgets.row_model import Column, EditorKind

_HIDDEN = re.compile(r"[*＊]|[xX×●•]{3,}")
_READ: Mapping[EditorKind, Callable[[str], Any]] = {
    EditorKind.NUMBER: read_number,
    EditorKind.DATE: read_day,
    EditorKind.TIME: read_time,
}


def words_of(column: Column, value: Any, language: str) -> str:
    """A value as people read and type it."""
    if column.choices is not None:
        return next((words for known, words in column.choices(language) if known == value), "")
    if column.entries is not None and column.editor is EditorKind.PICK:
        found = EntryList(column.entries(language)).of(value)
        return found.words if found else ""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def value_of(column: Column, text: str, language: str) -> Any:
    """What was typed or pasted as a value of a column. ValueError where it cannot be one; a masked number never is."""
    plain = text.strip()
    if column.private and is_masked(plain):
        raise ValueError(plain)
    if column.choices is not None:
        return _chosen(column, plain, language)
    if column.editor is EditorKind.PICK:
        return _picked(column, plain, language)
    if column.editor is EditorKind.LINE:
        return " ".join(plain.split("\n")).strip()
    return _READ[column.editor](plain) if column.editor in _READ else plain


def is_masked(text: str) -> bool:
    """Whether digits of a number are hidden: 138****5678, 138xxxx5678."""
    return bool(_HIDDEN.search(text))


def emptied(column: Column, language: str) -> Any:
    """The value of a cleared cell. ValueError where something must be chosen."""
    return value_of(column, "", language)


def _chosen(column: Column, plain: str, language: str) -> Any:
    """By its words in either language, or by its code."""
    spoken = [*(column.choices(language) if column.choices else ())]
    spoken += column.choices("en" if language == "zh" else "zh") if column.choices else ()
    for value, words in spoken:
        if plain.casefold() in (words.casefold(), str(value or "").casefold()):
            return value
    raise ValueError(plain)


def _picked(column: Column, plain: str, language: str) -> Any:
    if not plain:
        return None
    for spoken in (language, "en" if language == "zh" else "zh"):
        found = EntryList(column.entries(spoken) if column.entries else ()).named(plain)
        if found is not None:
            return found.value
    raise ValueError(plain)
