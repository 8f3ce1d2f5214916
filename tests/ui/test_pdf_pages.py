"""Open PDF files are given back when the application ends, in the thread that opened them."""

from __future__ import annotations

from io import BytesIO

from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ui.pdf_pages import PdfPages, close_all_files, pdfium_lane


def one_page() -> bytes:
    """A PDF file of one page."""
    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 72, "page")
    canvas.save()
    return stream.getvalue()


def test_what_is_left_open_is_closed_at_the_end(qtbot: QtBot) -> None:
    content, opened = one_page(), []
    pdfium_lane().run(lambda: PdfPages(content), opened.append, lambda _error: None)
    qtbot.waitUntil(lambda: len(opened) == 1)
    close_all_files()
    assert opened[0]._file.raw is None
