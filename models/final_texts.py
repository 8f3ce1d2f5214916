"""A final text beside its records: what they say otherwise by now, and whether its clauses were changed since."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.agreement_assembly import clauses_of, frozen_agreement
from models.agreement_drift import Drift, drift_since
from models.codes import AgreementStatus, RevisionKind
from models.rules.agreement_steps import FINALIZED
from models.snapshots.shapes import Agreement, MeetingSnapshot, Person, Revision

# Filled in by hand on the paper, or when it is signed: a blank for it is no difference.
_BY_HAND = frozenset({"agreement.sign_date", "agreement.sign_place", "agreement.no"})


def final_revision(agreement: Agreement) -> Revision | None:
    """The frozen text of an agreement that is final, signed or archived; None for one that may still change.

    Of several the newest that was made of what the agreement says: revisions are outside undo, so that one made after
    an opening that was undone is still there. Names and facts of the records choose nothing: they may change.
    """
    if agreement.status not in FINALIZED:
        return None
    finals = [revision for revision in agreement.revisions if revision.kind is RevisionKind.FINAL]
    finals.sort(key=lambda revision: revision.number, reverse=True)
    if len(finals) < 2:
        return finals[0] if finals else None
    return next((revision for revision in finals if _is_made_of(revision, agreement)), finals[0])


def _is_made_of(revision: Revision, agreement: Agreement) -> bool:
    stood = frozen_agreement(revision)
    if stood is None or _own_words(stood) != _own_words(agreement):
        return False
    people = zip(_people(stood), _people(agreement), strict=True)
    return all(_is_same(one, other) for one, other in people) and clauses_of(revision.terms) == agreement.clauses


def _people(agreement: Agreement) -> tuple[Person | None, ...]:
    return tuple(person for party in agreement.parties for person in (party.signatory, party.liaison))


def _is_same(one: Person | None, other: Person | None) -> bool:
    """One person: also under another name, or of two records of which one is left."""
    if one is None or other is None:
        return one is other
    return one.id == other.id or one.name.zh == other.name.zh != "" or one.name.en == other.name.en != ""


def _own_words(agreement: Agreement) -> tuple[object, ...]:
    """What the agreement itself says, and nothing of the records that it names."""
    bare: dict[str, Any] = {"signatory": None, "liaison": None, "liaison_phone": "", "organization": None}
    units = tuple(party.organization and party.organization.id for party in agreement.parties)
    parties = tuple(replace(party, **bare) for party in agreement.parties)
    term = (agreement.starts_on, agreement.ends_on, agreement.term_years)
    copies = (agreement.originals, agreement.duplicates, agreement.filing_copies)
    words = (agreement.number, agreement.title, agreement.language, agreement.prevailing_language, agreement.signed_at)
    return (*words, *term, *copies, agreement.areas, agreement.variables, units, parties)


def final_drift(snapshot: MeetingSnapshot, agreement: Agreement) -> tuple[Drift, ...]:
    """What the frozen text has otherwise than the records now, one for each place; nothing where no text is frozen."""
    revision = final_revision(agreement)
    if revision is None or not revision.facts:
        return ()
    signed = agreement.status is not AgreementStatus.FINAL
    found: dict[str, Drift] = {}
    for drift in drift_since(revision.facts, snapshot, agreement):
        if not (signed and drift.name in _BY_HAND and not drift.frozen):
            found.setdefault(drift.place or drift.name, drift)
    return tuple(found.values())


def clauses_differ(agreement: Agreement) -> bool:
    """Whether the clauses are no longer those that were frozen."""
    revision = final_revision(agreement)
    return revision is not None and bool(revision.terms) and clauses_of(revision.terms) != agreement.clauses
