"""What is said of two texts, which pieces are shown, what a revision can be compared with."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exporters.blocks import Clause, Document, Paragraph, Span
from exporters.comparison.compare import Comparison, compare
from models.codes import AgreementStatus, RevisionKind
from models.snapshots.shapes import Agreement, Revision
from tests.exporters.comparison.test_compare import WORDS, paper
from tests.exporters.documents.agreements import told
from tests.ui.test_theme import contrast
from ui.agreements.compare_menu import compare_menu
from ui.agreements.compare_sheet import Gap, lines_of
from ui.agreements.compare_words import is_told, mark_lines, revision_words, summary_words
from ui.theme import THEMES, load_theme

MOVED = compare(paper(*WORDS), paper("law", "purpose", "talent", funds="甲方提供场地。"))


def marks(found: Comparison, language: str) -> list[tuple[str, ...]]:
    """What is said of each clause."""
    return [mark_lines(change, language) for change in found.changes[1:]]


def test_a_moved_clause_says_where_it_stood():
    assert marks(MOVED, "zh") == [("由第四条移来",), ("原第一条",), ("原第二条",), ("删除",)]
    assert marks(MOVED, "en")[0] == ("moved from 第四条",)
    assert summary_words(MOVED, "zh") == "删除1处 · 移动1处 · 仅序号变化2处"
    assert summary_words(MOVED, "en") == "1 deleted · 1 moved · 2 renumbered only"


def item(number: str, key: str, words: str) -> Clause:
    """An item of a clause."""
    return Clause(number, "", (Paragraph((Span(words),)),), key=key)


def test_an_item_says_in_which_clause_it_is():
    items = (item("（一）", "a", "提供场地；"), item("（二）", "b", "派出专家。"))
    others = (
        item("（一）", "b", "派出专家。"),
        item("（二）", "a", "提供场地和设备；"),
        item("（三）", "c", "年度总结。"),
    )
    old, new = (
        Document("agreement", "协议", "zh", (Clause("第三条", "分工", (), children=those, key="work"),))
        for those in (items, others)
    )
    found = compare(old, new)
    assert [mark_lines(change, "zh") for change in found.changes] == [
        (),
        ("由第三条（二）移来",),
        ("修改", "原第三条（一）", "第三条内"),
        ("新增", "第三条内"),
    ]


def test_only_what_a_reader_stops_at_is_shown_with_gaps_between():
    shown = [one if isinstance(one, Gap) else one.piece.heading for one in lines_of(MOVED.changes, only_changes=True)]
    assert shown == [Gap(1, 0), "law", Gap(0, 2), "funds"]
    assert tuple(lines_of(MOVED.changes, only_changes=False)) == MOVED.changes
    assert [is_told(change) for change in MOVED.changes] == [False, True, False, False, True]


def test_equal_texts_say_so():
    same = compare(paper(*WORDS), paper(*WORDS))
    assert summary_words(same, "zh") == "两份文本逐字相同。"
    assert list(lines_of(same.changes, only_changes=True)) == [Gap(5, 0)]


def with_revisions(*numbers: int, status: AgreementStatus = AgreementStatus.DRAFT) -> Agreement:
    """An agreement with revisions, the last one final."""
    kept = [Revision(one, one, "zh", "ab" * 32, {}, None, kind=RevisionKind.SENT, name="送校方") for one in numbers]
    last = replace(kept[-1], kind=RevisionKind.FINAL)
    return replace(told("joint-base", 2), status=status, revisions=(*kept[:-1], last))


@pytest.mark.parametrize(
    ("number", "status", "offered"),
    [
        (2, AgreementStatus.DRAFT, [("与当前文本对照", "2"), ("与v1对照", "1/2"), ("与v5对照", "2/5")]),
        (1, AgreementStatus.FINAL, [("与定稿文本对照", "1"), ("与v2对照", "1/2")]),
        (5, AgreementStatus.FINAL, [("与v2对照", "2/5")]),
    ],
)
def test_a_revision_can_be_compared_with_its_neighbors(
    number: int, status: AgreementStatus, offered: list[tuple[str, str]], qtbot: QtBot
):
    parent, went = QWidget(), []
    qtbot.addWidget(parent)
    agreement = with_revisions(1, 2, 5, status=status)
    menu = compare_menu(parent, agreement, number, "zh", went.append)
    for action in menu.actions():
        action.trigger()
    base = f"agreements/{agreement.key}/compare/"
    assert [
        (action.text(), place.removeprefix(base)) for action, place in zip(menu.actions(), went, strict=True)
    ] == offered


def test_a_revision_is_called_by_number_kind_and_name():
    agreement = with_revisions(1, 2)
    assert revision_words(agreement, agreement.revisions[0], "zh") == "v1 · 已送对方 · 送校方"


@pytest.mark.parametrize("name", THEMES)
def test_changed_words_can_be_read_on_their_ground(name: str):
    tokens = load_theme(name).tokens
    pairs = (("good", "inserted_soft"), ("bad", "deleted_soft"))
    assert min(contrast(tokens[ink], tokens[ground]) for ink, ground in pairs) >= 4.5
