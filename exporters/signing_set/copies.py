"""Who keeps how many copies. Total = what each party keeps + what witnesses keep + what is filed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate

from models.errors import KnownError
from models.snapshots.agreement_terms import duplicates_kept, duplicates_stated_and_kept, originals_kept
from models.snapshots.shapes import Agreement, AgreementParty

MOST_COPIES = 200  # of one agreement; more is a slip of the keyboard


@dataclass(frozen=True, slots=True)
class Keeper:
    """Somebody who keeps copies. `party`: its number among the parties from 0, None for a witness or the files.

    `originals_after` and `duplicates_after`: how many copies the keepers before it have.
    """

    party: int | None
    keeps: AgreementParty | None  # None: the files
    originals: int
    duplicates: int
    originals_after: int = 0
    duplicates_after: int = 0


@dataclass(frozen=True, slots=True)
class Copies:
    """The keepers with their numbers. `assumed`: nothing is told, so that each party has one copy."""

    keepers: tuple[Keeper, ...]
    originals: int
    duplicates: int
    assumed: bool = False


def copies_plan(agreement: Agreement) -> Copies:
    """Who keeps which copies: the parties in order, the witnesses, the files.

    KnownError: copies_not_told (a party's number is missing, or nobody keeps an original), copies_wrong_sum,
    duplicates_wrong_sum, too_many_copies.
    """
    assumed = _nothing_told(agreement)
    originals = [_assumed(p) for p in agreement.parties] if assumed else _originals(agreement)
    duplicates = duplicates_kept(agreement)
    filed = max(agreement.filing_copies or 0, 0)
    _check(agreement, sum(originals) + filed, sum(duplicates))
    in_order = sorted(range(len(originals)), key=lambda place: agreement.parties[place].is_witness)
    numbers = iter(range(len(originals)))
    keepers = [
        Keeper(None if party.is_witness else next(numbers), party, originals[place], duplicates[place])
        for place, party in ((place, agreement.parties[place]) for place in in_order)
    ]
    return Copies(_numbered([*keepers, Keeper(None, None, filed, 0)]), sum(originals) + filed, sum(duplicates), assumed)


def _nothing_told(agreement: Agreement) -> bool:
    """Whether neither the agreement nor any party says a number of originals."""
    return agreement.originals is None and all(party.originals is None for party in agreement.parties)


def _assumed(party: AgreementParty) -> int:
    return 0 if party.is_witness else 1


def _originals(agreement: Agreement) -> list[int]:
    """What each of the agreement's parties and witnesses keeps, as its copies clause says."""
    kept = [number for number in originals_kept(agreement) if number is not None and number >= 0]
    if len(kept) < len(agreement.parties):
        raise KnownError("copies_not_told", agreement=_called(agreement))
    return kept


def _check(agreement: Agreement, originals: int, duplicates: int) -> None:
    """The numbers of the copies clause are those of the keepers."""
    title = _called(agreement)
    if agreement.parties and not originals:  # else it would be missing from the set without a word
        raise KnownError("copies_not_told", agreement=title)
    if agreement.originals is not None and agreement.originals != originals:
        raise KnownError("copies_wrong_sum", agreement=title, stated=agreement.originals, kept=originals)
    if differing := duplicates_stated_and_kept(agreement):
        raise KnownError("duplicates_wrong_sum", agreement=title, stated=differing[0], kept=differing[1])
    if originals + duplicates > MOST_COPIES:
        raise KnownError("too_many_copies", agreement=title, copies=originals + duplicates, most=MOST_COPIES)


def _numbered(keepers: list[Keeper]) -> tuple[Keeper, ...]:
    """Those who keep any, each with how many copies lie before its own."""
    before = accumulate((k.originals for k in keepers), initial=0)
    lesser = accumulate((k.duplicates for k in keepers), initial=0)
    placed = (
        replace(keeper, originals_after=first, duplicates_after=second)
        for keeper, first, second in zip(keepers, before, lesser, strict=False)
    )
    return tuple(keeper for keeper in placed if keeper.originals or keeper.duplicates)


def _called(agreement: Agreement) -> str:
    return agreement.title.pick("zh") or agreement.key
