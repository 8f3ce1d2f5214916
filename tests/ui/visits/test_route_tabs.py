"""The tabs of the routes by keyboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests import sample_snapshots as make
from ui.visits.route_tabs import RouteTabs

ROUTES = (make.route("A线", "Route A", id=4), make.route("", "", id=6), make.route("C & D", "", id=8))
KEY = Qt.Key


@pytest.fixture
def tabs(qtbot: QtBot) -> RouteTabs:
    """Three routes, the first chosen."""
    made = RouteTabs()
    qtbot.addWidget(made)
    made.retranslate("zh")
    made.show_routes(ROUTES, 4, frozenset({6}))
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def told(spy: QSignalSpy) -> list[list[object]]:
    """What a signal said."""
    return [list(spy.at(number)) for number in range(spy.count())]


def name_line(tabs: RouteTabs) -> QLineEdit:
    """The line in which a route is renamed."""
    line = tabs.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line


def test_tabs_are_named_in_both_languages_and_marked(tabs: RouteTabs) -> None:
    assert [tabs.tabText(place) for place in range(3)] == ["A线", "未命名线路 ▲", "C && D"]
    tabs.retranslate("en")
    tabs.mark(frozenset())
    assert [tabs.tabText(place) for place in range(3)] == ["Route A", "Route without a name", "C && D"]
    tabs.show_routes(ROUTES[1:], 8, frozenset())
    assert (tabs.count(), tabs.currentIndex(), tabs.ids()) == (2, 1, [6, 8])


def test_arrows_choose_and_with_alt_they_move(tabs: RouteTabs, qtbot: QtBot) -> None:
    chosen, moved = QSignalSpy(tabs.route_chosen), QSignalSpy(tabs.route_moved)
    qtbot.keyClick(tabs, KEY.Key_Right)
    qtbot.keyClick(tabs, KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(tabs, KEY.Key_Right, Qt.KeyboardModifier.AltModifier)  # at the end already
    assert (told(chosen), told(moved), tabs.ids()) == ([[6]], [[6, 2]], [4, 8, 6])


def test_a_name_is_taken_by_enter_and_left_by_escape(tabs: RouteTabs, qtbot: QtBot) -> None:
    renamed = QSignalSpy(tabs.renamed)
    qtbot.mouseDClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert (name_line(tabs).isVisible(), name_line(tabs).text()) == (True, "A线")
    tabs.show_routes(ROUTES[:2], 4, frozenset())  # a change comes while one types: the line stays
    assert (name_line(tabs).isVisible(), tabs.count()) == (True, 3)
    qtbot.keyClick(name_line(tabs), KEY.Key_Escape)
    assert (name_line(tabs).isVisible(), told(renamed)) == (False, [])
    qtbot.keyClick(tabs, KEY.Key_F2)
    qtbot.keyClicks(name_line(tabs), " Food ")
    qtbot.keyClick(name_line(tabs), KEY.Key_Return)
    assert told(renamed) == [[4, "Food"]]


def test_nothing_changes_where_only_reading_is_allowed(tabs: RouteTabs, qtbot: QtBot) -> None:
    tabs.read_only = True
    spies = [QSignalSpy(signal) for signal in (tabs.route_moved, tabs.delete_requested)]
    for key, held in (
        (KEY.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (KEY.Key_Right, Qt.KeyboardModifier.AltModifier),
    ):
        qtbot.keyClick(tabs, key, held)
    tabs.rename()
    assert ([told(spy) for spy in spies], name_line(tabs).isVisible()) == ([[], []], False)
