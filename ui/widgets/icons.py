"""Icons: Lucide outlines (`resources/icons`), drawn in a color of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui.theme import Theme

ICON_GAP = " "  # before the words of a button with an icon: Qt leaves too little between the two
_SCALES = (1, 2, 3)


@cache
def _source(name: str) -> str:
    return resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, color: str, *, size: int = 16, scale: float = 1) -> QPixmap:
    """The icon in one color, `size` in device-independent pixels."""
    drawing = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    drawn = QPixmap(QSize(round(size * scale), round(size * scale)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    drawing.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


def icon(name: str, theme: Theme, color: str = "ink_soft", *, checked: str = "", size: int = 16) -> QIcon:
    """The icon in a color of the theme, faint when disabled, and in the color `checked` when switched on."""
    made = QIcon()
    states = [(QIcon.Mode.Normal, QIcon.State.Off, color), (QIcon.Mode.Disabled, QIcon.State.Off, "ink_disabled")]
    if checked:
        states.append((QIcon.Mode.Normal, QIcon.State.On, checked))
    for mode, state, of in states:
        for scale in _SCALES:
            made.addPixmap(pixmap(name, theme.tokens[of], size=size, scale=scale), mode, state)
    return made
