"""The people room in the window: typed, pasted, sorted, merged, taken back; nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.records import Attendance, Person
from ui.main_window import MainWindow
from ui.people.places import read_place
from ui.people.room import PeopleRoom


def names(room: PeopleRoom) -> list[str]:
    """The people as they stand."""
    return [row.attendee.person.name.pick("zh") for row in room.model.rows() if row.attendee]


def until(qtbot: QtBot, room: PeopleRoom, true: Callable[[Any], bool]) -> None:
    """Wait until the snapshot says so."""
    qtbot.waitUntil(lambda: room.snapshot is not None and true(room.snapshot))


def first_of(room: PeopleRoom) -> Any:
    return room.snapshot.attendees[0]


def test_a_cell_is_typed_stored_and_taken_back(window: MainWindow, room: PeopleRoom, qtbot: QtBot):
    first = first_of(room)
    room.table.edit_cell(first.id, "room")
    qtbot.keyClicks(room.table._delegate.editor, "301")
    qtbot.keyClick(room.table._delegate.editor, Qt.Key.Key_Return)
    until(qtbot, room, lambda snapshot: snapshot.attendees[0].room == "301")
    window.link.undo(newest=True)
    until(qtbot, room, lambda snapshot: snapshot.attendees[0].room == "")


def test_a_title_of_the_unit_is_offered_and_stored(room: PeopleRoom, qtbot: QtBot):
    first = first_of(room)
    room.table.edit_cell(first.id, "title_zh")
    room.table._delegate.type_text("某职务")
    qtbot.keyClick(room.table._delegate.editor.line, Qt.Key.Key_Tab)
    until(qtbot, room, lambda snapshot: snapshot.attendees[0].title.zh == "某职务")


def test_a_unit_is_created_in_place(room: PeopleRoom, qtbot: QtBot):
    room.table.edit_cell(first_of(room).id, "unit")
    room.table._delegate.type_text("新能源研究院")
    qtbot.keyClick(room.table._delegate.editor.line, Qt.Key.Key_Return)
    until(qtbot, room, lambda snapshot: snapshot.attendees[0].unit.zh.startswith("新能源研究院"))
    qtbot.waitUntil(lambda: any(unit.name.zh == "新能源研究院" for unit in room.known.units))


def test_a_reply_is_set_for_several_as_one_step(window: MainWindow, room: PeopleRoom, qtbot: QtBot):
    ids = [attendee.id for attendee in room.snapshot.attendees[:3]]
    before = [attendee.reply for attendee in room.snapshot.attendees[:3]]
    room.table.choose_rows(ids)
    qtbot.waitUntil(lambda: room.panel.fields.row_id == 0)
    room.panel.field_edited.emit(0, "reply", None, "declined")
    until(qtbot, room, lambda snapshot: {one.reply.value for one in snapshot.attendees[:3]} == {"declined"})
    window.link.undo(newest=True)
    until(qtbot, room, lambda snapshot: [one.reply for one in snapshot.attendees[:3]] == before)


def test_somebody_is_added_in_the_last_line_and_the_next_is_typed_at_once(room: PeopleRoom, qtbot: QtBot):
    room.table.begin_row()
    room.table._delegate.type_text("李新")
    qtbot.keyClick(room.table._delegate.editor.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "李新" in names(room))
    assert (room.table.is_editing, room.table._delegate.cell) == (True, (None, "name_zh"))


def test_pasted_people_are_planned_and_then_added_as_one_step(window: MainWindow, room: PeopleRoom, qtbot: QtBot):
    before = names(room)
    QGuiApplication.clipboard().setText("李新\t建设局\t13900001111\n王五\t建设局\t138****1111\n")
    room.table.block.paste_rows()
    planned = (room.side_pages.is_open, names(room), room.side_pages.paste.heading.text())
    qtbot.mouseClick(room.side_pages.paste.apply_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(room) == [*before, "李新", "王五"])
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: names(room) == before)
    assert planned == (True, before, "添加 2 人，修改 0 格，不采用 1 格")


def test_a_plan_is_declined_by_escape(room: PeopleRoom, qtbot: QtBot):
    QGuiApplication.clipboard().setText("李新\t13900001111\n王五\t13900001112")
    room.table.block.paste_rows()
    qtbot.keyClick(room.side_pages.paste, Qt.Key.Key_Escape)
    assert (room.side_pages.is_open, "李新" in names(room)) == (False, False)


def test_sorting_is_a_command_that_is_taken_back(window: MainWindow, room: PeopleRoom, qtbot: QtBot):
    before = names(room)
    room.acts.action("sort_strokes").trigger()
    qtbot.waitUntil(lambda: names(room) != before)
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: names(room) == before)


def test_alt_down_moves_a_person_and_the_cursor_stays_with_them(room: PeopleRoom, qtbot: QtBot):
    before = names(room)
    room.table.choose_cell(first_of(room).id, "name_zh")
    qtbot.keyClick(room.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: names(room)[:2] == [before[1], before[0]])
    assert room.table.chosen().attendee.person.name.zh == before[0]


def test_a_removed_person_comes_back(window: MainWindow, room: PeopleRoom, qtbot: QtBot):
    before = names(room)
    room.table.choose_rows((first_of(room).id,))
    room.acts.action("remove").trigger()
    qtbot.waitUntil(lambda: names(room) == before[1:])
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: names(room) == before)


def test_the_filter_narrows_and_a_place_widens_it(room: PeopleRoom, qtbot: QtBot):
    last = room.snapshot.attendees[-1]
    qtbot.keyClicks(room.bar.line, "zzzz")
    nobody = len(room.model.rows())
    room.reveal(f"people/{last.id}/name_zh")
    assert (nobody, room.table.chosen().id, room.bar.line.text()) == (0, last.id, "")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("people/12", (12, "")),
        ("people/12/title", (12, "title_zh")),
        ("people/group-3/label_en", (-3, "name_en")),
        ("groups/3", (-3, "")),
        ("people/x", (None, "")),
    ],
)
def test_places(place: str, expected: tuple[int | None, str]):
    assert read_place(place) == expected


def test_a_field_of_the_panel_is_reached_by_its_place(room: PeopleRoom, qtbot: QtBot):
    first = first_of(room)
    room.reveal(f"people/{first.id}/notes")
    qtbot.waitUntil(lambda: room.panel.fields.row_id == first.id)
    assert "notes" in room.panel.fields.editors


def test_phones_are_shown_and_masked_by_a_key(room: PeopleRoom, qtbot: QtBot):
    room.table.choose_rows((first_of(room).id,))
    qtbot.keyClick(room.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    revealed = set(room.model.revealed)
    qtbot.keyClick(room.table, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert (revealed, room.model.revealed) == ({first_of(room).id}, set())


def test_what_somebody_else_changed_is_not_written_over(
    window: MainWindow, room: PeopleRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    told: list[Any] = []
    first = first_of(room)
    monkeypatch.setattr(type(room.office), "change", _change_behind_the_back(room, told))
    room.table.edit_cell(first.id, "room")
    qtbot.keyClicks(room.table._delegate.editor, "301")
    qtbot.keyClick(room.table._delegate.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: room.table._delegate.editor is not None)
    assert (told[0].code, room.table._delegate.editor.text()) == ("changed_meanwhile", "301")


def _change_behind_the_back(room: PeopleRoom, told: list[Any]) -> Any:
    """A change that comes too late: somebody else has given the room another number."""

    def change(office: Any, label: str, work: Any, *, failed: Any = None, done: Any = None, **values: Any) -> None:
        def too_late(session: Any) -> Any:
            session.scalars(select(Attendance).order_by(Attendance.rank)).first().room = "999"
            for row in session.scalars(select(Attendance)):
                row.room = "999"
            return work(session)

        def refused(error: Exception) -> None:
            told.append(error)
            failed(error)

        office.link.change(label, too_late, done=done, failed=refused, **values)

    return change


def test_an_empty_meeting_says_what_belongs_there_and_begins(window: MainWindow, room: PeopleRoom, qtbot: QtBot):
    room.table.choose_rows([row.id for row in room.model.rows()])
    room.acts.action("remove").trigger()
    qtbot.waitUntil(lambda: room.empty_page.isVisible())
    qtbot.mouseClick(room.first_button, Qt.MouseButton.LeftButton)
    room.table._delegate.type_text("李新")
    qtbot.keyClick(room.table._delegate.editor.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(room) == ["李新"])


def test_two_records_of_one_person_are_merged_side_by_side(window: MainWindow, room: PeopleRoom, qtbot: QtBot):
    room.desk.add_person(names(room)[0], lambda _id: None)
    qtbot.waitUntil(lambda: names(room).count(names(room)[0]) == 2)
    count = len(names(room))
    room.acts.action("merge").trigger()
    page = room.side_pages.merge
    qtbot.waitUntil(lambda: len(page.pairs) == 1)
    qtbot.mouseClick(page.merge_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(names(room)) == count - 1 and not page.pairs)


def test_an_own_column_is_added_filled_and_removed(window: MainWindow, room: PeopleRoom, qtbot: QtBot):
    room.desk.add_column("胸牌", lambda _id: None)
    until(qtbot, room, lambda snapshot: len(snapshot.own_columns) == 1)
    key = f"own-{room.snapshot.own_columns[0].id}"
    room.table.edit_cell(first_of(room).id, key)
    room.table._delegate.type_text("红色")
    qtbot.keyClick(room.table._delegate.editor, Qt.Key.Key_Return)
    until(qtbot, room, lambda snapshot: [value.text for value in snapshot.attendees[0].own] == ["红色"])
    assert room.model.columns[-1].heading == "胸牌"
    room.desk.remove_column(room.snapshot.own_columns[0].id, "胸牌")
    until(qtbot, room, lambda snapshot: not snapshot.own_columns)


def test_everything_is_said_in_another_language_at_once(window: MainWindow, room: PeopleRoom):
    window.apply_language("en")
    shown = [room.model.columns[number].key for number in room.table.shown_columns()]
    assert (room.heading.text(), room.acts.add_button.text().strip()) == ("People", "Add")
    assert shown == ["number", "name_en", "unit", "title_en", "roles", "phone", "reply"]


def test_people_stay_in_the_workspace_when_they_leave_the_list(window: MainWindow, room: PeopleRoom, qtbot: QtBot):
    gone = names(room)[0]
    room.remove((first_of(room).id,))
    qtbot.waitUntil(lambda: names(room)[:1] != [gone])
    with window.link.workspace.read() as session:
        assert session.scalar(select(Person.name_zh).where(Person.name_zh == gone)) == gone


def test_the_menu_of_rows_sets_a_reply_for_all_of_them(window: MainWindow, room: PeopleRoom, qtbot: QtBot):
    room.table.choose_rows([attendee.id for attendee in room.snapshot.attendees[:2]])
    menu = room.acts.row_menu()
    first = menu.actions()[0]  # held: PySide lets its menu go with it
    next(action for action in first.menu().actions() if action.text() == "已确认").trigger()
    until(qtbot, room, lambda snapshot: [one.reply.value for one in snapshot.attendees[:2]] == ["confirmed"] * 2)
    assert [one.reply.value for one in room.snapshot.attendees[2:]] == ["unknown"] * 2


def test_the_column_chooser_shows_a_column_of_travel(room: PeopleRoom):
    actions = room.acts.columns_menu().actions()
    stay = next(action for action in actions if action.text() == "行程与食宿")
    next(action for action in stay.menu().actions() if action.text() == "房间").setChecked(True)
    shown = [room.model.columns[number].key for number in room.table.shown_columns()]
    assert shown == ["number", "name_zh", "unit", "title_zh", "roles", "phone", "reply", "room"]


def test_every_command_has_its_words(room: PeopleRoom):
    assert [action for action in room.commands() if not action.text() or action.text().isascii()] == []
