"""Findings about the agenda."""

from __future__ import annotations

from datetime import date, time

import pytest

from models.checks.agenda import check_agenda
from models.checks.finding import Finding, error, notice, warning
from models.codes import AgendaKind, DatePrecision, Reply
from models.rules.timing import later
from models.snapshots.shapes import AgendaItem, Attendee, MeetingSnapshot, Presenter, VisitRoute
from tests import sample_snapshots as sample

DAY = date(2024, 5, 20)


def findings(**parts: object) -> list[Finding]:
    """What the check says of a meeting with these parts."""
    return list(check_agenda(sample.snapshot(**parts)))


def item(title: str, start: time | None = None, minutes: int | None = None, **changes: object) -> AgendaItem:
    """An item on the day of the meeting."""
    given = {"day": DAY, "start": start, "end": later(start, minutes), "minutes": minutes}
    return sample.agenda_item(title, **given | changes)


def presented(*attendees: Attendee) -> tuple[Presenter, ...]:
    """Presenters in order."""
    return tuple(Presenter(attendee=attendee) for attendee in attendees)


def test_an_agenda_without_times_is_fine() -> None:
    assert findings(agenda=(item("开幕"), item("致辞", time(9)), item("签约", None, 30))) == []


def test_items_side_by_side_that_overlap() -> None:
    first, second = item("致辞", time(9), 30, id=1), item("签约", time(9, 20), 30, id=2)
    assert findings(agenda=(first, second, item("合影", time(9, 50), 5))) == [
        warning(
            "agenda_overlap",
            "agenda/2",
            first="致辞",
            first_times="09:00–09:30",
            second="签约",
            second_times="09:20–09:50",
        )
    ]


def test_parts_lie_within_their_item_and_days_apart_do_not_overlap() -> None:
    signing = item("签约", time(9), 60, id=1)
    part = item("第一轮", time(9), 20, parent_id=1)
    assert findings(agenda=(signing, part, item("返程", time(9), 60, day=None))) == []


def test_a_meeting_that_ends_before_it_starts() -> None:
    meeting = sample.meeting(starts_on=DAY, ends_on=date(2024, 5, 19))
    assert findings(meeting=meeting, agenda=(item("致辞", day=date(2023, 1, 1)),)) == [
        error("meeting_ends_before_start", "meeting", start="2024-05-20", end="2024-05-19")
    ]


def test_an_item_outside_the_days_of_the_meeting() -> None:
    assert findings(agenda=(item("致辞"), item("返程", day=date(2024, 5, 21), id=7))) == [
        warning("item_outside_meeting", "agenda/7", item="返程", day="2024-05-21")
    ]


@pytest.mark.parametrize("changes", [{"date_precision": DatePrecision.MONTH}, {"starts_on": None, "ends_on": None}])
def test_days_are_not_compared_with_a_date_that_is_not_known_to_the_day(changes: dict[str, object]) -> None:
    assert findings(meeting=sample.meeting(**changes), agenda=(item("返程", day=date(2024, 6, 21)),)) == []


def test_presenters_who_declined_or_send_somebody_else() -> None:
    gone = sample.attendee("王明", reply=Reply.DECLINED)
    sent = sample.attendee("李华", reply=Reply.SUBSTITUTE, substitute=sample.person("张三"))
    open_ = sample.attendee("赵四", reply=Reply.SUBSTITUTE)
    speech = item("致辞", id=3, presenters=presented(gone, sent, open_), moderator=gone)
    assert findings(agenda=(speech,)) == [
        warning("presenter_declined", "agenda/3", person="王明", item="致辞"),
        notice("presenter_sends_substitute", "agenda/3", person="李华", item="致辞", substitute="张三"),
        notice("presenter_sends_substitute", "agenda/3", person="赵四", item="致辞", substitute="—"),
    ]


def test_talks_that_do_not_fit() -> None:
    teachers = Presenter(group=sample.group(stated_count=26))
    dean = Presenter(attendee=sample.attendee(), talk_minutes=10)
    exchange = item("交流", time(9), 120, id=4, presenters=(teachers, dean), talk_minutes=5)
    assert findings(agenda=(exchange,)) == [warning("talks_too_long", "agenda/4", item="交流", needed=140, minutes=120)]


