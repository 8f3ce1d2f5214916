"""What the texts of several agreements lack, each fact once: what is true of one unit, or of all alike, is one row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.agreement_blocks import lacking_facts
from models.agreement_facts import FactKind, FactPlace, MissingFact
from models.snapshots.shapes import Agreement, AgreementParty, Bilingual, MeetingSnapshot

Key = tuple[object, ...]
_NUMBER = "agreement.no"  # no two agreements have the same
_OF_UNIT = ("organization", "agreement_party")


@dataclass(frozen=True, slots=True)
class SharedFact:
    """A fact that agreements wait for. `about` is the unit it is a fact of, if it is one of a unit."""

    key: Key  # the same while it is missing
    fact: MissingFact  # as the first of the agreements asks for it
    about: Bilingual | None
    needed_by: tuple[int, ...]  # ids of the agreements
    places: tuple[tuple[int, FactPlace], ...]  # where it is stored, each place once, with its agreement

    @property
    def name(self) -> str:
        """The name of the fact in the text, without its form."""
        return self.fact.name

    @property
    def kind(self) -> FactKind | None:
        """How it is entered; None where it follows from something else."""
        return self.fact.place.kind if self.fact.place else None

    @property
    def can_be_entered(self) -> bool:
        """Whether a value typed here answers it."""
        return self.kind not in (None, FactKind.CHOICE)


def shared_facts(
    snapshot: MeetingSnapshot, agreement_ids: Iterable[int], *, together: bool = True
) -> tuple[SharedFact, ...]:
    """All that the agreements lack, in the order of the text, the facts of one name side by side.

    `together`: what every agreement is asked for itself (its term, the court) is asked for once and goes into each.
    """
    wanted = set(agreement_ids)
    found: dict[Key, SharedFact] = {}
    for agreement in snapshot.agreements:
        if agreement.id in wanted:
            for fact in lacking_facts(snapshot, agreement):
                _note(found, agreement, fact, together)
    order = {name: place for place, name in enumerate(dict.fromkeys(one.name for one in found.values()))}
    return tuple(sorted(found.values(), key=lambda one: order[one.name]))


def _note(found: dict[Key, SharedFact], agreement: Agreement, fact: MissingFact, together: bool) -> None:
    party = _party_of(agreement, fact.place)
    key = _key(agreement, fact, party, together)
    places = ((agreement.id, fact.place),) if fact.place is not None else ()
    before = found.get(key)
    if before is None:
        about = party.organization.name if party is not None and party.organization is not None else None
        found[key] = SharedFact(key, fact, about, (agreement.id,), places)
        return
    known = {_stored_at(place) for _agreement, place in before.places}
    languages = tuple(dict.fromkeys((*before.fact.languages, *fact.languages)))
    found[key] = SharedFact(
        key,
        MissingFact(fact.name, languages, before.fact.clauses, before.fact.place),
        before.about,
        (*before.needed_by, agreement.id),
        (*before.places, *(one for one in places if _stored_at(one[1]) not in known)),
    )


def _key(agreement: Agreement, fact: MissingFact, party: AgreementParty | None, together: bool) -> Key:
    """What makes two facts one. A unit's own facts are always one; those of its part in an agreement where wished."""
    place = fact.place
    if place is None:
        return (fact.name, "" if together else agreement.id)
    if place.record == "agreement_party" and party is not None and party.organization is not None and together:
        return (fact.name, place.record, party.organization.id, place.column)
    if together and place.record not in (*_OF_UNIT, "person", "base") and fact.name != _NUMBER:
        return (fact.name, place.record, place.column)
    return (fact.name, place.record, place.row_id, place.column)


def _stored_at(place: FactPlace) -> Key:
    return place.record, place.row_id, place.column


def _party_of(agreement: Agreement, place: FactPlace | None) -> AgreementParty | None:
    """The party that a fact is about."""
    if place is None or place.record not in _OF_UNIT:
        return None
    if place.record == "agreement_party":
        return next((party for party in agreement.parties if party.id == place.row_id), None)
    units = (party for party in agreement.parties if party.organization is not None)
    return next((party for party in units if party.organization and party.organization.id == place.row_id), None)
