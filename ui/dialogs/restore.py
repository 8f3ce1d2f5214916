"""Choosing the backup that takes the place of the workspace. Nothing is lost: the present one is backed up first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator
from ui.theme import Theme
from ui.widgets.message_page import MessagePage
from ui.widgets.row_model import Column, RowModel
from ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from models.store.backup_rounds import Backup

SIZE = (620, 440)
KILOBYTE = 1024


def N_(message: str) -> str:
    """Mark a message; it is translated where it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup in the list; `size` in bytes."""

    id: int
    made_at: datetime
    path: Path
    automatic: bool
    size: int


def backup_rows(backups: Sequence[Backup]) -> tuple[BackupRow, ...]:
    """The newest first, each with the size of its file; one that has just gone is left out."""
    rows = []
    for number, backup in enumerate(backups):
        try:
            size = backup.path.stat().st_size
        except OSError:
            continue
        rows.append(BackupRow(number, backup.made_at, backup.path, backup.automatic, size))
    return tuple(rows)


def size_words(row: BackupRow, _language: str) -> str:
    """Its size as people read it."""
    kilobytes = row.size / KILOBYTE
    return f"{kilobytes / KILOBYTE:.1f} MB" if kilobytes >= KILOBYTE else f"{kilobytes:.0f} KB"


def origin_words(row: BackupRow, language: str) -> str:
    """Whether somebody asked for it."""
    _ = translator(language).gettext
    return _("by itself") if row.automatic else _("by hand, or before a restore")


COLUMNS = (
    Column("made_at", N_("Made"), lambda row, _: f"{row.made_at:%Y-%m-%d %H:%M:%S}", strong=True),
    Column("origin", N_("How"), origin_words, flexible=True),
    Column("size", N_("Size"), size_words, right=True),
)


class RestoreDialog(QDialog):
    """`restore_requested` carries the path of the chosen backup, `other_requested` the wish for another file."""

    restore_requested = Signal(str)
    other_requested = Signal()

    def __init__(self, backups: Sequence[Backup], language: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self.words, self.model = QLabel(), RowModel(COLUMNS, self)
        self.table, self.nothing = RowTable(self.model), MessagePage("archive-restore")
        self.restore_button, self.other_button, self.cancel_button = QPushButton(), QPushButton(), QPushButton()
        self.model.retheme(theme)
        self.nothing.retheme(theme)
        self.model.show_rows(backup_rows(backups))
        self._lay_out()
        self._say(language)
        self.restore_button.clicked.connect(self._restore)
        self.table.row_opened.connect(lambda _row: self._restore())
        self.other_button.clicked.connect(self._other)
        self.cancel_button.clicked.connect(self.reject)
        self.restore_button.setEnabled(bool(self.model.rows()))
        self.table.selectRow(0)

    def _lay_out(self) -> None:
        self.words.setWordWrap(True)
        self.words.setProperty("role", "soft")
        self.restore_button.setProperty("role", "main")
        self.restore_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.other_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.restore_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(12)
        layout.addWidget(self.words)
        layout.addWidget(self.table if self.model.rows() else self.nothing, 1)
        layout.addLayout(buttons)

    def _say(self, language: str) -> None:
        _ = translator(language).gettext
        self.setWindowTitle(_("Restore a backup"))
        self.setAccessibleName(_("Restore a backup"))
        self.words.setText(
            _(
                "The backup takes the place of the workspace. What is there now is backed up first and stays in the "
                "folder “backups” beside it."
            )
        )
        self.model.retranslate(language)
        self.table.setAccessibleName(_("Backups"))
        self.nothing.say(_("No backup yet"), _("A backup is made at the start of each day and hourly while you work."))
        words = (_("Restore this one"), _("Choose a file…"), _("Cancel"))
        for button, text in zip((self.restore_button, self.other_button, self.cancel_button), words, strict=True):
            button.setText(text)
            button.setAccessibleName(text)

    def _restore(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self.restore_requested.emit(str(row.path))
            self.accept()

    def _other(self) -> None:
        self.other_requested.emit()
        self.accept()
