"""Clauses to take over: from the clause library, from the templates, and from the other agreements of the meeting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from models.actions.edit_clauses import NewClause
from models.clause_sources import clauses_of_agreement, clauses_of_library, clauses_of_template
from models.rules.clause_text import TokenKind, names_in, tokens
from models.snapshots.shapes import Agreement, MeetingSnapshot
from models.template_file import LibraryClause
from models.templates import Templates
from resources.languages import translator
from ui.widgets.choice_editors import ChoiceBox
from ui.wording.values import variable_word


class ClauseShelf(QWidget):
    """`taken(clauses)`: the clauses that were ticked, or the marked one. `left`: back to the text."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self.heading, self.source = QLabel(), ChoiceBox()
        self.heading.setProperty("role", "heading")
        self.list, self.text = QListWidget(), QTextBrowser()
        self.add_button, self.back_button = QPushButton(), QPushButton()
        self.add_button.setProperty("role", "main")
        self._clauses: tuple[NewClause, ...] = ()
        self._sources: list[tuple[NewClause, ...]] = []
        self._templates, self._library = Templates(), tuple[LibraryClause, ...]()
        self._in_library = -1  # the source that is the library
        self._about: tuple[MeetingSnapshot, Agreement] | None = None
        self._lay_out()
        self.source.currentIndexChanged.connect(self._source_chosen)
        self.list.currentRowChanged.connect(self._show_text)
        self.list.itemChanged.connect(lambda _item: self._say_count())
        self.list.itemActivated.connect(lambda _item: self._take())
        self.add_button.clicked.connect(self._take)
        self.back_button.clicked.connect(self.left)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.source, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.list, 3)
        layout.addWidget(self.text, 2)
        layout.addLayout(foot)

    def know(self, templates: Templates, library: Sequence[LibraryClause]) -> None:
        """The templates and the clauses of the library, as they were read; what is shown is offered anew."""
        if (templates, tuple(library)) != (self._templates, self._library):
            self._templates, self._library = templates, tuple(library)
            if self._about is not None:
                self.show_sources(*self._about)

    def show_sources(self, snapshot: MeetingSnapshot, agreement: Agreement) -> None:
        """Offer the templates, the agreement's own first, the clause library, and the other agreements."""
        self._about = (snapshot, agreement)
        templates = sorted(self._templates.readable(), key=lambda one: one.key != agreement.template)
        others = [one for one in snapshot.agreements if one.id != agreement.id and one.clauses]
        _ = translator(self.language).gettext
        names = [_("Template: {title}").format(title=one.plain_title.pick(self.language)) for one in templates]
        names += [_("Clause library")] * bool(self._library)
        names += [one.title.pick(self.language) or one.key for one in others]
        self._in_library = len(templates) if self._library else -1
        self._sources = [*map(clauses_of_template, templates)]
        self._sources += [clauses_of_library(self._library)] * bool(self._library)
        self._sources += map(clauses_of_agreement, others)
        self.source.blockSignals(True)
        self.source.clear()
        self.source.addItems(names)
        self.source.blockSignals(False)
        self._source_chosen(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.heading.setText(_("Take clauses from"))
        self.source.setAccessibleName(_("Take clauses from"))
        self.list.setAccessibleName(_("Clauses to take over"))
        self.text.setAccessibleName(_("Wording of the clause"))
        self.back_button.setText(_("Back to the text"))
        self._fill()

    def _source_chosen(self, place: int) -> None:
        self._clauses = self._sources[place] if 0 <= place < len(self._sources) else ()
        self._fill()

    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for number, clause in enumerate(self._clauses):
            item = QListWidgetItem(self._label(number, clause))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0 if self._clauses else -1)
        self._show_text(self.list.currentRow())
        self._say_count()

    def _label(self, number: int, clause: NewClause) -> str:
        """The heading; in the library with the name of the variant."""
        heading = _heading(clause, self.language)
        if self.source.currentIndex() != self._in_library or not self._sources:
            return heading
        variant = self._library[number].variant.pick(self.language)
        return " · ".join(filter(None, (heading, variant)))

    def _show_text(self, row: int) -> None:
        clause = self._clauses[row] if 0 <= row < len(self._clauses) else None
        self.text.setPlainText("" if clause is None else "\n".join(_readable(clause, self.language)))
        self._say_count()

    def _chosen(self) -> tuple[NewClause, ...]:
        ticked = [
            clause
            for row, clause in enumerate(self._clauses)
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        ]
        marked = (
            self._clauses[self.list.currentRow() : self.list.currentRow() + 1] if self.list.currentRow() >= 0 else ()
        )
        return tuple(ticked) or marked

    def _say_count(self) -> None:
        count = len(self._chosen()) if self._clauses else 0
        words = translator(self.language).ngettext("Add {count} clause", "Add {count} clauses", count)
        self.add_button.setText(words.format(count=count))
        self.add_button.setEnabled(bool(count))

    def _take(self) -> None:
        if self._chosen():
            self.taken.emit(self._chosen())


def _heading(clause: NewClause, language: str) -> str:
    own, other = (clause.heading_en, clause.heading_zh) if language == "en" else (clause.heading_zh, clause.heading_en)
    return own or other or translator(language).gettext("Recitals")


def _readable(clause: NewClause, language: str) -> Sequence[str]:
    """The words with the names of the fields in brackets."""
    own, other = (clause.body_en, clause.body_zh) if language == "en" else (clause.body_zh, clause.body_en)
    lines = [_with_names(own or other, language)]
    for item in clause.items:
        lines += [f"· {line}" for line in _readable(item, language)]
    return [line for line in lines if line.strip()]


def _with_names(source: str, language: str) -> str:
    parts = []
    for token in tokens(source):
        names = names_in(token.inside) if token.kind is TokenKind.FIELD else ()
        words = f"［{variable_word(names[0], language)}］" if names else ""
        parts.append(token.text if token.kind is TokenKind.WORDS else words)
    return "".join(parts)
