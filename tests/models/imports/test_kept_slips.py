"""The slips of an import are kept beside the meeting as they came."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.actions.import_people import import_people
from models.imports import kept_slips
from models.imports.apply_import import Imported
from models.imports.known_people import known_people
from models.imports.plan import ImportPlan
from models.imports.read_plan import named_files, read_plan
from models.store.kept_files import list_kept
from models.store.workspace import Workspace, open_workspace
from tests.models.imports.corpus import workbook
from tests.models.imports.slips import file_of
from tests.models.store.stored import add_meeting

AT = datetime(2024, 5, 18, 1, 0, tzinfo=UTC)
ROWS = (("姓名", "单位"), ("温故", "农业农村局"))


def imported(workspace: Workspace, *paths: Path, gone: tuple[Path, ...] = ()) -> Imported:
    """Import files into the only meeting; those `gone` are deleted once they are read."""
    with workspace.read() as session:
        known = known_people(session, 1)
    plan = read_plan(paths, known)
    for path in gone:
        path.unlink()
    named = {name: str(path) for name, path in named_files(paths).items()}
    with workspace.change("import_people", count=1) as session:
        return import_people(session, plan, {}, imported_at=AT, paths=named)


def test_slips_are_kept_once_and_those_gone_since_are_told(tmp_path: Path):
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    workbook(paths[0], ROWS)
    workbook(paths[1], (*ROWS, ("申明", "财政局")))
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        add_meeting(workspace)
        done = imported(workspace, *paths, gone=(paths[1],))
        assert (done.added, done.kept_slips, done.slips_not_kept) == (2, ("a.xlsx",), ("b.xlsx",))
        assert imported(workspace, paths[0]).kept_slips == ("a.xlsx",)
        with workspace.read() as session:
            kept = list_kept(session, meeting_id=1)
            assert known_people(session, 1).kept_slips == {kept[0].sha256: "a.xlsx"}
        assert [(row.name, row.kept_at, row.media_type) for row in kept] == [
            ("a.xlsx", AT, kept_slips.MEDIA_TYPES["xlsx"])
        ]
        workspace.undo()
        assert workspace.next_undo() is not None


def test_what_came_by_the_clipboard_is_no_file_to_keep(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        add_meeting(workspace)
        plan = ImportPlan(1, (file_of(name="剪贴板"),), ())
        with workspace.change("import_people", count=0) as session:
            done = import_people(session, plan, {}, imported_at=datetime(2024, 5, 18), paths={"剪贴板": ""})
    assert done == Imported()


@pytest.mark.parametrize("change", ["changed", "too large"])
def test_a_slip_that_cannot_be_kept_is_no_reason_to_refuse_its_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
):
    path = tmp_path / "a.xlsx"
    workbook(path, ROWS)
    if change == "too large":
        monkeypatch.setattr("models.store.kept_files.MOST_BYTES", 10)
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        add_meeting(workspace)
        with workspace.read() as session:
            plan = read_plan([path], known_people(session, 1))
        if change == "changed":
            path.write_bytes(b"other")
        with workspace.change("import_people", count=1) as session:
            done = import_people(session, plan, {}, imported_at=AT, paths={"a.xlsx": str(path)})
    assert (done.added, done.kept_slips, done.slips_not_kept) == (1, (), ("a.xlsx",))
