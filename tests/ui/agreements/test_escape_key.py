"""Escape in the editor: what is half done ends first, then the list is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.agreements.hands import enter, until
from ui.agreements.editor import AgreementEditor
from ui.agreements.escape_key import EscapeKey
from ui.agreements.room import AgreementsRoom
from ui.main_window import MainWindow

ESCAPE = Qt.Key.Key_Escape


def escape(qtbot: QtBot, room: AgreementsRoom) -> bool:
    """Press it where the keyboard is; whether the editor was left."""
    qtbot.keyClick(QApplication.focusWidget(), ESCAPE)
    return room.pages.currentWidget() is room.list_page


def test_escape_in_the_contents_leads_back_to_the_list(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    assert editor.findChild(EscapeKey) is not None
    editor.tree.setFocus()
    assert escape(qtbot, room)
    assert room.list_page.table.hasFocus()


def test_a_text_half_typed_is_kept_before_the_editor_is_left(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, qtbot: QtBot
):
    number = enter(editor, 1)
    text = editor.sheet.texts[number, "body_zh"]
    before = text.source()
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    qtbot.keyClicks(text, "abc")
    assert (escape(qtbot, room), editor.tree.hasFocus()) == (False, True)
    until(qtbot, room, lambda found: found.clauses[1].body.zh == before + "abc")
    assert escape(qtbot, room)


def test_a_line_half_typed_has_its_old_words_again(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    missing = editor.missing.lines[0].input()
    missing.setFocus()
    qtbot.keyClicks(missing, "many")
    assert (escape(qtbot, room), missing.text()) == (False, "")
    number = enter(editor, 1)
    editor.sheet.ask_condition(number)
    editor.show_current()
    condition = editor.sheet.conditions[number]
    condition.setFocus()
    qtbot.keyClicks(condition, "abc")
    assert (escape(qtbot, room), condition.text()) == (False, "")
    assert escape(qtbot, room)


def test_the_shelf_closes_before_the_editor_is_left(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    editor.pages.setCurrentWidget(editor.shelf)
    editor.shelf.setFocus()
    assert (escape(qtbot, room), editor.pages.currentWidget() is editor.shelf) == (False, False)
