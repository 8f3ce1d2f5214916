"""The five-minute tour: seven stops through the real rooms, each with what to try. It can be left at any time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator
from ui.start.stops import STOPS
from ui.theme import Theme

WIDTH, GAP, EDGE = 380, 12, 4


class Spotlight(QWidget):
    """A frame drawn around a part of the window; it takes no clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.color = QColor()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the frame."""
        painter = QPainter(self)
        painter.setPen(QPen(self.color, EDGE))
        half = EDGE // 2
        painter.drawRoundedRect(self.rect().adjusted(half, half, -half, -half), 8, 8)
        painter.end()


class Tour(QFrame):
    """A card in the lower right corner that leads through the rooms. `ended` comes when it is left or done."""

    room_requested = Signal(str)
    ended = Signal()

    def __init__(self, window: QWidget, part: Callable[[str], QWidget | None]) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("role", "tour")
        self._part = part
        self.language, self.place = "zh", 0
        self.spotlight = Spotlight(window)
        self.count, self.title, self.words = QLabel(), QLabel(), QLabel()
        self.back_button, self.next_button, self.leave_button = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self.back_button.clicked.connect(lambda: self.go(self.place - 1))
        self.next_button.clicked.connect(self._next)
        self.leave_button.clicked.connect(self.leave)
        window.installEventFilter(self)
        for button in self._buttons():
            button.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.count.setProperty("role", "small")
        self.title.setProperty("role", "title")
        self.next_button.setProperty("role", "main")
        for label in (self.title, self.words):
            label.setWordWrap(True)
            label.setFixedWidth(WIDTH - 34)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        for label in (self.count, self.title, self.words):
            layout.addWidget(label)
        layout.addLayout(buttons)

    def begin(self) -> None:
        """Start at the first stop."""
        self.go(0)
        self.next_button.setFocus()

    def go(self, place: int) -> None:
        """Show a stop."""
        self.place = min(max(place, 0), len(STOPS) - 1)
        focused = QApplication.focusWidget()
        self.room_requested.emit(STOPS[self.place].room)
        if focused is not None and (focused is self or self.isAncestorOf(focused)):
            focused.setFocus()  # the room took the keyboard; who leafs by keys goes on leafing
        self._say()
        self.show()
        self.spotlight.show()
        self.spotlight.raise_()
        self.raise_()
        self._stand()

    def leave(self) -> None:
        """End the tour."""
        self.hide()
        self.spotlight.hide()
        self.ended.emit()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        self._say()
        self._stand()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.spotlight.color = theme.color("accent")
        self.spotlight.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows go on and back, Esc leaves; no other key goes to what lies behind the card."""
        if not self._pressed(event):
            super().keyPressEvent(event)
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab goes from button to button and stays in the card."""
        buttons = [button for button in self._buttons() if button.isEnabled()]
        focused = next((place for place, button in enumerate(buttons) if button.hasFocus()), -1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        buttons[(focused + (1 if forward else -1)) % len(buttons)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: stay in the corner when the window changes its size; the keys of the card on each of its buttons."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._stand()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event, watched)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent, button: QObject | None = None) -> bool:
        """Whether a key was one of the card; Enter presses the button that has the keyboard."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in steps:
            self.go(self.place + steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (button if isinstance(button, QPushButton) else self.next_button).click()
        else:
            return False
        return True

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.leave_button, self.back_button, self.next_button

    def _next(self) -> None:
        if self.place == len(STOPS) - 1:
            self.leave()
        else:
            self.go(self.place + 1)

    def _say(self) -> None:
        _ = translator(self.language).gettext
        stop, last = STOPS[self.place], self.place == len(STOPS) - 1
        self.setAccessibleName(_("Tour"))
        self.count.setText(_("Tour, {place} of {total}").format(place=self.place + 1, total=len(STOPS)))
        self.title.setText(_(stop.title))
        self.words.setText(_(stop.words))
        self.setAccessibleDescription(_(stop.words))
        if self.place == 0 and self.back_button.hasFocus():
            self.next_button.setFocus()  # a button that goes out would give the keyboard to the room
        self.back_button.setEnabled(self.place > 0)
        words = (_("Leave the tour"), _("Back"), _("Done") if last else _("Next"))
        for button, text in zip(self._buttons(), words, strict=True):
            button.setText(text)
            button.setAccessibleName(text)

    def _stand(self) -> None:
        """The card in the corner, the frame around the part it speaks of."""
        window = self._window
        self.adjustSize()
        self.move(window.width() - self.width() - 2 * GAP, window.height() - self.height() - 4 * GAP)
        target = self._part(STOPS[self.place].part)
        if target is None:
            self.spotlight.setGeometry(QRect())
            return
        corner = target.mapTo(window, QPoint(0, 0))
        self.spotlight.setGeometry(QRect(corner, target.size()))
