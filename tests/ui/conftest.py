"""What the tests of the window share: one workspace of samples, made once, and windows that close cleanly."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.samples import load_samples
from models.store.workspace import open_workspace
from tests.ui.patience import PATIENCE, PatientBot
from ui.app import close_all_files, dress
from ui.main_window import MainWindow
from ui.settings import Settings

KEYS = ("shengzhou-zjipc", "hongdong-zju")
OpenWindow = Callable[..., MainWindow]


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The application with our style; what PDFium still holds is given back at the end."""
    dress(qapp)
    yield qapp
    close_all_files()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The robot of pytest-qt, with patience."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two sample meetings; copy it before you change it."""
    file = tmp_path_factory.mktemp("samples") / "samples.sqlite"
    with open_workspace(file, client="maker") as workspace:
        load_samples(workspace, KEYS)
    return file


@pytest.fixture
def workspace_file(sample_file: Path, tmp_path: Path) -> Path:
    """A workspace with two sample meetings, this test's own."""
    return Path(shutil.copy(sample_file, tmp_path / "demo.sqlite"))


@pytest.fixture(scope="module")
def demo_window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window of 1366×768 on the largest sample meeting, for tests that only look; do not change anything in it."""
    folder = tmp_path_factory.mktemp("demo")
    with open_workspace(folder / "demo.sqlite", client="maker") as workspace:
        load_samples(workspace, ("demo-full",))
    window = MainWindow(str(folder / "demo.sqlite"), "zh", Settings(folder / "settings.json"))
    window.resize(1366, 768)
    window.show()
    shown = QEventLoop()
    window.link.checked.connect(shown.quit)
    QTimer.singleShot(PATIENCE, shown.quit)
    window.open_workspace()
    shown.exec()
    assert window.snapshot is not None
    yield window
    window.close()
    window.deleteLater()


def activate(window: MainWindow, qtbot: QtBot) -> None:
    """Make the window the active one: shortcuts reach no other."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


@pytest.fixture
def open_window(qtbot: QtBot) -> OpenWindow:
    """Opens a window of 1366×768 on a workspace and waits until a meeting is shown."""

    def opened(file: Path, language: str = "zh", settings: Settings | None = None) -> MainWindow:
        window = MainWindow(str(file), language, settings or Settings())
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        with qtbot.waitSignal(window.meeting_shown):
            window.open_workspace()
        activate(window, qtbot)
        return window

    return opened


def type_line(qtbot: QtBot, part: QWidget, words: str) -> None:
    """Type words and Enter where the keyboard of a window is; `keyClicks` cannot type Chinese."""
    for letter in words:
        pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(part.window().focusWidget(), pressed)
    qtbot.keyClick(part.window().focusWidget(), Qt.Key.Key_Return)
