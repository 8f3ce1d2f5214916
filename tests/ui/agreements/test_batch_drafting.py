"""A batch in a real window: drafted as one step, what all texts lack filled in one table, undone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.codes import AgreementStatus
from models.store.workspace import open_workspace
from tests.models.store.stored import content
from tests.ui import seen
from tests.ui.conftest import type_line
from ui.agreements.batch_lines import BatchLine
from ui.agreements.batch_page import BatchPage
from ui.agreements.missing_page import MissingPage
from ui.agreements.room import AgreementsRoom
from ui.main_window import MainWindow


def drafted(room: AgreementsRoom, qtbot: QtBot, *names: str) -> MissingPage:
    """A batch of these, typed into the table; the page of what they lack."""
    page = room.side.open("batch")
    assert isinstance(page, BatchPage)
    qtbot.waitUntil(lambda: page.lists is not None)
    for name in names:
        type_line(qtbot, page, name)
    qtbot.mouseClick(page.draft_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(room.side.current(), MissingPage))
    found = room.side.current()
    assert isinstance(found, MissingPage)
    qtbot.waitUntil(lambda: len(found.agreements()) == len(names) and bool(found.model.rows()))
    assert page.lines == ()
    return found


def asked(page: MissingPage) -> dict[str, int]:
    """The names of the facts asked for, with their rows."""
    return {row.fact.name: row.id for row in page.model.rows()}


def test_a_batch_is_drafted_filled_in_and_undone(
    room: AgreementsRoom, window: MainWindow, workspace_file: Path, qtbot: QtBot
):
    with open_workspace(workspace_file) as workspace:
        before = content(workspace)
    found = drafted(room, qtbot, "万能弹簧", "新昌轴承有限公司")
    made = [one for one in room.snapshot.agreements if one.status is AgreementStatus.DRAFT]
    assert [one.parties[1].organization.name.zh for one in made] == ["万能弹簧", "新昌轴承有限公司"]
    term = asked(found)["agreement.term_years"]
    assert seen.nameless(found) == []
    assert found.model.rows()[0].needed == ("全部 2 份协议", "all 2 agreements")
    found.table.edit_cell(term, "value")
    type_line(qtbot, found, "3")
    qtbot.waitUntil(lambda: term not in asked(found).values())
    assert [one.term_years for one in found.agreements()] == [3, 3]
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: "agreement.term_years" in asked(found))
    again = found.model.index(found.model.place_of(asked(found)["agreement.term_years"]), 3)
    assert again.data() == "数字"  # not what was typed before
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: len(room.snapshot.agreements) == 8)
    with open_workspace(workspace_file) as workspace:
        assert content(workspace) == before
    qtbot.waitUntil(lambda: found.done_page.title.text() == "这些协议已撤销")
    found.table_button.click()
    page = room.side.current()
    assert isinstance(page, BatchPage)
    assert [page.offers.name_of(line.unit) for line in page.lines] == ["万能弹簧", "新昌轴承有限公司"]  # to be mended
    window.link.redo()
    qtbot.waitUntil(lambda: len(room.snapshot.agreements) == 10 and page.lines == ())


def test_a_line_typed_while_others_are_drafted_stays(room: AgreementsRoom, qtbot: QtBot):
    page = room.side.open("batch")
    assert isinstance(page, BatchPage)
    qtbot.waitUntil(lambda: page.lists is not None)
    type_line(qtbot, page, "万能弹簧")
    qtbot.mouseClick(page.draft_button, Qt.MouseButton.LeftButton)
    page.put(page.values, (*page.lines, BatchLine(9, "新昌轴承有限公司")))
    qtbot.waitUntil(lambda: isinstance(room.side.current(), MissingPage))
    assert [line.unit for line in page.lines] == ["新昌轴承有限公司"]


def test_cells_pasted_below_one_another_are_one_step_and_no_number_is_refused(
    room: AgreementsRoom, window: MainWindow, qtbot: QtBot
):
    found = drafted(room, qtbot, "万能弹簧", "高翔工贸")
    rows = asked(found)
    found.table.choose_rows([rows["agreement.term_years"], rows["fields"], rows["court"]])
    found.table.set_cells("value", "嵊州市人民法院")
    qtbot.waitUntil(lambda: "court" not in asked(found))
    assert "agreement.term_years" in asked(found)
    assert [(one.term_years, one.variables[0].value.zh, one.areas[0].zh) for one in found.agreements()] == [
        (None, "嵊州市人民法院", "嵊州市人民法院")
    ] * 2
    found.together.setChecked(False)
    qtbot.waitUntil(lambda: sum(row.fact.name == "agreement.term_years" for row in found.model.rows()) == 2)
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: "court" in asked(found))


def test_signed_agreements_are_not_asked_about(room: AgreementsRoom, qtbot: QtBot):
    found = room.side.open("missing")
    assert isinstance(found, MissingPage)
    qtbot.waitUntil(lambda: found.pages.currentWidget() is found.done_page)
    assert found.done_page.title.text() == "没有缺项"
