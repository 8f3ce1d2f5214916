"""What the pickers of the ceremony room offer: people, units, agenda items, rounds, agreements, bases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.ceremony.rows import Offers
from ui.widgets.picker_entries import Entry, other_names

if TYPE_CHECKING:
    from models.store.directory import OrganizationRow


class CeremonyOffers:
    """Entries made once a snapshot and language."""

    def __init__(self) -> None:
        self._snapshot: MeetingSnapshot | None = None
        self._units: Sequence[OrganizationRow] = ()
        self._made: dict[tuple[str, str], tuple[Entry, ...]] = {}

    def take(self, snapshot: MeetingSnapshot) -> None:
        """Offer what another snapshot holds."""
        self._snapshot, self._made = snapshot, {}

    def take_units(self, units: Sequence[OrganizationRow]) -> None:
        """Offer the units of the workspace."""
        self._units, self._made = units, {}

    def all(self) -> Offers:
        """The offers, asked when they are needed."""
        return Offers(self.people, self.units, self.items, self.rounds, self.agreements, self.bases)

    def people(self, language: str) -> tuple[Entry, ...]:
        """The attendees by rank."""
        return self._entries("people", language)

    def units(self, language: str) -> tuple[Entry, ...]:
        """The units of the workspace; until they are read, those of the meeting."""
        return self._entries("units", language)

    def items(self, language: str) -> tuple[Entry, ...]:
        """The agenda items in order."""
        return self._entries("items", language)

    def rounds(self, language: str) -> tuple[Entry, ...]:
        """The signing rounds in order."""
        return self._entries("rounds", language)

    def agreements(self, language: str) -> tuple[Entry, ...]:
        """The agreements in order."""
        return self._entries("agreements", language)

    def bases(self, language: str) -> tuple[Entry, ...]:
        """The joint bases of the meeting, its cooperations and its agreements."""
        return self._entries("bases", language)

    def _entries(self, what: str, language: str) -> tuple[Entry, ...]:
        if (what, language) not in self._made and self._snapshot is not None:
            self._made[what, language] = tuple(_MAKERS[what](self, self._snapshot, language))
        return self._made.get((what, language), ())

    def _make_people(self, snapshot: MeetingSnapshot, language: str) -> list[Entry]:
        return [_person(each, language) for each in snapshot.attendees]

    def _make_units(self, snapshot: MeetingSnapshot, language: str) -> list[Entry]:
        rows: Sequence[Any] = self._units or snapshot.all_organizations
        other = "en" if language == "zh" else "zh"
        return [
            Entry(
                row.id,
                row.name.pick(language),
                row.short_name.pick(language),
                other_names(row.name.pick(other), row.short_name.zh, row.short_name.en, *row.aliases),
            )
            for row in rows
        ]

    def _make_items(self, snapshot: MeetingSnapshot, language: str) -> list[Entry]:
        return [_titled(item.id, item.title.pick(language), number) for number, item in enumerate(snapshot.agenda, 1)]

    def _make_rounds(self, snapshot: MeetingSnapshot, language: str) -> list[Entry]:
        _ = translator(language).gettext
        return [
            Entry(each.id, each.title.pick(language) or _("Round {number}").format(number=number))
            for number, each in enumerate(snapshot.rounds, 1)
        ]

    def _make_agreements(self, snapshot: MeetingSnapshot, language: str) -> list[Entry]:
        return [Entry(each.id, each.title.pick(language) or each.key, each.number) for each in snapshot.agreements]

    def _make_bases(self, snapshot: MeetingSnapshot, language: str) -> list[Entry]:
        theirs = [each.bases for each in snapshot.cooperations] + [each.bases for each in snapshot.agreements]
        bases = {base.id: base for group in (snapshot.bases, *theirs) for base in group}
        return [Entry(base.id, (base.name or base.type_name).pick(language)) for base in bases.values()]


_MAKERS = {
    "people": CeremonyOffers._make_people,
    "units": CeremonyOffers._make_units,
    "items": CeremonyOffers._make_items,
    "rounds": CeremonyOffers._make_rounds,
    "agreements": CeremonyOffers._make_agreements,
    "bases": CeremonyOffers._make_bases,
}


def _person(person: Any, language: str) -> Entry:
    said = (person.unit.pick(language), person.title.pick(language))
    other = person.person.name.pick("en" if language == "zh" else "zh")
    detail = (" " if language == "zh" else ", ").join(filter(None, said))
    return Entry(person.id, person.person.name.pick(language), detail, other_names(other, *person.person.aliases))


def _titled(row_id: int, title: str, number: int) -> Entry:
    return Entry(row_id, title or str(number))
