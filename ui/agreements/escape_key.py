"""Escape in the editor of an agreement: first it ends what is half done, then it goes back to the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.agreements.field_text import FieldText

if TYPE_CHECKING:
    from ui.agreements.editor import AgreementEditor


class EscapeKey(QObject):
    """Hears what no part of the editor has taken; popups and forms close themselves."""

    def __init__(self, editor: AgreementEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Escape was pressed somewhere in the editor."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Escape:
            return False
        if not self._ends_typing() and not self._ends_shelf():
            self._editor.left.emit()
        return True

    def _ends_typing(self) -> bool:
        """Whether something was half typed: a line has its old words again, a text is kept, for it may be long."""
        typed = QApplication.focusWidget()
        if isinstance(typed, FieldText) and typed.typing():
            typed.commit()
            self._editor.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(typed, QLineEdit) and self._editor.missing.isAncestorOf(typed) and typed.text():
            typed.clear()
        else:
            return False
        return True

    def _ends_shelf(self) -> bool:
        shelf = self._editor.shelf
        if self._editor.pages.currentWidget() is not shelf:
            return False
        shelf.left.emit()
        return True