def busy(*items: AgendaItem, routes: tuple[VisitRoute, ...] = ()) -> list[Finding]:
    """Double bookings alone."""
    snapshot: MeetingSnapshot = sample.snapshot(agenda=items, routes=routes)
    return [finding for finding in check_agenda(snapshot) if finding.code == "double_booked"]


def test_somebody_needed_in_two_places() -> None:
    dean = sample.attendee("梁涛")
    first = item("分会场一", time(9), 60, id=1, presenters=presented(dean))
    second = item("分会场二", time(9, 30), 60, id=2, moderator=dean)
    third = item("闭幕", time(10, 30), 10, id=3, moderator=dean)
    assert busy(first, second, third) == [
        warning("double_booked", "agenda/2", person="梁涛", first="分会场一", second="分会场二")
    ]


def test_parts_under_one_item_conflict_but_not_with_the_item_itself() -> None:
    dean = sample.attendee("梁涛")
    whole = item("交流", time(9), 60, id=1, moderator=dean)
    one = item("一组", time(9), 30, id=2, parent_id=1, moderator=dean)
    other = item("二组", time(9, 10), 30, id=3, parent_id=1, moderator=dean)
    below = item("小结", time(9, 5), 1, id=4, parent_id=2, moderator=dean)
    assert [(finding.place, dict(finding.values)["first"]) for finding in busy(whole, one, other, below)] == [
        ("agenda/3", "一组"),
    ]


def test_a_circle_of_items_is_no_endless_way() -> None:
    dean = sample.attendee("梁涛")
    one = item("一", time(9), 30, id=1, parent_id=2, moderator=dean)
    two = item("二", time(9), 30, id=2, parent_id=1, moderator=dean)
    assert busy(one, two) == []


def on_the_road(*people: Attendee, **changes: object) -> VisitRoute:
    """A route from 9:00 to 11:00."""
    stops = (sample.stop(arrive=time(9, 20), leave=time(11)), sample.stop())
    car = sample.vehicle(passengers=people)
    return sample.route("A线", id=5, day=DAY, **{"departs_at": time(9), "stops": stops, "vehicles": (car,)} | changes)


def test_a_speaker_who_is_on_the_road() -> None:
    dean = sample.attendee("梁涛")
    speech = item("致辞", time(10), 10, presenters=presented(dean))
    assert busy(speech, routes=(on_the_road(dean, leader=dean, members=(dean,)),)) == [
        warning("double_booked", f"routes/5/people/{dean.id}", person="梁涛", first="致辞", second="A线")
    ]


def test_the_agendas_own_visit_item_is_no_conflict() -> None:
    dean = sample.attendee("梁涛")
    visit = item("参观", time(9), 120, kind=AgendaKind.VISIT, moderator=dean)
    assert busy(visit, routes=(on_the_road(dean),)) == []


@pytest.mark.parametrize(
    "changes", [{"stops": ()}, {"departs_at": None, "stops": ()}, {"day": None}, {"stops": (sample.stop(),)}]
)
def test_a_route_whose_times_are_unknown_conflicts_with_nothing(changes: dict[str, object]) -> None:
    dean = sample.attendee("梁涛")
    speech = item("致辞", time(10), 10, presenters=presented(dean))
    route = sample.route(**{"day": DAY, "departs_at": time(9), "members": (dean,)} | changes)
    assert busy(speech, routes=(route,)) == []


def test_a_route_past_midnight_lasts_until_its_end() -> None:
    dean = sample.attendee("梁涛")
    stops = (sample.stop(arrive=time(23), leave=time(0, 30)),)
    night = on_the_road(dean, departs_at=None, stops=stops)
    late = item("夜谈", time(23, 50), 5, moderator=dean)
    assert [finding.place for finding in busy(late, routes=(night,))] == [f"routes/5/people/{dean.id}"]
