"""The words of the timeline, and the rows of the table."""

from __future__ import annotations

from datetime import date, time

from models.checks.agenda_marks import agenda_marks
from models.codes import AgendaKind
from models.snapshots.shapes import Presenter
from tests import sample_snapshots as make
from ui.agenda.cards import Card, budget_words, cards_of, is_over_budget, slots_of, times_of
from ui.agenda.rows import numbers_of
from ui.agenda.table import item_rows

DAY = date(2024, 5, 20)
TEACHERS, FIRMS = make.group(stated_count=26), make.group("企业", "companies", stated_count=30)
TURNS = make.agenda_item(
    id=1,
    day=DAY,
    start=time(23, 30),
    end=time(0, 30),
    minutes=60,
    talk_minutes=1,
    presenters=(Presenter(group=TEACHERS), Presenter(group=FIRMS, talk_minutes=2)),
    place=make.both("会议室", "Room 1"),
)
PART = make.agenda_item("", "", id=2, parent_id=1, kind=AgendaKind.EXCHANGE)
MEETING = make.snapshot(agenda=(TURNS, PART, make.agenda_item("闭会", "Closing", id=3)))


def test_the_time_budget_is_added_up_group_by_group():
    assert budget_words(TURNS, "zh") == "26×1′ + 30×2′ = 86′（安排 60′）"
    assert budget_words(TURNS, "en") == "26×1′ + 30×2′ = 86′ of 60′"
    assert is_over_budget(TURNS)


def test_without_planned_minutes_there_is_only_the_sum():
    item = make.agenda_item(talk_minutes=5, presenters=(Presenter(attendee=make.attendee()),))
    assert (budget_words(item, "zh"), is_over_budget(item)) == ("1×5′ = 5′", False)
    assert budget_words(make.agenda_item(), "zh") == ""


def test_parts_are_numbered_below_their_item():
    assert numbers_of(MEETING.agenda) == {1: "1", 2: "1.1", 3: "2"}


def test_a_card_says_all_and_an_item_without_a_title_says_its_kind():
    cards = cards_of(MEETING, agenda_marks(MEETING), "en")
    assert cards[1] == Card(
        id=1,
        number="1",
        title="Opening remarks",
        kind=AgendaKind.SPEECH,
        kind_words="Speech",
        who="faculty representatives, companies",
        place="Room 1",
        minutes=60,
        budget="26×1′ + 30×2′ = 86′ of 60′",
        marks=("The talks in “Opening remarks” need 86 minutes, but only 60 are planned.",),
    )
    assert cards[2].title == cards[2].kind_words


def test_an_end_past_midnight_says_so():
    slot = slots_of(MEETING)[0]
    assert (times_of(slot, "zh"), times_of(slot, "en")) == ("23:30–次日 00:30", "23:30–00:30 next day")


def test_the_rows_of_the_table_carry_number_depth_and_the_day_they_count_for():
    rows = item_rows(MEETING, slots_of(MEETING), lambda item_id: ("!",) * (item_id == 1))
    assert [(row.id, row.number, row.depth, row.slot.day, row.marks) for row in rows] == [
        (1, "1", 0, DAY, ("!",)),
        (2, "1.1", 1, DAY, ()),
        (3, "2", 0, DAY, ()),
    ]
