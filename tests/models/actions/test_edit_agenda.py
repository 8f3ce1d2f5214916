"""Agenda items come, go, move and take longer; every step is undone and redone exactly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from models.actions import edit_agenda
from models.codes import AgendaKind
from models.errors import KnownError
from models.records import Fact, Meeting, SigningRound
from models.store.workspace import Workspace, open_workspace
from tests.factories import make_agenda_item, make_meeting
from tests.models.actions.agenda_rows import DAY, agenda, copied, make_morning, read, step

MORNING = ["一 09:00+30", "二 09:30+30", "三 10:15+30", "四"]


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the morning."""
    file = tmp_path_factory.mktemp("agenda") / "agenda.sqlite"
    with open_workspace(file, client="clerk") as opened, opened.change("load_sample", meeting="m") as session:
        make_morning(session)
    return file


@pytest.fixture
def workspace(made_once: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of its own."""
    with copied(made_once, tmp_path) as opened:
        yield opened


def test_a_new_item_stands_behind_the_chosen_one_begins_at_its_end_and_makes_room(workspace: Workspace):
    with step(workspace) as session:
        new = edit_agenda.add_item(session, 1, title_zh=" 茶歇 ", after_id=1, minutes=10, push=True)
        assert new == 5
    assert read(workspace) == ["一 09:00+30", "茶歇 09:30+10", "二 09:40+30", "三 10:25+30", "四"]


def test_without_push_a_new_item_leaves_the_others_where_they_are(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.add_item(session, 1, title_zh="茶歇", after_id=1, minutes=10)
    assert read(workspace) == ["一 09:00+30", "茶歇 09:30+10", "二 09:30+30", "三 10:15+30", "四"]


def test_an_item_that_fits_into_the_pause_pushes_nobody(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.add_item(session, 1, title_zh="茶歇", after_id=2, minutes=15, push=True)
    assert read(workspace) == ["一 09:00+30", "二 09:30+30", "茶歇 10:00+15", "三 10:15+30", "四"]


def test_an_item_with_a_start_goes_where_the_clock_says(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.add_item(session, 1, title_zh="合影", day=DAY, start=time(9, 15), minutes=5, kind=AgendaKind.PHOTO)
        edit_agenda.add_item(session, 1, title_zh="最后")
    assert read(workspace) == ["一 09:00+30", "合影 09:15+5", "二 09:30+30", "三 10:15+30", "四", "最后"]


def test_moving_an_item_past_others_changes_the_order_with_the_clock(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.move_item(session, 1, day=DAY, start=time(10))
    assert read(workspace) == ["二 09:30+30", "一 10:00+30", "三 10:15+30", "四"]


def test_moving_with_push_keeps_the_order(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.move_item(session, 2, day=DAY, start=time(9, 45), push=True)
    assert read(workspace) == ["一 09:00+30", "二 09:45+30", "三 10:30+30", "四"]


def test_an_item_moves_to_another_day_and_past_midnight(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.move_item(session, 1, day=date(2024, 5, 21), start=time(0, 30))
    assert read(workspace) == ["二 09:30+30", "三 10:15+30", "四", "一 21 00:30+30"]


def test_an_item_can_lose_its_clock_time_and_get_one(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.move_item(session, 1, day=DAY, start=None)
        edit_agenda.move_item(session, 4, day=DAY, start=time(9))
    assert read(workspace) == ["一", "四 09:00+None", "二 09:30+30", "三 10:15+30"]


def test_a_longer_item_pushes_what_follows(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.stretch_item(session, 1, minutes=50, push=True)
    assert read(workspace) == ["一 09:00+50", "二 09:50+30", "三 10:35+30", "四"]


def test_an_upper_edge_that_is_drawn_keeps_the_end(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.begin_item(session, 3, start=time(10))
    assert read(workspace) == ["一 09:00+30", "二 09:30+30", "三 10:00+45", "四"]


def test_a_gap_is_closed_and_what_follows_comes_along(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.close_gap(session, 2)
    assert read(workspace) == ["一 09:00+30", "二 09:30+30", "三 10:00+30", "四"]
    with workspace.change("close_agenda_gap") as session:
        edit_agenda.close_gap(session, 3)
        edit_agenda.close_gap(session, 4)
    assert read(workspace) == ["一 09:00+30", "二 09:30+30", "三 10:00+30", "四"]


def test_one_field_of_the_table_moves_and_stretches_too(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.set_item_field(session, 1, "start", time(8, 50), before=time(9), push=True)
        edit_agenda.set_item_field(session, 1, "minutes", 40, before=30, push=True)
        edit_agenda.set_item_field(session, 1, "day", date(2024, 5, 19), before=DAY)
        edit_agenda.set_item_field(session, 4, "title_zh", "闭会", before="四")
    assert read(workspace) == ["一 19 08:50+40", "二 09:30+30", "三 10:15+30", "闭会"]


def test_a_start_that_somebody_else_has_changed_is_not_overwritten(workspace: Workspace):
    with pytest.raises(KnownError) as caught, workspace.change("edit_meeting") as session:
        edit_agenda.move_item(session, 1, day=DAY, start=time(8), expected={"start": time(8, 30)})
    assert (caught.value.code, caught.value.values["now"]) == ("changed_meanwhile", "09:00:00")
    assert read(workspace) == MORNING


def test_a_copy_brings_presenters_and_parts(workspace: Workspace):
    with workspace.change("edit_meeting") as session:
        edit_agenda.add_item(session, 1, title_zh="一之一", parent_id=1)
    with step(workspace) as session:
        assert edit_agenda.duplicate_items(session, (1,)) == (6,)
    expected = ["一 09:00+30", "  一之一", "一 09:00+30", "  一之一", "二 09:30+30", "三 10:15+30", "四"]
    assert read(workspace) == expected


def test_deleting_takes_the_parts_along_and_leaves_what_names_the_item(workspace: Workspace):
    with workspace.change("edit_meeting") as session:
        part = edit_agenda.add_item(session, 1, title_zh="一之一", parent_id=1)
        session.add(SigningRound(meeting_id=1, agenda_item_id=part))
        session.add(Fact(agenda_item_id=1, text_zh="发言要点"))
    with step(workspace) as session:
        edit_agenda.delete_items(session, (1, part, 4))
    assert read(workspace) == ["二 09:30+30", "三 10:15+30"]
    fact = read(workspace, lambda session: session.get_one(Fact, 1))
    assert (fact.agenda_item_id, fact.meeting_id) == (None, 1)


def test_an_item_without_a_day_stays_on_the_day_it_inherits(workspace: Workspace):
    with workspace.change("edit_meeting") as session:
        other = make_meeting(session, "other")
        item = make_agenda_item(session, other, "致辞", start=time(9), minutes=10)
    with step(workspace) as session:
        edit_agenda.stretch_item(session, item.id, minutes=20)
        edit_agenda.begin_item(session, item.id, start=time(8, 50))
    stored = read(workspace, lambda session: edit_agenda.item_of(session, 5))
    assert (stored.day, stored.start, stored.minutes) == (None, time(8, 50), 30)


def test_less_than_no_time_is_a_bug(workspace: Workspace):
    with pytest.raises(ValueError, match="less than no time"), workspace.change("edit_meeting") as session:
        edit_agenda.stretch_item(session, 1, minutes=-5)
    assert read(workspace, agenda) == MORNING


def test_what_has_no_clock_time_gets_one_behind_the_item_before_it(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.time_in_turn(session, 1, first=time(9))
    assert read(workspace) == ["一 09:00+30", "二 09:30+30", "三 10:15+30", "四 10:45+5"]


def test_a_new_start_pushes_what_follows_on_a_day_that_is_inherited(workspace: Workspace):
    with workspace.change("edit_meeting") as session:
        other = make_meeting(session, "other", starts_on=DAY)
        for place, start in enumerate((time(9), time(9, 30))):
            make_agenda_item(session, other, str(place), position=place, start=start, minutes=30)
        make_agenda_item(session, other, "甲", parent_id=5, start=time(9), minutes=10)
    with step(workspace) as session:
        edit_agenda.set_item_field(session, 5, "start", time(10), before=time(9), push=True)
    stored = read(workspace, lambda session: [(item.day, item.start) for item in edit_agenda.items_of(session, 2)])
    assert stored == [(None, time(10)), (None, time(10)), (None, time(10, 30))]


def test_another_day_leaves_the_parts_of_an_item_without_a_clock_time_theirs(workspace: Workspace):
    with workspace.change("edit_meeting") as session:
        meeting = session.get_one(Meeting, 1)
        make_agenda_item(session, meeting, "甲", parent_id=4, start=time(14), minutes=5)
    with step(workspace) as session:
        edit_agenda.set_item_field(session, 4, "day", DAY, before=None)
    assert read(workspace)[-2:] == ["四", "  甲 14:00+5"]


def test_minutes_beyond_all_measure_are_shown_and_taken_back(workspace: Workspace):
    with step(workspace) as session:
        edit_agenda.set_item_field(session, 1, "minutes", 10**11, before=30, push=True)
    assert read(workspace)[0] == f"一 09:00+{10**11}"
