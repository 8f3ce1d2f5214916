"""The bar on top: the meeting's title, undo and redo, interface language, theme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from resources.languages import LANGUAGES, translator
from ui.theme import Theme
from ui.undo_menu import UndoMenu
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import icon
from ui.widgets.tips import as_tip

HEIGHT = 48
# Each language by its own name, in every language of the interface.
OWN_NAMES = {"zh": "中", "en": "EN"}


class TopBar(QWidget):
    """Title, undo, language, theme."""

    language_requested = Signal(str)
    theme_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.title, self.badge, self.warning = ElidedLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.badge.setProperty("role", "badge")
        self.badge.hide()
        self.warning.setProperty("role", "warning_badge")
        self.warning.hide()
        self.undo_menu = UndoMenu()
        self.language_buttons = {code: QToolButton() for code in LANGUAGES}
        self.theme_button = QToolButton()
        self.theme_button.setProperty("role", "quiet")
        self.theme_button.setIconSize(QSize(16, 16))
        self.theme_button.clicked.connect(self.theme_requested)
        self._dark = False
        self._language = "zh"
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.warning, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        layout.addWidget(self.undo_menu)
        layout.addSpacing(8)
        group = QButtonGroup(self)
        languages = QHBoxLayout()
        languages.setSpacing(2)
        for code, button in self.language_buttons.items():
            button.setText(OWN_NAMES[code])
            button.setProperty("role", "switch")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, code=code: self.language_requested.emit(code))
            group.addButton(button)
            languages.addWidget(button)
        layout.addLayout(languages)
        layout.addWidget(self.theme_button)

    def show_title(self, title: str, badge: str) -> None:
        """Name the meeting, with a word on it."""
        self.title.setText(title)
        self.badge.setText(badge)
        self.badge.setVisible(bool(badge))

    def warn(self, sentences: tuple[str, ...]) -> None:
        """Say plainly that something looks classified; the tooltip tells each place."""
        _ = translator(self._language).gettext
        self.warning.setText("▲ " + _("Not for classified material"))
        self.warning.setToolTip(as_tip("\n".join(sentences)))
        self.warning.setAccessibleDescription("\n".join(sentences))
        self.warning.setVisible(bool(sentences))

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        self.setAccessibleName(_("Meeting title, undo, language and theme"))
        self.undo_menu.retranslate(language)
        names = {"zh": _("Show the window in Chinese"), "en": _("Show the window in English")}
        for code, button in self.language_buttons.items():
            button.setChecked(code == language)
            button.setAccessibleName(names[code])
            button.setToolTip(names[code])
        self._name_theme_button()

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        self._dark = theme.name == "dark"
        self.undo_menu.retheme(theme)
        self.theme_button.setIcon(icon("sun" if self._dark else "moon", theme))
        self._name_theme_button()

    def _name_theme_button(self) -> None:
        _ = translator(self._language).gettext
        words = _("Switch to the light theme") if self._dark else _("Switch to the dark theme")
        self.theme_button.setAccessibleName(words)
        self.theme_button.setToolTip(words)
