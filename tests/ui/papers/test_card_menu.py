"""Formats of cards in the options of papers: chosen in one press, shown beside, a size of one's own asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from ui.paper_options import USUAL, PaperOptions
from ui.papers.card_menu import ask_size, card_remarks, fill_card_menu
from ui.papers.options_bar import OptionsBar


@pytest.fixture
def menu(qtbot: QtBot) -> QMenu:
    made = QMenu()
    qtbot.addWidget(made)
    return made


def filled(menu: QMenu, options: PaperOptions, chosen: list[PaperOptions]) -> dict[str, QAction]:
    fill_card_menu(menu, options, chosen.append, "en")
    return {one.text(): one for one in menu.actions() if one.text()}


def test_the_usual_formats_are_ticked_at_first(menu: QMenu):
    actions = filled(menu, USUAL, [])
    ticked = [text for text, action in actions.items() if action.isChecked()]
    assert ticked == ["A4, folded once", "Name on both faces", "Unit above the name", "90 × 130 mm"]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("A4, folded to a triangle", PaperOptions(table_card="tri-fold")),
        ("A4, folded once", USUAL),
        ("90 × 54 mm", PaperOptions(badge="90x54")),
        ("Name on both faces", PaperOptions(card_faces=1)),
        ("Unit above the name", PaperOptions(card_units=False)),
    ],
)
def test_a_press_chooses(words: str, wanted: PaperOptions, menu: QMenu):
    chosen: list[PaperOptions] = []
    filled(menu, USUAL, chosen)[words].trigger()
    assert chosen == [wanted]


def test_a_size_of_ones_own_is_ticked_and_told(menu: QMenu):
    own = PaperOptions(table_card="180x90", badge="70x100", card_faces=1, as_notice=True)
    actions = filled(menu, own, [])
    assert [actions[text].isChecked() for text in ("180 × 90 mm", "70 × 100 mm", "A4, folded once")] == [
        True,
        True,
        False,
    ]
    assert card_remarks(own, "en") == ["table cards 180 × 90 mm", "badges 70 × 100 mm", "name on one face", "notice"]
    assert card_remarks(USUAL, "zh") == []


def test_what_is_no_size_is_asked_for_again(qtbot: QtBot):
    bar, seen = OptionsBar(), list[str]()
    qtbot.addWidget(bar)

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QInputDialog)
        seen.append(asked.labelText())
        asked.setTextValue("large" if len(seen) == 1 else "180x90")
        QTimer.singleShot(0, answer if len(seen) == 1 else lambda: None)
        asked.accept()

    QTimer.singleShot(0, answer)
    assert ask_size(bar, "table", "", "en") == "180x90"
    assert "“large”" in seen[1]
