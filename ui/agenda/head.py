"""The head of the agenda room: what is shown, how near, whether what follows is pushed, and the way to add."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from models.codes import AgendaKind
from resources.languages import translator
from ui.agenda.fields import kind_choices
from ui.agenda.rows import N_
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import ICON_GAP, icon

VIEWS = (("timeline", N_("By the clock")), ("table", N_("As a table")), ("both", N_("Side by side")))


class AgendaHead(QWidget):
    """Title, remark, and the switches."""

    view_chosen = Signal(str)
    push_chosen = Signal(bool)
    zoom_stepped = Signal(int)
    kind_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.remark = QLabel(), ElidedLabel()
        self.heading.setProperty("role", "title")
        self.remark.setProperty("role", "faint")
        self.views = QButtonGroup(self)
        self.push = QPushButton()
        self.push.setProperty("role", "chip")
        self.push.setCheckable(True)
        self.nearer, self.farther = QToolButton(), QToolButton()
        self.add, self.kinds = QPushButton(), QMenu(self)
        self.add.setProperty("role", "main")
        self.add.clicked.connect(self.open_kinds)
        self._lay_out()
        self.push.toggled.connect(self.push_chosen)
        self.nearer.clicked.connect(lambda: self.zoom_stepped.emit(1))
        self.farther.clicked.connect(lambda: self.zoom_stepped.emit(-1))
        self.views.idClicked.connect(lambda place: self.view_chosen.emit(VIEWS[place][0]))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.remark, 1)
        for place, _view in enumerate(VIEWS):
            chip = QPushButton()
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            self.views.addButton(chip, place)
            layout.addWidget(chip)
        layout.addSpacing(8)
        layout.addWidget(self.push)
        layout.addSpacing(8)
        for button in (self.farther, self.nearer):
            button.setProperty("role", "quiet")
            button.setIconSize(QSize(16, 16))
            layout.addWidget(button)
        layout.addWidget(self.add)

    def show_view(self, view: str) -> None:
        """Which view is shown."""
        place = next(number for number, (key, _words) in enumerate(VIEWS) if key == view)
        self.views.button(place).setChecked(True)
        for button in (self.farther, self.nearer):
            button.setVisible(view != "table")

    def offer_both(self, wide: bool) -> None:
        """Whether timeline and table find room beside one another."""
        self.views.button(len(VIEWS) - 1).setVisible(wide)

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        self.add.setVisible(not read_only)
        self.push.setVisible(not read_only)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        self.heading.setText(_("Agenda"))
        for place, (_key, message) in enumerate(VIEWS):
            self.views.button(place).setText(_(message))
        self.push.setText(_("Push what follows"))
        self.push.setToolTip(_("When an item moves or takes longer, what follows on that day moves along"))
        self.add.setText(ICON_GAP + _("Add"))
        self._name(self.nearer, _("Zoom in (Ctrl+plus)"))
        self._name(self.farther, _("Zoom out (Ctrl+minus)"))
        self.kinds.clear()
        for kind, words in kind_choices(language):
            self.kinds.addAction(words, lambda kind=kind: self._choose_kind(kind))

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        self.nearer.setIcon(icon("zoom-in", theme))
        self.farther.setIcon(icon("zoom-out", theme))
        self.add.setIcon(icon("plus", theme, "on_accent"))

    def open_kinds(self) -> None:
        """Drop the list of kinds below the button."""
        self.kinds.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 2)))

    def _choose_kind(self, kind: AgendaKind) -> None:
        self.kind_chosen.emit(kind)

    def _name(self, button: QToolButton, words: str) -> None:
        button.setAccessibleName(words)
        button.setToolTip(words)
