"""What the records say otherwise than a final text, in plain words, each with the way to where it is entered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.agreement_drift import Drift
from models.snapshots.shapes import Agreement
from resources.languages import translator
from ui.agreements.lifecycle_words import drift_words
from ui.widgets.link_button import LinkButton


class DriftBox(QFrame):
    """Hidden where nothing differs."""

    place_wanted = Signal(str)
    take_over_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.heading, self.note, self.take_button = QLabel(), QLabel(), QPushButton()
        self.heading.setProperty("role", "title")
        self.note.setProperty("role", "note")
        self.note.setWordWrap(True)
        self.drifts: tuple[Drift, ...] = ()
        self.links: dict[str, LinkButton] = {}
        self._lines, self._rows = QWidget(), QGridLayout()
        self._lines.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setColumnStretch(0, 1)
        self._said: tuple[str, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(8)
        for part in (self.heading, self.note, self._lines):
            layout.addWidget(part)
        layout.addWidget(self.take_button, 0, Qt.AlignmentFlag.AlignRight)
        self.take_button.clicked.connect(self.take_over_wanted)

    def show_drifts(
        self, agreement: Agreement, drifts: Sequence[Drift], language: str, *, clauses_differ: bool, may_open: bool
    ) -> None:
        """Show them; `may_open`: the text can be opened again."""
        _ = translator(language).gettext
        self.drifts = tuple(drifts)
        self.setVisible(bool(drifts) or clauses_differ)
        self.heading.setText(_("What has changed since the text was made final"))
        self.note.setText(_("The clauses were changed since; papers print the final text."))
        self.note.setVisible(clauses_differ)
        self.take_button.setText(_("Open again and take over…"))
        self.take_button.setVisible(may_open)
        said = tuple(drift_words(agreement, drift, language) for drift in drifts)
        if said != self._said:
            self._said = said
            self._show_lines(_("Go to it"))

    def focus_drift(self, name: str) -> None:
        """Go to one of them."""
        link = self.links.get(name) or next(iter(self.links.values()), None)
        (link or self.take_button).setFocus()

    def _show_lines(self, go: str) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.links = {}
        for row, (drift, words) in enumerate(zip(self.drifts, self._said, strict=True)):
            label = QLabel(words)
            label.setWordWrap(True)
            self._rows.addWidget(label, row, 0)
            if drift.place:
                link = self.links[drift.name] = LinkButton(go, strong=True)
                link.setAccessibleDescription(words)
                link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
                link.clicked.connect(lambda _on=False, place=drift.place: self.place_wanted.emit(place))
                self._rows.addWidget(link, row, 1)
