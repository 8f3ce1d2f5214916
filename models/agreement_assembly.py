"""The text of an agreement made ready to be kept: assembled, with what it printed and what it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from models.snapshots import shape_json
from models.snapshots.shapes import Agreement, Clause, Person, PersonName, Revision

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Assembled:
    """What a revision keeps.

    `halves`: language → the blocks as JSON. `hashes`: language of a paper ("zh", "en", "zh-en") → its content hash.
    `agreement`: the agreement as it stood, as JSON, with nothing of its people but their names. `facts`: see
    `agreement_drift`. `terms`: its clauses as they stood.
    """

    key: str
    language: str
    content_hash: str
    halves: Mapping[str, dict[str, object]]
    hashes: Mapping[str, str]
    agreement: Mapping[str, object]
    facts: Mapping[str, object] = field(default_factory=dict)
    terms: Mapping[str, object] = field(default_factory=dict)

    def blocks(self) -> dict[str, object]:
        """What is stored as the revision's blocks."""
        halves = {language: dict(half) for language, half in self.halves.items()}
        return {
            "format": FORMAT,
            "halves": halves,
            "hashes": dict(self.hashes),
            "agreement": dict(self.agreement),
        }


def frozen_half(revision: Revision, language: str) -> Mapping[str, object] | None:
    """The blocks that a revision keeps in a language, as JSON; None where it keeps none."""
    halves = revision.blocks.get("halves")
    half = halves.get(language) if isinstance(halves, Mapping) else None
    return half if isinstance(half, Mapping) else None


def frozen_hashes(revision: Revision) -> frozenset[str]:
    """The content hashes of the papers that say what the revision says."""
    hashes = revision.blocks.get("hashes")
    return frozenset(map(str, hashes.values())) if isinstance(hashes, Mapping) else frozenset({revision.content_hash})


def frozen_agreement(revision: Revision) -> Agreement | None:
    """The agreement as it stood when the revision was made, without clauses and revisions."""
    packed = revision.blocks.get("agreement")
    return shape_json.from_json(Agreement, packed) if isinstance(packed, Mapping) else None


def packed_agreement(agreement: Agreement) -> dict[str, object]:
    """The agreement as JSON: parties, copies, dates; of people the names alone, so that no number outlives its term."""
    parties = tuple(
        replace(party, signatory=_named(party.signatory), liaison=_named(party.liaison), liaison_phone="")
        for party in agreement.parties
    )
    bare = replace(agreement, parties=parties, clauses=(), revisions=(), checklist=(), approvals=(), attachments=())
    return shape_json.to_json(replace(bare, frozen=None))


def packed_terms(clauses: tuple[Clause, ...]) -> dict[str, object]:
    """The clauses as JSON."""
    return {"clauses": [shape_json.to_json(clause) for clause in clauses]}


def clauses_of(terms: Mapping[str, object]) -> tuple[Clause, ...]:
    """The clauses that `packed_terms` packed."""
    packed = terms.get("clauses")
    return tuple(shape_json.from_json(Clause, clause) for clause in packed) if isinstance(packed, list) else ()


def _named(person: Person | None) -> Person | None:
    return None if person is None else Person(person.id, PersonName(person.name.zh, person.name.en))
