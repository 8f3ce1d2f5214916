"""The log: continued, moved aside when it grows large, and never a second failure."""

from __future__ import annotations

import logging
from pathlib import Path

from ui import folders
from ui.log import LARGEST_LOG, LOGS_KEPT, forget_reports, keep_reports, logs, write_log


def entries(log: Path) -> list[str]:
    """The details written, without their times."""
    return log.read_text(encoding="utf-8").splitlines()[1::3]


def test_the_log_is_continued():
    assert [write_log(f"number {number}\n") for number in range(2)] == [folders.log_file()] * 2
    assert entries(folders.log_file()) == ["number 0", "number 1"]


def test_large_logs_make_way_and_three_are_kept(tmp_path: Path):
    log = tmp_path / "x.log"
    for number in range(LOGS_KEPT + 2):
        log.write_bytes(bytes([65 + number]) * (LARGEST_LOG + 1))
        write_log("new\n", log)
    assert entries(log) == ["new"]
    assert [(file.name, file.read_bytes()[:1]) for file in logs(log)[1:]] == [
        ("x.log.1", b"E"),
        ("x.log.2", b"D"),
        ("x.log.3", b"C"),
    ]


def test_what_the_parts_below_report_goes_into_the_log():
    kept = keep_reports()
    logging.getLogger("models.store").warning("a listener failed after %s", "edit_person")
    forget_reports(kept)
    logging.getLogger("models.store").warning("not kept")
    assert folders.log_file().read_text(encoding="utf-8").splitlines()[1:] == [
        "WARNING models.store: a listener failed after edit_person"
    ]


def test_a_log_that_cannot_be_written_is_left(tmp_path: Path):
    (tmp_path / "file").touch()
    assert write_log("lost", tmp_path / "file" / "x.log") is None
