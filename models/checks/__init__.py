"""Preflight: everything about a meeting that should be looked at before its papers are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from models.checks.agenda import check_agenda
from models.checks.agreements import check_agreements
from models.checks.characters import check_characters
from models.checks.clauses import check_clauses
from models.checks.drafting import check_drafting
from models.checks.english import check_english
from models.checks.expiry import check_expiry
from models.checks.finding import SEVERITIES, Finding, Severity
from models.checks.lifecycle import check_lifecycle
from models.checks.people import check_people
from models.checks.secrecy import check_secrecy
from models.checks.units import check_units
from models.checks.visits import check_visits
from models.snapshots.shapes import MeetingSnapshot

__all__ = ["Finding", "Severity", "in_order", "one_by_one", "preflight"]

CanDraw = Callable[[str, str], bool]

_CHECKS = (
    check_secrecy,
    check_agenda,
    check_visits,
    check_people,
    check_units,
    check_agreements,
    check_clauses,
    check_drafting,
    check_lifecycle,
    check_expiry,
    check_english,
)


def preflight(snapshot: MeetingSnapshot, *, can_draw: CanDraw | None = None) -> tuple[Finding, ...]:
    """All findings, errors first. `can_draw(text, role)` says whether the fonts have every character of a text."""
    return in_order(finding for found in one_by_one(snapshot, can_draw=can_draw) for finding in found)


def one_by_one(snapshot: MeetingSnapshot, *, can_draw: CanDraw | None = None) -> Iterator[tuple[Finding, ...]]:
    """What each check finds, one check after the other: a window breathes in between."""
    for check in _CHECKS:
        yield tuple(check(snapshot))
    yield tuple(check_characters(snapshot, can_draw))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, errors first."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: SEVERITIES.index(finding.severity)))
