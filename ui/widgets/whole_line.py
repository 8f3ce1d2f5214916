"""A line of input whose tooltip tells the whole where its words do not fit."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.tips import as_tip

FRAME = 16  # px: what the frame and the margins take


class WholeLine(QLineEdit):
    """Its own tooltip, if it has one, stays while everything fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = False
        self.textChanged.connect(self._tell_whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: only now it is known what fits."""
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width() - FRAME
        if cut or self._told:
            self.setToolTip(as_tip(self.text()) if cut else "")
        self._told = cut
