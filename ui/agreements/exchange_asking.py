"""Where a draft goes and where one comes from: the system's dialogs for files."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

from resources.languages import translator
from ui.file_dialogs import file_dialog
from ui.settings import DRAFTS_FOLDER, Settings

Take = Callable[[str], None]


def ask_target(parent: QWidget, language: str, settings: Settings, name: str, take: Take) -> None:
    """Where the file of a draft is to be put; the system asks before another file is replaced."""
    _ = translator(language).gettext
    dialog = _dialog(parent, _("Where to put the draft"), settings, language)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("docx")
    dialog.selectFile(name)
    dialog.fileSelected.connect(take)
    dialog.open()


def ask_returned(parent: QWidget, language: str, settings: Settings, take: Take) -> None:
    """The file that came back."""
    _ = translator(language).gettext
    dialog = _dialog(parent, _("Choose the draft that came back"), settings, language)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(take)
    dialog.open()


def _dialog(parent: QWidget, title: str, settings: Settings, language: str) -> QFileDialog:
    _ = translator(language).gettext
    dialog = file_dialog(parent, title, settings, DRAFTS_FOLDER)
    dialog.setNameFilters([_("Word documents") + " (*.docx)", _("All files (*)")])
    return dialog
