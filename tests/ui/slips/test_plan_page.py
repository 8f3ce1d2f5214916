"""The plan on the page: chips, keys, the panel with both sides; everything by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from models.imports.book import Note
from models.imports.plan import Action, Decision, Difference
from tests.ui.seen import cut, nameless
from tests.ui.slips import plans
from tests.ui.slips.plans import KNOWN, STORED
from ui.slips.candidate_card import CandidateCard, CardState
from ui.slips.plan_lines import NOTED
from ui.slips.plan_page import PlanPage
from ui.theme import load_theme

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot) -> PlanPage:
    made = PlanPage()
    qtbot.addWidget(made)
    made.resize(1150, 560)
    made.retheme(load_theme("light"))
    made.retranslate("zh")
    made.show_sitting(plans.sitting())
    made.show()
    return made


def names(page: PlanPage) -> list[str]:
    return [str(page.model.index(row, 1).data()) for row in range(page.model.rowCount())]


def test_chips_count_what_happens_and_show_only_that(page: PlanPage):
    texts = [chip.text() for chip in page.chips.values() if not chip.isHidden()]
    assert texts == ["全部 5", "▲ 待定 1", "＋ 新增 3", "✕ 不导入 1"]
    page.chips[Action.ADD].click()
    assert names(page) == ["张三", "李四", "随行2人"]
    page.chips[None].click()
    assert len(names(page)) == 5


@pytest.mark.parametrize(
    ("key", "decision"),
    [
        (Qt.Key.Key_A, Decision(Action.ADD)),
        (Qt.Key.Key_S, Decision(Action.UPDATE, STORED)),
        (Qt.Key.Key_X, Decision(Action.REFUSE)),
        (Qt.Key.Key_Delete, Decision(Action.REFUSE)),
        (Qt.Key.Key_1, Decision(Action.UPDATE, STORED)),
        (Qt.Key.Key_2, Decision(Action.ADD, KNOWN)),
    ],
)
def test_a_key_decides(page: PlanPage, qtbot: QtBot, key: Qt.Key, decision: Decision):
    page.table.choose(0)
    with qtbot.waitSignal(page.changed):
        qtbot.keyClick(page.table, key)
    assert page.sitting.decisions() == {0: decision}


def test_several_rows_are_decided_at_once(page: PlanPage, qtbot: QtBot):
    page.table.choose(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    marked = len(page.table.chosen_lines())
    qtbot.keyClick(page.table, Qt.Key.Key_X)
    refused = Decision(Action.REFUSE)
    assert (marked, page.sitting.decisions()) == (2, {1: refused, 2: refused})
    assert len(page.table.chosen_lines()) == 2  # they stay marked


def test_a_row_without_candidates_is_nobody_else(page: PlanPage, qtbot: QtBot):
    page.table.choose(1)
    qtbot.keyClick(page.table, Qt.Key.Key_S)
    qtbot.keyClick(page.table, Qt.Key.Key_3)
    assert (page.sitting.decided, page.panel.buttons[Action.UPDATE].isEnabled()) == ({}, False)


def test_the_next_doubt_is_found_from_anywhere_and_a_decided_one_is_passed(page: PlanPage, qtbot: QtBot):
    page.show_only(Action.REFUSE)
    qtbot.keyClick(page.table, Qt.Key.Key_N)
    assert page.table.chosen().id == 0
    qtbot.keyClick(page.table, Qt.Key.Key_A)
    page.table.choose(3)
    qtbot.keyClick(page.table, Qt.Key.Key_N)
    assert (page.table.chosen().id, page.next_button.isHidden()) == (3, True)


def test_a_decided_doubt_stays_among_the_doubts(page: PlanPage, qtbot: QtBot):
    page.chips[Action.DOUBT].click()
    page.table.choose(0)
    qtbot.keyClick(page.table, Qt.Key.Key_A)
    assert (names(page), page.model.index(0, 0).data()) == (["侯亮"], "＋ 新增 ✓")
    assert page.chips[Action.DOUBT].text() == "▲ 待定 0"


def test_the_panel_shows_both_sides_and_keeps_what_is_chosen(page: PlanPage):
    page.table.choose(0)
    card = page.panel.cards[0]
    assert list(card.groups) == ["name_zh", "phone"]
    card.groups["phone"].button(0).click()
    assert page.sitting.decisions() == {0: Decision(Action.UPDATE, STORED, frozenset({"phone"}))}
    card = page.panel.cards[0]
    assert [card.groups["phone"].checkedId(), card.choose_button.isChecked()] == [0, True]
    card.groups["phone"].button(1).click()
    assert page.sitting.decisions() == {0: Decision(Action.UPDATE, STORED)}


def test_rows_that_are_written_with_a_remark_can_be_looked_through(page: PlanPage):
    remark = Note("tentative", {"text": "张三"})
    noted = replace(plans.rows()[1], reasons=(remark,))
    page.show_sitting(plans.sitting(made=(plans.rows()[0], noted, *plans.rows()[2:])))
    chip = page.chips[NOTED]
    words = (chip.text(), chip.isHidden())
    chip.click()
    assert (words, names(page)) == (("有说明 1", False), ["张三"])


def test_what_an_update_changes_is_told_in_its_line(page: PlanPage, qtbot: QtBot):
    page.table.choose(0)
    qtbot.keyClick(page.table, Qt.Key.Key_S)
    said = page.model.index(0, 5).data()
    assert said == "此行没有姓名。; 姓名：“候亮”改为“侯亮”; 手机：“135****0000”改为“135****7788”"


def test_numbers_are_masked_until_they_are_revealed(page: PlanPage):
    page.table.choose(0)
    hidden = page.model.index(0, 4).data()
    values = [button.accessibleName() for button in page.panel.cards[0].groups["phone"].buttons()]
    page.reveal(True)
    whole = [button.accessibleName() for button in page.panel.cards[0].groups["phone"].buttons()]
    assert (hidden, values) == ("135****7788", ["手机: 135****0000", "手机: 135****7788"])
    assert (page.model.index(0, 4).data(), whole) == ("13512347788", ["手机: 13512340000", "手机: 13512347788"])


def test_the_panel_leads_to_the_sheet_and_keeps_a_cell_together(page: PlanPage, qtbot: QtBot):
    page.table.choose(2)
    with qtbot.waitSignal(page.sheet_requested) as asked:
        page.panel.sheet_link.click()
    with qtbot.waitSignal(page.together_changed) as together:
        page.panel.together_link.click()
    assert (asked.args, together.args[0].key, together.args[1]) == ([plans.FILE, plans.SHEET, 3], 2, True)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_cut_or_without_a_name(page: PlanPage, language: str):
    page.retranslate(language)
    page.table.choose(0)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert (cut(page), nameless(page)) == ([], [])


def test_a_plan_of_nobody_says_what_to_do(page: PlanPage):
    page.show_sitting(plans.sitting(made=()))
    assert (page.nothing.isVisible(), page.nothing.title.text()) == (True, "这些表格中没有找到人员")


def test_another_language_is_spoken_at_once(page: PlanPage):
    page.table.choose(0)
    page.retranslate("en")
    labels = {label.text() for label in page.panel.findChildren(QLabel)}
    assert {"Who this may be", "▲ To decide", "第一中学.xlsx › 回执 › row 3"} <= labels


@pytest.mark.parametrize(
    ("slip", "revealed", "told"), [("13522227788", False, 1), ("13522227788", True, 0), ("13522221111", False, 0)]
)
def test_numbers_that_differ_where_they_are_masked_are_told(qtbot: QtBot, slip: str, revealed: bool, told: int):
    somebody = replace(STORED, differences=(Difference("phone", "13511117788", slip),))
    card = CandidateCard(somebody, CardState("zh", 1, revealed=revealed))
    qtbot.addWidget(card)
    assert [label.text()[:7] for label in card.findChildren(QLabel)].count("两个号码的差别") == told
