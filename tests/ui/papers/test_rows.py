"""The papers table: every paper of the registry, ticked by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from exporters.registry import DOCUMENTS
from tests import sample_snapshots as make
from ui.export_worker import Choice
from ui.papers.room import PapersRoom
from ui.papers.rows import COLUMNS, PapersModel, content, paper_rows

MEETING = make.snapshot(attendees=(make.attendee(),), agenda=(make.agenda_item(), make.agenda_item()))
CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def room(qtbot: QtBot) -> PapersRoom:
    made = PapersRoom()
    qtbot.addWidget(made)
    made.retranslate("zh")
    made.show_snapshot(MEETING)
    made.resize(900, 700)
    made.show()
    return made


def test_every_paper_of_the_registry_is_listed():
    listed = [(row.kind.key, row.language, row.format) for row in paper_rows(MEETING)]
    known = [(kind.key, language, name) for kind in DOCUMENTS for language in kind.languages for name in kind.formats]
    assert listed == known


def test_a_row_says_what_the_meeting_holds_for_it():
    said = {row.kind.key: content(row, "zh") for row in paper_rows(MEETING)}
    nothing = "本次会议暂无相关内容"
    assert (said["agreement"], said["agenda"], said["attendees"]) == (nothing, "2 项", "1 条")
    one = paper_rows(make.snapshot(agreements=(make.agreement(),)))[0]
    assert content(one, "en") == "1 agreement, in a file of its own"


def test_qt_finds_no_fault(qapp, qtmodeltester: ModelTester):
    model = PapersModel()
    model.show_rows(paper_rows(MEETING))
    qtmodeltester.check(model)


def test_the_space_bar_ticks_and_unticks(room: PapersRoom, qtbot: QtBot):
    qtbot.keyClick(room.table, Qt.Key.Key_Down)
    qtbot.keyClick(room.table, Qt.Key.Key_Space)
    ticked = [row.id for row in room.papers.ticked()]
    qtbot.keyClick(room.table, Qt.Key.Key_Space)
    assert (ticked, room.papers.ticked()) == ([paper_rows(MEETING)[1].id], ())


def test_a_click_on_the_box_ticks(room: PapersRoom, qtbot: QtBot):
    box = room.table.visualRect(room.papers.index(2, 0))
    place = box.topLeft() + type(box.topLeft())(20, box.height() // 2)
    qtbot.mouseClick(room.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [room.papers.index(row, 0).data(CHECK) for row in range(4)] == [
        Qt.CheckState.Unchecked,
        Qt.CheckState.Unchecked,
        Qt.CheckState.Checked,
        Qt.CheckState.Unchecked,
    ]


def test_only_the_box_can_be_ticked(room: PapersRoom):
    model = room.papers
    assert [model.setData(model.index(0, column), 2, CHECK) for column in (0, 1)] == [True, False]
    flags = [model.flags(model.index(0, column)) for column in (0, 1)]
    assert [bool(flag & Qt.ItemFlag.ItemIsUserCheckable) for flag in flags] == [True, False]


def test_all_papers_with_content_are_ticked_at_once(room: PapersRoom, qtbot: QtBot):
    qtbot.mouseClick(room.all_button, Qt.MouseButton.LeftButton)
    kinds = {row.kind.key for row in room.papers.ticked()}
    words = (room.all_button.text(), room.remark.text())
    qtbot.mouseClick(room.all_button, Qt.MouseButton.LeftButton)
    expected = {row.kind.key for row in paper_rows(MEETING) if row.pieces != 0}
    count = sum(row.pieces != 0 for row in paper_rows(MEETING))
    assert (kinds, words, room.papers.ticked()) == (expected, ("取消全选", f"已勾选 {count} 份"), ())


def test_the_ticked_papers_are_exported_in_their_order(room: PapersRoom, qtbot: QtBot):
    rows = {(row.kind.key, row.language, row.format): row.id for row in room.papers.rows()}
    room.papers.tick([rows["agenda", "en", "pdf"], rows["agenda", "zh", "pdf"]], on=True)
    with qtbot.waitSignal(room.export_requested) as asked:
        qtbot.mouseClick(room.export_button, Qt.MouseButton.LeftButton)
    assert asked.args == [(Choice("agenda", "pdf", "zh"), Choice("agenda", "pdf", "en"))]


def test_without_ticks_the_chosen_paper_is_exported(room: PapersRoom, qtbot: QtBot):
    with qtbot.waitSignal(room.export_requested) as asked:
        room.export_chosen()
    assert asked.args == [(Choice("agreement", "pdf", "zh"),)]


def test_the_whole_pack_is_asked_for_without_choices(room: PapersRoom, qtbot: QtBot):
    with qtbot.waitSignal(room.export_requested) as asked:
        qtbot.mouseClick(room.pack_button, Qt.MouseButton.LeftButton)
    assert asked.args == [()]


def test_nothing_can_be_exported_during_an_export(room: PapersRoom, qtbot: QtBot):
    room.allow_export(False)
    with qtbot.assertNotEmitted(room.export_requested):
        room.export_chosen()
    assert (room.export_button.isEnabled(), room.pack_button.isEnabled()) == (False, False)


def test_ticks_outlive_a_reload(room: PapersRoom):
    room.papers.tick([3], on=True)
    room.show_snapshot(MEETING)
    assert [row.id for row in room.papers.ticked()] == [3]


def test_columns_have_a_head_except_the_boxes():
    assert [column.key for column in COLUMNS if not column.heading] == ["ticked"]
