"""Renders every room in both languages, both themes and two sizes, with a sample meeting and a huge one, to look at.

python -m tests.ui.screenshots FOLDER [sample] [huge] writes FOLDER/huge_people_zh_light_1366x768.png and so on.
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
from tests import huge_meeting
from ui.agreements.room import AgreementsRoom
from ui.app import make_application
from ui.main_window import MainWindow
from ui.overview.room import OverviewRoom
from ui.pdf_pages import close_all_files
from ui.people.room import PeopleRoom
from ui.rooms import DOOR, MEETING, PROOF, ROOMS
from ui.settings import LAST_MEETING, Settings

SIZES = ((1366, 768), (1920, 1080))
FIRST_LOOK, NEXT_LOOK = 1500, 250  # ms


def load_sample(location: str) -> str:
    """The sample meetings in a new workspace; returns the key of the largest."""
    with open_workspace(location) as workspace:
        load_samples(workspace)
    return "demo-full"


def load_huge(location: str) -> str:
    """A huge meeting in a new workspace; returns its key."""
    huge_meeting.make_huge_meeting(location)
    return huge_meeting.KEY


SHOWN: dict[str, Callable[[str], str]] = {"sample": load_sample, "huge": load_huge}


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
    """The first agreement that has a text, with its text and its page."""
    window.show_room("agreements")
    room, snapshot = window.rooms["agreements"], window.snapshot
    assert isinstance(room, AgreementsRoom)
    assert snapshot is not None
    room.open_agreement(next(agreement.id for agreement in snapshot.agreements if agreement.clauses))


SLIP = "姓名\t单位\t职务\t联系电话\t是否住宿\t接站人\n侯亮\t第一中学\t校长\t13512347788\t是\t小王\n随行2人\t第一中学"


def open_import(window: MainWindow) -> None:
    """The plan of a slip that was copied."""
    window.show_room("people")
    room = window.rooms["people"]
    assert isinstance(room, PeopleRoom)
    room.imports.add_cells([line.split("\t") for line in SLIP.splitlines()])
    desk = room.imports.desk
    assert desk is not None
    while desk.sitting is None or desk.sitting.plan is None:
        settle(NEXT_LOOK)


def open_slip_sheet(window: MainWindow) -> None:
    """The same slip as a sheet, its columns in their colors."""
    open_import(window)
    room = window.rooms["people"]
    assert isinstance(room, PeopleRoom)
    if room.imports.desk is not None:
        room.imports.desk.page.open_page(room.imports.desk.page.sheets)


def views() -> dict[str, Callable[[MainWindow], None]]:
    """Every room, and what is seen inside some of them."""
    rooms = {key: partial(MainWindow.show_room, key=key) for key, _message, _icon in ROOMS}
    people = {"door": partial(MainWindow.show_place, place=DOOR), "proof": partial(MainWindow.show_place, place=PROOF)}
    pages = {"units": open_units, "editor": open_editor, "import": open_import, "slip_sheet": open_slip_sheet}
    return {**rooms, "meeting": partial(MainWindow.show_room, key=MEETING), **pages, **people}


def take(window: MainWindow, folder: Path, shown: str) -> None:
    """One picture for each view, language, theme and size."""
    for name, show in views().items():
        show(window)
        settle(FIRST_LOOK)
        for (width, height), theme, language in product(SIZES, ("light", "dark"), ("zh", "en")):
            window.resize(width, height)
            window.apply_theme(theme)
            window.apply_language(language)
            settle(NEXT_LOOK)
            window.grab().save(str(folder / f"{shown}_{name}_{language}_{theme}_{width}x{height}.png"))


def look_at(shown: str, folder: Path) -> None:
    """Fill a workspace, open the window on it, take the pictures."""
    with tempfile.TemporaryDirectory() as temporary:
        location = f"{temporary}/县委人才办.sqlite"
        key = SHOWN[shown](location)
        window = open_window(location, key, Path(temporary))
        take(window, folder, shown)
        window.close()
        window.deleteLater()


def main(arguments: list[str]) -> int:
    """Take all pictures, or those that are named."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application([])
    for shown in arguments[1:] or SHOWN:
        look_at(shown, folder)
        application.processEvents()
    close_all_files()  # no event loop ends here that would tell
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
