"""The way of a route as blocks from top to bottom: departure, legs, stops, end; where each stands and what it says.

No painting and no events here: plain geometry on frozen values.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from models.rules import timing
from models.snapshots.shapes import VisitRoute, VisitStop

PER_MINUTE = 1.5  # pixels of a long stay
LEAST_STAY, MOST_STAY = 58, 240
LINE, PADDING = 19, 10
DEPARTURE, LEG, END = 44, 38, 34
STEP = 5  # minutes that stretching snaps to
LONGEST = 12 * 60


class Part(Enum):
    """What of the way is meant."""

    DEPARTURE = auto()
    LEG = auto()
    STOP = auto()
    END = auto()


@dataclass(frozen=True)
class Block:
    """A part of the way with its place on the canvas; `lines` are words below its name, or beside it."""

    part: Part
    top: int
    height: int
    stop: VisitStop | None = None
    number: int = 0
    lines: tuple[tuple[str, str], ...] = ()  # (token of the color, words)

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.top + self.height


def blocks(
    stops: Sequence[VisitStop], lines: Mapping[int, tuple[tuple[str, str], ...]], *, top: int = 6, remark: str = ""
) -> tuple[Block, ...]:
    """All parts of a route with these stops, one below the other; a remark stands beside the departure."""
    beside = (("warn", remark),) if remark else ()
    found, at = [Block(Part.DEPARTURE, top, DEPARTURE, lines=beside)], top + DEPARTURE
    for number, stop in enumerate(stops, 1):
        found.append(Block(Part.LEG, at, LEG, stop, number))
        at += LEG
        said = lines.get(stop.id, ())
        height = stay_height(stop.minutes, len(said))
        found.append(Block(Part.STOP, at, height, stop, number, said))
        at += height
    found.append(Block(Part.END, at, END))
    return tuple(found)


def stay_height(minutes: int | None, lines: int) -> int:
    """How tall a stop is drawn: the longer the stay the taller, and never too low for its words."""
    words = 2 * PADDING + LINE * (1 + lines)
    return max(words, LEAST_STAY, min(round((minutes or 0) * PER_MINUTE), MOST_STAY))


def stretched(minutes: int | None, pixels: float) -> int:
    """The stay after its lower edge was drawn by so many pixels, in steps of five minutes."""
    moved = (minutes or 0) + pixels / PER_MINUTE
    return min(max(round(moved / STEP) * STEP, STEP), LONGEST)


def stepped(minutes: int | None, steps: int) -> int:
    """The stay some steps longer or shorter."""
    return min(max((minutes or 0) + steps * STEP, STEP), LONGEST)


def with_times(route: VisitRoute, stops: Sequence[VisitStop]) -> tuple[VisitStop, ...]:
    """Stops in another order or of another length, with the times that follow."""
    legs = [timing.Leg(s.fixed_arrival, s.minutes, s.travel_minutes, s.buffer_minutes) for s in stops]
    times = timing.stop_times(route.departs_at, legs)
    return tuple(
        replace(stop, arrive=at.arrive, leave=at.leave, earliest=at.earliest)
        for stop, at in zip(stops, times, strict=True)
    )


def with_stay(route: VisitRoute, stop_id: int, minutes: int) -> tuple[VisitStop, ...]:
    """The stops where one of them is of another length."""
    return with_times(route, [replace(s, minutes=minutes) if s.id == stop_id else s for s in route.stops])


def slot_at(way: Sequence[Block], y: float) -> int | None:
    """Before which stop something dropped at a height would stand; None: behind the last."""
    for block in way:
        if block.part is Part.STOP and y < block.top + block.height / 2 and block.stop is not None:
            return block.stop.id
    return None


def total_minutes(route: VisitRoute) -> int | None:
    """From the departure (or first arrival) to the end; None where either is unknown."""
    begins = route.departs_at or (route.stops[0].arrive if route.stops else None)
    ends = next((stop.leave for stop in reversed(route.stops) if stop.leave is not None), None)
    if begins is None or ends is None or route.stops[-1].leave is None:
        return None
    return ((ends.hour - begins.hour) * 60 + ends.minute - begins.minute) % (24 * 60)


def slack(stop: VisitStop) -> int | None:
    """Minutes between the earliest possible and the fixed arrival; negative where it cannot be met."""
    if stop.fixed_arrival is None or stop.earliest is None:
        return None
    fixed, first = stop.fixed_arrival, stop.earliest
    minutes = (fixed.hour - first.hour) * 60 + fixed.minute - first.minute
    return minutes + 1440 if minutes < -720 else minutes - 1440 if minutes > 720 else minutes
