"""What stands in the ledger: each kind of row with its columns and its fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from exporters.documents.words import word
from models.codes import CooperationCategory, CooperationStatus, Level, Qualifier
from models.snapshots.shapes import Bilingual
from resources.languages import translator
from ui.units.fields import person_entries, unit_entries
from ui.widgets.field_shapes import Field, FieldKind, FieldSection
from ui.widgets.picker_entries import Entry, other_names
from ui.widgets.row_model import Column

if TYPE_CHECKING:
    from models.store.directory import OrganizationRow, PersonRow
    from models.store.ledger_records import RecordRow


def N_(message: str) -> str:
    """Mark a message; it is translated where it is shown."""
    return message


@dataclass(frozen=True)
class Directory:
    """What links may point at."""

    units: Sequence[OrganizationRow] = ()
    people: Sequence[PersonRow] = ()
    base_types: Sequence[tuple[int, Bilingual]] = ()
    _names: dict[tuple[str, int], Bilingual] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for unit in self.units:
            self._names["unit", unit.id] = unit.name
        for person in self.people:
            self._names["person", person.id] = person.name
        for id_, name in self.base_types:
            self._names["base_type", id_] = name

    def name(self, kind: str, id_: int | None, language: str) -> str:
        """What a link points at; nothing where it points at nothing."""
        return self._names.get((kind, id_ or 0), Bilingual()).pick(language)


@dataclass(frozen=True)
class Family:
    """One kind of row: its table, its heading, how a new one is called for, columns and fields."""

    kind: str
    title: str
    add: str
    columns: Callable[[Directory], tuple[Column, ...]]
    sections: Callable[[Directory], tuple[FieldSection, ...]]


def _text(name: str, row: RecordRow, language: str) -> str:
    return row.both(name).pick(language)


def _plain(name: str, row: RecordRow, _language: str) -> str:
    value = row.values[name]
    return f"{value:,.2f}".rstrip("0").rstrip(".") if isinstance(value, Decimal) else str(value or "")


def _day(name: str, row: RecordRow, _language: str) -> str:
    value = row.values[name]
    return value.isoformat() if isinstance(value, date) else ""


def _code(name: str, row: RecordRow, language: str) -> str:
    return word(row.values[name], language)


def _named(known: Directory, kind: str, name: str, row: RecordRow, language: str) -> str:
    return known.name(kind, row.values[name], language)


def _called(row: RecordRow, language: str) -> str:
    """The project's name, else its topic."""
    return row.both("name").pick(language) or row.both("topic").pick(language)


def _base_called(known: Directory, row: RecordRow, language: str) -> str:
    return row.both("name").pick(language) or known.name("base_type", row.values["base_type_id"], language)


def codes(of: type[StrEnum], language: str) -> Sequence[tuple[Any, str]]:
    """The words of a closed list."""
    return [(code, word(code, language)) for code in of]


def yes_no(language: str) -> Sequence[tuple[bool, str]]:
    """Whether it is so."""
    _ = translator(language).gettext
    return [(True, _("Yes")), (False, _("No"))]


def _choice(key: str, label: str, of: type[StrEnum]) -> Field:
    return Field(key, label, FieldKind.CHOICE, choices=partial(codes, of))


def _unit(known: Directory, key: str, label: str) -> Field:
    return Field(key, label, FieldKind.PICK, entries=partial(unit_entries, known.units))


def _line(key: str, label: str) -> Field:
    return Field(key, label, FieldKind.BILINGUAL_LINE)


def _long(key: str, label: str) -> Field:
    return Field(key, label, FieldKind.BILINGUAL_TEXT)


def _types(known: Directory, language: str) -> list[Entry]:
    return [Entry(id_, name.pick(language), "", other_names(name.zh, name.en)) for id_, name in known.base_types]


def _cooperation_columns(known: Directory) -> tuple[Column, ...]:
    return (
        Column("name", N_("Cooperation"), _called, flexible=True, strong=True),
        Column("local", N_("Local unit"), partial(_named, known, "unit", "local_organization_id"), flexible=True),
        Column("partner", N_("Partner"), partial(_named, known, "unit", "partner_organization_id"), flexible=True),
        Column("category", N_("Category"), partial(_code, "category"), yielding=True),
        Column("status", N_("Status"), partial(_code, "status")),
        Column("amount", N_("Amount (yuan)"), partial(_plain, "amount"), right=True),
        Column("due_on", N_("Due"), partial(_day, "due_on")),
    )


