"""Failures: one line, the right exit status, the details in the log, never a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from models.errors import KnownError
from ui import folders
from ui.command_line import failures


def told(failure: BaseException, language: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit status, standard output and standard error."""
    status = failures.tell(failure, language)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_a_known_error_is_one_line(capsys: pytest.CaptureFixture[str]):
    error = KnownError("unknown_command", command="a\nb", known="list")
    assert told(error, "zh", capsys) == (2, "", "没有“a b”这个命令。可用的命令：list。\n")
    assert told(error, "en", capsys) == (2, "", "There is no command “a b”. The commands are: list.\n")


def test_control_c_is_told_and_gives_130(capsys: pytest.CaptureFixture[str]):
    assert told(KeyboardInterrupt(), "en", capsys) == (
        130,
        "",
        "Stopped. What was finished stays; nothing is half-written.\n",
    )


def test_an_unexpected_failure_names_the_log_that_holds_its_details(capsys: pytest.CaptureFixture[str]):
    try:
        raise ZeroDivisionError("odd \udcff")
    except ZeroDivisionError as failure:
        status, out, err = told(failure, "en", capsys)
    log = folders.log_file()
    assert (status, out) == (2, "")
    assert err == (
        f"Something unexpected went wrong (ZeroDivisionError). Nothing was lost; the details are in {log}.\n"
    )
    text = log.read_text(encoding="utf-8")
    assert "Traceback" in text
    assert "ZeroDivisionError: odd \\udcff" in text


def test_a_log_that_cannot_be_written_is_no_second_failure(private_home: Path, capsys: pytest.CaptureFixture[str]):
    private_home.mkdir(parents=True)
    (private_home / "xdg_state_home").touch()
    status, _, err = told(ValueError(), "en", capsys)
    assert (status, err.count("\n")) == (2, 1)
    assert os.devnull in err
