"""The log: continued, moved aside when it grows large, and never a second failure."""

from __future__ import annotations

from pathlib import Path

from ui import folders
from ui.log import LARGEST_LOG, write_log


def entries(log: Path) -> list[str]:
    """The details written, without their times."""
    return log.read_text(encoding="utf-8").splitlines()[1::3]


def test_the_log_is_continued():
    assert [write_log(f"number {number}\n") for number in range(2)] == [folders.log_file()] * 2
    assert entries(folders.log_file()) == ["number 0", "number 1"]


def test_a_large_log_makes_way_and_one_is_kept(tmp_path: Path):
    log = tmp_path / "x.log"
    log.write_bytes(b"x" * (LARGEST_LOG + 1))
    write_log("new\n", log)
    assert (entries(log), (tmp_path / "x.log.1").stat().st_size) == (["new"], LARGEST_LOG + 1)


def test_a_log_that_cannot_be_written_is_left(tmp_path: Path):
    (tmp_path / "file").touch()
    assert write_log("lost", tmp_path / "file" / "x.log") is None
