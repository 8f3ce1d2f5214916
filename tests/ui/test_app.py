"""Starting the window: paint first, the rest after it; papers are never made in the window's process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import json, logging, sys
from PySide6.QtCore import QTimer
from ui import app as starting
from ui.main_window import MainWindow

WRITERS = (
    "reportlab", "openpyxl", "docx", "exporters.pdf", "exporters.xlsx", "exporters.docx", "exporters.typeset",
    "exporters.documents.frame", "exporters.documents.agreement", "exporters.export", "exporters.signing_set",
)
HEAVY = ("sqlalchemy", "alembic", "jinja2", "models.store", "models.snapshots", *WRITERS)
seen = {}

def loaded():
    return sorted({name for name in HEAVY if name in sys.modules})

class Watched(MainWindow):
    def start(self):
        seen["at first paint"] = loaded()
        self.meeting_shown.connect(lambda _id: self.look())
        self.desk.jobs.reported.connect(self.told)
        super().start()

    def look(self):
        self.show_room("papers")
        room = self.rooms["papers"]
        room.panel.view.drawn.connect(self.drawn)
        room.reveal("papers/agenda/zh")

    def drawn(self, _page):
        if "pages" not in seen:
            seen["pages"] = self.rooms["papers"].panel.view.pages
            self.desk.printing.printer_names = lambda: ["one"]
            self.desk.printing.choose = self.choose
            self.desk.printing.printer.printed.connect(self.printed)
            QTimer.singleShot(0, self.rooms["papers"].print_current)

    def choose(self, printer, _task, accepted):
        printer.setOutputFormat(printer.OutputFormat.PdfFormat)
        printer.setOutputFileName(sys.argv[2] + ".pdf")
        printer.setResolution(100)
        accepted()

    def printed(self, sides):
        seen["printed"] = sides
        QTimer.singleShot(0, lambda: self.desk.export(self.snapshot, (), sys.argv[2]))

    def told(self, report):
        if hasattr(report, "files") and hasattr(report, "folder"):
            logging.getLogger("below").warning("told below")
            seen["after preview, print and export"] = [name for name in loaded() if name in WRITERS]
            seen["files"] = len(report.files) > 10
            QTimer.singleShot(0, self.close)

starting.MainWindow = Watched
if __name__ == "__main__":
    status = starting.run_window(sys.argv[1], "zh")
    print(json.dumps([status, seen]))
"""


def test_the_frame_is_painted_before_anything_heavy_and_papers_are_made_elsewhere(workspace_file: Path, tmp_path: Path):
    script = tmp_path / "start.py"
    script.write_text(SCRIPT, encoding="utf-8")
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, str(script), str(workspace_file), str(tmp_path / "out")],
        env=os.environ | {"PYTHONPATH": str(root), "XDG_STATE_HOME": str(tmp_path / "state")},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    seen = {"at first paint": [], "pages": 1, "printed": 1, "after preview, print and export": [], "files": True}
    assert json.loads(done.stdout) == [0, seen]
    assert [file.read_text().splitlines()[1] for file in (tmp_path / "state").rglob("*.log")] == [
        "WARNING below: told below"
    ]


QUIET = """
import json, linecache, sys
from PySide6.QtCore import QPointF, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from ui import app as starting
from ui.main_window import MainWindow

NEEDLESS = (
    "alembic", "asyncio", "babel", "docx", "email", "hashlib", "importlib.metadata", "jinja2", "openpyxl", "pypdfium2",
    "pypinyin", "reportlab", "ssl", "models.store.search_entries", "ui.agreements.room", "ui.visits.room",
)
seen = {}

class Watched(MainWindow):
    def start(self):
        super().start()
        self.link.checked.connect(lambda _findings: self.look())

    def look(self):
        seen["loaded"] = [name for name in NEEDLESS if name in sys.modules]
        seen["sources"] = [name for name in linecache.cache if "/models/" in name]
        seen["rooms"] = self.rooms.open_keys()
        seen["people"] = self.rooms["people"].known.people_read
        QApplication.sendEvent(self.rail, QEnterEvent(QPointF(), QPointF(), QPointF()))
        self.link.finish()
        seen["prepared"] = "ui.agreements.room" in sys.modules
        QTimer.singleShot(0, self.close)

starting.MainWindow = Watched
if __name__ == "__main__":
    starting.run_window(sys.argv[1], "zh")
    print(json.dumps(seen))
"""


def test_a_window_that_only_opened_has_loaded_nothing_for_later(workspace_file: Path, tmp_path: Path):
    script = tmp_path / "quiet.py"
    script.write_text(QUIET, encoding="utf-8")
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, str(script), str(workspace_file)],
        env=os.environ | {"PYTHONPATH": str(root), "XDG_STATE_HOME": str(tmp_path / "state")},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    quiet = {"loaded": [], "sources": [], "rooms": ["people"], "people": False}
    assert json.loads(done.stdout) == {**quiet, "prepared": True}
