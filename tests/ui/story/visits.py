"""Two routes: stops typed and timed where they stand, a vehicle, everybody on the first route seated in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from models.snapshots.shapes import MeetingSnapshot
from tests.ui.story.hands import CTRL, KEY, SHIFT, Clerk
from ui.visits.room import VisitsRoom

STOPS = {"A线": ("城市展览馆", "中益机械"), "B线": ("新能源产业园",)}


def stops(seen: MeetingSnapshot) -> dict[str, tuple[str, ...]]:
    """The stops by route."""
    return {route.label.zh: tuple(stop.place.zh for stop in route.stops) for route in seen.routes}


def room_of(clerk: Clerk) -> VisitsRoom:
    """The room, open."""
    room = clerk.window.rooms["visits"]
    assert isinstance(room, VisitsRoom) and room.isVisible()
    return room


def plan_routes(clerk: Clerk) -> None:
    """The room of the visits, from the first route to the last seat."""
    clerk.go_to(4)
    clerk.until(lambda: room_of(clerk).first_button.isVisible())
    clerk.click(room_of(clerk).first_button)
    clerk.see(stops, {"A线": ()})
    type_stops(clerk, "A线")
    type_times(clerk)
    seat_everybody(clerk)
    clerk.click(room_of(clerk).head.add_button)
    clerk.see(lambda seen: list(stops(seen)), ["A线", "B线"])
    type_stops(clerk, "B线")


def type_stops(clerk: Clerk, route: str) -> None:
    """One place after the other in the line below."""
    clerk.press(KEY.Key_N, held=CTRL | SHIFT)
    for place in STOPS[route]:
        clerk.enter(place)
    clerk.see(lambda seen: stops(seen)[route], STOPS[route])


def type_times(clerk: Clerk) -> None:
    """Departure, minutes on the way and at each stop, by F2 and Tab."""
    timeline = room_of(clerk).way.timeline
    departure = timeline.block_of(None)
    assert departure is not None
    clerk.click(timeline, QPoint(timeline.width() // 2, departure.top + 10))
    clerk.press(KEY.Key_F2)
    for typed in ("8:30", "20", "5", "", "40", "15", "", "", "30"):
        clerk.retype(typed, end=KEY.Key_Tab)
    clerk.see(
        lambda seen: [f"{stop.arrive:%H:%M}–{stop.leave:%H:%M}" for stop in seen.routes[0].stops if stop.leave],
        ["08:55–09:35", "09:50–10:20"],
    )


def seat_everybody(clerk: Clerk) -> None:
    """A vehicle from the menu, everybody ticked, seats by rank."""
    room = room_of(clerk)
    clerk.click(room.head.view_buttons[2])
    clerk.click(room.vehicle_button)
    clerk.choose("考斯特")
    clerk.see(lambda seen: [len(route.vehicles) for route in seen.routes], [1])
    clerk.click(room.board.join_button)
    clerk.click(room.board.join_panel.all_button)
    clerk.press(KEY.Key_Return)
    clerk.see(lambda seen: len(seen.routes[0].members), 12)
    clerk.click(room.seat_button)
    clerk.choose("按职务顺序安排")
    clerk.see(lambda seen: len(seen.routes[0].vehicles[0].passengers), 12)
