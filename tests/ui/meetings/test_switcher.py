"""The meeting switcher: its list by Qt's own tester, and how dates are shortened for the card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from models.codes import DatePrecision, MeetingStatus
from models.snapshots.shapes import Bilingual
from models.store.queries import MeetingRow
from ui.meetings.card import MeetingCard
from ui.meetings.switcher import MeetingListModel, brief_date_and_city, date_and_city
from ui.theme import load_theme

ROW = MeetingRow(
    id=1,
    key="wuhan",
    title=Bilingual("上党区与武汉大学校地合作座谈会", "Shangdang–Wuhan Symposium"),
    starts_on=date(2024, 5, 20),
    ends_on=date(2024, 5, 21),
    date_precision=DatePrecision.DAY,
    city=Bilingual("武汉", "Wuhan"),
    status=MeetingStatus.PREPARING,
    invented=False,
    people=0,
    agenda_items=0,
    routes=0,
    agreements=0,
)


@pytest.mark.parametrize(
    ("last", "precision", "words"),
    [
        (date(2024, 5, 20), DatePrecision.DAY, "2024-05-20 · 武汉"),
        (date(2024, 5, 21), DatePrecision.YEAR_INFERRED, "2024-05-20/21 · 武汉"),
        (date(2024, 6, 1), DatePrecision.DAY, "2024-05-20/06-01 · 武汉"),
        (date(2024, 5, 20), DatePrecision.MONTH, "2024年5月 · 武汉"),
        (None, DatePrecision.UNKNOWN, "武汉"),
    ],
)
def test_the_card_shortens_dates(last: date | None, precision: DatePrecision, words: str):
    assert brief_date_and_city(replace(ROW, ends_on=last, date_precision=precision), "zh") == words


def test_the_list_writes_dates_out():
    assert [date_and_city(ROW, language) for language in ("zh", "en")] == [
        "2024年5月20日至21日 · 武汉",
        "20–21 May 2024 · Wuhan",
    ]


def test_qt_finds_no_fault(qapp, qtmodeltester: ModelTester):
    model = MeetingListModel()
    model.show_meetings((ROW, replace(ROW, id=2)))
    qtmodeltester.check(model)
    model.retranslate("en")
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Shangdang–Wuhan Symposium"


def test_the_card_names_the_meeting_and_tells_it_whole(qtbot: QtBot):
    card = MeetingCard()
    qtbot.addWidget(card)
    card.retheme(load_theme("light"))
    card.retranslate("en")
    opening = card.title_label.text()
    card.show_meetings((), None)
    none = (opening, card.title_label.text(), card.isEnabled())
    card.show_meetings((ROW,), 1)
    assert (none, card.isEnabled()) == (("Opening…", "No meeting yet", False), True)
    assert card.accessibleName() == "Current meeting: Shangdang–Wuhan Symposium"


def test_a_card_without_meetings_cannot_be_pressed(qtbot: QtBot):
    card = MeetingCard()
    qtbot.addWidget(card)
    card.show_meetings((), None)
    assert card.isEnabled() is False
