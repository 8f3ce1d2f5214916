"""What the page of templates asks: a few lines (a name, a note), and the system's dialogs for files."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models.snapshots.shapes import Bilingual
from models.templates import TemplateClause
from resources.languages import translator
from ui.dialogs.question import Question
from ui.file_dialogs import file_dialog
from ui.settings import TEMPLATES_FOLDER, Settings

WIDTH = 460
Take = Callable[[tuple[str, ...]], object]


class LinesDialog(QDialog):
    """Asks for a few lines; `take(lines)` gets them when the first button or Enter is pressed. Opened with `open()`."""

    def __init__(self, parent: QWidget, title: str, lines: Sequence[tuple[str, str]], ok: str, take: Take) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title.partition("\n")[0])
        self.setAccessibleName(title)
        self._take = take
        self.heading = heading = QLabel(title)
        heading.setProperty("role", "title")
        heading.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(heading)
        self.lines = tuple(self._line(layout, label, value) for label, value in lines)
        self.ok_button, self.back_button = QPushButton(ok), QPushButton()
        self.ok_button.setProperty("role", "main")
        self.ok_button.setDefault(True)
        self.ok_button.clicked.connect(self._done)
        self.back_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.ok_button)
        layout.addLayout(row)
        self.setMinimumWidth(WIDTH)

    def say_back(self, words: str) -> None:
        """What the button that goes back says."""
        self.back_button.setText(words)

    def _line(self, layout: QVBoxLayout, label: str, value: str) -> QLineEdit:
        words, line = QLabel(label), QLineEdit(value)
        words.setBuddy(line)
        line.setAccessibleName(label)
        layout.addWidget(words)
        layout.addWidget(line)
        return line

    def _done(self) -> None:
        typed = tuple(line.text().strip() for line in self.lines)
        self.accept()
        self._take(typed)


def ask_lines(
    parent: QWidget, language: str, title: str, lines: Sequence[tuple[str, str]], ok: str, take: Take
) -> LinesDialog:
    """Ask for lines: each a label and what stands there first."""
    dialog = LinesDialog(parent, title, lines, ok, take)
    dialog.say_back(translator(language).gettext("Cancel"))
    dialog.open()
    dialog.lines[0].selectAll()
    return dialog


def ask_shared_file(parent: QWidget, language: str, settings: Settings, take: Callable[[str], None]) -> QFileDialog:
    """Let the user choose a template that was shared."""
    _ = translator(language).gettext
    dialog = _dialog(parent, _("Choose a shared template"), language, settings)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(take)
    dialog.open()
    return dialog


def ask_where(
    parent: QWidget, language: str, settings: Settings, name: str, take: Callable[[str], None]
) -> QFileDialog:
    """Let the user choose where to put a template that is to be shared."""
    _ = translator(language).gettext
    dialog = _dialog(parent, _("Share the template as a file"), language, settings)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("toml")
    dialog.selectFile(name)
    dialog.fileSelected.connect(take)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, language: str, settings: Settings) -> QFileDialog:
    _ = translator(language).gettext
    dialog = file_dialog(parent, title, settings, TEMPLATES_FOLDER)
    words = _("Agreement templates")
    dialog.setNameFilters([f"{words} (*.toml)", _("All files (*)")])
    return dialog


def ask_title(parent: QWidget, language: str, title: Bilingual, take: Callable[[Bilingual], object]) -> LinesDialog:
    """Ask what the copy of a template is called."""
    _ = translator(language).gettext
    names = (
        (_("Name (Chinese)"), f"{title.zh}（本单位）" if title.zh else ""),
        (_("Name (English)"), f"{title.en} (our own)" if title.en else ""),
    )
    heading = _("Copy “{template}”").format(template=title.pick(language))
    return ask_lines(parent, language, heading, names, _("Make the copy"), lambda typed: take(Bilingual(*typed)))


def ask_variant(parent: QWidget, language: str, clause: TemplateClause, take: Callable[[str], object]) -> LinesDialog:
    """Ask by what name a clause is kept in the library."""
    _ = translator(language).gettext
    heading = _("Keep “{clause}” in the clause library").format(clause=clause.heading.pick(language))
    lines = ((_("Name of the variant (may stay empty)"), ""),)
    return ask_lines(parent, language, heading, lines, _("Keep"), lambda typed: take(typed[0]))


def ask_about_draft(
    parent: QWidget, language: str, keep: Callable[[], object], leave: Callable[[], object]
) -> Question:
    """A draft is about to be left that is not kept: keep it, throw it away, or go on."""
    _ = translator(language).gettext
    question = Question(parent, language)
    question.say(
        _("Keep what was changed?"),
        _("The template was changed and is not kept yet as a new edition."),
        (_("Keep as a new edition…"), _("Throw the changes away"), _("Go on editing")),
    )
    question.first.clicked.connect(lambda _on: keep())
    question.second.clicked.connect(lambda _on: leave())
    question.open()
    return question
