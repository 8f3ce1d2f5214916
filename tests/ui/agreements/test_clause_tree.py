"""The contents: what is chosen stays, moves are asked for by keys and by drag, never made by the tree itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from ui.agreements.clause_tree import FACTS, PARTIES, ClauseTree, TreeLine

ITEMS = (TreeLine(3, "（一）", "甲"), TreeLine(4, "（二）", "乙"))
LINES = (
    TreeLine(FACTS, "", "基本信息"),
    TreeLine(PARTIES, "", "各方"),
    TreeLine(1, "", "首部"),
    TreeLine(2, "第一条", "宗旨", 2, lines=ITEMS),
    TreeLine(5, "", "丙方", stands=False),
    TreeLine(6, "第二条", "期限", 1, grave=True),
)
ALT = Qt.KeyboardModifier.AltModifier
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def tree(qtbot: QtBot) -> ClauseTree:
    made = ClauseTree()
    qtbot.addWidget(made)
    made.resize(240, 400)
    made.show_lines(LINES)
    made.show()
    return made


def asked(tree: ClauseTree) -> list[tuple[object, ...]]:
    """The moves asked for from now on."""
    found: list[tuple[object, ...]] = []
    tree.move_requested.connect(lambda *move: found.append(move))
    return found


def drop(tree: ClauseTree, key: str | int, share: float) -> None:
    """Drop the chosen clause on a line, so far below its upper edge."""
    row = tree.visualItemRect(tree.item_of(key))
    place = QPoint(row.center().x(), row.top() + round(share * (row.height() - 1)))
    mime = tree.model().mimeData([tree.currentIndex()])
    actions = Qt.DropAction.MoveAction
    tree.dropEvent(QDropEvent(QPointF(place), actions, mime or QMimeData(), LEFT, NO_KEY))


def test_lines_show_number_words_and_what_is_missing(tree: ClauseTree):
    items = [tree.item_of(key) for key in (2, 3, 5)]
    assert [(item.text(0), item.text(1)) for item in items] == [("第一条  宗旨", "2"), ("（一）  甲", ""), ("丙方", "")]
    assert [item.font(0).strikeOut() for item in items] == [False, False, True]


def test_what_is_chosen_stays_when_the_lines_come_again(tree: ClauseTree, qtbot: QtBot):
    tree.choose(4)
    with qtbot.assertNotEmitted(tree.line_chosen):
        tree.show_lines(LINES)
        tree.show_lines((*LINES[:2], LINES[5], *LINES[2:5]))
    assert tree.chosen() == 4


def test_the_line_after_a_deleted_one_is_chosen(tree: ClauseTree):
    tree.choose(5)
    tree.show_lines((*LINES[:4], LINES[5]))
    assert tree.chosen() == 6
    tree.show_lines(LINES[:4])
    assert tree.chosen() == 4


@pytest.mark.parametrize(
    ("chosen", "key", "move"),
    [
        (5, Qt.Key.Key_Up, (5, None, 2)),
        (2, Qt.Key.Key_Down, (2, None, 6)),
        (5, Qt.Key.Key_Down, (5, None, None)),
        (4, Qt.Key.Key_Up, (4, 2, 3)),
        (4, Qt.Key.Key_Down, None),
        (1, Qt.Key.Key_Up, None),
        (FACTS, Qt.Key.Key_Down, None),
    ],
)
def test_clauses_move_by_keys(tree: ClauseTree, qtbot: QtBot, chosen: str | int, key: Qt.Key, move: object):
    found = asked(tree)
    tree.choose(chosen)
    qtbot.keyClick(tree, key, ALT)
    assert found == ([] if move is None else [move])
    assert tree.line_keys() == (FACTS, PARTIES, 1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize(
    ("chosen", "on", "share", "move"),
    [
        (6, 2, 0.02, (6, None, 2)),
        (6, 2, 0.5, (6, 2, None)),
        (6, 3, 0.98, (6, 2, 4)),
        (3, 6, 0.98, (3, None, None)),
        (6, FACTS, 0.5, None),
    ],
)
def test_clauses_move_by_drag(tree: ClauseTree, chosen: int, on: str | int, share: float, move: object):
    found = asked(tree)
    tree.choose(chosen)
    drop(tree, on, share)
    assert found == ([(6, None, 1)] if move is None else [move])
    assert tree.line_keys() == (FACTS, PARTIES, 1, 2, 3, 4, 5, 6)


def test_nothing_moves_where_nothing_can_be_changed(tree: ClauseTree, qtbot: QtBot):
    found = asked(tree)
    tree.set_read_only(True)
    tree.choose(5)
    with qtbot.assertNotEmitted(tree.delete_requested):
        qtbot.keyClick(tree, Qt.Key.Key_Up, ALT)
        qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert found == []
