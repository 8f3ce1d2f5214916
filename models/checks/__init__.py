"""Preflight: everything about a meeting that should be looked at before its papers are printed."""

from __future__ import annotations

from collections.abc import Callable

from models.checks.agenda import check_agenda
from models.checks.agreements import check_agreements
from models.checks.characters import check_characters
from models.checks.clauses import check_clauses
from models.checks.english import check_english
from models.checks.finding import SEVERITIES, Finding, Severity
from models.checks.people import check_people
from models.checks.secrecy import check_secrecy
from models.checks.units import check_units
from models.checks.visits import check_visits
from models.snapshots.shapes import MeetingSnapshot

__all__ = ["Finding", "Severity", "preflight"]

CanDraw = Callable[[str, str], bool]

_CHECKS = (
    check_secrecy,
    check_agenda,
    check_visits,
    check_people,
    check_units,
    check_agreements,
    check_clauses,
    check_english,
)


def preflight(snapshot: MeetingSnapshot, *, can_draw: CanDraw | None = None) -> tuple[Finding, ...]:
    """All findings, errors first. `can_draw(text, role)` says whether the fonts have every character of a text."""
    found = [finding for check in _CHECKS for finding in check(snapshot)]
    found += check_characters(snapshot, can_draw)
    unique = list(dict.fromkeys(found))
    return tuple(sorted(unique, key=lambda finding: SEVERITIES.index(finding.severity)))
