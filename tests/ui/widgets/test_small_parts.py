"""The small parts: elided labels, message pages, icons, the details panel, the activity line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import resources
from ui.theme import load_theme
from ui.widgets.activity_line import ActivityLine
from ui.widgets.details_panel import Details, DetailsPanel, Section
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import icon, pixmap
from ui.widgets.message_page import MessagePage


@pytest.mark.parametrize(("width", "tip"), [(400, ""), (60, "one two three four five")])
def test_a_cut_label_tells_its_whole_text(qtbot: QtBot, width: int, tip: str):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("one two three four five")
    label.resize(width, 20)
    label.show()
    label.grab()
    assert (label.text(), label.toolTip(), label.is_cut()) == ("one two three four five", tip, bool(tip))


def test_icons_are_drawn_in_the_color_asked_for(qapp):
    image = pixmap("circle-check", "#ff0000", size=16, scale=2).toImage()
    drawn = {
        image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 250
    }
    assert (drawn, image.size(), image.devicePixelRatio()) == ({QColor("#ff0000").name()}, QSize(32, 32), 2.0)


def test_a_checked_icon_has_a_color_of_its_own(qapp):
    made = icon("users", load_theme("light"), checked="accent")
    off, on = (made.pixmap(16, 16, QIcon.Mode.Normal, state).toImage() for state in (QIcon.State.Off, QIcon.State.On))
    assert off != on


def test_every_icon_is_there_with_its_licence():
    files = sorted(file.stem for file in resources.path("icons").glob("*.svg"))
    assert "ISC License" in resources.path("icons/LICENSE-Lucide.txt").read_text(encoding="utf-8")
    assert [name for name in files if "currentColor" not in resources.path(f"icons/{name}.svg").read_text()] == []


def test_a_message_page_says_and_offers(qtbot: QtBot):
    page, pressed = MessagePage("info"), []
    qtbot.addWidget(page)
    button = page.add_button(lambda: pressed.append(1), main=True)
    page.say("Nothing here", "Do this first.")
    page.retheme(load_theme("light"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (page.title.text(), page.words.text(), page.accessibleName(), pressed) == (
        "Nothing here",
        "Do this first.",
        "Nothing here",
        [1],
    )


def test_the_panel_leaves_out_empty_sections(qtbot: QtBot):
    panel = DetailsPanel()
    qtbot.addWidget(panel)
    panel.show_details(Details("Li", "Wuhan", (Section("Posts", ("Dean",)), Section("Remarks", ()))))
    shown = [label.text() for label in panel.findChildren(QLabel)]
    panel.show_details(None)
    assert (shown, panel.shown) == (["Li", "Wuhan", "Posts", "Dean"], None)


def test_the_line_shows_progress_then_its_result(qtbot: QtBot):
    line, followed = ActivityLine(), []
    qtbot.addWidget(line)
    line.show_progress("Making", 1, 3)
    during = (line.bar.value(), line.bar.maximum(), line.cancel_button.isVisible(), line.follow_button.isVisible())
    line.show_result("Saved", "good", lambda: followed.append(1))
    qtbot.mouseClick(line.follow_button, Qt.MouseButton.LeftButton)
    after = (line.words.text(), line.cancel_button.isVisible(), line.bar.isVisible(), followed)
    qtbot.mouseClick(line.close_button, Qt.MouseButton.LeftButton)
    assert (during, after, line.isVisible()) == ((1, 3, True, False), ("Saved", False, False, [1]), False)


def test_a_good_result_goes_away_by_itself_unless_somebody_is_about_to_use_it(qtbot: QtBot):
    window, elsewhere, line = QWidget(), QLineEdit(), ActivityLine()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    for part in (elsewhere, line):
        layout.addWidget(part)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    elsewhere.setFocus()
    line.leaves.setInterval(1)
    line.show_result("Saved", "good", None)
    qtbot.waitUntil(lambda: not line.isVisible())
    line.show_result("Saved", "good", lambda: None)
    line.follow_button.setFocus()
    with qtbot.waitSignals([line.leaves.timeout] * 3):
        pass
    assert line.isVisible()
    line.show_result("Not saved", "bad", None)
    assert (line.isVisible(), line.leaves.isActive()) == (True, False)
