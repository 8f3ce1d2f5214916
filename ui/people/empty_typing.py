"""The page of an empty list takes typing at once: the first letter opens the line that adds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class EmptyTyping(QObject):
    """Hears the keys of the page's buttons. `begin` opens the line that adds; `editor` is what types in it."""

    def __init__(
        self, parts: tuple[QWidget, ...], begin: Callable[[], None], editor: Callable[[], QWidget | None]
    ) -> None:
        super().__init__(parts[0])
        self._begin, self._editor = begin, editor
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)  # else no input method would turn to a button
            part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: what would be typed goes to the line that adds; keys that press buttons or move stay what they are."""
        if isinstance(event, QInputMethodEvent) and (event.preeditString() or event.commitString()):
            return self._pass_on(QInputMethodEvent(event))
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.modifiers() & _HELD:
            return False
        text = event.text()
        if not text.strip() or not text.isprintable():
            return False
        return self._pass_on(QKeyEvent(event.type(), event.key(), event.modifiers(), text))

    def _pass_on(self, event: QEvent) -> bool:
        self._begin()
        editor = self._editor()
        if editor is not None:
            QCoreApplication.sendEvent(editor.focusProxy() or editor, event)
        return editor is not None
