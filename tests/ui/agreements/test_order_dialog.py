"""The signing order proposed: what would change is shown first; one step when it is accepted, nothing else."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.codes import AgreementTier
from tests.ui.agreements.hands import agreement
from ui.agreements.order_dialog import OrderDialog, order_rows
from ui.agreements.room import AgreementsRoom
from ui.main_window import MainWindow


def keys(room: AgreementsRoom) -> list[str]:
    assert room.snapshot is not None
    return [one.key for one in room.snapshot.agreements]


def test_frameworks_come_first_and_the_rest_keep_their_order(room: AgreementsRoom) -> None:
    tiers = (AgreementTier.PROJECT, AgreementTier.SPECIAL, AgreementTier.PROJECT, AgreementTier.FRAMEWORK)
    given = [replace(agreement(room), id=n, tier=tier, batch_id=None) for n, tier in enumerate(tiers, 1)]
    rows = [(row.number, row.id, row.before) for row in order_rows(given)]
    assert rows == [(1, 4, 4), (2, 2, 2), (3, 1, 1), (4, 3, 3)]


def test_it_is_shown_then_taken_as_one_step(room: AgreementsRoom, window: MainWindow, qtbot: QtBot) -> None:
    before, page = keys(room), room.list_page
    page.propose_order()
    assert window.status.notice_label.text() == "各协议已按签约顺序排列。"
    first = agreement(room)
    assert room.office is not None
    room.office.change("edit_agreement", lambda session: _make_project(session, first.id), agreement="x", field="tier")
    qtbot.waitUntil(lambda: agreement(room).tier is AgreementTier.PROJECT)
    page.order_action.trigger()
    dialog = page.findChild(OrderDialog)
    assert dialog is not None and keys(room) == before
    assert dialog.words.text().startswith(f"{len(before)}份协议的位置将改变。")
    unit = agreement(room).parties[1].organization  # all are called the same
    assert unit is not None and dialog.model.index(7, 2).data().endswith(f"协议 · {unit.name.zh}")
    qtbot.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: keys(room) == [*before[1:], before[0]])
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: keys(room) == before)


def _make_project(session: object, agreement_id: int) -> None:
    from sqlalchemy.orm import Session

    from models.records import Agreement

    assert isinstance(session, Session)
    session.get_one(Agreement, agreement_id).tier = AgreementTier.PROJECT
