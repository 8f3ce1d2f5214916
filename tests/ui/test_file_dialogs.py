"""Every file dialog starts where it was last used for its purpose, else in the documents, and goes by one function."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

import ui
from ui.file_dialogs import file_dialog
from ui.settings import SCANS_FOLDER, TEMPLATES_FOLDER, Settings


@pytest.fixture
def documents(private_home: Path) -> Path:
    """The user's documents."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    assert private_home in folder.parents
    folder.mkdir(parents=True)
    return folder


def started(parent: QWidget, settings: Settings, first: Path | None = None) -> str:
    return file_dialog(parent, "Choose", settings, SCANS_FOLDER, first=first).directory().absolutePath()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """A widget to stand before."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_the_first_time_a_dialog_starts_in_the_documents(parent: QWidget, documents: Path):
    assert started(parent, Settings()) == str(documents)


def test_without_documents_it_starts_at_home_not_where_the_program_lies(parent: QWidget, tmp_path: Path):
    home = Path.home()
    home.mkdir(parents=True)
    assert started(parent, Settings()) == str(home)


def test_where_something_was_chosen_the_next_dialog_of_that_purpose_starts(
    parent: QWidget, documents: Path, tmp_path: Path
):
    folder, settings = tmp_path / "扫描件", Settings()
    folder.mkdir()
    (folder / "a.pdf").touch()
    dialog = file_dialog(parent, "Choose", settings, SCANS_FOLDER)
    dialog.filesSelected.emit([str(folder / "a.pdf")])
    assert started(parent, Settings()) == str(folder)
    dialog.filesSelected.emit([str(folder)])  # a folder is itself where the next one starts
    other = file_dialog(parent, "Choose", settings, TEMPLATES_FOLDER)
    assert (started(parent, settings), other.directory().absolutePath()) == (str(folder), str(documents))


def test_a_folder_that_is_gone_gives_the_nearest_above_it(parent: QWidget, documents: Path, tmp_path: Path):
    settings = Settings()
    settings.set(SCANS_FOLDER, str(tmp_path / "gone" / "deeper"))
    assert started(parent, settings) == str(tmp_path)
    settings.set(SCANS_FOLDER, "/gone-with-its-drive/deeper")
    assert started(parent, settings) == str(documents)


def test_a_purpose_may_have_a_first_folder_of_its_own(parent: QWidget, documents: Path, tmp_path: Path):
    assert started(parent, Settings(), first=tmp_path) == str(tmp_path)
    assert started(parent, Settings(), first=documents / "签约台") == str(documents)


def test_no_other_file_makes_a_file_dialog():
    folder = Path(ui.__file__).parent
    made = [
        file.name
        for file in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == QFileDialog.__name__
    ]
    assert made == ["file_dialogs.py"]
