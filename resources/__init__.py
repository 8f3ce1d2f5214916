"""Files shipped with the app. `path()` is the only place that knows where they lie."""

from __future__ import annotations

import sys
from pathlib import Path


def path(name: str) -> Path:
    """The file or folder `name` ("fonts/NotoSansSC-Regular.ttf"), also inside a frozen build."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) / "resources" if frozen else Path(__file__).parent
    return root / name
