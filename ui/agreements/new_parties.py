"""Who is proposed as parties of a new agreement."""

from __future__ import annotations

from collections import Counter

from models.codes import AgreementTier, OrganizationKind
from models.snapshots.shapes import MeetingSnapshot, Side

PARTIES = 2


def proposed_parties(snapshot: MeetingSnapshot) -> tuple[int | None, ...]:
    """A unit of each of two sides, the host's first: the one of its framework agreements, else one that may sign."""
    signing = Counter(
        party.organization.id
        for agreement in snapshot.agreements
        for party in agreement.parties
        if agreement.tier is AgreementTier.FRAMEWORK and party.organization is not None and not party.is_witness
    )
    sides = sorted(snapshot.sides, key=lambda side: not side.is_host)
    return tuple(_unit_of(side, signing) for side in sides[:PARTIES])


def _unit_of(side: Side, signing: Counter[int]) -> int | None:
    """Party committees do not sign with universities: their government does."""
    ranked = sorted(side.units, key=lambda unit: (-signing[unit.id], unit.kind is OrganizationKind.PARTY_ORGAN))
    return ranked[0].id if ranked else None
