"""The system's dialogs for files and folders: each starts where the last one of its purpose ended."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.settings import Setting, Settings


def file_dialog(
    parent: QWidget, title: str, settings: Settings, purpose: Setting[str], *, first: Path | None = None
) -> QFileDialog:
    """A dialog that is yet to be told what it asks for; `first`: where it starts when nothing was chosen before."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setDirectory(str(_start(settings.get(purpose), first)))
    dialog.filesSelected.connect(lambda chosen: settings.set(purpose, _folder_of(Path(chosen[0]))))
    return dialog


def _start(last: str, first: Path | None) -> Path:
    """A folder that exists; never the one the program was started in."""
    proposed = Path(last) if last else first
    above = (proposed, *proposed.parents) if proposed is not None else ()
    return next((folder for folder in above if folder.is_dir() and folder != folder.parent), _documents())


def _documents() -> Path:
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()


def _folder_of(chosen: Path) -> str:
    return str(chosen if chosen.is_dir() else chosen.parent)
