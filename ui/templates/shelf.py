"""The list of templates: built-in ones, the office's own, and the clause library, each group under its heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from models.template_file import LibraryClause
from models.templates import KEYS, AgreementTemplate, OfficeTemplate, Templates, builtin_template
from resources.languages import translator
from ui.theme import Theme, load_theme

LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class ShelfLine:
    """A template by its key, or a clause of the library by its number."""

    key: str = ""
    clause: int = -1


class TemplateShelf(QTreeWidget):
    """`chosen(line)`: another line. Keeps the chosen line when its contents come again."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self._theme = "zh", load_theme("light")
        self.templates, self.library = Templates(), tuple[LibraryClause, ...]()
        self._showing = False
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self.setProperty("role", "contents")
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._current_changed)

    def show_all(self, templates: Templates, library: Sequence[LibraryClause]) -> None:
        """What there is."""
        self.templates, self.library = templates, tuple(library)
        self._fill()

    def line(self) -> ShelfLine | None:
        """The chosen line."""
        item = self.currentItem()
        found = item.data(0, LINE) if item is not None else None
        return found if isinstance(found, ShelfLine) else None

    def choose(self, line: ShelfLine) -> None:
        """Choose a line, if it is there."""
        item = next((one for one in self._items() if one.data(0, LINE) == line), None)
        if item is not None:
            self.setCurrentItem(item)

    def own(self, key: str) -> OfficeTemplate | None:
        """A template of the office's own."""
        return next((one for one in self.templates.own if one.key == key), None)

    def title(self, key: str) -> str:
        """What a template is called."""
        own = self.own(key)
        pair = own.title if own is not None else builtin_template(key).plain_title
        return pair.pick(self.language) or key

    def template(self, key: str) -> AgreementTemplate:
        """What a template says. KnownError where it cannot be read."""
        return self.templates.named(key)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        self.setAccessibleName(translator(language).gettext("Templates"))
        self._fill()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        _ = translator(self.language).gettext
        before = self.line() or ShelfLine(KEYS[0])
        self._showing = True
        self.clear()
        self._group(_("Built into the program"), [(self.title(key), ShelfLine(key)) for key in KEYS])
        own = [(self._own_words(one), ShelfLine(one.key)) for one in self.templates.own]
        self._group(_("Our own templates"), own or [(_("None yet: copy one, or read in a shared file"), None)])
        clauses = [(clause_words(one, self.language), number) for number, one in enumerate(self.library)]
        self._group(_("Clause library"), [(words, ShelfLine(clause=number)) for words, number in clauses])
        self.expandAll()
        self._showing = False
        self.choose(before)
        if self.line() is None:
            self.choose(ShelfLine(KEYS[0]))

    def _own_words(self, own: OfficeTemplate) -> str:
        said = translator(self.language).gettext("edition {edition}").format(edition=own.edition)
        return f"{own.title.pick(self.language) or own.key} · {said}"

    def _group(self, heading: str, lines: Sequence[tuple[str, ShelfLine | None]]) -> None:
        group = QTreeWidgetItem(self, [heading])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setForeground(0, self._theme.color("ink_faint"))
        font = QFont(self.font())
        font.setPixelSize(12)
        group.setFont(0, font)
        for words, line in lines:
            item = QTreeWidgetItem(group, [words])
            item.setToolTip(0, words)
            item.setData(0, LINE, line)
            if line is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _items(self) -> list[QTreeWidgetItem]:
        groups = [self.topLevelItem(number) for number in range(self.topLevelItemCount())]
        return [group.child(number) for group in groups if group for number in range(group.childCount())]

    def _current_changed(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None and not self._showing and isinstance(item.data(0, LINE), ShelfLine):
            self.chosen.emit(item.data(0, LINE))


def clause_words(one: LibraryClause, language: str) -> str:
    """The heading of a clause of the library, its variant, and whether it is our own."""
    own = translator(language).gettext("our own") if one.own else ""
    return " · ".join(filter(None, (one.clause.heading.pick(language), one.variant.pick(language), own)))
