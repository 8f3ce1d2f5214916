"""The switches for what happens at a meeting fit the panel in both languages."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.meetings.details_room import PANEL_WIDTH, KindChips


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_switches_are_no_wider_than_the_panel(language: str, qtbot: QtBot) -> None:
    chips = KindChips()
    qtbot.addWidget(chips)
    chips.retranslate(language)
    chips.show()
    assert chips.sizeHint().width() <= PANEL_WIDTH - 46
    assert all(button.width() >= button.sizeHint().width() for button in chips.buttons.values())
