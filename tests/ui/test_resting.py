"""A window that rests has loaded neither SQLAlchemy nor the records; they come with the first press in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = """
import json, sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from ui.app import make_application
from ui.main_window import MainWindow
from ui.settings import LAST_ROOM, Settings

HEAVY = ("sqlalchemy", "models.records", "alembic", "asyncio", "ssl", "pypinyin", "openpyxl", "reportlab")


def loaded():
    return [name for name in HEAVY if name in sys.modules]


def wait_until(holds):
    loop, clock = QEventLoop(), QTimer(interval=10)
    clock.timeout.connect(lambda: holds() and loop.quit())
    QTimer.singleShot(20_000, loop.quit)
    clock.start()
    loop.exec()


make_application([])
settings = Settings(Path(sys.argv[1] + ".json"))
settings.set(LAST_ROOM, sys.argv[2])
window = MainWindow(sys.argv[1], "zh", settings)
window.show()
window.open_workspace()
wait_until(lambda: window.link.checked_meeting is not None)
window.link.look_for_news()
window.link.glance()
window.link.finish()
seen = {"room": window.room, "resting": loaded()}

QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
window.link.finish()
from models.records import Record

seen |= {"pressed": loaded(), "mapped": not Record.registry._new_mappers}
window.close()
print(json.dumps(seen))
"""


def test_what_only_work_needs_comes_with_the_first_press(workspace_file: Path):
    command = [sys.executable, "-c", SCRIPT, str(workspace_file), "people"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    heavy = ["sqlalchemy", "models.records"]
    assert json.loads(done.stdout) == {"room": "people", "resting": [], "pressed": heavy, "mapped": True}
