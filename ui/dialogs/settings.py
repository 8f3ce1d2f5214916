"""The settings of this computer, a form made from one table. Every choice holds at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.office_keys import EXPIRY_DAYS, RETENTION_DAYS, SINGLE_NAME_FIRST, OfficeSetting
from resources.languages import translator
from ui import folders
from ui.file_dialogs import file_dialog
from ui.settings import AGENDA_PUSH, EXPORT_FOLDER, LANGUAGE, OFFICE_NAME, THEME, Setting, Settings
from ui.theme import Theme
from ui.widgets.field_panel import Field, FieldKind, FieldPanel, FieldSection


def N_(message: str) -> str:
    """Mark a message; it is translated where it is shown."""
    return message


WORDS: dict[object, str] = {
    "": N_("As the system"),
    "system": N_("As the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    True: N_("Yes"),
    False: N_("No"),
}
OWN_NAMES = {"zh": "中文", "en": "English"}


def choices(values: Sequence[Any], language: str) -> Sequence[tuple[Any, str]]:
    """The values of a setting in words; languages each by its own name."""
    _ = translator(language).gettext
    return [(value, OWN_NAMES.get(value) or _(WORDS[value])) for value in values]


SECTIONS = (
    FieldSection(
        N_("Papers"),
        (
            Field("office_name", N_("Name of the office, in the properties of papers")),
            Field("export_folder", N_("Folder for exported papers"), computed=True),
        ),
    ),
    FieldSection(
        N_("Window"),
        (
            Field("language", N_("Language of the window"), FieldKind.CHOICE, partial(choices, LANGUAGE.allowed)),
            Field("theme", N_("Theme"), FieldKind.CHOICE, partial(choices, THEME.allowed)),
            Field(
                "agenda_push",
                N_("Push what follows when an agenda item moves"),
                FieldKind.CHOICE,
                partial(choices, (True, False)),
            ),
        ),
    ),
)
HIGHEST = 600  # px of the fields: a laptop shows 768 in all
WIDTH = 470  # px of the fields: their names are sentences
OFFICE = FieldSection(
    N_("Office (for everybody who works in this workspace)"),
    (
        Field(RETENTION_DAYS.key, N_("Days after a meeting for which personal data are kept"), FieldKind.NUMBER),
        Field(
            SINGLE_NAME_FIRST.key,
            N_("Order of strokes: given names of one character first (高富 before 高大富)"),
            FieldKind.CHOICE,
            partial(choices, (True, False)),
        ),
        Field(EXPIRY_DAYS.key, N_("Days before an agreement ends from which it is brought to mind"), FieldKind.NUMBER),
    ),
)  # two numbers side by side would share a line that is too short for their names
SHOWN: dict[str, Setting[Any]] = {
    setting.key: setting for setting in (OFFICE_NAME, EXPORT_FOLDER, LANGUAGE, THEME, AGENDA_PUSH)
}
OF_OFFICE: dict[str, OfficeSetting[Any]] = {
    setting.key: setting for setting in (RETENTION_DAYS, EXPIRY_DAYS, SINGLE_NAME_FIRST)
}


class SettingsDialog(QDialog):
    """`changed(key)`: a setting was chosen and kept; `office_changed(key, value)` asks to keep one of the office.

    `ranks_requested` asks for the office's table of ranks.
    """

    changed = Signal(str)
    office_changed = Signal(str, object)
    ranks_requested = Signal()

    def __init__(self, settings: Settings, language: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.settings, self.language = settings, language
        self._office: dict[str, Any] = {}  # settings of the workspace, where one is open
        self.panel, self.folder_button, self.close_button = FieldPanel(), QPushButton(), QPushButton()
        self.ranks_button = QPushButton()
        self.panel.setFixedWidth(WIDTH)
        self.panel.retheme(theme)
        self.close_button.setProperty("role", "main")
        for button in (self.folder_button, self.ranks_button, self.close_button):
            button.setAutoDefault(False)  # Enter belongs to the fields
        buttons = QHBoxLayout()
        buttons.addWidget(self.folder_button)
        buttons.addWidget(self.ranks_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addWidget(self.panel)
        layout.addLayout(buttons)
        self.panel.field_edited.connect(self._keep)
        self.folder_button.clicked.connect(self._ask_folder)
        self.ranks_button.clicked.connect(self.ranks_requested)
        self.ranks_button.hide()  # until a workspace says what holds in it
        self.close_button.clicked.connect(self.accept)
        self.retranslate(language)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.setWindowTitle(_("Settings"))
        self.setAccessibleName(_("Settings"))
        for button, text in (
            (self.folder_button, _("Choose the folder…")),
            (self.ranks_button, _("Table of ranks…")),
            (self.close_button, _("Close")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self.panel.name(_("Settings"))
        self.panel.retranslate(language)
        self._show()

    def show_office(self, values: Mapping[str, Any]) -> None:
        """The settings of the workspace, as they are stored."""
        self.panel.keep_typed()
        self._office = dict(values)
        self.ranks_button.show()
        self._show()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.panel.retheme(theme)

    def done(self, result: int) -> None:
        """Qt: keep what is typed when the dialog goes."""
        self.panel.keep_typed()
        super().done(result)

    def _show(self) -> None:
        _ = translator(self.language).gettext
        values: dict[str, Any] = {key: self.settings.get(setting) for key, setting in SHOWN.items()}
        values["export_folder"] = values["export_folder"] or str(folders.default_exports())
        sections = (*SECTIONS, OFFICE) if self._office else SECTIONS
        self.panel.show_record(1, _("Settings"), _("For this user on this computer"), sections, values | self._office)
        self.panel.setMinimumHeight(min(self.panel.whole_height(), HIGHEST))

    def _keep(self, _row: int, key: str, before: Any, after: Any) -> None:
        if key in self._office:
            self._keep_of_office(key, before, after)
            return
        self.settings.set(SHOWN[key], after)
        self.changed.emit(key)

    def _keep_of_office(self, key: str, before: Any, after: Any) -> None:
        """A number out of bounds is given back."""
        if OF_OFFICE[key].fits(after):
            self._office[key] = after
            self.office_changed.emit(key, after)
        else:
            self._office[key] = before
            self._show()

    def _ask_folder(self) -> None:
        words = translator(self.language).gettext("Where to put the papers")
        dialog = file_dialog(self, words, self.settings, EXPORT_FOLDER, first=folders.default_exports())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take_folder)
        dialog.open()

    def _take_folder(self, folder: str) -> None:
        self._keep(1, EXPORT_FOLDER.key, None, folder)
        self._show()
