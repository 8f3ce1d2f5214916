"""The whole pack into a folder, by the button and the question for the folder; every file can be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit

from tests.ui.story.hands import Clerk
from ui.papers.room import PapersRoom

KINDS = {
    "agenda",
    "agreement",
    "attendees",
    "fact-sheet",
    "handbook",
    "itinerary",
    "ledger",
    "schedule",
    "sign-in",
    "signature-pages",
}
SIGNATURES = {".pdf": b"%PDF", ".docx": b"PK", ".xlsx": b"PK"}


def export_pack(clerk: Clerk, folder: Path) -> set[str]:
    """Ask for everything and wait for it; the kinds of papers that lie there."""
    folder.mkdir()
    clerk.go_to(7)
    room = clerk.window.rooms["papers"]
    assert isinstance(room, PapersRoom)
    clerk.click(room.pack_button)
    dialog = clerk.window.findChild(QFileDialog)
    clerk.until(dialog.isActiveWindow)
    clerk.click(dialog.findChild(QLineEdit))
    clerk.retype(str(folder))
    activity = clerk.window.frame.activity
    clerk.until(lambda: activity.follow_button.isVisible())
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    assert activity.words.text().startswith(f"{len(files)} 份文件已存入 {folder}")
    for file in files:
        assert file.read_bytes().startswith(SIGNATURES[file.suffix])
    return {file.name.split("_")[1] for file in files if file.parent == folder}
