"""A process that is killed at any moment leaves a workspace that opens whole: each transaction all or nothing."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from models.records import AgendaItem, Meeting
from models.store.engines import file_engine
from models.store.integrity import check_integrity
from models.store.migrate import OURS, stored_revision
from models.store.queries import list_meetings
from models.store.workspace import open_workspace
from tests.models.store import doomed
from tests.models.store.later_schema import later_schema
from tests.models.store.stored import add_meeting

KILLS, MANY_KILLS = 6, 200  # kills of each of five kinds: 30 in the suite, 1,000 in the long one


def check_changes(folder: Path) -> None:
    """Each meeting has its whole agenda, and the last step can be taken back."""
    file = folder / "meetings.desk"
    with open_workspace(file, client="doomed") as workspace:
        with workspace.read() as session:
            before = [meeting.agenda_items for meeting in list_meetings(session)]
        assert set(before) == {doomed.ITEMS}
        workspace.undo()
        with workspace.read() as session:
            assert len(list_meetings(session)) == len(before) - 1
            assert session.scalar(select(func.count(AgendaItem.id))) == doomed.ITEMS * (len(before) - 1)
    assert check_integrity(file) == ()


def check_created(folder: Path) -> None:
    """Each new file is a workspace, or becomes one."""
    for file in sorted(folder.glob("new-*.desk"))[-2:]:
        with open_workspace(file) as workspace:
            add_meeting(workspace)
        assert check_integrity(file) == ()


def check_upgraded(folder: Path) -> None:
    """Each file has the old schema or the new one, with its rows."""
    for file in sorted(folder.glob("old-*.desk"), key=lambda path: path.stat().st_mtime)[-2:]:
        engine = file_engine(file)
        with engine.connect() as connection:
            revision = stored_revision(connection, str(file), later_schema(folder / file.stem))
            column = "slogan" if revision == "0999" else "theme_zh"
            rows = connection.execute(text(f"SELECT key, {column} FROM meeting")).all()
            steps = connection.execute(text("SELECT count(*) FROM change_step")).scalar()
            whole = connection.execute(text("PRAGMA integrity_check")).scalar()
        engine.dispose()
        assert (rows, whole, steps) == ([("whu", "校地合作")], "ok", 1 if revision == OURS.head else 0)


def check_copies(folder: Path) -> None:
    """Each backup with a name is whole."""
    for backup in (folder / "backups").glob("[!.]*"):
        assert check_integrity(backup) == ()
    assert check_integrity(folder / "meetings.desk") == ()


def check_put_back(folder: Path) -> None:
    """The workspace is one of the two, never a mixture and never gone."""
    file = folder / "meetings.desk"
    assert check_integrity(file) == ()
    with open_workspace(file) as workspace, workspace.read() as session:
        assert session.scalars(select(Meeting.key)).all() in (["backup-0"], ["backup-1"])


def prepare(folder: Path, fresh_file: Path) -> None:
    """What the doomed find: a workspace, an older one with a later schema beside it, two backups."""
    for name in ("meetings", "older", "backup-0", "backup-1"):
        shutil.copyfile(fresh_file, folder / f"{name}.desk")
    later_schema(folder)
    for name, key in (("older", "whu"), ("backup-0", "backup-0"), ("backup-1", "backup-1"), ("meetings", "backup-0")):
        with open_workspace(folder / f"{name}.desk", client="doomed") as workspace:
            add_meeting(workspace, key, theme_zh="校地合作")


KINDS: list[tuple[Callable[..., None], Callable[[Path], None]]] = [
    (doomed.change, check_changes),
    (doomed.create, check_created),
    (doomed.upgrade, check_upgraded),
    (doomed.copy, check_copies),
    (doomed.put_back, check_put_back),
]


def kill_and_check(
    act: Callable[..., None], check: Callable[[Path], None], folder: Path, fresh_file: Path, chance: random.Random
) -> None:
    """One kill in a folder of its own."""
    folder.mkdir()
    prepare(folder, fresh_file)
    if act is doomed.change:
        (folder / "meetings.desk").unlink()
        shutil.copyfile(fresh_file, folder / "meetings.desk")
    doomed.kill(act, folder, chance)
    check(folder)
    shutil.rmtree(folder)


@pytest.mark.parametrize(("act", "check"), KINDS, ids=lambda function: function.__name__)
def test_killed_process_leaves_a_whole_workspace(
    act: Callable[..., None], check: Callable[[Path], None], tmp_path: Path, fresh_file: Path
) -> None:
    for number in range(KILLS):
        kill_and_check(act, check, tmp_path / str(number), fresh_file, random.Random(number))


@pytest.mark.long
@pytest.mark.parametrize(("act", "check"), KINDS, ids=lambda function: function.__name__)
def test_process_killed_hundreds_of_times_leaves_a_whole_workspace(
    act: Callable[..., None], check: Callable[[Path], None], tmp_path: Path, fresh_file: Path
) -> None:
    chance = random.Random()
    for number in range(MANY_KILLS):
        kill_and_check(act, check, tmp_path / str(number), fresh_file, chance)
