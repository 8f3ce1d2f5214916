"""The day in a dialog: typed as people write it, empty where it is open, and never misread silently."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.meetings.day_line import DayLine
from ui.meetings.new_dialog import NewMeetingDialog


@pytest.fixture
def line(qtbot: QtBot) -> DayLine:
    """A line in English."""
    made = DayLine("en")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_begins_two_weeks_from_now(qtbot: QtBot) -> None:
    before, made = date.today(), DayLine("en")
    qtbot.addWidget(made)
    assert made.day() in (before + timedelta(days=14), date.today() + timedelta(days=14))  # midnight may pass


@pytest.mark.parametrize(("typed", "day"), [("2027-4-5", date(2027, 4, 5)), ("20270405", date(2027, 4, 5)), ("", None)])
def test_a_typed_day_is_read_and_an_empty_line_leaves_it_open(
    line: DayLine, typed: str, day: date | None, qtbot: QtBot
) -> None:
    line.edit.selectAll()
    qtbot.keyClick(line.edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(line.edit, typed)
    assert (line.settled(), line.day()) == (True, day)


def test_a_dialog_waits_for_a_day_that_can_be_read(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NewMeetingDialog("en", parent)
    dialog.open()
    qtbot.keyClicks(dialog.title_line, "Symposium")
    dialog.day_line.edit.setText("soon")
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.day_line.remark() == "This is no day. Example: 2024-05-20"
    dialog.reject()
