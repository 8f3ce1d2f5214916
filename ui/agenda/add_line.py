"""The line below the agenda: type a title, Enter adds it behind the chosen item."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.codes import AgendaKind
from models.rules.agenda_kinds import kind_of_title
from resources.languages import translator
from ui.agenda.fields import kind_choices
from ui.theme import Theme
from ui.widgets.choice_editors import ChoiceBox


class AddLine(QWidget):
    """`add_requested(title, kind)`. The kind follows from the title unless one is chosen."""

    add_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.kind = QLineEdit(), ChoiceBox()
        self.kind.setFixedWidth(190)
        self.title.returnPressed.connect(self._add)
        self.title.textEdited.connect(self._guess)
        self._kinds: list[AgendaKind | None] = []
        self._language, self._after = "zh", ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title, 1)
        layout.addWidget(self.kind)

    def begin(self, kind: AgendaKind | None = None) -> None:
        """Put the cursor here, with a kind chosen."""
        self.kind.setCurrentIndex(self._kinds.index(kind))
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say_place(self, after: str) -> None:
        """Say behind which item a new one comes; behind none: at the end."""
        self._after = after
        _ = translator(self._language).gettext
        behind = _("＋ Type a title and press Enter: it comes after “{item}”").format(item=after)
        self.title.setPlaceholderText(behind if after else _("＋ Type a title and press Enter: it comes at the end"))

    def give_back(self, title: str) -> None:
        """What was typed could not be added."""
        if not self.title.text():
            self.title.setText(title)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        self._language = language
        self.say_place(self._after)
        self.title.setAccessibleName(_("Title of a new item"))
        self.kind.setAccessibleName(_("Kind of the new item"))
        chosen = max(self.kind.currentIndex(), 0)
        choices = kind_choices(language)
        self._kinds = [None, *(kind for kind, _words in choices)]
        self.kind.clear()
        self.kind.addItems([_("Kind from the title"), *(words for _kind, words in choices)])
        self.kind.setCurrentIndex(chosen)
        self._guess(self.title.text())

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.kind.retheme(theme)

    def _guess(self, title: str) -> None:
        """Say which kind the title speaks of."""
        _ = translator(self._language).gettext
        words = dict(kind_choices(self._language))[kind_of_title(title)] if title.strip() else ""
        self.kind.setItemText(0, _("From the title: {kind}").format(kind=words) if words else _("Kind from the title"))

    def _add(self) -> None:
        title = self.title.text().strip()
        if title:
            kind = self._kinds[self.kind.currentIndex()] or kind_of_title(title)
            self.title.setText("")  # forgets what was typed: Ctrl+Z takes the item back, not the words
            self._guess("")
            self.add_requested.emit(title, kind)
