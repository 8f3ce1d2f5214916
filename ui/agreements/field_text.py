"""A text of a clause as it is written: words to type in, fields as chips that are one piece each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QToolTip, QWidget

from models.rules.clause_text import TokenKind, tokens
from ui.agreements.chips import CHIP, MARK, ChipPainter, chip_format, chip_tip, source_of
from ui.agreements.copied_text import plain_text, words_of
from ui.agreements.dimmer import Dimmer, ranges_left_out
from ui.agreements.written_text import part_of, places_of, written
from ui.theme import Theme, load_theme
from ui.widgets.tips import as_tip

if TYPE_CHECKING:
    from models.clause_reading import ShownToken

STORE_AFTER = 3000  # ms after the first key that is not stored yet: no more is ever lost, and a phrase is one step
OWN_MIME = "application/x-signing-desk-clause"
_TYPED = re.compile(r"(\{\{[^{}]+\}\}|\{%[^{}%]+%\})$")
Reader = Callable[[str], "tuple[ShownToken, ...]"]


def unread(source: str) -> tuple[ShownToken, ...]:
    """A text whose facts are not known yet."""
    from models.clause_reading import shown_tokens

    return shown_tokens(source, {}, "zh")


class FieldText(QTextEdit):
    """An editor of one text. `edited(before, after)` comes soon after the first key, or when the keyboard leaves."""

    edited = Signal(str, str)
    typed = Signal()
    composed = Signal()  # the characters that were being composed have been taken or given up
    chip_opened = Signal(str)  # the fact behind a chip
    picture_pasted = Signal()
    entered = Signal()  # the keyboard is here

    def __init__(self, *, one_line: bool = False, indented: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one_line, self._indented = one_line, indented
        self.stored = ""
        self.language = "zh"  # of the window
        self._reader: Reader = unread
        self._read: dict[str, ShownToken] = {}
        self._building = False
        self.composing = False  # an input method shows characters that are not in the text yet
        self._later: str | None = None  # a stored text that came meanwhile
        self._theme = load_theme("light")
        self._own_font = self.font()
        self._painter = ChipPainter(self.token_of, self)
        self.document().documentLayout().registerHandler(CHIP, self._painter)
        self._dimmer = Dimmer(self.document())
        self._pause = QTimer(self, singleShot=True, interval=STORE_AFTER)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may be late by a twentieth
        self._pause.timeout.connect(self.commit)
        self._calm()
        self.document().contentsChanged.connect(self._contents_changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit_height())

    def _calm(self) -> None:
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "clause_heading" if self.one_line else "clause_body")
        self.document().setDocumentMargin(3)
        self.viewport().setMouseTracking(True)

    # what is shown

    def use_font(self, font: QFont) -> None:
        """Write in a font."""
        self._own_font = font
        self.document().setDefaultFont(font)
        self._fit_height()

    def show_source(self, source: str, reader: Reader) -> None:
        """Show a stored text. What is being typed stays; a text that is there already only gets its new values."""
        self._reader = reader
        if self.composing:  # another text would throw away what is being composed
            self._later = source
            return
        typing = self.typing()
        if source.strip() != self.stored.strip() and not typing:
            self._build(source)
        if not typing:
            self.stored = source
        self.refresh()

    def replace_source(self, source: str) -> None:
        """Show a text whatever was typed."""
        self._build(source)
        self.stored = source
        self.refresh()

    def source(self) -> str:
        """The text with its expressions, as it is stored."""
        return written(self.document())

    def typing(self) -> bool:
        """Whether something is typed that is not stored yet."""
        return not self._building and self.source().strip() != self.stored.strip()

    def refresh(self) -> None:
        """Read the values of all chips again."""
        source = self.source()
        shown = self._reader(source)
        before, self._read = self._read, {}
        for token in shown:
            if token.kind is not TokenKind.WORDS:
                self._read.setdefault(token.source, token)
        left_out = ranges_left_out(shown)
        self._dimmer.show_ranges(places_of(self.document(), left_out) if left_out else ())
        if before != self._read:
            self.document().markContentsDirty(0, self.document().characterCount())
            self.viewport().update()

    def token_of(self, source: str) -> ShownToken:
        """What the chip of an expression shows."""
        if source not in self._read:
            self._read[source] = next(iter(self._reader(source)))
        return self._read[source]

    def expressions(self) -> tuple[str, ...]:
        """The expressions of the chips, in order."""
        return tuple(token.text for token in tokens(self.source()) if token.kind is not TokenKind.WORDS)

    # typing

    def commit(self) -> None:
        """Tell what is typed, now."""
        self._pause.stop()
        if self.typing():
            before, self.stored = self.stored, self.source().strip()
            self.edited.emit(before, self.stored)

    def wait_left(self) -> int:
        """Milliseconds until what is typed is told; -1 where nothing waits."""
        return self._pause.remainingTime()

    def insert_expression(self, expression: str) -> None:
        """Put a field where the cursor is."""
        self._insert_source(self.textCursor(), expression)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def type_source(self, source: str) -> None:
        """Put another text in the place of this one, as if it had been typed."""
        self.selectAll()
        self._insert_source(self.textCursor(), source)

    def open_chip_at_cursor(self) -> bool:
        """Go to the fact behind the chip beside the cursor; whether there is one."""
        cursor = self.textCursor()
        ahead = QTextCursor(cursor)
        ahead.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        for made in (ahead.charFormat(), cursor.charFormat()):
            if source_of(made):
                self._open(source_of(made))
                return True
        return False

    def retranslate(self, language: str) -> None:
        """Say the chips in another language."""
        self.language = self._painter.language = language
        self.document().markContentsDirty(0, self.document().characterCount())

    def retheme(self, theme: Theme) -> None:
        """Draw in the colors of another theme."""
        self._theme = self._painter.theme = theme
        self._dimmer.use_color(theme.color("ink_disabled"))
        self.viewport().update()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter leaves a heading; F2 opens the chip beside the cursor; everything else is typed."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_F2 and self.open_chip_at_cursor():
            return
        if enter and self.one_line:
            self.focusNextChild()
            return
        if event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            return
        super().keyPressEvent(event)
        if event.text() == "}":
            self._turn_typed_into_chip()

    def event(self, event: QEvent) -> bool:
        """Qt: Ctrl+Z belongs to the window when nothing was typed here."""
        if event.type() == QEvent.Type.ShortcutOverride:
            keys = cast(QKeyEvent, event)
            undo = keys.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = keys.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo or self.isReadOnly():
                event.ignore()
                return False
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt: a chip tells what it is."""
        if event.type() == QEvent.Type.ToolTip:
            asked = cast(QHelpEvent, event)
            source = self._source_at(asked.pos())
            tip = chip_tip(self.token_of(source), self.language) if source else ""
            QToolTip.showText(asked.globalPos(), as_tip(tip), self.viewport())
            return True
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: a hand over a chip that leads somewhere."""
        super().mouseMoveEvent(event)
        over = self._source_at(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: a chip opens where its fact is entered."""
        source = self._source_at(event.position().toPoint())
        if source:
            self._open(source)
            return
        super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard is here."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: what was typed is stored when the keyboard leaves; a menu of our own does not count."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt: while characters are being composed, nothing is stored and no other text is shown."""
        ended = self.composing and not event.preeditString()
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if self.composing:
            self._pause.stop()
        if event.commitString():
            self._turn_typed_into_chip()
        if ended:
            self._composition_ended()

    def _composition_ended(self) -> None:
        source, self._later = self._later, None
        if source is not None:
            self.show_source(source, self._reader)
        if self.typing():
            self._pause.start()
        self.composed.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt: words for others, expressions for ourselves."""
        cursor = self.textCursor()
        source = part_of(self.document(), cursor.selectionStart(), cursor.selectionEnd())
        made = QMimeData()
        made.setText(self._as_words(source))
        made.setData(OWN_MIME, source.encode())
        return made

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Qt: text only."""
        return source.hasText() or source.hasFormat(OWN_MIME) or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Qt: plain text, however it is dressed; a picture is refused with a word."""
        if source.hasFormat(OWN_MIME):
            self._insert_source(self.textCursor(), bytes(source.data(OWN_MIME).data()).decode("utf-8", "replace"))
        elif source.hasText():
            self._insert_source(self.textCursor(), source.text())
        else:
            self.picture_pasted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: a style sheet gives its font to the text as well; ours stays."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.document().setDefaultFont(self._own_font)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width, another height; chips are cut anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.document().markContentsDirty(0, self.document().characterCount())
        self._fit_height()

    # within

    def _build(self, source: str) -> None:
        place = self.textCursor().position()
        self._building = True
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()  # one layout, not one for each chip
        cursor.setBlockFormat(self._block_format())
        self._write(cursor, source)
        cursor.endEditBlock()
        document.setUndoRedoEnabled(True)
        self._building = False
        cursor.setPosition(min(place, document.characterCount() - 1))
        self.setTextCursor(cursor)
        self._fit_height()

    def _block_format(self) -> QTextBlockFormat:
        made = QTextBlockFormat()
        if self._indented:
            made.setTextIndent(2.0 * self.document().defaultFont().pixelSize())
        made.setLineHeight(132, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return made

    def _insert_source(self, cursor: QTextCursor, source: str) -> None:
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._write(cursor, plain_text(source, one_line=self.one_line))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _write(self, cursor: QTextCursor, source: str) -> None:
        words = QTextCharFormat()
        for token in tokens(source):
            if token.kind is not TokenKind.WORDS:
                cursor.insertText(MARK, chip_format(token.text))
                continue
            for number, line in enumerate(token.text.split("\n")):
                if number:
                    cursor.insertBlock(self._block_format(), words)
                cursor.insertText(line, words)
        cursor.setCharFormat(words)

    def _contents_changed(self) -> None:
        if self._building:
            return
        if self.typing():
            if not self._pause.isActive():
                self._pause.start()
            self.refresh()
            self.typed.emit()

    def _turn_typed_into_chip(self) -> None:
        """{{ name }} typed by hand becomes a chip when its last brace is typed."""
        cursor = self.textCursor()
        ahead = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()].decode("utf-16-le")
        found = _TYPED.search(ahead) if ahead.endswith("}") and not cursor.hasSelection() else None
        if found is None or MARK in found[1]:
            return
        cursor.beginEditBlock()  # undone by itself: what was typed stands there again
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(found[1]))
        cursor.insertText(MARK, chip_format(found[1]))
        cursor.setCharFormat(QTextCharFormat())
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _source_at(self, place: QPoint) -> str:
        inside = place + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return source_of(self.document().documentLayout().formatAt(inside))

    def _open(self, source: str) -> None:
        from models.clause_reading import fact_of

        fact = fact_of(self.token_of(source))
        if fact:
            self.chip_opened.emit(fact)

    def _as_words(self, source: str) -> str:
        return "".join(words_of(token) for token in self._reader(source))

    def _fit_height(self) -> None:
        wanted = round(self.document().size().height()) + 2
        if wanted != self.height():
            self.setFixedHeight(wanted)
