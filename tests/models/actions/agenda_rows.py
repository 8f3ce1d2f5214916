"""An agenda in a workspace, and what it looks like afterwards, for the tests of its actions."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from models.actions.edit_agenda import items_of
from models.records import AgendaItem
from models.store.workspace import Workspace, open_workspace
from tests.factories import make_agenda_item, make_meeting
from tests.models.store.stored import content

DAY = date(2024, 5, 20)


def make_morning(session: Session) -> None:
    """Meeting 1 with the items 1 to 4: three by the clock, with a pause before the third, and one without a time."""
    meeting = make_meeting(session)
    for place, (title, start) in enumerate((("一", time(9)), ("二", time(9, 30)), ("三", time(10, 15)))):
        make_agenda_item(session, meeting, title, position=place, day=DAY, start=start, minutes=30)
    make_agenda_item(session, meeting, "四", position=3, title_en="")


@contextmanager
def copied(file: Path, folder: Path) -> Iterator[Workspace]:
    """A workspace of the test's own, copied from one that was made once."""
    with open_workspace(shutil.copy(file, folder / "own.sqlite"), client="clerk") as opened:
        yield opened


def agenda(session: Session) -> list[str]:
    """The items in order, parts indented: "一 09:00+30"."""
    items = items_of(session, 1)
    parents = {item.id: item.parent_id for item in items}
    return ["  " * _depth(item.id, parents) + _told(item) for item in items]


@contextmanager
def step(workspace: Workspace) -> Iterator[Session]:
    """One change; it is undone and redone, and both ends must be as they were."""
    before = content(workspace)
    with workspace.change("edit_meeting") as session:
        yield session
    after = content(workspace)
    workspace.undo()
    assert content(workspace) == before
    workspace.redo()
    assert content(workspace) == after


def read(workspace: Workspace, work: Any = agenda) -> Any:
    """What is stored now."""
    with workspace.read() as session:
        return work(session)


def _told(item: AgendaItem) -> str:
    if item.start is None:
        return item.title_zh
    day = "" if item.day in (None, DAY) else f"{item.day:%d} "
    return f"{item.title_zh} {day}{item.start:%H:%M}+{item.minutes}"


def _depth(id_: int, parents: dict[int, int | None]) -> int:
    above = parents[id_]
    return 0 if above is None else 1 + _depth(above, parents)
