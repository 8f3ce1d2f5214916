"""The frame of the window: rail, top bar, the pages of the rooms, activity line, status bar, and the calm pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from resources.languages import translator
from ui.dialogs.problem_page import ProblemPage
from ui.meetings.card import MeetingCard
from ui.rail import Rail
from ui.status_bar import StatusBar
from ui.theme import Theme
from ui.top_bar import TopBar
from ui.widgets.activity_line import ActivityLine
from ui.widgets.message_page import MessagePage

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WindowFrame(QStackedWidget):
    """The whole inside of the window: the frame with its rooms, or the page that says why there is nothing to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail, self.top_bar, self.status, self.activity = Rail(MeetingCard()), TopBar(), StatusBar(), ActivityLine()
        self.content, self.blank, self.problem_page = QStackedWidget(), QWidget(), ProblemPage()
        self.empty_page = MessagePage("calendar-days")
        self.content.addWidget(self.blank)
        self.content.addWidget(self.empty_page)
        self._entered_in: QWidget | None = None  # which part had the keyboard when Enter went down
        self.addWidget(self._frame())
        self.addWidget(self.problem_page)

    def _frame(self) -> QWidget:
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget, stretch in ((self.top_bar, 0), (self.content, 1), (self.activity, 0)):
            right.addWidget(widget, stretch)
        frame = QWidget()
        frame.setObjectName("frame")
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self.status, 1, 0, 1, 2)
        return frame

    def offer_first_steps(self, new: Callable[[], None], samples: Callable[[], None]) -> None:
        """The two buttons of an empty workspace."""
        self.new_button = self.empty_page.add_button(new, main=True)
        self.load_button = self.empty_page.add_button(samples)

    def allow_first_steps(self, allowed: bool) -> None:
        """Whether anything can be made now."""
        for button in (self.new_button, self.load_button):
            button.setEnabled(allowed)

    def show_frame(self) -> None:
        """The rooms."""
        self.setCurrentIndex(0)

    def show_problem(self, error: Exception, *, lost: bool = False) -> None:
        """The page that says why there is nothing to see."""
        self.problem_page.tell(error, lost=lost)
        self.setCurrentWidget(self.problem_page)
        self.problem_page.retry_button.setFocus()

    def show_empty(self) -> None:
        """The page of a workspace without meetings."""
        self.content.setCurrentWidget(self.empty_page)
        self.new_button.setFocus()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        for part in (self.rail, self.top_bar, self.status, self.problem_page):
            part.retranslate(language)
        self.empty_page.say(
            _("This workspace holds no meeting yet"),
            _(
                "Begin with your own meeting, or load the samples to see what everything looks like. "
                "Undo takes either away."
            ),
        )
        for button, words in ((self.new_button, _("New meeting…")), (self.load_button, _("Load samples"))):
            button.setText(words)
            button.setAccessibleName(words)

    def event(self, event: QEvent) -> bool:
        """Qt: before a key is pressed, its shortcut is asked for: note which part has the keyboard then."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self._entered_in = QApplication.focusWidget()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter presses the button that has the keyboard; outside of dialogs Qt knows only Space.

        A line that answers Enter by going away leaves the keyboard to some button: that one was not meant.
        """
        button, entered_in = QApplication.focusWidget(), self._entered_in
        self._entered_in = None
        if entered_in not in (None, button):
            super().keyPressEvent(event)
        elif event.key() in _ENTER and isinstance(button, QPushButton | QToolButton) and self.isAncestorOf(button):
            button.click()
        else:
            super().keyPressEvent(event)

    def retheme(self, theme: Theme) -> None:
        """Draw everything in another theme."""
        for part in (self.rail, self.top_bar, self.status, self.empty_page, self.problem_page):
            part.retheme(theme)
