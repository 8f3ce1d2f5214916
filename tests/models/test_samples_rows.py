"""Storing entries: numbers, names, links forward and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from models.errors import KnownError
from models.records import AgendaItem, Attendance, Base, Fact, Organization, Person, Record, Side
from models.samples_file import read_sample
from models.samples_rows import RowMaker


@pytest.fixture
def session() -> Iterator[Session]:
    """An empty store."""
    engine = create_engine("sqlite://")
    Record.metadata.create_all(engine)
    with Session(engine) as opened:
        yield opened
    engine.dispose()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the sample is written."""
    return tmp_path / "own.toml"


def store(session: Session, file: Path, text: str) -> int:
    """Store a meeting with this text and return its id."""
    file.write_text('[meeting]\nkey = "own"\n' + text, "utf-8")
    return RowMaker(session).store(read_sample(file))


def test_rows_are_numbered_in_the_order_of_the_file_and_belong_to_the_meeting(session: Session, file: Path):
    people = '[[person]]\nid = "a"\n[[person]]\nid = "b"\n'
    sides = '[[side]]\nid = "two"\nunits = []\n[[side]]\nid = "one"\n'
    came = '[[attendance]]\nperson = "b"\n[[attendance]]\nperson = "a"\n'
    meeting_id = store(session, file, people + sides + came)
    assert [(side.meeting_id, side.position) for side in session.scalars(select(Side).order_by(Side.id))] == [
        (meeting_id, 0),
        (meeting_id, 1),
    ]
    first, second = session.scalars(select(Person).order_by(Person.id))
    came_rows = session.scalars(select(Attendance).order_by(Attendance.rank)).all()
    assert [row.person_id for row in came_rows] == [second.id, first.id]


def test_a_link_may_lead_forward(session: Session, file: Path):
    text = """
        [[organization]]
        id = "bureau"
        parent = "county"
        legal_representative = "ma"
        [[organization]]
        id = "county"
        [[person]]
        id = "ma"
        [[agenda_item]]
        id = "child"
        parent = "whole"
        [[agenda_item]]
        id = "whole"
        """
    store(session, file, text)
    bureau, county = session.scalars(select(Organization).order_by(Organization.id))
    assert bureau.parent_id == county.id
    assert bureau.legal_representative_id == session.scalars(select(Person.id)).one()
    child, whole = session.scalars(select(AgendaItem).order_by(AgendaItem.id))
    assert child.parent_id == whole.id


@pytest.mark.parametrize(
    ("text", "table", "key", "given"),
    [
        ('[[agenda_item]]\nmoderator = "nobody"\n', "agenda_item 1", "moderator", "nobody"),
        ('[[side]]\nunits = ["nowhere"]\n', "side 1 / units 1", "organization", "nowhere"),
        ('[[base]]\nbase_type = "B77"\n', "base 1", "base_type", "B77"),
    ],
)
def test_a_name_that_leads_nowhere_is_an_error(
    session: Session, file: Path, text: str, table: str, key: str, given: str
):
    with pytest.raises(KnownError) as caught:
        store(session, file, text)
    assert caught.value.code == "sample_unknown_name"
    assert caught.value.values == {"file": "own.toml", "table": table, "key": key, "given": given}


def test_a_name_used_twice_is_an_error(session: Session, file: Path):
    with pytest.raises(KnownError) as caught:
        store(session, file, '[[side]]\nid = "a"\n[[side]]\nid = "a"\n')
    assert caught.value.code == "sample_name_twice"
    assert caught.value.values["table"] == "side 2"


def test_a_base_of_a_cooperation_belongs_to_the_meeting_only_through_it(session: Session, file: Path):
    text = """
        [[cooperation]]
        id = "rice"
        bases = [{name = {zh = "甲", en = "A"}}]
        [[base]]
        name = {zh = "乙", en = "B"}
        cooperation = "rice"
        [[base]]
        name = {zh = "丙", en = "C"}
        """
    meeting_id = store(session, file, text)
    bases = session.scalars(select(Base).order_by(Base.name_en)).all()
    assert [(base.meeting_id, base.cooperation_id is not None) for base in bases] == [
        (None, True),
        (None, True),
        (meeting_id, False),
    ]


def test_facts_belong_to_the_meeting_whatever_else_they_are_about(session: Session, file: Path):
    text = '[[organization]]\nid = "whu"\n[[fact]]\norganization = "whu"\n[[fact]]\nkind = "slogan"\n'
    meeting_id = store(session, file, text)
    assert session.scalars(select(Fact.meeting_id)).all() == [meeting_id, meeting_id]


def test_two_people_of_one_name_in_one_unit_of_a_file_stay_two(session: Session, file: Path):
    person = (
        '[[person]]\nid = "{}"\nname = {{zh = "王伟", en = "Wang Wei"}}\nappointments = [{{organization = "whu"}}]\n'
    )
    text = '[[organization]]\nid = "whu"\nname = {zh = "武汉大学"}\n' + person.format("one") + person.format("two")
    store(session, file, text)
    assert len(session.scalars(select(Person)).all()) == 2


def test_people_without_any_name_are_never_the_same(session: Session, file: Path):
    store(session, file, '[[person]]\nappointments = [{title = {zh = "员"}}]\n')
    file.write_text('[meeting]\nkey = "other"\n[[person]]\nappointments = [{title = {zh = "员"}}]\n', "utf-8")
    RowMaker(session).store(read_sample(file))
    assert len(session.scalars(select(Person)).all()) == 2


def test_a_unit_known_by_its_english_name_alone_is_found(session: Session, file: Path):
    session.add(Organization(name_en="Valve Co."))
    session.flush()
    store(
        session,
        file,
        '[[organization]]\nname = {en = "Valve Co."}\n[[organization]]\nname = {zh = "阀门", en = "Valve Co."}\n',
    )
    names = session.scalars(select(Organization.name_zh).order_by(Organization.id)).all()
    assert names == ["", "阀门"]
