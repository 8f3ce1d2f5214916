"""The two doors: reading, and changing in one transaction with one broadcast."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.orm import attributes, make_transient_to_detached

from models.records import (
    AgendaItem,
    Appointment,
    Attendance,
    AttendanceAppointment,
    Meeting,
    Organization,
    Person,
    PrintJob,
    Side,
    SideUnit,
)
from models.store import engines
from models.store.changes import ChangeSet
from models.store.engines import UnrecordedWriteError
from models.store.queries import list_meetings
from models.store.workspace import Workspace, open_workspace
from tests.models.store.stored import add_agenda, add_attendee, add_meeting, content, refused

Heard = list[tuple[ChangeSet, object]]


@pytest.fixture
def heard(workspace: Workspace) -> Heard:
    """What the workspace has told its listeners."""
    told: Heard = []
    workspace.subscribe(lambda changes, initiator: told.append((changes, initiator)))
    return told


def test_change_is_committed_and_told_once(workspace: Workspace, heard: Heard) -> None:
    view = object()
    with workspace.change("add_meeting", initiator=view, name="校地合作座谈会") as session:
        session.add(Meeting(key="whu", title_zh="校地合作座谈会"))
        assert heard == []
    with workspace.read() as session:
        (meeting,) = list_meetings(session)
    changes = ChangeSet("add_meeting", {"name": "校地合作座谈会"}, frozenset({"meeting"}), frozenset({meeting.id}))
    assert (heard, meeting.title.zh) == ([(changes, view)], "校地合作座谈会")


def test_exception_leaves_no_trace_and_tells_nobody(workspace: Workspace, heard: Heard) -> None:
    with pytest.raises(ZeroDivisionError), workspace.change("add_meeting") as session:
        session.add(Meeting(key="whu"))
        session.flush()
        raise ZeroDivisionError
    assert (content(workspace), heard, workspace.next_undo()) == ({}, [], None)


def test_change_that_touches_no_row_makes_no_step(workspace: Workspace, heard: Heard) -> None:
    meeting_id = add_meeting(workspace, title_zh="座谈会")
    heard.clear()
    with workspace.change("rename_meeting") as session:
        meeting = session.get_one(Meeting, meeting_id)
        meeting.title_zh = "签约仪式"
        session.flush()
        meeting.title_zh = "座谈会"
    with workspace.change("nothing"):
        pass
    step = workspace.next_undo()
    assert (heard, step and step.label) == ([], "add_meeting")


def test_rows_outside_undo_are_told_but_make_no_step(workspace: Workspace, heard: Heard) -> None:
    with workspace.change("print_papers") as session:
        session.add(PrintJob(printer="Brother"))
    assert [changes.kinds for changes, _ in heard] == [frozenset({"print_job"})]
    assert workspace.next_undo() is None


def test_unsubscribed_listener_hears_nothing_more(workspace: Workspace) -> None:
    told: list[str] = []
    unsubscribe = workspace.subscribe(lambda changes, _: told.append(changes.label))
    add_meeting(workspace)
    unsubscribe()
    unsubscribe()
    workspace.undo()
    assert told == ["add_meeting"]


def test_failing_listener_stops_neither_the_change_nor_the_others(
    workspace: Workspace, heard: Heard, caplog: pytest.LogCaptureFixture
) -> None:
    unsubscribe = workspace.subscribe(lambda changes, _: [][0])
    workspace.subscribe(lambda changes, initiator: heard.append((changes, "second")))
    add_meeting(workspace)
    unsubscribe()
    assert [who for _, who in heard] == [None, "second"]
    assert caplog.messages == ["A listener failed after add_meeting"]


def test_reading_refuses_to_write(workspace: Workspace) -> None:
    with pytest.raises(UnrecordedWriteError, match="only reads"), workspace.read() as session:
        session.add(Meeting(key="whu"))
        session.flush()
    assert content(workspace) == {}


@pytest.mark.parametrize(
    "statement",
    [
        update(Meeting).values(title_zh="x"),
        insert(Meeting).values(key="x"),
        text("DELETE FROM meeting"),
        text("  update meeting set title_zh = 'x'"),
    ],
)
def test_write_past_the_records_is_refused(workspace: Workspace, statement: object) -> None:
    add_meeting(workspace)
    before = content(workspace)
    with pytest.raises(UnrecordedWriteError, match="through records only"), workspace.change("rename") as session:
        session.execute(statement)
    assert content(workspace) == before


def test_bulk_insert_of_a_session_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnrecordedWriteError), workspace.change("add") as session:
        session.bulk_save_objects([Meeting(key="whu")])
    assert content(workspace) == {}


def test_reader_sees_one_moment_throughout(workspace: Workspace) -> None:
    add_meeting(workspace, "first")
    with workspace.read() as session:
        before = list_meetings(session)
        add_meeting(workspace, "second")
        assert list_meetings(session) == before
    with workspace.read() as session:
        assert len(list_meetings(session)) == 2


def test_change_within_a_change_is_a_bug(workspace: Workspace) -> None:
    with pytest.raises(RuntimeError, match="within"), workspace.change("outer"):
        add_meeting(workspace)


def test_label_is_a_code(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="Reorder agenda"), workspace.change("Reorder agenda"):
        pass


def test_threads_change_one_after_the_other(workspace: Workspace) -> None:
    threads = [threading.Thread(target=add_meeting, args=(workspace, f"m{number}")) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with workspace.read() as session:
        assert sorted(meeting.key for meeting in list_meetings(session)) == [f"m{number}" for number in range(6)]


def test_unit_in_use_cannot_be_deleted(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    with workspace.change("add_unit") as session:
        unit = Organization(name_zh="武汉大学")
        session.add(unit)
        session.flush()
        session.get_one(Meeting, meeting_id).venue_organization_id = unit.id
    with (
        refused("record_in_use", record="organization", name="武汉大学", used_by="meeting", count=1),
        workspace.change("delete_unit") as session,
    ):
        session.delete(session.get_one(Organization, unit.id))


def test_row_that_names_a_missing_one_is_refused(workspace: Workspace) -> None:
    with refused("record_missing", record="side_unit"), workspace.change("add_unit") as session:
        session.add(SideUnit(side_id=99))


def test_key_of_another_meeting_is_taken(workspace: Workspace) -> None:
    add_meeting(workspace, "whu")
    other = add_meeting(workspace, "zju")
    with refused("key_taken", record="meeting", field="key", value="whu"), workspace.change("rename") as session:
        session.get_one(Meeting, other).key = "whu"


def test_key_used_twice_in_one_change_is_taken(workspace: Workspace) -> None:
    with refused("key_taken", record="meeting", field="key", value="whu"), workspace.change("add") as session:
        session.add_all([Meeting(key="zju"), Meeting(key="whu"), Meeting(key="whu")])


def test_missing_value_is_a_bug_and_stays_one(workspace: Workspace) -> None:
    with pytest.raises(Exception, match=r"(?i)not.null"), workspace.change("add") as session:
        session.add(Meeting(key=None))
    assert content(workspace) == {}


def test_stale_row_is_refused_with_what_changed(workspace: Workspace) -> None:
    person_id = add_person(workspace, "梁涛")
    with (
        refused("changed_elsewhere", record="person", name="梁涛", fields="name_zh, phone"),
        workspace.change("edit_person") as session,
    ):
        person = session.get_one(Person, person_id)
        for name, value in (("version", 0), ("name_zh", "梁滔"), ("phone", "1")):  # as another window read it
            attributes.set_committed_value(person, name, value)
        person.notes = "new"


def add_person(workspace: Workspace, name: str) -> int:
    """Store a person; returns the id."""
    with workspace.change("add_person") as session:
        person = Person(name_zh=name)
        session.add(person)
        session.flush()
        return person.id


def test_row_deleted_elsewhere_is_missing(workspace: Workspace) -> None:
    with refused("record_missing", record="person"), workspace.change("edit_person") as session:
        person = Person(id=7, name_zh="梁涛", version=1)
        make_transient_to_detached(person)  # as another window read it
        session.add(person)
        person.notes = "new"


@pytest.mark.parametrize(
    ("text_of_title", "code", "values"),
    [
        ("会" * 1001, "text_too_long", {"limit": 1000, "length": 1001}),
        ("会\ud800", "text_unreadable", {"code_point": "U+D800"}),
        ("会\x00", "text_unreadable", {"code_point": "U+0000"}),
    ],
)
def test_text_that_cannot_be_stored_is_refused(
    workspace: Workspace, text_of_title: str, code: str, values: dict[str, object]
) -> None:
    with refused(code, record="meeting", field="title_zh", **values), workspace.change("add") as session:
        session.add(Meeting(key="whu", title_zh=text_of_title))


def test_changed_text_that_cannot_be_stored_is_refused(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    values = {"record": "meeting", "field": "city_zh", "limit": 1000, "length": 10_000}
    with refused("text_too_long", **values), workspace.change("edit") as session:
        session.get_one(Meeting, meeting_id).city_zh = "上" * 10_000


def test_long_text_and_rare_characters_come_back(workspace: Workspace) -> None:
    notes = "𬭎㛃䶮 <b>&amp; =1+1\t\x07" + "长" * 10_000
    meeting_id = add_meeting(workspace, notes_zh=notes)
    with workspace.read() as session:
        assert session.get_one(Meeting, meeting_id).notes_zh == notes


def test_ids_are_never_used_again(workspace: Workspace) -> None:
    first = add_meeting(workspace)
    workspace.undo()
    assert add_meeting(workspace) > first


def test_children_go_with_their_owner_in_one_step(workspace: Workspace, heard: Heard) -> None:
    meeting_id = add_meeting(workspace)
    item_ids = add_agenda(workspace, meeting_id, "致辞", "签约")
    attendance_id = add_attendee(workspace, meeting_id)
    heard.clear()
    with workspace.change("delete_item") as session:
        session.delete(session.get_one(AgendaItem, item_ids[0]))
    assert attendance_id
    assert heard == [(ChangeSet("delete_item", {}, frozenset({"agenda_item"}), frozenset({meeting_id})), None)]


def test_full_disk_is_told_and_leaves_the_workspace_whole(file: Path) -> None:
    with open_workspace(file) as workspace:
        meeting_id = add_meeting(workspace)
        before = content(workspace)
        limit_pages(workspace, extra=2)
        with refused("disk_full", path=str(file), reason="database or disk is full"):
            add_agenda(workspace, meeting_id, *("致辞" * 400 for _ in range(50)))
        assert content(workspace) == before
        limit_pages(workspace, extra=10_000)
        add_agenda(workspace, meeting_id, "致辞")


def limit_pages(workspace: Workspace, *, extra: int) -> None:
    """Let the file grow by some pages only; the one pooled connection is used again by the next change."""
    with workspace.read() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar_one()
        session.execute(text(f"PRAGMA max_page_count={pages + extra}"))


def test_writer_of_another_program_is_waited_for_then_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.05)
    with open_workspace(file) as workspace:
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with refused("workspace_busy", path=str(file), reason="database is locked"):
            add_meeting(workspace)
        other.close()
        add_meeting(workspace)


def test_rows_that_name_one_another_are_deleted_together_and_come_back(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    attendance_id = add_attendee(workspace, meeting_id)
    with workspace.change("add_side") as session:
        side = Side(meeting_id=meeting_id)
        session.add(side)
        session.flush()
        session.get_one(Attendance, attendance_id).side_id = side.id
    before = content(workspace)
    with workspace.change("delete") as session:
        for kind in (Meeting, Side, Attendance):
            for row in session.scalars(select(kind)):
                session.delete(row)
    assert set(content(workspace)) & {"meeting", "side", "attendance"} == set()
    workspace.undo()
    assert content(workspace) == before


def test_deleting_a_row_that_the_same_change_has_put_to_use_is_refused_as_in_use(workspace: Workspace) -> None:
    before = content(workspace)
    with (
        refused("record_in_use", record="appointment", name="", used_by="attendance_appointment", count=1),
        workspace.change("add_and_delete") as session,
    ):
        meeting, person = Meeting(key="whu"), Person(name_zh="梁涛", appointments=[Appointment(title_zh="书记")])
        session.add_all([meeting, person])
        session.flush()
        used = AttendanceAppointment(appointment_id=person.appointments[0].id)
        session.add(Attendance(meeting_id=meeting.id, person_id=person.id, appointments=[used]))
        session.flush()
        session.delete(person)
    assert content(workspace) == before
