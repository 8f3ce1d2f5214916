"""How lists and reply slips are made: their columns, how they are divided, whom slips go to and come back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator
from ui.paper_options import PaperOptions
from ui.papers.column_list import ColumnList
from ui.papers.rows import N_
from ui.theme import Theme
from ui.widgets.field_panel import Field, FieldKind, FieldPanel, FieldSection

if TYPE_CHECKING:
    from models.snapshots.shapes import MeetingSnapshot

SIZE = (940, 600)
MOST_LINES = 200
GROUPING_NAMES = {"": N_("By side"), "unit": N_("By unit"), "rank": N_("By rank, without headings")}


def groupings(language: str) -> Sequence[tuple[str, str]]:
    """How lists can be divided."""
    _ = translator(language).gettext
    return [(key, _(message)) for key, message in GROUPING_NAMES.items()]


def listed(language: str) -> Sequence[tuple[bool, str]]:
    """Whom the list of attendees names."""
    _ = translator(language).gettext
    return [(False, _("Everybody expected")), (True, _("Those who came, with the counts of each side"))]


class ListsDialog(QDialog):
    """`options` are the choices; `changed` follows each, and the pages behind the dialog follow it."""

    changed = Signal()

    def __init__(
        self, options: PaperOptions, snapshot: MeetingSnapshot | None, language: str, theme: Theme, parent: QWidget
    ) -> None:
        from exporters.documents import attendees, person_columns, reply_slip

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.options, self.language = options, language
        self._units = tuple(unit.name for unit in reply_slip.units_of(snapshot)) if snapshot else ()
        self._day = snapshot.meeting.starts_on if snapshot else None
        known = person_columns.columns_of(snapshot) if snapshot else person_columns.PERSON_COLUMNS
        of_people = {key: one.label.pick(language) or one.heading for key, one in known.items()}
        of_slips = {key: one.heading for key, one in reply_slip.SLIP_COLUMNS.items()}
        self.list_columns = ColumnList(of_people, attendees.USUAL_COLUMNS)
        self.slip_columns = ColumnList(of_slips, reply_slip.USUAL_COLUMNS)
        self.panel, self.close_button = FieldPanel(), QPushButton()
        self.panel.retheme(theme)
        self._lay_out()
        self.panel.field_edited.connect(self._edited)
        for columns in (self.list_columns, self.slip_columns):
            columns.changed.connect(self._columns_changed)
        self.close_button.clicked.connect(self.accept)
        self._show()
        self.panel.focus_field("grouping")

    def _lay_out(self) -> None:
        self.close_button.setProperty("role", "main")
        self.close_button.setAutoDefault(False)  # Enter belongs to the fields
        parts = QHBoxLayout()
        parts.setSpacing(18)
        parts.addWidget(self.panel, 5)
        parts.addWidget(self.list_columns, 3)
        parts.addWidget(self.slip_columns, 3)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 16)
        layout.setSpacing(12)
        layout.addLayout(parts, 1)
        layout.addLayout(buttons)
        self.resize(*SIZE)

    def done(self, result: int) -> None:
        """Qt: keep what is typed when the dialog goes."""
        self.panel.keep_typed()
        super().done(result)

    def _show(self) -> None:
        _ = translator(self.language).gettext
        name = _("Lists and reply slips")
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.panel.name(name)
        self.panel.retranslate(self.language)
        self.close_button.setText(_("Close"))
        self.close_button.setAccessibleName(_("Close"))
        keys = ("grouping", "came_only", "blank_lines", "unit", "reply_by", "return_to")
        values: dict[str, Any] = {key: getattr(self.options, key) for key in keys}
        self.panel.show_record(1, name, _("Holds for previews, prints and exports"), self._sections(), values)
        self.list_columns.show_columns(self.options.columns, _("Columns of the list of attendees"), self.language)
        self.slip_columns.show_columns(self.options.slip_columns, _("Columns of the reply slip"), self.language)

    def _sections(self) -> tuple[FieldSection, ...]:
        lists = (
            Field("grouping", N_("Lists are divided"), FieldKind.CHOICE, groupings),
            Field("came_only", N_("List of attendees names"), FieldKind.CHOICE, listed),
            Field("blank_lines", N_("Empty lines at the end"), FieldKind.NUMBER, hint=N_("8 to sign in, 12 on slips")),
        )
        slips = (
            Field("unit", N_("Goes to"), FieldKind.CHOICE, self._unit_choices),
            Field("reply_by", N_("Reply by"), FieldKind.DATE, near=lambda: self._day),
            Field("return_to", N_("Comes back to"), hint=N_("E-mail, contact person, phone")),
        )
        return (
            FieldSection(N_("Lists and sign-in sheets"), lists),
            FieldSection(N_("Reply slips and invitations"), slips),
        )

    def _unit_choices(self, language: str) -> Sequence[tuple[str, str]]:
        from exporters.options import EACH_UNIT

        _ = translator(language).gettext
        each = [(EACH_UNIT, _("Every unit: a file for each"))] if self._units else []
        names = dict.fromkeys(unit.pick(language) for unit in self._units)
        own = [self.options.unit] if self.options.unit not in ("", EACH_UNIT, *names) else []
        return [("", _("Nobody in particular")), *each, *((name, name) for name in (*names, *own))]

    def _edited(self, _row: int, key: str, _before: Any, after: Any) -> None:
        if key == "blank_lines" and after is not None:
            after = min(max(int(after), 0), MOST_LINES)
        self._take(replace(self.options, **{key: after}))

    def _columns_changed(self) -> None:
        chosen = replace(self.options, columns=self.list_columns.columns, slip_columns=self.slip_columns.columns)
        self._take(chosen)

    def _take(self, options: PaperOptions) -> None:
        if options != self.options:
            self.options = options
            self.changed.emit()
