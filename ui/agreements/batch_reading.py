"""What the page of a batch reads in the reader's thread: templates, people, units, kinds of base, known names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.snapshots.shapes import Bilingual
from ui.agreements.pick_lists import read_entries

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.imports.party_table import Known
    from models.templates import AgreementTemplate
    from ui.widgets.picker_entries import Entry


@dataclass(frozen=True)
class BatchLists:
    """All of it, at one moment."""

    templates: tuple[AgreementTemplate, ...]
    people: tuple[Entry, ...]
    units: tuple[Entry, ...]
    bases: tuple[str, ...]  # names of kinds, to be suggested
    known: Known
    unit_names: dict[int, Bilingual]


def read_lists(language: str, here: frozenset[int]) -> Callable[[Session], BatchLists]:
    """Read everything; people of the meeting (`here`) come first."""

    def work(session: Session) -> BatchLists:
        from models.imports.party_table import Known, KnownPerson, KnownUnit, folded
        from models.records import BaseType
        from models.store.directory import list_organizations, list_people
        from models.template_library import all_templates

        people, units = read_entries(language, here)(session)
        types = session.query(BaseType).order_by(BaseType.position, BaseType.id).all()
        written = [
            name
            for one in types
            for name in (one.code, one.name_zh, one.name_en, *one.aliases_zh.replace("；", "、").split("、"))
        ]
        organizations = list_organizations(session)
        known = Known(
            units=tuple(
                KnownUnit(one.id, one.name, tuple(filter(None, _names(one.name, one.short_name, one.aliases))))
                for one in organizations
            ),
            people=tuple(KnownPerson(one.id, one.name, one.organization_id) for one in list_people(session)),
            bases=frozenset(folded(name) for name in written if name),
        )
        return BatchLists(
            templates=all_templates(session).readable(),
            people=people,
            units=units,
            bases=tuple((one.name_en or one.name_zh) if language == "en" else one.name_zh for one in types),
            known=known,
            unit_names={one.id: one.name for one in organizations},
        )

    return work


def _names(name: Bilingual, short: Bilingual, aliases: tuple[str, ...]) -> tuple[str, ...]:
    return (name.zh, name.en, short.zh, short.en, *aliases)
