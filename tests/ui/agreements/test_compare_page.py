"""Two texts of an agreement compared in a real window: chosen, read, gone through, put on paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from exporters.assembly import assemble_agreement
from models.actions.edit_clauses import NewClause, add_clauses, edit_clause_text
from models.actions.revisions import keep_revision
from models.codes import RevisionKind
from models.records import Agreement, Clause, Meeting
from models.snapshots.take import take_meeting
from models.store.workspace import Workspace, open_workspace
from tests.ui.conftest import activate
from ui.agreements.compare_page import ComparePage
from ui.agreements.lifecycle_page import LifecyclePage
from ui.agreements.room import AgreementsRoom
from ui.main_window import MainWindow
from ui.settings import LAST_MEETING, LAST_ROOM, Settings

MEETING = "shengzhou-zjipc"
AT = datetime(2024, 5, 18, 12, 0, tzinfo=UTC)


def agreement_of(session: Session, place: int) -> Agreement:
    """An agreement of the meeting, from 0."""
    of_meeting = select(Agreement).join(Meeting).where(Meeting.key == MEETING).order_by(Agreement.position)
    return session.scalars(of_meeting).all()[place]


def keep(workspace: Workspace, kind: RevisionKind, name: str) -> None:
    """Keep the first agreement's text as it is now."""
    with workspace.read() as session:
        first = agreement_of(session, 0)
        key, number, meeting_id = first.key, first.id, first.meeting_id
    with workspace.look() as looking:
        text = assemble_agreement(take_meeting(looking, meeting_id, taken_at=AT), key, made_at=AT)
    with workspace.change("keep_revision") as session:
        keep_revision(session, number, text, kind=kind, author="王敏", at=AT, name=name)


def change_text(session: Session, place: int, heading: str, old: str, new: str) -> None:
    """Other words in a clause."""
    found = select(Clause).where(Clause.agreement_id == agreement_of(session, place).id, Clause.heading_zh == heading)
    clause = session.scalars(found).one()
    assert old in clause.body_zh
    edit_clause_text(session, clause.id, {"body_zh": clause.body_zh.replace(old, new)})


