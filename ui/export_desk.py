"""Papers from the window: ask where they go, hand the work to the workers, tell how it goes."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from resources.languages import translator
from ui import folders
from ui.dialogs.existing_files import ExistingFilesDialog
from ui.export_words import count_words, done_words, notice_lines, progress_words
from ui.file_dialogs import file_dialog
from ui.jobs import ExportJobs
from ui.paper_options import USUAL, PaperOptions
from ui.paper_places import place_of_refusal
from ui.settings import EXPORT_FOLDER, OFFICE_NAME, PAPER_FOLDER, Settings
from ui.theme import Theme
from ui.widgets.activity_line import ActivityLine
from ui.widgets.result_lines import ResultLine

if TYPE_CHECKING:
    from models.errors import KnownError
    from models.snapshots.shapes import MeetingSnapshot
    from ui.export_worker import Asks, Choice, Done, Failed, Job, Report
    from ui.preview_desk import PreviewDesk
    from ui.printing.print_desk import PrintDesk

COPIES = "signing-desk-copy-"
KEPT_SECONDS = 86_400.0
Start = Callable[[], None]
Gate = Callable[[Start, Start], None]  # calls the first once nothing stands against the paper, else the second


def open_folder(folder: str) -> None:
    """Show a folder in the system's file manager, or a file in the program that belongs to it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


def forget_old_copies() -> None:
    """Remove the copies opened before yesterday: they hold names and phone numbers."""
    for folder in Path(tempfile.gettempdir()).glob(f"{COPIES}*"):
        try:
            old = time.time() - folder.stat().st_mtime > KEPT_SECONDS
        except OSError:  # another window has just removed it
            continue
        if old:
            shutil.rmtree(folder, ignore_errors=True)


def at_once(start: Start, _refused: Start) -> None:
    """Nothing stands against it."""
    start()


def nothing_begun() -> None:
    """A paper was refused before anything was begun: there is nothing to end."""


