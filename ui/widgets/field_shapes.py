"""What a field of a panel is: one table of these replaces a form written by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.widgets.picker import Entry


class FieldKind(Enum):
    """How a field is edited."""

    LINE = auto()
    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    TIME = auto()
    CHOICE = auto()
    FLAG = auto()
    PICK = auto()
    BILINGUAL_LINE = auto()
    BILINGUAL_TEXT = auto()


BILINGUAL = frozenset({FieldKind.BILINGUAL_LINE, FieldKind.BILINGUAL_TEXT})
SHORT = frozenset({FieldKind.NUMBER, FieldKind.DATE, FieldKind.TIME})  # two of these share a line


@dataclass(frozen=True)
class Field:
    """One field. `key` is the column of the record; with a bilingual kind "title" stands for title_zh and title_en.

    `label`, `unit` and `hint` are messages; `choices` and `entries` are asked in the language of the window.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    choices: Callable[[str], Sequence[tuple[Any, str]]] | None = None
    entries: Callable[[str], Sequence[Entry]] | None = None
    wanted: Callable[[], None] | None = None  # of PICK: somebody turns to it, entries may come later
    unit: str = ""
    hint: str = ""
    masked: bool = False
    create_words: str = ""  # of PICK: a message with {text}, where what is typed may be made
    decimals: int = 0  # of NUMBER: more than none gives a Decimal
    near: Callable[[], date | None] | None = None  # of DATE: the day that completes "5-20"
    computed: bool = False  # shown, never edited

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the record behind it."""
        return (f"{self.key}_zh", f"{self.key}_en") if self.kind in BILINGUAL else (self.key,)

    @property
    def shape(self) -> tuple[object, ...]:
        """What decides how it looks: fields of one shape share their widgets."""
        return (self.key, self.label, self.kind, self.unit, self.hint, self.masked, self.create_words, self.computed)


@dataclass(frozen=True)
class FieldSection:
    """A heading (a message, or nothing) with its fields."""

    heading: str
    fields: tuple[Field, ...]
