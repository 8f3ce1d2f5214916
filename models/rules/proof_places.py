"""What a second person must find right before papers are printed (校核): names, titles and units, fact by fact.

A fact is known by its place ("people/12/title_zh") and the hash of its words: a tick holds as long as both stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from models.codes import Reply
from models.snapshots.shapes import (
    Agreement,
    AgreementParty,
    Attendee,
    Bilingual,
    MeetingSnapshot,
    Organization,
    Person,
    Plaque,
    ProofTick,
)


class ProofField(StrEnum):
    """What a fact is of its subject."""

    NAME = "name"
    UNIT = "unit"
    TITLE = "title"
    SUBSTITUTE = "substitute"
    SIGNATORY = "signatory"
    PLACE = "place"


class SubjectKind(StrEnum):
    """What facts are about."""

    MEETING = "meeting"
    PERSON = "person"
    UNIT = "unit"
    AGREEMENT = "agreement"
    PARTY = "party"
    PLAQUE = "plaque"


@dataclass(frozen=True, slots=True)
class ProofFact:
    """Words at a place; `proposed`: an English spelling that only pinyin suggests."""

    place: str
    field: ProofField
    words: str
    proposed: bool = False

    @property
    def value_hash(self) -> str:
        """SHA-256 of the words."""
        return proof_hash(self.words)


@dataclass(frozen=True, slots=True)
class ProofSubject:
    """A person, unit, agreement … with its facts; `id` is the row's, of an agreement's party too."""

    kind: SubjectKind
    id: int
    facts: tuple[ProofFact, ...]


def proof_hash(words: str) -> str:
    """The hash a tick keeps: of the words to the last character, so that 侯 for 候 is a change."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def proof_subjects(snapshot: MeetingSnapshot) -> tuple[ProofSubject, ...]:
    """Everything to be checked, in the order of the meeting; English only where the meeting needs it."""
    english = snapshot.meeting.needs_english
    found = (
        _meeting(snapshot, english),
        *(_person(one, english) for one in snapshot.attendees if one.reply is not Reply.DECLINED),
        *(_unit(one, english) for one in _named_units(snapshot)),
        *(subject for one in snapshot.agreements for subject in _agreement(one, english)),
        *(_plaque(one, english) for one in snapshot.plaques),
    )
    return tuple(subject for subject in found if subject.facts)


def proof_facts(snapshot: MeetingSnapshot) -> tuple[ProofFact, ...]:
    """The facts of all subjects."""
    return tuple(fact for subject in proof_subjects(snapshot) for fact in subject.facts)


def valid_ticks(snapshot: MeetingSnapshot) -> Mapping[str, ProofTick]:
    """The ticks that still hold, by place."""
    hashes = {fact.place: fact.value_hash for fact in proof_facts(snapshot)}
    return {tick.place: tick for tick in snapshot.proof_ticks if hashes.get(tick.place) == tick.value_hash}


def void_ticks(snapshot: MeetingSnapshot) -> tuple[ProofTick, ...]:
    """The ticks of facts that have changed since, or are gone."""
    valid = valid_ticks(snapshot)
    return tuple(tick for tick in snapshot.proof_ticks if valid.get(tick.place) is not tick)


def _facts(place: str, field: ProofField, words: Bilingual, english: bool, proposed: bool = False) -> list[ProofFact]:
    found = [ProofFact(f"{place}_zh", field, words.zh)]
    if english:
        found.append(ProofFact(f"{place}_en", field, words.en, proposed))
    return [fact for fact in found if fact.words]


def _names(place: str, field: ProofField, person: Person, english: bool) -> list[ProofFact]:
    """The name in Chinese and English; somebody without a Chinese name is checked by the English one."""
    name = person.name
    return _facts(place, field, Bilingual(name.zh, name.en), english or not name.zh, name.en_proposed)


def _meeting(snapshot: MeetingSnapshot, english: bool) -> ProofSubject:
    meeting = snapshot.meeting
    facts = [
        *_facts("meeting/title", ProofField.TITLE, meeting.title, english),
        *_facts("meeting/venue", ProofField.PLACE, meeting.venue, english),
    ]
    return ProofSubject(SubjectKind.MEETING, meeting.id, tuple(facts))


def _person(one: Attendee, english: bool) -> ProofSubject:
    place = f"people/{one.id}"
    facts = [
        *_names(f"{place}/name", ProofField.NAME, one.person, english),
        *(
            _names(f"{place}/substitute", ProofField.SUBSTITUTE, one.substitute, english)
            if one.substitute and one.reply is Reply.SUBSTITUTE
            else ()
        ),
        *_facts(f"{place}/unit", ProofField.UNIT, one.unit, english),
        *_facts(f"{place}/title", ProofField.TITLE, one.title, english),
    ]
    return ProofSubject(SubjectKind.PERSON, one.id, tuple(facts))


def _named_units(snapshot: MeetingSnapshot) -> Iterator[Organization]:
    """The units that papers name by themselves: in a role, of a side, as a party; each once."""
    found = [one.organization for one in snapshot.organizations]
    found += [unit for side in snapshot.sides for unit in side.units]
    parties = (party for agreement in snapshot.agreements for party in agreement.parties)
    found += [party.organization for party in parties if party.organization]
    yield from {unit.id: unit for unit in found}.values()


def _unit(unit: Organization, english: bool) -> ProofSubject:
    facts = _facts(f"organizations/{unit.id}/name", ProofField.UNIT, unit.name, english)
    return ProofSubject(SubjectKind.UNIT, unit.id, tuple(facts))


def _agreement(agreement: Agreement, english: bool) -> Iterator[ProofSubject]:
    place = f"agreements/{agreement.key}"
    title = _facts(f"{place}/title", ProofField.TITLE, agreement.title, english)
    yield ProofSubject(SubjectKind.AGREEMENT, agreement.id, tuple(title))
    for party in agreement.parties:
        yield _party(f"{place}/parties/{party.id}", party, english)


def _party(place: str, party: AgreementParty, english: bool) -> ProofSubject:
    names = _names(f"{place}/signatory", ProofField.SIGNATORY, party.signatory, english) if party.signatory else []
    facts = (
        *_facts(
            f"{place}/name", ProofField.UNIT, party.organization.name if party.organization else Bilingual(), english
        ),
        *names,
        *_facts(f"{place}/capacity", ProofField.TITLE, party.capacity, english),
    )
    return ProofSubject(SubjectKind.PARTY, party.id, facts)


def _plaque(plaque: Plaque, english: bool) -> ProofSubject:
    facts = _facts(f"plaques/{plaque.id}/text", ProofField.NAME, plaque.text, english)
    return ProofSubject(SubjectKind.PLAQUE, plaque.id, tuple(facts))
