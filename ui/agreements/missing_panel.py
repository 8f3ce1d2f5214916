"""What the text still lacks: each fact once, to be filled in on the spot, and where it is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.agreement_facts import FactKind, MissingFact
from models.rules.typed_values import read_day, read_number
from resources.languages import translator
from ui.agreements.clause_tree import PARTIES
from ui.agreements.fact_names import fact_word
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.left_line import LeftLine
from ui.widgets.link_button import LinkButton
from ui.widgets.picker import Picker
from ui.widgets.tab_order import put_behind

if TYPE_CHECKING:
    from ui.widgets.picker import Entry

_LINES = (FactKind.TEXT, FactKind.LIST)
_PICKED = (FactKind.PERSON, FactKind.UNIT)
Numbers = Callable[[int], str]
HEIGHT, FOLDED = 170, 38


class FactLine(QObject):
    """The widgets of one missing fact. `filled(values)`: language (or "") → what was entered."""

    filled = Signal(object)
    entered = Signal()  # Enter: on to the next fact
    refused = Signal(str)
    place_wanted = Signal()
    line_wanted = Signal(object)  # of the contents: a clause, or the parties

    def __init__(self, fact: MissingFact, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self.fact, self.language = fact, language
        self.label = ElidedLabel()
        self.where = LinkButton()
        self.where.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes from one fact to the next
        self.where.clicked.connect(lambda: self.line_wanted.emit(next(iter(self.fact.clauses), PARTIES)))
        self.entry, self.lines = QWidget(), dict[str, QLineEdit]()
        self.picker: Picker | None = None
        self._told: dict[str, str] = {}
        self.held = False  # being moved
        row = QHBoxLayout(self.entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._fill(row)

    @property
    def shape(self) -> tuple[object, ...]:
        """What decides how it looks."""
        return self.fact.name, self.fact.languages, self.fact.place

    def focused(self) -> str | None:
        """The language of the line with the keyboard, "" also for the picker and the links of this row."""
        inside = self.where.hasFocus() or self.entry.isAncestorOf(QApplication.focusWidget() or self.entry)
        return next((key for key, line in self.lines.items() if line.hasFocus()), "" if inside else None)

    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops."""
        stop = self.picker.line if self.picker is not None else self.entry.focusProxy()
        return [one for one in (*self.lines.values(), stop) if one is not None and one.isEnabled()]

    @property
    def answered(self) -> bool:
        """Whether anything is entered: its row may be about to go."""
        texts = [line.text() for line in self.lines.values()] + ([self.picker.text()] if self.picker else [])
        return not self.held and any(text.strip() for text in texts)

    def focus(self, key: str) -> None:
        """Put the keyboard where it was."""
        line = self.lines.get(key)
        if line is not None:
            at, start, length = line.cursorPosition(), line.selectionStart(), len(line.selectedText())
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            line.setCursorPosition(at)
            if start >= 0:
                line.setSelection(start, length)
        else:
            self.input().setFocus(Qt.FocusReason.OtherFocusReason)

    def take_over(self, other: FactLine) -> None:
        """Go on where another line of the same fact stops: one of its languages was stored meanwhile."""
        for key, line in self.lines.items():
            before = other.lines.get(key)
            if before is not None:
                line.setText(before.text())
                line.setCursorPosition(before.cursorPosition())

    def input(self) -> QWidget:
        """Where one types."""
        return next(iter(self.lines.values()), None) or self.picker or self.entry

    def say(self, language: str, numbers: Numbers) -> None:
        """Name the fact and the clauses that need it."""
        self.language = language
        _ = translator(language).gettext
        words = fact_word(self.fact.name, language)
        self.label.setText(words[:1].upper() + words[1:])
        places = [numbers(clause) for clause in self.fact.clauses]
        elsewhere = _("recitals") if places else _("Parties and signatories")
        self.where.say(("、" if language == "zh" else ", ").join(filter(None, places)) or elsewhere)
        for key, line in self.lines.items():
            hints = {"zh": _("Chinese"), "en": _("English"), "": self._hint()}
            line.setPlaceholderText(hints[key])
            line.setAccessibleName(f"{words} {hints[key]}".strip())
        if self.picker is not None:
            self.picker.setAccessibleName(words)
            self.picker.create_words = _("Create “{text}”")

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be entered."""
        for line in self.lines.values():
            line.setReadOnly(read_only)
        if self.picker is not None:
            self.picker.setEnabled(not read_only)

    def commit(self) -> bool:
        """Tell what is entered; whether it could be read."""
        typed = {key: line.text().strip() for key, line in self.lines.items() if line.text().strip()}
        if self.held or not typed or typed == self._told:
            return True
        try:
            values = self._read(typed)
        except ValueError:
            self.refused.emit(next(iter(typed.values())))
            return False
        self._told = typed
        self.filled.emit(values)
        return True

    def tell_again(self) -> None:
        """It was not stored: what stands there may be told once more."""
        self._told = {}

    def _fill(self, row: QHBoxLayout) -> None:
        place = self.fact.place
        if place is None or place.kind is FactKind.CHOICE:
            _ = translator(self.language).gettext
            button = LinkButton(_("Choose it where it belongs"))
            button.clicked.connect(self.place_wanted)
            self.entry.setFocusProxy(button)
            row.addWidget(button, 1)
            return
        if place.kind in _PICKED:
            self.picker = Picker()
            self.picker.picked.connect(self._picked)
            self.picker.create_requested.connect(self._picked)
            row.addWidget(self.picker, 1)
            return
        for language in self.fact.languages if place.kind in _LINES and self.fact.languages else ("",):
            line = LeftLine()
            line.returnPressed.connect(self._enter)
            line.left.connect(self.commit)
            self.lines[language] = line
            row.addWidget(line, 1)

    def _enter(self) -> None:
        """Enter: the other language of this fact first, while it is empty; then the next fact."""
        empty = next((line for line in self.lines.values() if not line.text().strip()), None)
        if empty is not None and not empty.hasFocus():
            empty.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.commit():
            self.entered.emit()

    def _picked(self, value: object) -> None:
        if value is not None:
            self.filled.emit({"": value})

    def _read(self, typed: Mapping[str, str]) -> dict[str, Any]:
        kind = self.fact.place.kind if self.fact.place else FactKind.TEXT
        if kind is FactKind.DATE:
            return {"": read_day(typed[""])}
        if kind in (FactKind.NUMBER, FactKind.EACH_PARTY):
            return {"": read_number(typed[""])}
        if kind is FactKind.TEXT and self.fact.place and self.fact.place.record == "variable":
            return {key or "zh": text for key, text in typed.items()}
        return dict(typed)

    def _hint(self) -> str:
        _ = translator(self.language).gettext
        kind = self.fact.place.kind if self.fact.place else None
        hints = {
            FactKind.DATE: _("such as 2027-5-20"),
            FactKind.NUMBER: _("a number"),
            FactKind.EACH_PARTY: _("a number"),
        }
        return hints.get(kind, _("enter here")) if kind else ""


class MissingPanel(QFrame):
    """Asks exactly for what the paper leaves blank."""

    fact_filled = Signal(object, object)  # MissingFact, language → value
    place_wanted = Signal(object)  # MissingFact
    line_wanted = Signal(object)  # of the contents: a clause, or the parties
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.language = "zh"
        self.heading, self.lines = QLabel(), list[FactLine]()
        self.heading.setProperty("role", "heading")
        self._numbers: Numbers = str
        self._entries: Mapping[FactKind, Sequence[Entry]] = {}
        self._read_only = False
        self._area, self._body, self._grid = QScrollArea(), QWidget(), QGridLayout()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self._area)

    def show_facts(self, facts: Sequence[MissingFact], numbers: Numbers) -> None:
        """Ask for these facts; what is being entered stays."""
        self._numbers = numbers
        if [line.shape for line in self.lines] != [_shape(fact) for fact in facts]:
            self._rebuild(facts)
        for line, fact in zip(self.lines, facts, strict=True):
            line.fact = fact
        self._say()

    def offer(self, kind: FactKind, entries: Sequence[Entry]) -> None:
        """What there is to pick from, people or units."""
        self._entries = {**self._entries, kind: tuple(entries)}
        self._offer_all()

    def needs(self, kind: FactKind) -> bool:
        """Whether a fact of a kind is asked for."""
        return any(line.fact.place is not None and line.fact.place.kind is kind for line in self.lines)

    def focus_fact(self, name: str = "") -> bool:
        """Put the cursor where a fact is asked for (the first one without a name); whether it is asked for."""
        for line in self.lines:
            if not name or line.fact.name == name:
                line.input().setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._area.ensureWidgetVisible(line.entry)
                return True
        return False

    def tell_again(self, name: str) -> None:
        """A fact was not stored: what was typed stays, and may be told once more."""
        for line in self.lines:
            if line.fact.name == name:
                line.tell_again()

    def fold(self, folded: bool) -> None:
        """Show no more than how much is missing, where the room is needed for something else."""
        self._area.setVisible(not folded and bool(self.lines))
        self.setFixedHeight(HEIGHT if not folded and self.lines else FOLDED)

    def keep_typed(self) -> None:
        """Tell what is entered and not told yet."""
        for line in list(self.lines):
            line.commit()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be entered."""
        self._read_only = read_only
        for line in self.lines:
            line.set_read_only(read_only)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        self._say()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab. From a fact just answered never out of the panel: its neighbor is the text of a clause."""
        line = next((line for line in self.lines if line.focused() is not None), None)
        if line is None or not line.answered or not self._area.isVisible():
            return super().focusNextPrevChild(forward)
        stops = [stop for one in self.lines for stop in one.stops()]
        focused = next((place for place, stop in enumerate(stops) if stop.hasFocus()), -1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        following = focused + 1 if forward else focused - 1
        if focused < 0 or following < 0 or len(stops) == 1:
            self.setFocus(reason)
        else:
            stops[following % len(stops)].setFocus(reason)
            self._area.ensureWidgetVisible(stops[following % len(stops)])
        return True

    def _say(self) -> None:
        said, count = translator(self.language), len(self.lines)
        _, ngettext = said.gettext, said.ngettext
        words = ngettext("{count} fact is missing", "{count} facts are missing", count).format(count=count)
        self.heading.setText(words if count else _("Nothing is missing"))
        self.setAccessibleName(self.heading.text())
        for line in self.lines:
            line.say(self.language, self._numbers)

    def _rebuild(self, facts: Sequence[MissingFact]) -> None:
        before = self.lines
        for line in before:
            line.held = True  # moving a line takes the keyboard from it: nothing half typed may be told for that
        focused = next((line for line in before if line.focused() is not None), None)
        key = focused.focused() if focused is not None else None
        kept = {line.shape: line for line in before}
        self.lines = [kept.pop(_shape(fact)) if _shape(fact) in kept else self._make(fact) for fact in facts]
        old = self._lay_lines_out()
        names = {line.fact.name: line for line in self.lines}
        for gone in kept.values():
            if gone.fact.name in names:
                names[gone.fact.name].take_over(gone)
            gone.deleteLater()
        if old is not None:
            old.deleteLater()
        for line in self.lines:
            line.held = False
        self._offer_all()
        self.set_read_only(self._read_only)
        if focused is not None and key is not None and focused.fact.name in names:
            names[focused.fact.name].focus(key)
        elif focused is not None:
            self._type_at(self._place_behind(before[before.index(focused) :]))

    def _place_behind(self, lines: Sequence[FactLine]) -> int:
        """Where one types on when the first of these is answered: at the next one that is still asked for."""
        following = (self.lines.index(line) for line in lines if line in self.lines)
        return next(following, len(self.lines) - 1)

    def _type_at(self, place: int) -> None:
        """Put the keyboard to a fact; to the panel itself where none is left, never into the text above it."""
        if 0 <= place < len(self.lines):
            self.lines[place].input().setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self.lines[place].entry)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, line: FactLine) -> None:
        """On to the next fact, from the last one to the first."""
        self._type_at((self.lines.index(line) + 1) % len(self.lines))

    def _lay_lines_out(self) -> QWidget | None:
        """Put the lines into a new grid; the old one is left over."""
        body, self._grid = QWidget(), QGridLayout()
        body.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 8, 4)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        for column, stretch in enumerate((4, 6, 3)):
            self._grid.setColumnStretch(column, stretch)
        for row, line in enumerate(self.lines):
            for column, widget in enumerate((line.label, line.entry, line.where)):
                self._grid.addWidget(widget, row, column)
        self._grid.setRowStretch(len(self.lines), 1)
        old = self._area.takeWidget()
        self._area.setWidget(body)
        put_behind(self, (body,))
        return old

    def _make(self, fact: MissingFact) -> FactLine:
        line = FactLine(fact, self.language, self)
        line.filled.connect(partial(self._filled, line))
        line.entered.connect(partial(self._go_on, line))
        line.refused.connect(self.refused)
        line.place_wanted.connect(lambda: self.place_wanted.emit(line.fact))
        line.line_wanted.connect(self.line_wanted)
        return line

    def _filled(self, line: FactLine, values: object) -> None:
        self.fact_filled.emit(line.fact, values)

    def _offer_all(self) -> None:
        for line in self.lines:
            kind = line.fact.place.kind if line.fact.place else None
            if line.picker is not None and kind is not None:
                line.picker.offer(self._entries.get(kind, ()))


def _shape(fact: MissingFact) -> tuple[object, ...]:
    return fact.name, fact.languages, fact.place
