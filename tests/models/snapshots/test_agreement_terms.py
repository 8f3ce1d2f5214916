"""Terms and copies that follow from what is given."""

from __future__ import annotations

from datetime import date

import pytest

from models import codes
from models.snapshots.agreement_terms import Copies, Term, copies_of, days_in_force, last_day, stated_and_kept, term_of
from models.snapshots.shapes import EMPTY, Agreement, AgreementParty


def agreement(**columns: object) -> Agreement:
    """A bare agreement."""
    defaults: dict[str, object] = {
        "id": 1,
        "key": "framework",
        "number": "",
        "template": "",
        "tier": codes.AgreementTier.FRAMEWORK,
        "title": EMPTY,
        "language": codes.AgreementLanguage.ZH,
        "prevailing_language": "zh",
        "status": codes.AgreementStatus.DRAFT,
        "confidentiality": codes.Confidentiality.NORMAL,
        "signed_at": EMPTY,
    }
    unknown = ("signed_on", "starts_on", "ends_on", "term_years", "originals", "duplicates", "filing_copies")
    return Agreement(**dict.fromkeys(unknown) | defaults | columns)


def parties(*originals: int | None, witness: bool = False) -> tuple[AgreementParty, ...]:
    """Parties that keep so many originals; perhaps a witness who keeps one."""
    kept = tuple(AgreementParty(None, originals=number) for number in originals)
    return kept + (AgreementParty(None, is_witness=True, originals=1),) * witness


@pytest.mark.parametrize(
    ("given", "term"),
    [
        ((None, None, None), Term(None, None, None)),
        ((date(2024, 5, 20), None, 3), Term(date(2024, 5, 20), date(2027, 5, 19), 3)),
        ((date(2024, 2, 29), None, 1), Term(date(2024, 2, 29), date(2025, 2, 28), 1)),
        ((date(2024, 5, 20), date(2027, 5, 19), None), Term(date(2024, 5, 20), date(2027, 5, 19), 3)),
        ((date(2024, 5, 20), date(2027, 5, 20), None), Term(date(2024, 5, 20), date(2027, 5, 20), 3)),
        ((date(2024, 1, 1), date(2026, 12, 31), None), Term(date(2024, 1, 1), date(2026, 12, 31), 3)),
        ((date(2024, 1, 1), date(2024, 6, 30), None), Term(date(2024, 1, 1), date(2024, 6, 30), None)),
        ((date(2024, 5, 20), date(2026, 1, 1), 3), Term(date(2024, 5, 20), date(2026, 1, 1), 3)),
    ],
)
def test_term_of(given: tuple[date | None, date | None, int | None], term: Term) -> None:
    starts_on, ends_on, term_years = given
    assert term_of(agreement(starts_on=starts_on, ends_on=ends_on, term_years=term_years)) == term


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ((codes.AgreementStatus.SIGNED, None, None, 3), (date(2024, 5, 20), date(2027, 5, 19))),
        ((codes.AgreementStatus.ARCHIVED, date(2024, 6, 1), None, 3), (date(2024, 6, 1), date(2027, 5, 31))),
        ((codes.AgreementStatus.SIGNED, None, date(2025, 1, 1), 3), (None, date(2025, 1, 1))),
        ((codes.AgreementStatus.SIGNED, None, None, None), (None, None)),
        ((codes.AgreementStatus.FINAL, None, None, 3), (None, None)),  # the day of signing is no more than planned
        ((codes.AgreementStatus.DRAFT, date(2024, 6, 1), None, 3), (date(2024, 6, 1), date(2027, 5, 31))),
    ],
)
def test_days_in_force(
    given: tuple[codes.AgreementStatus, date | None, date | None, int | None], days: tuple[date | None, date | None]
) -> None:
    status, starts_on, ends_on, years = given
    known = {"starts_on": starts_on, "ends_on": ends_on, "term_years": years, "signed_on": date(2024, 5, 20)}
    assert days_in_force(agreement(status=status, **known)) == days


def test_years_without_end_end_with_the_calendar() -> None:
    first, last = date(2024, 2, 29), date(9999, 12, 30)
    assert last_day(first, None, None, 9_000) == last
    assert term_of(agreement(starts_on=first, term_years=9_000)).end == last
    assert last_day(first, None, None, 1) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("given", "copies"),
    [
        (agreement(), Copies(None, None, None, None)),
        (agreement(parties=parties(2, 2)), Copies(4, 2, None, None)),
        (agreement(parties=parties(2, 1)), Copies(3, None, None, None)),
        (agreement(parties=parties(2, 2), filing_copies=2), Copies(6, 2, None, None)),
        (agreement(originals=6, parties=parties(None, None), filing_copies=2), Copies(6, 2, None, None)),
        (agreement(originals=5, parties=parties(None, None)), Copies(5, None, None, None)),
        (agreement(originals=4, parties=parties(2, None)), Copies(4, None, None, None)),
        (agreement(originals=5, parties=parties(2, 2, witness=True)), Copies(5, 2, None, None)),
        (agreement(originals=1, filing_copies=2, parties=parties(None)), Copies(1, None, None, None)),
        (agreement(duplicates=4, parties=parties(None, None)), Copies(None, None, 4, 2)),
    ],
)
def test_copies_of(given: Agreement, copies: Copies) -> None:
    assert copies_of(given) == copies


@pytest.mark.parametrize(
    ("given", "differing"),
    [
        (agreement(originals=4, parties=parties(2, 2)), None),
        (agreement(originals=4, parties=parties(2, 1)), (4, 3)),
        (agreement(originals=4, parties=parties(2, 2), filing_copies=1), (4, 5)),
        (agreement(originals=5, parties=parties(2, 2, witness=True)), None),
        (agreement(originals=4, parties=parties(2, None)), None),
        (agreement(originals=4), None),
        (agreement(parties=parties(2, 2)), None),
    ],
)
def test_stated_and_kept(given: Agreement, differing: tuple[int, int] | None) -> None:
    assert stated_and_kept(given) == differing
