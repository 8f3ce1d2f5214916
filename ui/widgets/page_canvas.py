"""The pages of a paper, one below the other, drawn only where they are in view."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from math import sqrt

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.page_images import PageImages, Picture
from ui.pdf_pages import Size
from ui.theme import Theme, load_theme

FIT_WIDTH, FIT_PAGE = "width", "page"
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
MARGIN, GAP = 12, 12  # pixels around and between the pages
LARGEST_PICTURE = 6_000_000  # pixels; of a larger page only the part in view is drawn sharply
KEPT_BYTES = 96 * 2**20  # pictures kept beside those in view
Zoom = float | str


class PageCanvas(QAbstractScrollArea):
    """Pages to scroll through; `page_changed` tells which one is in view, from 1."""

    page_changed = Signal(int)
    zoom_changed = Signal()
    opened = Signal()  # the file just given is laid out
    drawn = Signal(int)  # this page, from 1, is on the screen in its final sharpness
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "desk")
        self.images = PageImages(self)
        self.images.opened.connect(self._opened)
        self.images.refused.connect(self.refused)
        self.images.drawn.connect(self._take)
        self.zoom: Zoom = FIT_WIDTH
        self.sizes: tuple[Size, ...] = ()
        self._rects: list[QRect] = []  # of each page on the long sheet of all pages
        self._pictures: OrderedDict[int, Picture] = OrderedDict()
        self._detail: Picture | None = None  # the part in view of a page too large to be drawn whole
        self._fresh: set[int] = set()  # pages whose picture is of the present file
        self._shown_page = 0
        self._theme = load_theme("light")
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    # --- what is shown

    def open(self, pdf: bytes) -> None:
        """Show a file; until its pages are drawn the old ones stay, and the place in view is kept."""
        self._fresh.clear()
        self.images.open(pdf)

    def clear(self) -> None:
        """Show nothing."""
        self.images.close()
        self._fresh.clear()
        self._pictures.clear()
        self._detail = None
        self._lay_out(())

    def expect(self, size: Size, pages: int) -> None:
        """Make room for as many pages, before the file that holds them is there; what is laid out already stays."""
        if len(self.sizes) != pages:
            self._lay_out((*self.sizes[:pages], *[size] * (pages - len(self.sizes))))

    def pixel_scale(self, page: int) -> float:
        """Pixels a point of a sharp picture of this page, from 1."""
        width, height = self.sizes[page - 1]
        return min(self._scale * self.devicePixelRatioF(), sqrt(LARGEST_PICTURE / (width * height)))

    def take_page(self, page: int, picture: Picture) -> None:
        """Show a page, from 1, drawn from a file of its own, until the whole file is there."""
        self._pictures[page - 1] = replace(picture, number=page - 1)
        self.viewport().update()
        self.drawn.emit(page)

    @property
    def page(self) -> int:
        """The page in view, from 1; 0 where there is none."""
        return self._shown_page

    def go_to(self, page: int) -> None:
        """Bring a page, from 1, to the top."""
        if self._rects:
            rect = self._rects[min(max(page, 1), len(self._rects)) - 1]
            self.verticalScrollBar().setValue(rect.top() - MARGIN)

    def set_zoom(self, zoom: Zoom) -> None:
        """FIT_WIDTH, FIT_PAGE, or a factor of the real size; the place in view stays."""
        self.zoom = zoom
        self._lay_out(self.sizes)
        self.zoom_changed.emit()

    def step_zoom(self, steps: int) -> None:
        """One step larger or smaller."""
        now = self.factor
        larger, smaller = [step for step in STEPS if step > now + 0.01], [step for step in STEPS if step < now - 0.01]
        found = larger[:1] if steps > 0 else smaller[-1:]
        if found:
            self.set_zoom(found[0])

    @property
    def factor(self) -> float:
        """How large the pages are shown, as a factor of the real size."""
        return self._scale * 72 / max(self.logicalDpiX(), 1)

    @property
    def _scale(self) -> float:
        """Device-independent pixels a point."""
        real = self.logicalDpiX() / 72
        if isinstance(self.zoom, float) or not self.sizes:
            return real * (self.zoom if isinstance(self.zoom, float) else 1.0)
        room = self.maximumViewportSize()
        wide = (room.width() - 2 * MARGIN - self.verticalScrollBar().sizeHint().width()) / max(
            width for width, _height in self.sizes
        )
        high = (room.height() - 2 * MARGIN) / max(height for _width, height in self.sizes)
        fitting = min(wide, high) if self.zoom == FIT_PAGE else wide
        return min(max(fitting, real * STEPS[0] / 2), real * STEPS[-1])

    # --- layout

    def _opened(self, sizes: tuple[Size, ...]) -> None:
        self._pictures = OrderedDict((number, kept) for number, kept in self._pictures.items() if number < len(sizes))
        self._detail = None
        self._lay_out(sizes)
        self.opened.emit()

    def _lay_out(self, sizes: tuple[Size, ...]) -> None:
        page, part = self._place()
        self.sizes = sizes
        scale, top = self._scale, MARGIN
        wides = [round(width * scale) for width, _height in sizes]
        widest = max(wides, default=0)
        self._rects = []
        for wide, (_width, height) in zip(wides, sizes, strict=True):
            self._rects.append(QRect(MARGIN + (widest - wide) // 2, top, wide, round(height * scale)))
            top += round(height * scale) + GAP
        self._set_ranges(QSize(widest + 2 * MARGIN, top - GAP + MARGIN if sizes else 0))
        if page and self._rects:
            rect = self._rects[min(page, len(self._rects)) - 1]
            self.verticalScrollBar().setValue(round(rect.top() + part * rect.height()) - MARGIN)
        self._scrolled()

    def _set_ranges(self, sheet: QSize) -> None:
        view = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar, whole, seen in ((across, sheet.width(), view.width()), (down, sheet.height(), view.height())):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(max(seen - 2 * GAP, 1))
            bar.setSingleStep(40)

    def _place(self) -> tuple[int, float]:
        """The page at the top of the view, from 1, and how far down it the view begins."""
        top = self.verticalScrollBar().value() + MARGIN
        for number, rect in enumerate(self._rects, 1):
            if rect.bottom() + GAP >= top:
                return number, (top - rect.top()) / max(rect.height(), 1)
        return 0, 0.0

    def _offset(self) -> QPoint:
        """Where the sheet of pages begins in the view; a narrow one stands in the middle."""
        widest = max((rect.width() for rect in self._rects), default=0) + 2 * MARGIN
        spare = max(self.viewport().width() - widest, 0) // 2
        return QPoint(spare - self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _in_view(self) -> range:
        """The pages in view (from 0)."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        seen = [number for number, rect in enumerate(self._rects) if rect.bottom() >= top and rect.top() <= bottom]
        return range(seen[0], seen[-1] + 1) if seen else range(0)

    # --- pictures

    def _scrolled(self) -> None:
        page = self._page_in_middle()
        if page != self._shown_page:
            self._shown_page = page
            self.page_changed.emit(page)
        self._ask()
        self.viewport().update()

    def _page_in_middle(self) -> int:
        third = self.verticalScrollBar().value() + self.viewport().height() // 3
        passed = [number for number, rect in enumerate(self._rects, 1) if rect.top() <= third]
        return passed[-1] if passed else min(len(self._rects), 1)

    def _ask(self) -> None:
        """Ask for the pages in view that are not there in this size, then for the next one."""
        seen = self._in_view()
        near = range(max(seen.start - 1, 0), min(seen.stop + 1, len(self._rects)))
        self.images.forget_but(near)
        for number in [*seen, *(number for number in near if number not in seen)]:
            self._ask_page(number, sharp=number in seen)

    def _ask_page(self, number: int, *, sharp: bool) -> None:
        scale, affordable = self._scale * self.devicePixelRatioF(), self.pixel_scale(number + 1)
        kept = self._pictures.get(number)
        if number not in self._fresh or kept is None or abs(kept.scale - affordable) > 0.001:
            self.images.want(number, affordable)
        if sharp and affordable < scale:
            part = self._part_in_view(number, scale)
            drawn = self._detail
            if drawn is None or (drawn.number, drawn.part, drawn.scale) != (number, part, scale):
                self.images.want(number, scale, part)

    def _part_in_view(self, number: int, scale: float) -> QRect:
        """What of a page is in view, in pixels of the page at `scale`."""
        ratio = self.devicePixelRatioF()
        rect = self._rects[number].translated(self._offset())
        seen = (rect & self.viewport().rect()).translated(-rect.topLeft())
        corner = QPoint(round(seen.x() * ratio), round(seen.y() * ratio))
        return QRect(corner, QSize(max(round(seen.width() * ratio), 1), max(round(seen.height() * ratio), 1)))

    def _take(self, picture: Picture) -> None:
        if picture.part is not None:
            self._detail = picture
            self.viewport().update()
            return
        self._pictures[picture.number] = picture
        self._pictures.move_to_end(picture.number)
        self._fresh.add(picture.number)
        self._let_go()
        self.viewport().update()
        self.drawn.emit(picture.number + 1)

    def _let_go(self) -> None:
        """Keep what is in view, and of the rest the newest that fit the memory."""
        seen, held = self._in_view(), sum(picture.image.sizeInBytes() for picture in self._pictures.values())
        for number in [number for number in self._pictures if number not in seen]:
            if held <= KEPT_BYTES:
                return
            held -= self._pictures.pop(number).image.sizeInBytes()
            self._fresh.discard(number)

    def held_bytes(self) -> int:
        """How much memory the pictures take."""
        return sum(picture.image.sizeInBytes() for picture in self._pictures.values())

    def picture_of(self, page: int) -> QImage | None:
        """The picture of a page, from 1, if it is there."""
        picture = self._pictures.get(page - 1)
        return picture.image if picture is not None and page - 1 in self._fresh else None

    # --- Qt

    def retheme(self, theme: Theme) -> None:
        """Draw the desk under the pages in another theme."""
        self._theme = theme
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: the desk, and the pages in view on it."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color("hairline"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = self._offset()
        for number in self._in_view():
            rect = self._rects[number].translated(offset)
            self._paint_page(painter, number, rect)
        painter.end()

    def _paint_page(self, painter: QPainter, number: int, rect: QRect) -> None:
        picture = self._pictures.get(number)
        if picture is None:
            painter.fillRect(rect, self._theme.color("surface"))
        else:
            painter.drawImage(QRectF(rect), picture.image)
        detail = self._detail
        if detail is not None and detail.number == number and detail.part is not None:
            ratio = self._scale / detail.scale
            corner = QPointF(rect.topLeft()) + QPointF(detail.part.topLeft()) * ratio
            painter.drawImage(QRectF(corner, QRectF(detail.part).size() * ratio), detail.image)
        painter.setPen(self._theme.color("border"))
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: fit the pages to the new room."""
        super().resizeEvent(event)
        self._lay_out(self.sizes)
        if not isinstance(self.zoom, float):
            self.zoom_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Page up and down, Home and End, Space; Left and Right turn pages; Ctrl and +, − or 0 zoom."""
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bar = self.verticalScrollBar()
        if control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.step_zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif control and key == Qt.Key.Key_0:
            self.set_zoom(FIT_WIDTH)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        elif key == Qt.Key.Key_Space:
            bar.setValue(bar.value() + (-bar.pageStep() if shifted else bar.pageStep()))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self.horizontalScrollBar().maximum():
            self.go_to(self._place()[0] + (1 if key == Qt.Key.Key_Right else -1))
        else:
            return False
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: with Ctrl the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
