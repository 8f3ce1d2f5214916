"""Workspace files from the window: new, open, recent, a copy, files dropped on it, and one that went out of reach."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from resources.languages import translator
from ui.dialogs.troubles import Action
from ui.file_dialogs import file_dialog
from ui.presence import is_out_of_reach
from ui.settings import RECENT_WORKSPACES, WORKSPACES_FOLDER
from ui.widgets.drop_hint import DropHint

if TYPE_CHECKING:
    from ui.main_window import MainWindow

ENDING = ".sqlite"
WORKSPACE_START = b"SQLite format 3\x00"


class FilesDesk(QObject):
    """Opens other workspaces in the window and copies this one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lost = False
        self._hint: DropHint | None = None

    # --- opening

    def ask_new(self) -> None:
        """Let the user name a new workspace; it is made and opened at once."""
        _ = self._words()
        dialog = self._dialog(_("New workspace"), save=True)
        dialog.selectFile(_("Workspace") + ENDING)
        dialog.fileSelected.connect(self.make_new)
        dialog.open()

    def ask_open(self) -> None:
        """Let the user choose a workspace."""
        _ = self._words()
        dialog = self._dialog(_("Open a workspace"), save=False)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    def make_new(self, location: str) -> None:
        """Make a workspace where there is no file yet, and open it."""
        if Path(location).exists():
            self.open_file(location)
        else:
            self._open(location, existing=False)

    def open_file(self, location: str) -> None:
        """Open another workspace; what is typed here is stored first."""
        self._open(location, existing=True)

    def recent(self) -> tuple[str, ...]:
        """Workspaces opened lately, without the one that is open."""
        return tuple(one for one in self._window.settings.get(RECENT_WORKSPACES) if one != self._window.location)

    def try_again(self) -> None:
        """Open the workspace again that could not be opened or went out of reach."""
        self._window.link.open(self._window.location, existing=self._lost)

    def _open(self, location: str, *, existing: bool) -> None:
        window = self._window
        window.showing.keep_typed()
        if not window.link.finish() or not self._may_leave(lambda: self._open(location, existing=existing)):
            return
        window.location, self._lost = location, False
        window.showing.forget()
        window.link.open(location, existing=existing)

    def _may_leave(self, go_on: Callable[[], object]) -> bool:
        """Whether no template or clause is half edited; asks, and calls `go_on` when it may."""
        rooms = self._window.rooms
        return "agreements" not in rooms or rooms["agreements"].may_close(go_on)

    # --- out of reach

    def lost(self, error: Exception) -> None:
        """The workspace can no longer be reached: a calm page, and what is typed stays behind it."""
        self._lost = True
        self._window.frame.show_problem(error, lost=True)

    def found(self) -> None:
        """A workspace is open."""
        self._lost = False

    def is_lost(self, error: Exception) -> bool:
        """Whether the calm page has told this error already."""
        return self._lost and is_out_of_reach(error)

    def not_opened(self, error: Exception) -> None:
        """Say why a workspace could not be opened; one that was out of reach before still is."""
        self._window.frame.show_problem(error, lost=self._lost)

    # --- copies and folders

    def ask_copy(self) -> None:
        """Let the user say where a copy goes."""
        workspace = self._window.link.workspace
        if workspace is None:
            return
        _ = self._words()
        dialog = self._dialog(_("Save a copy of the workspace"), save=True)
        dialog.selectFile(f"{workspace.name}-{_today()}{ENDING}")
        dialog.fileSelected.connect(self.save_copy)
        dialog.open()

    def save_copy(self, target: str) -> None:
        """Copy the workspace as it is now, while it stays open."""
        location = self._window.location

        def copied(_path: object) -> None:
            _ = self._words()
            self._window.status.notice(_("A copy was saved: {path}").format(path=target))

        def not_copied(error: Exception) -> None:
            self._window.tell_error(Action.OTHER, error)

        self._window.link.run_beside(lambda: _copy(location, target), copied, not_copied)

    # --- files dropped on the window

    def dragged(self, files: list[str]) -> None:
        """Files are held over the window: say what dropping them would do."""
        _, workspace = self._words(), any(self._is_workspace(file) for file in files)
        words = _("Drop to open this workspace") if workspace else _("Drop to read these as reply slips")
        if self._hint is None:
            self._hint = DropHint(self._window.frame.content)
        if workspace or (self._window.snapshot is not None and not self._window.link.read_only):
            self._hint.show_words(words)

    def drag_ended(self) -> None:
        """They are dropped, or taken away again."""
        if self._hint is not None:
            self._hint.hide()

    def files_dropped(self, files: list[str]) -> None:
        """Open a workspace; say of any other file what it can be used for."""
        workspaces = [file for file in files if self._is_workspace(file)]
        if workspaces:
            self.open_file(workspaces[0])
        elif files and not self._taken_by_room(files):
            _ = self._words()
            words = _("“{file}” is not a workspace, and nothing can be imported here now.")
            self._window.status.notice(words.format(file=Path(files[0]).name))

    def _is_workspace(self, file: str) -> bool:
        """Our own is not looked into: where it is closed by other hands than SQLite's, its locks go (POSIX)."""
        with suppress(OSError):
            if Path(file).samefile(self._window.location):
                return True
        return is_workspace_file(file)

    def _taken_by_room(self, files: list[str]) -> bool:
        """Whether the room that is seen has a use for the files, or else the people, who take reply slips."""
        window = self._window
        if window.snapshot is None:
            return False
        if window.rooms[window.room].take_files(files):
            return True
        window.show_room("people")
        return window.rooms["people"].take_files(files)

    # ---

    def _words(self) -> Callable[[str], str]:
        return translator(self._window.language).gettext

    def _dialog(self, title: str, *, save: bool) -> QFileDialog:
        _ = self._words()
        dialog = file_dialog(self._window, title, self._window.settings, WORKSPACES_FOLDER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if save else QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile if save else QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Workspaces (*.sqlite)"), _("All files (*)")])
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is ever written over
        dialog.setDefaultSuffix(ENDING.lstrip("."))
        return dialog


def is_workspace_file(file: str) -> bool:
    """Whether a file is a database of our kind of file, by its first bytes; opening it tells the rest."""
    try:
        with Path(file).open("rb") as stream:
            return stream.read(len(WORKSPACE_START)) == WORKSPACE_START
    except OSError:
        return False


def _copy(location: str, target: str) -> Path:
    """Runs in another thread; the kept files go along. KnownError: backup_exists …"""
    from models.store.backup import back_up
    from models.store.kept_files import copy_along

    copy = back_up(location, Path(target))
    copy_along(location, copy)
    return copy


def _today() -> str:
    from datetime import date

    return date.today().isoformat()
