"""What pickers offer, and who looks alike."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from models.codes import OrganizationKind
from models.records import Organization, Person, Record
from models.rules.name_likeness import Likeness
from models.snapshots.shapes import Bilingual
from models.store.directory import (
    OrganizationRow,
    PersonRow,
    TitleRow,
    list_organizations,
    list_people,
    titles_at,
    titles_by_unit,
)
from models.store.look_alikes import list_look_alikes
from tests import factories as make


@pytest.fixture
def session() -> Session:
    engine = create_engine("sqlite://")
    Record.metadata.create_all(engine)
    return Session(engine)


@pytest.fixture
def whu(session: Session) -> Organization:
    return make.make_organization(session, "武汉大学", name_en="Wuhan University", kind=OrganizationKind.UNIVERSITY)


@pytest.fixture
def liang(session: Session, whu: Organization) -> Person:
    person = make.make_person(session, "梁涛", name_en="Liang Tao", phone="138")
    make.make_appointment(session, person, whu, title_zh="院长", title_en="Dean")
    make.make_appointment(session, person, None, title_zh="委员", title_en="Member", position=1)
    return person


def test_units_with_their_other_names(session: Session, whu: Organization):
    make.make_organization_alias(session, whu, "武大")
    kind = OrganizationKind.UNIVERSITY
    names = Bilingual("武汉大学", "Wuhan University")
    assert list_organizations(session) == (OrganizationRow(whu.id, names, Bilingual(), kind, None, ("武大",)),)


def test_people_with_their_first_post(session: Session, whu: Organization, liang: Person):
    alone = make.make_person(session, "王明")
    unit, title = Bilingual("武汉大学", "Wuhan University"), Bilingual("院长", "Dean")
    assert list_people(session) == (
        PersonRow(liang.id, Bilingual("梁涛", "Liang Tao"), "138", whu.id, unit, title),
        PersonRow(alone.id, Bilingual(alone.name_zh, alone.name_en), alone.phone),
    )


def test_titles_of_a_unit_the_usual_ones_first(session: Session, whu: Organization, liang: Person):
    for _number in range(2):
        make.make_appointment(session, make.make_person(session), whu, title_zh="教授", title_en="Professor")
    expected = (
        TitleRow(Bilingual(), Bilingual("教授", "Professor"), 2),
        TitleRow(Bilingual(), Bilingual("院长", "Dean"), 1),
    )
    assert (titles_at(session, whu.id), titles_by_unit(session, (whu.id,))) == (expected, {whu.id: expected})
    assert titles_by_unit(session, ()) == {}


def test_look_alikes_of_a_meeting_the_one_who_attends_first(session: Session, whu: Organization, liang: Person):
    meeting = make.make_meeting(session)
    twin = make.make_person(session, "梁滔", phone="138")
    attendance = make.make_attendance(session, meeting, twin)
    (pair,) = list_look_alikes(session, meeting.id)
    assert (pair.reason, pair.first.person_id, pair.first.attendance_id) == (
        Likeness.LOOKS_ALIKE,
        twin.id,
        attendance.id,
    )
    assert (pair.second.person_id, pair.second.attendance_id, pair.second.post) == (liang.id, None, "武汉大学 院长")


def test_people_of_other_meetings_are_left_alone(session: Session):
    for name in ("侯亮", "候亮"):
        make.make_person(session, name, phone="138")
    assert list_look_alikes(session, make.make_meeting(session).id) == ()
