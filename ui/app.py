"""Starts the window. Only Qt is imported before the first paint; the store and the papers come after it."""

from __future__ import annotations

import signal
import sys

from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.settings import Settings


def run_window(location: str, language: str) -> int:
    """Open the window on a workspace and stay until it is closed; the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends us at once: nothing is unsaved
    application = make_application(sys.argv[:1])
    window = MainWindow(location, language, Settings(), paint_first=True)
    window.first_painted.connect(window.start)
    window.show()
    status = application.exec()
    window.release()
    return status


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with our style and font."""
    application = QApplication(arguments)
    application.setApplicationName("signing-desk")
    dress(application)
    return application


def dress(application: QApplication) -> None:
    """Give an application our style; font and colors come with the window."""
    application.setStyle("Fusion")
