"""Which clauses of a returned draft stand elsewhere: in another order, or below another clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.sent_texts import SentClause


@dataclass(frozen=True, slots=True)
class Move:
    """A clause that moved. `before`: what it now stands before among its siblings, None at the end; `into`: the clause
    that it now stands below, None where that is its own still.
    """

    clause: SentClause
    before: SentClause | None = None
    into: SentClause | None = None


def moves(clauses: Sequence[SentClause], now: Sequence[int], here: Sequence[int]) -> Iterator[Move]:
    """All but the longest run of siblings that kept its order. `now`: the clauses that came back, in their order;
    `here`: those stored, in theirs; what stands so already is no move.
    """
    known = {clause.id: clause for clause in clauses}
    depths = _depths(clauses)
    above, above_here = _above(now, depths), _above(here, depths)
    away = [one for one in now if known[one].parent_id in above and above[one] not in (None, known[one].parent_id)]
    for parent in dict.fromkeys(clause.parent_id for clause in clauses):
        siblings = [clause.id for clause in clauses if clause.parent_id == parent and clause.id in above]
        yield from _reordered([one for one in siblings if one not in away], now, here, known)
    for one in away:
        below = above[one]
        following = next((other for other in now[now.index(one) + 1 :] if above[other] == below), None)
        if below is not None and above_here.get(one) != below:
            yield Move(known[one], known[following] if following else None, known[below])


def _reordered(
    siblings: list[int], now: Sequence[int], here: Sequence[int], known: Mapping[int, SentClause]
) -> Iterator[Move]:
    place = {clause_id: at for at, clause_id in enumerate(now)}
    order = sorted(siblings, key=place.__getitem__)
    kept = _in_order([siblings.index(one) for one in order])
    stored = [one for one in here if one in place and one in siblings]
    for one, after in zip(order, (*order[1:], 0), strict=False):
        stands = one in stored and [*stored, 0][stored.index(one) + 1] == after
        if siblings.index(one) not in kept and not stands:
            yield Move(known[one], known.get(after))


def _depths(clauses: Sequence[SentClause]) -> dict[int, int]:
    found: dict[int, int] = {}
    for clause in clauses:  # parents come before their children
        found[clause.id] = found.get(clause.parent_id or 0, -1) + 1
    return found


def _above(order: Sequence[int], depths: Mapping[int, int]) -> dict[int, int | None]:
    """The clause that each stands below, by the order alone."""
    last: dict[int, int] = {}
    found: dict[int, int | None] = {}
    for one in order:
        depth = depths.get(one)
        if depth is not None:
            found[one] = last.get(depth - 1)
            last = {level: other for level, other in last.items() if level < depth} | {depth: one}
    return found


def _in_order(order: Sequence[int]) -> set[int]:
    """A longest rising run of the places."""
    best: list[list[int]] = []
    for value in order:
        before = [run for run in best if run[-1] < value]
        best.append([*_longest(before), value])
    return set(_longest(best))


def _longest(runs: list[list[int]]) -> list[int]:
    return max(runs, key=lambda run: len(run), default=[])
