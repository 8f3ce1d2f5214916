"""What an import compares its rows with: read in a few queries, whatever the workspace holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import event
from sqlalchemy.orm import Session

from models.codes import KeptFileKind, Reply
from models.imports.known_people import (
    KnownAttendee,
    KnownGroup,
    KnownPeople,
    KnownPerson,
    KnownPost,
    KnownUnit,
    known_people,
)
from models.imports.slip_headers import remember_headers
from models.records import AttendeeGroup, KeptFile
from tests import factories as make
from tests.models.store.stored import refused


@contextmanager
def counted(session: Session) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        sent.append(statement)

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_an_empty_workspace_knows_nobody(session: Session):
    meeting = make.make_meeting(session, starts_on=None)
    assert known_people(session, meeting.id) == KnownPeople(meeting.id)
    with refused("record_gone", record="meeting", number=99):
        known_people(session, 99)


def test_people_units_list_groups_slips_and_headers_are_known(session: Session):
    meeting, unit = make.make_meeting(session), make.make_organization(session, short_name_zh="武大")
    make.make_organization_alias(session, unit, "武汉大学（本部）")
    person = make.make_person(session, phone="138", identity_number="42")
    make.make_person_alias(session, person, "梁滔")
    held = make.make_appointment(session, person, unit, department_zh="法学院", title_zh="院长", title_en="")
    make.make_appointment(session, person, None, title_zh="旧职", valid_to=date(2020, 1, 1))
    row = make.make_attendance(session, meeting, person, needs_room=False, reply=Reply.INVITED, unit_override_zh="校方")
    make.use_appointment(session, row, held)
    make.stored(session, AttendeeGroup(meeting_id=meeting.id, label_zh="教师", stated_count=26))
    make.stored(session, KeptFile(meeting_id=meeting.id, kind=KeptFileKind.SLIP, name="a.xlsx", sha256="1"))
    remember_headers(session, {"科室": "department"})
    session.flush()
    values = {"category": "guest", "reply": "invited", "lodging": "no"}
    post = KnownPost(held.id, unit.id, {"department": "法学院", "title_zh": "院长"})
    assert known_people(session, meeting.id) == KnownPeople(
        meeting.id,
        2024,
        (KnownPerson(person.id, {"name_zh": "梁涛", "phone": "138", "id_number": "42"}, (post,), ("梁滔",)),),
        (KnownUnit(unit.id, ("武汉大学", "Wuhan University", "武大", "武汉大学（本部）")),),
        (KnownAttendee(row.id, person.id, values, "校方", post_ids=(held.id,)),),
        (KnownGroup(1, "教师", 26, None),),
        {"1": "a.xlsx"},
        {"科室": "department"},
    )


def test_thirty_people_take_as_many_queries_as_one(session: Session):
    meeting, unit = make.make_meeting(session), make.make_organization(session)
    numbers = []
    for count in (1, 30):
        for _each in range(count):
            person = make.make_person(session)
            make.use_appointment(
                session, make.make_attendance(session, meeting, person), make.make_appointment(session, person, unit)
            )
        with counted(session) as sent:
            known_people(session, meeting.id)
        numbers.append(len(sent))
    assert numbers == [11, 11]
