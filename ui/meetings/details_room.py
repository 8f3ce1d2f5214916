"""The page of a meeting's details. Its places: "meeting/<column>", "sides/<id>/<column>"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.codes import MeetingKind
from models.rules.scripts import by_script
from models.snapshots.shapes import Bilingual
from resources.languages import translator
from ui.meetings.details_fields import KINDS, role_columns, sections, side_columns, unit_columns
from ui.meetings.short_list import ShortList
from ui.meetings.words import code_word
from ui.room import Room
from ui.theme import Theme
from ui.widgets.field_panel import FieldPanel
from ui.widgets.picker_entries import Entry, other_names
from ui.wording.messages import N_

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.store.meeting_details import MeetingDetails
    from ui.office import Office

Work = Callable[["Session"], object]

PANEL_WIDTH = 420
SHARES = (5, 4, 5)  # of the height: a meeting has three sides, and a line to add another
WIDEST_CHIP = 186  # half of the panel


class KindChips(QWidget):
    """What happens at the meeting: one switch a kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {kind: QPushButton() for kind in MeetingKind}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setSpacing(6)
        for button in self.buttons.values():
            button.setProperty("role", "chip")
            button.setCheckable(True)
        self._place()

    def show_kinds(self, kinds: tuple[MeetingKind, ...]) -> None:
        """Switch on what is stored."""
        for kind, button in self.buttons.items():
            button.setChecked(kind in kinds)

    def kinds(self) -> tuple[MeetingKind, ...]:
        """What is switched on."""
        return tuple(kind for kind, button in self.buttons.items() if button.isChecked())

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        for kind, button in self.buttons.items():
            button.setText(code_word(kind, language))
            button.setAccessibleName(button.text())
        self._place()

    def _place(self) -> None:
        """Two beside one another where both fit; a long one has a line of its own."""
        line = column = 0
        for button in self.buttons.values():
            button.ensurePolished()
            width = 2 if button.sizeHint().width() > WIDEST_CHIP else 1
            if column + width > 2:
                line, column = line + 1, 0
            self._grid.addWidget(button, line, column, 1, width)
            column += width


