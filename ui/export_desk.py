"""Exports from the window: ask for a folder, hand the job to the worker, tell how it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from resources.languages import LANGUAGES, translator
from ui import folders
from ui.jobs import ExportJobs
from ui.settings import EXPORT_FOLDER, OFFICE_NAME, Settings
from ui.theme import Theme
from ui.widgets.activity_line import ActivityLine
from ui.widgets.tips import as_tip

if TYPE_CHECKING:
    from exporters.paper import Notice
    from models.snapshots.shapes import MeetingSnapshot
    from ui.export_worker import Choice, Done, Failed, Job, Progress, Report


def open_folder(folder: str) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


class ExportDesk(QObject):
    """Between the rooms that want papers, the worker, and the line that tells."""

    allowed_changed = Signal(bool)
    failed = Signal(object, str)  # KnownError | None, details

    def __init__(self, window: QWidget, settings: Settings, line: ActivityLine) -> None:
        super().__init__(window)
        self._window, self._settings, self.line = window, settings, line
        self.jobs = ExportJobs(self)
        self.jobs.reported.connect(self._told)
        self.line.cancel_requested.connect(self.cancel)
        self._language = "zh"
        self._say: Callable[[], None] | None = None
        self.show_folder = open_folder

    def ask_and_export(self, snapshot: MeetingSnapshot, choices: tuple[Choice, ...]) -> None:
        """Let the user choose a folder, then export into it."""
        _ = translator(self._language).gettext
        dialog = QFileDialog(self._window, _("Where to put the papers"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Export here"))
        dialog.setDirectory(str(self._proposed_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.export(snapshot, choices, folder))
        dialog.open()

    def export(self, snapshot: MeetingSnapshot, choices: tuple[Choice, ...], folder: str) -> None:
        """Export into a folder."""
        from exporters.options import ExportOptions
        from ui.export_worker import Job

        self._settings.set(EXPORT_FOLDER, folder)
        now, office = datetime.now(), self._settings.get(OFFICE_NAME)
        options = tuple(ExportOptions(language, now, organization_name=office) for language in LANGUAGES)
        self._start(Job(self.jobs.next_number(), snapshot, options, folder, choices))

    def cancel(self) -> None:
        """Stop the export under way."""
        self.jobs.cancel()
        self.allowed_changed.emit(True)
        self._tell(self._say_cancelled)

    def close(self) -> None:
        """End the worker."""
        self.jobs.close()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        self.line.name(_("Cancel"), _("Open folder"), _("Put away"), _("Export progress"))
        if self._say is not None:
            self._say()

    def retheme(self, theme: Theme) -> None:
        """Draw the line in another theme."""
        self.line.retheme(theme)

    def _proposed_folder(self) -> Path:
        given = self._settings.get(EXPORT_FOLDER)
        proposed = Path(given) if given else folders.default_exports()
        return next((folder for folder in (proposed, *proposed.parents) if folder.is_dir()), Path.home())

    def _start(self, job: Job) -> None:
        self.allowed_changed.emit(False)
        self.line.allow_cancel(True)
        self.jobs.submit(job)
        self._tell(self._say_preparing)

    def _told(self, report: Report) -> None:
        from ui.export_worker import Done, Failed, Progress

        if isinstance(report, Progress):
            self.line.allow_cancel(not report.saving)
            self._tell(lambda: self._say_progress(report))
        elif isinstance(report, Done):
            self.allowed_changed.emit(True)
            self._tell(lambda: self._say_done(report))
        elif isinstance(report, Failed):
            self._fail(report)

    def _fail(self, report: Failed) -> None:
        self.allowed_changed.emit(True)
        self._say = None
        self.line.hide()
        self.failed.emit(report.error, report.details)

    def _tell(self, say: Callable[[], None]) -> None:
        self._say = say
        say()

    def _say_preparing(self) -> None:
        _ = translator(self._language).gettext
        self.line.show_progress(_("Preparing the export…"), 0, 0)

    def _say_progress(self, report: Progress) -> None:
        from ui.wording import document_title

        _ = translator(self._language).gettext
        title = document_title(report.document, self._language) if report.document else report.title
        words = _("Making papers, {done} of {total}: {title}") if title else _("Making papers, {done} of {total}")
        if report.saving:
            words = _("Saving {total} papers…")
        self.line.show_progress(
            words.format(done=report.done, total=report.total, title=title), report.done, report.total
        )

    def _say_done(self, report: Done) -> None:
        ngettext = translator(self._language).ngettext
        count, folder = len(report.files), report.folder
        words = ngettext("{count} file saved in {folder}", "{count} files saved in {folder}", count)
        said = words.format(count=count, folder=folder)
        if report.notices:
            more = ngettext("{count} notice", "{count} notices", len(report.notices)).format(count=len(report.notices))
            said = f"{said} · {more}"
        self.line.show_result(said, "good", lambda: self.show_folder(folder))
        self.line.words.setToolTip(as_tip(self._noticed(report.notices) or said))

    def _noticed(self, notices: tuple[Notice, ...]) -> str:
        from ui.wording import notice_sentence

        return "\n".join(notice_sentence(notice, self._language) for notice in notices)

    def _say_cancelled(self) -> None:
        _ = translator(self._language).gettext
        self.line.show_result(_("Export cancelled. Nothing was saved."), "ink_soft", None)
