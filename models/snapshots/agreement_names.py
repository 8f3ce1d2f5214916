"""Agreements that are called the same, told apart by the units that the others do not have."""

from __future__ import annotations

from collections.abc import Sequence

from models.snapshots.shapes import Agreement, Bilingual


def units_apart(agreements: Sequence[Agreement]) -> dict[int, tuple[Bilingual, ...]]:
    """Id → the units that tell an agreement from those with its title; nothing for one whose title is its own."""
    called: dict[Bilingual, list[Agreement]] = {}
    for one in agreements:
        called.setdefault(one.title, []).append(one)
    found: dict[int, tuple[Bilingual, ...]] = {}
    for same in called.values():
        everywhere = set.intersection(*({unit_id for unit_id, _name in _units(one)} for one in same))
        for one in same if len(same) > 1 else ():
            found[one.id] = tuple(name for unit_id, name in _units(one) if unit_id not in everywhere)
    return found


def _units(agreement: Agreement) -> tuple[tuple[int, Bilingual], ...]:
    parties = (party.organization for party in agreement.parties if not party.is_witness)
    return tuple((unit.id, unit.name) for unit in parties if unit is not None)
