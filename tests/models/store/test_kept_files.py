"""Files kept beside a workspace: whole or not at all, once for each content, named when they are missing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.codes import KeptFileKind
from models.store.integrity import Problem, check_integrity
from models.store.kept_files import (
    MOST_BYTES,
    copy_along,
    drop,
    folder_of,
    list_kept,
    path_of,
    read_kept,
    remove,
    store,
    unnamed,
)
from models.store.workspace import Workspace, open_workspace
from tests.models.store.stored import refused

SLIP = b"a slip"
DIGEST = hashlib.sha256(SLIP).hexdigest()


@pytest.fixture
def workspace(file: Path) -> Iterator[Workspace]:
    """An open workspace file."""
    with open_workspace(file) as opened:
        yield opened


def keep(workspace: Workspace, name: str = "回执.xlsx", *, content: bytes = SLIP, meeting_id: int | None = 1) -> int:
    """Keep a slip in a change of its own; its id."""
    with workspace.change("keep") as session:
        return store(session, name=name, content=content, kind=KeptFileKind.SLIP, meeting_id=meeting_id)


def kept_content(workspace: Workspace, kept_id: int) -> bytes:
    """The bytes of a kept file."""
    with workspace.read() as session:
        return read_kept(session, kept_id)


def lying(workspace: Workspace) -> list[str]:
    """The contents in the folder beside the workspace."""
    return sorted(path.name for path in folder_of(workspace.location).rglob("*") if path.is_file())


def test_what_is_kept_lies_under_its_hash_and_is_read_again(workspace: Workspace, file: Path):
    moment = datetime(2024, 5, 18, 1, 0, tzinfo=UTC)
    with workspace.change("keep") as session:
        kept_id = store(
            session, name="2024/回执.xlsx", content=SLIP, kind=KeptFileKind.SLIP, agreement_id=7, kept_at=moment
        )
    assert path_of(file.with_name("meetings.desk.files"), DIGEST).read_bytes() == SLIP
    assert kept_content(workspace, kept_id) == SLIP
    with workspace.read() as session:
        (row,) = list_kept(session, agreement_id=7, kinds=(KeptFileKind.SLIP,))
        assert list_kept(session, meeting_id=1) == ()
    assert (row.id, row.name, row.size, row.sha256, row.kept_at) == (kept_id, "回执.xlsx", 6, DIGEST, moment)


def test_the_same_slip_is_kept_once_and_its_content_is_put_back(workspace: Workspace, file: Path):
    kept_id = keep(workspace)
    path_of(folder_of(file), DIGEST).write_bytes(b"changed")
    assert keep(workspace) == kept_id
    assert kept_content(workspace, kept_id) == SLIP
    assert keep(workspace, "改名.xlsx") != kept_id
    assert lying(workspace) == [DIGEST]


def test_keeping_is_no_step_to_be_undone(workspace: Workspace):
    keep(workspace)
    assert workspace.next_undo() is None


def test_a_content_goes_with_the_last_that_names_it_after_the_change(workspace: Workspace):
    first, second = keep(workspace), keep(workspace, "改名.xlsx")
    for kept_id, expected in ((first, []), (second, [DIGEST])):
        with workspace.change("drop") as session:
            paths = drop(session, [kept_id, 99])
        assert [path.name for path in paths] == expected
        assert lying(workspace) == [DIGEST]
        remove(paths)
    assert (lying(workspace), list(folder_of(workspace.location).iterdir())) == ([], [])
    remove(paths)


def test_a_change_that_fails_leaves_a_content_that_nobody_names(workspace: Workspace):
    with pytest.raises(RuntimeError), workspace.change("keep") as session:
        store(session, name="a", content=SLIP, kind=KeptFileKind.SCAN)
        raise RuntimeError
    with workspace.read() as session:
        found = unnamed(session)
    assert [path.name for path in found] == [DIGEST]
    remove(found)
    assert lying(workspace) == []


def test_a_file_that_is_too_large_is_refused(workspace: Workspace):
    with refused("kept_file_too_large", name="big.pdf", most=50):
        keep(workspace, "big.pdf", content=bytes(MOST_BYTES + 1))
    assert lying(workspace) == []


def test_missing_and_changed_files_are_named(workspace: Workspace, file: Path):
    kept_id, other = keep(workspace), keep(workspace, "b.xlsx", content=b"b")
    path = path_of(folder_of(file), DIGEST)
    path.write_bytes(b"changed")
    with refused("kept_file_changed", name="回执.xlsx", path=str(path)):
        kept_content(workspace, kept_id)
    gone = path_of(folder_of(file), hashlib.sha256(b"b").hexdigest())
    gone.unlink()
    with refused("kept_file_missing", name="b.xlsx", path=str(gone)):
        kept_content(workspace, other)
    with refused("record_gone", record="kept_file", number=99):
        kept_content(workspace, 99)
    assert check_integrity(file) == (
        Problem("kept_file_changed", (("number", str(kept_id)), ("name", "回执.xlsx"))),
        Problem("kept_file_missing", (("number", str(other)), ("name", "b.xlsx"))),
    )


@pytest.mark.posix
def test_a_folder_that_cannot_be_written_refuses_and_nothing_is_stored(workspace: Workspace, file: Path):
    folder_of(file).write_bytes(b"a file stands in the way")
    path = path_of(folder_of(file), DIGEST)
    with refused("folder_not_writable", path=str(path.parent), reason="Not a directory"):
        keep(workspace)
    with workspace.read() as session:
        assert list_kept(session) == ()


def test_a_copy_of_the_workspace_takes_them_along(workspace: Workspace, file: Path, tmp_path: Path):
    keep(workspace)
    (folder_of(file) / DIGEST[:2] / ".half.1.part").write_bytes(b"x")
    assert copy_along(file, tmp_path / "copy.sqlite") == 1
    assert path_of(tmp_path / "copy.sqlite.files", DIGEST).read_bytes() == SLIP


def test_those_of_a_shared_database_lie_in_the_data_folder_whatever_the_password(private_home: Path):
    folder = folder_of("postgresql://clerk:secret@server/desk")
    assert folder == folder_of("postgresql://clerk:other@server/desk")
    assert folder.is_relative_to(private_home)
    assert folder.name.startswith("desk-")
