"""The line above the status bar while something long runs, and its result: a good one goes away by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Theme, load_theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import ICON_GAP, icon, pixmap
from ui.widgets.result_lines import ResultLine, ResultLines

HEIGHT = 44
STAYS = 60_000  # ms: a good result, while nobody looks closer


class ActivityLine(QWidget):
    """Progress with cancel, or a result with one step that follows, and a list of what there is to know about it."""

    cancel_requested = Signal()
    place_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activity")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon, self.words, self.bar = QLabel(), ElidedLabel(), QProgressBar()
        self.cancel_button, self.follow_button, self.close_button = QPushButton(), QPushButton(), QToolButton()
        self.close_button.setProperty("role", "quiet")
        self.close_button.setIconSize(QSize(14, 14))
        self.lines_button, self.lines = QPushButton(), ResultLines()
        self.lines_button.setCheckable(True)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self._lay_out()
        self._theme, self._color = load_theme("light"), "good"
        self._follow: Callable[[], None] | None = None
        self._follow_words, self._is_folder = "", True
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.follow_button.clicked.connect(self._followed)
        self.close_button.clicked.connect(self.hide)
        self.lines_button.toggled.connect(self.lines.setVisible)
        self.lines.place_requested.connect(self.place_requested)
        self.lines.hide()
        self.hide()
        self.leaves = QTimer(self, interval=STAYS)
        self.leaves.timeout.connect(self._leave)

    def _lay_out(self) -> None:
        row = QWidget()
        row.setFixedHeight(HEIGHT)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(16, 0, 12, 0)
        layout.setSpacing(10)
        for widget in (self._icon, self.words, self.bar):
            layout.addWidget(widget)
        for button in (self.cancel_button, self.lines_button, self.follow_button):
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.lines)
        whole.addWidget(row)

    def show_progress(self, words: str, done: int, total: int) -> None:
        """How far it is; a total of 0 means: not known yet."""
        self.words.setText(words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._show(running=True)

    def show_result(self, words: str, color: str, follow: Callable[[], None] | None, *, follow_words: str = "") -> None:
        """What came out, and what one may want to do then: open the folder, or what `follow_words` say.

        `color` is the token of its icon.
        """
        self._name_follow(follow_words or self._follow_words)
        self._is_folder = not follow_words
        self.show_lines((), "", "")
        self.words.setText(words)
        self._follow, self._color = follow, color
        self._show(running=False)
        if color == "good":
            self.leaves.start()
        self.retheme(self._theme)

    def show_lines(self, lines: Sequence[ResultLine], words: str, show: str) -> None:
        """What there is to know about the result, opened by a button with these words; `show` leads to a place."""
        self.lines.show_lines(lines, show, self._theme)
        self.lines_button.setText(words)
        self.lines_button.setAccessibleName(words)
        self.lines_button.setVisible(bool(lines))
        self.lines_button.setChecked(False)

    def allow_cancel(self, allowed: bool) -> None:
        """Whether it can still be stopped."""
        self.cancel_button.setEnabled(allowed)

    def name(self, cancel: str, follow: str, close: str, progress: str) -> None:
        """The words of the buttons and the bar."""
        self.cancel_button.setText(cancel)
        self.cancel_button.setAccessibleName(cancel)
        self._follow_words = follow
        self._name_follow(follow)
        self.close_button.setAccessibleName(close)
        self.close_button.setToolTip(close)
        self.bar.setAccessibleName(progress)
        self.lines_button.setAccessibleName(self.lines_button.text() or progress)
        self.setAccessibleName(progress)

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        self._theme = theme
        self.lines.retheme(theme)
        self.close_button.setIcon(icon("x", theme))
        self.follow_button.setIcon(icon("folder-open" if self._is_folder else "chevron-right", theme))
        name = "circle-check" if self._color == "good" else "info"
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap(name, theme.tokens[self._color], size=16, scale=ratio))

    def _leave(self) -> None:
        """Go, unless somebody is about to do something with the result."""
        if not (self.underMouse() or self.lines.isVisible() or self.isAncestorOf(QApplication.focusWidget() or self)):
            self.leaves.stop()
            self.hide()

    def _show(self, *, running: bool) -> None:
        self.leaves.stop()
        for widget in (self.bar, self.cancel_button):
            widget.setVisible(running)
        for other in (self._icon, self.close_button):
            other.setVisible(not running)
        if running:
            self.lines_button.hide()
            self.lines.hide()
        self.follow_button.setVisible(not running and self._follow is not None)
        self.show()

    def _name_follow(self, words: str) -> None:
        self.follow_button.setText(ICON_GAP + words)
        self.follow_button.setAccessibleName(words)

    def _followed(self) -> None:
        if self._follow is not None:
            self._follow()
