"""Clears the personal data of a meeting past its term: looks first, shows what goes, and does it beside the window."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from resources.languages import translator
from ui.dialogs.troubles import Action

if TYPE_CHECKING:
    from models.purging import PurgePreview
    from models.store.workspace import Workspace
    from ui.main_window import MainWindow


class PurgeDesk(QObject):
    """Between the menu, the workspace and the dialog."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def may_purge(self) -> bool:
        """Whether a meeting is open that can be changed."""
        return self._window.snapshot is not None and not self._window.link.read_only

    def ask(self) -> None:
        """Look what would be cleared, and show it; a meeting within its term is told so."""
        workspace, snapshot = self._window.link.workspace, self._window.snapshot
        if workspace is None or snapshot is None:
            return
        self._window.showing.keep_typed()
        look = partial(_preview, workspace, snapshot.meeting.id)
        self._window.link.run_beside(look, self._show, self._failed)

    def _show(self, preview: PurgePreview) -> None:
        from ui.dialogs.purge import PurgeDialog

        dialog = PurgeDialog(preview, self._window.language, self._window)
        dialog.purge_requested.connect(partial(self.purge, preview.counts.meeting_id))
        dialog.open()

    def purge(self, meeting_id: int, younger_backups: bool) -> None:
        """Clear it for good."""
        window = self._window
        if window.link.workspace is None or not window.link.finish():
            return
        work = partial(_purge, window.link.workspace, meeting_id, younger_backups, window.settings.file)
        window.link.run_beside(work, self._done, self._failed)

    def _done(self, _done: PurgePreview) -> None:
        _ = translator(self._window.language).gettext
        self._window.status.notice(_("The personal data are cleared."))
        self._window.link.glance()

    def _failed(self, error: Exception) -> None:
        self._window.tell_error(Action.OTHER, error)


def _preview(workspace: Workspace, meeting_id: int) -> PurgePreview:
    from models.purging import preview_purge

    return preview_purge(workspace, meeting_id, now=datetime.now())


def _purge(workspace: Workspace, meeting_id: int, younger_backups: bool, settings: Path) -> PurgePreview:
    from models.purging import purge
    from ui.agreements.batch_file import forget_batch

    done = purge(workspace, meeting_id, now=datetime.now(), younger_backups=younger_backups)
    forget_batch(settings, workspace.location, meeting_id)
    return done
