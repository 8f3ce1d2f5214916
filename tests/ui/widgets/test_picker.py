"""The picker: typing narrows, Enter, Tab and clicks take, Escape gives back, unknown words may be asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.theme import style_sheet
from ui.widgets.picker import Entry, Picker
from ui.widgets.picker_list import EntryModel

UNITS = (Entry(1, "浙江大学", "University", "浙大"), Entry(2, "武汉大学", "University"), Entry(3, "上党区人民政府"))


class Form(QWidget):
    """A picker and a line behind it."""

    def __init__(self, picker: Picker) -> None:
        super().__init__()
        picker.form = self  # nobody else holds it
        self.picker, self.next = picker, QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(picker)
        layout.addWidget(self.next)


def shown(qtbot: QtBot, picker: Picker) -> Picker:
    form = Form(picker)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    picker.offer(UNITS)
    picker.setFocus()
    qtbot.waitUntil(picker.line.hasFocus)
    return picker


@pytest.fixture
def picker(qtbot: QtBot) -> Picker:
    return shown(qtbot, Picker())


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("zjdx", ("浙江大学",)),
        ("dx", ("浙江大学", "武汉大学")),
        ("University", ("浙江大学", "武汉大学")),
        ("rmzf", ("上党区人民政府",)),
        ("zheda", ("浙江大学",)),
        ("nobody", ()),
    ],
)
def test_typing_narrows(picker: Picker, qtbot: QtBot, typed: str, words: tuple[str, ...]):
    qtbot.keyClicks(picker.line, typed)
    assert picker.shown_entries() == words


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_enter_and_tab_take_the_marked_line(picker: Picker, qtbot: QtBot, key: Qt.Key):
    qtbot.keyClicks(picker.line, "whdx")
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.keyClick(picker.line, key)
    assert (told.args, picker.value(), picker.text(), picker.list_shown) == ([2], 2, "武汉大学", False)


def test_down_opens_the_whole_list_and_moves_in_it(picker: Picker, qtbot: QtBot):
    picker.set_value(1)
    for _press in range(3):
        qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.value() == 3


def test_a_short_list_is_seen_whole(picker: Picker, qtbot: QtBot):
    picker.window().setStyleSheet(style_sheet("light"))
    qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    view = picker._popup().view
    qtbot.waitUntil(lambda: view.viewport().height() >= len(UNITS) * view.sizeHintForRow(0))
    assert view.verticalScrollBar().maximum() == 0


def test_a_click_takes(picker: Picker, qtbot: QtBot):
    qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    view = picker._popup().view
    with qtbot.waitSignal(picker.picked) as told:
        place = view.visualRect(view.model().index(1, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [2]


def test_escape_gives_the_old_one_back(picker: Picker, qtbot: QtBot):
    picker.set_value(1)
    picker.line.selectAll()
    qtbot.keyClicks(picker.line, "wh")
    qtbot.keyClick(picker.line, Qt.Key.Key_Escape)
    assert (picker.value(), picker.text(), picker.list_shown) == (1, "浙江大学", False)


def test_words_that_are_nothing_give_the_old_one_back(picker: Picker, qtbot: QtBot):
    picker.set_value(1)
    picker.type_text("无此单位")
    with qtbot.assertNotEmitted(picker.picked):
        picker.form.next.setFocus()
    assert picker.text() == "浙江大学"


def test_an_emptied_line_picks_nobody(picker: Picker, qtbot: QtBot):
    picker.set_value(1)
    picker.line.selectAll()
    qtbot.keyClick(picker.line, Qt.Key.Key_Delete)
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert (told.args, picker.value()) == ([None], None)


def test_unknown_words_may_be_asked_for(picker: Picker, qtbot: QtBot):
    picker.create_words = "新建“{text}”"
    picker.type_text("新单位")
    words = picker.shown_entries()
    with qtbot.waitSignal(picker.create_requested) as told:
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert (words, told.args) == (("新建“新单位”",), ["新单位"])


@pytest.mark.parametrize(("presses", "picked"), [(0, 1), (1, 1), (2, None)])
def test_the_arrow_stops_once_in_front_of_asking_for_a_new_one(
    picker: Picker, qtbot: QtBot, presses: int, picked: int | None
):
    picker.create_words = "新建“{text}”"
    asked: list[str] = []
    picker.create_requested.connect(asked.append)
    picker.type_text("zhejiang")
    for _press in range(presses):
        qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert (picker.value(), asked) == (picked, ["zhejiang"] if picked is None else [])


def test_a_name_that_is_there_is_never_asked_for(picker: Picker):
    picker.create_words = "新建“{text}”"
    picker.type_text("武汉大学")
    assert picker.shown_entries() == ("武汉大学",)


def test_other_entries_leave_half_typed_text_alone(picker: Picker, qtbot: QtBot):
    qtbot.keyClicks(picker.line, "wh")
    picker.offer((*UNITS, Entry(4, "新单位")))
    assert picker.text() == "wh"


def test_a_free_one_takes_any_text_and_proposes(qtbot: QtBot):
    picker = shown(qtbot, Picker(free=True))
    qtbot.keyClicks(picker.line, "Dean")
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert (told.args, picker.value(), picker.entry) == (["Dean"], "浙江大学", UNITS[0])


def test_qt_finds_no_fault(qapp, qtmodeltester: ModelTester):
    model = EntryModel()
    model.show_entries(UNITS, "Create")
    qtmodeltester.check(model)
