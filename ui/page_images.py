"""Pictures of the pages of one PDF file at a time, drawn in the PDFium thread for whoever shows them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRect, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from ui.pdf_pages import PdfPages, Size, pdfium_lane


@dataclass(frozen=True, slots=True)
class Picture:
    """A page (from 0), or the part of it in `part`, at `scale` pixels a point."""

    number: int
    scale: float
    image: QImage
    part: QRect | None = None


Key = tuple[int, bool]  # page, and whether only a part of it


class PageImages(QObject):
    """`open` a file, `want` pictures; what is no longer wanted when its turn comes is not drawn."""

    opened = Signal(object)  # tuple[Size, ...] in points
    refused = Signal()  # the bytes are no PDF file
    drawn = Signal(object)  # Picture

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = pdfium_lane()
        self._shelf = _Shelf()
        self.destroyed.connect(self._shelf.clear)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._shelf.clear)
        self._wanted: dict[Key, tuple[float, QRect | None]] = {}

    def open(self, pdf: bytes) -> None:
        """Show another file; pictures of the one before come no more. Answers with `opened` or `refused`."""
        self.close()
        file = self._shelf.file = _File()
        self._lane.run(lambda: file.open(pdf), lambda sizes: self._opened(file, sizes), lambda _error: self._fail(file))

    def want(self, number: int, scale: float, part: QRect | None = None) -> None:
        """Ask for a page, or a part of it; answers with `drawn`. The newest wish for a page holds."""
        key = number, part is not None
        if self._wanted.get(key) == (scale, part):
            return
        self._wanted[key] = scale, part
        file = self._shelf.file
        self._lane.run(
            lambda: self._draw(file, key, scale, part), lambda made: self._deliver(file, key, made), self._not_drawn
        )

    def forget_but(self, numbers: range) -> None:
        """Pages that are no longer in view need not be drawn."""
        for key in [key for key in self._wanted if key[0] not in numbers]:
            del self._wanted[key]

    def close(self) -> None:
        """Let the file go."""
        self._wanted.clear()
        self._shelf.clear()

    def _draw(self, file: _File, key: Key, scale: float, part: QRect | None) -> Picture | None:
        """Runs in the PDFium thread."""
        if file.pages is None or not file.wanted or self._wanted.get(key) != (scale, part):
            return None
        return Picture(key[0], scale, file.pages.draw(key[0], scale, part=part), part)

    def _opened(self, file: _File, sizes: tuple[Size, ...]) -> None:
        if isValid(self) and file is self._shelf.file:
            self.opened.emit(sizes)

    def _fail(self, file: _File) -> None:
        if isValid(self) and file is self._shelf.file:
            self.refused.emit()

    def _deliver(self, file: _File, key: Key, made: Picture | None) -> None:
        if made is None or not isValid(self) or file is not self._shelf.file:
            return
        if self._wanted.get(key) == (made.scale, made.part):
            del self._wanted[key]
        self.drawn.emit(made)

    def _not_drawn(self, error: Exception) -> None:
        raise error  # nothing that a page can be made to do brings this about


class _File:
    """A file as the PDFium thread sees it; `wanted` is set by the window's thread."""

    def __init__(self) -> None:
        self.wanted = True
        self.pages: PdfPages | None = None

    def open(self, pdf: bytes) -> tuple[Size, ...]:
        """Open it; the sizes of its pages."""
        if not self.wanted:
            return ()
        self.pages = PdfPages(pdf)
        return self.pages.sizes

    def close(self) -> None:
        """Give back what PDFium holds."""
        if self.pages is not None:
            self.pages.close()
            self.pages = None


class _Shelf:
    """Where the open file stands; what outlives the widgets that show it can still close it."""

    def __init__(self) -> None:
        self.file = _File()

    def clear(self) -> None:
        """Close the file, in its own thread."""
        file, self.file = self.file, _File()
        file.wanted = False
        with suppress(RuntimeError):  # the whole process is ending
            pdfium_lane().run(file.close, _nothing, _nothing)


def _nothing(_value: Any) -> None:
    """A file that was closed needs no answer."""