@pytest.fixture(scope="module")
def window(qapp: QApplication, sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """The meeting with eight agreements; of the first there are two revisions, and the text went on."""
    folder = tmp_path_factory.mktemp("compare")
    file = Path(shutil.copy(sample_file, folder / "w.sqlite"))
    with open_workspace(file, client="王敏") as workspace:
        keep(workspace, RevisionKind.SENT, "送校方")
        with workspace.change("edit_clause") as session:
            change_text(session, 0, "标准建设", "参与行业标准", "牵头行业标准")
        keep(workspace, RevisionKind.RETURNED, "校方返回")
        with workspace.change("add_clauses") as session:
            first = agreement_of(session, 0)
            standard = next(one for one in first.clauses if one.heading_zh == "标准建设")
            new = NewClause(
                heading_zh="名称使用", heading_en="Use of Names", body_zh="须经同意。", body_en="By consent."
            )
            add_clauses(session, first.id, [new], after_id=standard.id)
    settings = Settings(folder / "settings.json")
    settings.set(LAST_MEETING, MEETING)
    settings.set(LAST_ROOM, "agreements")
    made = MainWindow(str(file), "zh", settings)
    made.resize(1366, 768)
    made.show()
    made.open_workspace()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def room(window: MainWindow, qtbot: QtBot) -> AgreementsRoom:
    found = window.rooms["agreements"]
    assert isinstance(found, AgreementsRoom)
    qtbot.waitUntil(lambda: found.snapshot is not None)
    activate(window, qtbot)
    return found


def shown(room: AgreementsRoom, qtbot: QtBot, place: str = "", *, agreement: int = 0) -> ComparePage:
    """The page of an agreement, with the texts compared."""
    assert room.snapshot is not None and room.office is not None
    room.office.show_place(f"agreements/{room.snapshot.agreements[agreement].key}/compare{place}")
    page = room.side.current()
    assert isinstance(page, ComparePage)
    if page.choice.older is not None:
        qtbot.waitUntil(lambda: is_there(page))
    for box, on in ((page.bar.only_box, True), (page.bar.shapes["one"], True)):
        box.setChecked(on)
    return page


def is_there(page: ComparePage) -> bool:
    """Whether the texts shown are those that are chosen."""
    wish = page.compared.wish if page.compared is not None else None
    chosen = (page.choice.older, page.choice.newer, page.bar.language)
    return wish is not None and (wish.older, wish.newer, wish.language) == chosen and page.pages.currentIndex() == 1


def lines(page: ComparePage) -> list[str]:
    """What stands on the page."""
    return page.text.toPlainText().splitlines()


def test_the_newest_revision_is_compared_with_the_text_as_it_is_now(room: AgreementsRoom, qtbot: QtBot):
    page = shown(room, qtbot)
    assert (page.choice.older, page.choice.newer) == (2, None)
    assert [box.currentText() for box in page.choice.boxes] == [
        "v2 · 2024-05-18 · 采纳对方意见 · 校方返回",
        "当前文本",
    ]
    assert page.bar.summary.text().startswith("新增1处 · 仅序号变化")
    assert ["新增", page.text.sheet is not None] == [lines(page)[2], True]
    assert "须经同意。" in lines(page)[4]
    hashes = page.compared.hashes if page.compared is not None else ()
    told = [label.text() for label in page.choice.hashes]
    assert told == [f"校验码 {one[:8].upper()} {one[8:16].upper()}" for one in hashes]
    assert (
        page.text.hasFocus()
        and len(set(hashes)) == 2
        and [label.toolTip() for label in page.choice.hashes] == list(hashes)
    )


def test_two_revisions_are_compared_and_one_goes_from_change_to_change_by_key(room: AgreementsRoom, qtbot: QtBot):
    page = shown(room, qtbot, "/1/2")
    page.bar.only_box.setChecked(False)
    assert (page.bar.summary.text(), page.bar.where.text()) == ("修改1处", "– / 1")
    assert not page.bar.previous.isEnabled()
    qtbot.keyClick(page.text, Qt.Key.Key_F7)
    assert page.bar.where.text() == "1 / 1"
    cursor = page.text.textCursor()
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    assert "标准建设" in cursor.selectedText()
    assert any("参与牵头行业标准" in line for line in lines(page))
    qtbot.keyClick(page.text, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert page.bar.where.text() == "1 / 1"
    qtbot.keyClick(page.text, Qt.Key.Key_Escape)
    assert room.pages.currentWidget() is room.editor


def test_side_by_side_each_text_stands_for_itself(room: AgreementsRoom, qtbot: QtBot):
    page = shown(room, qtbot, "/1/2")
    page.bar.shapes["beside"].click()
    said = "\n".join(lines(page))
    assert ("参与行业标准" in said, "牵头行业标准" in said, "参与牵头" in said) == (True, True, False)
    page.bar.languages["en"].click()
    qtbot.waitUntil(lambda: page.compared is not None and page.compared.wish.language == "en")
    assert page.message.title.text() == "两份文本逐字相同。"
    page.bar.only_box.setChecked(False)
    assert page.pages.currentIndex() == 1 and "Standards" in page.text.toPlainText()
    page.bar.languages["zh"].click()
    qtbot.waitUntil(lambda: is_there(page))


def test_a_text_that_changes_while_it_is_shown_is_compared_anew(room: AgreementsRoom, qtbot: QtBot):
    page = shown(room, qtbot, "/2")
    assert room.office is not None and page.compared is not None
    before = page.compared.hashes
    room.office.change("edit_clause", lambda session: change_text(session, 0, "名称使用", "须经同意", "须经书面同意"))
    qtbot.waitUntil(lambda: page.compared is not None and page.compared.hashes[1] != before[1])
    assert page.compared.hashes[0] == before[0]
    assert "须经书面同意。" in page.text.toPlainText()


def test_only_the_last_choice_of_a_burst_is_shown(room: AgreementsRoom, qtbot: QtBot):
    page = shown(room, qtbot, "/1/2")
    newer = page.choice.boxes[1]
    seen = []
    page.text.textChanged.connect(lambda: seen.append(page.compared.wish.newer if page.compared else 0))
    for entry in (0, 2, 0):  # the text as it is now, v1, the text as it is now
        newer.setCurrentIndex(entry)
        newer.activated.emit(entry)
    qtbot.waitUntil(lambda: is_there(page))
    assert set(seen) == {None}


def test_an_agreement_without_a_revision_says_what_to_do(room: AgreementsRoom, qtbot: QtBot):
    page = shown(room, qtbot, agreement=1)
    assert (page.message.title.text(), page.choice.isVisible()) == ("还没有可供对照的旧文本", False)
    assert page.keep_button.hasFocus() and not page.paper.isEnabled()
    qtbot.keyClick(page.keep_button, Qt.Key.Key_Space)
    way = room.side.current()
    assert isinstance(way, LifecyclePage) and not way.compare_button.isVisible()


def test_the_table_of_revisions_leads_here(room: AgreementsRoom, qtbot: QtBot):
    assert room.snapshot is not None and room.office is not None
    room.office.show_place(f"agreements/{room.snapshot.agreements[0].key}/life")
    way = room.side.current()
    assert isinstance(way, LifecyclePage)
    oldest = way.revisions.model.rows()[-1]
    way.revisions.table.choose(oldest.id)
    way.compare_button.click()
    page = room.side.current()
    assert isinstance(page, ComparePage)
    assert (page.choice.older, page.choice.newer) == (1, None)
    qtbot.waitUntil(lambda: is_there(page))


def test_the_paper_of_what_is_shown_is_opened(window: MainWindow, room: AgreementsRoom, qtbot: QtBot):
    page, opened = shown(room, qtbot, "/1/2"), []
    usual, window.desk.open_file = window.desk.open_file, opened.append
    page.paper.open_action.trigger()
    qtbot.waitUntil(lambda: bool(opened))
    window.desk.open_file = usual
    assert Path(opened[0]).name == page.paper.file_name()
    assert page.paper.file_name().endswith("_修改对照稿_v1-v2_zh.pdf")
    assert page.compared is not None
    with closing(PdfDocument(opened[0])) as file:
        said = file[0].get_textpage().get_text_bounded()
    assert [one[:16].upper() in said for one in page.compared.hashes] == [True, True]


def test_texts_that_cannot_be_read_are_told_and_others_can_be_chosen(room: AgreementsRoom, qtbot: QtBot):
    page = shown(room, qtbot, "/2")
    assert room.office is not None
    room.office.change("edit_clause", lambda session: change_text(session, 0, "名称使用", "须经", "{{ 须 经 }}"))
    qtbot.waitUntil(lambda: page.message.title.text() == "无法对照文本")
    assert (page.pages.currentIndex(), page.paper.isEnabled(), page.bar.isVisible()) == (0, False, False)
    page.reveal("1/2")
    qtbot.waitUntil(lambda: is_there(page))
    assert page.bar.summary.text() == "修改1处" and page.bar.isVisible()
