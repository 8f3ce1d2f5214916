"""The text of one article with the items below it: Chinese, English, or both side by side, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.codes import ClauseKind
from models.snapshots.shapes import Clause
from resources.languages import translator
from ui.agreements.field_text import FieldText
from ui.theme import Theme, load_theme

if TYPE_CHECKING:
    from models.clause_reading import ShownToken
    from ui.agreements.reading import AgreementReading

SERIF = ("Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", "Noto Sans SC")
SIZE = 15


@dataclass(frozen=True)
class _Line:
    """A clause at its depth."""

    clause: Clause
    depth: int


class ClauseSheet(QScrollArea):
    """Shows and edits a clause. `text_edited(clause_id, column, before, after)`; `typed` while somebody types."""

    text_edited = Signal(int, str, str, str)
    condition_edited = Signal(int, str)
    key_edited = Signal(int, str)
    typed = Signal()
    fact_opened = Signal(str)
    clause_entered = Signal(int)
    picture_pasted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.language, self._theme = "zh", load_theme("light")
        self.languages: tuple[str, ...] = ("zh",)
        self.texts: dict[tuple[int, str], FieldText] = {}
        self.conditions: dict[int, QLineEdit] = {}
        self.keys: dict[int, QLineEdit] = {}
        self._captions: list[QLabel] = []  # of condition and key in turn
        self._numbers: dict[tuple[int, str], QLabel] = {}
        self._notes: dict[int, QLabel] = {}
        self._lost: dict[tuple[int, str], QPushButton] = {}
        self._shape: tuple[object, ...] = ()
        self._read_only = False
        self._asking: int | None = None  # the clause whose condition is being asked for though it has none
        self.last: FieldText | None = None  # the text the keyboard was in

    # what is shown

    def show_clause(self, reading: AgreementReading, clause: Clause, languages: tuple[str, ...]) -> None:
        """Show a clause; the same one again changes only what differs and what nobody is typing in."""
        lines = tuple(_lines(clause))
        shape = (languages, tuple(self._line_shape(line) for line in lines))
        if shape != self._shape:
            self.keep_typed()
            focused = next((key for key, text in self.texts.items() if text.hasFocus()), None)
            self._shape, self.languages = shape, languages
            self._build(lines)
            if focused in self.texts:
                self.texts[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        for line in lines:
            self._fill(reading, line.clause)

    def clear(self) -> None:
        """Show nothing."""
        self.keep_typed()
        self._shape = ()
        self._forget()
        self.setWidget(QWidget())

    def give_back_lines(self, clause_id: int) -> None:
        """A condition or key was refused: what is stored stands there again."""
        for lines in (self.conditions, self.keys):
            if clause_id in lines:
                lines[clause_id].setText(str(lines[clause_id].property("stored") or ""))

    def show_notes(self, notes: dict[int, tuple[str, str]]) -> None:
        """What the checks say about the clauses: clause id → role and words."""
        for clause_id, label in self._notes.items():
            role, words = notes.get(clause_id, ("", ""))
            label.setText(words)
            label.setVisible(bool(words))
            if role and label.property("role") != role:
                label.setProperty("role", role)
                label.style().unpolish(label)
                label.style().polish(label)

    def note_of(self, clause_id: int) -> QLabel:
        """Where the checks speak about a clause."""
        return self._notes[clause_id]

    def offer_of(self, clause_id: int, column: str) -> QPushButton:
        """Where a refused text is offered again."""
        return self._lost[clause_id, column]

    def typed_texts(self) -> dict[tuple[int, str], str]:
        """What is typed and not stored yet."""
        return {key: text.source() for key, text in self.texts.items() if text.typing()}

    def keep_typed(self) -> None:
        """Tell what is typed and not told yet."""
        for text in self.texts.values():
            text.commit()

    def give_back(self, clause_id: int, column: str, stored: str, typed: str) -> None:
        """An edit was refused: what is stored stands there again, what was typed is offered below."""
        text, button = self.texts.get((clause_id, column)), self._lost.get((clause_id, column))
        if text is None or button is None:
            return
        text.replace_source(stored)
        _ = translator(self.language).gettext
        words = " ".join(typed.split())
        button.setText(_("Not stored: “{text}” — put it back").format(text=words[:40] + "…" * (len(words) > 40)))
        button.setToolTip(typed)
        button.show()
        button.clicked.connect(partial(self._put_back, text, button, typed))

    def focus_text(self, clause_id: int, column: str = "") -> None:
        """Put the cursor into a text."""
        name = column if column[-3:] in ("_zh", "_en") else f"{column or 'body'}_{self.languages[0]}"
        body = f"body_{self.languages[0]}"
        target: QWidget | None = self.texts.get((clause_id, name)) or self.texts.get((clause_id, body))
        if column == "condition" and clause_id in self.conditions:
            target = self.conditions[clause_id]
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            QTimer.singleShot(0, target, partial(self.ensureWidgetVisible, target, 0, 60))

    def show_part(self, clause_id: int) -> None:
        """Bring a clause into view without entering it."""
        text = self.texts.get((clause_id, f"body_{self.languages[0]}"))
        if text is not None:
            QTimer.singleShot(0, text, partial(self.ensureWidgetVisible, text, 0, 80))

    def ask_condition(self, clause_id: int) -> None:
        """Offer a line for the condition of a clause that has none yet."""
        self._asking = clause_id

    # looks

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be edited."""
        self._read_only = read_only
        for text in self.texts.values():
            text.setReadOnly(read_only)
        for line in (*self.conditions.values(), *self.keys.values()):
            line.setReadOnly(read_only)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        for key, text in self.texts.items():
            self._name(key, text)
        _ = translator(language).gettext
        for button in self._lost.values():
            button.setAccessibleName(_("Put back what was typed"))
        for place, label in enumerate(self._captions):
            label.setText(_("Key") if place % 2 else _("Stands only if"))
        for line in self.conditions.values():
            line.setPlaceholderText(_("Always; or a condition such as party_c"))
            line.setAccessibleName(_("Condition"))
        for line in self.keys.values():
            line.setAccessibleName(_("Key"))
            line.setToolTip(_("By this key other clauses refer to the number of this one"))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        for text in self.texts.values():
            text.retheme(theme)

    # within

    def _line_shape(self, line: _Line) -> tuple[object, ...]:
        return line.clause.id, line.depth, self._has_condition(line.clause), self._has_heading(line)

    def _has_heading(self, line: _Line) -> bool:
        """Items and recitals mostly have none; a line for one would only take room."""
        clause = line.clause
        expected = line.depth == 0 and clause.kind is not ClauseKind.RECITALS
        return expected or bool(clause.heading) or clause.id == self._asking

    def _has_condition(self, clause: Clause) -> bool:
        return bool(clause.condition) or clause.id == self._asking

    def _forget(self) -> None:
        self.texts, self.conditions, self._numbers, self._notes, self._lost = {}, {}, {}, {}, {}
        self.keys, self._captions = {}, []
        self.last = None

    def _build(self, lines: Sequence[_Line]) -> None:
        self._forget()
        body = QWidget()
        outer = QVBoxLayout(body)
        outer.setContentsMargins(14, 12, 14, 16)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        outer.addLayout(grid)
        outer.addStretch(1)
        for column in range(len(self.languages)):
            grid.setColumnStretch(column, 1)
        for line in lines:
            self._add_line(grid, line)
        self.setWidget(body)
        self.set_read_only(self._read_only)
        self.retranslate(self.language)
        self.retheme(self._theme)

    def _add_line(self, grid: QGridLayout, line: _Line) -> None:
        row, clause, top = grid.rowCount(), line.clause, Qt.AlignmentFlag.AlignTop
        with_heading = self._has_heading(line)
        for place, language in enumerate(self.languages):
            number = self._number(clause, language, strong=line.depth == 0)
            if with_heading:
                heading = self._text(clause, f"heading_{language}", one_line=True, bold=True)
                grid.addLayout(_beside(number, heading, line.depth), row, place, top)
            body = self._body(clause, language)
            grid.addLayout(_beside(None if with_heading else number, body, line.depth), row + 2, place, top)
        if self._has_condition(clause):
            grid.addLayout(self._condition(clause), row + 1, 0, 1, len(self.languages))
        note = QLabel()
        note.setWordWrap(True)
        note.setProperty("role", "warn")
        note.hide()
        self._notes[clause.id] = note
        grid.addWidget(note, row + 3, 0, 1, len(self.languages))

    def _number(self, clause: Clause, language: str, *, strong: bool) -> QLabel:
        number = QLabel()
        number.setFont(_font(bold=strong))
        number.setContentsMargins(0, 7, 0, 0)
        self._numbers[clause.id, language] = number
        return number

    def _body(self, clause: Clause, language: str) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(self._text(clause, f"body_{language}", one_line=False, bold=False))
        for name in (f"heading_{language}", f"body_{language}"):
            button = QPushButton()
            button.setProperty("role", "link")
            button.hide()
            self._lost[clause.id, name] = button
            column.addWidget(button)
        return body

    def _condition(self, clause: Clause) -> QHBoxLayout:
        row = QHBoxLayout()
        condition = self._line(clause.condition, partial(self._condition_typed, clause.id))
        key = self._line(clause.key, partial(self._key_typed, clause.id))
        self.conditions[clause.id], self.keys[clause.id] = condition, key
        for line, stretch in ((condition, 3), (key, 1)):
            label = QLabel()
            label.setProperty("role", "small")
            label.setBuddy(line)
            self._captions.append(label)
            row.addWidget(label)
            row.addWidget(line, stretch)
        return row

    def _line(self, text: str, typed: Callable[[QLineEdit], None]) -> QLineEdit:
        line = QLineEdit(text)
        line.setProperty("stored", text)
        line.editingFinished.connect(partial(typed, line))
        return line

    def _text(self, clause: Clause, column: str, *, one_line: bool, bold: bool) -> FieldText:
        text = FieldText(
            one_line=one_line, indented=not one_line and column.endswith("_zh") and clause.kind is not ClauseKind.ITEM
        )
        text.use_font(_font(bold=bold))
        text.edited.connect(partial(self._text_edited, clause.id, column))
        text.typed.connect(self.typed)
        text.chip_opened.connect(self.fact_opened)
        text.picture_pasted.connect(self.picture_pasted)
        text.entered.connect(partial(self._entered, clause.id, text))
        self.texts[clause.id, column] = text
        return text

    def _fill(self, reading: AgreementReading, clause: Clause) -> None:
        for language in self.languages:
            number = self._numbers[clause.id, language]
            number.setText(reading.number(clause, language))
            number.setVisible(bool(number.text()))
            for name, pair in (("heading", clause.heading), ("body", clause.body)):
                source = pair.en if language == "en" else pair.zh
                text = self.texts.get((clause.id, f"{name}_{language}"))
                if text is not None:
                    text.show_source(source, partial(_read, reading, language))
        for lines, stored in ((self.conditions, clause.condition), (self.keys, clause.key)):
            line = lines.get(clause.id)
            if line is not None and line.property("stored") != stored:
                line.setProperty("stored", stored)
                line.setText(stored)

    def _name(self, key: tuple[int, str], text: FieldText) -> None:
        _ = translator(self.language).gettext
        chinese = key[1].endswith("_zh")
        message = {
            ("heading", True): _("Heading (Chinese)"),
            ("heading", False): _("Heading (English)"),
            ("body", True): _("Wording (Chinese)"),
            ("body", False): _("Wording (English)"),
        }[key[1][:-3], chinese]
        text.setAccessibleName(message)
        text.setPlaceholderText(message)
        text.retranslate(self.language)

    def _text_edited(self, clause_id: int, column: str, before: str, after: str) -> None:
        self.text_edited.emit(clause_id, column, before, after)

    def _condition_typed(self, clause_id: int, line: QLineEdit) -> None:
        before, after = str(line.property("stored") or ""), line.text().strip()
        if before != after:
            self._asking = None
            self.condition_edited.emit(clause_id, after)

    def _key_typed(self, clause_id: int, line: QLineEdit) -> None:
        before, after = str(line.property("stored") or ""), line.text().strip()
        if before != after:
            self.key_edited.emit(clause_id, after)

    def _entered(self, clause_id: int, text: FieldText) -> None:
        self.last = text
        self.clause_entered.emit(clause_id)

    def _put_back(self, text: FieldText, button: QPushButton, typed: str) -> None:
        button.hide()
        button.clicked.disconnect()
        text.type_source(typed)
        text.commit()


def _beside(number: QLabel | None, text: QWidget, depth: int) -> QHBoxLayout:
    """A number, if any, before a text, as far to the right as its level asks."""
    row = QHBoxLayout()
    row.setContentsMargins(depth * 20, 8 if depth == 0 and number is not None else 0, 0, 0)
    row.setSpacing(8)
    if number is not None:
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return row


def _read(reading: AgreementReading, language: str, source: str) -> tuple[ShownToken, ...]:
    return reading.tokens(source, language)


def _lines(clause: Clause, depth: int = 0) -> Iterator[_Line]:
    yield _Line(clause, depth)
    for child in clause.children:
        yield from _lines(child, depth + 1)


def _font(*, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(SERIF))
    font.setPixelSize(SIZE)
    font.setBold(bold)
    return font
