"""The card of agreements that end: each leads there; those of other meetings name theirs."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.snapshots.shapes import Bilingual
from models.store.expiring import Expiring
from ui.overview.cards import MOST_ENDING, Card, ending_card
from ui.widgets.link_button import LinkButton

MEETING = Bilingual("三年前的签约", "An Earlier Signing")


def ending(number: int, meeting_id: int) -> Expiring:
    """An agreement that ends on a day of May."""
    title = Bilingual(f"协议{number}", f"Agreement {number}")
    return Expiring(number, f"a{number}", title, meeting_id, MEETING, date(2024, 5, number))


def test_agreements_of_other_meetings_name_their_meeting(qtbot: QtBot):
    card, gone = Card(), list[str]()
    qtbot.addWidget(card)
    ending_card(card, (ending(1, 7), ending(2, 8)), 7, "en", gone.append)
    assert not card.isHidden()
    links = card.findChildren(LinkButton)
    for link in links:
        link.click()
    assert gone == ["agreements/a1/archive", "@8/agreements/a2/archive"]
    assert [link.words for link in links] == ["Agreement 1", "Agreement 2 (An Earlier Signing)"]
    said = [label.text() for label in card.findChildren(QLabel)]
    assert said == ["Agreements that end", "1 May 2024", "2 May 2024"]


def test_no_card_stands_where_nothing_ends_and_many_are_counted(qtbot: QtBot):
    card = Card()
    qtbot.addWidget(card)
    ending_card(card, tuple(ending(number, 8) for number in range(1, MOST_ENDING + 4)), 7, "zh", print)
    assert card.findChildren(QLabel)[-1].text() == "还有 3 项"
    ending_card(card, (), 7, "zh", print)
    assert card.isHidden()
