"""The page of templates in a real window: read, copy, edit, keep, share, read in, the clause library, leave."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.codes import AgreementTier
from models.template_library import builtin_clauses
from models.templates import KEYS, builtin_template
from tests.sample_snapshots import agreement, snapshot
from tests.ui.conftest import OpenWindow
from ui.agreements.room import AgreementsRoom
from ui.dialogs.error import ErrorDialog
from ui.dialogs.question import Question
from ui.main_window import MainWindow
from ui.settings import LAST_MEETING, LAST_ROOM, Settings
from ui.templates.asking import LinesDialog
from ui.templates.editor import TemplateEditor
from ui.templates.page import TemplatesPage
from ui.templates.shelf import ShelfLine

TALENT = 5000  # the fifth clause: 人才引育


@pytest.fixture
def window(open_window: OpenWindow, workspace_file: Path) -> MainWindow:
    settings = Settings()
    settings.set(LAST_MEETING, "shengzhou-zjipc")
    settings.set(LAST_ROOM, "agreements")
    return open_window(workspace_file, settings=settings)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> TemplatesPage:
    room = window.rooms["agreements"]
    assert isinstance(room, AgreementsRoom)
    found = room.side.open("templates")
    assert isinstance(found, TemplatesPage)
    found.editor.page_button.setChecked(False)
    qtbot.waitUntil(lambda: len(found.shelf.library) == len(builtin_clauses()))
    return found


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(qtbot: QtBot, page: TemplatesPage, *lines: str) -> None:
    """Fill in the dialog that is open, and press Enter."""
    dialog = next(one for one in page.findChildren(LinesDialog) if one.isVisible())
    for line, words in zip(dialog.lines, lines, strict=False):
        line.setText(words)
    click(qtbot, dialog.ok_button)


def copy(qtbot: QtBot, page: TemplatesPage) -> str:
    """A copy of the framework agreement, chosen; its key."""
    click(qtbot, page.buttons["copy"])
    answer(qtbot, page, "本县框架协议", "Our Framework")
    qtbot.waitUntil(lambda: page.shelf.line() == ShelfLine("strategic-framework-2"))
    qtbot.waitUntil(lambda: page.editions.count() == 1)
    return "strategic-framework-2"


def edit_talent(qtbot: QtBot, page: TemplatesPage, words: str) -> None:
    """Write other words into the fourth article of the chosen template."""
    click(qtbot, page.buttons["edit"])
    page.editor.choose(TALENT)
    text = page.editor.sheet.texts[TALENT, "body_zh"]
    text.type_source(words)
    text.commit()


def keep(qtbot: QtBot, page: TemplatesPage, note: str) -> None:
    click(qtbot, page.editor.keep_button)
    answer(qtbot, page, note)


def test_a_template_is_read_with_what_it_asks_for(page: TemplatesPage) -> None:
    page.shelf.choose(ShelfLine("memorandum"))
    assert page.reading.heading.text() == "合作谅解备忘录"
    assert "第一条  宗旨\n双方在此记录在［合作领域］等方面开展合作的共同意愿" in page.reading.text.toPlainText()
    asked = [page.reading.asks.item(row).text() for row in range(page.reading.asks.count())]
    assert asked[:3] == ["各方", "合作领域", "共建基地"]
    assert [name for name, button in page.buttons.items() if button.isEnabled()] == ["copy", "read_in"]
    page.shelf.choose(ShelfLine(clause=2))
    assert page.reading.about.text() == "协商，仲裁 · 程序自带"


def test_a_copy_is_edited_and_kept_as_the_next_edition(page: TemplatesPage, qtbot: QtBot) -> None:
    copy(qtbot, page)
    edit_talent(qtbot, page, "{{ 乙方.名称 }}支持毕业生就业。")
    assert page.editor.status.text() == "第1版 · 已修改，尚未保存为版本"
    keep(qtbot, page, "简化")
    qtbot.waitUntil(lambda: page.editor.edition == 2)
    page.leave_editor()
    qtbot.waitUntil(lambda: page.editions.count() == 2)
    assert [page.editions.itemText(row) for row in range(2)] == ["第2版 · 简化", "第1版"]
    assert "［乙方名称］支持毕业生就业。" in page.reading.text.toPlainText()


def test_a_copy_is_tried_with_an_agreement_of_its_kind(qtbot: QtBot) -> None:
    editor = TemplateEditor()
    qtbot.addWidget(editor)
    editor.page_button.setChecked(False)
    kinds = (("strategic-framework", AgreementTier.FRAMEWORK), ("commissioner", AgreementTier.PROJECT))
    drafted = (agreement(id=n, template=key, tier=tier) for n, (key, tier) in enumerate(kinds, 1))
    editor.show_snapshot(snapshot(agreements=tuple(drafted)))
    copied = replace(builtin_template("commissioner"), key="commissioner-2")
    tried = []
    for based_on in ("commissioner", "letter-of-intent", ""):
        editor.open(copied, 1, based_on)
        chosen = editor.tried_with()
        tried.append(chosen.template if chosen is not None else None)
    assert tried == ["commissioner"] * 3  # of the same tier where none was drafted from it


def test_what_is_wrong_is_told_beside_the_text_and_nothing_is_kept(page: TemplatesPage, qtbot: QtBot) -> None:
    copy(qtbot, page)
    edit_talent(qtbot, page, "第一行。\n优先录取{{ a b }}")
    assert page.editor.wrong.text().splitlines() == [
        "“人才引育”正文（中文）第2行：协议中不得出现“优先录取”",
        "“人才引育”正文（中文）第2行：一个字段只能写一个名称，“b”多余",
    ]
    keep(qtbot, page, "")
    qtbot.waitUntil(lambda: page.window().findChild(ErrorDialog) is not None)
    page.window().findChild(ErrorDialog).reject()
    assert page.editor.edition == 1
    page.hand.forget()  # or it would hold the window open


def test_edits_are_taken_back_one_by_one(page: TemplatesPage, qtbot: QtBot) -> None:
    copy(qtbot, page)
    edit_talent(qtbot, page, "甲方支持。")
    opened = page.shelf.template("strategic-framework-2")
    click(qtbot, page.editor.add_button)
    page.hand.open_shelf()
    library = page.editor.shelf.source.findText("条款库")
    page.editor.shelf.source.setCurrentIndex(library)
    click(qtbot, page.editor.shelf.add_button)
    draft = page.editor.draft
    assert draft is not None
    assert [clause.key for clause in draft.clauses[4:7]] == ["talent", "clause", "disputes"]
    for _edit in range(3):
        click(qtbot, page.editor.undo_button)
    assert page.editor.draft == opened


def test_the_undo_of_the_window_is_that_of_the_draft_while_it_is_edited(
    page: TemplatesPage, qtbot: QtBot, window: MainWindow
) -> None:
    copy(qtbot, page)
    undo = window.top_bar.undo_menu
    assert "复制模板为" in undo.undo_action.text()
    click(qtbot, page.buttons["edit"])
    assert (undo.undo_action.text(), undo.undo_action.isEnabled()) == ("撤销", False)  # the copy stays below
    opened = page.editor.draft
    page.editor.add_button.click()
    added = page.editor.draft
    assert undo.undo_action.text() == "撤销“模板中的修改”"
    undo.undo_action.trigger()
    assert (page.editor.draft, undo.redo_action.text()) == (opened, "重做“模板中的修改”")
    undo.redo_action.trigger()
    assert (page.editor.draft, undo.redo_action.isEnabled()) == (added, False)
    undo.undo_action.trigger()
    page.leave_editor()
    assert "复制模板为" in undo.undo_action.text()


def test_leaving_asks_about_what_is_not_kept(page: TemplatesPage, qtbot: QtBot, window: MainWindow) -> None:
    copy(qtbot, page)
    edit_talent(qtbot, page, "甲方支持。")
    window.close()
    question = page.findChild(Question)
    assert question is not None and window.isVisible()
    question.reject()
    page.leave_editor()
    question = next(one for one in page.findChildren(Question) if one.isVisible())
    click(qtbot, question.second)
    assert not page.editing()


def test_a_shared_file_is_read_in_as_a_new_edition(page: TemplatesPage, qtbot: QtBot, tmp_path: Path) -> None:
    copy(qtbot, page)
    file = tmp_path / "shared.toml"
    page.share(file)
    notice = page.window().status.notice_label
    page.read_in(file)
    qtbot.waitUntil(lambda: notice.text() == "“本县框架协议”已在模板库中，内容完全相同，无需再次导入。")
    file.write_text(file.read_text(encoding="utf-8").replace("坚持需求导向", "以需求为导向"), encoding="utf-8")
    page.read_in(file)
    qtbot.waitUntil(lambda: page.editions.count() == 2)
    assert page.editions.itemText(0) == "第2版 · shared.toml"
    qtbot.waitUntil(lambda: notice.text() == "“本县框架协议”已导入，作为本单位该模板的第2版。")
    words = file.read_text(encoding="utf-8").replace("本县框架协议", "邻县框架协议")
    file.write_text(words, encoding="utf-8")
    page.read_in(file)
    told = "“邻县框架协议”已导入，与“本县框架协议”并存，互不影响。"
    qtbot.waitUntil(lambda: (notice.text(), page.shelf.line()) == (told, ShelfLine("strategic-framework-3")))
    click(qtbot, page.buttons["delete"])
    qtbot.waitUntil(lambda: page.shelf.templates.keys() == (*KEYS, "strategic-framework-2"))


def test_a_clause_is_kept_in_the_library_and_deleted(page: TemplatesPage, qtbot: QtBot) -> None:
    copy(qtbot, page)
    click(qtbot, page.buttons["edit"])
    page.hand.library_wanted.emit(page.editor.draft.clauses[4])
    answer(qtbot, page, "柔性引才")
    builtin = len(builtin_clauses())
    qtbot.waitUntil(lambda: len(page.shelf.library) == builtin + 1)
    page.show_overview()
    page.shelf.choose(ShelfLine(clause=builtin))
    assert page.reading.about.text() == "柔性引才 · 本单位条款"
    click(qtbot, page.buttons["delete"])
    qtbot.waitUntil(lambda: len(page.shelf.library) == builtin)
