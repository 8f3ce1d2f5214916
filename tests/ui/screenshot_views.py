"""What the screenshots show: the rooms, the pages inside of them, the dialogs; each view is shown by a function."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog

from models.snapshots.shapes import Agreement
from tests.returned_drafts import commented, edited, tracked, without
from ui.agreements.archive_page import ArchivePage
from ui.agreements.batch_page import BatchPage
from ui.agreements.exchange_page import ExchangePage
from ui.agreements.page_table import PAGES
from ui.agreements.room import AgreementsRoom
from ui.agreements.side_page import SidePage
from ui.main_window import MainWindow
from ui.overview.room import OverviewRoom
from ui.papers.room import PapersRoom
from ui.people.room import PeopleRoom
from ui.rooms import DOOR, MEETING, PROOF, ROOMS

PATIENCE = 40  # looks
NEXT_LOOK = 250  # ms
SLIP = "姓名\t单位\t职务\t联系电话\t是否住宿\t接站人\n侯亮\t第一中学\t校长\t13512347788\t是\t小王\n随行2人\t第一中学"
SENT_ABROAD = "park"  # the agreement whose draft goes out and comes back edited

Show = Callable[[MainWindow], None]


def settle(milliseconds: int) -> None:
    """Let the checks, the pages and the reader come to rest."""
    pause = QEventLoop()
    QTimer.singleShot(milliseconds, pause.quit)
    pause.exec()


def until(holds: Callable[[], object]) -> None:
    """Wait until something is so, not forever."""
    for _look in range(PATIENCE):
        if holds():
            return
        settle(NEXT_LOOK)


# --- pages of rooms


def open_units(window: MainWindow) -> None:
    """The units of the meeting."""
    window.show_room("overview")
    room = window.rooms["overview"]
    assert isinstance(room, OverviewRoom)
    room.open_page(room.units)


def people(window: MainWindow) -> PeopleRoom:
    """The people."""
    window.show_room("people")
    room = window.rooms["people"]
    assert isinstance(room, PeopleRoom)
    return room


def open_import(window: MainWindow) -> None:
    """The plan of a slip that was copied."""
    room = people(window)
    room.imports.add_cells([line.split("\t") for line in SLIP.splitlines()])
    desk = room.imports.desk
    assert desk is not None
    until(lambda: desk.sitting is not None and desk.sitting.plan is not None)


def open_slip_sheet(window: MainWindow) -> None:
    """The same slip as a sheet, its columns in their colors."""
    open_import(window)
    desk = people(window).imports.desk
    if desk is not None:
        desk.page.open_page(desk.page.sheets)


def show_papers(window: MainWindow) -> None:
    """The papers, with the pages of the first."""
    window.show_room("papers")
    room = window.rooms["papers"]
    assert isinstance(room, PapersRoom)
    until(lambda: room.panel.view.pages)


# --- pages of the agreements


def agreements(window: MainWindow) -> AgreementsRoom:
    """The agreements."""
    window.show_room("agreements")
    room = window.rooms["agreements"]
    assert isinstance(room, AgreementsRoom)
    return room


def about(window: MainWindow) -> Agreement:
    """The agreement that is shown: the one whose draft went out, else the first that has a text."""
    assert window.snapshot is not None
    written = [agreement for agreement in window.snapshot.agreements if agreement.clauses]
    return next((agreement for agreement in written if agreement.key == SENT_ABROAD), written[0])


def open_editor(window: MainWindow) -> None:
    """An agreement with its text and its page."""
    room = agreements(window)
    room.open_agreement(about(window).id)
    until(lambda: room.editor.page.view.pages)


def begin_agreement(window: MainWindow) -> None:
    """The page that asks for a new agreement."""
    agreements(window).begin_new()


def open_side(window: MainWindow, key: str) -> SidePage:
    """A page beside list and editor."""
    page = agreements(window).side.open(key, about(window))
    assert page is not None
    return page


def open_batch(window: MainWindow) -> None:
    """A line for each unit of the other side."""
    page = open_side(window, "batch")
    assert isinstance(page, BatchPage)
    until(lambda: page.lists is not None)
    page.take_units()


def open_exchange(window: MainWindow) -> None:
    """A draft that has come back with tracked changes and a comment; in a meeting without it, the empty page."""
    page = open_side(window, "exchange")
    assert isinstance(page, ExchangePage)
    if about(window).key != SENT_ABROAD or page.sitting is not None:
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "返回稿.docx"
        page.send("沧澜大学", str(file))
        until(lambda: file.exists() and page.read_button.isEnabled() and about(window).revisions)
        comment, parts = commented("干部教育培训", "请考虑线上方式")
        edits = (tracked("便利", "优质便利"), without("专项协议", "具体合作事项由"), comment)
        file.write_bytes(edited(file.read_bytes(), *edits, parts=parts))
        page.read_file(str(file))
        until(lambda: page.sitting is not None)


def open_archive(window: MainWindow) -> None:
    """The archive of an agreement, with a scan."""
    page = open_side(window, "archive")
    assert isinstance(page, ArchivePage)
    if not about(window).attachments:
        with TemporaryDirectory() as folder:
            scan = Path(folder) / "签字页扫描件.pdf"
            scan.write_bytes(b"%PDF-1.7 signed\n%%EOF\n")
            page.take_files((str(scan),))
            until(lambda: about(window).attachments)


OWN = {"batch": open_batch, "exchange": open_exchange, "archive": open_archive}


def views() -> dict[str, Show]:
    """Every room, and what is seen inside some of them."""
    rooms: dict[str, Show] = {key: partial(MainWindow.show_room, key=key) for key, _message, _icon in ROOMS}
    rooms |= {"papers": show_papers, "meeting": partial(MainWindow.show_room, key=MEETING), "units": open_units}
    rooms |= {"door": partial(MainWindow.show_place, place=DOOR), "proof": partial(MainWindow.show_place, place=PROOF)}
    pages: dict[str, Show] = {"import": open_import, "slip_sheet": open_slip_sheet, "new_agreement": begin_agreement}
    pages["exchange"] = open_exchange  # first: it leaves revisions to look at
    for row in PAGES:
        pages[row.key] = OWN.get(row.key, partial(_open_side, key=row.key))
    return {**rooms, "editor": open_editor, **pages, "tour": begin_tour}


def _open_side(window: MainWindow, key: str) -> None:
    open_side(window, key)


def begin_tour(window: MainWindow) -> None:
    """The first stop of the tour."""
    window.show_room("overview")
    window.beginning.begin_tour()


# --- dialogs


def ask_new(window: MainWindow) -> None:
    """A new meeting."""
    window.meeting_desk.ask_new()


def ask_copy(window: MainWindow) -> None:
    """What comes along into a copy."""
    window.meeting_desk.ask_copy()


def ask_settings(window: MainWindow) -> None:
    """The settings of this computer."""
    window.settings_desk.open()


def dialogs() -> dict[str, Show]:
    """What is asked in a window of its own."""
    return {"new_meeting": ask_new, "copy_meeting": ask_copy, "settings": ask_settings}


def shown_dialog(window: MainWindow) -> QDialog | None:
    """The dialog that is open."""
    found = cast("list[QDialog]", window.findChildren(QDialog))
    return next((dialog for dialog in reversed(found) if dialog.isVisible()), None)
