"""What follows from an agreement's own figures: its term, and how many copies there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from models.codes import AgreementStatus
from models.snapshots.shapes import Agreement, AgreementParty

SETTLED = (AgreementStatus.SIGNED, AgreementStatus.ARCHIVED)  # the day of signing is no longer a plan


@dataclass(frozen=True, slots=True)
class Term:
    """From the first to the last day; years as a whole number."""

    start: date | None
    end: date | None
    years: int | None


@dataclass(frozen=True, slots=True)
class Copies:
    """How many originals and duplicates in all, and for each party where all keep as many."""

    originals: int | None
    originals_each: int | None
    duplicates: int | None
    duplicates_each: int | None


def term_of(agreement: Agreement) -> Term:
    """The term; its third figure is worked out where two are known (three years from 20 May end on 19 May)."""
    start, end, years = agreement.starts_on, agreement.ends_on, agreement.term_years
    if start and end is None and years:
        end = _years_later(start, years) - timedelta(days=1)
    elif start and end and years is None:
        years = _whole_years(start, end)
    return Term(start, end, years)


def last_day(starts_on: date | None, signed_on: date | None, ends_on: date | None, years: int | None) -> date | None:
    """The last day of an agreement in force; its years count from the signing where no day of beginning is told."""
    start = starts_on or signed_on
    if ends_on is not None or start is None or not years:
        return ends_on
    return _years_later(start, years) - timedelta(days=1)


def days_in_force(agreement: Agreement) -> tuple[date | None, date | None]:
    """From when and until when it is in force: where its years alone are told, they count from the signing."""
    signed = agreement.signed_on if agreement.status in SETTLED else None
    first, last, years = agreement.starts_on, agreement.ends_on, agreement.term_years
    return first or (signed if years and last is None else None), last_day(first, signed, last, years)


def copies_of(agreement: Agreement) -> Copies:
    """The copies; the total is worked out from the parties' numbers where it is not given, and the other way round."""
    parties = [party for party in agreement.parties if not party.is_witness]
    filing = agreement.filing_copies or 0
    kept = [party.originals for party in agreement.parties]
    duplicates = [party.duplicates for party in agreement.parties]
    return Copies(
        agreement.originals if agreement.originals is not None else _sum(kept, filing),
        _each((party.originals for party in parties), kept, agreement.originals, filing),
        agreement.duplicates if agreement.duplicates is not None else _sum(duplicates, 0),
        _each((party.duplicates for party in parties), duplicates, agreement.duplicates, 0),
    )


def stated_and_kept(agreement: Agreement) -> tuple[int, int] | None:
    """The originals as stated and as the sum of what everybody keeps, where all numbers are known and they differ."""
    numbers = [party.originals for party in agreement.parties]
    if agreement.originals is None or any(
        party.originals is None and not party.is_witness for party in agreement.parties
    ):
        return None
    kept = _sum(numbers, agreement.filing_copies or 0)
    return None if kept is None or kept == agreement.originals else (agreement.originals, kept)


def originals_kept(agreement: Agreement) -> tuple[int | None, ...]:
    """The originals each party and witness keeps: its own number; an even share where nobody has one; else a witness
    keeps none, and of a party it is not known.
    """
    untold = all(party.originals is None for party in agreement.parties)
    share = copies_of(agreement).originals_each if untold else None
    return tuple(_kept(party, untold=untold, share=share) for party in agreement.parties)


def _kept(party: AgreementParty, *, untold: bool, share: int | None) -> int | None:
    if party.originals is not None:
        return party.originals
    return share if untold else 0 if party.is_witness else None


def duplicates_kept(agreement: Agreement) -> tuple[int, ...]:
    """The duplicates each party and witness keeps: its own number; an even share where nobody has one; else none."""
    untold = all(party.duplicates is None for party in agreement.parties)
    share = copies_of(agreement).duplicates_each if untold else None
    kept = (share or 0 if party.duplicates is None else party.duplicates for party in agreement.parties)
    return tuple(max(number, 0) for number in kept)


def duplicates_stated_and_kept(agreement: Agreement) -> tuple[int, int] | None:
    """The duplicates as stated and as the sum of what everybody keeps, where they differ."""
    kept = sum(duplicates_kept(agreement))
    return None if agreement.duplicates in (None, kept) else (agreement.duplicates or 0, kept)


def _sum(numbers: list[int | None], filing: int) -> int | None:
    """The sum, where somebody's number is known at all."""
    known = [number for number in numbers if number is not None]
    return sum(known) + filing if known else None


def _each(parties: Iterable[int | None], kept: list[int | None], total: int | None, filing: int) -> int | None:
    """What each party keeps: the same number for all; or, where nobody has one, an even share of the total."""
    given = set(parties)
    if len(given) == 1 and None not in given:
        return given.pop()
    share = (total or 0) - filing
    if not given or set(kept) != {None} or share <= 0 or share % len(kept):
        return None
    return share // len(kept)


def _years_later(day: date, years: int) -> date:
    """The same day of a later year; 1 March for 29 February. The last day there is, where calendars end."""
    if not 1 <= day.year + years <= MAXYEAR:
        return date.max
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _whole_years(start: date, end: date) -> int | None:
    """The years between, where they are whole (the last day is the day before, or the same day)."""
    for years in (end.year - start.year, end.year - start.year + 1):
        anniversary = _years_later(start, years)
        if years > 0 and end in (anniversary, anniversary - timedelta(days=1)):
            return years
    return None
