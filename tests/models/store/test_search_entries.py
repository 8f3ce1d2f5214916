"""What can be searched for: every kind, with its place, in a fixed number of queries."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import event

from models.records import Agreement, AttendanceAppointment, Person
from models.snapshots.shapes import Bilingual
from models.store.search_entries import SearchEntry, search_entries
from models.store.workspace import Workspace, open_workspace
from tests.factories import (
    make_agenda_item,
    make_agreement,
    make_appointment,
    make_attendance,
    make_meeting,
    make_organization,
    make_party,
    make_person,
    stored,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one meeting, one person with a post, one agreement, one agenda item."""
    opened = open_workspace(tmp_path / "search.sqlite", client="clerk")
    with opened.change("load_sample", meeting="m") as session:
        meeting = make_meeting(session, "m1", title_zh="座谈会", title_en="Symposium")
        unit = make_organization(session, "武汉大学", short_name_zh="武大")
        person = make_person(session, name_zh="梁涛", name_en="Liang Tao", phone="13812345678")
        post = make_appointment(session, person, unit, title_zh="书记", title_en="Secretary")
        attendance = make_attendance(session, meeting, person)
        stored(session, AttendanceAppointment(attendance_id=attendance.id, appointment_id=post.id))
        make_agreement(session, meeting, key="frame", title_zh="框架协议", title_en="Framework", number="2024-1")
        make_agenda_item(session, meeting, title_zh="致辞", title_en="Remarks", start=time(9, 30))
    return opened


def test_everything_is_found_with_its_place(workspace: Workspace) -> None:
    with workspace, workspace.read() as session:
        assert search_entries(session) == (
            SearchEntry("meeting", Bilingual("座谈会", "Symposium"), Bilingual("武汉", "Wuhan"), "meeting", 1, "m1"),
            SearchEntry(
                "agreement",
                Bilingual("框架协议", "Framework"),
                Bilingual("2024-1", "2024-1"),
                "agreements/frame",
                1,
                "frame",
            ),
            SearchEntry(
                "person",
                Bilingual("梁涛", "Liang Tao"),
                Bilingual("武汉大学 书记", "Secretary, Wuhan University"),
                "people/1",
                1,
                "13812345678",
            ),
            SearchEntry(
                "organization",
                Bilingual("武汉大学", "Wuhan University"),
                Bilingual("武大"),
                "organizations/1",
                0,
                "武大",
            ),
            SearchEntry("agenda_item", Bilingual("致辞", "Remarks"), Bilingual("09:30", "09:30"), "agenda/1", 1),
        )


def test_who_signs_without_attending_is_found_at_the_agreement(workspace: Workspace) -> None:
    with workspace, workspace.change("edit_parties") as session:
        agreement, attending = session.get_one(Agreement, 1), session.get_one(Person, 1)
        unit = make_organization(session, "青禾食品")
        absent = make_person(session, name_zh="张一", name_en="Zhang Yi", phone="")
        make_party(session, agreement, unit, signatory_id=absent.id, capacity_zh="董事长", capacity_en="Chair")
        make_party(session, agreement, None, position=2, signatory_id=attending.id)
        session.flush()
        people = [entry for entry in search_entries(session) if entry.kind == "person"]
    assert [(entry.words.zh, entry.place) for entry in people] == [
        ("梁涛", "people/1"),
        ("张一", "agreements/frame/parties"),
    ]
    assert people[1].detail.zh == "青禾食品 董事长"


def test_the_number_of_queries_does_not_grow(workspace: Workspace) -> None:
    counts = []
    for _round in range(2):
        with workspace.read() as session:
            seen: list[str] = []
            engine = session.get_bind().engine
            event.listen(engine, "before_cursor_execute", lambda *given, seen=seen: seen.append(given[2]))
            search_entries(session)
            counts.append(sum(text.startswith("SELECT") for text in seen))
        with workspace.change("load_sample", meeting="n") as session:
            make_meeting(session, f"more-{_round}")
    workspace.close()
    assert counts == [8, 8]
