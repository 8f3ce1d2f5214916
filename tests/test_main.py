"""The program itself, in a process of its own: it starts, ends well, and stays small."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run main.py without a display."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env={**kept, "LANGUAGE": "en", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def test_main_only_starts_things():
    assert len((ROOT / "main.py").read_text(encoding="utf-8").splitlines()) < 100


def test_without_a_display_the_window_is_not_opened_and_that_ends_well():
    ended = start()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == (
        "There is no display here, so the window was not opened; the commands work without one: python main.py --help\n"
    )


def test_a_console_of_another_code_page_gets_utf_8_and_no_failure():
    ended = start("documents", LANGUAGE="zh_CN", PYTHONIOENCODING="ascii")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "参会人员名单" in ended.stdout


@pytest.mark.posix
def test_an_argument_that_is_no_text_is_refused_in_one_line():
    ended = subprocess.run(
        [sys.executable, "main.py", b"\xff\xfe"], cwd=ROOT, env={**os.environ, "LANGUAGE": "en"}, capture_output=True
    )
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.startswith("There is no command “\\udcff\\udcfe”.".encode())
    assert ended.stderr.count(b"\n") == 1


@pytest.mark.posix
def test_a_reader_that_leaves_early_is_no_failure():
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run([sys.executable, "main.py", "documents"], cwd=ROOT, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.posix
def test_a_full_disk_behind_the_output_is_told_in_one_line():
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "main.py", "documents", "--json"]
        environment = {**os.environ, "LANGUAGE": "en"}
        ended = subprocess.run(command, cwd=ROOT, env=environment, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (ended.returncode, ended.stderr) == (
        2,
        "The result could not be printed (No space left on device). Free some space, or send it elsewhere.\n",
    )


def test_listing_imports_nothing_that_it_does_not_need(tmp_path: Path):
    heavy = {"alembic", "babel", "docx", "jinja2", "models.records", "openpyxl", "PySide6", "pypinyin", "reportlab"}
    listing = f"run(['--workspace', {str(tmp_path / 'w.sqlite')!r}, 'list'])"
    code = (
        f"import sys; from ui.command_line import run; {listing}; sys.exit(str(sorted({heavy!r} & set(sys.modules))))"
    )
    runs = [subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True) for _ in range(2)]
    assert runs[1].stderr == "[]\n"  # the first one makes the workspace


def test_a_python_without_our_packages_is_told_what_to_run():
    bare = [sys.executable, "-S", "main.py", "--help"]
    ended = subprocess.run(bare, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert "Run make run first, or use .venv/bin/python main.py" in ended.stderr
