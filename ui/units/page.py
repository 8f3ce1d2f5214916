"""The page of units: the list, and every field of the chosen one beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from resources.languages import translator
from ui.theme import Theme
from ui.units.fields import COLUMNS, UnitRow, sections, unit_rows
from ui.widgets.field_panel import FieldPanel
from ui.widgets.row_model import RowModel
from ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.store.directory import OrganizationRow, PersonRow
    from ui.office import Office


class UnitsPage(QWidget):
    """Shows and edits the units of the workspace; those of the meeting stand first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self.office: Office | None = None
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.model = RowModel(COLUMNS, self)
        self.table, self.panel = RowTable(self.model), FieldPanel()
        self._units: tuple[OrganizationRow, ...] = ()
        self._people: tuple[PersonRow, ...] = ()
        self._here: frozenset[int] = frozenset()
        self._wanted: tuple[int, str] | None = None
        self._lay_out()
        self.search.textChanged.connect(self._show_units)
        self.table.row_chosen.connect(self._choose)
        self.panel.field_edited.connect(self._edit)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.table, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(left, 1)
        layout.addWidget(self.panel)

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        self.office = office

    def show_snapshot(self, snapshot: Any) -> None:
        """Read the units again; those of this meeting come first."""
        self._here = frozenset(unit.id for unit in snapshot.all_organizations)
        if self.office is not None:
            self.panel.set_read_only(self.office.read_only)
            self.office.read(_directory, self._show_directory)

    def reveal(self, unit_id: int, field: str) -> None:
        """Choose a unit and put the cursor into one of its fields."""
        self._wanted = (unit_id, field)
        self.search.clear()
        self._go_to_wanted()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        words = _("Find a unit by name, pinyin or initials")
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(words)
        self.table.setAccessibleName(_("Units"))
        self.panel.name(_("About the chosen unit"))
        self.model.retranslate(language)
        self.panel.retranslate(language)
        self._choose(self.table.chosen())

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.model.retheme(theme)
        self.panel.retheme(theme)

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        self.panel.keep_typed()

    def _show_directory(self, found: tuple[tuple[OrganizationRow, ...], tuple[PersonRow, ...]]) -> None:
        self._units, self._people = found
        self._show_units()
        self._go_to_wanted()

    def _show_units(self) -> None:
        from models.rules.search_text import matches, search_keys

        typed, rows = self.search.text(), unit_rows(self._units, self._here)
        if typed.strip():
            rows = [row for row in rows if matches(" ".join(map(search_keys, _texts(row))), typed)]
        self.model.show_rows(rows)
        if self.table.chosen() is None and rows:
            self.table.choose(rows[0].id)
        self._choose(self.table.chosen())

    def _go_to_wanted(self) -> None:
        if self._wanted is not None and self.model.place_of(self._wanted[0]) is not None:
            self.table.choose(self._wanted[0])

    def _choose(self, row: UnitRow | None) -> None:
        if row is None:
            self.panel.clear()
        elif self.office is not None:
            self.office.read(partial(_values, unit_id=row.id), self._show_values, lambda _error: self.panel.clear())

    def _show_values(self, values: Mapping[str, Any]) -> None:
        chosen = self.table.chosen()
        if chosen is None or chosen.id != values["id"]:
            return
        title, subtitle = self._names(values["name_zh"], values["name_en"])
        self.panel.show_record(chosen.id, title, subtitle, sections(self._units, self._people), values)
        if self._wanted is not None and self._wanted[0] == chosen.id:
            self.panel.focus_field(self._wanted[1] or "name")
            self._wanted = None

    def _names(self, zh: str, en: str) -> tuple[str, str]:
        """The name in the language of the window, and the other one."""
        own, other = (en, zh) if self.language == "en" else (zh, en)
        return (own, other) if own else (other or translator(self.language).gettext("Unit without a name"), "")

    def _edit(self, unit_id: int, field: str, before: Any, after: Any) -> None:
        if self.office is None:
            return
        name = next((row.unit.name.pick(self.language) for row in self.model.rows() if row.id == unit_id), "")
        work = partial(_store, unit_id=unit_id, field=field, before=before, after=after)
        self.office.change(
            "edit_organization",
            work,
            failed=lambda _error: self.panel.give_back(field, after, row_id=unit_id),
            name=name,
            field=field,
        )

    def _open_menu(self, place: Any) -> None:
        row = self.table.chosen()
        if row is None or self.office is None or self.office.read_only:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete = QAction(translator(self.language).gettext("Delete this unit"), menu)
        delete.triggered.connect(lambda: self._delete(row))
        menu.addAction(delete)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _delete(self, row: UnitRow) -> None:
        from models.actions.edit_organization import delete_organization

        if self.office is not None:
            work = partial(delete_organization, organization_id=row.id)
            self.office.change("delete_organization", work, name=row.unit.name.pick(self.language))


def _texts(row: UnitRow) -> tuple[str, ...]:
    unit = row.unit
    return tuple(filter(None, (unit.name.zh, unit.name.en, unit.short_name.zh, unit.short_name.en, *unit.aliases)))


def _directory(session: Session) -> tuple[tuple[OrganizationRow, ...], tuple[PersonRow, ...]]:
    """Runs in the reader's thread."""
    from models.store.directory import list_organizations, list_people

    return list_organizations(session), list_people(session)


def _values(session: Session, *, unit_id: int) -> dict[str, Any]:
    """Runs in the reader's thread."""
    from models.actions.edit_organization import aliases_of
    from models.actions.record_values import record_values

    return record_values(session, "organization", unit_id) | {"aliases": "\n".join(aliases_of(session, unit_id))}


def _store(session: Session, *, unit_id: int, field: str, before: Any, after: Any) -> None:
    """Runs in the writer's thread."""
    from models.actions.edit_organization import set_aliases
    from models.actions.edit_record import set_fields

    if field == "aliases":
        set_aliases(session, unit_id, aliases=str(after).splitlines())
    else:
        set_fields(session, "organization", unit_id, {field: after}, expected={field: before})
