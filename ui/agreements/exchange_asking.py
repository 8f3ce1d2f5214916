"""Where a draft goes and where one comes from: the system's dialogs for files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from resources.languages import translator
from ui.settings import DRAFTS_FOLDER, Settings

Take = Callable[[str], None]


def ask_target(parent: QWidget, language: str, settings: Settings, name: str, take: Take) -> None:
    """Where the file of a draft is to be put; the system asks before another file is replaced."""
    _ = translator(language).gettext
    dialog = _dialog(parent, _("Where to put the draft"), settings, language)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("docx")
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda file: _taken(settings, file, take))
    dialog.open()


def ask_returned(parent: QWidget, language: str, settings: Settings, take: Take) -> None:
    """The file that came back."""
    _ = translator(language).gettext
    dialog = _dialog(parent, _("Choose the draft that came back"), settings, language)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda file: _taken(settings, file, take))
    dialog.open()


def _dialog(parent: QWidget, title: str, settings: Settings, language: str) -> QFileDialog:
    _ = translator(language).gettext
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters([_("Word documents") + " (*.docx)", _("All files (*)")])
    if settings.get(DRAFTS_FOLDER):
        dialog.setDirectory(settings.get(DRAFTS_FOLDER))
    return dialog


def _taken(settings: Settings, file: str, take: Take) -> None:
    settings.set(DRAFTS_FOLDER, str(Path(file).parent))
    take(file)
