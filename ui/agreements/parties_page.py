"""The parties of an agreement in the order 甲乙丙: units, who signs in which capacity, whom to ask, copies kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.snapshots.agreement_values import WITNESS_LABEL, is_college, party_label
from models.snapshots.shapes import Agreement, AgreementParty
from resources.languages import translator
from ui.agreements.rows import N_
from ui.agreements.short_table import ShortTable
from ui.theme import Theme
from ui.widgets.edit_model import CellEdit
from ui.widgets.field_panel import Field, FieldKind, FieldPanel, FieldSection
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.link_button import LinkButton
from ui.widgets.picker_entries import Entry
from ui.widgets.row_model import Column, EditorKind

LINKS = ("organization_id", "signatory_id", "liaison_id")
CREATE = N_("Create “{text}”")


@dataclass(frozen=True)
class PartyRow:
    """A party with what it is called in the text."""

    id: int
    label: tuple[str, str]  # Chinese, English
    party: AgreementParty


def party_rows(agreement: Agreement) -> list[PartyRow]:
    """In order; witnesses keep their place and are called so."""
    rows, place = [], 0
    for party in agreement.parties:
        label = WITNESS_LABEL if party.is_witness else party_label(place)
        place += not party.is_witness
        rows.append(PartyRow(party.id, (label.zh, label.en), party))
    return rows


def _label(row: PartyRow, language: str) -> str:
    return row.label[language == "en"]


def _unit(row: PartyRow, language: str) -> str:
    unit = row.party.organization
    return unit.name.pick(language) if unit else ""


def _signatory(row: PartyRow, language: str) -> str:
    person = row.party.signatory
    return person.name.pick(language) if person else ""


COLUMNS = (
    Column("label", N_("Party"), _label, token=lambda _: "ink_soft", handle=True),
    Column("unit", N_("Unit"), _unit, flexible=True, strong=True),
    Column("signatory", N_("Signatory"), _signatory, yielding=True),
    Column(
        "originals",
        N_("Originals"),
        lambda row, _: "" if row.party.originals is None else str(row.party.originals),
        right=True,
        value=lambda row, _: row.party.originals,
        editor=EditorKind.NUMBER,
    ),
)


_DEPARTMENT = Field("department", N_("Department"), FieldKind.BILINGUAL_LINE)
_WITNESS = Field("is_witness", N_("Witnessing party, without duties"), FieldKind.FLAG)
_CAPACITY = Field("capacity", N_("Signs as"), FieldKind.BILINGUAL_LINE)
_LIAISON_DEPARTMENT = Field("liaison_department", N_("Liaison department"), FieldKind.BILINGUAL_LINE)
_PHONE = Field("liaison_phone", N_("Phone"), masked=True)
_COPIES = (
    Field("originals", N_("Originals kept"), FieldKind.NUMBER),
    Field("duplicates", N_("Duplicates kept"), FieldKind.NUMBER),
)


class PartiesPage(QWidget):
    """Shows and edits the parties of one agreement."""

    field_edited = Signal(int, str, object, object)  # party id, column, before, after
    link_edited = Signal(int, str, object)  # party id, column of LINKS, id, name to be added, or None
    witness_edited = Signal(int, bool)
    add_requested = Signal(bool)  # as a witness?
    remove_requested = Signal(object)  # ids
    move_requested = Signal(object, object)  # ids, the party before which they go or None
    unit_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self.list = ShortTable(COLUMNS)
        self.sum_line, self.note = QLabel(), QLabel()
        self.add_button, self.witness_button, self.remove_button = QPushButton(), QPushButton(), QPushButton()
        self.unit_button, self.panel = LinkButton(), FieldPanel()
        self.people: tuple[Entry, ...] = ()
        self.units: tuple[Entry, ...] = ()
        self._agreement: Agreement | None = None
        self._read_only = False
        self._wanted: str | int | None = None  # a field to enter once the party is here
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.panel.setMinimumWidth(280)
        self.panel.setMaximumWidth(16_777_215)
        self.sum_line.setProperty("role", "soft")
        self.note.setProperty("role", "note")
        for label in (self.sum_line, self.note):
            label.setWordWrap(True)
        self.note.hide()
        buttons = QHBoxLayout()
        for button in (self.add_button, self.witness_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.panel.add_widget(self.unit_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.note, self.list, self.sum_line):
            layout.addWidget(part)
        layout.addLayout(buttons)
        layout.addWidget(self.panel, 1)

    def _connect(self) -> None:
        self.list.table.row_chosen.connect(lambda row: self._show_party(row))
        self.list.table.rows_moved.connect(self.move_requested)
        self.list.table.rows_deleted.connect(self.remove_requested)
        self.list.table.cells_edited.connect(self._cells_edited)
        self.panel.field_edited.connect(self._field_edited)
        self.panel.create_requested.connect(lambda row, column, text: self.link_edited.emit(row, column, text))
        self.add_button.clicked.connect(lambda: self.add_requested.emit(False))
        self.witness_button.clicked.connect(lambda: self.add_requested.emit(True))
        self.remove_button.clicked.connect(self._remove)
        self.unit_button.clicked.connect(self._open_unit)

    # what is shown

    def show_agreement(self, agreement: Agreement, language: str) -> None:
        """Show an agreement; the chosen party and what is being typed stay."""
        self._agreement, self.language = agreement, language
        rows = party_rows(agreement)
        self.list.show_rows(rows)
        if rows and self.list.table.chosen() is None:
            self.list.table.choose(rows[0].id)
        self._show_party(self.list.table.chosen())
        self.sum_line.setText(copies_words(agreement, language))
        self.sum_line.setVisible(bool(self.sum_line.text()))
        if isinstance(self._wanted, int) and self.list.model.place_of(self._wanted) is not None:
            wanted, self._wanted = self._wanted, None
            self.list.table.choose(wanted)
            self.panel.focus_field("organization_id")

    def expect(self, party_id: int) -> None:
        """A party was just added: choose it when it comes, and ask for its unit."""
        self._wanted = party_id
        if self._agreement is not None:
            self.show_agreement(self._agreement, self.language)

    def show_note(self, words: str) -> None:
        """What the checks say about the parties."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def offer(self, people: Sequence[Entry], units: Sequence[Entry]) -> None:
        """Whom and what there is to pick."""
        self.people, self.units = tuple(people), tuple(units)
        self._show_party(self.list.table.chosen())

    def reveal(self, number: int, column: str) -> None:
        """Choose the party with a number, from 1 (witnesses count after the parties), and enter a field."""
        rows = sorted(self.list.model.rows(), key=lambda row: row.party.is_witness)
        if 0 < number <= len(rows):
            self.list.table.choose(rows[number - 1].id)
            self.panel.focus_field(column or "organization_id")

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be edited."""
        self._read_only = read_only
        self.list.model.set_read_only(read_only)
        self.panel.set_read_only(read_only)
        for button in (self.add_button, self.witness_button, self.remove_button):
            button.setEnabled(not read_only)

    def keep_typed(self) -> None:
        """Tell what is typed and not told yet."""
        self.panel.keep_typed()
        self.list.table.keep_typed()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        for button, words in (
            (self.add_button, _("Party")),
            (self.witness_button, _("Witnessing party")),
            (self.remove_button, _("Remove")),
        ):
            button.setText(ICON_GAP + words)
            button.setAccessibleName(words)
        self.unit_button.say(_("Registered name, credit code and address of the unit…"))
        self.panel.retranslate(language)
        self.panel.name(_("The chosen party"))
        self.list.retranslate(language, _("Parties"))
        if self._agreement is not None:
            self.show_agreement(self._agreement, language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.panel.retheme(theme)
        self.list.retheme(theme)
        self.add_button.setIcon(icon("plus", theme))
        self.witness_button.setIcon(icon("plus", theme))
        self.remove_button.setIcon(icon("trash-2", theme))

    # within

    def _show_party(self, row: PartyRow | None) -> None:
        self.remove_button.setEnabled(row is not None and not self._read_only)
        self.unit_button.setVisible(row is not None and row.party.organization is not None)
        if row is None:
            self.panel.clear()
            return
        self.panel.show_record(
            row.id, _label(row, self.language), _unit(row, self.language), self._sections(row), _values(row)
        )

    def _sections(self, row: PartyRow) -> tuple[FieldSection, ...]:
        def people(_language: str) -> Sequence[Entry]:
            return self.people

        def units(_language: str) -> Sequence[Entry]:
            return self.units

        unit = row.party.organization
        hint = N_("needed: the unit cannot sign on its own") if unit is not None and is_college(unit) else ""
        who = Field("organization_id", N_("Unit"), FieldKind.PICK, entries=units, create_words=CREATE)
        signatory = Field("signatory_id", N_("Signatory"), FieldKind.PICK, entries=people, create_words=CREATE)
        authorization = Field("authorization", N_("Authorization"), hint=hint)
        contact = Field("liaison_id", N_("Contact person"), FieldKind.PICK, entries=people, create_words=CREATE)
        return (
            FieldSection("", (who, _DEPARTMENT, _WITNESS)),
            FieldSection(N_("Signing"), (signatory, _CAPACITY, authorization)),
            FieldSection(N_("Liaison"), (_LIAISON_DEPARTMENT, contact, _PHONE)),
            FieldSection(N_("Copies"), _COPIES),
        )

    def _cells_edited(self, edits: tuple[CellEdit, ...]) -> None:
        for edit in edits:
            self.field_edited.emit(edit.row_id, edit.column_key, edit.before, edit.after)

    def _field_edited(self, row_id: int, column: str, before: Any, after: Any) -> None:
        if column in LINKS:
            self.link_edited.emit(row_id, column, after)
        elif column == "is_witness":
            self.witness_edited.emit(row_id, bool(after))
        else:
            self.field_edited.emit(row_id, column, before, after)

    def _remove(self) -> None:
        row = self.list.table.chosen()
        if row is not None:
            self.remove_requested.emit((row.id,))

    def _open_unit(self) -> None:
        row = self.list.table.chosen()
        if row is not None and row.party.organization is not None:
            self.unit_wanted.emit(row.party.organization.id)


def _values(row: PartyRow) -> dict[str, Any]:
    party = row.party
    values: dict[str, Any] = {
        "organization_id": party.organization.id if party.organization else None,
        "is_witness": party.is_witness,
        "signatory_id": party.signatory.id if party.signatory else None,
        "authorization": party.authorization,
        "liaison_id": party.liaison.id if party.liaison else None,
        "liaison_phone": party.liaison_phone,
        "originals": party.originals,
        "duplicates": party.duplicates,
    }
    for name in ("department", "capacity", "liaison_department"):
        pair = getattr(party, name)
        values |= {f"{name}_zh": pair.zh, f"{name}_en": pair.en}
    return values


def copies_words(agreement: Agreement, language: str) -> str:
    """甲方 2 + 乙方 2 + 备案 1 = 5; and whether that is the number the agreement states."""
    _ = translator(language).gettext
    kept = [(_label(row, language), row.party.originals) for row in party_rows(agreement)]
    parts = [f"{label} {count}" for label, count in kept if count is not None]
    if not parts:
        return ""
    filing = agreement.filing_copies or 0
    total = sum(count or 0 for _name, count in kept) + filing
    parts += [_("filing {count}").format(count=filing)] if filing else []
    told = _("Originals: {parts} = {total}").format(parts=" + ".join(parts), total=total)
    if agreement.originals is None or agreement.originals == total:
        return told
    return _("{told}; the agreement states {stated}").format(told=told, stated=agreement.originals)
