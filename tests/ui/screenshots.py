"""Renders every room in both languages, both themes and two sizes, with the sample meetings, to look at.

python tests/ui/screenshots.py FOLDER [MEETING_KEY]
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, QTimer

from models.samples import load_samples
from models.store.workspace import open_workspace
from ui.agreements.room import AgreementsRoom
from ui.app import make_application
from ui.main_window import MainWindow
from ui.overview.room import OverviewRoom
from ui.rooms import MEETING, ROOMS
from ui.settings import LAST_MEETING, Settings

SIZES = ((1366, 768), (1920, 1080))
FIRST_LOOK, NEXT_LOOK = 1500, 250  # ms


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


def settle(milliseconds: int) -> None:
    """Let the checks, the pages and the reader come to rest."""
    pause = QEventLoop()
    QTimer.singleShot(milliseconds, pause.quit)
    pause.exec()


def open_units(window: MainWindow) -> None:
    """The units of the meeting."""
    window.show_room("overview")
    room = window.rooms["overview"]
    assert isinstance(room, OverviewRoom)
    room.open_page(room.units)


def open_editor(window: MainWindow) -> None:
    """The first agreement with its text and its page."""
    window.show_room("agreements")
    room, snapshot = window.rooms["agreements"], window.snapshot
    assert isinstance(room, AgreementsRoom)
    if snapshot is not None and snapshot.agreements:
        room.open_agreement(snapshot.agreements[0].id)


def views() -> dict[str, Callable[[MainWindow], None]]:
    """Every room, and what is seen inside some of them."""
    rooms = {key: partial(MainWindow.show_room, key=key) for key, _message, _icon in ROOMS}
    return {**rooms, "meeting": partial(MainWindow.show_room, key=MEETING), "units": open_units, "editor": open_editor}


def take(window: MainWindow, folder: Path, key: str) -> None:
    """One picture for each view, language, theme and size."""
    for name, show in views().items():
        show(window)
        settle(FIRST_LOOK)
        for (width, height), theme, language in product(SIZES, ("light", "dark"), ("zh", "en")):
            window.resize(width, height)
            window.apply_theme(theme)
            window.apply_language(language)
            settle(NEXT_LOOK)
            window.grab().save(str(folder / f"{key}_{name}_{language}_{theme}_{width}x{height}.png"))


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
