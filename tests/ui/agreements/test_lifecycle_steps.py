"""The way of an agreement in one line: each state keeps the measures of its dress, whatever it wore before."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.codes import AgreementStatus
from tests import sample_snapshots as make
from ui.agreements.lifecycle_steps import StepsLine
from ui.theme import style_sheet


def test_a_state_is_as_wide_after_as_before_it_was_the_present_one(qtbot: QtBot) -> None:
    line = StepsLine()
    qtbot.addWidget(line)
    line.setStyleSheet(style_sheet("light"))
    with qtbot.waitExposed(line):
        line.show()
    seen = []
    for status in (AgreementStatus.FINAL, AgreementStatus.DRAFT, AgreementStatus.FINAL):
        line.show_agreement(make.agreement(status=status), "zh", read_only=False)
        QApplication.processEvents()
        seen.append([line.states[one].width() for one in (AgreementStatus.DRAFT, AgreementStatus.FINAL)])
    first, second, third = seen
    assert first == third and second == first[::-1]
    assert first[1] - first[0] > 10  # the present state stands in a badge of its own
