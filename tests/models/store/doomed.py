"""What a process does until it is killed, and how its parent kills it at a random moment."""

from __future__ import annotations

import multiprocessing
import random
import shutil
from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy.orm import configure_mappers

from models.records import AgendaItem, Meeting
from models.store.backup import back_up, restore
from models.store.engines import file_engine
from models.store.migrate import OURS, Schema, migrate
from models.store.workspace import open_workspace

ITEMS = 8
LONGEST = 0.06  # seconds from the first sign of life to the kill

configure_mappers()  # once, in the server that the children are forked from


def change(folder: Path, ready: Connection) -> None:
    """Meetings with their agenda, some taken back, some done again."""
    with open_workspace(folder / "meetings.desk", client="doomed") as workspace:
        for number in count():
            with workspace.change("add_meeting") as session:
                meeting = Meeting(key=f"m{number}", notes_zh="校地合作" * 500)
                session.add(meeting)
                session.flush()
                session.add_all(AgendaItem(meeting_id=meeting.id, position=place) for place in range(ITEMS))
            if number % 3 == 2:
                workspace.undo()
                workspace.redo()
                workspace.undo()
            ready.send(number)


def create(folder: Path, ready: Connection) -> None:
    """New workspaces."""
    for number in count():
        ready.send(number)
        open_workspace(folder / f"new-{number}.desk").close()


def upgrade(folder: Path, ready: Connection) -> None:
    """Copies of an older workspace, brought to the schema of `migrations`."""
    schema = Schema(folder / "migrations", (*OURS.revisions, "0999"))
    for number in count():
        file = Path(shutil.copyfile(folder / "older.desk", folder / f".copy-{number}"))
        file = file.rename(folder / f"old-{number}.desk")
        ready.send(number)
        engine = file_engine(file, foreign_keys=False)
        migrate(engine, str(file), schema=schema)
        engine.dispose()


def copy(folder: Path, ready: Connection) -> None:
    """Backups."""
    for number in count():
        ready.send(number)
        back_up(folder / "meetings.desk", None)


def put_back(folder: Path, ready: Connection) -> None:
    """One of two backups after the other in the place of the workspace."""
    for number in count():
        ready.send(number)
        restore(folder / f"backup-{number % 2}.desk", folder / "meetings.desk")


def kill(act: Callable[[Path, Connection], None], folder: Path, chance: random.Random) -> None:
    """Let a process act in the folder, and kill it a random moment after it has begun."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if hasattr(context, "set_forkserver_preload"):
        context.set_forkserver_preload(["alembic.command", "tests.models.store.doomed"])
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=act, args=(folder, sending))
    process.start()
    sending.close()
    with receiving:
        assert receiving.poll(60)
        process.join(chance.uniform(0, LONGEST))
        process.kill()
        process.join()
    assert process.exitcode != 0
    process.close()
