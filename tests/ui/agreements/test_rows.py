"""The agreements table and panel: parties, signatories, copies, clause headings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from exporters.registry import find
from models.codes import AgreementStatus, ClauseKind
from models.snapshots.shapes import AgreementBatch, Clause
from tests import sample_snapshots as make
from ui.agreements.room import AgreementsRoom
from ui.agreements.rows import COLUMNS, agreement_rows, missing_token, status_token
from ui.export_worker import Choice
from ui.settings import Settings
from ui.theme import load_theme
from ui.widgets.details_panel import Details, Section
from ui.widgets.edit_model import EditModel
from ui.widgets.edit_table import EditTable

FRAMEWORK = make.agreement(
    id=1,
    number="2024-1",
    originals=4,
    duplicates=2,
    signed_on=date(2024, 5, 20),
    signed_at=make.both("武汉", "Wuhan"),
    parties=(
        make.party("上党区人民政府", "Shangdang District Government"),
        make.party(signatory=make.person(), capacity=make.both("院长", "Dean")),
        make.party("组织部", "Organization Department", is_witness=True),
    ),
    clauses=(Clause(1, ClauseKind.ARTICLE, "goal", "", make.both("合作目标", "Goal"), make.both()),),
)
BATCH = AgreementBatch(1, make.both("协议"), 7, list_complete=False)
MEETING = make.snapshot(agreements=(FRAMEWORK,), batches=(BATCH,))


@pytest.fixture
def room(qtbot: QtBot) -> AgreementsRoom:
    made = AgreementsRoom()
    qtbot.addWidget(made)
    made.retheme(load_theme("light"))
    made.retranslate("zh")
    made.show_snapshot(MEETING)
    return made


def test_agreements_in_both_languages():
    complete, lacking = (agreement_rows(MEETING, {1: count})[0] for count in (0, 2))
    told = ((complete, "zh"), (lacking, "en"))
    zh, en = ([column.text(row, language) for column in COLUMNS] for row, language in told)
    parties_en = "Shangdang District Government · Wuhan University · Organization Department"
    assert zh == ["1", "战略合作框架协议", "上党区人民政府 · 武汉大学 · 组织部", "框架", "6", "✓", "草稿"]
    assert en == ["1", "Framework Agreement", parties_en, "Framework", "6", "2", "Draft"]


@pytest.mark.parametrize(("status", "token"), [(AgreementStatus.DRAFT, "warn"), (AgreementStatus.SIGNED, "good")])
def test_the_status_has_the_color_of_its_word(status: AgreementStatus, token: str):
    row = agreement_rows(make.snapshot(agreements=(make.agreement(status=status),)))[0]
    assert status_token(row) == token


def test_unknown_copies_stay_empty():
    row = agreement_rows(make.snapshot(agreements=(make.agreement(),)))[0]
    assert COLUMNS[4].text(row, "zh") == ""


def test_what_is_missing_is_counted_later_and_an_empty_text_says_so():
    bare = make.agreement("", "", id=2, key="bare")
    rows = agreement_rows(make.snapshot(agreements=(FRAMEWORK, bare)))
    assert [(COLUMNS[1].text(row, "zh"), COLUMNS[5].text(row, "zh")) for row in rows] == [
        ("战略合作框架协议", ""),
        ("bare", "无正文"),
    ]
    tokens = [missing_token(row) for row in agreement_rows(make.snapshot(agreements=(FRAMEWORK, bare)), {1: 0, 2: 0})]
    assert tokens == ["good", "warn"]


def test_qt_finds_no_fault(qapp, qtmodeltester: ModelTester):
    model = EditModel(COLUMNS)
    model.show_rows(agreement_rows(MEETING))
    qtmodeltester.check(model)


def test_the_panel_tells_parties_copies_and_clauses(room: AgreementsRoom):
    assert room.list_page.details.shown == Details(
        "战略合作框架协议",
        "2024-1",
        (
            Section("甲方", ("上党区人民政府", "签约人未写明")),
            Section("乙方", ("武汉大学", "签约人：梁涛 院长")),
            Section("见证方", ("组织部", "签约人未写明")),
            Section("语言", ("中文",)),
            Section("签署", ("2024年5月20日 武汉",)),
            Section("份数", ("正本：4 份", "副本：2 份")),
            Section("条款", ("合作目标",)),
            Section("备注", ()),
        ),
    )


def test_an_incomplete_list_is_said_to_be_one(room: AgreementsRoom):
    assert room.list_page.remark.text() == "1 份协议 · 名单不完整，原文称共 7 份"
    batch = AgreementBatch(1, make.both("协议"), None, list_complete=False)
    room.show_snapshot(make.snapshot(agreements=(FRAMEWORK,), batches=(batch,)))
    assert room.list_page.remark.text() == "1 份协议 · 名单不完整"


def test_one_agreement_can_be_exported(room: AgreementsRoom, qtbot: QtBot):
    with qtbot.waitSignal(room.export_requested) as asked:
        qtbot.mouseClick(room.list_page.export_button, Qt.MouseButton.LeftButton)
    kind = find("agreement")
    pairs = [(name, language) for language in kind.languages for name in kind.formats]
    assert asked.args == [tuple(Choice("agreement", name, language, "framework") for name, language in pairs)]


def test_nothing_can_be_exported_during_an_export(room: AgreementsRoom):
    room.allow_export(False)
    assert room.list_page.export_button.isEnabled() is False


def test_the_title_has_more_room_than_the_parties(qtbot: QtBot):
    room = AgreementsRoom()
    qtbot.addWidget(room)
    room.retranslate("zh")
    table = room.list_page.table
    names = {"title": "战略合作框架协议" * 6, "parties": "上党区人民政府" * 8}
    long = make.agreement(names["title"], id=1, parties=(make.party(names["parties"]), make.party(names["parties"])))
    room.show_snapshot(make.snapshot(agreements=(long,)))
    room.resize(1170, 690)
    room.show()
    widths = {column.key: table.columnWidth(number) for number, column in enumerate(COLUMNS)}
    assert widths["title"] >= 0.39 * table.viewport().width() > widths["parties"]
    assert sum(widths.values()) <= table.viewport().width()


def test_the_one_state_that_is_longer_than_the_others_is_not_cut(qtbot: QtBot) -> None:
    model = EditModel(COLUMNS)
    table = EditTable(model)
    qtbot.addWidget(table)
    table.remember(Settings(), "agreements")
    table.resize(830, 500)
    states = [AgreementStatus.DRAFT] * 20 + [AgreementStatus.ARCHIVED]
    title = make.both("沧澜大学与云岭县青禾食品有限公司产教融合校企合作框架协议")
    listed = [replace(FRAMEWORK, id=number, status=state, title=title) for number, state in enumerate(states, 1)]
    model.show_rows(agreement_rows(make.snapshot(agreements=tuple(listed))))
    with qtbot.waitExposed(table):
        table.show()
    last = model.index(20, len(COLUMNS) - 1)
    assert (last.data(), table.cut_text(last)) == ("已归档", "")
