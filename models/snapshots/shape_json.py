"""Frozen shapes as plain JSON values, and back: an agreement as it stood when its text was frozen.

Fields that a shape has learned since get their default; fields it has forgotten are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Shape = TypeVar("Shape")

_READERS: dict[type, Any] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    time: time.fromisoformat,
    Decimal: Decimal,
}


def to_json(shape: object) -> dict[str, object]:
    """A shape as JSON values; what has its default is left out."""
    packed: dict[str, object] = {}
    assert is_dataclass(shape)
    for field in fields(shape):
        value = getattr(shape, field.name)
        if field.default is MISSING or value != field.default:
            packed[field.name] = _pack(value)
    return packed


def from_json(kind: type[Shape], packed: Mapping[str, object]) -> Shape:
    """The shape that `to_json` packed. ValueError, KeyError or TypeError where it is none."""
    shape: Any = kind
    hints = _hints(shape)
    return kind(**{name: _unpack(hints[name], value) for name, value in packed.items() if name in hints})


def _pack(value: object) -> object:
    if is_dataclass(value):
        return to_json(value)
    if isinstance(value, tuple):
        return [_pack(item) for item in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value.value if isinstance(value, StrEnum) else value


def _unpack(hint: Any, value: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return None if value is None else _unpack(next(a for a in get_args(hint) if a is not NoneType), value)
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return tuple(_unpack(item, one) for one in value)
    if is_dataclass(hint):
        assert isinstance(hint, type)
        return from_json(hint, value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    return _READERS[hint](value) if hint in _READERS else value


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
