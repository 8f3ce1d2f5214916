"""Undo and redo: by row images, per client, kept in the workspace, refused where somebody else went on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from models.codes import CooperationStatus, MeetingKind
from models.records import (
    AgendaItem,
    AgendaPresenter,
    Agreement,
    Attachment,
    Attendance,
    AuditEntry,
    ChangeStep,
    Clause,
    Cooperation,
    Meeting,
    Organization,
    Person,
    PrintJob,
    Revision,
    RowImage,
    SeatPlan,
    Setting,
)
from models.store import history
from models.store.history import StepName
from models.store.workspace import Workspace, open_workspace
from tests.models.store.stored import add_agenda, add_attendee, add_meeting, content, refused


def test_nothing_to_undo_or_redo(workspace: Workspace) -> None:
    assert (workspace.next_undo(), workspace.next_redo()) == (None, None)
    with refused("nothing_to_undo"):
        workspace.undo()
    with refused("nothing_to_redo"):
        workspace.redo()


def test_steps_go_back_and_forward_in_order(workspace: Workspace) -> None:
    states = [content(workspace)]
    meeting_id = add_meeting(workspace)
    states.append(content(workspace))
    items = add_agenda(workspace, meeting_id, "致辞", "签约", "合影")
    states.append(content(workspace))
    with workspace.change("reorder_agenda", title="合影") as session:
        for position, item_id in enumerate(reversed(items)):
            session.get_one(AgendaItem, item_id).position = position
    states.append(content(workspace))
    for state in states[-2::-1]:
        workspace.undo()
        assert content(workspace) == state
    for state in states[1:]:
        workspace.redo()
        assert content(workspace) == state
    assert workspace.next_undo() == StepName("reorder_agenda", {"title": "合影"})


def test_every_kind_of_value_comes_back(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    with workspace.change("add_all_kinds") as session:
        session.add_all(
            [
                Meeting(key="zju", kinds=(MeetingKind.SIGNING, MeetingKind.INSPECTION), invented=True),
                Cooperation(meeting_id=meeting_id, amount=Decimal("100000.50"), status=CooperationStatus.SIGNED),
                Attendance(meeting_id=meeting_id, signed_in_at=datetime(2024, 5, 20, 9, 30, 0, 123456, UTC)),
                SeatPlan(meeting_id=meeting_id, rules={"even": "left", "rows": [1, 2.5, None, {"zh": "主席台"}]}),
                Agreement(meeting_id=meeting_id, key="a1", signed_on=date(2024, 5, 20)),
                Setting(key="office", value=["上党区", 1, None]),
            ]
        )
        agreement = Agreement(meeting_id=meeting_id, key="a2")
        session.add(agreement)
        agreement.attachments.append(Attachment(name="扫描.pdf", content=bytes(range(256)), size=256))
    after = content(workspace)
    workspace.undo()
    assert content(workspace)["meeting"].keys() == {meeting_id}
    workspace.redo()
    assert content(workspace) == after


def test_deleted_row_returns_with_its_children_and_id(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    attendance_id = add_attendee(workspace, meeting_id)
    (item_id,) = add_agenda(workspace, meeting_id, "致辞")
    with workspace.change("add_presenter") as session:
        item = session.get_one(AgendaItem, item_id)
        item.presenters.append(AgendaPresenter(attendance_id=attendance_id))
    before = content(workspace)
    with workspace.change("delete_item") as session:
        session.delete(session.get_one(AgendaItem, item_id))
    assert "agenda_presenter" not in content(workspace)
    workspace.undo()
    assert content(workspace) == before


def test_orphan_removed_from_a_list_returns(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    with workspace.change("add_agreement") as session:
        agreement = Agreement(meeting_id=meeting_id, key="a1")
        agreement.clauses = [Clause(position=0, body_zh="甲"), Clause(position=1, body_zh="乙")]
        session.add(agreement)
    before = content(workspace)
    with workspace.change("drop_clause") as session:
        stored = session.get_one(Agreement, agreement.id)
        del stored.clauses[0]
    assert len(content(workspace)["clause"]) == 1
    workspace.undo()
    assert content(workspace) == before


def test_tree_of_rows_that_name_each_other_returns(workspace: Workspace) -> None:
    with workspace.change("add_units") as session:
        parent, head = Organization(name_zh="武汉大学"), Person(name_zh="梁涛")
        session.add_all([parent, head])
        session.flush()
        parent.legal_representative_id = head.id
        session.add(Organization(name_zh="经济与管理学院", parent_id=parent.id))
    after = content(workspace)
    workspace.undo()
    assert content(workspace) == {}
    workspace.redo()
    assert content(workspace) == after


def test_row_inserted_and_deleted_in_one_change_leaves_nothing(workspace: Workspace) -> None:
    with workspace.change("add_and_delete") as session:
        meeting = Meeting(key="whu")
        session.add(meeting)
        session.flush()
        session.delete(meeting)
    assert workspace.next_undo() is None


def test_several_flushes_of_a_row_are_one_image(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace, title_zh="一")
    with workspace.change("rename") as session:
        meeting = session.get_one(Meeting, meeting_id)
        for title in ("二", "三", "四"):
            meeting.title_zh = title
            session.flush()
    with workspace.read() as session:
        step_id = session.scalar(select(func.max(ChangeStep.id)))
        images = session.scalars(select(RowImage).where(RowImage.step_id == step_id)).all()
        found = [(i.table, i.before and i.before["title_zh"], i.after and i.after["title_zh"]) for i in images]
    assert found == [("meeting", "一", "四")]


def test_inner_savepoint_rolled_back_leaves_no_image(workspace: Workspace) -> None:
    with workspace.change("add") as session:
        session.add(Meeting(key="kept"))
        inner = session.begin_nested()
        session.add(Meeting(key="dropped"))
        session.flush()
        inner.rollback()
    assert [row["key"] for row in content(workspace)["meeting"].values()] == ["kept"]
    workspace.undo()
    assert content(workspace) == {}


def test_unique_values_exchanged_by_two_rows_return(workspace: Workspace) -> None:
    one, other = add_meeting(workspace, "whu"), add_meeting(workspace, "zju")
    before = content(workspace)
    with workspace.change("exchange_keys") as session:
        first, second = session.get_one(Meeting, one), session.get_one(Meeting, other)
        first.key = "aside"
        session.flush()
        second.key = "whu"
        session.flush()
        first.key = "zju"
    after = content(workspace)
    workspace.undo()
    assert content(workspace) == before
    workspace.redo()
    assert content(workspace) == after


def test_undo_moves_the_version_on(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    with workspace.change("rename") as session:
        session.get_one(Meeting, meeting_id).title_zh = "会"
    versions = []
    for step in (workspace.undo, workspace.redo, workspace.undo):
        step()
        with workspace.read() as session:
            versions.append(session.get_one(Meeting, meeting_id).version)
    assert versions == [3, 4, 5]


def test_new_change_clears_what_could_be_redone(workspace: Workspace) -> None:
    add_meeting(workspace, "first")
    workspace.undo()
    add_meeting(workspace, "second")
    assert workspace.next_redo() is None
    with workspace.read() as session:
        assert session.scalar(select(func.count(ChangeStep.id))) == 1


def test_printing_keeps_what_could_be_redone(workspace: Workspace) -> None:
    add_meeting(workspace)
    workspace.undo()
    with workspace.change("print_papers") as session:
        session.add(PrintJob())
    assert workspace.next_redo() == StepName("add_meeting")


def test_history_survives_a_restart(location: str) -> None:
    with open_workspace(location, client="desk-1") as workspace:
        add_meeting(workspace)
    with open_workspace(location, client="desk-1") as workspace:
        workspace.undo()
    with open_workspace(location, client="desk-1") as workspace:
        assert (content(workspace), workspace.next_redo()) == ({}, StepName("add_meeting"))


def test_each_client_undoes_its_own_steps(location: str) -> None:
    with open_workspace(location, client="one") as one, open_workspace(location, client="two") as two:
        add_meeting(one, "first")
        add_meeting(two, "second")
        one.undo()
        assert [row["key"] for row in content(two)["meeting"].values()] == ["second"]
        assert (one.next_undo(), two.next_undo()) == (None, StepName("add_meeting"))


def test_step_whose_row_another_client_changed_is_refused(location: str) -> None:
    with open_workspace(location, client="one") as one, open_workspace(location, client="two") as two:
        meeting_id = add_meeting(one, title_zh="座谈会")
        with two.change("rename") as session:
            meeting = session.get_one(Meeting, meeting_id)
            meeting.title_zh, meeting.city_zh = "签约仪式", "长治"
        before = content(one)
        values = {"label": "add_meeting", "record": "meeting", "name": "签约仪式", "fields": "title_zh, city_zh"}
        with refused("step_row_changed", **values):
            one.undo()
        assert content(one) == before
        two.undo()
        one.undo()
        assert content(one) == {}


def test_step_whose_row_another_client_deleted_is_refused(location: str) -> None:
    with open_workspace(location, client="one") as one, open_workspace(location, client="two") as two:
        meeting_id = add_meeting(one)
        with one.change("rename") as session:
            session.get_one(Meeting, meeting_id).title_zh = "座谈会"
        with two.change("delete_meeting") as session:
            session.delete(session.get_one(Meeting, meeting_id))
        with refused("step_row_deleted", label="rename", record="meeting", name="座谈会", fields="id"):
            one.undo()


def test_undo_of_a_row_that_another_client_uses_is_refused(location: str) -> None:
    with open_workspace(location, client="one") as one, open_workspace(location, client="two") as two:
        meeting_id = add_meeting(one)
        add_agenda(two, meeting_id, "致辞")
        before = content(one)
        with refused("record_in_use", record="meeting", name="shangdang-whu", used_by="agenda_item", count=1):
            one.undo()
        assert content(one) == before


def test_frozen_revision_stays_and_holds_its_agreement(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    with workspace.change("add_agreement") as session:
        agreement = Agreement(meeting_id=meeting_id, key="a1")
        session.add(agreement)
    with workspace.change("freeze") as session:
        session.add(Revision(agreement_id=agreement.id, number=1))
    with refused("record_in_use", record="agreement", name="a1", used_by="revision", count=1):
        workspace.undo()


def test_only_the_newest_steps_are_kept(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "KEPT_STEPS", 3)
    for number in range(5):
        add_meeting(workspace, f"m{number}")
    with workspace.read() as session:
        kept = session.scalar(select(func.count(ChangeStep.id))), session.scalar(select(func.count(RowImage.id)))
    for _ in range(3):
        workspace.undo()
    assert (kept, workspace.next_undo()) == ((3, 3), None)
    assert [row["key"] for row in content(workspace)["meeting"].values()] == ["m0", "m1"]


def test_every_change_undo_and_redo_leaves_an_audit_entry(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    add_agenda(workspace, meeting_id, "致辞", "签约")
    workspace.undo()
    workspace.redo()
    with workspace.read() as session:
        entries = session.scalars(select(AuditEntry).order_by(AuditEntry.id))
        found = [(entry.client, entry.label, entry.row_count, entry.values) for entry in entries]
    two = {"inserted": 2, "updated": 0, "deleted": 0}
    assert found == [
        ("desk-1", "add_meeting", 1, {"inserted": 1, "updated": 0, "deleted": 0}),
        ("desk-1", "add_agenda", 2, two),
        ("desk-1", "undo", 2, {"step": "add_agenda", "inserted": 0, "updated": 0, "deleted": 2}),
        ("desk-1", "redo", 2, {"step": "add_agenda", **two}),
    ]


def test_undo_and_redo_are_told_with_their_initiator(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    told: list[tuple[str, str, frozenset[str], frozenset[int], object]] = []
    workspace.subscribe(lambda c, initiator: told.append((c.action, c.label, c.kinds, c.meeting_ids, initiator)))
    returned = workspace.undo(initiator="window")
    workspace.redo()
    kinds, ids = frozenset({"meeting"}), frozenset({meeting_id})
    assert told == [("undo", "add_meeting", kinds, ids, "window"), ("redo", "add_meeting", kinds, ids, None)]
    assert returned.action == "undo"


def test_undo_of_another_step_than_the_one_shown_is_refused(location: str) -> None:
    with open_workspace(location, client="desk") as one, open_workspace(location, client="desk") as two:
        add_meeting(one, "a")
        shown = two.next_undo()
        add_meeting(one, "b")
        before = content(one)
        with refused("step_not_next"):
            two.undo(expected=StepName("edit_agenda"))
        assert (content(one), one.next_undo() == shown) == (before, True)
        two.undo(expected=shown)
        assert len(content(one)["meeting"]) == 1
