"""Renders every room in both languages, both themes and two sizes, with a sample meeting and a huge one, to look at.

python -m tests.ui.screenshots FOLDER [first] [sample] [huge] [people] [editor] … writes
FOLDER/huge_people_zh_light_1366x768.png and so on; without names, everything.
The processes that make the papers import this module once more: nothing of the window is imported above.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

if __name__ == "__main__":
    from tests.ui.screenshot_looks import take_all

    sys.exit(take_all(sys.argv[1:]))
