"""What the checks found about visits, sorted by the route, stop, vehicle or person it concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from models.checks.finding import Finding
from models.snapshots.shapes import VisitStop
from ui.wording import finding_sentence

Found = dict[int, list[Finding]]
RANK = {"error": 0, "warning": 1, "notice": 2}


def _lists() -> Found:
    return defaultdict(list)


@dataclass
class RouteFindings:
    """The findings of one route; those of its people by attendee, `own` those that concern the whole route."""

    own: list[Finding] = field(default_factory=list)
    stops: Found = field(default_factory=_lists)
    vehicles: Found = field(default_factory=_lists)
    people: Found = field(default_factory=_lists)

    def all(self) -> list[Finding]:
        """Everything, the gravest first."""
        groups = (self.stops, self.vehicles, self.people)
        every = self.own + [each for group in groups for found in group.values() for each in found]
        return sorted(every, key=lambda each: RANK[each.severity])


def sort_findings(findings: Iterable[Finding]) -> dict[int, RouteFindings]:
    """The findings of each route ("routes/5/stops/7" …), by its id."""
    sorted_out: dict[int, RouteFindings] = defaultdict(RouteFindings)
    for finding in findings:
        parts = finding.place.split("/")
        if parts[0] != "routes" or len(parts) < 2 or not parts[1].isdecimal():
            continue
        of_route = sorted_out[int(parts[1])]
        groups = {"stops": of_route.stops, "vehicles": of_route.vehicles, "people": of_route.people}
        if len(parts) > 3 and parts[2] in groups and parts[3].isdecimal():
            groups[parts[2]][int(parts[3])].append(finding)
        else:
            of_route.own.append(finding)
    return sorted_out


def sentences(findings: Iterable[Finding], language: str) -> list[str]:
    """What the findings say."""
    return [finding_sentence(finding, language) for finding in findings]


def is_late(stop: VisitStop) -> bool:
    """Whether the fixed arrival of a stop cannot be met, as `models.checks.visits` sees it."""
    from models.rules.timing import is_before

    return stop.fixed_arrival is not None and stop.earliest is not None and is_before(stop.fixed_arrival, stop.earliest)
