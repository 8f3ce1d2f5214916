"""The way of an agreement in a real window: review, approval, freezing in the worker process, drift, opening again."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from exporters.assembly import assemble_agreement
from models.codes import AgreementMark, AgreementStatus, RevisionKind
from models.records import AgreementParty, Organization
from models.rules.agreement_steps import Step
from models.samples import load_samples
from models.snapshots.shapes import Agreement
from models.store.workspace import open_workspace
from tests.ui.conftest import OpenWindow
from ui.agreements.lifecycle_page import LifecyclePage
from ui.agreements.room import AgreementsRoom
from ui.settings import LAST_MEETING, LAST_ROOM, Settings
from ui.templates.asking import LinesDialog

KEY = "demo-full"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The invented meeting, all texts still drafts."""
    with open_workspace(tmp_path / "w.sqlite", client="maker") as workspace:
        load_samples(workspace, (KEY,))
    return tmp_path / "w.sqlite"


@pytest.fixture
def frozen_file(tmp_path: Path) -> Path:
    """The same with final texts, after which a unit has moved."""
    with open_workspace(tmp_path / "w.sqlite", client="maker") as workspace:
        load_samples(workspace, (KEY,), assemble=partial(assemble_agreement, made_at=datetime(2024, 5, 18)))
        with workspace.change("edit_organization") as session:
            party = session.scalars(select(AgreementParty).order_by(AgreementParty.agreement_id)).first()
            unit = session.get(Organization, party.organization_id if party else None)
            assert unit is not None
            unit.address_zh = "迎宾路99号"
    return tmp_path / "w.sqlite"


def open_room(open_window: OpenWindow, file: Path) -> AgreementsRoom:
    """A window in the agreements room, its first agreement open."""
    settings = Settings(file.with_name("settings.json"))
    settings.set(LAST_MEETING, KEY)
    settings.set(LAST_ROOM, "agreements")
    room = open_window(file, settings=settings).rooms["agreements"]
    assert isinstance(room, AgreementsRoom)
    room.editor.page_button.setChecked(False)
    room.open_agreement(room.snapshot.agreements[0].id)
    return room


def agreement(room: AgreementsRoom) -> Agreement:
    """The first agreement as it is stored now."""
    found: Agreement = room.snapshot.agreements[0]
    return found


def until(qtbot: QtBot, room: AgreementsRoom, status: AgreementStatus) -> None:
    qtbot.waitUntil(lambda: agreement(room).status is status)


def confirm(qtbot: QtBot, page: LifecyclePage, **typed: str) -> None:
    """Fill the form in and press Enter."""
    for key, words in typed.items():
        page.form.lines[key].setText(words)
    qtbot.keyClick(next(iter(page.form.lines.values())), Qt.Key.Key_Return)


def review(room: AgreementsRoom, qtbot: QtBot) -> LifecyclePage:
    """Take it back, send it round from the editor, and enter an approval."""
    assert (room.editor.life.state.text(), room.editor.life.next_button.text()) == ("审核中", "定稿…")
    room.editor.life.state.click()
    page = room.side.current()
    assert isinstance(page, LifecyclePage)
    page.steps.buttons[Step.WITHDRAW].click()
    until(qtbot, room, AgreementStatus.DRAFT)
    page.back_button.click()
    qtbot.mouseClick(room.editor.life.next_button, Qt.MouseButton.LeftButton)
    confirm(qtbot, page, note="送司法局")
    until(qtbot, room, AgreementStatus.UNDER_REVIEW)
    page.begin_approval()
    confirm(qtbot, page, by="县司法局", opinion="同意")
    qtbot.waitUntil(lambda: bool(agreement(room).approvals))
    page.checklist.lines[agreement(room).checklist[0].id].tick.click()
    qtbot.waitUntil(lambda: agreement(room).checklist[0].done)
    return page


def test_from_draft_to_a_final_text_that_is_read_only(open_window: OpenWindow, file: Path, qtbot: QtBot):
    room = open_room(open_window, file)
    editor = room.editor
    page = review(room, qtbot)
    (approval,) = agreement(room).approvals
    assert (approval.mark, approval.revision_number, approval.opinion) == (AgreementMark.FOR_REVIEW, 1, "同意")
    page.reveal("step/finalize")
    assert page.form.note.text().startswith("尚未办结：双方内部决策程序、")
    page.checklist.lines[agreement(room).checklist[1].id].tick.click()
    qtbot.waitUntil(lambda: page.form.note.text().startswith("尚未办结：授权委托书"))  # told anew at once
    page.form.lines["note"].setFocus()
    confirm(qtbot, page, note="县长办公会通过")
    until(qtbot, room, AgreementStatus.FINAL)
    qtbot.waitUntil(page.steps.buttons[Step.SIGN].hasFocus)  # the keyboard waits at the next step
    assert room.window().rail.card.popup.isHidden()
    kept = [(one.number, one.kind, one.name, one.note) for one in agreement(room).revisions]
    assert kept == [(1, RevisionKind.KEPT, "送审稿", "送司法局"), (2, RevisionKind.FINAL, "", "县长办公会通过")]
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert room.pages.currentWidget() is editor
    assert (editor.closed(), editor.add_button.isEnabled(), editor.life.state.text()) == (True, False, "定稿 · v2")
    assert room.office is not None
    room.office.link.undo(newest=True)
    until(qtbot, room, AgreementStatus.UNDER_REVIEW)
    assert (editor.closed(), len(agreement(room).revisions)) == (False, 2)  # what was frozen stays
    qtbot.waitUntil(lambda: room.window().status.notice_label.text().endswith("仍留在版本列表中，标明已失效。"))
    room.side.open("life")
    assert page.revisions.model.index(0, 1).data() == "定稿（已失效）"


