"""Somebody to put on a list, before anything is stored: planned by a paste, made by `actions/attendance.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody to put on the list: the columns known, a unit by its name where it has no number yet."""

    values: Mapping[str, Any] = field(default_factory=dict)
    unit_name: str = ""
