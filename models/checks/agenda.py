"""The agenda: times that overlap, people who should be in two places, speakers who do not come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from models.checks.finding import Finding, error, notice, said, warning
from models.codes import AgendaKind, DatePrecision, Reply
from models.rules import dates, timing
from models.snapshots.shapes import AgendaItem, Attendee, MeetingSnapshot, Presenter, VisitRoute

# The agenda only announces what the routes plan in full.
_ON_THE_ROAD = (AgendaKind.VISIT, AgendaKind.TRANSFER)


@dataclass(frozen=True, slots=True)
class _Engagement:
    """Somebody's part in something that has a time."""

    attendee: Attendee
    place: str
    title: str
    period: timing.Period
    id: int
    above: frozenset[int]  # ids of the items it is part of: taking part in both is no conflict

    def clashes(self, other: _Engagement) -> bool:
        """Whether nobody can do both."""
        nested = self.id in other.above or other.id in self.above
        return not nested and self.period.overlaps(other.period)


def check_agenda(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """The meeting's days, its items, and who takes part in them."""
    yield from _reversed_days(snapshot)
    yield from _days_outside(snapshot)
    yield from _overlaps(snapshot.agenda)
    for item in snapshot.agenda:
        yield from _absent(item)
        yield from _talks_too_long(item)
    yield from _double_bookings(snapshot)


def _reversed_days(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    first, last = snapshot.meeting.starts_on, snapshot.meeting.ends_on
    if first and last and last < first:
        yield error("meeting_ends_before_start", "meeting", start=first.isoformat(), end=last.isoformat())


def _days_outside(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """Items on another day than the meeting's, where that is known to the day."""
    meeting = snapshot.meeting
    first, last = meeting.starts_on, meeting.ends_on or meeting.starts_on
    if first is None or last is None or last < first or meeting.date_precision is not DatePrecision.DAY:
        return
    for item in snapshot.agenda:
        if item.day and not first <= item.day <= last:
            yield warning("item_outside_meeting", _place(item), item=said(item.title), day=item.day.isoformat())


def _overlaps(agenda: tuple[AgendaItem, ...]) -> Iterator[Finding]:
    return (finding for _first, _second, finding in agenda_overlaps(agenda))


def agenda_overlaps(agenda: tuple[AgendaItem, ...]) -> Iterator[tuple[int, int, Finding]]:
    """Items beside one another that share a time: the ids of both, and what is said of them.

    Two that are held in different places are parallel sessions; who is needed in both is told by `double_bookings`.
    """
    timed = [(item, period) for item in agenda if (period := _period(item)) is not None]
    for (first, one), (second, other) in combinations(timed, 2):
        parallel = first.place and second.place and first.place != second.place
        if first.parent_id == second.parent_id and one.overlaps(other) and not parallel:
            overlap = warning(
                "agenda_overlap",
                _place(second),
                first=said(first.title),
                first_times=dates.format_time_range(first.start, first.end),
                second=said(second.title),
                second_times=dates.format_time_range(second.start, second.end),
            )
            yield first.id, second.id, overlap


def _absent(item: AgendaItem) -> Iterator[Finding]:
    """Who has a part and declined, or sends somebody else."""
    for attendee in _people(item):
        values = {"person": said(attendee.person.name), "item": said(item.title)}
        if attendee.reply is Reply.DECLINED:
            yield warning("presenter_declined", _place(item), **values)
        elif attendee.reply is Reply.SUBSTITUTE:
            substitute = said(attendee.substitute.name) if attendee.substitute else "—"
            yield notice("presenter_sends_substitute", _place(item), **values, substitute=substitute)


def _talks_too_long(item: AgendaItem) -> Iterator[Finding]:
    """Twenty-six talks of five minutes do not fit into an hour."""
    needed = sum(_talk_minutes(presenter, item) for presenter in item.presenters)
    if item.minutes is not None and needed > item.minutes:
        values = {"item": said(item.title), "needed": needed, "minutes": item.minutes}
        yield warning("talks_too_long", _place(item), **values)


def _talk_minutes(presenter: Presenter, item: AgendaItem) -> int:
    minutes = presenter.talk_minutes or item.talk_minutes or 0
    return minutes * (presenter.group.stated_count or 1 if presenter.group else 1)


def _double_bookings(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    return (finding for _first, _second, finding in double_bookings(snapshot))


def double_bookings(snapshot: MeetingSnapshot) -> Iterator[tuple[int, int, Finding]]:
    """Somebody with parts in two things at the same time: the ids of both (a route's is negative), and what is said."""
    by_person: dict[int, list[_Engagement]] = {}
    for engagement in (*_in_agenda(snapshot.agenda), *_on_routes(snapshot.routes)):
        by_person.setdefault(engagement.attendee.id, []).append(engagement)
    for engagements in by_person.values():
        for one, other in combinations(engagements, 2):
            if one.clashes(other):
                name = said(one.attendee.person.name)
                found = warning("double_booked", other.place, person=name, first=one.title, second=other.title)
                yield one.id, other.id, found


def _in_agenda(agenda: tuple[AgendaItem, ...]) -> Iterator[_Engagement]:
    parents = {item.id: item.parent_id for item in agenda}
    for item in agenda:
        period = _period(item)
        if period is not None and item.kind not in _ON_THE_ROAD:
            above, title = _above(item.id, parents), said(item.title)
            for attendee in _people(item):
                yield _Engagement(attendee, _place(item), title, period, item.id, above)


def _on_routes(routes: tuple[VisitRoute, ...]) -> Iterator[_Engagement]:
    """Leader, members and passengers are busy from the departure to the last stop's end."""
    for route in routes:
        period = route_period(route)
        if period is not None:
            riders = [rider for vehicle in route.vehicles for rider in (vehicle.leader, *vehicle.passengers)]
            people = {person.id: person for person in (route.leader, *route.members, *riders) if person is not None}
            for attendee in people.values():
                label = said(route.label)
                place = f"routes/{route.id}/people/{attendee.id}"
                yield _Engagement(attendee, place, label, period, -route.id, frozenset())


def route_period(route: VisitRoute) -> timing.Period | None:
    """From the departure (or the first arrival) to the end of the last stop; None where that is unknown."""
    begins = route.departs_at or (route.stops[0].arrive if route.stops else None)
    ends = next((stop.leave for stop in reversed(route.stops) if stop.leave is not None), None)
    if route.day is None or begins is None or ends is None:
        return None
    minutes = (ends.hour - begins.hour) * 60 + ends.minute - begins.minute
    return timing.period(route.day, begins, minutes % (24 * 60))


def _above(id_: int, parents: dict[int, int | None]) -> frozenset[int]:
    """Everything that the item is part of."""
    above: set[int] = set()
    at = parents.get(id_)
    while at is not None and at not in above:
        above.add(at)
        at = parents.get(at)
    return frozenset(above)


def _period(item: AgendaItem) -> timing.Period | None:
    return timing.period(item.day, item.start, item.minutes)


def _people(item: AgendaItem) -> list[Attendee]:
    """Presenters and moderator, each once."""
    given = [presenter.attendee for presenter in item.presenters] + [item.moderator]
    return list({attendee.id: attendee for attendee in given if attendee is not None}.values())


def _place(item: AgendaItem) -> str:
    return f"agenda/{item.id}"
