"""What a template sees of the records: mappings and lists that know their dotted names, and what is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from jinja2 import Undefined, UndefinedError
from jinja2.runtime import LoopContext
from jinja2.utils import missing as not_given

MOST_ROUNDS = 10_000  # of all loops of one template together
LONGEST_OUTPUT = 500_000  # characters


class RefusedError(Exception):
    """Something the template may not do; the engine adds the line."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


@dataclass(slots=True)
class Meter:
    """What one rendering has used up, and what it missed."""

    rounds: int = 0
    characters: int = 0
    missing: list[str] = field(default_factory=list)

    def count_round(self) -> None:
        """One more round of a loop, or template_too_large."""
        self.rounds += 1
        if self.rounds > MOST_ROUNDS:
            raise RefusedError("template_too_large", limit=MOST_ROUNDS)

    def count_text(self, characters: int) -> None:
        """So many more characters of output, or template_too_large."""
        self.characters += characters
        if self.characters > LONGEST_OUTPUT:
            raise RefusedError("template_too_large", limit=LONGEST_OUTPUT)


class Missing(Undefined):
    """A value nobody gave: false, equal to nothing, and its fields are missing too. `path` is its dotted name."""

    __slots__ = ("path",)

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = not_given,
        name: str | None = None,
        exc: Any = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        self.path = name or ""

    def child(self, name: str) -> Missing:
        """A field of what is missing."""
        return Missing(name=f"{self.path}.{name}")

    def item(self, index: int) -> Missing:
        """An item of what is missing, counted from 1 in its name."""
        return Missing(name=f"{self.path}.{index + 1}")

    @staticmethod
    def is_missing(value: object) -> bool:
        """The test `is undefined`."""
        return isinstance(value, Undefined)

    def __eq__(self, other: object) -> bool:
        return False

    __hash__ = Undefined.__hash__


def _never(_missing: Missing, _other: object) -> bool:
    return False


# Jinja2 raises here; a condition on what nobody gave is simply not met.
for _comparison in ("__lt__", "__le__", "__gt__", "__ge__"):
    setattr(Missing, _comparison, _never)


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping under its dotted name."""

    path: str
    fields: Mapping[str, object]

    def child(self, name: str) -> object:
        """A field, or what stands for a missing one."""
        return wrapped(self.fields.get(name), f"{self.path}.{name}")

    def __bool__(self) -> bool:
        return bool(self.fields)


@dataclass(frozen=True, slots=True)
class Rows:
    """A list under its dotted name; `column` is the field that was picked from each of its mappings."""

    path: str
    values: Sequence[object]
    column: str = ""

    def item(self, index: int) -> object:
        """An item, counted from 0 as in Python and from 1 in its dotted name."""
        value = self.values[index] if 0 <= index < len(self.values) else None
        return wrapped(value, f"{self.path}.{index + 1}{self.column}")

    def each(self, name: str) -> Rows:
        """One field of every mapping in the list."""
        fields = [value.get(name) if isinstance(value, Mapping) else None for value in self.values]
        return Rows(self.path, fields, f"{self.column}.{name}")

    def items(self) -> list[object]:
        """All items."""
        return [self.item(index) for index in range(len(self.values))]

    def __contains__(self, value: object) -> bool:
        return value in self.values

    def __len__(self) -> int:
        return len(self.values)


@dataclass(frozen=True, slots=True)
class Joined:
    """Values one behind the other, each still itself (a name, a blank)."""

    parts: tuple[object, ...]


def wrapped(value: object, path: str) -> object:
    """The value as a template sees it; None and the empty text are missing."""
    if value is None or value == "":
        return Missing(name=path)
    if isinstance(value, Mapping):
        return Branch(path, value)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return Rows(path, value)
    return value


def scalar(value: object) -> str:
    """The printed form of a plain value; a date, a list or a mapping needs a filter or a field first."""
    if value is None or isinstance(value, bool):
        raise RefusedError("template_error", reason="yes or no is for conditions")
    if isinstance(value, str):
        if _NO_SIGN.search(value):
            raise RefusedError("template_error", reason="half a sign")
        return str(value)
    if isinstance(value, int | Decimal):
        return str(value)
    raise RefusedError("template_error", reason=f"{_called(value)} is no plain value")


_NO_SIGN = re.compile("[\ud800-\udfff]")  # halves of signs: no file can hold them


def _called(value: object) -> str:
    if isinstance(value, LoopContext):
        return "loop"
    return "[ ]" if isinstance(value, list) else str(getattr(value, "path", type(value).__name__))