def _cooperation_sections(known: Directory) -> tuple[FieldSection, ...]:
    who = (
        _line("name", N_("Project name")),
        _line("topic", N_("Topic")),
        _unit(known, "local_organization_id", N_("Local unit")),
        _unit(known, "partner_organization_id", N_("Partner")),
        _line("partner_department", N_("Department of the partner")),
        _unit(known, "lead_organization_id", N_("Lead unit")),
    )
    state = (
        _choice("category", N_("Category"), CooperationCategory),
        _choice("status", N_("Status"), CooperationStatus),
        _choice("level", N_("Level"), Level),
        Field("amount", N_("Amount (yuan)"), FieldKind.NUMBER, decimals=2),
        Field("matched_on", N_("Matched on"), FieldKind.DATE),
        Field("due_on", N_("Due"), FieldKind.DATE),
    )
    texts = (
        ("content", N_("Main content")),
        ("need", N_("Problem to solve")),
        ("expertise", N_("Expertise")),
        ("support", N_("Support by the partner")),
        ("targets", N_("Targets")),
        ("progress", N_("Progress")),
        ("problems", N_("Problems")),
        ("next_step", N_("Next step")),
    )
    rest = (Field("evidence", N_("Evidence")), _line("unresolved", N_("Left open")), _long("remarks", N_("Remarks")))
    return (
        FieldSection("", who),
        FieldSection(N_("State"), state),
        FieldSection(N_("Content"), tuple(_long(key, label) for key, label in texts)),
        FieldSection(N_("More"), rest),
    )


def _follow_up_columns(_known: Directory) -> tuple[Column, ...]:
    return (
        Column("happened_on", N_("Date"), partial(_day, "happened_on")),
        Column("status", N_("Status"), partial(_code, "status")),
        Column("text", N_("What happened"), partial(_text, "text"), flexible=True),
        Column("author", N_("Entered by"), partial(_plain, "author"), yielding=True),
    )


def _follow_up_sections(_known: Directory) -> tuple[FieldSection, ...]:
    fields = (
        Field("happened_on", N_("Date"), FieldKind.DATE),
        _choice("status", N_("Status"), CooperationStatus),
        _long("text", N_("What happened")),
        Field("author", N_("Entered by")),
        Field("evidence", N_("Evidence")),
    )
    return (FieldSection("", fields),)


def _outcome_columns(_known: Directory) -> tuple[Column, ...]:
    return (
        Column("metric", N_("Indicator"), partial(_text, "metric"), flexible=True),
        Column("value", N_("Value"), partial(_plain, "value"), right=True),
        Column("unit", N_("Unit of measure"), partial(_text, "unit")),
        Column("as_of", N_("As of"), partial(_day, "as_of")),
    )


def _outcome_sections(_known: Directory) -> tuple[FieldSection, ...]:
    fields = (
        _line("metric", N_("Indicator")),
        Field("value", N_("Value"), FieldKind.NUMBER, decimals=2),
        _choice("qualifier", N_("Exact or about"), Qualifier),
        _line("unit", N_("Unit of measure")),
        _choice("level", N_("Level"), Level),
        Field("as_of", N_("As of"), FieldKind.DATE),
    )
    return (FieldSection("", fields),)


def _base_columns(known: Directory) -> tuple[Column, ...]:
    return (
        Column("name", N_("Joint base"), partial(_base_called, known), flexible=True),
        Column("level", N_("Level"), partial(_code, "level"), yielding=True),
        Column("partner", N_("Partner"), partial(_named, known, "unit", "partner_organization_id"), flexible=True),
        Column("established_on", N_("Established on"), partial(_day, "established_on")),
    )


def _base_sections(known: Directory) -> tuple[FieldSection, ...]:
    fields = (
        Field("base_type_id", N_("Kind of base"), FieldKind.PICK, entries=partial(_types, known)),
        _line("name", N_("Name, where it has one of its own")),
        _choice("level", N_("Level"), Level),
        _unit(known, "partner_organization_id", N_("Partner")),
        _unit(known, "local_organization_id", N_("Local unit")),
        Field("established", N_("Established"), FieldKind.CHOICE, choices=yes_no),
        Field("established_on", N_("Established on"), FieldKind.DATE),
        Field("annual_quota", N_("Yearly quota"), FieldKind.NUMBER),
        _long("remarks", N_("Remarks")),
    )
    return (FieldSection("", fields),)


def _responsible_columns(known: Directory) -> tuple[Column, ...]:
    return (
        Column("person", N_("Person"), partial(_named, known, "person", "person_id")),
        Column("unit", N_("Organization"), partial(_named, known, "unit", "organization_id"), flexible=True),
        Column("role", N_("Role"), partial(_text, "role"), flexible=True),
    )


def _responsible_sections(known: Directory) -> tuple[FieldSection, ...]:
    fields = (
        Field("person_id", N_("Person"), FieldKind.PICK, entries=partial(person_entries, known.people)),
        _unit(known, "organization_id", N_("Organization")),
        _line("role", N_("Role")),
    )
    return (FieldSection("", fields),)


COOPERATIONS = Family(
    "cooperation", N_("Cooperations"), N_("Add a cooperation"), _cooperation_columns, _cooperation_sections
)
PARTS = (
    Family("follow_up", N_("Follow-ups"), N_("Add a follow-up"), _follow_up_columns, _follow_up_sections),
    Family("outcome", N_("Outcomes"), N_("Add an outcome"), _outcome_columns, _outcome_sections),
    Family("base", N_("Joint bases"), N_("Add a joint base"), _base_columns, _base_sections),
    Family(
        "cooperation_responsible",
        N_("Responsible"),
        N_("Add somebody responsible"),
        _responsible_columns,
        _responsible_sections,
    ),
)
