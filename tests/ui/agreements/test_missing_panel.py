"""The panel that asks for what a text lacks: from one fact to the next by Enter, never into the text itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.agreement_facts import FactKind, FactPlace, MissingFact
from ui.agreements.missing_panel import MissingPanel
from ui.widgets.picker import Picker
from ui.widgets.picker_entries import Entry

ENTER, TAB, BACK = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab


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


@pytest.mark.parametrize("key", [TAB, BACK, ENTER])
def test_what_was_typed_before_the_lines_were_laid_out_anew_is_told(panel: MissingPanel, qtbot: QtBot, key: Qt.Key):
    told = []
    panel.fact_filled.connect(lambda fact, values: told.append((fact.name, values)))
    panel.focus_fact(PLACE.name)
    qtbot.keyClicks(panel.lines[2].input(), "Ruili")
    panel.show_facts((SIGNATORY, PLACE), str)  # the answer before it is stored
    assert focused(panel) == PLACE.name
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert told == [(PLACE.name, {"zh": "Ruili"})]


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


@pytest.fixture
def between(qtbot: QtBot) -> Iterator[MissingPanel]:
    """The panel between the text of a clause and another text."""
    window, made = QWidget(), MissingPanel()
    layout = QVBoxLayout(window)
    for part in (QPlainTextEdit(), made, QPlainTextEdit()):
        layout.addWidget(part)
    qtbot.addWidget(window)
    made.offer(FactKind.PERSON, (Entry(7, "梁涛"),))
    made.show_facts((YEARS, SIGNATORY, PLACE), str)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made  # the window lives as long


def type_on(qtbot: QtBot, text: str) -> None:
    """Type to whatever has the keyboard."""
    now = QApplication.focusWidget()
    assert now is not None
    qtbot.keyClicks(now, text)


def answer(panel: MissingPanel, qtbot: QtBot, asked: MissingFact, text: str, key: Qt.Key) -> str:
    """Answer a fact, leave it with a key, let it be stored, type on; the fact that has the keyboard then."""
    panel.focus_fact(asked.name)
    type_on(qtbot, text)
    with qtbot.waitSignal(panel.fact_filled):
        qtbot.keyClick(QApplication.focusWidget(), key)
    left = [line.fact for line in panel.lines if line.fact != asked]
    panel.show_facts(left, str)
    type_on(qtbot, "x")
    return focused(panel)


def typed_into_texts(panel: MissingPanel) -> list[str]:
    return [text.toPlainText() for text in panel.window().findChildren(QPlainTextEdit)]


@pytest.mark.parametrize(
    ("asked", "text", "key", "behind"),
    [
        (YEARS, "5", TAB, SIGNATORY.name),
        (SIGNATORY, "lt", TAB, PLACE.name),
        (PLACE, "Ruili", TAB, YEARS.name),
        (YEARS, "5", BACK, ""),
        (SIGNATORY, "lt", BACK, YEARS.name),
        (PLACE, "Ruili", BACK, SIGNATORY.name),
    ],
)
def test_tab_from_an_answered_fact_stays_out_of_the_texts(
    between: MissingPanel, qtbot: QtBot, asked: MissingFact, text: str, key: Qt.Key, behind: str
):
    found = answer(between, qtbot, asked, text, key)
    assert (found, between.hasFocus(), typed_into_texts(between)) == (behind, not behind, ["", ""])


@pytest.mark.parametrize("key", [TAB, BACK])
@pytest.mark.parametrize(("asked", "text"), [(YEARS, "5"), (SIGNATORY, "lt"), (PLACE, "Ruili")])
def test_tab_from_the_last_fact_goes_to_the_panel(
    between: MissingPanel, qtbot: QtBot, asked: MissingFact, text: str, key: Qt.Key
):
    between.show_facts((asked,), str)
    answer(between, qtbot, asked, text, key)
    assert (between.hasFocus(), typed_into_texts(between)) == (True, ["", ""])


def test_tab_leaves_the_panel_where_nothing_is_entered(between: MissingPanel, qtbot: QtBot):
    between.focus_fact(PLACE.name)
    qtbot.keyClick(between.lines[2].input(), TAB)
    now = QApplication.focusWidget()
    assert (now is not None, between.isAncestorOf(now or between), focused(between)) == (True, False, "")


def test_a_clicked_link_gives_the_keyboard_to_the_next_fact_when_its_row_goes(between: MissingPanel, qtbot: QtBot):
    qtbot.mouseClick(between.lines[0].where, Qt.MouseButton.LeftButton)
    between.show_facts((SIGNATORY, PLACE), str)
    assert focused(between) == SIGNATORY.name


def test_a_link_in_place_of_a_line_counts_as_the_keyboard_of_its_fact(between: MissingPanel, qtbot: QtBot):
    between.show_facts((MissingFact("agreement.kind", ("zh",), (1,), None), PLACE), str)
    between.focus_fact("agreement.kind")
    at = focused(between)
    between.show_facts((PLACE,), str)
    assert (at, focused(between)) == ("agreement.kind", PLACE.name)


def test_a_fact_that_no_clause_asks_for_leads_to_the_parties(panel: MissingPanel, qtbot: QtBot):
    panel.show_facts((MissingFact("party_a.uscc", (), (), SIGNATORY.place),), str)
    panel.resize(900, 200)
    link = panel.lines[0].where
    with qtbot.waitSignal(panel.line_wanted) as told:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert (link.text(), told.args) == ("各方与签约人", ["parties"])
