"""The filter: what is typed and what is chosen, with counts that say what each choice would leave."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from models.rules.search_text import search_keys
from ui.widgets.row_filter import Facet, RowFilter


@dataclass(frozen=True)
class Row:
    """A row with a side and parts."""

    id: int
    name: str
    side: str
    parts: tuple[str, ...] = ()


ROWS = (Row(1, "李强", "A", ("speaks", "signs")), Row(2, "李新", "B", ("signs",)), Row(3, "王明", "B"))


@pytest.fixture
def rows() -> RowFilter:
    made = RowFilter(
        lambda row: search_keys(row.name),
        (Facet("side", lambda row: (row.side,)), Facet("part", lambda row: row.parts)),
    )
    made.show(ROWS)
    return made


def ids(rows: RowFilter) -> list[int]:
    return [row.id for row in rows.shown()]


@pytest.mark.parametrize(("typed", "found"), [("", [1, 2, 3]), ("li", [1, 2]), ("lq", [1]), ("李 xin", [2]), ("z", [])])
def test_typed(rows: RowFilter, typed: str, found: list[int]):
    rows.type(typed)
    assert (ids(rows), rows.narrows) == (found, bool(typed))


def test_going_on_and_going_back_find_the_same_as_typing_at_once(rows: RowFilter):
    found = []
    for typed in ("l", "li", "li q", "li", "w", ""):
        rows.type(typed)
        found.append(ids(rows))
    assert found == [[1, 2], [1, 2], [1], [1, 2], [3], [1, 2, 3]]


def test_values_of_one_facet_add_up_and_facets_narrow(rows: RowFilter):
    rows.choose("part", frozenset({"speaks", "signs"}))
    both = ids(rows)
    rows.choose("side", frozenset({"B"}))
    assert (both, ids(rows)) == ([1, 2], [2])
    rows.choose("part", frozenset())
    assert (ids(rows), rows.chosen) == ([2, 3], {"side": frozenset({"B"})})


def test_counts_say_what_a_choice_would_leave(rows: RowFilter):
    rows.choose("side", frozenset({"B"}))
    rows.type("li")
    assert (dict(rows.counts("side")), dict(rows.counts("part"))) == ({"A": 1, "B": 1}, {"signs": 1})


def test_other_rows_are_filtered_as_before_and_only_changed_ones_are_keyed_anew():
    keyed: list[int] = []

    def key(row: Row) -> str:
        keyed.append(row.id)
        return search_keys(row.name)

    rows = RowFilter(key)
    rows.show(ROWS)
    rows.type("li")
    rows.show((ROWS[0], Row(2, "王新", "B"), Row(3, "王明", "B")))
    assert (ids(rows), keyed) == ([1], [1, 2, 3, 2])
    alike = rows.take_alike()
    assert (alike, alike[3] is ROWS[2], rows.take_alike()) == ({1: ROWS[0], 3: ROWS[2]}, True, {})
