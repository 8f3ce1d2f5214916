"""The editors of one line: words, personal data behind a mask, numbers, clock times."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from models.rules.masking import mask_email, mask_id, mask_phone
from models.rules.timing import later
from models.rules.typed_values import read_number, read_time
from resources.languages import translator
from ui.theme import Theme
from ui.widgets.field_editors import TextLike
from ui.widgets.field_shapes import Field
from ui.widgets.icons import icon
from ui.widgets.whole_line import WholeLine

STEP = 5  # minutes that Up and Down move a time by


class LineInput(WholeLine):
    """A line that says where Escape and the arrows go."""

    escaped = Signal()
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape restores, Up and Down step where the field knows steps."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.escaped.emit()
            self.setModified(False)  # the next one is the page's
        elif (
            event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)


class LineEditor(TextLike):
    """One line of text; a masked one shows the whole only when asked."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.edit = LineInput()
        self.edit.editingFinished.connect(self.commit)
        self.edit.editingFinished.connect(lambda: self.edit.setModified(self.typing()))
        self.edit.escaped.connect(self.restore)
        self.line.addWidget(self.edit, 1)
        self.unit = QLabel()
        self.unit.setProperty("role", "small")
        self.unit.setVisible(bool(field.unit))
        self.line.addWidget(self.unit)

    def input(self) -> QWidget:
        """The line."""
        return self.edit

    def typed(self) -> str:
        """What stands in the line."""
        return self.edit.text()

    def display(self, value: Any) -> None:
        """Show a value that is stored: nothing of it is half typed."""
        super().display(value)
        self.edit.setModified(False)

    def write(self, text: str) -> None:
        """Put a text into the line, its beginning in sight."""
        self.edit.setText(text)
        self.edit.setModified(text != self.text_of(self.stored))
        self.edit.setCursorPosition(len(text) if self.edit.hasFocus() else 0)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.unit.setText(_(self.field.unit) if self.field.unit else "")
        self.edit.setPlaceholderText(_(self.field.hint) if self.field.hint else "")

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be edited; it can still be marked and copied."""
        super().set_read_only(read_only)
        self.edit.setReadOnly(self._read_only)


class MaskedEditor(LineEditor):
    """A line of personal data: masked until its button shows it."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.reveal = QToolButton()
        self.reveal.setProperty("role", "quiet")
        self.reveal.setCheckable(True)
        self.reveal.setIconSize(QSize(16, 16))
        self.reveal.toggled.connect(self._revealed)
        self.line.addWidget(self.reveal)

    def text_of(self, value: Any) -> str:
        """The whole, or the mask."""
        text = super().text_of(value)
        return text if self.reveal.isChecked() else _mask(self.field.key, text)

    def start(self, value: Any) -> None:
        """Another record starts masked; an empty one can be typed at once."""
        self.reveal.blockSignals(True)
        self.reveal.setChecked(not value)
        self.reveal.blockSignals(False)
        super().start(value)
        self.set_read_only(self._read_only)
        self.retranslate(self.language)

    def show_value(self, value: Any) -> None:
        """A number that comes from elsewhere is masked; where it is gone, another one can be typed."""
        if bool(value) != bool(self.stored) and not self.typing():
            self.start(value)
        else:
            super().show_value(value)

    def set_read_only(self, read_only: bool) -> None:
        """What is masked cannot be typed over."""
        super().set_read_only(read_only)
        self.edit.setReadOnly(self._read_only or not self.reveal.isChecked())

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        words = _("Hide {field}") if self.reveal.isChecked() else _("Show {field}")
        self.reveal.setAccessibleName(words.format(field=_(self.field.label)))
        self.reveal.setToolTip(self.reveal.accessibleName())

    def retheme(self, theme: Theme) -> None:
        """Draw the button in another theme."""
        self.reveal.setIcon(icon("eye", theme, checked="accent"))

    def _revealed(self, shown: bool) -> None:
        if not shown:
            self.commit()  # what was typed is told before it is hidden
        self.display(self.stored)
        self.set_read_only(self._read_only)
        self.retranslate(self.language)


class NumberEditor(LineEditor):
    """A count or an amount; empty where unknown. Up and Down count."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.edit.stepped.connect(self._step)

    def read(self, text: str) -> int | Decimal | None:
        """The number."""
        return read_number(text, decimals=self.field.decimals)

    def text_of(self, value: Any) -> str:
        """The number without a tail of zeros."""
        return f"{value.normalize():f}" if isinstance(value, Decimal) else super().text_of(value)

    def _step(self, by: int) -> None:
        self._put(lambda value: max((value or 0) + by, 0))

    def _put(self, change: Any) -> None:
        if self._read_only:
            return
        try:
            value = self.read(self.typed())
        except ValueError:
            return
        self.put_typed(change(value))


class TimeEditor(NumberEditor):
    """A clock time; Up and Down move it by five minutes."""

    def read(self, text: str) -> Any:
        """The time."""
        return read_time(text)

    def text_of(self, value: Any) -> str:
        """09:30."""
        return f"{value:%H:%M}" if value is not None else ""

    def _step(self, by: int) -> None:
        self._put(lambda value: later(value or time(9), by * STEP if value else 0))


def _mask(column: str, text: str) -> str:
    if "identity" in column:
        return mask_id(text)
    return mask_email(text) if "email" in column else mask_phone(text)