class MeetingRoom(Room):
    """Every field of the meeting at the left; its sides, their units and the roles of organizations beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.details: MeetingDetails | None = None
        self._names: tuple[Entry, ...] = ()
        self._named_in = ""
        self._wanted = ""  # the place to go to as soon as it is here
        self.heading, self.panel, self.chips = QLabel(), FieldPanel(), KindChips()
        self.heading.setProperty("role", "title")
        self.panel.setFixedWidth(PANEL_WIDTH)
        self.panel.add_widget(self.chips, after=KINDS)
        self.sides = ShortList(
            "side", N_("Sides"), N_("＋ Type a side to add, such as “University side”"), side_columns()
        )
        self.units = ShortList(
            "side_unit", N_("Units"), N_("＋ Type an organization to add"), unit_columns(self._entries)
        )
        self.roles = ShortList(
            "meeting_organization",
            N_("Hosts and organizers"),
            N_("＋ Type an organization to add"),
            role_columns(self._entries),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        lists = QVBoxLayout()
        lists.setSpacing(10)
        for part, share in zip(self._lists(), SHARES, strict=True):
            lists.addWidget(part, share)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.panel)
        body.addLayout(lists, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        self.heading.setMinimumHeight(30)
        layout.addWidget(self.heading)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self.panel.field_edited.connect(self._field_edited)
        self.panel.create_requested.connect(self._create_unit)
        self.sides.table.row_chosen.connect(lambda _row: self._show_units())
        self.sides.add = self._add_side
        self.units.add = self._add_unit
        self.roles.add = self._add_role
        for button in self.chips.buttons.values():
            button.clicked.connect(self._kinds_edited)

    def _lists(self) -> tuple[ShortList, ...]:
        return (self.sides, self.units, self.roles)

    # --- what is shown

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        super().attach(office)
        self.panel.set_read_only(office.read_only)
        self.chips.setEnabled(not office.read_only)
        for part in self._lists():
            part.attach(office)

    def show_snapshot(self, snapshot: Any) -> None:
        """Read the meeting again; what is being typed stays."""
        super().show_snapshot(snapshot)
        meeting_id = snapshot.meeting.id
        if self.office is not None:
            self.office.read(lambda session: _read(session, meeting_id), self._show)

    def _show(self, details: MeetingDetails | None) -> None:
        if details is None or self.snapshot is None or details.id != self.snapshot.meeting.id:
            return
        self.details, self._named_in = details, ""
        self.panel.english = bool(details.values["needs_english"])
        for part in self._lists():
            part.table.layout_of_columns.show_english(self.panel.english)
        self.panel.show_record(details.id, "", "", sections(self._entries), details.values)
        self.chips.show_kinds(details.values["kinds"])
        self.sides.model.show_rows(details.sides)
        self.roles.model.show_rows(details.roles)
        if self._side() is None and details.sides and not self.sides.is_adding:
            self.sides.table.choose(details.sides[0].id)
        self._show_units()
        if self._wanted and self.isVisible():
            self.reveal(self._wanted)
        self._wanted = ""

    def _side(self) -> Any:
        chosen = self.sides.table.chosen()
        known = {side.id for side in self.details.sides} if self.details is not None else set()
        return chosen if chosen is not None and chosen.id in known else None

    def _show_units(self) -> None:
        side, details = self._side(), self.details
        units = details.units if details is not None else ()
        self.units.model.show_rows([unit for unit in units if side is not None and unit.side_id == side.id])
        self.units.model.set_read_only(side is None or self.office is None or self.office.read_only)
        self._say_units()

    def _say_units(self) -> None:
        side, _ = self._side(), translator(self.language).gettext
        name = side.label.pick(self.language) or code_word(side.kind, self.language) if side is not None else ""
        self.units.say(self.language, _("Units of {side}").format(side=name) if side is not None else "")

    def _entries(self, language: str) -> tuple[Entry, ...]:
        """The organizations to pick from."""
        if self.details is None:
            return ()
        if self._named_in != language:
            self._named_in = language
            self._names = tuple(
                Entry(
                    one.id,
                    one.name.pick(language),
                    one.short_name.pick(language),
                    other_names(one.name.zh, one.name.en, one.short_name.zh, one.short_name.en, *one.aliases),
                )
                for one in self.details.organizations
            )
        return self._names

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.heading.setText(_("Meeting details"))
        self.setAccessibleName(_("Meeting details"))
        self.panel.name(_("Meeting details"))
        self.panel.retranslate(language)
        self.chips.retranslate(language)
        self.sides.say(language)
        self.roles.say(language)
        self._say_units()
        if self.details is not None:
            self._show(self.details)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.panel.retheme(theme)
        for part in self._lists():
            part.retheme(theme)

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        self.reveal("meeting/title")

    def reveal(self, place: str) -> None:
        """Go to a field of the meeting, or to a cell of a side."""
        first, _, rest = place.partition("/")
        number, _, column = rest.partition("/")
        if self.details is None or self.snapshot is None or self.details.id != self.snapshot.meeting.id:
            self._wanted = place  # it is still being read
        elif first == "meeting":
            self.panel.focus_field(rest or "title")
        elif first == "sides" and number.isdecimal() and self.sides.table.choose_cell(int(number), column):
            self.sides.table.setFocus()

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        self.panel.keep_typed()
        for part in self._lists():
            part.table.keep_typed()

    # --- changes

    def _change(self, work: Any, **more: Any) -> None:
        if self.office is not None:
            self.office.change("edit_meeting", work, **more)

    def _field_edited(self, row_id: int, column: str, before: Any, after: Any) -> None:
        from models.actions.edit_record import set_fields

        self._change(
            lambda session: set_fields(session, "meeting", row_id, {column: after}, expected={column: before}),
            failed=lambda _error: self.panel.give_back(column, after, row_id=row_id),
        )

    def _kinds_edited(self) -> None:
        from models.actions.edit_record import set_fields

        if self.details is not None:
            row_id, kinds, shown = self.details.id, self.chips.kinds(), self.details.values["kinds"]
            self._change(
                lambda session: set_fields(session, "meeting", row_id, {"kinds": kinds}, expected={"kinds": shown}),
                failed=lambda _error: self.chips.show_kinds(shown),
            )

    def _create_unit(self, row_id: int, column: str, text: str) -> None:
        from models.actions.edit_record import set_fields
        from models.actions.meeting_lists import organization_named

        self._change(
            lambda session: set_fields(session, "meeting", row_id, {column: organization_named(session, text)})
        )

    def _add_side(self, text: str) -> Work | None:
        from models.actions.meetings import add_side

        if self.details is None:
            return None
        meeting_id, label = self.details.id, Bilingual(*by_script(text))
        return lambda session: add_side(session, meeting_id, label=label)

    def _add_unit(self, text: str) -> Work | None:
        from models.actions.meeting_lists import organization_named
        from models.actions.meetings import add_side_unit

        side = self._side()
        if side is None:
            return None
        return lambda session: add_side_unit(session, side.id, organization_id=organization_named(session, text))

    def _add_role(self, text: str) -> Work | None:
        from models.actions.meeting_lists import organization_named
        from models.actions.meetings import add_meeting_organization

        if self.details is None:
            return None
        meeting_id = self.details.id

        def add(session: Session) -> int:
            unit = organization_named(session, text)
            return add_meeting_organization(session, meeting_id, organization_id=unit)

        return add


def _read(session: Session, meeting_id: int) -> MeetingDetails | None:
    """None where the meeting has just gone, by undo or elsewhere: the window is about to show another one."""
    from models.records import Meeting
    from models.store.meeting_details import read_meeting

    return read_meeting(session, meeting_id) if session.get(Meeting, meeting_id) is not None else None
