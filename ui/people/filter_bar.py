"""The line above the people table: what is shown of it, by side, part, reply and unit, each with its number."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from exporters.documents.words import word
from models.codes import Reply
from models.snapshots.shapes import Bilingual
from resources.languages import translator
from ui.people.roles import ROLES, role_words
from ui.people.rows import PersonRow, keys_of
from ui.widgets.row_filter import Facet, RowFilter
from ui.widgets.tips import as_tip

COUNTED_AFTER = 120  # ms after the last keystroke: counting waits, the rows do not
KEYS_AT_ONCE = 150  # some milliseconds
LONGEST = 24  # characters of a side or a unit on its chip
GROUPS = "groups"  # stands among the parts


class FilterBar(QWidget):
    """Chips and a line to type into. `changed` tells that other rows are to be shown."""

    changed = Signal()
    left = Signal()  # Down or Enter in the line: on to the rows

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = RowFilter(keys_of, _FACETS)
        self.language = "zh"
        self._sides: tuple[tuple[int | None, Bilingual], ...] = ()
        self._units: Mapping[Hashable, str] = {}
        self.all_chip = _chip()
        self.side_chips: dict[int | None, QPushButton] = {}
        self.menus = {key: _chip() for key in ("roles", "reply", "unit")}
        self.line = _FilterLine()
        self._count_soon = QTimer(self, interval=COUNTED_AFTER, singleShot=True)
        self._keys_soon = QTimer(self, interval=0)  # what rows are found by is made while nothing else is to be done
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        layout.addWidget(self.all_chip)
        layout.addLayout(self._chips)
        for chip in self.menus.values():
            layout.addWidget(chip)
        layout.addStretch(1)
        self.line.setFixedWidth(200)  # the room puts it into its head
        self.line.setClearButtonEnabled(True)

    def _connect(self) -> None:
        self.all_chip.clicked.connect(self.show_all)
        self.line.textChanged.connect(self._typed)
        self.line.left.connect(self.left)
        self._count_soon.timeout.connect(self._say_counts)
        self._keys_soon.timeout.connect(self._make_keys)
        for key, chip in self.menus.items():
            chip.clicked.connect(lambda _checked=False, key=key: self.open_menu(key))

    def show_rows(self, rows: tuple[PersonRow, ...]) -> None:
        """Other rows to choose from."""
        self.filter.show(rows)
        self._keys_soon.start()
        sides = dict.fromkeys((row.side_id, row.side) for row in rows)
        self._units = {_unit_of(row): _unit_words(row, self.language) for row in rows if _unit_of(row) is not None}
        if tuple(sides) != self._sides:
            self._sides = tuple(sides)
            self._make_side_chips()
        self._give_up_vanished()
        self._say_counts()

    def show_all(self) -> None:
        """Leave nothing out."""
        self.filter.chosen = {}
        self.line.clear()
        self._chosen()

    def choose(self, facet: str, values: frozenset[Hashable]) -> None:
        """Show only the rows with these values."""
        self.filter.choose(facet, values)
        self._chosen()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.line.setPlaceholderText(_("Filter (Ctrl+F)"))
        self.line.setAccessibleName(_("Filter the people: name, pinyin, initials, unit, phone"))
        self.line.setToolTip(_("Filter the people: name, pinyin, initials, unit, phone"))
        self._units = {_unit_of(row): _unit_words(row, language) for row in self.filter.rows}
        self._say_counts()

    def menu_of(self, facet: str) -> QMenu:
        """The values of a facet, each with its number, ticked where it is wanted."""
        menu, counts = QMenu(self), self.filter.counts(facet)
        wanted = self.filter.chosen.get(facet, frozenset())
        for value, words in self._values(facet):
            if counts.get(value) or value in wanted:
                action = QAction(f"{words}  {counts.get(value, 0)}".replace("&", "&&"), menu, checkable=True)
                action.setChecked(value in wanted)
                action.toggled.connect(lambda on, value=value: self._toggle(facet, value, on))
                menu.addAction(action)
        return menu

    def open_menu(self, facet: str) -> None:
        """Drop the menu of a chip."""
        chip, menu = self.menus[facet], self.menu_of(facet)
        chip.setChecked(facet in self.filter.chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 2)))

    def _make_keys(self) -> None:
        if self.filter.make_keys(KEYS_AT_ONCE):
            self._keys_soon.stop()

    def _give_up_vanished(self) -> None:
        """A side or a unit that nobody is of any more cannot be unticked: it is not wanted any longer."""
        sides: frozenset[Hashable] = frozenset(side_id for side_id, _label in self._sides)
        there = {"side": sides, "unit": frozenset(self._units)}
        for facet, known in there.items():
            if facet in self.filter.chosen:
                self.filter.choose(facet, self.filter.chosen[facet] & known)

    def _make_side_chips(self) -> None:
        for chip in self.side_chips.values():
            self._chips.removeWidget(chip)
            chip.deleteLater()
        self.side_chips = {}
        if len(self._sides) < 2:
            return
        for side_id, _label in self._sides[:6]:
            chip = self.side_chips[side_id] = _chip()
            chip.clicked.connect(lambda on, side_id=side_id: self._toggle("side", side_id, on))
            self._chips.addWidget(chip)

    def _toggle(self, facet: str, value: Hashable, on: bool) -> None:
        wanted = self.filter.chosen.get(facet, frozenset())
        self.choose(facet, wanted | {value} if on else wanted - {value})

    def _typed(self, text: str) -> None:
        self.filter.type(text)
        self.changed.emit()
        self._count_soon.start()

    def _chosen(self) -> None:
        self._say_counts()
        self.changed.emit()

    def _say_counts(self) -> None:
        """Every chip with its number."""
        _ = translator(self.language).gettext
        chosen = self.filter.chosen
        _say(self.all_chip, f"{_('All')} {len(self.filter.rows)}", not self.filter.narrows)
        counts = self.filter.counts("side")
        for side_id, label in self._sides:
            if side_id in self.side_chips:
                words, wanted = label.pick(self.language) or _("No side"), chosen.get("side", frozenset())
                _say(self.side_chips[side_id], f"{_short(words)} {counts.get(side_id, 0)}", side_id in wanted)
                self.side_chips[side_id].setToolTip(as_tip(words) if words != _short(words) else "")
        for facet, heading in (("roles", _("Part")), ("reply", _("Reply")), ("unit", _("Organization"))):
            self._say_menu(facet, heading)

    def _say_menu(self, facet: str, heading: str) -> None:
        """The heading, or what is chosen with its number."""
        wanted = self.filter.chosen.get(facet, frozenset())
        words = [words for value, words in self._values(facet) if value in wanted]
        said = heading
        if words:
            count = sum(self.filter.counts(facet).get(value, 0) for value in wanted)
            said = f"{_short(words[0])}{f' +{len(words) - 1}' if len(words) > 1 else ''} {count}"
        _say(self.menus[facet], f"{said} ▾", bool(wanted))

    def _values(self, facet: str) -> list[tuple[Hashable, str]]:
        """What there is of a facet, in words."""
        _ = translator(self.language).gettext
        if facet == "roles":
            roles: list[tuple[Hashable, str]] = [(role, role_words(role, self.language)) for role in ROLES]
            return [*roles, (GROUPS, _("Groups without names"))]
        if facet == "reply":
            return [(code, word(code, self.language) or _("No slip sent")) for code in Reply]
        return sorted(self._units.items(), key=lambda pair: pair[1])


class _FilterLine(QLineEdit):
    """Escape empties it, Down and Enter go on to the rows."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: a key."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _chip() -> QPushButton:
    chip = QPushButton()
    chip.setProperty("role", "chip")
    chip.setCheckable(True)
    return chip


def _say(chip: QPushButton, words: str, checked: bool) -> None:
    chip.setText(words.replace("&", "&&"))
    chip.setAccessibleName(words)
    chip.setChecked(checked)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rstrip() + "…"


def _unit_of(row: PersonRow) -> Any:
    if row.attendee:
        return row.attendee.organization_id
    return row.group.organization.id if row.group and row.group.organization else None


def _unit_words(row: PersonRow, language: str) -> str:
    if row.attendee:
        posts = row.attendee.posts
        return posts[0].organization.name.pick(language) if posts and posts[0].organization else ""
    return row.group.organization.name.pick(language) if row.group and row.group.organization else ""


def _roles(row: PersonRow) -> tuple[Hashable, ...]:
    return (GROUPS,) if row.group else row.roles


_FACETS = (
    Facet("row", lambda row: (row.id,)),  # those that an import has brought
    Facet("side", lambda row: (row.side_id,)),
    Facet("roles", _roles),
    Facet("reply", lambda row: (row.attendee.reply,) if row.attendee else ()),
    Facet("unit", lambda row: () if _unit_of(row) is None else (_unit_of(row),)),
)
