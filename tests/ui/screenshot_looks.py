"""Takes the screenshots: a window on a new workspace, on the sample meetings, on a huge one; each in every look."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEventLoop

from models.samples import load_samples
from models.store.workspace import open_workspace
from tests import huge_meeting
from tests.ui import screenshot_views
from tests.ui.screenshot_views import NEXT_LOOK, settle
from ui.app import make_application
from ui.main_window import MainWindow
from ui.pdf_pages import close_all_files
from ui.settings import LAST_MEETING, Settings

SIZES = ((1366, 768), (1920, 1080))
LOOKS = tuple(product(("light", "dark"), ("zh", "en")))
FIRST_LOOK = 1500  # ms


def load_sample(location: str) -> str:
    """The sample meetings in a new workspace; returns the key of the largest."""
    with open_workspace(location) as workspace:
        load_samples(workspace)
    return "demo-full"


def load_huge(location: str) -> str:
    """A huge meeting in a new workspace; returns its key."""
    huge_meeting.make_huge_meeting(location)
    return huge_meeting.KEY


FILLED: dict[str, Callable[[str], str]] = {"sample": load_sample, "huge": load_huge}
SHOWN = ("first", *FILLED)


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


def take(window: MainWindow, folder: Path, shown: str, wanted: frozenset[str]) -> None:
    """One picture for each view, language, theme and size; of a dialog, for each language and theme."""
    for name, show in _wanted(screenshot_views.views(), wanted):
        show(window)
        settle(FIRST_LOOK)
        take_looks(window, folder, f"{shown}_{name}")
    if window.beginning.tour is not None:
        window.beginning.tour.leave()
    for (name, show), (theme, language) in product(_wanted(screenshot_views.dialogs(), wanted), LOOKS):
        window.apply_theme(theme)
        window.apply_language(language)
        show(window)
        settle(NEXT_LOOK)
        dialog = screenshot_views.shown_dialog(window)
        assert dialog is not None
        dialog.grab().save(str(folder / f"{shown}_{name}_{language}_{theme}.png"))
        dialog.close()


def _wanted(shows: dict[str, screenshot_views.Show], wanted: frozenset[str]) -> list[tuple[str, screenshot_views.Show]]:
    return [(name, show) for name, show in shows.items() if not wanted or name in wanted]


def take_looks(window: MainWindow, folder: Path, name: str) -> None:
    """One picture of what is shown for each language, theme and size."""
    for (width, height), (theme, language) in product(SIZES, LOOKS):
        window.resize(width, height)
        window.apply_theme(theme)
        window.apply_language(language)
        settle(NEXT_LOOK)
        window.grab().save(str(folder / f"{name}_{language}_{theme}_{width}x{height}.png"))


def look_at_first_start(folder: Path) -> None:
    """The page of the first start, and the window while it has no meeting."""
    with tempfile.TemporaryDirectory() as temporary:
        window = MainWindow(f"{temporary}/县委人才办.sqlite", "zh", Settings(Path(temporary) / "settings.json"))
        window.show()
        settle(FIRST_LOOK)
        window.beginning.show_first_page()
        take_looks(window, folder, "first_start")
        opened = QEventLoop()
        window.link.opened.connect(opened.quit)
        window.open_workspace()
        opened.exec()
        settle(FIRST_LOOK)
        take_looks(window, folder, "first_empty")
        window.close()
        window.deleteLater()


def look_at(shown: str, folder: Path, wanted: frozenset[str]) -> None:
    """Fill a workspace, open the window on it, take the pictures."""
    if shown == "first":
        look_at_first_start(folder)
        return
    with tempfile.TemporaryDirectory() as temporary:
        location = f"{temporary}/县委人才办.sqlite"
        key = FILLED[shown](location)
        window = open_window(location, key, Path(temporary))
        take(window, folder, shown, wanted)
        window.close()
        window.deleteLater()


def take_all(arguments: list[str]) -> int:
    """Take all pictures, or those that are named."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application([])
    wanted = frozenset(arguments[1:]) - set(SHOWN)
    for shown in [name for name in SHOWN if name in arguments[1:]] or SHOWN:
        look_at(shown, folder, wanted)
        application.processEvents()
    close_all_files()  # no event loop ends here that would tell
    return 0
