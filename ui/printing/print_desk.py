"""Prints papers: has them made, asks through the system's dialog, tells how far it is."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog

from models.errors import KnownError
from resources.languages import translator
from ui.dialogs.no_printer import NoPrinterDialog
from ui.export_words import notice_lines
from ui.printing.paper_printer import PaperPrinter
from ui.settings import OFFICE_NAME
from ui.widgets.result_lines import ResultLine

if TYPE_CHECKING:
    from exporters.options import ExportOptions
    from models.snapshots.shapes import MeetingSnapshot
    from ui.export_desk import ExportDesk, Gate
    from ui.export_worker import Choice, Noted
    from ui.paper_options import PaperOptions
    from ui.preview_worker import Preview

OWNER = "print"


class PrintDesk(QObject):
    """One print at a time: of one paper, or of several, one after the other with the same choices."""

    def __init__(self, desk: ExportDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._task: PrintTask | None = None
        self.printer = PaperPrinter(self)
        self.printer.progressed.connect(self._progressed)
        self.printer.printed.connect(self._printed)
        self.printer.failed.connect(self._failed)
        self.printer.stopped.connect(self._stopped)
        self.printer_names: Callable[[], list[str]] = QPrinterInfo.availablePrinterNames
        self.choose: Callable[[QPrinter, PrintTask, Callable[[], None]], None] = self._open_dialog

    @property
    def running(self) -> bool:
        """Whether a print is under way."""
        return self._task is not None

    def print_papers(
        self,
        snapshot: MeetingSnapshot,
        choices: tuple[Choice, ...],
        options: PaperOptions,
        gate: Gate,
        *,
        page: int = 1,
        ready: Preview | None = None,
    ) -> None:
        """Print papers that are PDF files. `ready`: the first is made already, these very bytes are printed."""
        if self._desk.busy:
            self._desk.failed.emit(KnownError("export_under_way"), "")
            return
        if not self.printer_names():
            self._offer_pdf(snapshot, choices, options, gate)
            return
        office = self._desk.settings.get(OFFICE_NAME)
        made_at = datetime.now()
        wanted = tuple(options.in_language(choice.language, made_at, office) for choice in choices)
        self._task = PrintTask(snapshot, choices, wanted, gate, page)
        self._desk.allowed_changed.emit(False)
        self._desk.line.allow_cancel(True)
        if ready is not None:
            self._made(ready)
        else:
            self._make()

    def cancel(self) -> None:
        """Stop after the page under way."""
        if self.printer.running:
            self._desk.line.allow_cancel(False)
            self.printer.cancel()
        else:
            self._stopped()

    def close(self) -> None:
        """The window closes: what is on its way to the printer is stopped."""
        self._task = None
        self.printer.close()

    def _offer_pdf(
        self, snapshot: MeetingSnapshot, choices: tuple[Choice, ...], options: PaperOptions, gate: Gate
    ) -> None:
        dialog = NoPrinterDialog(self._desk.language, self._desk.window)
        dialog.save_requested.connect(lambda: self._desk.ask_and_export(snapshot, choices, options, gate))
        dialog.open()

    def _make(self) -> None:
        """Have the next paper made."""
        task = self._task
        if task is None:
            return
        self._desk.tell(self._say_making)
        made, failed = self._made, self._not_made
        self._desk.preview.ask(OWNER, task.snapshot, task.choices[task.done], task.options[task.done], made, failed)

    def _made(self, preview: Preview) -> None:
        task = self._task
        if task is None or not preview.complete:
            return
        task.ready = preview
        task.notices += preview.notices
        if task.printer is not None:
            self._start()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        _propose(printer, preview, task)
        self._desk.tell(self._say_making)
        self.choose(printer, task, lambda: self._chosen(printer))

    def _open_dialog(self, printer: QPrinter, task: PrintTask, accepted: Callable[[], None]) -> None:
        dialog = QPrintDialog(printer, self._desk.window)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintShowPageSize)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies)
        alone = len(task.choices) == 1
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, alone)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage, alone)
        if alone and task.ready is not None:
            dialog.setMinMax(1, max(task.ready.pages, 1))
        dialog.accepted.connect(accepted)
        dialog.rejected.connect(self._not_wanted)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _chosen(self, printer: QPrinter) -> None:
        task = self._task
        if task is None:
            return
        task.printer = printer
        task.gate(self._start, self._not_wanted)  # the office has told why the note could not be written

    def _start(self) -> None:
        task = self._task
        if task is None or task.printer is None or task.ready is None:
            return
        task.printer.setDocName(task.ready.title)
        if task.printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
            task.first_file = task.first_file or task.printer.outputFileName()
            if task.done:
                task.printer.setOutputFileName(_next_file(task.first_file, task.done + 1))
        self.printer.start(task.ready.pdf, task.printer, task.page)

    def _progressed(self, done: int, total: int) -> None:
        self._desk.tell(lambda: self._say_progress(done, total))

    def _printed(self, sides: int) -> None:
        task = self._task
        if task is None:
            return
        task.sides += sides
        task.done += 1
        if task.done < len(task.choices):
            self._make()
            return
        self._end(lambda: self._say_printed(task))

    def _failed(self, error: Exception) -> None:
        known = error if isinstance(error, KnownError) else None
        self._not_made(known, repr(error))

    def _not_made(self, error: KnownError | None, details: str) -> None:
        task = self._task
        if task is not None:
            self._end(None)
            self._desk.refuse(error, details, task.snapshot)

    def _not_wanted(self) -> None:
        self._end(None)
        self._desk.line.hide()

    def _stopped(self) -> None:
        self._desk.preview.forget(OWNER)
        self._end(self._say_stopped)

    def _end(self, say: Callable[[], None] | None) -> None:
        self._task = None
        self._desk.allowed_changed.emit(True)
        if say is not None:
            self._desk.tell(say)

    # --- words

    def _say_making(self) -> None:
        _ = translator(self._desk.language).gettext
        self._desk.line.show_progress(_("Making the paper to be printed…"), 0, 0)

    def _say_progress(self, done: int, total: int) -> None:
        _ = translator(self._desk.language).gettext
        title = self._task.ready.title if self._task is not None and self._task.ready is not None else ""
        words = _("Printing “{title}”, page {page} of {pages}").format(title=title, page=done + 1, pages=total)
        self._desk.line.show_progress(words, done, total)

    def _say_printed(self, task: PrintTask) -> None:
        language = self._desk.language
        ngettext = translator(language).ngettext
        words = ngettext("{count} page sent to the printer", "{count} pages sent to the printer", task.sides)
        self._desk.line.show_result(words.format(count=task.sides), "good", None)
        lines: tuple[ResultLine, ...] = notice_lines(task.notices, task.snapshot, language)
        self._desk.tell_lines(lines)

    def _say_stopped(self) -> None:
        _ = translator(self._desk.language).gettext
        words = _("Printing stopped. Pages already sent may still come out of the printer.")
        self._desk.line.show_result(words, "ink_soft", None)


class PrintTask:
    """What is being printed, and how far it is."""

    def __init__(
        self,
        snapshot: MeetingSnapshot,
        choices: tuple[Choice, ...],
        options: tuple[ExportOptions, ...],
        gate: Gate,
        page: int,
    ) -> None:
        self.snapshot, self.choices, self.options, self.gate, self.page = snapshot, choices, options, gate, page
        self.done = self.sides = 0
        self.ready: Preview | None = None
        self.printer: QPrinter | None = None
        self.notices: tuple[Noted, ...] = ()
        self.first_file = ""  # where the first paper went, printed to a file


def _next_file(first: str, number: int) -> str:
    """Where the next paper goes that is printed to a file: beside the first, never over a file that is there."""
    path = Path(first)
    names = (path.with_name(f"{path.stem}-{count}{path.suffix}") for count in itertools.count(number))
    return str(next(name for name in names if not name.exists()))


def _propose(printer: QPrinter, preview: Preview, task: PrintTask) -> None:
    """What the dialog shows first: the paper of the first page, its way, and both sides for what is to be signed."""
    size = preview.size
    paper = QPageSize(QSizeF(*sorted(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageSize(paper)
    lying = size[0] > size[1]
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)
    signed = task.choices[0].document in ("agreement", "signing-set") and task.options[0].duplex
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if signed else QPrinter.DuplexMode.DuplexNone)
    printer.setDocName(preview.title)
