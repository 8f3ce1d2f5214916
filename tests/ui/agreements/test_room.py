"""The agreements room in a real window, by keyboard and mouse: draft, find, move, undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from models.store.workspace import open_workspace
from tests.models.store.stored import content
from tests.ui import seen
from tests.ui.agreements.hands import agreement, click, enter, until
from ui.agreements.editor import AgreementEditor
from ui.agreements.room import AgreementsRoom
from ui.main_window import MainWindow

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_facts_are_reached_by_their_places(room: AgreementsRoom, qtbot: QtBot):
    for column in ("title_zh", "starts_on", "originals", "remarks_en"):
        room.reveal(f"agreements/{agreement(room).key}/{column}")
        field = room.editor.facts.panel.editors[column].input()
        qtbot.waitUntil(lambda field=field: field.hasFocus() or field.isAncestorOf(room.focusWidget() or field))


def test_places_of_clauses_parties_and_lists_are_reached(room: AgreementsRoom, qtbot: QtBot):
    here = f"agreements/{agreement(room).key}"
    room.reveal(f"{here}/clauses/term/body_zh")
    term = next(clause.id for clause in agreement(room).clauses if clause.key == "term")
    qtbot.waitUntil(room.editor.sheet.texts[term, "body_zh"].hasFocus)
    room.reveal(f"{here}/parties/2/capacity_zh")
    qtbot.waitUntil(room.editor.parties.panel.editors["capacity_zh"].input().hasFocus)
    room.reveal(f"{here}/variables/court")
    qtbot.waitUntil(lambda: room.editor.missing.isVisible())
    room.reveal(here)
    assert room.pages.currentWidget() is room.list_page


def test_a_whole_agreement_is_drafted_and_undone(
    window: MainWindow, room: AgreementsRoom, workspace_file: Path, qtbot: QtBot
):
    count = len(room.snapshot.agreements)
    click(qtbot, room.list_page.new_button)
    page = room.new_page
    assert page.key_line.text()
    for line, name in zip(page.lines, ("Hesui Ltd.", "Qingquan Ltd."), strict=True):
        line.unit.type_text(name)
        qtbot.keyClick(line.unit.line, Qt.Key.Key_Return)
    click(qtbot, page.create_button)
    qtbot.waitUntil(lambda: len(room.snapshot.agreements) == count + 1)
    qtbot.waitUntil(lambda: room.pages.currentWidget() is room.editor)
    made = agreement(room, count)
    assert [party.organization.name.en for party in made.parties if party.organization] == [
        "Hesui Ltd.",
        "Qingquan Ltd.",
    ]
    assert len(made.clauses) > 10
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: len(room.snapshot.agreements) == count)
    assert room.pages.currentWidget() is room.list_page


def test_ctrl_enter_creates_wherever_the_keyboard_is(room: AgreementsRoom, qtbot: QtBot):
    count = len(room.snapshot.agreements)
    click(qtbot, room.list_page.new_button)
    page = room.new_page
    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
    page.back_button.setFocus()
    qtbot.keyClick(page.back_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(room.snapshot.agreements) == count + 1)
    room.show_list()
    click(qtbot, room.list_page.new_button)
    assert page.area.verticalScrollBar().value() == 0


def test_a_new_agreement_is_asked_for_by_keyboard_from_top_to_bottom(room: AgreementsRoom, qtbot: QtBot):
    count = len(room.snapshot.agreements)
    click(qtbot, room.list_page.new_button)
    page = room.new_page
    qtbot.waitUntil(page.lines[1].signatory.isVisible)
    for typed in ("", "Hesui Ltd.", "", "Qingquan Ltd.", "", ""):
        qtbot.keyClicks(QApplication.focusWidget(), typed)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert [line.unit.value() for line in page.lines] == ["Hesui Ltd.", "Qingquan Ltd."]
    while QApplication.focusWidget() is not page.title_zh:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(page.title_zh, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(room.snapshot.agreements) == count + 1)
    missing = room.editor.missing
    qtbot.waitUntil(lambda: bool(missing.lines) and missing.lines[0].focused() is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert missing.lines[1].focused() is not None
    room.editor.page_button.setFocus()
    qtbot.keyClick(room.editor.page_button, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in room.editor.sheet.texts.values()


def test_agreements_are_duplicated_moved_deleted_and_all_undone(
    window: MainWindow, room: AgreementsRoom, workspace_file: Path, qtbot: QtBot
):
    with open_workspace(workspace_file, client="reader") as reader:
        before = content(reader)
    keys = [one.key for one in room.snapshot.agreements]
    click(qtbot, room.list_page.duplicate_button)
    qtbot.waitUntil(lambda: len(room.snapshot.agreements) == len(keys) + 1)
    copied = next(one for one in room.snapshot.agreements if one.key not in keys)
    qtbot.waitUntil(lambda: room.list_page.chosen() == copied)
    qtbot.keyClick(room.list_page.table, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: agreement(room).key == copied.key)
    qtbot.keyClick(room.list_page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(room.snapshot.agreements) == len(keys))
    for _step in range(3):
        window.link.glance()
        with qtbot.waitSignal(window.meeting_shown):
            window.link.undo(newest=True)
    qtbot.waitUntil(lambda: [one.key for one in room.snapshot.agreements] == keys)
    with open_workspace(workspace_file, client="reader") as reader:
        assert content(reader) == before


def test_the_page_shows_the_text_that_is_typed(room: AgreementsRoom, qtbot: QtBot):
    qtbot.keyClick(room.list_page.table, Qt.Key.Key_Return)
    editor = room.editor
    qtbot.waitUntil(lambda: editor.page.view.pages > 3)
    number = enter(editor, 3)
    qtbot.waitUntil(lambda: editor.page.view.page > 1)
    text = editor.sheet.texts[number, "body_zh"]
    text.setFocus()
    with qtbot.waitSignal(editor.page.view.drawn):
        qtbot.keyClicks(text, "abc")
    text.commit()
    until(qtbot, room, lambda found: found.clauses[3].body.zh == text.source())
    qtbot.keyClick(editor, Qt.Key.Key_F8)
    assert not editor.page.isVisible()
    editor.show_mode("both")
    with qtbot.waitSignal(editor.page.view.drawn):
        qtbot.keyClick(editor, Qt.Key.Key_F8)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_fits_and_has_a_name_on_a_small_screen(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, language: str, qapp: QApplication
):
    editor.page_button.setChecked(True)
    seen.speak(window, language)
    found: list[str] = []
    for key in (*editor.tree.line_keys()[:4], *editor.tree.line_keys()[-1:]):
        editor.choose(key)
        editor.show_mode("both")
        qapp.processEvents()
        found += seen.nameless(room) + seen.cut(room)
    room.work.open_shelf()
    qapp.processEvents()
    found += seen.nameless(room) + seen.cut(room)
    room.begin_new()
    qapp.processEvents()
    assert found + seen.nameless(room) + seen.cut(room) == []


def test_no_button_above_the_list_is_cut_in_a_narrow_window(room: AgreementsRoom, window: MainWindow, qtbot: QtBot):
    window.choose_language("en")
    window.resize(1100, 700)
    page = room.list_page
    shown = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in shown))
    assert page.new_button.text().strip() == "New agreement"
    assert [bool(one.text()) for one in (page.delete_button, page.open_button)] == [False, False]
    head = sorted((one for one in shown if one.parent() is page), key=lambda one: one.x())
    tabbed = [head[0]]
    while tabbed[-1].nextInFocusChain() is not head[0]:
        tabbed.append(tabbed[-1].nextInFocusChain())
    assert [one for one in tabbed if one in head] == head
    window.resize(1700, 700)
    assert page.delete_button.text().strip() == "Delete" and page.remark.isVisible()
