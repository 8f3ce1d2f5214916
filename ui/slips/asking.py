"""Where the slips lie: the system's dialogs for files and for a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from resources.languages import translator
from ui.settings import SLIPS_FOLDER, Settings

ENDINGS = "*.xlsx *.xlsm *.xls *.et *.ods *.csv *.tsv *.txt *.docx"


def ask_files(parent: QWidget, language: str, settings: Settings, take: Callable[[Sequence[str]], None]) -> None:
    """Let the user choose files; their folder is proposed the next time."""
    _ = translator(language).gettext
    dialog = _dialog(parent, _("Choose the reply slips"), settings)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    words = _("Spreadsheets and tables")
    dialog.setNameFilters([f"{words} ({ENDINGS})", _("All files (*)")])
    dialog.filesSelected.connect(lambda files: _taken(dialog, settings, files, take))
    dialog.open()


def ask_folder(parent: QWidget, language: str, settings: Settings, take: Callable[[Sequence[str]], None]) -> None:
    """Let the user choose a folder; everything in it is read."""
    _ = translator(language).gettext
    dialog = _dialog(parent, _("Choose the folder of the reply slips"), settings)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.filesSelected.connect(lambda folders: _taken(dialog, settings, folders, take))
    dialog.open()


def _dialog(parent: QWidget, title: str, settings: Settings) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if settings.get(SLIPS_FOLDER):
        dialog.setDirectory(settings.get(SLIPS_FOLDER))
    return dialog


def _taken(
    dialog: QFileDialog, settings: Settings, chosen: Sequence[str], take: Callable[[Sequence[str]], None]
) -> None:
    settings.set(SLIPS_FOLDER, dialog.directory().absolutePath())
    take(chosen)
