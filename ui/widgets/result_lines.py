"""What a long work has to tell besides its result: a line each, with a way to the place it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.icons import pixmap

HIGHEST = 216  # pixels; more lines scroll
NARROWEST = 480  # pixels; the window is never narrower, but the list is before it is first shown


@dataclass(frozen=True)
class ResultLine:
    """A sentence, the paper it is about (may be empty), and the place where it is mended, if there is one."""

    words: str
    about: str = ""
    place: str = ""


class ResultLines(QScrollArea):
    """The lines, one below the other; `place_requested` leads to the room."""

    place_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines: tuple[ResultLine, ...] = ()
        self.buttons: list[QPushButton] = []
        self._icons: list[QLabel] = []
        self._show = ""

    def show_lines(self, lines: Sequence[ResultLine], show: str, theme: Theme) -> None:
        """Replace the lines; `show` are the words of the button that leads to a place."""
        self.lines, self._show = tuple(lines), show
        self.buttons, self._icons = [], []
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 8, 12, 4)
        layout.setSpacing(2)
        for line in self.lines:
            layout.addLayout(self._row(line))
        layout.addStretch(1)
        self.setWidget(body)
        self.retheme(theme)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: longer lines need fewer rows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        body = self.widget()
        if body is not None:
            self.setFixedHeight(min(body.heightForWidth(max(self.width(), NARROWEST)) + 4, HIGHEST))

    def _row(self, line: ResultLine) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        mark, words = QLabel(), QLabel(f"{line.about} · {line.words}" if line.about else line.words)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        mark.setContentsMargins(0, 3, 0, 0)
        self._icons.append(mark)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        if line.place:
            row.addWidget(self._button(line), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _button(self, line: ResultLine) -> QPushButton:
        button = QPushButton(self._show)
        button.setProperty("role", "link")
        button.setAccessibleName(f"{self._show}: {line.words}")
        button.clicked.connect(lambda: self.place_requested.emit(line.place))
        self.buttons.append(button)
        return button

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        picture = pixmap("info", theme.tokens["ink_faint"], size=14, scale=self.devicePixelRatioF())
        for mark in self._icons:
            mark.setPixmap(picture)
