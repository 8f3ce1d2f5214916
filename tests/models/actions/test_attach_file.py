"""Scans beside an agreement: told by their content, refused before they are read, brought back by undo."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.actions.attach_file import (
    JPEG,
    PDF,
    PNG,
    Scan,
    attach_file,
    copy_to_look_at,
    read_scan,
    remove_attachments,
)
from models.errors import KnownError
from models.records import Agreement
from models.store.kept_files import folder_of
from models.store.workspace import Workspace, open_workspace
from tests import factories as make
from tests.models.store.stored import refused

CONTENTS = {
    PDF: b"\n%PDF-1.7 scan\n%%EOF\n",
    JPEG: b"\xff\xd8\xff\xe0 scan \xff\xd9",
    PNG: b"\x89PNG\r\n\x1a\n scan IEND\xaeB`\x82",
}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with one agreement."""
    with open_workspace(tmp_path / "office.sqlite") as opened:
        with opened.change("make") as session:
            make.make_agreement(session, make.make_meeting(session), "framework")
        yield opened


def attached(workspace: Workspace) -> list[tuple[int, str, str, int]]:
    """What lies beside the agreement now."""
    with workspace.read() as session:
        found = session.get_one(Agreement, 1).attachments
        return [(one.id, one.name, one.media_type, one.size) for one in found]


def attach(workspace: Workspace, name: str = "签字页.pdf", media_type: str = PDF) -> int | None:
    """Put a scan beside the agreement."""
    with workspace.change("attach_scan") as session:
        return attach_file(session, 1, Scan(name, media_type, CONTENTS[media_type]))


def file_of(folder: Path, name: str, content: bytes) -> Path:
    """A file on disk."""
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("media_type", CONTENTS)
def test_a_scan_is_told_by_its_content_not_its_name(tmp_path: Path, media_type: str):
    path = file_of(tmp_path, "扫描件.dat", CONTENTS[media_type])
    assert read_scan(path) == Scan("扫描件.dat", media_type, CONTENTS[media_type])


def test_what_is_no_whole_scan_is_refused(tmp_path: Path):
    program = file_of(tmp_path, "签字页.pdf", b"MZ\x90 program")
    with refused("scan_of_another_kind", name="签字页.pdf"):
        read_scan(program)
    short = {"0.pdf": b"", "a.pdf": b"%PDF-1.7 scan", "b.jpg": CONTENTS[JPEG][:9], "c.png": CONTENTS[PNG][:12]}
    for name, content in short.items():
        path = file_of(tmp_path, name, content)
        with refused("scan_cut_short", name=name):
            read_scan(path)
    with refused("scan_not_readable", name="nowhere.pdf", reason="No such file or directory"):
        read_scan(tmp_path / "nowhere.pdf")


def test_a_scan_of_300_mb_is_refused_by_its_size_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "全套扫描.pdf"
    with path.open("wb") as stream:
        stream.truncate(300 * 2**20)  # takes no room on the disk
    monkeypatch.setattr(Path, "open", lambda *_parts: pytest.fail("it was read"))
    with refused("kept_file_too_large", name="全套扫描.pdf", most=50):
        read_scan(path)


def test_the_same_content_lies_beside_an_agreement_once(workspace: Workspace):
    assert [attach(workspace), attach(workspace, "again.pdf")] == [1, None]
    assert attach(workspace, "印章.png", PNG) == 2
    assert attached(workspace) == [(1, "签字页.pdf", PDF, 21), (2, "印章.png", PNG, 22)]


def test_what_was_removed_comes_back_by_undo_with_its_bytes(workspace: Workspace, tmp_path: Path):
    attach(workspace)
    with workspace.change("remove_scans", count=1) as session:
        remove_attachments(session, [1])
    assert attached(workspace) == []
    workspace.undo()
    assert attached(workspace) == [(1, "签字页.pdf", PDF, 21)]
    with workspace.read() as session:
        assert copy_to_look_at(session, 1, tmp_path / "look").read_bytes() == CONTENTS[PDF]


def test_what_is_opened_is_a_copy_that_cannot_be_written(workspace: Workspace, tmp_path: Path):
    attach(workspace, "签字页.pdf", JPEG)
    with workspace.read() as session:
        copies = [copy_to_look_at(session, 1, tmp_path / "look") for _ in range(2)]
    assert copies[0] == copies[1]
    assert (copies[0].name, stat.S_IMODE(copies[0].stat().st_mode)) == ("签字页.pdf.jpg", 0o444)


def test_a_copy_that_was_cut_short_is_never_shown(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def until_the_disk_is_full(path: Path, content: bytes) -> int:
        with path.open("wb") as stream:
            stream.write(content[:5])
        raise OSError(errno.ENOSPC, "No space left on device")

    attach(workspace)
    with workspace.read() as session:
        with monkeypatch.context() as patched:
            patched.setattr(Path, "write_bytes", until_the_disk_is_full)
            with refused("scan_not_readable", name="签字页.pdf", reason="No space left on device"):
                copy_to_look_at(session, 1, tmp_path / "look")
        assert copy_to_look_at(session, 1, tmp_path / "look").read_bytes() == CONTENTS[PDF]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path):
    device = Path(os.devnull)
    with refused("scan_of_another_kind", name=device.name):
        read_scan(device)
    with pytest.raises(KnownError, match="scan_not_readable"):
        read_scan(tmp_path)


@pytest.mark.parametrize(
    ("name", "kept", "copied"),
    [
        ("a\udcff.pdf", "a?.pdf", "a_.pdf"),
        ("签字页\u202efdp.exe", "签字页fdp.exe", "签字页fdp.exe.pdf"),
        ("甲\n乙:丙.PDF", "甲乙:丙.PDF", "甲乙_丙.PDF"),
        ("con.pdf", "con.pdf", "_con.pdf"),
        ("字" * 80 + ".pdf", "字" * 80 + ".pdf", "字" * 60 + ".pdf"),
    ],
)
def test_odd_names_are_kept_readable(workspace: Workspace, tmp_path: Path, name: str, kept: str, copied: str):
    attach(workspace, name)
    assert [row[1] for row in attached(workspace)] == [kept]
    with workspace.read() as session:
        assert copy_to_look_at(session, 1, tmp_path / "look").name == copied


def test_a_pdf_with_a_password_is_known():
    assert [Scan("a.pdf", kind, b"%PDF /Encrypt 5 0 R").is_locked for kind in (PDF, JPEG)] == [True, False]
    assert not Scan("a.pdf", PDF, CONTENTS[PDF]).is_locked


def test_a_scan_whose_bytes_are_gone_is_named(workspace: Workspace, tmp_path: Path):
    attach(workspace)
    (kept,) = (path for path in folder_of(workspace.location).glob("??/*"))
    kept.unlink()
    with workspace.read() as session, refused("kept_file_missing", name="签字页.pdf", path=str(kept)):
        copy_to_look_at(session, 1, tmp_path / "look")
