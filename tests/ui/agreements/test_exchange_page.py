"""A draft goes out, comes back edited, and is taken over, in a real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from exporters.save import safe_stem
from models.actions.edit_clauses import edit_clause_text
from models.actions.revisions import keep_revision
from models.agreement_assembly import Assembled
from models.codes import AgreementLanguage, KeptFileKind, RevisionKind
from models.snapshots.shapes import Agreement, Clause
from models.store.kept_files import list_kept
from models.store.workspace import open_workspace
from tests.returned_drafts import commented, edited, reworded, tracked, without
from ui.agreements.exchange_page import ExchangePage
from ui.agreements.room import AgreementsRoom
from ui.dialogs.error import ErrorDialog

Edit = Callable[[str], str]
NOW = datetime(2024, 5, 18, 4, 0, tzinfo=UTC)


@pytest.fixture
def page(room: AgreementsRoom) -> ExchangePage:
    """The exchange of the first agreement."""
    assert room.snapshot is not None
    found = room.side.open("exchange", room.snapshot.agreements[0])
    assert isinstance(found, ExchangePage)
    return found


def agreement(page: ExchangePage) -> Agreement:
    """The agreement as the page shows it."""
    assert page.agreement is not None
    return page.agreement


def send(page: ExchangePage, qtbot: QtBot, file: Path) -> bytes:
    """Send the draft to the university."""
    before = len(agreement(page).revisions)
    page.send("沧澜大学", str(file))
    qtbot.waitUntil(lambda: file.exists() and len(agreement(page).revisions) > before)
    qtbot.waitUntil(page.read_button.isEnabled)
    return file.read_bytes()


def read(page: ExchangePage, qtbot: QtBot, file: Path, content: bytes) -> None:
    """Read a file that came back."""
    file.write_bytes(content)
    page.read_file(str(file))
    qtbot.waitUntil(lambda: page.sitting is not None)


def heading(page: ExchangePage, words: str) -> Clause | None:
    """The clause with this heading."""
    return next((one for one in agreement(page).clauses if one.heading.zh == words), None)


def test_a_draft_goes_out_and_what_is_accepted_comes_in(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, workspace_file: Path
):
    content = send(page, qtbot, tmp_path / "out.docx")
    read(page, qtbot, tmp_path / "same.docx", content)
    assert page.result.summary.text() == "same.docx — 与v1一致，没有不同。"
    assert (page.result.cards, page.result.take_button.text()) == ([], "留存文件，不作修改")
    page.result.away_button.click()
    assert page.sitting is None
    take_over(page, qtbot, tmp_path / "back.docx", content)
    changed, kept = heading(page, "标准建设"), heading(page, "宣传推广")
    assert changed is not None and kept is not None and changed.body.zh.startswith("{{ sides_zh }}共同牵头行业标准")
    told = [(one.kind, one.name, one.note) for one in agreement(page).revisions]
    back = (RevisionKind.RETURNED, "back.docx", "采纳v1的2处不同中的1处")
    assert told == [(RevisionKind.SENT, "沧澜大学", ""), back]
    assert page.sitting is None and "沧澜大学" in page.history.text()
    with open_workspace(workspace_file) as workspace, workspace.read() as session:
        (file,) = list_kept(session, agreement_id=agreement(page).id)
    assert (file.name, file.kind) == ("back.docx", KeptFileKind.RETURNED)


def take_over(page: ExchangePage, qtbot: QtBot, file: Path, content: bytes) -> None:
    """Accept one of two differences."""
    comment, parts = commented(">标准建设<", "是否包括国际标准？")
    edits: tuple[Edit, ...] = (tracked("参与行业标准", "牵头行业标准"), without(">宣传推广<", "互相宣传品牌"), comment)
    read(page, qtbot, file, edited(content, *edits, parts=parts))
    kinds = [card.kind.text() for card in page.result.cards]
    assert kinds == ["修改", "删除"]
    assert page.result.cards[0].comments.text() == "王老师 · 2024-05-19就“标准建设”批注：是否包括国际标准？"
    assert not page.result.take_button.isEnabled()
    page.result.cards[0].accept_button.click()
    page.result.cards[1].refuse_button.click()
    assert page.result.take_button.text() == "采纳1处修改"
    page.result.take_button.click()
    qtbot.waitUntil(lambda: len(agreement(page).revisions) == 2)


def refused(page: ExchangePage, qtbot: QtBot, file: Path) -> None:
    """A file that is no draft is refused in a sentence."""
    file.write_bytes(b"%PDF-1.7")
    page.read_file(str(file))
    qtbot.waitUntil(lambda: page.window().findChild(ErrorDialog) is not None)
    dialog = page.window().findChild(ErrorDialog)
    assert dialog is not None and page.sitting is None
    dialog.reject()


def test_decisions_stay_while_something_else_is_edited(
    page: ExchangePage, room: AgreementsRoom, qtbot: QtBot, tmp_path: Path
):
    content = send(page, qtbot, tmp_path / "out.docx")
    refused(page, qtbot, tmp_path / "别的.docx")
    send(page, qtbot, tmp_path / "again.docx")
    read(page, qtbot, tmp_path / "back.docx", edited(content, reworded("参与行业标准", "牵头行业标准")))
    assert page.result.warning.text() == "对方修改的是v1，此后已发出v2。请核实对方是否应在新稿上修改。"
    page.result.take_focus()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Space)
    clause = heading(page, "标准建设")
    assert clause is not None and room.work is not None and page.office is not None

    def change(session: Session) -> None:
        edit_clause_text(session, clause.id, {"body_zh": "我方另拟。"})

    page.office.change("edit_clause", change)
    qtbot.waitUntil(lambda: "我方另拟。" in page.result.cards[0].remark.text())
    assert page.result.cards[0].accept_button.isChecked()
    page.result.cards[0].accept_button.setFocus()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space):  # over “Not now” to taking over
        qtbot.keyClick(page.window().focusWidget(), key)
    qtbot.waitUntil(lambda: page.sitting is None)
    kept_while_another_is_shown(room, qtbot)
    assert "牵头行业标准" in next(one.body.zh for one in shown(room)[0].clauses if one.id == clause.id)


def test_a_draft_is_held_against_the_clauses_of_now_though_another_agreement_was_shown(
    page: ExchangePage, room: AgreementsRoom, qtbot: QtBot, tmp_path: Path
):
    content = send(page, qtbot, tmp_path / "out.docx")
    read(page, qtbot, tmp_path / "back.docx", edited(content, reworded("参与行业标准", "牵头行业标准")))
    clause = heading(page, "标准建设")
    room.side.open("exchange", shown(room)[1])
    assert clause is not None and page.office is not None and page.sitting is None
    number = clause.id
    page.office.change("edit_clause", lambda session: edit_clause_text(session, number, {"body_zh": "我方另拟。"}))
    qtbot.waitUntil(lambda: any(one.body.zh == "我方另拟。" for one in shown(room)[0].clauses))
    room.side.open("exchange", shown(room)[0])
    qtbot.waitUntil(lambda: "我方另拟。" in page.result.cards[0].remark.text())


def shown(room: AgreementsRoom) -> tuple[Agreement, ...]:
    """The agreements as the room knows them."""
    assert room.snapshot is not None
    return room.snapshot.agreements


def kept_while_another_is_shown(room: AgreementsRoom, qtbot: QtBot) -> None:
    """The revision comes though the page has gone on to another agreement."""
    room.side.open("exchange", shown(room)[1])
    qtbot.waitUntil(lambda: len(shown(room)[0].revisions) == 3)


def told_error(page: ExchangePage, qtbot: QtBot) -> None:
    """An error was told; put it away."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.window().findChildren(ErrorDialog)))
    dialog = next(one for one in page.window().findChildren(ErrorDialog) if one.isVisible())
    dialog.reject()
    dialog.deleteLater()


