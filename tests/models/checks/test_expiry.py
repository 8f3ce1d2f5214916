"""The end of an agreement is brought to mind in time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from models.checks.expiry import check_expiry
from models.codes import AgreementStatus
from tests import sample_snapshots as make


def found(**columns: Any) -> list[tuple[str, str, str]]:
    """What is told on 18 May 2024, 60 days ahead and back."""
    agreement = make.agreement(**{"status": AgreementStatus.SIGNED, "starts_on": None, "ends_on": None} | columns)
    findings = check_expiry(make.snapshot(agreements=(agreement,)))
    return [(one.code, one.severity, dict(one.values)["day"]) for one in findings]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"ends_on": date(2024, 5, 18)}, [("expires_soon", "warning", "2024-05-18")]),
        ({"ends_on": date(2024, 7, 17)}, [("expires_soon", "warning", "2024-07-17")]),
        ({"ends_on": date(2024, 7, 18)}, []),
        ({"ends_on": date(2024, 5, 17)}, [("has_expired", "notice", "2024-05-17")]),
        ({"ends_on": date(2024, 3, 18)}, []),
        ({"starts_on": date(2021, 6, 1), "term_years": 3}, [("expires_soon", "warning", "2024-05-31")]),
        ({"signed_on": date(2021, 6, 1), "term_years": 3}, [("expires_soon", "warning", "2024-05-31")]),
        ({"ends_on": date(2024, 5, 30), "status": AgreementStatus.FINAL}, []),
        (
            {"ends_on": date(2024, 5, 30), "status": AgreementStatus.ARCHIVED},
            [("expires_soon", "warning", "2024-05-30")],
        ),
        ({}, []),
    ],
)
def test_the_end_is_told_within_the_days_set(columns: dict[str, Any], expected: list[tuple[str, str, str]]):
    assert found(**{"signed_on": None, "term_years": None} | columns) == expected
