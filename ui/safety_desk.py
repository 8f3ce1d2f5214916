"""The safety of what was entered: backups by themselves and by hand, restoring, the diagnostics file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from resources.languages import translator
from ui.backup_clock import BackupClock
from ui.dialogs.troubles import Action
from ui.file_dialogs import file_dialog
from ui.purge_desk import PurgeDesk
from ui.settings import BACKUPS_FOLDER, DIAGNOSTICS_FOLDER

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ui.main_window import MainWindow


class SafetyDesk(QObject):
    """Knows when backups are made, and does what the menus ask for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.clock, self.purging = BackupClock(self), PurgeDesk(window)
        self._by_hand = False
        self.clock.backed_up.connect(self._backed_up)
        self.clock.failed.connect(self._not_backed_up)

    # --- backups

    def opened(self) -> None:
        """A workspace is open: care for it, unless it can only be read."""
        workspace = self._window.link.workspace
        if workspace is None or workspace.read_only or "://" in workspace.location:
            self.clock.leave()
            self._window.status.show_backup(None)
        else:
            self.clock.follow(workspace.location)

    def back_up_now(self) -> None:
        """Make a backup at once and say so."""
        self._by_hand = True
        self.clock.back_up_by_hand()

    def may_back_up(self) -> bool:
        """Whether there is a file to care for."""
        workspace = self._window.link.workspace
        return workspace is not None and not workspace.read_only and "://" not in workspace.location

    def close(self) -> None:
        """Finish the backup under way."""
        self.clock.close()

    def _backed_up(self, made_at: datetime | None) -> None:
        self._window.status.show_backup(made_at)
        if self._by_hand:
            self._by_hand = False
            _ = self._words()
            self._window.status.notice(_("A backup was made. It lies in “backups” beside the workspace."))

    def _not_backed_up(self, error: Exception) -> None:
        self._by_hand = False
        self._window.tell_error(Action.OTHER, error)

    # --- restoring

    def ask_restore(self) -> None:
        """Let the user choose a backup."""
        from models.store.backup_rounds import backups_of
        from ui.dialogs.restore import RestoreDialog

        window = self._window
        dialog = RestoreDialog(backups_of(window.location), window.language, window.appearance.theme, window)
        dialog.restore_requested.connect(self.restore)
        dialog.other_requested.connect(self._ask_file)
        dialog.open()

    def restore(self, backup: str) -> None:
        """Put a backup in the place of the workspace and open it."""
        window = self._window
        window.showing.keep_typed()
        if not window.link.finish():
            return
        location = window.location
        self.clock.leave()
        window.showing.forget()
        window.link.leave()
        window.link.run_beside(lambda: _restore(backup, location), self._restored, self._not_restored)

    def _restored(self, _result: None) -> None:
        self._window.link.open(self._window.location, existing=True)
        _ = self._words()
        self._window.status.notice(_("The backup is restored. What was there before lies in “backups”."))

    def _not_restored(self, error: Exception) -> None:
        self._window.link.open(self._window.location, existing=True)
        self._window.tell_error(Action.OTHER, error)

    def _ask_file(self) -> None:
        _ = self._words()
        dialog = file_dialog(self._window, _("Restore a backup"), self._window.settings, BACKUPS_FOLDER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Workspaces (*.sqlite)"), _("All files (*)")])
        dialog.fileSelected.connect(self.restore)
        dialog.open()

    # --- the diagnostics file

    def ask_diagnostics(self) -> None:
        """Let the user say where the diagnostics file goes."""
        _ = self._words()
        words = _("Save the diagnostics file")
        dialog = file_dialog(self._window, words, self._window.settings, DIAGNOSTICS_FOLDER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.setNameFilters([_("Diagnostics (*.zip)")])
        dialog.selectFile(f"signing-desk-diagnostics-{datetime.now():%Y%m%d}.zip")
        dialog.fileSelected.connect(self.save_diagnostics)
        dialog.open()

    def save_diagnostics(self, target: str) -> None:
        """Write versions, counts and the masked log into a file: no names, no papers."""
        window = self._window
        if window.link.workspace is None:
            self._write_diagnostics(target, {})
        else:
            written = partial(self._write_diagnostics, target)
            window.office.read(_counts, written, lambda _error: written({}))  # it is wanted when something is broken

    def _write_diagnostics(self, target: str, counts: dict[str, int]) -> None:
        from ui.diagnostics import make_diagnostics

        window, screens = self._window, self._screens()
        work = partial(make_diagnostics, Path(target), counts=counts, settings=window.settings, screens=screens)
        window.link.run_beside(work, self._written, lambda error: window.tell_error(Action.OTHER, error))

    def _written(self, target: Path) -> None:
        _ = self._words()
        words = _("Saved: {path}. It holds versions, counts and the masked log, no names and no papers.")
        self._window.status.notice(words.format(path=target))

    def _screens(self) -> list[str]:
        from PySide6.QtGui import QGuiApplication

        screens = QGuiApplication.screens()
        return [f"{one.size().width()}x{one.size().height()} @{one.devicePixelRatio():g}" for one in screens]

    def _words(self) -> Callable[[str], str]:
        return translator(self._window.language).gettext


def _restore(backup: str, location: str) -> None:
    """Runs in another thread. KnownError: backup_damaged, not_a_workspace …"""
    from models.store.backup import restore

    restore(Path(backup), location)


def _counts(session: Session) -> dict[str, int]:
    """Runs in the reader's thread."""
    from models.store.counts import count_rows

    return count_rows(session)
