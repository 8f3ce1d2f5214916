"""Ranks of titles: by the ladder of the unit, the longest word, the highest of several posts."""

from __future__ import annotations

import pytest

from models.codes import OrganizationKind
from models.rules.ranks import LOWEST_RANK, Ladders, Rung, as_stored, from_stored, proposed_ladders


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("区委书记", 10),
        ("区委副书记、区长", 12),
        ("副区长", 26),
        ("县长助理", 26),
        ("总经理助理", 42),
        ("董事长助理", 42),
        ("局长助理", 50),
        ("主任助理", 50),
        ("院士，教授", 12),
        ("教授", 70),
        ("自由职业", LOWEST_RANK),
        ("", LOWEST_RANK),
    ],
)
def test_the_longest_word_of_the_highest_title_decides(title: str, rank: int):
    assert proposed_ladders().rank(title) == rank


@pytest.mark.parametrize(
    ("kind", "rank"),
    [(OrganizationKind.UNIVERSITY, 40), (OrganizationKind.GOVERNMENT, 30), (OrganizationKind.OTHER, 30)],
)
def test_the_ladder_of_the_unit_comes_first(kind: OrganizationKind, rank: int):
    ladders = Ladders([Rung(30, (("院长",), (), (), ())), Rung(40, ((), ("院长",), (), ()))])
    assert ladders.rank("院长", kind) == rank


def test_a_title_that_the_own_ladder_lacks_is_looked_up_on_all():
    assert proposed_ladders().rank("副县长", OrganizationKind.UNIVERSITY) == 26


def test_a_kept_table_comes_back_with_ranks_by_place():
    rungs = proposed_ladders().rungs
    kept = from_stored(as_stored(rungs))
    assert [rung.words for rung in kept] == [rung.words for rung in rungs]
    assert [rung.rank for rung in kept] == list(range(1, len(rungs) + 1))


@pytest.mark.parametrize("stored", [None, [], "x", [["书记"]], [["书记", "", "", 1]]])
def test_what_is_no_table_has_no_rungs(stored: object):
    assert from_stored(stored) == ()
