"""What the panel of a unit asks for, and the rows of the list beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from exporters.documents.words import word
from models.codes import OrganizationKind
from resources.languages import translator
from ui.widgets.field_shapes import Field, FieldKind, FieldSection
from ui.widgets.picker_entries import Entry, other_names
from ui.widgets.row_model import Column

if TYPE_CHECKING:
    from models.store.directory import OrganizationRow, PersonRow


def N_(message: str) -> str:
    """Mark a message; it is translated where it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in the list; `here`: it has a part in the meeting shown."""

    id: int
    unit: OrganizationRow
    here: bool


def unit_rows(units: Iterable[OrganizationRow], here: frozenset[int]) -> list[UnitRow]:
    """Those of the meeting first, each in the order of entry."""
    rows = [UnitRow(unit.id, unit, unit.id in here) for unit in units]
    return sorted(rows, key=lambda row: not row.here)


COLUMNS = (
    Column("name_zh", N_("Registered name"), lambda row, _: row.unit.name.zh, flexible=True, strong=True),
    Column("name_en", N_("English name"), lambda row, _: row.unit.name.en, flexible=True),
    Column("kind", N_("Kind of unit"), lambda row, language: word(row.unit.kind, language), token=lambda _: "ink_soft"),
)


def kinds(language: str) -> Sequence[tuple[OrganizationKind, str]]:
    """What a unit may be."""
    return [(kind, word(kind, language)) for kind in OrganizationKind]


def yes_or_no(language: str) -> Sequence[tuple[bool | None, str]]:
    """Whether it is so, or nobody knows."""
    _ = translator(language).gettext
    return [(None, _("Not known")), (True, _("Yes")), (False, _("No"))]


def unit_entries(units: Sequence[OrganizationRow], language: str) -> list[Entry]:
    """Units to pick."""
    return [
        Entry(
            unit.id,
            unit.name.pick(language),
            word(unit.kind, language),
            other_names(unit.name.zh, unit.name.en, unit.short_name.zh, unit.short_name.en, *unit.aliases),
        )
        for unit in units
    ]


def person_entries(people: Sequence[PersonRow], language: str) -> list[Entry]:
    """People to pick."""
    between = ", " if language == "en" else " "
    return [
        Entry(
            person.id,
            person.name.pick(language),
            between.join(filter(None, (person.unit.pick(language), person.title.pick(language)))),
            other_names(person.name.zh, person.name.en),
        )
        for person in people
    ]


def sections(units: Sequence[OrganizationRow], people: Sequence[PersonRow]) -> tuple[FieldSection, ...]:
    """The fields of a unit."""
    names = (
        Field("name", N_("Registered name"), FieldKind.BILINGUAL_LINE),
        Field("short_name", N_("Short name"), FieldKind.BILINGUAL_LINE),
        Field("kind", N_("Kind of unit"), FieldKind.CHOICE, choices=kinds),
        Field("parent_id", N_("Parent unit"), FieldKind.PICK, entries=partial(unit_entries, units)),
        Field("aliases", N_("Also known as, one name a line"), FieldKind.TEXT),
    )
    signing = (
        Field("credit_code", N_("Unified social credit code")),
        Field("has_legal_personality", N_("Legal personality"), FieldKind.CHOICE, choices=yes_or_no),
        Field(
            "legal_representative_id",
            N_("Legal representative"),
            FieldKind.PICK,
            entries=partial(person_entries, people),
        ),
        Field("legal_representative_title", N_("Title of the legal representative"), FieldKind.BILINGUAL_LINE),
        Field("address", N_("Address"), FieldKind.BILINGUAL_LINE),
    )
    more = (
        Field("region", N_("Region"), FieldKind.BILINGUAL_LINE),
        Field("phone", N_("Phone")),
        Field("email", N_("E-mail")),
        Field("tags", N_("Marks, such as 985 or Double First-Class"), FieldKind.BILINGUAL_LINE),
        Field("profile", N_("Profile"), FieldKind.BILINGUAL_TEXT),
        Field("notes", N_("Notes"), FieldKind.TEXT),
    )
    return (
        FieldSection("", names),
        FieldSection(N_("As it signs"), signing),
        FieldSection(N_("Contact and more"), more),
    )
