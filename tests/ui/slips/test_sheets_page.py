"""The sheets on the page: every correction is one click, and a password is asked for in place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.imports.book import Note
from tests.ui.seen import cut, nameless
from tests.ui.slips import plans
from tests.ui.slips.plans import FILE, SHEET
from ui.slips.file_list import PLACE, SheetPlace
from ui.slips.sheets_page import SheetsPage
from ui.theme import load_theme

LOCKED = ("政府办.xlsx", Note("slip_password_needed", {"name": "政府办.xlsx"}))
SCAN = ("扫描件.pdf", Note("slip_pdf", {"name": "扫描件.pdf"}))


@pytest.fixture
def page(qtbot: QtBot) -> SheetsPage:
    made = SheetsPage()
    qtbot.addWidget(made)
    made.resize(1150, 560)
    made.retheme(load_theme("light"))
    made.retranslate("zh")
    made.show_sitting(plans.sitting(refused=(LOCKED, SCAN)))
    made.files.choose(SheetPlace(FILE, SHEET))
    made.show()
    return made


def listed(page: SheetsPage) -> list[tuple[str, bool]]:
    return [(item.text(0), item.checkState(0) is Qt.CheckState.Checked) for item in page.files._items()]


def choose(page: SheetsPage, column: int, words: str) -> None:
    """Choose an entry of the menu of a column."""
    menu = page.meanings_menu(column)
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_files_and_sheets_say_what_they_give(page: SheetsPage):
    assert listed(page) == [
        ("▲ 政府办.xlsx", False),
        ("▲ 扫描件.pdf", False),
        ("回执 · 4 行 ▲", True),
        ("旧表 · 隐藏工作表", False),
    ]
    assert page.about.text() == "表头：第 2 行 · 其下 4 行 · 说明 1 行"


def test_a_press_on_a_file_shows_its_first_sheet(page: SheetsPage, qtbot: QtBot):
    page.files.choose(SheetPlace(LOCKED[0]))
    file = next(item for item in map(page.files.topLevelItem, range(3)) if item.text(0) == FILE)
    at = page.files.visualItemRect(file).center()
    qtbot.mouseClick(page.files.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.files.place == SheetPlace(FILE, SHEET)


def test_another_meaning_is_one_click(page: SheetsPage, qtbot: QtBot):
    with qtbot.waitSignal(page.column_corrected) as asked:
        choose(page, 3, "备注")
    with qtbot.waitSignal(page.column_corrected) as left_out:
        choose(page, 3, "不导入此列")
    with qtbot.assertNotEmitted(page.column_corrected):
        choose(page, 0, "姓名")
    assert (asked.args, left_out.args) == ([FILE, SHEET, 3, "remarks"], [FILE, SHEET, 3, ""])


def test_the_menu_ticks_what_a_column_means_now(page: SheetsPage):
    ticked = [
        [action.text() for action in page.meanings_menu(column).actions() if action.isChecked()] for column in (0, 3)
    ]
    assert ticked == [["姓名"], ["不导入此列"]]


@pytest.mark.parametrize(
    ("entry", "rows"), [("第 2 行是表头", (1,)), ("第 2、3 行是表头", (1, 2)), ("此表没有名单", ())]
)
def test_the_header_is_set_right_by_a_row(page: SheetsPage, qtbot: QtBot, entry: str, rows: tuple[int, ...]):
    action = next(action for action in page.row_menu(1).actions() if action.text() == entry)
    with qtbot.waitSignal(page.header_corrected) as asked:
        action.trigger()
    assert asked.args == [FILE, SHEET, rows]


def test_what_was_set_right_can_be_forgotten(page: SheetsPage, qtbot: QtBot):
    words = "恢复自动识别"
    before = [action.text() for action in page.row_menu(1).actions()]
    page.sitting.correct_column(FILE, SHEET, 3, "remarks")
    action = next(action for action in page.row_menu(1).actions() if action.text() == words)
    with qtbot.waitSignal(page.corrections_forgotten) as asked:
        action.trigger()
    assert (words in before, asked.args) == (False, [FILE, SHEET])


def test_a_hidden_sheet_is_offered_and_ticked(page: SheetsPage, qtbot: QtBot):
    hidden = next(item for item in page.files._items() if item.data(0, PLACE) == SheetPlace(FILE, "旧表"))
    with qtbot.waitSignal(page.sheet_used) as asked:
        hidden.setCheckState(0, Qt.CheckState.Checked)
    page.files.choose(SheetPlace(FILE, "旧表"))
    assert (asked.args, page.about.text()) == ([FILE, "旧表", True], "此表中没有识别出名单。")


def test_a_password_is_asked_for_in_place(page: SheetsPage, qtbot: QtBot):
    page.files.choose(SheetPlace(LOCKED[0]))
    page.take_focus()
    assert (page.pages.currentWidget(), page.locked.retry_button.isHidden()) == (page.locked, True)
    qtbot.keyClicks(page.locked.line, "1234")
    with qtbot.waitSignal(page.password_given) as given:
        qtbot.keyClick(page.locked.line, Qt.Key.Key_Return)
    assert (given.args, page.locked.line.text()) == (["1234"], "")
    with qtbot.assertNotEmitted(page.password_given):
        page.locked.open_button.click()


def test_a_file_that_cannot_be_read_says_why_and_can_be_tried_again(page: SheetsPage, qtbot: QtBot):
    page.files.choose(SheetPlace(SCAN[0]))
    with qtbot.waitSignal(page.retry_requested):
        page.locked.retry_button.click()
    assert ("扫描件.pdf" in page.locked.words.text(), page.locked.line.isHidden()) == (True, True)


def test_a_file_that_is_there_twice_is_no_trouble(page: SheetsPage):
    page.show_sitting(plans.sitting(refused=(("b.xlsx", Note("file_twice", {"file": "b.xlsx", "first": "a.xlsx"})),)))
    page.files.choose(SheetPlace("b.xlsx"))
    assert (listed(page)[0][0], page.locked.retry_button.isHidden()) == ("b.xlsx", True)


def test_the_choice_stays_when_the_plan_is_made_anew(page: SheetsPage):
    page.view.go_to(4)
    page.show_sitting(plans.sitting(refused=(LOCKED,)))
    assert (page.files.place, page.view.currentIndex().row()) == (SheetPlace(FILE, SHEET), 4)


def test_a_file_that_was_unlocked_shows_its_sheet(page: SheetsPage):
    page.files.choose(SheetPlace(LOCKED[0]))
    opened = plans.plan()
    file = plans.read_file(name=LOCKED[0])
    page.sitting.take(replace(opened, files=(*opened.files, file)), {})
    page.show_sitting(page.sitting)
    assert (page.files.place, page.pages.currentIndex()) == (SheetPlace(LOCKED[0], SHEET), 0)


def test_a_row_of_the_plan_is_shown_where_it_stands(page: SheetsPage):
    page.files.choose(SheetPlace(SCAN[0]))
    page.show_row(FILE, SHEET, 3)
    assert (page.files.place, page.view.currentIndex().row()) == (SheetPlace(FILE, SHEET), 3)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("place", [SheetPlace(FILE, SHEET), SheetPlace(LOCKED[0]), SheetPlace(SCAN[0])])
def test_nothing_is_cut_or_without_a_name(page: SheetsPage, language: str, place: SheetPlace):
    page.retranslate(language)
    page.files.choose(place)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert (cut(page), nameless(page)) == ([], [])
