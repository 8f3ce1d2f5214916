"""The room on a real workspace: an agenda made by keyboard and mouse, taken back and done again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.snapshots.shapes import AgendaItem
from ui.agenda.room import AgendaRoom
from ui.agenda.timeline_drag import Make
from ui.main_window import MainWindow
from ui.settings import AGENDA_PUSH, AGENDA_VIEW, AGENDA_ZOOM

KEY, ALT, SHIFT = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def told(room: AgendaRoom) -> list[str]:
    """The agenda as it is stored: "致辞 09:00+5"."""
    return [_told(item) for item in room.snapshot.agenda]


def _told(item: AgendaItem) -> str:
    start = f" {item.start:%H:%M}+{item.minutes}" if item.start else ""
    return ("  " if item.parent_id else "") + item.title.zh + start


def begin(room: AgendaRoom, qtbot: QtBot, key: str = "symposium") -> None:
    """Begin with a usual agenda."""
    qtbot.mouseClick(room.empty_page.buttons[key], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(room.snapshot.agenda))
    qtbot.waitUntil(lambda: room.current is not None)


def add(room: AgendaRoom, qtbot: QtBot, title: str) -> AgendaItem:
    """Type a title into the line below and press Enter; the new item is chosen."""
    count = len(room.snapshot.agenda)
    room.add_line.begin()
    room.add_line.title.setText(title)
    qtbot.keyClick(room.add_line.title, KEY.Key_Return)
    qtbot.waitUntil(lambda: len(room.snapshot.agenda) == count + 1)
    qtbot.waitUntil(lambda: chosen(room).title.zh == title)
    return chosen(room)


def chosen(room: AgendaRoom) -> AgendaItem:
    """The chosen item."""
    return next((item for item in room.snapshot.agenda if item.id == room.current), room.snapshot.agenda[0])


def undo(window: MainWindow, room: AgendaRoom, qtbot: QtBot, expected: list[str]) -> None:
    """One step back."""
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: told(room) == expected)


def test_an_empty_agenda_begins_with_a_usual_one_and_one_undo_empties_it(
    room: AgendaRoom, window: MainWindow, qtbot: QtBot
):
    assert room.empty_page.isVisible() and not room.panel.isVisible()
    begin(room, qtbot)
    assert told(room)[:3] == ["签到 14:30+15", "主持人开场、介绍来宾 14:45+5", "介绍县情和人才政策 14:50+15"]
    assert (room.timeline.hasFocus(), room.panel.title.text()) == (True, "签到")
    undo(window, room, qtbot, [])
    assert room.empty_page.isVisible()


def test_titles_that_are_typed_follow_one_another_with_their_kind_and_usual_minutes(room: AgendaRoom, qtbot: QtBot):
    add(room, qtbot, "县领导致辞")
    assert room.add_line.title.hasFocus()
    room.panel.focus_field("start")
    room.panel.editors["start"].write("9")
    room.panel.keep_typed()
    qtbot.waitUntil(lambda: chosen(room).start == time(9))
    room.panel.editors["minutes"].write("5")
    room.panel.keep_typed()
    qtbot.waitUntil(lambda: chosen(room).minutes == 5)
    add(room, qtbot, "签署合作协议")
    add(room, qtbot, "合影留念")
    assert told(room) == ["县领导致辞 09:00+5", "签署合作协议 09:05+15", "合影留念 09:20+10"]
    assert [item.kind for item in room.snapshot.agenda] == ["speech", "signing", "photo"]


def test_alt_and_arrows_move_with_what_follows_as_one_step(room: AgendaRoom, window: MainWindow, qtbot: QtBot):
    begin(room, qtbot)
    before = told(room)
    room.choose(room.snapshot.agenda[5].id)
    room.timeline.setFocus()
    for _step in range(2):
        qtbot.keyPress(room.timeline, KEY.Key_Down, ALT)
    qtbot.keyRelease(room.timeline, KEY.Key_Down, ALT)
    qtbot.waitUntil(lambda: told(room)[5:] == ["校领导讲话 16:15+10", "县领导讲话 16:25+10", "主持人小结 16:35+5"])
    undo(window, room, qtbot, before)


def test_a_drag_without_push_moves_one_item_and_shows_the_overlap(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    room.head.push.click()
    first = room.snapshot.agenda[1]
    start = room.timeline.item_rect(first.id).center()
    down = QPoint(0, round(10 * 2.6))
    place = room.timeline.viewport()
    qtbot.mousePress(place, Qt.MouseButton.LeftButton, pos=start)
    for point in (start + down / 2, start + down):
        qtbot.mouseMove(place, point)
    qtbot.mouseRelease(place, Qt.MouseButton.LeftButton, pos=start + down)
    qtbot.waitUntil(lambda: "主持人开场、介绍来宾 14:55+5" in told(room))
    assert told(room)[:3] == ["签到 14:30+15", "介绍县情和人才政策 14:50+15", "主持人开场、介绍来宾 14:55+5"]
    assert [len(room.timeline.scene.cards[item.id].marks) for item in room.snapshot.agenda[:3]] == [0, 1, 1]
    assert room.panel.notes.words.text().startswith("“主持人开场、介绍来宾”（14:55–15:00）")


def test_a_gap_is_closed_with_one_button(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    room.choose(room.snapshot.agenda[0].id)
    room.panel.editors["minutes"].write("5")
    room.head.push.setChecked(False)
    room.panel.keep_typed()
    qtbot.waitUntil(lambda: room.panel.notes.close_gap.isVisible())
    assert room.panel.notes.close_gap.text() == "消除其后 10 分钟空档"
    room.panel.notes.close_gap.click()
    qtbot.waitUntil(lambda: told(room)[1:3] == ["主持人开场、介绍来宾 14:35+5", "介绍县情和人才政策 14:40+15"])


def test_items_are_duplicated_indented_and_deleted_by_key(room: AgendaRoom, window: MainWindow, qtbot: QtBot):
    begin(room, qtbot, "order")
    before = told(room)
    room.choose(room.snapshot.agenda[1].id)
    room.timeline.setFocus()
    qtbot.keyClick(room.timeline, KEY.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(room.snapshot.agenda) == 7 and room.current == room.snapshot.agenda[2].id)
    qtbot.keyClick(room.timeline, KEY.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: told(room)[1:3] == ["双方致辞", "  双方致辞"])
    qtbot.keyClick(room.timeline, KEY.Key_BracketLeft, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: told(room)[1:3] == ["双方致辞", "双方致辞"])
    qtbot.keyClick(room.timeline, KEY.Key_Delete)
    qtbot.waitUntil(lambda: told(room) == before)


def test_an_item_drawn_on_the_paper_asks_for_its_title(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    shape = room.timeline.scene.shape
    at = QPoint(round(shape.column_left(1)) + 60, round(shape.y_of(15 * 60)))
    qtbot.mouseDClick(room.timeline.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: room.snapshot.agenda[-1].start == time(15))
    qtbot.waitUntil(lambda: room.panel.editors["title_zh"].input().hasFocus())
    assert (str(room.snapshot.agenda[-1].day), room.current) == ("2024-05-21", room.snapshot.agenda[-1].id)


def test_the_table_edits_the_same_items_and_several_cells_are_one_step(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    room.show_view("table")
    first, second = (item.id for item in room.snapshot.agenda[:2])
    assert room.table.edit_cell(first, "minutes")
    qtbot.keyClicks(QApplication.focusWidget(), "20")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    qtbot.waitUntil(lambda: told(room)[:2] == ["签到 14:30+20", "主持人开场、介绍来宾 14:50+5"])
    room.table.choose_rows((first, second))
    room.table.set_cells("minutes", 10)
    qtbot.waitUntil(lambda: told(room)[:2] == ["签到 14:30+10", "主持人开场、介绍来宾 14:40+10"])
    room.table.choose_rows((second,))
    room.table.move_chosen(-1)
    qtbot.waitUntil(lambda: told(room)[:2] == ["主持人开场、介绍来宾 14:30+10", "签到 14:40+10"])


def test_presenters_are_picked_moved_timed_and_taken_off(room: AgendaRoom, qtbot: QtBot):
    item = add(room, qtbot, "座谈交流")
    part, who = room.panel.presenters, ["梁涛", "教师代表"]
    for typed in ("liangtao", "教师代表"):
        count = len(chosen(room).presenters)
        part.picker.setFocus()
        part.picker.type_text(typed)
        qtbot.keyClick(part.picker.line, KEY.Key_Return)
        qtbot.waitUntil(lambda count=count: len(part.rows) == count + 1)
    assert [row.label.text() for row in part.rows] == ["梁涛", "教师代表 · 26 人"]
    part.rows[1].minutes.setText("2")
    part.rows[1].minutes.editingFinished.emit()
    qtbot.waitUntil(lambda: part.budget.text() == "26×2′ = 52′")
    part.rows[1].setFocus()
    qtbot.keyClick(part.rows[1], KEY.Key_Up, ALT)
    qtbot.waitUntil(lambda: part.rows[0].label.text() == "教师代表 · 26 人")
    part.rows[1].remove.click()
    qtbot.waitUntil(lambda: len(chosen(room).presenters) == 1)
    assert (room.current, chosen(room).presenters[0].talk_minutes, who[1]) == (item.id, 2, "教师代表")


def test_a_refused_edit_comes_back_to_the_field(room: AgendaRoom, window: MainWindow, qtbot: QtBot):
    from models.actions.edit_agenda import delete_items

    item = add(room, qtbot, "座谈交流")
    errors: list[Exception] = []
    object.__setattr__(room.office, "tell_error", lambda _action, error: errors.append(error))
    assert window.link.workspace is not None
    with window.link.workspace.change("delete_agenda_item", item="x") as session:
        delete_items(session, (item.id,))
    room.panel.field_edited.emit(item.id, "title_zh", "座谈交流", "座谈")
    qtbot.waitUntil(lambda: bool(errors))
    assert getattr(errors[0], "code", "") == "record_gone"


def test_every_place_leads_to_its_field(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    item_id = room.snapshot.agenda[3].id
    for column in ("title_zh", "start", "talk_minutes", "moderator_id", "detail_en", "parent_id"):
        room.reveal(f"agenda/{item_id}/{column}")
        focused = QApplication.focusWidget()
        assert focused is not None and room.panel.editors[column].isAncestorOf(focused), column
    room.reveal(f"agenda/{item_id}/presenters")
    assert room.panel.presenters.picker.line.hasFocus()
    room.reveal(f"agenda/{item_id}")
    assert (room.timeline.hasFocus(), room.current) == (True, item_id)
    room.reveal("agenda/9999/title_zh")
    assert room.current == item_id


def test_the_view_the_push_and_the_zoom_are_remembered(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    room.head.push.click()
    room.head.nearer.click()
    room.head.views.button(1).click()
    settings = room.office.settings if room.office else None
    assert settings is not None
    kept = (settings.get(AGENDA_VIEW), settings.get(AGENDA_PUSH), settings.get(AGENDA_ZOOM))
    assert kept == ("table", False, 5)
    assert (room.table.isVisible(), room.timeline.isVisible()) == (True, False)


def test_both_views_are_offered_where_there_is_room(room: AgendaRoom, window: MainWindow, qtbot: QtBot):
    begin(room, qtbot)
    both = room.head.views.button(2)
    assert not both.isVisible()
    window.resize(1920, 1080)
    qtbot.waitUntil(both.isVisible)
    both.click()
    assert (room.table.isVisible(), room.timeline.isVisible()) == (True, True)
    room.table.choose(room.snapshot.agenda[4].id)
    assert room.timeline.scene.current == room.snapshot.agenda[4].id


def test_a_half_typed_title_outlives_a_change_elsewhere(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    room.panel.focus_field("title_zh")
    room.panel.editors["title_zh"].write("半")
    room.desk.stretch(room.snapshot.agenda[3].id, 40)
    qtbot.waitUntil(lambda: "介绍学校学科和成果 15:05+40" in told(room))
    assert room.panel.editors["title_zh"].typed() == "半"


def test_the_menu_and_the_commands_speak_both_languages(room: AgendaRoom, window: MainWindow, qtbot: QtBot):
    begin(room, qtbot)
    assert [action.text() for action in room.commands()][:3] == ["添加议程事项", "编辑议程事项", "复制该项"]
    window.apply_language("en")
    words = [action.text() for action in room.commands()]
    assert words[:3] == ["Add an agenda item", "Edit the agenda item", "Duplicate the agenda item"]
    menu = room.commands_made.menu()
    assert [action.text() for action in menu.actions() if not action.isEnabled()] == ["Close the gap behind it"]
    menu.close()
    window.apply_language("zh")


def test_a_kind_from_the_menu_is_the_kind_of_the_title_that_is_typed(room: AgendaRoom, qtbot: QtBot):
    add(room, qtbot, "致辞")
    meal = next(action for action in room.head.kinds.actions() if action.text() == "用餐")
    meal.trigger()
    assert room.add_line.title.hasFocus()
    room.add_line.title.setText("致辞之后")
    qtbot.keyClick(room.add_line.title, KEY.Key_Return)
    qtbot.waitUntil(lambda: [item.kind for item in room.snapshot.agenda] == ["speech", "meal"])


def test_steps_without_clock_times_get_them_with_one_button(room: AgendaRoom, window: MainWindow, qtbot: QtBot):
    begin(room, qtbot, "order")
    before = told(room)
    assert room.timeline.in_turn.isVisible()
    qtbot.mouseClick(room.timeline.in_turn, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: told(room)[:2] == ["主持人开场、介绍来宾 09:00+5", "双方致辞 09:05+5"])
    assert not room.timeline.in_turn.isVisible()
    undo(window, room, qtbot, before)


def test_behind_a_deleted_item_the_next_one_is_chosen(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot, "order")
    ids = [item.id for item in room.snapshot.agenda]
    room.choose(ids[2])
    room.timeline.setFocus()
    qtbot.keyClick(room.timeline, KEY.Key_Delete)
    qtbot.waitUntil(lambda: room.current == ids[3])
    assert room.panel.title.text() == "签署合作协议"


def test_minutes_of_a_speaker_are_stored_for_the_item_they_were_typed_for(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    first, second = room.snapshot.agenda[1:3]
    room.choose(first.id)
    room.panel.presenters.picker.picked.emit(("attendance_id", 1))
    qtbot.waitUntil(lambda: len(chosen(room).presenters) == 1)
    minutes = room.panel.presenters.rows[0].minutes
    minutes.setFocus()
    qtbot.keyClicks(minutes, "7")
    room.reveal(f"agenda/{second.id}")
    qtbot.waitUntil(lambda: room.snapshot.agenda[1].presenters[0].talk_minutes == 7)
    assert room.snapshot.agenda[2].presenters == ()


def test_minutes_of_a_speaker_are_stored_before_the_window_closes(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    room.panel.presenters.picker.picked.emit(("attendance_id", 1))
    qtbot.waitUntil(lambda: len(chosen(room).presenters) == 1)
    minutes = room.panel.presenters.rows[0].minutes
    minutes.setFocus()
    qtbot.keyClicks(minutes, "7")
    room.keep_typed()
    qtbot.waitUntil(lambda: chosen(room).presenters[0].talk_minutes == 7)


def test_steps_by_key_are_forgotten_when_their_item_is_deleted_elsewhere(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    item = room.snapshot.agenda[1]
    room.choose(item.id)
    room.timeline.setFocus()
    qtbot.keyPress(room.timeline, KEY.Key_Down, ALT)
    assert room.timeline.keys.waiting
    rest = tuple(each for each in room.snapshot.agenda if each.id != item.id)
    room.show_snapshot(replace(room.snapshot, agenda=rest))
    assert (room.timeline.keys.waiting, room.timeline.slots[rest[1].id].start) == (False, rest[1].start)
    room.timeline.keys.settle()


def test_a_refused_edit_waits_at_the_item_it_was_typed_for(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    first, second = room.snapshot.agenda[:2]
    room.choose(second.id)
    errors: list[Exception] = []
    object.__setattr__(room.office, "tell_error", lambda _action, error: errors.append(error))
    room.panel.field_edited.emit(first.id, "title_zh", "不是所存的", "另一个题目")
    qtbot.waitUntil(lambda: bool(errors))
    title = room.panel.editors["title_zh"]
    assert title.remark() == ""
    room.choose(first.id)
    assert title.remark() == "未存入：另一个题目"


def test_undo_takes_minutes_of_a_speaker_back_though_the_cursor_stands_in_them(
    room: AgendaRoom, window: MainWindow, qtbot: QtBot
):
    begin(room, qtbot)
    room.panel.presenters.picker.picked.emit(("attendance_id", 1))
    qtbot.waitUntil(lambda: len(chosen(room).presenters) == 1)
    minutes = room.panel.presenters.rows[0].minutes
    minutes.setFocus()
    qtbot.keyClicks(minutes, "7")
    qtbot.keyClick(minutes, KEY.Key_Return)
    qtbot.waitUntil(lambda: chosen(room).presenters[0].talk_minutes == 7)
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: chosen(room).presenters[0].talk_minutes is None)
    assert (minutes.hasFocus(), minutes.text()) == (True, "")


def test_the_number_in_the_table_says_what_to_look_at(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    first, second = room.snapshot.agenda[:2]
    room.panel.field_edited.emit(second.id, "start", second.start, first.start)
    qtbot.waitUntil(lambda: room.snapshot.agenda[0].start == room.snapshot.agenda[1].start)
    marked = [row for row in room.table.items.rows() if row.marks]
    place = room.table.items.place_of(marked[0].id)
    assert place is not None
    assert room.table.tip_of(room.table.items.index(place, 0)) == "\n".join(marked[0].marks)


def test_an_item_made_below_midnight_is_one_of_the_next_day(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot)
    count = len(room.snapshot.agenda)
    room.timeline.wished.emit(Make(0, 25 * 60, 25 * 60 + 30))
    qtbot.waitUntil(lambda: len(room.snapshot.agenda) == count + 1)
    made = next(item for item in room.snapshot.agenda if not item.title.zh)
    assert (made.day, made.start, made.minutes) == (date(2024, 5, 21), time(1), 30)


def test_undo_of_an_item_whose_title_is_half_typed_says_so_quietly(room: AgendaRoom, window: MainWindow, qtbot: QtBot):
    begin(room, qtbot)
    add(room, qtbot, "座谈交流")
    said: list[str] = []
    object.__setattr__(room.office, "notice", said.append)
    room.panel.editors["title_zh"].input().setFocus()
    room.panel.editors["title_zh"].input().setText("半截")  # type: ignore[attr-defined]
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["正在编辑的条目已不存在。未存入：半截"]
