"""The text of one article with the items below it: Chinese, English, or both side by side, line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from models.codes import ClauseKind
from models.rules.clause_text import fields_in
from models.snapshots.shapes import Clause
from resources.languages import translator
from ui.agreements.condition_line import ConditionLine
from ui.agreements.field_text import FieldText
from ui.agreements.kept_line import KeptLine
from ui.agreements.put_back import PutBackButton
from ui.agreements.sent_texts import SentTexts
from ui.agreements.sheet_lines import SheetLine, beside, sheet_font, sheet_lines
from ui.agreements.typing_place import TypingPlace, go_on_typing, typing_place
from ui.theme import Theme, load_theme
from ui.widgets.tab_order import put_behind

if TYPE_CHECKING:
    from models.clause_reading import ShownToken
    from ui.agreements.reading import AgreementReading


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
        self.conditions: dict[int, ConditionLine] = {}
        self.keys: dict[int, KeptLine] = {}
        self._captions: list[QLabel] = []  # of condition and key in turn
        self._numbers: dict[tuple[int, str], QLabel] = {}
        self._notes: dict[int, QLabel] = {}
        self._lost: dict[tuple[int, str], PutBackButton] = {}
        self.sent, self._read_only = SentTexts(), False
        self._refused: dict[tuple[int, str], str] = {}  # what was typed; offered until it is put back
        self._shape: tuple[object, ...] = ()
        self._clause_id: int | None = None  # the article shown
        self._later: tuple[AgreementReading, Clause, tuple[str, ...]] | None = None  # to be shown after composing
        self._asking: int | None = None  # the clause whose condition is being asked for though it has none
        self.last: FieldText | None = None  # the text the keyboard was in

    # what is shown

    def show_clause(self, reading: AgreementReading, clause: Clause, languages: tuple[str, ...]) -> None:
        """Show a clause; the same one again changes only what differs and what nobody is typing in."""
        lines = tuple(sheet_lines(clause))
        shape = (languages, tuple(self._line_shape(line) for line in lines))
        self._later, same = None, self._clause_id == clause.id
        if shape != self._shape:
            if same and any(text.composing for text in self.texts.values()):
                self._later = (reading, clause, languages)  # another sheet would throw away what is being composed
                return
            kept = self._leave(same=same)
            self._shape, self._clause_id, self.languages = shape, clause.id, languages
            self._build(lines)
            for line in lines:
                self._fill(reading, line.clause)
            if same:
                self._return(kept)
        else:
            for line in lines:
                self._fill(reading, line.clause)

    def settle(self, reading: AgreementReading) -> None:
        """A snapshot came: what it holds is no longer on its way."""
        self.sent.settle(reading.stored_text, reading.snapshot.taken_at)

    def clear(self) -> None:
        """Show nothing."""
        self.keep_typed()
        self._shape, self._clause_id = (), None
        self._forget()
        self.setWidget(QWidget())

    def give_back_line(self, clause_id: int, column: str, typed: str) -> None:
        """A condition or key was refused: what is stored stands there again, what was typed is offered below."""
        line = self._kept_lines(column).get(clause_id)
        self._refused[clause_id, column] = typed
        if line is not None:
            line.give_back()
            self._lost[clause_id, column].offer(typed, self.language)

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

    def offer_of(self, clause_id: int, column: str) -> PutBackButton:
        """Where a refused text is offered again."""
        return self._lost[clause_id, column]

    def typed_texts(self) -> dict[tuple[int, str], str]:
        """What is typed and not in the snapshot yet."""
        typed = {key: text.source() for key, text in self.texts.items() if text.typing()}
        return self.sent.texts() | typed

    def keep_typed(self) -> None:
        """Tell what is typed and not told yet."""
        for text in self.texts.values():
            text.commit()
        for line in (*self.conditions.values(), *self.keys.values()):
            line.commit()

    def give_back(self, clause_id: int, column: str, stored: str, typed: str) -> None:
        """An edit was refused: what is stored stands there again, what was typed is offered below."""
        place = clause_id, column
        text = self.texts.get(place)
        self.sent.refuse(place)
        self._refused[place] = text.source() if text is not None and text.typing() else typed
        if text is not None:
            text.replace_source(stored)
            self._lost[place].offer(self._refused[place], self.language)

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
            button.retranslate(language)
        for place, label in enumerate(self._captions):
            label.setText(_("Key") if place % 2 else _("Stands only if"))
        for condition in self.conditions.values():
            condition.retranslate(language)
        for line in self.keys.values():
            line.setAccessibleName(_("Key"))
            line.setToolTip(_("Where other clauses name the number of this one, they find it by this key"))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        for text in self.texts.values():
            text.retheme(theme)
        for condition in self.conditions.values():
            condition.retheme(theme)

    # within

    def _line_shape(self, line: SheetLine) -> tuple[object, ...]:
        return line.clause.id, line.depth, self._has_condition(line.clause), self._has_heading(line)

    def _has_heading(self, line: SheetLine) -> bool:
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

    def _build(self, lines: Sequence[SheetLine]) -> None:
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
        old = self.takeWidget()
        self.setWidget(body)
        put_behind(self, (body,))
        if old is not None:
            old.deleteLater()  # a key or a press in it may have led here
        self.set_read_only(self._read_only)
        self.retranslate(self.language)
        self.retheme(self._theme)
        for place, typed in self._refused.items():
            if place in self._lost and (place in self.texts or place[0] in self._kept_lines(place[1])):
                self._lost[place].offer(typed, self.language)

    def _add_line(self, grid: QGridLayout, line: SheetLine) -> None:
        row, clause, top = grid.rowCount(), line.clause, Qt.AlignmentFlag.AlignTop
        with_heading = self._has_heading(line)
        for place, language in enumerate(self.languages):
            number = self._number(clause, language, strong=line.depth == 0)
            if with_heading:
                heading = self._text(clause, f"heading_{language}", one_line=True, bold=True)
                grid.addLayout(beside(number, heading, line.depth), row, place, top)
            body = self._body(clause, language)
            grid.addLayout(beside(None if with_heading else number, body, line.depth), row + 2, place, top)
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
        number.setFont(sheet_font(language, bold=strong))
        number.setContentsMargins(0, 7, 0, 0)
        self._numbers[clause.id, language] = number
        return number

    def _body(self, clause: Clause, language: str) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(self._text(clause, f"body_{language}", one_line=False, bold=False))
        for name in (f"heading_{language}", f"body_{language}"):
            column.addWidget(self._put_back_button(clause.id, name))
        return body

    def _put_back_button(self, clause_id: int, column: str) -> PutBackButton:
        button = self._lost[clause_id, column] = PutBackButton()
        button.wanted.connect(partial(self._put_back, clause_id, column))
        return button

    def _condition(self, clause: Clause) -> QVBoxLayout:
        row, whole = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(8)
        whole.addLayout(row)
        condition, key = ConditionLine(clause.condition, self._asks_for), KeptLine(clause.key)
        condition.not_understood.connect(partial(self._not_understood, clause.id))
        condition.told.connect(partial(self._condition_told, clause.id))
        key.told.connect(partial(self.key_edited.emit, clause.id))
        self.conditions[clause.id], self.keys[clause.id] = condition, key
        for line, stretch, column in ((condition, 3, "condition"), (key, 1, "key")):
            label = QLabel()
            label.setProperty("role", "small")
            label.setBuddy(line)
            self._captions.append(label)
            row.addWidget(label)
            row.addWidget(line, stretch)
            whole.addWidget(self._put_back_button(clause.id, column))
        return whole

    def _text(self, clause: Clause, column: str, *, one_line: bool, bold: bool) -> FieldText:
        text = FieldText(
            one_line=one_line, indented=not one_line and column.endswith("_zh") and clause.kind is not ClauseKind.ITEM
        )
        text.use_font(sheet_font(column[-2:], bold=bold))
        text.edited.connect(partial(self._text_edited, clause.id, column))
        text.typed.connect(self.typed)
        text.composed.connect(self._composed)
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
                    newest = self.sent.newest((clause.id, f"{name}_{language}"), source)
                    text.show_source(newest, partial(_read, reading, language))
        for lines, stored in ((self.conditions, clause.condition), (self.keys, clause.key)):
            if clause.id in lines:
                lines[clause.id].show_stored(stored)

    def _leave(self, *, same: bool) -> TypingPlace:
        """Tell what is typed before the sheet is laid out anew; half-typed lines of the same clause stay so."""
        for text in self.texts.values():
            text.commit()
        for line in () if same else (*self.conditions.values(), *self.keys.values()):
            line.commit()
        return typing_place(self.texts, (self.conditions, self.keys), self.verticalScrollBar().value())

    def _return(self, kept: TypingPlace) -> None:
        go_on_typing(kept, self.texts, (self.conditions, self.keys))
        QTimer.singleShot(0, self, partial(self.verticalScrollBar().setValue, kept.scrolled))

    def _kept_lines(self, column: str) -> Mapping[int, KeptLine]:
        return self.conditions if column == "condition" else self.keys if column == "key" else {}

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
        self.sent.send((clause_id, column), before, after)
        self.text_edited.emit(clause_id, column, before, after)

    def _condition_told(self, clause_id: int, condition: str) -> None:
        self._asking = None
        self.condition_edited.emit(clause_id, condition)

    def _not_understood(self, clause_id: int, words: str) -> None:
        self.give_back_line(clause_id, "condition", words)
        said = translator(self.language).gettext("“{text}” is no condition known here. Choose one from the list.")
        self.show_notes({clause_id: ("bad", said.format(text=words))})

    def _asks_for(self, name: str) -> bool:
        """Whether a field of this name stands in one of the texts shown."""
        return any(name in fields_in(text.source()) for text in self.texts.values())

    def _composed(self) -> None:
        later, self._later = self._later, None
        if later is not None:
            QTimer.singleShot(0, self, partial(self.show_clause, *later))  # its text is still taking an event

    def _entered(self, clause_id: int, text: FieldText) -> None:
        self.last = text
        self.clause_entered.emit(clause_id)

    def _put_back(self, clause_id: int, column: str, typed: str) -> None:
        self._refused.pop((clause_id, column), None)
        if column in ("condition", "key"):
            self._kept_lines(column)[clause_id].type_again(typed)
        else:
            text = self.texts[clause_id, column]
            text.type_source(typed)
            text.commit()


def _read(reading: AgreementReading, language: str, source: str) -> tuple[ShownToken, ...]:
    return reading.tokens(source, language)
