"""One PDF file through PDFium: the sizes of its pages, and pictures of them. For the PDFium thread only.

PDFium may be called from one thread of a process; `pdfium_lane` is that thread.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from ui.lane import Lane

if TYPE_CHECKING:
    import pypdfium2

POINTS_PER_INCH = 72
Size = tuple[float, float]  # points


@cache
def pdfium_lane() -> Lane:
    """The one thread that may call PDFium; made in the window's thread, kept as long as the process."""
    return Lane("pdfium")


_OPEN: set[PdfPages] = set()  # touched in the PDFium thread only


def close_all_files() -> None:
    """The application ends: give back what PDFium still holds, in its own thread."""
    if pdfium_lane.cache_info().currsize:
        lane = pdfium_lane()
        lane.run(_close_all, lambda _nothing: None, lambda _error: None)
        lane.finish()


def _close_all() -> None:
    for file in tuple(_OPEN):
        file.close()


class PdfPages:
    """An open file. ValueError where the bytes are no PDF file."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        try:
            self._file: pypdfium2.PdfDocument = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise ValueError(str(error)) from error
        count = len(self._file)
        self.sizes: tuple[Size, ...] = tuple(self._file.get_page_size(number) for number in range(count))
        _OPEN.add(self)

    def draw(self, number: int, scale: float, *, part: QRect | None = None, printing: bool = False) -> QImage:
        """A picture of a page (from 0), or of a part of it; `scale` and `part` in pixels of the picture.

        `printing`: without the layers that are meant for the screen, and without the greys of smoothed edges' colors.
        """
        import pypdfium2
        from pypdfium2 import raw

        whole = self.pixels(number, scale)
        area = whole if part is None else part & whole
        bitmap = pypdfium2.PdfBitmap.new_native(area.width(), area.height(), raw.FPDFBitmap_BGRx)
        page = self._file[number]
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, area.width(), area.height(), 0xFFFFFFFF)
            flags = raw.FPDF_PRINTING if printing else raw.FPDF_ANNOT
            place = (-area.x(), -area.y(), whole.width(), whole.height())
            raw.FPDF_RenderPageBitmap(bitmap, page, *place, 0, flags)
            return _image(bitmap)
        finally:
            page.close()
            bitmap.close()

    def pixels(self, number: int, scale: float) -> QRect:
        """The whole page in pixels."""
        width, height = self.sizes[number]
        return QRect(0, 0, max(round(width * scale), 1), max(round(height * scale), 1))

    def close(self) -> None:
        """Give back what PDFium holds; here, and not when Python happens to collect it in another thread."""
        _OPEN.discard(self)
        self._file.close()


def _image(bitmap: Any) -> QImage:
    """A picture of its own: the bitmap's memory goes."""
    pixels = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    return pixels.copy()