def test_what_has_changed_since_is_told_and_taken_over_on_purpose(
    open_window: OpenWindow, frozen_file: Path, qtbot: QtBot
):
    room = open_room(open_window, frozen_file)
    life, told = room.editor.life, "甲方地址已改为“迎宾路99号”；协议仍写“云岭县人民路1号”。"
    assert (life.drift.words, life.told.text()) == (told, "已定稿，只读。")
    qtbot.mouseClick(life.drift, Qt.MouseButton.LeftButton)
    page = room.side.current()
    assert isinstance(page, LifecyclePage)
    with qtbot.waitSignal(page.drift.place_wanted) as went:
        page.drift.links["party_a.address"].click()
    assert went.args is not None
    assert str(went.args[0]).endswith("/address")
    assert room.office is not None
    room.office.show_place(f"agreements/{agreement(room).key}/life/drift/party_a.address")
    page.drift.take_button.click()
    assert page.form.lines["reason"].text() == told
    confirm(qtbot, page)
    until(qtbot, room, AgreementStatus.DRAFT)
    assert page.drift.isHidden()
    qtbot.waitUntil(lambda: len(page.history.lines) == 2)
    assert [(what, why) for _when, what, _who, why in page.history.lines] == [
        ("撤回定稿", told),
        ("v1 定稿（已失效）", ""),
    ]


def test_a_revision_is_kept_on_purpose_and_lines_are_added(open_window: OpenWindow, file: Path, qtbot: QtBot):
    room = open_room(open_window, file)
    room.reveal(f"agreements/{agreement(room).key}/life/revisions/1")
    page = room.side.current()
    assert isinstance(page, LifecyclePage)
    page.keep_button.click()
    confirm(qtbot, page, name="第一轮磋商稿", note="校方意见前")
    qtbot.waitUntil(lambda: bool(agreement(room).revisions))
    shown = [page.revisions.model.index(0, column).data() for column in range(3)]
    assert shown == ["v1", "留存稿", "第一轮磋商稿 · 校方意见前"]
    page.usual_button.click()
    qtbot.waitUntil(lambda: len(agreement(room).checklist) == 6)
    page.checklist.add_line.setFocus()
    page.checklist.add_line.setText("报县委常委会")
    qtbot.keyClick(page.checklist.add_line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.checklist.lines) == 7)
    first, second = list(page.checklist.lines.values())[:2]
    first.note.setText("已报县司法局")
    page.keep_typed()
    second.remove.click()
    qtbot.waitUntil(lambda: [item.note for item in agreement(room).checklist] == ["已报县司法局", *[""] * 5])


def states(room: AgreementsRoom) -> list[AgreementStatus]:
    return [one.status for one in room.snapshot.agreements[:3]]


def test_all_drafts_chosen_in_the_list_are_made_final_as_one_step(open_window: OpenWindow, file: Path, qtbot: QtBot):
    room = open_room(open_window, file)
    room.show_list()
    page, ids = room.list_page, [one.id for one in room.snapshot.agreements[:3]]
    page.table.setFocus()
    page.table.choose(ids[0])
    for _more in ids[1:]:
        qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    words = [action.text() for action in page.several_actions(page)]
    assert words == ["将 1 份协议送审…", "将 3 份协议定稿…"]  # the others are under review already
    before = states(room)
    page.several_actions(page)[1].trigger()
    (dialog,) = room.findChildren(LinesDialog)
    assert "其中 3 份尚有未办结事项" in dialog.heading.text()
    dialog.lines[0].setText("县长办公会通过")
    dialog.ok_button.click()
    page.several_actions(page)[1].trigger()
    assert room.findChildren(LinesDialog) == [dialog]  # one after the other: how far it is was told instead
    qtbot.waitUntil(lambda: states(room) == [AgreementStatus.FINAL] * 3)
    assert [one.revisions[-1].note for one in room.snapshot.agreements[:3]] == ["县长办公会通过"] * 3
    assert room.office is not None
    room.office.link.undo(newest=True)
    qtbot.waitUntil(lambda: states(room) == before)
