"""Icons: Lucide outlines (`resources/icons`), drawn in a color of the theme."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui.theme import Theme

ICON_GAP = " "  # before the words of a button with an icon: Qt leaves too little between the two


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


def _scales() -> tuple[int, ...]:
    """As sharp as the sharpest screen needs; drawing for screens that nobody has would delay the first ones."""
    ratios = {math.ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()}
    return tuple(sorted(ratios)) or (1,)


def icon(name: str, theme: Theme, color: str = "ink_soft", *, checked: str = "", size: int = 16) -> QIcon:
    """The icon in a color of the theme, faint when disabled, and in the color `checked` when switched on."""
    made = QIcon()
    states = [(QIcon.Mode.Normal, QIcon.State.Off, color), (QIcon.Mode.Disabled, QIcon.State.Off, "ink_disabled")]
    if checked:
        states.append((QIcon.Mode.Normal, QIcon.State.On, checked))
    for mode, state, of in states:
        for scale in _scales():
            made.addPixmap(pixmap(name, theme.tokens[of], size=size, scale=scale), mode, state)
    return made
