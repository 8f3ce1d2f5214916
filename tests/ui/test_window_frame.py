"""Enter in the frame of the window: it presses the button it was meant for, and no other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.window_frame import WindowFrame


@pytest.fixture
def frame(qtbot: QtBot) -> WindowFrame:
    made = WindowFrame()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def page_with(frame: WindowFrame, *parts: QWidget) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    for part in parts:
        column.addWidget(part)
    frame.content.addWidget(page)
    frame.content.setCurrentWidget(page)


def test_enter_presses_the_button_with_the_keyboard(frame: WindowFrame, qtbot: QtBot):
    button, pressed = QPushButton(), list[str]()
    page_with(frame, button)
    button.clicked.connect(lambda: pressed.append("button"))
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["button"]


def test_enter_in_a_line_that_goes_away_presses_no_button_the_keyboard_falls_to(frame: WindowFrame, qtbot: QtBot):
    line, button, done = QLineEdit(), QPushButton(), list[str]()
    page_with(frame, line, button)
    line.returnPressed.connect(line.hide)
    button.clicked.connect(lambda: done.append("button"))
    frame.rail.card.clicked.connect(lambda: done.append("meetings"))
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (done, isinstance(QApplication.focusWidget(), QPushButton)) == ([], True)
