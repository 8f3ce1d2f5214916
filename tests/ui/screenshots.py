"""Renders every room in both languages, both themes and two sizes, with the sample meetings, to look at.

python tests/ui/screenshots.py FOLDER [MEETING_KEY]
"""

from __future__ import annotations

import os
import sys
import tempfile
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication, QEventLoop

from models.samples import load_samples
from models.store.workspace import open_workspace
from ui.app import make_application
from ui.main_window import MainWindow
from ui.rooms import ROOMS
from ui.settings import LAST_MEETING, Settings

SIZES = ((1366, 768), (1920, 1080))


def open_window(location: str, key: str, folder: Path) -> MainWindow:
    """A window that shows the meeting."""
    settings = Settings(folder / "settings.json")
    settings.set(LAST_MEETING, key)
    window = MainWindow(location, "zh", settings)
    window.show()
    shown = QEventLoop()
    window.meeting_shown.connect(shown.quit)
    window.open_workspace()
    shown.exec()
    return window


def take(window: MainWindow, folder: Path, key: str) -> None:
    """One picture for each room, language, theme and size."""
    for (width, height), theme, language in product(SIZES, ("light", "dark"), ("zh", "en")):
        window.resize(width, height)
        window.apply_theme(theme)
        window.apply_language(language)
        for room, _message, _icon in ROOMS:
            window.show_room(room)
            QCoreApplication.sendPostedEvents()
            window.grab().save(str(folder / f"{key}_{room}_{language}_{theme}_{width}x{height}.png"))


def main(arguments: list[str]) -> int:
    """Load the samples, open the window, take the pictures."""
    folder, key = Path(arguments[0]), arguments[1] if len(arguments) > 1 else "demo-full"
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application([])
    with tempfile.TemporaryDirectory() as temporary:
        location = f"{temporary}/县委人才办.sqlite"
        with open_workspace(location) as workspace:
            load_samples(workspace)
        window = open_window(location, key, Path(temporary))
        take(window, folder, key)
        window.close()
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
