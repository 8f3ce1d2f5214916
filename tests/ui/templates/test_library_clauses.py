"""The office's own clauses on the page of templates: written, copied, edited, renamed, where used, deleted, left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.template_library import builtin_clauses
from tests.ui.templates.test_templates_page import click, page, window
from ui.dialogs.error import ErrorDialog
from ui.dialogs.question import Question
from ui.main_window import MainWindow
from ui.templates.page import TemplatesPage
from ui.templates.shelf import ShelfLine

__all__ = ["page", "window"]
BODY_ZH, BODY_EN = (1000, "body_zh"), (1000, "body_en")


def write(page: TemplatesPage, place: tuple[int, str], words: str) -> None:
    text = page.library.form.sheet.texts[place]
    text.type_source(words)
    text.commit()


def own_lines(page: TemplatesPage) -> list[tuple[str, str, str]]:
    """Heading, variant and text of the office's own clauses."""
    own = (one for one in page.shelf.library if one.own)
    return [(one.clause.heading.zh, one.variant.zh, one.clause.body.zh) for one in own]


def keep(qtbot: QtBot, page: TemplatesPage, button: QPushButton) -> None:
    click(qtbot, button)
    qtbot.waitUntil(lambda: not page.library.editing())


@pytest.fixture
def copied(page: TemplatesPage, qtbot: QtBot) -> TemplatesPage:
    """A variant of the third clause of the program, chosen."""
    page.shelf.choose(ShelfLine(clause=2))
    click(qtbot, page.buttons["copy"])
    page.library.form.variant.setText("本县")
    write(page, BODY_ZH, "由{{ 甲方.名称 }}协商解决。")
    keep(qtbot, page, page.library.form.buttons["keep"])
    qtbot.waitUntil(lambda: page.shelf.line() == ShelfLine(clause=len(builtin_clauses())))
    return page


def test_a_variant_is_copied_edited_renamed_and_taken_back(
    copied: TemplatesPage, qtbot: QtBot, window: MainWindow
) -> None:
    assert own_lines(copied) == [("争议解决", "本县", "由{{ 甲方.名称 }}协商解决。")]
    click(qtbot, copied.buttons["edit"])
    form = copied.library.form
    form.variant.setText("本县（新）")
    write(copied, BODY_ZH, "协商解决。")
    keep(qtbot, copied, form.buttons["keep"])
    qtbot.waitUntil(lambda: own_lines(copied) == [("争议解决", "本县（新）", "协商解决。")])
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: own_lines(copied) == [("争议解决", "本县", "由{{ 甲方.名称 }}协商解决。")])
    click(qtbot, copied.buttons["delete"])
    qtbot.waitUntil(lambda: own_lines(copied) == [])


def test_a_clause_is_written_from_nothing_and_its_faults_are_told(page: TemplatesPage, qtbot: QtBot) -> None:
    page.shelf.choose(ShelfLine(clause=2))
    qtbot.waitUntil(page.reading.uses.isVisible)
    assert page.reading.uses.heading.text() == "尚无协议采用"
    asks = page.reading.asks
    assert [asks.item(row).text() for row in range(asks.count())] == ["仲裁委员会"]  # “各方” follows from the parties
    click(qtbot, page.buttons["write"])
    form = page.library.form
    assert (form.wrong.text(), form.buttons["keep"].isEnabled()) == ("", False)
    write(page, (1000, "heading_zh"), "通知")
    assert form.wrong.text() == "正文（中文）第1行：尚未填写内容"
    write(page, BODY_ZH, "书面通知{{ a b }}。")
    assert form.wrong.text() == "正文（中文）第1行：一个字段只能写一个名称，“b”多余"
    click(qtbot, form.buttons["undo"])
    write(page, BODY_ZH, "书面通知。")
    assert form.wrong.text() == ""
    click(qtbot, form.buttons["condition"])
    form.sheet.conditions[1000].setText("party_c")
    form.sheet.conditions[1000].commit()
    assert not form.buttons["condition"].isEnabled() and form.sheet.keys[1000].isReadOnly()
    keep(qtbot, page, form.buttons["keep"])
    qtbot.waitUntil(lambda: own_lines(page) == [("通知", "", "书面通知。")])
    assert page.shelf.library[-1].clause.condition == "party_c"


def test_nothing_is_replaced_or_left_without_asking(copied: TemplatesPage, qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, copied.buttons["copy"])
    copied.library.form.variant.setText("本县")
    write(copied, BODY_EN, "By consultation.")
    click(qtbot, copied.library.form.buttons["keep"])
    qtbot.waitUntil(lambda: copied.window().findChild(ErrorDialog) is not None)  # there is such a variant
    copied.window().findChild(ErrorDialog).reject()
    window.close()
    assert window.isVisible()
    copied.findChild(Question).reject()
    window.files.open_file(window.location + ".other")
    assert copied.library.editing() and copied.library.changed() and not window.location.endswith(".other")
    next(one for one in copied.findChildren(Question) if one.isVisible()).reject()
    qtbot.keyClick(copied.library.form, Qt.Key.Key_Escape)
    question = next(one for one in copied.findChildren(Question) if one.isVisible())
    click(qtbot, question.second)
    assert not copied.library.editing() and not copied.library.changed()


def test_undo_of_the_window_is_that_of_the_form_while_it_is_seen(
    copied: TemplatesPage, qtbot: QtBot, window: MainWindow
) -> None:
    click(qtbot, copied.buttons["edit"])
    form, menu = copied.library.form, window.top_bar.undo_menu
    assert not menu.undo_action.isEnabled()  # keeping the clause is not undone from within the form
    write(copied, BODY_ZH, "协商解决。")
    assert menu.undo_button.accessibleName() == "撤销“条款中的修改”"
    menu.undo_action.trigger()
    assert (form.clause().body.zh, form.changed()) == ("由{{ 甲方.名称 }}协商解决。", False)
    menu.redo_action.trigger()
    assert (form.clause().body.zh, form.buttons["undo"].isEnabled()) == ("协商解决。", True)
    form.forget()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert menu.undo_action.isEnabled() and "条款中" not in menu.undo_button.accessibleName()
