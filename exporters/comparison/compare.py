"""Two texts side by side: each piece of one beside its counterpart in the other, by key, by words, by likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from exporters.blocks import Document
from exporters.comparison.pieces import Piece, PieceKind, pieces_of
from exporters.comparison.word_diff import Numbers, Run, RunKind, likeness, only_renumbered, word_diff

LIKE_ENOUGH = 0.4  # of the pairs of words: below it two pieces are not the same one reworded


class ChangeKind(StrEnum):
    """What became of a piece."""

    SAME = "same"
    CHANGED = "changed"
    RENUMBERED = "renumbered"  # nothing but its number, or the numbers it refers to
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """A piece and what became of it. `moved`: it stands elsewhere among the others now.

    `heading` and `text` are the runs of both, deleted words where they stood.
    """

    kind: ChangeKind
    old: Piece | None
    new: Piece | None
    heading: tuple[Run, ...]
    text: tuple[Run, ...]
    moved: bool = False

    @property
    def piece(self) -> Piece:
        """The piece as it stands now; a deleted one as it stood."""
        found = self.new or self.old
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """All pieces of the new text in order, deleted ones where they stood."""

    changes: tuple[Change, ...]

    @property
    def is_same(self) -> bool:
        """Whether both say the same, word for word, in the same order."""
        return all(change.kind is ChangeKind.SAME and not change.moved for change in self.changes)

    def count(self, kind: ChangeKind) -> int:
        """How many pieces have changed in this way."""
        return sum(change.kind is kind for change in self.changes)

    @property
    def renumbered(self) -> int:
        """How many pieces have nothing but another number, or refer to other ones, and stand where they stood."""
        return sum(change.kind is ChangeKind.RENUMBERED and not change.moved for change in self.changes)

    @property
    def moved(self) -> int:
        """How many pieces stand elsewhere."""
        return sum(change.moved for change in self.changes)


def compare(old: Document, new: Document) -> Comparison:
    """What changed from one text to the other; both in one language."""
    before, after = pieces_of(old), pieces_of(new)
    counterparts = _counterparts(before, after)
    moved = _moved(counterparts)
    pairs = ((before[a], after[b]) for b, a in counterparts.items())
    numbers = {old.number: new.number for old, new in pairs if _is_numbered(old, new)}
    changes = [_change(before[a], after[b], numbers, moved=b in moved) for b, a in sorted(counterparts.items())]
    placed = dict(zip(sorted(counterparts), changes, strict=True))
    return Comparison(tuple(_in_order(before, after, counterparts, placed)))


def _counterparts(before: Sequence[Piece], after: Sequence[Piece]) -> dict[int, int]:
    """Place in the new text → place in the old one: the same key, the same words, then the likest that is left."""
    found: dict[int, int] = {}
    for same in (_by_key, _by_words, _by_likeness):
        taken = set(found.values())
        left = [a for a in range(len(before)) if a not in taken]
        right = [b for b in range(len(after)) if b not in found]
        found |= same(before, after, left, right)
    return found


def _by_key(
    before: Sequence[Piece], after: Sequence[Piece], left: Sequence[int], right: Sequence[int]
) -> dict[int, int]:
    keyed = _once((before[a].key, a) for a in left)
    return {b: keyed[key] for key, b in _once((after[b].key, b) for b in right).items() if key in keyed}


def _by_words(
    before: Sequence[Piece], after: Sequence[Piece], left: Sequence[int], right: Sequence[int]
) -> dict[int, int]:
    """Pieces that say the same; of several alike the first goes with the first."""
    waiting: dict[tuple[PieceKind, str, str], list[int]] = {}
    for a in left:
        waiting.setdefault(_words(before[a]), []).append(a)
    found = {}
    for b in right:
        places = waiting.get(_words(after[b]))
        if places:
            found[b] = places.pop(0)
    return found


def _words(piece: Piece) -> tuple[PieceKind, str, str]:
    return piece.kind, piece.heading, piece.text


def _by_likeness(
    before: Sequence[Piece], after: Sequence[Piece], left: Sequence[int], right: Sequence[int]
) -> dict[int, int]:
    """The likest pairs first; parties and places to sign go by their label, since their words may be quite others."""
    pairs = [
        (_likeness(before[a], after[b]), -abs(a - b), a, b)
        for a in left
        for b in right
        if before[a].kind is after[b].kind and before[a].level == after[b].level
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for degree, _near, a, b in sorted(pairs, reverse=True):
        if degree >= LIKE_ENOUGH and b not in found and a not in taken:
            found[b] = a
            taken.add(a)
    return found


def _likeness(old: Piece, new: Piece) -> float:
    if old.kind in (PieceKind.TITLE, PieceKind.PARTY, PieceKind.SIGNATURE) and old.heading == new.heading:
        return 1.0
    return likeness(f"{old.heading}\n{old.text}", f"{new.heading}\n{new.text}")


def _once(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Keys that occur once; an empty one is none."""
    seen: dict[str, list[int]] = {}
    for key, place in pairs:
        seen.setdefault(key, []).append(place)
    return {key: places[0] for key, places in seen.items() if key and len(places) == 1}


