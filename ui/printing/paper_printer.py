"""Prints a PDF file page by page at true size, in the PDFium thread: the window goes on, and can stop it.

Pages are drawn as pictures at the printer's own resolution, in bands, so that a page never takes more than a few
megabytes. Nothing is fitted to the page: a line of 100 mm in the file is 100 mm on the paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from shiboken6 import isValid

from models.errors import KnownError
from ui.pdf_pages import POINTS_PER_INCH, PdfPages, pdfium_lane
from ui.printing.sheets import Placed, Size, in_order, paper_for, place

if TYPE_CHECKING:
    from collections.abc import Callable

FINEST = 600  # dots an inch; finer ones are not seen in office print, and take four times the memory and time
BAND = 64  # lines drawn at once: packing one for the printer holds the window up


class PaperPrinter(QObject):
    """`start` a print; ends with `printed`, `failed` or, after `cancel`, `stopped`."""

    progressed = Signal(int, int)  # sheets' sides done, of how many
    printed = Signal(int)  # sides
    failed = Signal(object)  # Exception
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run: _Run | None = None

    @property
    def running(self) -> bool:
        """Whether a print is under way."""
        return self._run is not None

    def start(self, pdf: bytes, printer: QPrinter, page: int = 1) -> None:
        """Print with the choices made in the dialog; `page` is the one in view, for “current page”."""
        run = self._run = _Run(printer)
        self._step(run, lambda: run.begin(pdf, page), lambda _nothing: self._next(run))

    def cancel(self) -> None:
        """Stop after the page under way."""
        if self._run is not None:
            self._run.cancelled = True

    def close(self) -> None:
        """Stop at once, although nobody will hear of it: the window is going."""
        run = self._run
        if run is not None:
            run.cancelled = True
            _let_go(run)
            pdfium_lane().finish()  # a painter must not outlive the application; a band takes a moment

    def _next(self, run: _Run) -> None:
        if run.cancelled:
            self._step(run, run.abort, lambda _nothing: self._end(run, self.stopped.emit))
        elif run.done < len(run.sides):
            self.progressed.emit(run.done, len(run.sides))
            self._step(run, run.print_side, lambda _nothing: self._next(run))
        else:
            self._step(run, run.finish, lambda _nothing: self._end(run, lambda: self.printed.emit(run.done)))

    def _step(self, run: _Run, work: Callable[[], None], then: Callable[[None], None]) -> None:
        def done(nothing: None) -> None:
            if isValid(self):
                then(nothing)
            else:
                _let_go(run)

        pdfium_lane().run(work, done, lambda error: self._fail(run, error))

    def _fail(self, run: _Run, error: Exception) -> None:
        _let_go(run)
        if isValid(self):
            self._end(run, lambda: self.failed.emit(error))

    def _end(self, run: _Run, tell: Callable[[], None]) -> None:
        if self._run is run:
            self._run = None
            tell()


def _let_go(run: _Run) -> None:
    pdfium_lane().run(run.abort, lambda _nothing: None, lambda _error: None)


class _Run:
    """One print. Its methods run in the PDFium thread, one at a time; `cancelled` is set by the window's."""

    def __init__(self, printer: QPrinter) -> None:
        self.printer = printer
        self.cancelled = self.ended = False
        self._begun = False
        self.sides: tuple[int | None, ...] = ()
        self.done = 0
        self._file: PdfPages | None = None
        self._painter = QPainter()
        self._to_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
        self._landscape = printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape
        self._offered: tuple[Size, ...] = () if self._to_file else _offered(printer)

    def begin(self, pdf: bytes, page: int) -> None:
        """Open file and printer. KnownError: page_too_large, printer_refused."""
        file = self._file = PdfPages(pdf)
        chosen = chosen_pages(self.printer, len(file.sizes), page)
        self._check(file, chosen)
        self.sides = _sides(self.printer, chosen)
        if not self.sides:  # the pages asked for are beyond the last one
            return
        self.printer.setFullPage(True)
        self._lay(self._size(self.sides[0]))
        self._begun = True
        if not self._painter.begin(self.printer):
            raise KnownError("printer_refused", printer=self.printer.printerName() or self.printer.outputFileName())
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)

    def print_side(self) -> None:
        """The next side of a sheet."""
        page = self.sides[self.done]
        if self.done:
            self._lay(self._size(page))
            if not self.printer.newPage():
                raise KnownError("printer_refused", printer=self.printer.printerName())
        if page is not None:
            self._draw(page)
        self.done += 1

    def finish(self) -> None:
        """Hand everything over."""
        self.ended = True
        self._close()
        if self._begun and not self._painter.end():
            raise KnownError("printer_refused", printer=self.printer.printerName())

    def abort(self) -> None:
        """Throw away what has not been printed yet."""
        if self.ended:
            return
        self.ended = True
        self._close()
        if self._painter.isActive():
            self.printer.abort()
            self._painter.end()
        if self._to_file and self._begun:
            with suppress(OSError):
                Path(self.printer.outputFileName()).unlink(missing_ok=True)

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()

    def _check(self, file: PdfPages, pages: Sequence[int]) -> None:
        for number in pages:
            if paper_for(file.sizes[number], self._offered) is None:
                name = QPageSize(QSizeF(*sorted(file.sizes[number])), QPageSize.Unit.Point).name()
                raise KnownError("page_too_large", page=number + 1, size=name, printer=self.printer.printerName())

    def _size(self, page: int | None) -> Size:
        """Of a page, or of an empty back: that of the front."""
        assert self._file is not None
        front = self.sides[self.done - 1] if page is None and self.done else page
        return self._file.sizes[front or 0]

    def _lay(self, page: Size) -> None:
        """Take the paper for a page. A printer's sheets all lie one way; in a file each page lies as it is read."""
        paper = paper_for(page, self._offered) or page
        if self._to_file:
            self._landscape = page[0] > page[1]
        way = QPageLayout.Orientation.Landscape if self._landscape else QPageLayout.Orientation.Portrait
        size = QPageSize(QSizeF(*sorted(paper)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        self.printer.setPageSize(size)
        self.printer.setPageOrientation(way)
        self._placed = place(page, paper, landscape=self._landscape)

    def _draw(self, number: int) -> None:
        assert self._file is not None
        resolution = self.printer.resolution()
        coarser = ceil(resolution / FINEST)  # whole, so that bands meet exactly
        scale = resolution / coarser / POINTS_PER_INCH
        whole = self._file.pixels(number, scale)
        self._painter.save()
        _to_corner(self._painter, self._placed, resolution, whole.width() * coarser)
        for top in range(0, whole.height(), BAND):
            if self.cancelled:
                break
            part = QRect(0, top, whole.width(), min(BAND, whole.height() - top))
            picture = self._file.draw(number, scale, part=part, printing=True)
            if not _is_blank(picture):
                target = QRect(0, top * coarser, part.width() * coarser, part.height() * coarser)
                self._painter.drawImage(target, _gray(picture))
        self._painter.restore()


def _to_corner(painter: QPainter, placed: Placed, resolution: int, width: int) -> None:
    """Move to where the page's upper left corner lies on the paper."""
    painter.translate(
        round(placed.left * resolution / POINTS_PER_INCH), round(placed.top * resolution / POINTS_PER_INCH)
    )
    if placed.turned:
        painter.translate(0, width)
        painter.rotate(-90)


def _is_blank(picture: QImage) -> bool:
    """Whether there is nothing to print: most of a page is white."""
    white = QImage(picture.size(), picture.format())
    white.fill(Qt.GlobalColor.white)
    return picture == white


def _gray(picture: QImage) -> QImage:
    """Black print without color: a quarter of the size on the way to the printer."""
    return picture.convertToFormat(QImage.Format.Format_Grayscale8) if picture.allGray() else picture


def _offered(printer: QPrinter) -> tuple[Size, ...]:
    sizes = (size.size(QPageSize.Unit.Point) for size in QPrinterInfo(printer).supportedPageSizes())
    return tuple((size.width(), size.height()) for size in sizes)


def _sides(printer: QPrinter, pages: Sequence[int]) -> tuple[int | None, ...]:
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages = tuple(reversed(pages))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    both = printer.duplex() not in (QPrinter.DuplexMode.DuplexNone,)
    return in_order(pages, copies, collate=printer.collateCopies(), duplex=both)


def chosen_pages(printer: QPrinter, count: int, current: int) -> tuple[int, ...]:
    """The pages, from 0, that were chosen in the dialog: all, the one in view, or ranges."""
    if printer.printRange() == QPrinter.PrintRange.CurrentPage:
        return (min(max(current, 1), count) - 1,)
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return tuple(range(count))
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        return tuple(page for page in range(count) if ranges.contains(page + 1))
    first, last = max(printer.fromPage(), 1), printer.toPage() or count
    return tuple(range(first - 1, min(last, count)))
