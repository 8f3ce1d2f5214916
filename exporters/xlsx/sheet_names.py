"""Names of sheets that Excel, WPS and LibreOffice accept."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 31  # UTF-16 units
_ILLEGAL = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f]+")


def sheet_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """A legal name of its own for each sheet, as near to the wanted one as can be."""
    taken: set[str] = {"history"}  # Excel keeps this one for itself
    names = []
    for index, name in enumerate(wanted, start=1):
        legal = _ILLEGAL.sub(" ", name).strip().strip("'").strip() or str(index)
        chosen, count = _cut(legal, LONGEST), 1
        while chosen.casefold() in taken:
            count += 1
            chosen = _cut(legal, LONGEST - len(f" {count}")) + f" {count}"
        taken.add(chosen.casefold())
        names.append(chosen)
    return tuple(names)


def _cut(name: str, longest: int) -> str:
    while len(name.encode("utf-16-le")) // 2 > longest:
        name = name[:-1]
    return name.rstrip(" '")
