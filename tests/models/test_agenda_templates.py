"""The agendas of usual meetings, and an empty agenda that begins with one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from models.agenda_templates import agenda_templates, fill_agenda
from models.codes import AgendaKind
from models.snapshots.shapes import AgendaItem
from models.snapshots.take import take_meeting
from models.store.workspace import Workspace, open_workspace
from tests.factories import TAKEN_AT, make_meeting
from tests.models.store.stored import content


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with an empty meeting."""
    with open_workspace(tmp_path / "agenda.sqlite", client="clerk") as opened:
        with opened.change("load_sample", meeting="m") as session:
            make_meeting(session)
        yield opened


def filled(workspace: Workspace, key: str, first_day: date | None) -> tuple[AgendaItem, ...]:
    """The agenda after it was begun."""
    with workspace.change("fill_agenda", template=key) as session:
        fill_agenda(session, 1, key, first_day=first_day)
    with workspace.read() as session:
        return take_meeting(session, 1, taken_at=TAKEN_AT).agenda


def test_every_template_speaks_both_languages_and_its_steps_follow_one_another():
    for template in agenda_templates():
        assert template.title.zh and template.title.en
        assert all(step.title.zh and step.title.en for step in template.steps)
        begins = [(step.day, step.start) for step in template.steps if step.start is not None]
        assert begins == sorted(begins)


def test_a_symposium_begins_with_its_steps_by_the_clock_and_one_undo_empties_it(workspace: Workspace):
    before = content(workspace)
    agenda = filled(workspace, "symposium", date(2024, 5, 20))
    assert [(item.kind, item.start, item.minutes) for item in agenda[:3]] == [
        (AgendaKind.CHECK_IN, time(14, 30), 15),
        (AgendaKind.OPENING, time(14, 45), 5),
        (AgendaKind.INTRODUCTION, time(14, 50), 15),
    ]
    assert {item.day for item in agenda} == {date(2024, 5, 20)}
    workspace.undo()
    assert content(workspace) == before


def test_two_days_are_counted_from_the_first(workspace: Workspace):
    agenda = filled(workspace, "matchmaking", date(2024, 5, 31))
    assert [item.day for item in agenda] == [date(2024, 5, 31)] * 3 + [date(2024, 6, 1)] * 14


def test_without_a_first_day_two_days_have_no_clock_times_and_keep_their_order(workspace: Workspace):
    agenda = filled(workspace, "matchmaking", None)
    template = next(each for each in agenda_templates() if each.key == "matchmaking")
    assert [(item.title, item.day, item.start) for item in agenda] == [(s.title, None, None) for s in template.steps]
