"""Typing while the workspace changes under the cursor: nothing is lost, and nobody is in conflict with himself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from models.actions.edit_clauses import NewClause, add_clauses, delete_clauses, edit_clause_text
from models.snapshots.shapes import Agreement
from models.store.workspace import open_workspace
from ui.agreements.editor import AgreementEditor
from ui.agreements.field_text import FieldText
from ui.agreements.room import AgreementsRoom
from ui.dialogs.error import ErrorDialog
from ui.main_window import MainWindow

END = QTextCursor.MoveOperation.End


@pytest.fixture
def room(window: MainWindow) -> AgreementsRoom:
    """The room, with the first agreement open and without its page."""
    found = window.rooms["agreements"]
    assert isinstance(found, AgreementsRoom)
    found.editor.page_button.setChecked(False)
    found.open_agreement(found.snapshot.agreements[0].id)
    return found


@pytest.fixture
def editor(room: AgreementsRoom) -> AgreementEditor:
    return room.editor


def agreement(room: AgreementsRoom) -> Agreement:
    found: Agreement = room.snapshot.agreements[0]
    return found


def body(editor: AgreementEditor, place: int = 1) -> FieldText:
    """The Chinese body of a clause, with the cursor at its end."""
    assert editor.agreement is not None
    number = editor.agreement.clauses[place].id
    editor.choose(number)
    text = editor.sheet.texts[number, "body_zh"]
    text.setFocus()
    text.moveCursor(END)
    return text


def dialogs(window: MainWindow) -> int:
    """How many errors were told; they are closed."""
    found = window.findChildren(ErrorDialog)
    for dialog in found:
        dialog.close()
    return len(found)


def test_words_typed_right_after_a_line_feed_was_stored_are_no_conflict(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, qtbot: QtBot
):
    text = body(editor)
    before = text.source()
    qtbot.keyClicks(text, "b")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    text.commit()
    qtbot.keyClicks(text, "c")
    text.commit()
    qtbot.waitUntil(lambda: agreement(room).clauses[1].body.zh == before + "b\nc")
    assert (text.source(), dialogs(window)) == (before + "b\nc", 0)


def test_what_is_typed_stands_there_when_the_languages_change_at_once(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, qtbot: QtBot
):
    text = body(editor)
    before = text.source()
    qtbot.keyClicks(text, "b")
    editor.show_mode("both")
    text = body(editor)
    assert text.source() == before + "b"
    qtbot.keyClicks(text, "c")
    text.commit()
    qtbot.waitUntil(lambda: agreement(room).clauses[1].body.zh == before + "bc")
    assert dialogs(window) == 0


def test_going_to_another_clause_and_back_shows_what_was_typed(
    editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot
):
    before = body(editor).source()
    qtbot.keyClicks(body(editor), "b")
    body(editor, 2)
    assert body(editor).source() == before + "b"


def test_an_older_snapshot_brings_nothing_back(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    text, older = body(editor), room.snapshot
    before = text.source()
    qtbot.keyClicks(text, "b")
    text.commit()
    room.show_snapshot(older)
    assert text.source() == before + "b"
    qtbot.waitUntil(lambda: agreement(room).clauses[1].body.zh == before + "b")
    assert editor.sheet.sent.texts() == {}


def test_an_item_added_elsewhere_leaves_cursor_and_half_typed_lines(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, workspace_file: Path, qtbot: QtBot
):
    number = agreement(room).clauses[1].id
    body(editor)
    room.work._ask_condition(number)
    qtbot.keyClicks(editor.sheet.conditions[number], "party_")
    elsewhere(workspace_file, lambda session: add_item(session, room, number))
    window.link.look_for_news()
    qtbot.waitUntil(lambda: len(agreement(room).clauses[1].children) == 1)
    line = editor.sheet.conditions[number]
    assert (line.text(), line.hasFocus(), line.cursorPosition()) == ("party_", True, 6)
    qtbot.keyClicks(line, "c")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: agreement(room).clauses[1].condition == "party_c")
    assert dialogs(window) == 0


def add_item(session: Session, room: AgreementsRoom, number: int) -> None:
    add_clauses(session, agreement(room).id, (NewClause(body_zh="款"),), parent_id=number)


def elsewhere(file: Path, work: object) -> None:
    """Another computer changes something."""
    assert callable(work)
    with open_workspace(file, client="colleague") as other, other.change("edit_clause") as session:
        work(session)


def test_the_cursor_stays_when_the_sheet_is_laid_out_anew(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, workspace_file: Path, qtbot: QtBot
):
    text, number = body(editor), agreement(room).clauses[1].id
    before = text.source()
    qtbot.keyClicks(text, "b")
    place = text.textCursor().position()
    elsewhere(workspace_file, lambda session: add_item(session, room, number))
    window.link.look_for_news()
    qtbot.waitUntil(lambda: len(editor.sheet.texts) == 3)
    new = editor.sheet.texts[number, "body_zh"]
    assert (new.hasFocus(), new.textCursor().position(), new.source()) == (True, place, before + "b")
    qtbot.waitUntil(lambda: agreement(room).clauses[1].body.zh == before + "b")
    assert dialogs(window) == 0


def test_a_sheet_in_which_characters_are_composed_is_laid_out_afterwards(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, workspace_file: Path, qtbot: QtBot
):
    text, number = body(editor), agreement(room).clauses[1].id
    before = text.source()
    QApplication.sendEvent(text, QInputMethodEvent("hezuo", []))
    elsewhere(workspace_file, lambda session: add_item(session, room, number))
    window.link.look_for_news()
    qtbot.waitUntil(lambda: len(agreement(room).clauses[1].children) == 1)
    assert editor.sheet.texts[number, "body_zh"] is text
    taken = QInputMethodEvent("", [])
    taken.setCommitString("合作")
    QApplication.sendEvent(text, taken)
    qtbot.waitUntil(lambda: len(editor.sheet.texts) == 3)
    assert editor.sheet.texts[number, "body_zh"].source() == before + "合作"


def test_words_refused_while_one_types_on_are_offered_whole(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, workspace_file: Path, qtbot: QtBot
):
    text, number = body(editor), agreement(room).clauses[1].id
    before = text.source()
    elsewhere(workspace_file, lambda session: edit_clause_text(session, number, {"body_zh": "同事"}))
    qtbot.keyClicks(text, "b")
    text.commit()
    qtbot.keyClicks(text, "c")
    qtbot.waitUntil(lambda: text.source() == "同事")
    offered = editor.sheet.offer_of(number, "body_zh")
    assert (offered.isVisible(), offered.typed) == (True, before + "bc")
    qtbot.waitUntil(lambda: dialogs(window) > 0)


def test_words_refused_after_one_has_gone_on_are_offered_on_return(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, workspace_file: Path, qtbot: QtBot
):
    text, number = body(editor), agreement(room).clauses[1].id
    before = text.source()
    elsewhere(workspace_file, lambda session: edit_clause_text(session, number, {"body_zh": "同事"}))
    qtbot.keyClicks(text, "b")
    body(editor, 2)
    qtbot.waitUntil(lambda: dialogs(window) > 0)
    window.link.look_for_news()
    qtbot.waitUntil(lambda: agreement(room).clauses[1].body.zh == "同事")
    text = body(editor)
    offered = editor.sheet.offer_of(number, "body_zh")
    assert (text.source(), offered.isVisible(), offered.typed) == ("同事", True, before + "b")
    qtbot.mouseClick(offered, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: agreement(room).clauses[1].body.zh == before + "b")


def test_a_condition_that_cannot_be_read_is_offered_to_be_mended(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, qtbot: QtBot
):
    body(editor)
    number = agreement(room).clauses[1].id
    room.work._ask_condition(number)
    line = editor.sheet.conditions[number]
    qtbot.keyClicks(line, "party_c an x")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialogs(window) > 0)
    offered = editor.sheet.offer_of(number, "condition")
    assert (line.text(), offered.isVisible()) == ("", True)
    qtbot.mouseClick(offered, Qt.MouseButton.LeftButton)
    assert (line.text(), offered.isVisible()) == ("party_c an x", False)
    line.setText("party_c")


def test_a_half_typed_condition_is_stored_when_the_window_closes(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, workspace_file: Path, qtbot: QtBot
):
    text, number = body(editor), agreement(room).clauses[1].id
    before = text.source()
    qtbot.keyClicks(text, "b")
    room.work._ask_condition(number)
    qtbot.keyClicks(editor.sheet.conditions[number], "party_c")
    window.close()
    with open_workspace(workspace_file, client="reader") as reader, reader.read() as session:
        from models.records import Clause

        stored = session.get_one(Clause, number)
        assert (stored.condition, stored.body_zh) == ("party_c", before + "b")


def test_a_clause_deleted_under_the_cursor_makes_room_for_the_next(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, workspace_file: Path, qtbot: QtBot
):
    clauses = agreement(room).clauses
    body(editor, 1)
    elsewhere(workspace_file, lambda session: delete_clauses(session, [clauses[1].id]))
    window.link.look_for_news()
    qtbot.waitUntil(lambda: editor.current == clauses[2].id)
    assert (clauses[2].id, "body_zh") in editor.sheet.texts
    assert dialogs(window) == 0


def test_a_number_half_typed_is_not_stored_because_another_fact_was_filled(
    editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot
):
    line = editor.missing.lines[0]
    assert line.fact.name == "agreement.term_years"
    line.input().setFocus()
    qtbot.keyClicks(line.input(), "1")
    with qtbot.assertNotEmitted(line.filled):
        editor.missing.show_facts([one.fact for one in editor.missing.lines[:-1]], str)
    assert (line.input().hasFocus(), line.lines[""].text()) == (True, "1")
    qtbot.keyClicks(line.input(), "2")
    qtbot.keyClick(line.input(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: agreement(room).term_years == 12)


def test_the_shelf_of_one_agreement_is_not_shown_in_the_next(editor: AgreementEditor, room: AgreementsRoom):
    room.work.open_shelf()
    room.open_agreement(room.snapshot.agreements[1].id)
    assert editor.pages.currentWidget() is not editor.shelf


def test_nothing_can_be_changed_in_a_workspace_that_is_only_read(editor: AgreementEditor):
    editor.set_read_only(True)
    enabled = (editor.add_button, editor.shelf_button, editor.field_button, editor.parties.add_button)
    assert [button.isEnabled() for button in enabled] == [False] * 4
    assert all(text.isReadOnly() for text in editor.sheet.texts.values())


def test_words_typed_in_a_clause_that_was_deleted_elsewhere_are_on_the_clipboard(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, workspace_file: Path, qtbot: QtBot
):
    text, number = body(editor), agreement(room).clauses[1].id
    qtbot.keyClicks(text, "b")
    typed = text.source()
    elsewhere(workspace_file, lambda session: delete_clauses(session, [number]))
    text.commit()
    qtbot.waitUntil(lambda: dialogs(window) > 0)
    assert QApplication.clipboard().text() == typed


def test_sheets_that_were_left_leave_nothing_behind(
    editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot, qapp: QApplication
):
    def objects() -> int:
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return len(editor.sheet.findChildren(QObject))

    body(editor, 1)
    before = objects()
    for _round in range(5):
        body(editor, 2)
        editor.show_mode("both")
        editor.show_mode("zh")
        body(editor, 1)
    assert objects() == before
