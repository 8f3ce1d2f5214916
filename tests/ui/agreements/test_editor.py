"""The editor of an agreement in a real window, by keyboard and mouse: fill in, edit, move, undo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from models.actions.edit_clauses import edit_clause_text
from models.snapshots.shapes import Agreement
from models.store.workspace import open_workspace
from tests.ui.agreements.hands import agreement, click, enter, headings, until
from ui.agreements.editor import AgreementEditor
from ui.agreements.room import AgreementsRoom
from ui.dialogs.error import ErrorDialog
from ui.main_window import MainWindow
from ui.widgets.picker import Picker

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_what_a_text_lacks_is_filled_in_on_the_spot(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    names = [line.fact.name for line in editor.missing.lines]
    assert names[0] == "agreement.term_years"
    qtbot.keyClicks(editor.missing.lines[0].input(), "3")
    qtbot.keyClick(editor.missing.lines[0].input(), Qt.Key.Key_Return)
    until(qtbot, room, lambda found: found.term_years == 3)
    qtbot.waitUntil(lambda: [line.fact.name for line in editor.missing.lines] == names[1:])


def test_a_number_that_is_none_is_not_stored(
    editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot, window: MainWindow
):
    line = editor.missing.lines[0]
    qtbot.keyClicks(line.input(), "many")
    with qtbot.waitSignal(editor.missing.refused):
        qtbot.keyClick(line.input(), Qt.Key.Key_Return)
    assert agreement(room).term_years is None
    assert line.lines[""].text() == "many"


def test_words_are_stored_when_one_leaves_them_and_undone(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, qtbot: QtBot
):
    number = enter(editor, 1)
    text = editor.sheet.texts[number, "body_zh"]
    before = text.source()
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    qtbot.keyClicks(text, "abc")
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    until(qtbot, room, lambda found: found.clauses[1].body.zh == before + "abc")
    assert text.source() == before + "abc"
    window.link.undo(newest=True)
    until(qtbot, room, lambda found: found.clauses[1].body.zh == before)
    qtbot.waitUntil(lambda: text.source() == before)


def test_clauses_move_by_keyboard_and_are_numbered_anew(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    first, second = headings(agreement(room))[1:3]
    enter(editor, 2)
    qtbot.keyClick(editor.tree, Qt.Key.Key_Up, ALT)
    until(qtbot, room, lambda found: headings(found)[1:3] == [second, first])
    item = editor.tree.currentItem()
    assert item is not None
    qtbot.waitUntil(lambda: editor.tree.currentItem().text(0).startswith("第一条"))


def test_a_clause_becomes_an_item_and_an_article_again(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    number, before = enter(editor, 2), headings(agreement(room))
    qtbot.keyClick(editor.tree, Qt.Key.Key_Right, ALT)
    until(qtbot, room, lambda found: [child.id for child in found.clauses[1].children] == [number])
    qtbot.keyClick(editor.tree, Qt.Key.Key_Left, ALT)
    until(qtbot, room, lambda found: headings(found) == before)


def test_a_new_clause_is_entered_at_once(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    count = len(agreement(room).clauses)
    enter(editor, 1)
    qtbot.keyClick(editor.tree, Qt.Key.Key_Insert)
    until(qtbot, room, lambda found: len(found.clauses) == count + 1)
    made = agreement(room).clauses[2].id
    qtbot.waitUntil(lambda: editor.current == made)
    qtbot.waitUntil(editor.sheet.texts[made, "heading_zh"].hasFocus)


def test_a_clause_that_others_name_is_told_and_stays(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, qtbot: QtBot
):
    cited, expression = agreement(room).clauses[2], f"{{{{ article.{agreement(room).clauses[2].key} }}}}"
    number = enter(editor, 1)
    editor.sheet.texts[number, "body_zh"].insert_expression(expression)
    editor.keep_typed()
    until(qtbot, room, lambda found: expression in found.clauses[1].body.zh)
    editor.choose(cited.id)
    qtbot.keyClick(editor.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(window.findChildren(ErrorDialog)))
    assert agreement(room).clauses[2].id == cited.id
    for dialog in window.findChildren(ErrorDialog):
        dialog.close()


def test_clauses_are_taken_over_from_a_template(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    count = len(agreement(room).clauses)
    enter(editor, 1)
    click(qtbot, editor.shelf_button)
    assert editor.pages.currentWidget() is editor.shelf
    for row in (1, 2):
        editor.shelf.list.item(row).setCheckState(Qt.CheckState.Checked)
    assert editor.shelf.add_button.text() == "加入 2 条"
    click(qtbot, editor.shelf.add_button)
    until(qtbot, room, lambda found: len(found.clauses) == count + 2)


def test_a_field_is_found_by_initials_and_inserted(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    number = enter(editor, 1)
    text = editor.sheet.texts[number, "body_zh"]
    before = text.source()
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    qtbot.keyClick(text, Qt.Key.Key_I, CTRL)
    menu = room.work.menu
    assert menu.isVisible()
    qtbot.keyClicks(menu.line, "yfmc")  # 乙方名称
    chosen = menu.shown()[0]
    qtbot.keyClick(menu.line, Qt.Key.Key_Return)
    assert text.source() == before + chosen
    text.commit()
    until(qtbot, room, lambda found: found.clauses[1].body.zh == before + chosen)


def test_both_languages_stand_side_by_side(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    number = enter(editor, 1)
    click(qtbot, editor.modes["both"])
    zh, en = (editor.sheet.texts[number, f"heading_{language}"] for language in ("zh", "en"))
    assert zh.mapTo(editor, QPoint()).y() == en.mapTo(editor, QPoint()).y()
    assert zh.mapTo(editor, QPoint()).x() < en.mapTo(editor, QPoint()).x()
    click(qtbot, editor.modes["en"])
    assert list(editor.sheet.texts) == [(number, "heading_en"), (number, "body_en")]


def test_a_text_that_cannot_be_read_is_told_beside_it_and_kept(
    editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot
):
    number = enter(editor, 1)
    text = editor.sheet.texts[number, "body_zh"]
    before = text.source()
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    qtbot.keyClicks(text, "{{ a b")
    note = editor.sheet.note_of(number)
    qtbot.waitUntil(lambda: note.isVisible() and "1" in note.text())
    text.commit()
    until(qtbot, room, lambda found: found.clauses[1].body.zh == before + "{{ a b")


def test_words_that_somebody_else_changed_are_not_written_over_and_what_was_typed_is_offered(
    editor: AgreementEditor, room: AgreementsRoom, window: MainWindow, workspace_file: Path, qtbot: QtBot
):
    number = enter(editor, 1)
    text, place = editor.sheet.texts[number, "heading_zh"], (number, "heading_zh")
    with open_workspace(workspace_file, client="colleague") as other, other.change("edit_clause") as session:
        edit_clause_text(session, number, {"heading_zh": "同事改过"})
    text.setFocus()
    qtbot.keyClicks(text, "mine ")
    typed = text.source()
    text.commit()
    qtbot.waitUntil(lambda: bool(window.findChildren(ErrorDialog)))
    for dialog in window.findChildren(ErrorDialog):
        dialog.close()
    offered = editor.sheet.offer_of(*place)
    qtbot.waitUntil(lambda: offered.isVisible() and text.source() == "同事改过")
    window.link.look_for_news()
    until(qtbot, room, lambda found: found.clauses[1].heading.zh == "同事改过")
    click(qtbot, offered)
    until(qtbot, room, lambda found: found.clauses[1].heading.zh == typed)


def test_parties_are_added_and_named(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    count = len(agreement(room).parties)
    editor.choose("parties")
    click(qtbot, editor.parties.add_button)
    until(qtbot, room, lambda found: len(found.parties) == count + 1)
    picker = editor.parties.panel.editors["organization_id"].input()
    assert isinstance(picker, Picker)
    unit = picker.line
    qtbot.waitUntil(unit.hasFocus)
    qtbot.keyClicks(unit, "Hesui Ltd.")
    qtbot.keyClick(unit, Qt.Key.Key_Return)

    def named(found: Agreement) -> bool:
        last = found.parties[count].organization
        return last is not None and last.name.en == "Hesui Ltd."

    until(qtbot, room, named)


def test_facts_and_fields_of_cooperation_are_edited(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    editor.choose("facts")
    line = editor.facts.panel.editors["number"].input()
    line.setFocus()
    qtbot.keyClicks(line, "2027-9")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    until(qtbot, room, lambda found: found.number == "2027-9")
    table, before = editor.facts.areas.table, agreement(room).areas
    table.rows_deleted.emit(tuple(range(1, len(before) + 1)))
    until(qtbot, room, lambda found: found.areas == ())
    for count, typed in enumerate(("人才引进", "成果转化"), 1):
        qtbot.waitUntil(lambda count=count: len(editor.facts.areas.model.rows()) == count - 1)
        table.new_row_requested.emit(typed)
        until(qtbot, room, lambda found, count=count: len(found.areas) == count)
    qtbot.waitUntil(lambda: len(editor.facts.areas.model.rows()) == 2)
    table.rows_moved.emit((2,), 1)
    until(qtbot, room, lambda found: [area.zh for area in found.areas] == ["成果转化", "人才引进"])


def test_the_copies_are_summed_up(editor: AgreementEditor, room: AgreementsRoom, qtbot: QtBot):
    facts = [line.fact for line in editor.missing.lines]
    each = next(fact for fact in facts if fact.name == "agreement.copies_each")
    editor.missing.fact_filled.emit(each, {"": 2})
    until(qtbot, room, lambda found: found.originals == 4)
    qtbot.waitUntil(lambda: editor.parties.sum_line.text() == "正本：甲方 2 + 乙方 2 = 4")


def test_findings_stand_where_they_belong(editor: AgreementEditor, qtbot: QtBot):
    qtbot.waitUntil(lambda: "尚未确定签约代表" in editor.parties.note.text())
    editor.choose("parties")
    assert editor.parties.note.isVisible()
    counts = {line.key: line.count for line in editor.tree.lines()}
    assert counts["parties"] >= 2
