"""Agenda items change places, become parts, and stand alone again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.actions.edit_agenda import add_item
from models.actions.edit_agenda_order import indent_items, outdent_items, reorder_items, set_parent
from models.errors import KnownError
from models.store.workspace import Workspace, open_workspace
from tests.models.actions.agenda_rows import copied, make_morning, read, step

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


def test_items_that_change_places_take_each_others_times(workspace: Workspace):
    with step(workspace) as session:
        reorder_items(session, (2,), before_id=1)
    assert read(workspace) == ["二 09:00+30", "一 09:30+30", "三 10:15+30", "四"]


def test_an_item_without_a_time_changes_places_without_touching_the_clock(workspace: Workspace):
    with step(workspace) as session:
        reorder_items(session, (4,), before_id=2)
    assert read(workspace) == ["一 09:00+30", "四", "二 09:30+30", "三 10:15+30"]


def test_several_go_to_the_end_in_their_order(workspace: Workspace):
    with step(workspace) as session:
        reorder_items(session, (1, 2), before_id=None)
    assert read(workspace) == ["三 10:15+30", "四", "一 09:00+30", "二 09:30+30"]


def test_an_item_dragged_among_the_parts_of_another_becomes_one(workspace: Workspace):
    with workspace.change("edit_meeting") as session:
        part = add_item(session, 1, title_zh="一之一", parent_id=1)
    with step(workspace) as session:
        reorder_items(session, (4,), before_id=part)
    assert read(workspace) == ["一 09:00+30", "  四", "  一之一", "二 09:30+30", "三 10:15+30"]


def test_an_item_is_not_dragged_into_its_own_parts(workspace: Workspace):
    with workspace.change("edit_meeting") as session:
        part = add_item(session, 1, title_zh="一之一", parent_id=1)
    with workspace.change("edit_meeting") as session:
        reorder_items(session, (1,), before_id=part)
    assert read(workspace) == ["一 09:00+30", "  一之一", "二 09:30+30", "三 10:15+30", "四"]


def test_items_become_parts_of_the_one_before_and_stand_alone_again(workspace: Workspace):
    with step(workspace) as session:
        indent_items(session, (2, 3))
    assert read(workspace) == ["一 09:00+30", "  二 09:30+30", "  三 10:15+30", "四"]
    with step(workspace) as session:
        outdent_items(session, (2, 3))
    assert read(workspace) == MORNING


def test_the_first_item_and_one_that_stands_alone_stay(workspace: Workspace):
    with workspace.change("edit_meeting") as session:
        indent_items(session, (1,))
        outdent_items(session, (2,))
    assert read(workspace) == MORNING


def test_a_part_goes_to_another_item_but_never_into_itself(workspace: Workspace):
    with step(workspace) as session:
        set_parent(session, 4, parent_id=1)
    assert read(workspace) == ["一 09:00+30", "  四", "二 09:30+30", "三 10:15+30"]
    with pytest.raises(KnownError) as caught, workspace.change("edit_meeting") as session:
        set_parent(session, 1, parent_id=4)
    assert (caught.value.code, caught.value.values) == ("agenda_circle", {"item": "一"})
    with step(workspace) as session:
        set_parent(session, 4, parent_id=None)
        set_parent(session, 4, parent_id=None)
    assert read(workspace) == MORNING
