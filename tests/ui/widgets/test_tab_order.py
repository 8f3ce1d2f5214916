"""Tab goes through lines that are made later where they stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.tab_order import put_before, put_behind


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Lines a and z with words between them, and a part of two lines made later."""
    made, part = QWidget(), QWidget()
    qtbot.addWidget(made)
    column, inner = QVBoxLayout(made), QVBoxLayout(part)
    for name in ("a", "", "z"):
        column.addWidget(named(name) if name else QLabel("words"))
    for name in ("m", "n"):
        inner.addWidget(named(name))
    column.addWidget(part)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def named(name: str) -> QLineEdit:
    """A line."""
    line = QLineEdit()
    line.setObjectName(name)
    return line


def passed(window: QWidget, qtbot: QtBot) -> str:
    """The names of the lines in the order of Tab, from a."""
    window.findChild(QLineEdit, "a").setFocus()
    names = ""
    for _line in range(4):
        names += window.focusWidget().objectName()
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    return names


def test_parts_are_put_behind_or_before_a_line(window: QWidget, qtbot: QtBot):
    a, z, part = window.findChild(QLineEdit, "a"), window.findChild(QLineEdit, "z"), window.children()[-1]
    assert isinstance(part, QWidget)
    assert passed(window, qtbot) == "azmn"
    put_behind(a, (part,))
    assert passed(window, qtbot) == "amnz"
    put_behind(z, (part,))
    assert passed(window, qtbot) == "azmn"
    put_before(z, (part,))
    assert passed(window, qtbot) == "amnz"
