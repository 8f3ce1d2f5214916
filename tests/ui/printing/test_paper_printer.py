"""Printing to a file with Qt's own printer: true size, mixed pages, ranges, copies, cancel, a file that is no PDF."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from models.errors import KnownError
from ui.printing import paper_printer
from ui.printing.paper_printer import PaperPrinter, chosen_pages

MM = 72 / 25.4
A4, A4_LYING, A3 = (210, 297), (297, 210), (297, 420)


def drawn(*pages: tuple[float, float]) -> bytes:
    """A file with a line of 100 mm on each page, from 20 mm off the left edge, 50 mm off the lower."""
    stream = BytesIO()
    canvas = Canvas(stream)
    for width, height in pages:
        canvas.setPageSize((width * MM, height * MM))
        canvas.setLineWidth(0.6 * MM)
        canvas.line(20 * MM, 50 * MM, 120 * MM, 50 * MM)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def printer(qapp, tmp_path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(300)
    return made


def printed(pdf: bytes, printer: QPrinter, qtbot: QtBot) -> pypdfium2.PdfDocument:
    """The file that comes out."""
    job = PaperPrinter()
    with qtbot.waitSignal(job.printed):
        job.start(pdf, printer)
    return pypdfium2.PdfDocument(Path(printer.outputFileName()).read_bytes())


def sizes(file: pypdfium2.PdfDocument) -> list[tuple[int, int]]:
    """The pages in millimeters."""
    found = [tuple(round(length / MM) for length in file.get_page_size(number)) for number in range(len(file))]
    file.close()
    return found


def black(row: Sequence[int]) -> tuple[int, int]:
    """Where the dark of a row of pixels begins and ends."""
    dark = [place for place, value in enumerate(row) if value < 128]
    return dark[0], dark[-1] + 1


def test_a_line_of_100_mm_is_100_mm_on_the_paper_and_where_it_was(printer: QPrinter, qtbot: QtBot):
    file = printed(drawn(A4), printer, qtbot)
    scale = 10 / MM  # ten pixels a millimeter
    bitmap = file[0].render(scale=scale, grayscale=True)
    row = bitmap.height - (50 * 10)
    pixels = bytes(bitmap.buffer)[row * bitmap.stride : row * bitmap.stride + bitmap.width]
    begins, ends = black(pixels)
    file.close()
    assert (begins / 10, (ends - begins) / 10) == (pytest.approx(20, abs=0.3), pytest.approx(100, abs=0.3))


def test_pages_of_all_sizes_keep_theirs(printer: QPrinter, qtbot: QtBot):
    assert sizes(printed(drawn(A4, A4_LYING, A3), printer, qtbot)) == [A4, A4_LYING, A3]


def test_copies_that_the_printer_does_not_make_are_made_here(printer: QPrinter, qtbot: QtBot):
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert sizes(printed(drawn(A4, A4_LYING), printer, qtbot)) == [A4, A4_LYING] * 2


def test_ranges_and_the_page_in_view_are_printed_alone(printer: QPrinter):
    everything = chosen_pages(printer, 3, 2)
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    current = chosen_pages(printer, 3, 2)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert (everything, current, chosen_pages(printer, 3, 2)) == ((0, 1, 2), (1,), (1, 2))


def test_a_cancelled_print_leaves_no_half_file(printer: QPrinter, qtbot: QtBot):
    job = PaperPrinter()
    job.progressed.connect(lambda done, _total: job.cancel() if done == 1 else None)
    with qtbot.waitSignal(job.stopped):
        job.start(drawn(A4, A4, A4, A4), printer)
    assert (job.running, Path(printer.outputFileName()).exists()) == (False, False)


def test_a_print_is_given_up_when_the_window_goes(printer: QPrinter, qtbot: QtBot):
    job, closed = PaperPrinter(), list[bool]()

    def close() -> None:
        closed.append(job.running)
        job.close()

    once = Qt.ConnectionType.SingleShotConnection
    job.progressed.connect(lambda _done, _all: QTimer.singleShot(0, job, close), once)
    job.start(drawn(*[A4] * 4), printer)
    qtbot.waitUntil(lambda: closed == [True])
    job.deleteLater()
    qtbot.waitUntil(lambda: not Path(printer.outputFileName()).exists())


def test_a_printer_that_takes_no_job_is_told_by_name(printer: QPrinter, qtbot: QtBot, tmp_path: Path):
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    job = PaperPrinter()
    with qtbot.waitSignal(job.failed) as told:
        job.start(drawn(A4), printer)
    assert isinstance(told.args[0], KnownError) and told.args[0].code == "printer_refused"


def test_what_is_no_pdf_file_fails_calmly(printer: QPrinter, qtbot: QtBot):
    job = PaperPrinter()
    with qtbot.waitSignal(job.failed) as told:
        job.start(b"not a file", printer)
    assert (isinstance(told.args[0], ValueError), job.running) == (True, False)


def test_a_page_larger_than_any_paper_of_the_printer_is_refused(printer: QPrinter, monkeypatch: pytest.MonkeyPatch):
    run = paper_printer._Run(printer)
    run._offered = ((595.28, 841.89),)
    with pytest.raises(KnownError, match="page_too_large") as told:
        run.begin(drawn(A4, A3), 1)
    run.abort()
    assert (told.value.values["page"], told.value.values["size"]) == (2, "A3")


def test_a_lying_page_is_turned_where_sheets_are_fed_upright(printer: QPrinter, qtbot: QtBot):
    run = paper_printer._Run(printer)
    run._to_file = False
    run.begin(drawn(A4, A4_LYING), 1)
    for _page in range(2):
        run.print_side()
    run.finish()
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Portrait
    file = pypdfium2.PdfDocument(Path(printer.outputFileName()).read_bytes())
    assert sizes(file) == [A4, A4]


def test_a_refused_print_leaves_the_file_that_was_there(printer: QPrinter, qtbot: QtBot):
    there = Path(printer.outputFileName())
    there.write_text("printed yesterday")
    job = PaperPrinter()
    with qtbot.waitSignal(job.failed):
        job.start(b"not a file", printer)
    job.close()
    assert there.read_text() == "printed yesterday"


def test_pages_beyond_the_last_print_nothing(printer: QPrinter, qtbot: QtBot):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(5, 9)
    job = PaperPrinter()
    with qtbot.waitSignal(job.printed) as told:
        job.start(drawn(A4, A4), printer)
    assert (told.args, Path(printer.outputFileName()).exists()) == ([0], False)
