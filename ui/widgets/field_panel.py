"""The panel on the right of every room: the fields of the chosen record, each edited where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from resources.languages import translator
from ui.theme import Theme, load_theme
from ui.widgets.bilingual_line import BilingualLine
from ui.widgets.choice_editors import ChoiceEditor, DateEditor, FlagEditor, PickEditor
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.field_editors import FieldEditor, TextEditor
from ui.widgets.field_shapes import BILINGUAL, SHORT, Field, FieldKind, FieldSection
from ui.widgets.line_editors import LineEditor, MaskedEditor, NumberEditor, TimeEditor
from ui.widgets.tab_order import put_behind

__all__ = ["Field", "FieldKind", "FieldPanel", "FieldSection", "gone_words"]

WIDTH = 308
MARGIN, EDGE = 14, 6
_EDITORS: Mapping[FieldKind, type[FieldEditor]] = {
    FieldKind.LINE: LineEditor,
    FieldKind.TEXT: TextEditor,
    FieldKind.NUMBER: NumberEditor,
    FieldKind.DATE: DateEditor,
    FieldKind.TIME: TimeEditor,
    FieldKind.CHOICE: ChoiceEditor,
    FieldKind.FLAG: FlagEditor,
    FieldKind.PICK: PickEditor,
}


class FieldPanel(QFrame):
    """Shows one record. `field_edited(row_id, column, before, after)` is one edit; the room stores it.

    A record of the same fields takes over the widgets of the one before, and what somebody is typing outlives every
    `show_record` of the same row. After a refused edit `give_back` shows what is stored and offers what was typed.
    """

    field_edited = Signal(int, str, object, object)
    create_requested = Signal(int, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedWidth(WIDTH)
        self.language, self._theme = "zh", load_theme("light")
        self.row_id: int | None = None
        self.editors: dict[str, FieldEditor] = {}
        self._sections: tuple[FieldSection, ...] = ()
        self._shape: tuple[object, ...] = ()
        self._labels: list[tuple[QLabel, str]] = []
        self._pairs: list[BilingualLine] = []
        self._own: dict[str, QWidget] = {}
        self._read_only = False
        self.english = True  # False: English that is empty is not asked for
        self._held_back: dict[tuple[int, str], Any] = {}  # typed for a record that was not shown any more
        self.title, self.subtitle = QLabel(), QLabel()
        self._fields, self._area = QWidget(), QScrollArea()
        self._body = QVBoxLayout()
        self._lay_out()
        self._show_nothing()

    def _lay_out(self) -> None:
        for label, role in ((self.title, "name"), (self.subtitle, "soft")):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body = QWidget()
        body.setLayout(self._body)
        self._body.setContentsMargins(MARGIN, 8, MARGIN, 12)
        self._body.setSpacing(6)
        for widget in (self.title, self.subtitle, self._fields):
            self._body.addWidget(widget)
        self._body.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, EDGE, 1, EDGE)
        layout.addWidget(self._area)

    # what is shown
    def show_record(
        self,
        row_id: int,
        title: str,
        subtitle: str,
        sections: Sequence[FieldSection],
        values: Mapping[str, Any],
    ) -> None:
        """Show a record; the same one again changes only what differs and what nobody is typing in."""
        another = row_id != self.row_id
        if another:
            self.keep_typed()
        self._take_sections(tuple(sections))
        self.row_id = row_id
        self._say_head(title, subtitle)
        for column, editor in self.editors.items():
            (editor.start if another else editor.show_value)(values.get(column))
        for pair in self._pairs:
            pair.show_english(self.english or bool(values.get(pair.field.columns[1])) or pair.en.typing())
        self._fields.show()
        if another:
            self._area.verticalScrollBar().setValue(0)
            self._offer_refused(row_id)

    def clear(self) -> None:
        """Show no record."""
        self.keep_typed()
        self.row_id = None
        self._show_nothing()

    def _show_nothing(self) -> None:
        self._say_head("", "")
        self._fields.hide()

    def add_widget(self, widget: QWidget, *, after: str | None = None) -> None:
        """Put a part of the room's own below the fields, or behind the section with a heading."""
        if after is None:
            self._body.insertWidget(self._body.count() - 1, widget)
        else:
            self._own[after] = widget
            widget.setParent(self)
            widget.hide()
            self._shape = ()  # the next record is laid out anew

    def name(self, words: str) -> None:
        """Name the panel for those who hear it."""
        self.setAccessibleName(words)
        self._area.setAccessibleName(words)

    def whole_height(self) -> int:
        """What all fields need to be seen without scrolling."""
        self._body.activate()
        return self._area.widget().sizeHint().height() + 2 * EDGE

    # typing
    def focus_field(self, column: str) -> None:
        """Put the cursor into a field; "title" means the title in the language of the window."""
        editor = self.editors.get(column) or self.editors.get(f"{column}_{self.language}")
        if editor is None:
            return
        for pair in self._pairs:
            if pair.en is editor:
                pair.show_english(True)
        target = editor.input()
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(target, QLineEdit | QPlainTextEdit):
            target.selectAll()
        QTimer.singleShot(0, editor, lambda: self._area.ensureWidgetVisible(editor, 0, 40))

    def keep_typed(self) -> None:
        """Tell what is typed and not told yet."""
        for editor in self.editors.values():
            editor.commit()

    def give_back(self, column: str, typed: Any, *, row_id: int | None = None) -> None:
        """An edit was refused: what is stored stands there again, what was typed is offered below it.

        With `row_id` it is offered by that record alone, as soon as it is shown again.
        """
        if row_id is not None and row_id != self.row_id:
            self._held_back[row_id, column] = typed
        elif column in self.editors:
            self.editors[column].give_back(typed)

    def _offer_refused(self, row_id: int) -> None:
        for key in [key for key in self._held_back if key[0] == row_id]:
            self.give_back(key[1], self._held_back.pop(key))

    def typing(self) -> bool:
        """Whether something is typed that is not stored yet."""
        return any(editor.typing() for editor in self.editors.values())

    # looks
    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be edited."""
        self._read_only = read_only
        for editor in self.editors.values():
            editor.set_read_only(read_only)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        for label, message in self._labels:
            label.setText(_(message))
        for editor in self.editors.values():
            editor.retranslate(language)
        for pair in self._pairs:
            pair.name(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        for editor in self.editors.values():
            editor.retheme(theme)

    # making the widgets
    def _say_head(self, title: str, subtitle: str) -> None:
        for label, words in ((self.title, title), (self.subtitle, subtitle)):
            if label.text() != words:
                label.setText(words)
            label.setVisible(bool(words))

    def _take_sections(self, sections: tuple[FieldSection, ...]) -> None:
        shape = tuple((section.heading, tuple(field.shape for field in section.fields)) for section in sections)
        self._sections = sections
        if shape != self._shape:
            self._shape = shape
            self._rebuild()
        for field in self._all_fields():
            editor = self.editors[field.columns[0]]
            editor.field = field
            if isinstance(editor, ChoiceEditor | PickEditor):
                editor.offer(field)

    def _all_fields(self) -> Iterator[Field]:
        return (field for section in self._sections for field in section.fields)

    def _rebuild(self) -> None:
        fields, self._fields = self._fields, QWidget()
        self._body.replaceWidget(fields, self._fields)
        fields.hide()
        for widget in self._own.values():
            widget.setParent(self)
        fields.deleteLater()
        self.editors, self._labels, self._pairs = {}, [], []
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, (WIDTH - 2 * MARGIN - 16) // 2)
        for section in self._sections:
            self._add_section(grid, section)
            own = self._own.get(section.heading)
            if own is not None:
                grid.addWidget(own, grid.rowCount(), 0, 1, 2)
                own.show()
        items = (grid.itemAt(place) for place in range(grid.count()))
        put_behind(self, (part for item in items if item is not None and (part := item.widget()) is not None))
        self.retranslate(self.language)
        self.retheme(self._theme)
        self.set_read_only(self._read_only)

    def _add_section(self, grid: QGridLayout, section: FieldSection) -> None:
        if section.heading:
            heading = self._label(section.heading, "heading")
            heading.setContentsMargins(0, 12, 0, 2)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        row, half = grid.rowCount(), False
        for field, shares in _with_neighbors(section.fields):
            if not half:
                row = grid.rowCount()
            self._add_field(grid, field, row, int(half), 1 if shares else 2)
            half = shares and not half

    def _add_field(self, grid: QGridLayout, field: Field, row: int, column: int, span: int) -> None:
        made = self._make(field)
        if field.kind is not FieldKind.FLAG:
            label = self._label(field.label, "section")
            label.setContentsMargins(0, 5, 0, 0)
            label.setBuddy(self.editors[field.columns[0]].input())
            grid.addWidget(label, row, column, 1, span)
        grid.addWidget(made, row + 1, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def _label(self, message: str, role: str) -> QLabel:
        label = ElidedLabel()
        label.setProperty("role", role)
        self._labels.append((label, message))
        return label

    def _make(self, field: Field) -> QWidget:
        if field.kind in BILINGUAL:
            pair = BilingualLine(field)
            self._pairs.append(pair)
            for column, part in pair.editors().items():
                self._follow(column, part)
            return pair
        editor = MaskedEditor(field) if field.masked else _EDITORS[field.kind](field)
        self._follow(field.key, editor)
        if isinstance(editor, PickEditor):
            editor.picker.create_requested.connect(lambda text: self._create(field.key, text))
        return editor

    def _follow(self, column: str, editor: FieldEditor) -> None:
        self.editors[column] = editor
        editor.edited.connect(lambda before, after: self._edited(column, before, after))

    def _edited(self, column: str, before: Any, after: Any) -> None:
        if self.row_id is not None:
            self.field_edited.emit(self.row_id, column, before, after)

    def _create(self, key: str, text: str) -> None:
        if self.row_id is not None:
            self.create_requested.emit(self.row_id, key, text)


def gone_words(typed: Any, language: str) -> str:
    """What is said of words typed for a record that is no longer there: undone, or deleted by somebody else."""
    _ = translator(language).gettext
    return _("What you were editing is no longer there. Not stored: {typed}").format(typed=typed or _("(empty)"))


def _with_neighbors(fields: Sequence[Field]) -> Iterator[tuple[Field, bool]]:
    """Each field, and whether it shares its line with the one beside it."""
    waiting = False
    for place, field in enumerate(fields):
        following = fields[place + 1].kind if place + 1 < len(fields) else None
        shares = waiting or (field.kind in SHORT and following in SHORT)
        yield field, shares
        waiting = shares and not waiting
