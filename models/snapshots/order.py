"""Order in trees of rows: parents before their children, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class _Node(Protocol):
    """A row that may lie below another of its kind."""

    @property
    def id(self) -> int:
        """The row's id."""
        ...

    @property
    def parent_id(self) -> int | None:
        """The id of the row above."""
        ...


N = TypeVar("N", bound=_Node)


def children_of(rows: Sequence[N]) -> tuple[list[N], dict[int, list[N]]]:
    """The rows at the top, and those below each id. A row in a circle, or whose parent is not there, is at the top."""
    parents = {row.id: row.parent_id for row in rows}
    top: list[N] = []
    below: dict[int, list[N]] = {}
    for row in rows:
        if row.parent_id in parents and not _is_in_circle(row.id, parents):
            below.setdefault(row.parent_id or 0, []).append(row)
        else:
            top.append(row)
    return top, below


def parents_first(rows: Sequence[N]) -> list[N]:
    """Every row once, each directly before the rows below it."""
    top, below = children_of(rows)
    return list(_walk(top, below))


def _walk(rows: Iterable[N], below: dict[int, list[N]]) -> Iterable[N]:
    for row in rows:
        yield row
        yield from _walk(below.get(row.id, []), below)


def _is_in_circle(id_: int, parents: dict[int, int | None]) -> bool:
    """Whether the way up from this row comes back to it."""
    seen: set[int] = set()
    at = parents.get(id_)
    while at is not None and at not in seen:
        if at == id_:
            return True
        seen.add(at)
        at = parents.get(at)
    return False
