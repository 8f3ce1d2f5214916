"""When things end and when visitors arrive: wall-clock arithmetic, also across midnight.

The rule for a route, stop by stop: a stop is reached at its fixed time, if it has one; otherwise when the stop before
is left (for the first stop: when the route departs), plus the minutes of travel, plus the buffer (boarding, photos;
none given is none). It is left after its own minutes. Where a link of the chain is unknown, the times after it are
unknown until the next fixed one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

DAY = 24 * 60  # minutes
LONGEST = 366 * DAY  # what is typed beyond it is a slip, and would leave the calendar


@dataclass(frozen=True, slots=True)
class Leg:
    """What is planned for a stop: its fixed arrival, its minutes, and the way there."""

    arrive: time | None = None
    minutes: int | None = None
    travel_minutes: int | None = None
    buffer_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class StopTimes:
    """When a stop is reached and left; `earliest` is when the way there allows it at the earliest."""

    arrive: time | None
    leave: time | None
    earliest: time | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """From one moment to another, the end left out."""

    start: datetime
    end: datetime

    def overlaps(self, other: Period) -> bool:
        """Whether both share a moment."""
        return self.start < other.end and other.start < self.end


def later(moment: time | None, minutes: int | None) -> time | None:
    """The wall time so many minutes later, past midnight too; None where either is unknown."""
    if moment is None or minutes is None:
        return None
    return (datetime.combine(date.min, moment) + timedelta(minutes=minutes % DAY)).time()


def period(day: date | None, start: time | None, minutes: int | None) -> Period | None:
    """The period that an item takes; None where day, start or length is unknown."""
    if day is None or start is None or minutes is None:
        return None
    begins = datetime.combine(day, start)
    return Period(begins, begins + timedelta(minutes=min(minutes, LONGEST)))


def stop_times(departs_at: time | None, legs: Iterable[Leg]) -> tuple[StopTimes, ...]:
    """The times of all stops of a route, by the rule above."""
    times, left = [], departs_at
    for leg in legs:
        earliest = later(later(left, leg.travel_minutes), leg.buffer_minutes or 0)
        arrive = leg.arrive if leg.arrive is not None else earliest
        left = later(arrive, leg.minutes)
        times.append(StopTimes(arrive, left, earliest))
    return tuple(times)


def is_before(first: time, second: time) -> bool:
    """Whether `first` is earlier within a day's route; more than twelve hours apart means across midnight."""
    difference = (second.hour * 60 + second.minute) - (first.hour * 60 + first.minute)
    return 0 < difference <= 720 or difference < -720
