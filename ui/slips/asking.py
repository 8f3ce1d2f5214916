"""Where the slips lie: the system's dialogs for files and for a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFileDialog, QWidget

from resources.languages import translator
from ui.file_dialogs import file_dialog
from ui.settings import SLIPS_FOLDER, Settings

ENDINGS = "*.xlsx *.xlsm *.xls *.et *.ods *.csv *.tsv *.txt *.docx"


def ask_files(parent: QWidget, language: str, settings: Settings, take: Callable[[Sequence[str]], None]) -> None:
    """Let the user choose files; their folder is proposed the next time."""
    _ = translator(language).gettext
    dialog = file_dialog(parent, _("Choose the reply slips"), settings, SLIPS_FOLDER)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    words = _("Spreadsheets and tables")
    dialog.setNameFilters([f"{words} ({ENDINGS})", _("All files (*)")])
    dialog.filesSelected.connect(take)
    dialog.open()


def ask_folder(parent: QWidget, language: str, settings: Settings, take: Callable[[Sequence[str]], None]) -> None:
    """Let the user choose a folder; everything in it is read."""
    _ = translator(language).gettext
    dialog = file_dialog(parent, _("Choose the folder of the reply slips"), settings, SLIPS_FOLDER)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.filesSelected.connect(take)
    dialog.open()
