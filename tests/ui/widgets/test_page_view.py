"""A paper on the screen: drawn where it is in view, by keyboard and mouse, sharp, and within bounds of memory."""

from __future__ import annotations

from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ui.page_images import PageImages
from ui.preview_worker import Preview
from ui.theme import load_theme
from ui.widgets import page_canvas
from ui.widgets.page_canvas import FIT_PAGE, FIT_WIDTH
from ui.widgets.page_view import PageView

A4 = (595.28, 841.89)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def paper(pages: int, size: tuple[float, float] = A4) -> bytes:
    """A file with a black square in the middle of each page."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=size)
    for number in range(pages):
        canvas.drawString(72, 72, f"page {number + 1}")
        canvas.rect(size[0] / 2 - 50, size[1] / 2 - 50, 100, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    made = PageView()
    qtbot.addWidget(made)
    made.retranslate("zh")
    made.retheme(load_theme("light"))
    made.resize(420, 600)
    made.show()
    return made


def show(view: PageView, pdf: bytes, qtbot: QtBot) -> None:
    """Show a file and wait for its first page."""
    with qtbot.waitSignal(view.drawn):
        view.show_pdf(pdf)


def test_the_pages_in_view_are_drawn_and_the_black_is_where_it_belongs(view: PageView, qtbot: QtBot):
    show(view, paper(2), qtbot)
    image = view.canvas.picture_of(1)
    assert image is not None
    middle, corner = image.pixelColor(image.width() // 2, image.height() // 2), image.pixelColor(5, 5)
    assert (middle.lightness(), corner.lightness()) == (0, 255)
    assert (view.pages, view.page, view.place.text()) == (2, 1, "第 1 页，共 2 页")


def test_three_hundred_pages_take_no_more_memory_than_a_few(view: PageView, qtbot: QtBot, monkeypatch):
    monkeypatch.setattr(page_canvas, "KEPT_BYTES", 4_000_000)
    show(view, paper(300), qtbot)
    for page in (50, 100, 150, 200, 250, 300):
        with qtbot.waitSignal(view.drawn, check_params_cb=lambda drawn, wanted=page: drawn == wanted):
            view.go_to(page)
    one = view.canvas.picture_of(300)
    assert one is not None and view.canvas.held_bytes() < 4_000_000 + 4 * one.sizeInBytes()
    assert view.page == 300


def test_keys_lead_through_the_pages(view: PageView, qtbot: QtBot):
    show(view, paper(5), qtbot)
    reached = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(view.canvas, key)
        reached.append(view.page)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Space)
    down = view.canvas.verticalScrollBar().value()
    qtbot.keyClick(view.canvas, Qt.Key.Key_Space, SHIFT)
    assert (reached, down > 0, view.canvas.verticalScrollBar().value()) == ([2, 3, 2, 5, 1], True, 0)


def test_buttons_lead_through_the_pages(view: PageView, qtbot: QtBot):
    show(view, paper(2), qtbot)
    first = (view.back_button.isEnabled(), view.next_button.isEnabled())
    qtbot.mouseClick(view.next_button, Qt.MouseButton.LeftButton)
    last = (view.page, view.back_button.isEnabled(), view.next_button.isEnabled())
    assert (first, last) == ((False, True), (2, True, False))


def test_zoom_keeps_the_place_and_says_itself(view: PageView, qtbot: QtBot):
    show(view, paper(5), qtbot)
    view.go_to(3)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Plus, CTRL)
    larger = (view.canvas.zoom, view.page)
    view.set_zoom(FIT_PAGE)
    whole = view.canvas._rects[0].height() <= view.canvas.viewport().height()
    qtbot.keyClick(view.canvas, Qt.Key.Key_0, CTRL)
    assert (larger, whole, view.canvas.zoom) == ((0.5, 3), True, FIT_WIDTH)
    assert view.zoom_button.text().startswith("适合宽度 · ")


def test_a_narrow_bar_says_the_size_alone(view: PageView, qtbot: QtBot):
    show(view, paper(12), qtbot)
    wide = view.zoom_button.text()
    view.setMinimumWidth(1)
    view.resize(view.bar.sizeHint().width() - 8, 400)
    assert (wide.startswith("适合宽度 · "), view.zoom_button.text()) == (True, f"{view.canvas.factor:.0%}")
    assert view.zoom_button.toolTip() == f"适合宽度 · {view.canvas.factor:.0%}"


def test_the_wheel_zooms_with_ctrl(view: PageView, qtbot: QtBot):
    show(view, paper(1), qtbot)
    view.set_zoom(1.0)
    place = view.canvas.viewport().rect().center()
    turn = QWheelEvent(
        place,
        view.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.canvas.wheelEvent(turn)
    assert view.canvas.zoom == 1.25


def test_of_a_huge_page_only_the_part_in_view_is_sharp(view: PageView, qtbot: QtBot, monkeypatch):
    monkeypatch.setattr(page_canvas, "LARGEST_PICTURE", 300_000)
    show(view, paper(1), qtbot)
    view.set_zoom(4.0)
    qtbot.waitUntil(lambda: view.canvas._detail is not None and view.canvas._detail.scale > 5)
    whole, detail = view.canvas.picture_of(1), view.canvas._detail
    assert whole is not None and whole.width() * whole.height() <= 301_000
    seen, part = view.canvas.viewport().size(), detail.image.size()
    assert (part.width() <= seen.width(), part.height() <= seen.height()) == (True, True)


def test_a_new_version_keeps_the_place_and_the_old_pages_until_it_is_drawn(view: PageView, qtbot: QtBot):
    show(view, paper(5), qtbot)
    view.go_to(4)
    with qtbot.waitSignal(view.drawn):
        view.show_pdf(paper(6))
        assert view.canvas._pictures
    assert (view.pages, view.page) == (6, 4)


def test_one_page_that_comes_first_is_shown_in_its_place(view: PageView, qtbot: QtBot):
    with qtbot.waitSignal(view.drawn):
        view.show_preview(Preview(paper(1), complete=False, pages=9, page=1))
    assert (view.pages, view.canvas._pictures[0].number) == (9, 0)
    with qtbot.waitSignal(view.drawn):
        view.show_preview(Preview(paper(9), complete=True, pages=9), draft=True)
    assert (view.pages, view.mark.isVisible()) == (9, True)


def test_words_stand_in_the_place_of_pages(view: PageView, qtbot: QtBot):
    show(view, paper(2), qtbot)
    view.say("没有内容", "前往")
    assert (view.message.isVisible(), view.pages, view.bar.isVisible()) == (True, 0, False)
    with qtbot.waitSignal(view.step_requested):
        qtbot.mouseClick(view.step_button, Qt.MouseButton.LeftButton)
    view.show_pdf(None)
    assert view.canvas.isVisible()


def test_what_is_no_file_is_told(view: PageView, qtbot: QtBot):
    with qtbot.waitSignal(view.refused):
        view.show_pdf(b"no file at all")


def test_pictures_are_of_the_newest_file_only(qtbot: QtBot):
    images, sizes = PageImages(), []
    images.opened.connect(sizes.append)
    with qtbot.waitSignal(images.opened):
        images.open(paper(3))
        images.open(paper(1))
    assert [len(pages) for pages in sizes] == [1]
    images.close()


def test_words_about_pages_under_way_change_with_the_language(view: PageView, qtbot: QtBot):
    view.show_making()
    qtbot.waitUntil(lambda: view.message.text() != "")
    view.retranslate("en")
    assert view.message.text() == "Making the pages…"
    view.say("没有文件")
    view.retranslate("zh")
    assert view.message.text() == "没有文件"
