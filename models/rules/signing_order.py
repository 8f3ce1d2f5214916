"""The order in which agreements are signed: framework before special before project agreements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from models.codes import AgreementTier


class Signed(Protocol):
    """An agreement, stored or frozen."""

    @property
    def tier(self) -> AgreementTier:
        """What it builds on."""

    @property
    def batch_id(self) -> int | None:
        """The agreements it is signed together with."""


Agreement = TypeVar("Agreement", bound=Signed)


def signing_order(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Framework, special, project; within a tier as they stand, those of one batch behind its first.

    Custom: the main agreement of the two sides first, then what carries it out, enterprises in turn.
    """
    rows = list(agreements)
    tiers = list(AgreementTier)
    first: dict[tuple[int, int], int] = {}
    ranks = []
    for place, row in enumerate(rows):
        tier = tiers.index(row.tier)
        batch = place if row.batch_id is None else first.setdefault((tier, row.batch_id), place)
        ranks.append((tier, batch, place))
    return tuple(rows[place] for _tier, _batch, place in sorted(ranks))


def counted_tiers(agreements: Iterable[Agreement]) -> dict[AgreementTier, int]:
    """How many agreements of each tier, in the order of signing."""
    given = [row.tier for row in agreements]
    return {tier: given.count(tier) for tier in AgreementTier if tier in given}
