"""Agreements that are called the same are told apart by their units."""

from __future__ import annotations

from dataclasses import replace

from models.snapshots.agreement_names import units_apart
from tests.sample_snapshots import agreement as one_agreement
from tests.sample_snapshots import party

COLLEGE, MILL, FORGE = (
    replace(party(name), organization=replace(party(name).organization, id=number))
    for number, name in enumerate(("学院", "粉碎设备", "链轮"), 1)
)


def test_by_the_units_that_the_others_do_not_have():
    first = replace(one_agreement(), id=1, parties=(COLLEGE, MILL))
    second = replace(one_agreement(), id=2, parties=(COLLEGE, FORGE, replace(MILL, is_witness=True)))
    other = replace(one_agreement("备忘录"), id=3, parties=(COLLEGE,))
    found = {key: [name.zh for name in names] for key, names in units_apart((first, second, other)).items()}
    assert found == {1: ["粉碎设备"], 2: ["链轮"]}


def test_the_same_units_tell_nothing():
    pair = (replace(one_agreement(), id=1, parties=(COLLEGE,)), replace(one_agreement(), id=2, parties=(COLLEGE,)))
    assert units_apart(pair) == {1: (), 2: ()}
    assert units_apart((replace(one_agreement(), parties=()),)) == {}
