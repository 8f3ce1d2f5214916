"""Which agreements have taken a clause over from the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from resources.languages import translator

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.store.clause_uses import ClauseUse


class UsesList(QWidget):
    """A heading with the count, and the agreements with their meetings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self.heading, self.list = QLabel(), QListWidget()
        self.heading.setProperty("role", "section")
        self.heading.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        self.hide()

    def offer(self, uses: Sequence[ClauseUse]) -> None:
        """Show them; without any the list is hidden and the heading says so."""
        said = translator(self.language)
        count = len(uses)
        words = said.ngettext("Taken over into {count} agreement", "Taken over into {count} agreements", count)
        _ = said.gettext
        none = _("Not taken over into any agreement yet")
        self.heading.setText(words.format(count=count) if count else none)
        self.list.setAccessibleName(self.heading.text())
        self.list.clear()
        self.list.addItems([self._line(use) for use in uses])
        self.list.setVisible(bool(count))
        tall = QSizePolicy.Policy.Expanding if count else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        self.show()

    def _line(self, use: ClauseUse) -> str:
        return " · ".join(filter(None, (use.agreement.pick(self.language), use.meeting.pick(self.language))))


def read_uses(session: Session, key: str) -> tuple[ClauseUse, ...]:
    """In the reader's thread."""
    from models.store.clause_uses import uses_of_clause

    return uses_of_clause(session, key)
