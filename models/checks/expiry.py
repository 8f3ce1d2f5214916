"""Signed agreements that end soon, or have ended lately: they want to be renewed, or settled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from models.checks.finding import Finding, notice, said, warning
from models.snapshots.agreement_terms import SETTLED, days_in_force
from models.snapshots.shapes import Bilingual, MeetingSnapshot


def check_expiry(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """Within as many days as the office has set, ahead and back, from the day of the snapshot."""
    today, span = snapshot.taken_at.date(), timedelta(days=snapshot.expiry_days)
    for one in snapshot.agreements:
        day = days_in_force(one)[1]
        if one.status not in SETTLED or day is None or abs(day - today) > span:
            continue
        title, place = said(one.title or Bilingual(one.key)), f"agreements/{one.key}/archive"
        if day < today:
            yield notice("has_expired", place, agreement=title, day=day.isoformat())
        else:
            yield warning("expires_soon", place, agreement=title, day=day.isoformat())
