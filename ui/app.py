"""Starts the window. Only Qt is imported before the first paint; the store and the papers come after it."""

from __future__ import annotations

import builtins
import gc
import signal
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from ui.log import forget_reports, keep_reports
from ui.main_window import MainWindow
from ui.settings import Settings

# ms after the first meeting: what is loaded by then stays to the end. The collector, which stops every thread while it
# looks, need not look at it again: a quarter of a second each time.
SETTLED = 3000


def run_window(location: str, language: str) -> int:
    """Open the window on a workspace and stay until it is closed; the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends us at once: nothing is unsaved
    application = make_application(sys.argv[:1])
    window = MainWindow(location, language, Settings(), paint_first=True)
    window.first_painted.connect(window.start)
    window.meeting_shown.connect(
        lambda _id: QTimer.singleShot(SETTLED, gc.freeze), Qt.ConnectionType.SingleShotConnection
    )
    window.show()
    reports = keep_reports()
    try:
        return application.exec()
    finally:
        forget_reports(reports)
        window.release()


def close_all_files() -> None:
    """Close the pages that were looked at, where any were: PDFium complains of what is left open."""
    if "ui.pdf_pages" in sys.modules:
        from ui import pdf_pages

        pdf_pages.close_all_files()


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with our style and font."""
    import_plainly()
    application = QApplication(arguments)
    application.setApplicationName("signing-desk")
    dress(application)
    return application


def import_plainly() -> None:
    """Take away what PySide puts before every import: it reads the source of each module, and keeps it in memory.

    It looks there for switches (`__feature__`) that we do not use.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def dress(application: QApplication) -> None:
    """Give an application our style; font and colors come with the window."""
    application.setStyle("Fusion")