def _moved(counterparts: dict[int, int]) -> set[int]:
    """Places in the new text of pieces that left their order: all but the longest run that kept it."""
    order = [counterparts[b] for b in sorted(counterparts)]
    kept = _longest_rising(order)
    return {b for place, b in enumerate(sorted(counterparts)) if place not in kept}


def _longest_rising(order: Sequence[int]) -> set[int]:
    """Places of a longest rising subsequence."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for place, value in enumerate(order):
        length = bisect_left(ends, value)
        before.append(at[length - 1] if length else None)
        ends[length : length + 1], at[length : length + 1] = [value], [place]
    kept: set[int] = set()
    last = at[-1] if at else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def _is_numbered(old: Piece, new: Piece) -> bool:
    """Whether it is an article, whose number references follow."""
    return old.kind is new.kind is PieceKind.CLAUSE and not old.level and "" not in (old.number, new.number)


def _change(old: Piece, new: Piece, numbers: Numbers, *, moved: bool) -> Change:
    pairs = ((old.heading, new.heading), (old.text, new.text))
    heading, text = (word_diff(*pair, numbers) for pair in pairs)
    if any(run.kind is not RunKind.SAME for run in (*heading, *text)):
        followed = all(only_renumbered(*pair, numbers) for pair in pairs)
        kind = ChangeKind.RENUMBERED if followed else ChangeKind.CHANGED
    else:
        kind = ChangeKind.SAME if old.number == new.number else ChangeKind.RENUMBERED
    return Change(kind, old, new, heading, text, moved)


def _in_order(
    before: Sequence[Piece], after: Sequence[Piece], counterparts: dict[int, int], placed: dict[int, Change]
) -> Iterator[Change]:
    """The new text's order; what was deleted stands behind the piece it stood behind."""
    behind: dict[int, list[int]] = {}
    new_place = {a: b for b, a in counterparts.items()}
    last = -1
    for a in range(len(before)):
        if a in new_place:
            last = new_place[a]
        else:
            behind.setdefault(last, []).append(a)
    yield from (_deleted(before[a]) for a in behind.get(-1, ()))
    for b, piece in enumerate(after):
        yield placed[b] if b in placed else _inserted(piece)
        yield from (_deleted(before[a]) for a in behind.get(b, ()))


def _deleted(piece: Piece) -> Change:
    heading, text = word_diff(piece.heading, ""), word_diff(piece.text, "")
    return Change(ChangeKind.DELETED, piece, None, heading, text)


def _inserted(piece: Piece) -> Change:
    heading, text = word_diff("", piece.heading), word_diff("", piece.text)
    return Change(ChangeKind.INSERTED, None, piece, heading, text)
