"""The panel that asks for what a text lacks: from one fact to the next by Enter, never into the text itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.agreement_facts import FactKind, FactPlace, MissingFact
from ui.agreements.missing_panel import MissingPanel
from ui.widgets.picker import Picker
from ui.widgets.picker_entries import Entry

ENTER = Qt.Key.Key_Return


def fact(name: str, kind: FactKind) -> MissingFact:
    return MissingFact(name, ("zh",), (1,), FactPlace(kind, "agreement", 1, name, f"agreements/a/{name}"))


YEARS = fact("agreement.term_years", FactKind.NUMBER)
SIGNATORY = fact("party_a.signatory", FactKind.PERSON)
PLACE = fact("agreement.signed_at", FactKind.TEXT)


@pytest.fixture
def panel(qtbot: QtBot) -> MissingPanel:
    made = MissingPanel()
    qtbot.addWidget(made)
    made.retranslate("zh")
    made.offer(FactKind.PERSON, (Entry(7, "梁涛"),))
    made.show_facts((YEARS, SIGNATORY, PLACE), str)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def focused(panel: MissingPanel) -> str:
    """The fact that has the keyboard."""
    return next((line.fact.name for line in panel.lines if line.focused() is not None), "")


def test_enter_goes_on_to_the_next_fact_before_the_first_is_stored(panel: MissingPanel, qtbot: QtBot):
    panel.focus_fact(YEARS.name)
    years = panel.lines[0].input()
    qtbot.keyClicks(years, "3")
    with qtbot.waitSignal(panel.fact_filled) as told:
        qtbot.keyClick(years, ENTER)
    before = focused(panel)
    panel.show_facts((SIGNATORY, PLACE), str)
    assert (told.args, before, focused(panel)) == ([YEARS, {"": 3}], SIGNATORY.name, SIGNATORY.name)


def test_what_cannot_be_read_keeps_the_keyboard(panel: MissingPanel, qtbot: QtBot):
    panel.focus_fact(YEARS.name)
    qtbot.keyClicks(panel.lines[0].input(), "many")
    with qtbot.waitSignal(panel.refused):
        qtbot.keyClick(panel.lines[0].input(), ENTER)
    assert focused(panel) == YEARS.name


def test_the_keyboard_stays_in_the_panel_when_its_fact_is_answered(panel: MissingPanel, qtbot: QtBot):
    panel.focus_fact(SIGNATORY.name)
    picker = panel.lines[1].input()
    assert isinstance(picker, Picker)
    qtbot.keyClicks(picker.line, "lt")
    qtbot.keyClick(picker.line, ENTER)
    panel.show_facts((YEARS, PLACE), str)
    behind = focused(panel)
    panel.show_facts((), str)
    assert (behind, panel.hasFocus()) == (PLACE.name, True)


def test_a_fact_answered_elsewhere_takes_no_keyboard(panel: MissingPanel, qtbot: QtBot):
    other = QLineEdit(panel)
    other.show()
    other.setFocus()
    panel.show_facts((PLACE,), str)
    assert other.hasFocus()