def test_a_draft_that_cannot_be_saved_or_kept_was_not_sent(page: ExchangePage, qtbot: QtBot, tmp_path: Path):
    away, file, number = tmp_path / "usb", tmp_path / "out.docx", agreement(page).id
    away.write_bytes(b"no folder")
    page.send("沧澜大学", str(away / "out.docx"))
    told_error(page, qtbot)
    assert (agreement(page).revisions, page.send_button.isEnabled()) == ((), True)
    text = Assembled(agreement(page).key, "zh", "0" * 64, {}, {}, {})

    def overtake(session: Session) -> None:
        keep_revision(session, number, text, kind=RevisionKind.KEPT, author="", at=NOW)

    page.send("沧澜大学", str(file))
    assert page.office is not None
    page.office.change("keep_revision", overtake, agreement="x", name="x")
    told_error(page, qtbot)
    qtbot.waitUntil(page.send_button.isEnabled)
    assert (file.exists(), [one.kind for one in agreement(page).revisions]) == (False, [RevisionKind.KEPT])


def test_the_file_is_asked_for_with_a_name_that_says_which_text_it_is(page: ExchangePage, qtbot: QtBot):
    page.begin_sending()
    page.form.go_button.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    name = "产教融合、校行（企）合作框架协议-嵊州市机械行业协会-v1.docx"
    assert Path(dialog.selectedFiles()[0]).name == name
    dialog.reject()
    assert page.snapshot is not None
    one = replace(agreement(page), language=AgreementLanguage.EN)
    page.snapshot = replace(page.snapshot, agreements=(one,))  # no other is called the same
    in_chinese = page._file_stem(one)
    page.language = "en"
    english = safe_stem(f"{one.title.en}-Shengzhou Machinery Industry Association-v1")
    assert (f"{in_chinese}.docx", page._file_stem(one)) == (name, english)
