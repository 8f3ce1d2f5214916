"""Sets the agreements of a folder in one process, with this typesetter or with Typst, and says what it took.

`python -m tests.benchmarks.set_agreements ours|typst FOLDER` prints seconds an agreement and the peak of memory.
"""

from __future__ import annotations

import json
import pickle
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

FONTS = "resources/fonts"


def ours(folder: Path) -> list[float]:
    """Seconds for each agreement."""
    from exporters.options import ExportOptions
    from exporters.pdf.writer import write

    options = ExportOptions("zh", datetime(2024, 5, 20), final=True)
    papers = sorted(folder.glob("*.pickle"))

    def make(path: Path) -> bytes:
        return write(pickle.loads(path.read_bytes()), options).content

    return [_timed(make, path) for path in papers]


def typst(folder: Path) -> list[float]:
    """The same with Typst, one compilation an agreement."""
    from typst import compile as compiled

    def make(path: Path) -> bytes:
        return compiled(path.read_bytes(), font_paths=[FONTS], ignore_system_fonts=True)

    return [_timed(make, path) for path in sorted(folder.glob("*.typ"))]


def _timed(make: Callable[[Path], bytes], path: Path) -> float:
    started = time.perf_counter()
    content = make(path)
    taken = time.perf_counter() - started
    path.with_suffix(f"{path.suffix}.pdf").write_bytes(content)
    return taken


def peak_memory() -> float:
    """The most memory this process held, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    each = {"ours": ours, "typst": typst}[sys.argv[1]](Path(sys.argv[2]))
    sys.stdout.write(json.dumps({"each": each, "memory": peak_memory()}))
