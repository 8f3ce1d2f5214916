"""What every editor of a field does: show a stored value, keep what is being typed, tell what was changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from resources.languages import translator
from ui.theme import Theme
from ui.widgets.field_shapes import Field, FieldKind

WAIT_FOR_STORE = 2000  # ms: how long an older value that still arrives does not displace what was just entered
LEAST_LINES, MOST_LINES = 2, 9


def N_(message: str) -> str:
    """Mark a message; the editor translates it."""
    return message


_NOT_READ = {
    FieldKind.NUMBER: N_("This is no number. Example: 45"),
    FieldKind.DATE: N_("This is no day. Example: 2024-05-20"),
    FieldKind.TIME: N_("This is no time. Example: 9:30"),
}


class FieldEditor(QWidget):
    """Edits one column. `edited(before, after)` comes when focus leaves, with Enter, or when a choice is made.

    A value that arrives while somebody types changes nothing on screen; Escape shows it.
    """

    edited = Signal(object, object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.language = field, "zh"
        self.stored: Any = None  # what the user sees as stored: the "before" of the next edit
        self._given: Any = None  # what the store said last
        self._replaced: Any = None  # what stood here before the edit that is on its way
        self._read_only = False
        self.waiting = QTimer(self, interval=WAIT_FOR_STORE, singleShot=True)
        self.waiting.timeout.connect(self._stop_waiting)
        self.line = QHBoxLayout()
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(4)
        self._remark, self.again = QLabel(), QToolButton()
        self._refused: Any = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self.line)
        layout.addLayout(self._make_remark())

    def _make_remark(self) -> QHBoxLayout:
        self._remark.setProperty("role", "warn")
        self._remark.setWordWrap(True)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self.again.setProperty("role", "quiet")
        self.again.clicked.connect(self._use_again)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._remark, 1)
        row.addWidget(self.again)
        self._remark.hide()
        self.again.hide()
        return row

    # what each kind says of itself
    def input(self) -> QWidget:
        """The widget that takes the focus."""
        raise NotImplementedError

    def display(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def typing(self) -> bool:
        """Whether something is typed that is not stored yet."""
        return False

    def commit(self) -> None:
        """Tell what is typed, if it differs from what is stored."""

    def put_typed(self, typed: Any) -> None:
        """Put something into the editor as if it were typed."""
        self._change(typed)

    # values
    def show_value(self, value: Any) -> None:
        """Show what the store says now; what is being typed stays."""
        self._given = value
        if self.typing() or (self.waiting.isActive() and value == self._replaced and value != self.stored):
            return
        self._settle()

    def start(self, value: Any) -> None:
        """Show a value of another record: nothing is left of the one before."""
        self._given = value
        self.clear_remark()
        self._settle()

    def restore(self) -> None:
        """Forget what is typed."""
        self.clear_remark()
        self._settle()

    def give_back(self, typed: Any) -> None:
        """Show what is stored again and offer what was typed."""
        self._settle()
        self._refused = typed
        self.say(self._told(typed), offer=True)

    def _stop_waiting(self) -> None:
        """Nothing came of the edit, or it came long ago; what is typed by now stays."""
        if not self.typing():
            self._settle()

    def _settle(self) -> None:
        self.waiting.stop()
        self.stored = self._given
        self.display(self.stored)

    def _change(self, value: Any) -> None:
        before, self._replaced, self.stored = self.stored, self.stored, value
        self.clear_remark()
        self.waiting.start()
        self.display(value)
        self.edited.emit(before, value)

    # words and looks
    def say(self, words: str, *, offer: bool = False) -> None:
        """A line below the editor."""
        self._remark.setText(words)
        self._remark.show()
        self.again.setVisible(offer)

    def remark(self) -> str:
        """The line below the editor, if there is one."""
        return "" if self._remark.isHidden() else self._remark.text()

    def clear_remark(self) -> None:
        """Take the line below the editor away."""
        self._refused = None
        self._remark.hide()
        self.again.hide()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.input().setAccessibleName(_(self.field.label))
        self.again.setText(_("Use it again"))
        if self._refused is not None:
            self._remark.setText(self._told(self._refused))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be edited."""
        self._read_only = read_only or self.field.computed

    def _told(self, typed: Any) -> str:
        """What was refused, as the offer below the editor says it."""
        _ = translator(self.language).gettext
        return _("Not stored: {typed}").format(typed=_("(empty)") if typed in (None, "") else typed)

    def _use_again(self) -> None:
        typed = self._refused
        self.clear_remark()
        self.put_typed(typed)
        self.input().setFocus(Qt.FocusReason.OtherFocusReason)


class TextLike(FieldEditor):
    """An editor into which text is typed that means a value."""

    def text_of(self, value: Any) -> str:
        """A value as it is typed."""
        return "" if value is None else str(value)

    def read(self, text: str) -> Any:
        """What the typed text means. ValueError: nothing that can be stored here."""
        return text.strip()

    def typed(self) -> str:
        """What stands in the editor."""
        raise NotImplementedError

    def write(self, text: str) -> None:
        """Put a text into the editor."""
        raise NotImplementedError

    def display(self, value: Any) -> None:
        """Show a value."""
        text = self.text_of(value)
        if self.typed() != text:
            self.write(text)

    def typing(self) -> bool:
        """Whether something is typed that is not stored yet."""
        return not self._read_only and self.typed() != self.text_of(self.stored)

    def put_typed(self, typed: Any) -> None:
        """Put something into the editor as if it were typed."""
        self.write(typed if isinstance(typed, str) else self.text_of(typed))

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        if self.remark() and self._refused is None:
            self._say_not_read()

    def _say_not_read(self) -> None:
        self.say(translator(self.language).gettext(_NOT_READ[self.field.kind]))

    def commit(self) -> None:
        """Tell what is typed, if it differs from what is stored; what cannot be read stays typed."""
        if not self.typing():
            return
        try:
            value = self.read(self.typed())
        except ValueError:
            self._say_not_read()
            return
        if value == self.stored:
            self.restore()
        else:
            self._change(value)


class TextInput(QPlainTextEdit):
    """Lines of text as high as they need to be."""

    left = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """As high as its lines, within bounds."""
        lines = min(max(int(self.document().size().height()), LEAST_LINES), MOST_LINES)
        height = lines * self.fontMetrics().lineSpacing() + 16
        if height != self.height():
            self.setFixedHeight(height)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: what was typed is told."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+Enter tells what is typed, Escape restores, where anything was typed."""
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.document().isModified():
            self.escaped.emit()
            self.document().setModified(False)  # the next one is the page's
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width needs another height."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: only now the font is known."""
        super().showEvent(event)
        self.fit()


class TextEditor(TextLike):
    """Several lines of text."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.edit = TextInput()
        self.edit.left.connect(self.commit)
        self.edit.left.connect(lambda: self.edit.document().setModified(self.typing()))
        self.edit.escaped.connect(self.restore)
        self.line.addWidget(self.edit, 1)

    def input(self) -> QWidget:
        """The text."""
        return self.edit

    def typed(self) -> str:
        """What stands in the text."""
        return self.edit.toPlainText()

    def write(self, text: str) -> None:
        """Put another text."""
        self.edit.setPlainText(text)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        self.edit.setPlaceholderText(translator(language).gettext(self.field.hint) if self.field.hint else "")

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be edited; it can still be marked and copied."""
        super().set_read_only(read_only)
        self.edit.setReadOnly(self._read_only)
