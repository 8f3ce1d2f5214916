"""Chips: how a {{ field }} or a {% condition %} is drawn within the text of a clause, as one whole character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from models.rules.clause_text import Token, TokenKind, names_in
from resources.languages import translator
from ui.agreements.condition_words import condition_words
from ui.agreements.fact_names import fact_word
from ui.theme import Theme, load_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.clause_reading import ShownToken

CHIP = QTextFormat.ObjectTypes.UserObject.value + 7
SOURCE = QTextFormat.Property.UserProperty.value + 7
MARK = "\ufffc"
WIDEST = 360.0  # pixels of words in a chip
PADDING = 7.0
_LANGUAGE = re.compile(r"_(?:zh|en)$")
_ONE_NAME = re.compile(r"(not\s+)?((?!loop\.)[A-Za-z_][\w.]*)")


def chip_format(source: str) -> QTextCharFormat:
    """The format of the one character that stands for `source`."""
    made = QTextCharFormat()
    made.setObjectType(CHIP)
    made.setProperty(SOURCE, source)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return made


def source_of(made: QTextFormat) -> str:
    """The expression behind a chip's format; empty for words."""
    return str(made.property(SOURCE) or "") if made.objectType() == CHIP else ""


def chip_words(token: ShownToken, language: str) -> str:
    """What a chip says: its present value, or what is not filled in yet."""
    if token.kind is TokenKind.FIELD and not token.repeated:
        return _field_words(token, language)
    inside = Token(token.kind, token.source).inside
    _ = translator(language).gettext
    if token.kind in (TokenKind.IF, TokenKind.ELIF):
        return _condition(inside, language, otherwise=token.kind is TokenKind.ELIF)
    if token.kind is TokenKind.ELSE:
        return _("otherwise")
    if token.kind is TokenKind.END:
        return _("end")
    names = names_in(inside.partition(" in ")[2] if token.kind is TokenKind.FOR else inside)
    told = fact_word(names[0], language) if names else inside
    return _("for each: {name}").format(name=told) if token.kind is TokenKind.FOR else told


def chip_tip(token: ShownToken, language: str) -> str:
    """The whole of a chip, for its tooltip."""
    _ = translator(language).gettext
    names = names_in(Token(token.kind, token.source).inside)
    told = fact_word(token.missing or names[0], language) if names else ""
    if token.broken:
        return _("This cannot be read: {source}").format(source=token.source)
    if token.kind is not TokenKind.FIELD:
        return chip_words(token, language)  # a long one is cut in the chip
    if token.missing:
        return _("{name}: not filled in. Double-click to enter it.").format(name=told)
    return _("{name}: {value}").format(name=told, value=token.value) if told else token.value


def _field_words(token: ShownToken, language: str) -> str:
    _ = translator(language).gettext
    if token.broken:
        return token.source
    if token.missing and not token.value:
        return _("{name}: unfilled").format(name=fact_word(_LANGUAGE.sub("", token.missing), language))
    return " ".join(token.value.split()) or _("(nothing)")


def _condition(condition: str, language: str, *, otherwise: bool) -> str:
    _ = translator(language).gettext
    found = _ONE_NAME.fullmatch(condition)
    said = condition_words(condition, language).removeprefix("with ")  # “if” says so already
    if otherwise:
        return _("otherwise, if {condition}").format(condition=said)
    if not found:
        return _("if {condition}").format(condition=said)
    message = _("without {name}") if found[1] else _("with {name}")
    return message.format(name=fact_word(found[2], language))


class ChipPainter(QPyTextObject):
    """Draws the chips of one document. `read` tells what a chip shows now."""

    def __init__(self, read: Callable[[str], ShownToken], parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self.theme: Theme = load_theme("light")
        self.language = "zh"

    def intrinsicSize(self, document: QTextDocument, _position: int, made: QTextFormat) -> QSizeF:
        """Qt: as wide as the words, elided."""
        font = _font(document, made)
        metrics = QFontMetricsF(font)
        words = self._words(made, metrics, document)
        # Drawn alone, a full-width bracket before a colon may be wider than the two measured together.
        width = max(metrics.horizontalAdvance(words), sum(metrics.horizontalAdvance(sign) for sign in words))
        return QSizeF(width + 2 * PADDING + 5, metrics.height() + 3)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, _position: int, made: QTextFormat
    ) -> None:
        """Qt: a rounded box; amber where the fact is missing, plain for conditions."""
        token = self._read(source_of(made))
        fill, line, ink = _tokens(token)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_font(document, made))
        box = QRectF(rect).adjusted(2.5, 0.5, -2.5, -0.5)
        pen = QPen(self.theme.color(line))
        if token.kind is not TokenKind.FIELD:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(self.theme.color(fill))
        painter.drawRoundedRect(box, 7, 7)
        painter.setPen(self.theme.color(ink))
        words = self._words(made, QFontMetricsF(painter.font()), document)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def _words(self, made: QTextFormat, metrics: QFontMetricsF, document: QTextDocument) -> str:
        words = chip_words(self._read(source_of(made)), self.language)
        room = max(document.textWidth() - 2 * PADDING - 16, 48.0)
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, min(WIDEST, room))


def _tokens(token: ShownToken) -> tuple[str, str, str]:
    """Fill, line and ink of a chip, as tokens of the theme."""
    if token.broken:
        return "surface", "bad", "bad"
    if token.kind is not TokenKind.FIELD or token.repeated:
        return "canvas", "border", "ink_faint"
    if token.missing:
        return "warn_soft", "warn_line", "warn"
    return "accent_soft", "accent_line", "accent"


def _font(document: QTextDocument, _made: QTextFormat) -> QFont:
    font = QFont(document.defaultFont())
    size = font.pixelSize() if font.pixelSize() > 0 else 15
    font.setPixelSize(max(11, size - 2))
    return font
