"""The overview: findings by room, chips, and the ways to each place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.checks.finding import Finding, error, notice, warning
from tests.sample_snapshots import agreement, attendee, snapshot
from ui.overview.readiness import ALL, Readiness
from ui.overview.rows import count_by_group, finding_rows, group_of

FINDINGS: tuple[Finding, ...] = (
    notice("name_in_pinyin", "people/1", person="梁涛", proposed="Liang Tao"),
    warning("fewer_than_two_parties", "agreements/strategic", agreement="战略"),
    error("person_listed_twice", "people/2", person="李强"),
)


@pytest.fixture
def page(qtbot: QtBot) -> Readiness:
    """The page with three findings in two rooms."""
    made = Readiness()
    qtbot.addWidget(made)
    made.retranslate("en")
    made.show_snapshot(snapshot(attendees=(attendee(),), agreements=(agreement(),), agenda=(), routes=()))
    made.show_findings(FINDINGS)
    made.show()
    return made


def sentences(page: Readiness) -> list[str]:
    """What stands in the table."""
    return [str(page.model.index(row, 2).data()) for row in range(page.model.rowCount())]


@pytest.mark.parametrize(
    ("place", "room"),
    [
        ("people/12/title_zh", "people"),
        ("groups/3", "people"),
        ("routes/1/stops/2", "visits"),
        ("agreements/strategic/clauses/term", "agreements"),
        ("rounds/1", "ceremony"),
        ("cooperations/4", "ledger"),
        ("organizations/4", "overview"),
        ("meeting", "overview"),
        ("sides/1", "overview"),
        ("roles/2", "overview"),
        ("sources/1", "overview"),
    ],
)
def test_each_place_has_its_room(place: str, room: str) -> None:
    assert group_of(place) == room


def test_the_gravest_findings_stand_first_then_room_by_room() -> None:
    assert [row.finding.code for row in finding_rows(FINDINGS)] == [
        "person_listed_twice",
        "fewer_than_two_parties",
        "name_in_pinyin",
    ]
    assert count_by_group(FINDINGS) == {"people": 2, "agreements": 1}


def test_the_chips_say_what_is_ready_empty_or_waits(page: Readiness) -> None:
    assert [chip.text() for chip in page.chips.values() if not chip.isHidden()] == [
        "All 3",
        "Meeting ✓",
        "People ▲ 2",
        "Agenda ○",
        "Visits ○",
        "Agreements ▲ 1",
    ]


def test_a_chip_shows_one_room_and_all_shows_all_again(page: Readiness, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.chips["agreements"], Qt.MouseButton.LeftButton)
    assert sentences(page) == ["Agreement “战略” has fewer than two parties."]
    qtbot.mouseClick(page.chips[ALL], Qt.MouseButton.LeftButton)
    assert len(sentences(page)) == 3


def test_enter_goes_to_the_place_of_the_finding(page: Readiness, qtbot: QtBot) -> None:
    page.table.choose(1)
    with qtbot.waitSignal(page.place_requested) as gone:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert gone.args == ["people/2"]


def test_an_empty_room_is_told_as_empty_and_a_ready_one_as_ready(page: Readiness) -> None:
    page.choose_room("agenda")
    assert page.good_page.title.text() == "Nothing entered yet"
    page.choose_room("overview")
    assert page.good_page.title.text() == "Nothing left to mend"


def test_the_findings_of_another_meeting_are_not_shown_for_this_one(page: Readiness) -> None:
    other = snapshot()
    page.show_snapshot(other)
    assert len(sentences(page)) == 3  # the same meeting after a change
    page.show_snapshot(replace(other, meeting=replace(other.meeting, id=99)))
    assert (sentences(page), page.waiting_page.isHidden()) == ([], False)


def test_what_a_card_said_before_is_gone_at_once(page: Readiness) -> None:
    page.retranslate("zh")
    shown = [label.text() for label in page.cards[0].findChildren(QLabel) if label.isVisible()]
    assert shown[:1] == ["关键时间"]
    assert all(not words.isascii() for words in shown if words)
