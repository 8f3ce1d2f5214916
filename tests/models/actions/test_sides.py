"""Sides and the units they are named after."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from models.actions.meetings import add_side
from models.actions.sides import sides_of_units
from models.records import Side
from models.snapshots.shapes import Bilingual
from tests import factories as make


@pytest.mark.parametrize(
    ("label", "taken"),
    [
        (Bilingual("武汉大学"), True),
        (Bilingual("武大方"), True),
        (Bilingual("", "Wuhan University"), True),
        (Bilingual("武汉大学校友"), False),
        (Bilingual("别处"), False),
    ],
)
def test_a_new_side_takes_in_the_unit_it_is_named_after(session: Session, label: Bilingual, taken: bool):
    meeting, unit = make.make_meeting(session), make.make_organization(session)
    make.make_organization_alias(session, unit, "武大")
    made = session.get_one(Side, add_side(session, meeting.id, label=label))
    assert [one.organization_id for one in made.units] == ([unit.id] if taken else [])


def test_a_side_that_two_units_are_called_like_takes_neither_in(session: Session):
    meeting = make.make_meeting(session)
    for _unit in range(2):
        make.make_organization(session, "第一中学")
    assert session.get_one(Side, add_side(session, meeting.id, label=Bilingual("第一中学"))).units == []


def test_the_unit_that_another_side_has_stays_there(session: Session):
    meeting, unit = make.make_meeting(session), make.make_organization(session)
    named, has = (make.make_side(session, meeting, label_zh=label) for label in ("武汉大学", "校方"))
    assert sides_of_units(session, meeting.id) == {unit.id: {named.id}}
    make.make_side_unit(session, has, unit)
    assert sides_of_units(session, meeting.id) == {unit.id: {has.id}}
