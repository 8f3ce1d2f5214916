"""The ceremony room on a real workspace: rounds, plaques, lines and plans by keyboard, taken back step by step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from models.codes import PlaqueAction, RoundPart
from models.snapshots.shapes import RoundPerson, SigningRound
from tests import sample_snapshots as make
from tests.ui.conftest import type_line
from ui.ceremony.record_table import RecordTable
from ui.ceremony.room import CeremonyRoom

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def cells(table: RecordTable) -> list[list[str]]:
    """The words of the shown columns."""
    model, shown = table.model_of_rows, table.shown_columns()
    return [[model.columns[number].text(row, "zh") for number in shown] for row in model.rows()]


def type_row(table: RecordTable, qtbot: QtBot, text: str) -> None:
    """Type a new row into the last line."""
    count = len(table.model_of_rows.rows())
    table.model_of_rows.new_row_requested.emit(text)
    qtbot.waitUntil(lambda: len(table.model_of_rows.rows()) == count + 1)


def set_cell(table: RecordTable, row: int, key: str, value: object) -> None:
    """Give a cell another value, as its editor does."""
    number = table.model_of_rows.number_of(key)
    assert number is not None
    assert table.model_of_rows.setData(table.model_of_rows.index(row, number), value)


def first_round(room: CeremonyRoom, qtbot: QtBot) -> None:
    """Press the button of the empty page."""
    qtbot.mouseClick(room.first_button, LEFT)
    qtbot.waitUntil(lambda: len(room.snapshot.rounds) == 1)
    qtbot.waitUntil(lambda: room.rounds_page.rounds.current_id() is not None)


def test_an_empty_room_offers_the_first_round(room: CeremonyRoom, qtbot: QtBot) -> None:
    assert (room.first_button.isVisible(), room.first_button.text()) == (True, "添加第一轮签约")
    first_round(room, qtbot)
    assert cells(room.rounds_page.rounds) == [["1", "第一轮", "", "", "", ""]]
    assert (room.panel.title.text(), room.panel.subtitle.text()) == ("第一轮", "签约轮次")
    assert room.chips[0].text() == "签约轮次 1"


def test_agreements_and_their_signatories_come_on_stage(room: CeremonyRoom, qtbot: QtBot) -> None:
    first_round(room, qtbot)
    page = room.rounds_page
    for agreement in room.snapshot.agreements[::-1]:
        page.agreement_line.picked.emit(agreement.id)
    qtbot.waitUntil(lambda: len(room.snapshot.rounds[0].agreement_ids) == 2)
    qtbot.mouseClick(page.call_button, LEFT)
    qtbot.waitUntil(lambda: len(room.snapshot.rounds[0].people) == 2)
    assert [row[:2] for row in cells(page.signed)] == [["1", "协议2"], ["2", "协议1"]]
    assert cells(page.stage) == [["1", "李强", "签约代表", "协议2"], ["2", "梁涛", "签约代表", "协议1"]]
    assert cells(page.rounds) == [["1", "第一轮", "协议2、协议1", "2", "", ""]]


def test_people_on_stage_are_edited_moved_and_taken_off(room: CeremonyRoom, qtbot: QtBot) -> None:
    first_round(room, qtbot)
    stage = room.rounds_page.stage
    for person in (3, 1):
        room.rounds_page.person_line.picked.emit(person)
    qtbot.waitUntil(lambda: len(room.snapshot.rounds[0].people) == 2)
    set_cell(stage, 0, "part", RoundPart.ASSISTANT)
    qtbot.waitUntil(lambda: room.snapshot.rounds[0].people[0].part is RoundPart.ASSISTANT)
    stage.setFocus()
    stage.choose(room.snapshot.rounds[0].people[1].id)
    stage.move_chosen(-1)
    qtbot.waitUntil(lambda: [each.attendee.id for each in room.snapshot.rounds[0].people] == [1, 3])
    assert room.panel.title.text() == "梁涛"
    stage.delete_chosen()
    qtbot.waitUntil(lambda: [each.attendee.id for each in room.snapshot.rounds[0].people] == [3])


def test_plaques_are_typed_and_filled_in(room: CeremonyRoom, qtbot: QtBot) -> None:
    first_round(room, qtbot)
    room.show_kind(1)
    plaques = room.tables["plaque_award"]
    type_row(plaques, qtbot, "优质生源基地")
    set_cell(plaques, 0, "action", PlaqueAction.UNVEIL)
    set_cell(plaques, 0, "giver_id", 1)
    qtbot.waitUntil(lambda: room.snapshot.plaques[0].giver is not None)
    assert cells(plaques) == [["1", "优质生源基地", "揭牌", "", "梁涛", "", ""]]
    room.panel.field_edited.emit(room.panel.row_id, "text_en", "", "Student Source Base")
    qtbot.waitUntil(lambda: room.snapshot.plaques[0].text.en == "Student Source Base")


def test_lines_are_ordered_and_each_step_is_taken_back(room: CeremonyRoom, qtbot: QtBot) -> None:
    first_round(room, qtbot)
    room.show_kind(2)
    lines = room.tables["cue_line"]
    for text in ("开会", "散会"):
        type_row(lines, qtbot, text)
    lines.rows_moved.emit((room.snapshot.cue_lines[1].id,), room.snapshot.cue_lines[0].id)
    qtbot.waitUntil(lambda: [line.text.zh for line in room.snapshot.cue_lines] == ["散会", "开会"])
    lines.rows_deleted.emit((room.snapshot.cue_lines[0].id,))
    qtbot.waitUntil(lambda: [line.text.zh for line in room.snapshot.cue_lines] == ["开会"])
    assert room.office is not None
    for expected in (["散会", "开会"], ["开会", "散会"], ["开会"], []):
        with qtbot.waitSignal(room.office.link.glanced):
            room.office.link.undo(newest=True)
        qtbot.waitUntil(lambda expected=expected: [line.text.zh for line in room.snapshot.cue_lines] == expected)


def test_seat_plans_are_listed(room: CeremonyRoom, qtbot: QtBot) -> None:
    first_round(room, qtbot)
    room.show_kind(3)
    type_row(room.tables["seat_plan"], qtbot, "主席台")
    assert cells(room.tables["seat_plan"]) == [["1", "主席台", "主席台", "0", "0"]]


def test_a_place_is_revealed_to_the_field(room: CeremonyRoom, qtbot: QtBot) -> None:
    first_round(room, qtbot)
    room.show_kind(1)
    type_row(room.tables["plaque_award"], qtbot, "基地")
    room.show_kind(0)
    room.reveal(f"plaques/{room.snapshot.plaques[0].id}/text_en")
    assert room.kind == "plaque_award"
    assert room.window().focusWidget() is room.panel.editors["text_en"].input()
    room.reveal(f"ceremony/rounds/{room.snapshot.rounds[0].id}/music")
    assert (room.kind, room.window().focusWidget()) == ("signing_round", room.panel.editors["music"].input())


def test_the_menu_of_a_row_moves_and_deletes(room: CeremonyRoom, qtbot: QtBot) -> None:
    first_round(room, qtbot)
    table = room.rounds_page.rounds
    type_row(table, qtbot, "第二轮")
    table.choose(room.snapshot.rounds[1].id)
    table.menu_requested.emit(table.mapToGlobal(table.rect().center()), table.chosen_ids())
    menu = table.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: [each.title.zh for each in room.snapshot.rounds] == ["第二轮", "第一轮"])


def test_english_and_back(room: CeremonyRoom, qtbot: QtBot) -> None:
    first_round(room, qtbot)
    room.retranslate("en")
    assert (room.panel.title.text(), room.chips[0].text(), room.add_button.text()) == (
        "Round 1",
        "Signing rounds 1",
        "＋ Add a round",
    )
    room.retranslate("zh")
    assert [action.text() for action in room.commands()] == ["添加轮次", "添加牌匾", "添加主持词", "添加座次图"]


def test_qt_finds_no_fault(room: CeremonyRoom, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    first_round(room, qtbot)
    for table in (*room.tables.values(), room.rounds_page.signed, room.rounds_page.stage):
        qtmodeltester.check(table.model_of_rows)


def test_a_key_adds_what_the_table_holds_and_asks_for_its_words(room: CeremonyRoom, qtbot: QtBot) -> None:
    first_round(room, qtbot)
    room.show_kind(1)
    qtbot.keyClick(room.tables["plaque_award"], KEY.Key_N, Qt.KeyboardModifier.ControlModifier | SHIFT)
    qtbot.waitUntil(lambda: len(room.snapshot.plaques) == 1)
    qtbot.waitUntil(lambda: room.window().focusWidget() is room.panel.editors["text_zh"].input())


def test_a_plaque_that_wants_a_look_is_marked_and_says_why(room: CeremonyRoom, qtbot: QtBot) -> None:
    first_round(room, qtbot)
    room.show_kind(1)
    plaques = room.tables["plaque_award"]
    type_row(plaques, qtbot, "实习基地")
    model = plaques.model_of_rows
    qtbot.waitUntil(lambda: bool(model.rows()[0].marks))
    assert plaques.tip_of(model.index(0, 0)) == "牌匾“实习基地”没有英文。"
    room.panel.field_edited.emit(room.panel.row_id, "text_en", "", "Internship Base")
    qtbot.waitUntil(lambda: not model.rows()[0].marks)
    assert plaques.row(model.rows()[0].id) is not None


def test_nothing_can_be_changed_in_a_workspace_that_is_only_read(qtbot: QtBot) -> None:
    room = CeremonyRoom()  # without an office, which is as good as read-only
    qtbot.addWidget(room)
    room.retranslate("zh")
    person = RoundPerson(make.attendee("梁涛", id=5), RoundPart.SIGNATORY, id=8)
    signing = SigningRound(3, make.both("第一轮", "Round 1"), (), (person,), None)
    room.show_snapshot(make.snapshot(rounds=(signing,), attendees=(person.attendee,)))
    assert [action.isEnabled() for action in room.commands()] == [False] * 4
    assert not room.add_button.isEnabled()
    assert room.rounds_page.person_line.isHidden() and room.rounds_page.call_button.isHidden()
    for table in (*room.tables.values(), *room.rounds_page.tables):
        assert table.model_of_rows.read_only and not table.model_of_rows.adds
    line = room.panel.editors["title_zh"].input()
    assert isinstance(line, QLineEdit)
    assert line.isReadOnly()
    room.add("signing_round")
    room.rounds_page.call_signatories()
    assert cells(room.rounds_page.rounds)[0][:2] == ["1", "第一轮"]


def test_undo_of_a_plaque_whose_words_are_half_typed_says_so_quietly(room: CeremonyRoom, qtbot: QtBot) -> None:
    first_round(room, qtbot)
    room.show_kind(1)
    type_row(room.tables["plaque_award"], qtbot, "基地")
    qtbot.waitUntil(lambda: room.panel.title.text() == "基地")
    said: list[str] = []
    object.__setattr__(room.office, "notice", said.append)
    line = room.panel.editors["text_en"].input()
    assert isinstance(line, QLineEdit)
    line.setText("Ba")
    assert room.office is not None
    room.office.link.undo(newest=True)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["正在编辑的条目已不存在。未存入：Ba"]


@pytest.mark.parametrize("number", range(4))
def test_rows_typed_one_after_the_other_are_both_added(room: CeremonyRoom, qtbot: QtBot, number: int) -> None:
    first_round(room, qtbot)
    room.show_kind(number)
    table = room.tables[room.kind]
    before = [row[1] for row in cells(table)]
    table.begin_row()
    for name in ("甲轮", "乙轮"):
        type_line(qtbot, room, name)
        qtbot.waitUntil(lambda name=name: name in [row[1] for row in cells(table)])
        qtbot.waitUntil(lambda name=name: room.panel.title.text() == name)
    assert [row[1] for row in cells(table)] == [*before, "甲轮", "乙轮"]
    assert (table.is_editing, table.current_id()) == (True, None)


def test_rounds_typed_beside_plaques_are_both_added(room: CeremonyRoom, qtbot: QtBot) -> None:
    room.add("plaque_award", "基地")
    qtbot.waitUntil(lambda: room.panel.title.text() == "基地")
    room.show_kind(0)
    room.rounds_page.rounds.begin_row()
    for name in ("甲轮", "乙轮"):
        type_line(qtbot, room, name)
        qtbot.waitUntil(lambda name=name: room.panel.title.text() == name)
    assert [each.title.zh for each in room.snapshot.rounds] == ["甲轮", "乙轮"]
