"""The page of an import while something is under way."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.slips import plans
from ui.slips.import_page import ImportPage
from ui.theme import load_theme


def test_the_writing_is_told_and_nothing_else_can_be_done_meanwhile(qtbot: QtBot):
    page = ImportPage()
    qtbot.addWidget(page)
    page.retheme(load_theme("light"))
    page.retranslate("zh")
    page.show_sitting(plans.sitting())
    buttons = (page.apply_button, page.discard_button, page.add_button)
    page.show_writing(3)
    page.show_written(1, 2)
    seen = (page.progress_words.text(), page.bar.value(), page.bar.maximum(), page.pages.isEnabled())
    assert (seen, [button.isEnabled() for button in buttons]) == (("正在写入 3 行…", 3, 8, False), [False] * 3)
    page.show_idle()
    page.show_written(2, 2)  # told late
    assert (page.progress.isHidden(), page.bar.value(), page.pages.isEnabled()) == (True, 3, True)
    assert [button.isEnabled() for button in buttons] == [True] * 3


def test_a_plan_that_no_longer_fitted_is_told_first(qtbot: QtBot):
    page, sitting = ImportPage(), plans.sitting()
    qtbot.addWidget(page)
    page.retranslate("zh")
    sitting.outdated = True
    page.show_sitting(sitting)
    assert page.note.text() == (
        "▲ 名单或人员刚被他人改动，这次没有写入；已按最新情况重新核对，您的决定保留，请过目后再导入。"
    )