class ExportDesk(QObject):
    """Between the rooms that want papers, the workers, and the line that tells."""

    allowed_changed = Signal(bool)
    failed = Signal(object, str)  # KnownError | None, details
    place_requested = Signal(str)

    def __init__(self, window: QWidget, settings: Settings, line: ActivityLine) -> None:
        super().__init__(window)
        self.window, self.settings, self.line = window, settings, line
        self.jobs = ExportJobs(self)
        self.jobs.reported.connect(self._told)
        self.line.cancel_requested.connect(self.cancel)
        self.line.place_requested.connect(self.place_requested)
        self.language = "zh"
        self._say: Callable[[], None] | None = None
        self._job: Job | None = None
        self.show_folder = open_folder
        self.open_file = open_folder

    @cached_property
    def preview(self) -> PreviewDesk:
        """The desk that makes papers to look at; it begins to work when it is first asked for."""
        from ui.preview_desk import PreviewDesk

        desk = PreviewDesk(self)
        desk.warm_up()
        return desk

    @cached_property
    def printing(self) -> PrintDesk:
        """The desk that prints."""
        from ui.printing.print_desk import PrintDesk

        return PrintDesk(self)

    @property
    def busy(self) -> bool:
        """Whether an export or a print is under way."""
        return self.jobs.running is not None or self.is_printing

    @property
    def is_printing(self) -> bool:
        """Whether a print is under way."""
        return "printing" in self.__dict__ and self.printing.running

    def ask_and_export(
        self,
        snapshot: MeetingSnapshot,
        choices: tuple[Choice, ...],
        options: PaperOptions = USUAL,
        gate: Gate = at_once,
    ) -> None:
        """Let the user choose a folder, then export into it."""
        _ = translator(self.language).gettext
        dialog = file_dialog(
            self.window, _("Where to put the papers"), self.settings, EXPORT_FOLDER, first=self._proposed_folder()
        )
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Export here"))
        dialog.fileSelected.connect(
            lambda folder: gate(lambda: self.export(snapshot, choices, folder, options), nothing_begun)
        )
        dialog.open()

    def export(
        self,
        snapshot: MeetingSnapshot,
        choices: tuple[Choice, ...],
        folder: str,
        options: PaperOptions = USUAL,
    ) -> None:
        """Export into a folder."""
        self.settings.set(EXPORT_FOLDER, folder)
        self._submit(snapshot, choices, folder, options)

    def ask_and_save(
        self, snapshot: MeetingSnapshot, choice: Choice, name: str, options: PaperOptions, gate: Gate = at_once
    ) -> None:
        """Let the user choose where one paper goes and how it is called; the system asks before it is replaced."""
        _ = translator(self.language).gettext
        dialog = file_dialog(
            self.window, _("Save the paper as"), self.settings, PAPER_FOLDER, first=self._proposed_folder()
        )
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{choice.format.upper()} (*.{choice.format})")
        dialog.setDefaultSuffix(choice.format)
        dialog.selectFile(name)
        dialog.fileSelected.connect(
            lambda file: gate(lambda: self.save(snapshot, choice, file, options), nothing_begun)
        )
        dialog.open()

    def save(self, snapshot: MeetingSnapshot, choice: Choice, file: str, options: PaperOptions) -> None:
        """Save one paper as this file."""
        path = Path(file)
        self._submit(snapshot, (choice,), str(path.parent), options, file=path.name)

    def open_copy(self, snapshot: MeetingSnapshot, choice: Choice, name: str, options: PaperOptions) -> None:
        """Save a temporary copy that cannot be written and open it in the program for such files."""
        forget_old_copies()
        folder = tempfile.mkdtemp(prefix=COPIES)
        self._submit(snapshot, (choice,), folder, options, file=name, read_only=True)

    def show_export_folder(self) -> None:
        """Show the folder of the last export."""
        self.show_folder(str(self._proposed_folder()))

    def cancel(self) -> None:
        """Stop the export or the print under way; one that puts files in place goes on, and the line says so."""
        if self.is_printing:
            self.printing.cancel()
        elif self.jobs.cancel():
            self.allowed_changed.emit(True)
            self.tell(self._say_cancelled)

    def give_up(self) -> bool:
        """The window is going: end the export or the print; False where papers are being put in place."""
        if not self.is_printing:
            self.cancel()
            return not self.busy
        self.printing.close()
        self.line.hide()
        self.allowed_changed.emit(True)
        return True

    def close(self) -> None:
        """End the workers."""
        if "printing" in self.__dict__:
            self.printing.close()
        if "preview" in self.__dict__:
            self.preview.close()
        self.jobs.close()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.line.name(_("Cancel"), _("Open folder"), _("Put away"), _("Export progress"))
        if self._say is not None:
            opened = self.line.lines_button.isChecked()
            self._say()
            self.line.lines_button.setChecked(opened and bool(self.line.lines.lines))

    def retheme(self, theme: Theme) -> None:
        """Draw the line in another theme."""
        self.line.retheme(theme)

    def tell(self, say: Callable[[], None]) -> None:
        """Say something on the line, now and again in another language."""
        self._say = say
        say()

    def tell_lines(self, lines: tuple[ResultLine, ...], *, opened: bool = False) -> None:
        """Put what there is to know beside the result."""
        _ = translator(self.language).gettext
        self.line.show_lines(lines, count_words(lines, self.language), _("Show"))
        self.line.lines_button.setChecked(opened and bool(lines))

    def refuse(self, error: KnownError | None, details: str, snapshot: MeetingSnapshot | None) -> None:
        """Tell that nothing was made: on the line, with a way to what is missing, or in a dialog."""
        place = place_of_refusal(error, snapshot) if error is not None and snapshot is not None else ""
        if error is None or not place:
            self._say = None
            self.line.hide()
            self.failed.emit(error, details)
            return
        self.tell(lambda: self._say_refused(error, place))

    def _proposed_folder(self) -> Path:
        given = self.settings.get(EXPORT_FOLDER)
        proposed = Path(given) if given else folders.default_exports()
        return next((folder for folder in (proposed, *proposed.parents) if folder.is_dir()), Path.home())

    def _submit(
        self,
        snapshot: MeetingSnapshot,
        choices: tuple[Choice, ...],
        folder: str,
        given: PaperOptions,
        *,
        file: str = "",
        read_only: bool = False,
    ) -> None:
        from models.errors import KnownError
        from ui.export_worker import Job

        if self.busy:  # another room was quicker
            self.failed.emit(KnownError("export_under_way"), "")
            return
        now, office = datetime.now(), self.settings.get(OFFICE_NAME)
        languages = given.languages_of_pack(needs_english=snapshot.meeting.needs_english)
        options = tuple(given.in_language(language, now, office) for language in languages)
        self._start(Job(self.jobs.next_number(), snapshot, options, folder, choices, file, read_only))

    def _start(self, job: Job) -> None:
        self._job = job
        self.allowed_changed.emit(False)
        self.line.allow_cancel(True)
        self.jobs.submit(job)
        self.tell(self._say_preparing)

    def _told(self, report: Report) -> None:
        from ui.export_worker import Asks, Done, Failed, Progress

        if isinstance(report, Progress):
            self.line.allow_cancel(not report.saving)
            self.tell(lambda: self._say_progress(report))
        elif isinstance(report, Asks):
            self._ask(report)
        elif isinstance(report, Done):
            self._done(report)
        elif isinstance(report, Failed):
            self._fail(report)

    def _ask(self, report: Asks) -> None:
        """Files lie in the way: asked once for all of them."""
        from ui.export_worker import Existing

        dialog = ExistingFilesDialog(report.files, self.language, self.window)
        dialog.keep_both.connect(lambda: self.jobs.answer(Existing.KEEP_BOTH))
        dialog.replace.connect(lambda: self.jobs.answer(Existing.REPLACE))
        dialog.rejected.connect(self.cancel)
        self.jobs.reported.connect(dialog.dismiss)  # the worker died, or the job was cancelled on the line
        dialog.open()

    def _done(self, report: Done) -> None:
        job = self._job
        self.allowed_changed.emit(True)
        if job is not None and job.read_only:
            self.tell(lambda: self._say_opened(report))
            self.open_file(report.files[0])
        else:
            self.tell(lambda: self._say_done(report))

    def _fail(self, report: Failed) -> None:
        self.allowed_changed.emit(True)
        self.refuse(report.error, report.details, self._snapshot)

    @property
    def _snapshot(self) -> MeetingSnapshot | None:
        return self._job.snapshot if self._job is not None else None

    def _say_preparing(self) -> None:
        _ = translator(self.language).gettext
        self.line.show_progress(_("Preparing the export…"), 0, 0)

    def _say_progress(self, report: Report) -> None:
        from ui.export_worker import Progress

        assert isinstance(report, Progress)
        self.line.show_progress(progress_words(report, self._snapshot, self.language), report.done, report.total)

    def _say_done(self, report: Done) -> None:
        self.line.show_result(done_words(report, self.language), "good", lambda: self.show_folder(report.folder))
        self.tell_lines(notice_lines(report.notices, self._snapshot, self.language))

    def _say_opened(self, report: Done) -> None:
        _ = translator(self.language).gettext
        words = _("A copy that cannot be changed was opened: {file}").format(file=Path(report.files[0]).name)
        self.line.show_result(words, "good", None)
        self.tell_lines(notice_lines(report.notices, self._snapshot, self.language))

    def _say_refused(self, error: KnownError, place: str) -> None:
        from ui.wording import error_sentence

        _ = translator(self.language).gettext
        self.line.show_result(_("Nothing was made: something is missing"), "warn", None)
        self.tell_lines((ResultLine(error_sentence(error, self.language), place=place),), opened=True)

    def _say_cancelled(self) -> None:
        _ = translator(self.language).gettext
        self.line.show_result(_("Export cancelled. Nothing was saved."), "ink_soft", None)
