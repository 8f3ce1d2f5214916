"""An export that is killed leaves the workspace whole and no partial paper under its name; Ctrl+C ends with 130."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from models.store.integrity import check_integrity

ROOT = Path(__file__).resolve().parents[3]
TICK = 0.005  # seconds
PATIENCE = 12_000  # ticks; no export of a sample takes nearly as long


def start(samples: Path, folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start to pack a meeting in a process of its own, which hears Ctrl+C even where this one was told not to."""
    command = [sys.executable, "main.py", "--workspace", str(samples), "--language", "en", *arguments]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # what is ignored would be inherited
    try:
        return subprocess.Popen(
            [*command, "--language", "zh", "-o", str(folder)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    finally:
        signal.signal(signal.SIGINT, before)


def wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    """Wait until a file or folder is there, or the process has ended."""
    for _ in range(PATIENCE):
        if path.exists():
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(TICK)


def is_whole(paper: Path) -> bool:
    """Whether a paper can be read to its end."""
    content = paper.read_bytes()
    if paper.suffix == ".pdf":
        return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    return zipfile.ZipFile(BytesIO(content)).testzip() is None


def kill_while_exporting(samples: Path, folder: Path, chance: random.Random) -> None:
    """Kill an export: at some moment of its work, or as soon as the folder of its papers is there."""
    process = start(samples, folder, "export", "shangdang-whu", "agreement", "--format", "pdf", "--unmasked")
    if chance.random() < 0.5:
        wait_for(folder, process)
    try:
        process.wait(chance.random() * (0.02 if folder.exists() else 1.5))
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()
    papers = [path for path in folder.iterdir() if path.suffix != ".part"] if folder.exists() else []
    assert [paper.name for paper in papers if not is_whole(paper)] == []
    assert check_integrity(samples) == ()


@pytest.mark.parametrize("seed", range(6))
def test_a_killed_export_leaves_everything_whole(seed: int, samples: Path, tmp_path: Path):
    kill_while_exporting(samples, tmp_path / "o", random.Random(seed))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1000, 1200))
def test_two_hundred_killed_exports_leave_everything_whole(seed: int, samples: Path, tmp_path: Path):
    kill_while_exporting(samples, tmp_path / "o", random.Random(seed))


def test_control_c_stops_with_130_and_one_line(samples: Path, tmp_path: Path):
    process = start(samples, tmp_path / "o", "pack", "shangdang-whu")
    wait_for(samples.with_name(samples.name + ".lock"), process)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE * TICK)
    assert (process.returncode, out, err) == (
        130,
        "",
        "Stopped. What was finished stays; nothing is half-written.\n",
    )
    assert check_integrity(samples) == ()
