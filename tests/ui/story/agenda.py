"""Nine items: typed one after the other, set to the clock, dragged, stretched, and given their speakers."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from models.snapshots.shapes import AgendaItem, MeetingSnapshot
from tests.ui.story.hands import Clerk
from ui.agenda.room import AgendaRoom
from ui.agenda.rows import presenter_name

TYPED = (
    "签到",
    "主持人介绍来宾",
    "区长致辞",
    "校长致辞",
    "介绍合作情况",
    "签署合作协议",
    "座谈交流",
    "合影留念",
    "用餐",
)
IN_TURN = [
    "签到 09:00+30",
    "主持人介绍来宾 09:30+5",
    "区长致辞 09:35+5",
    "校长致辞 09:40+5",
    "介绍合作情况 09:45+15",
    "签署合作协议 10:00+15",
    "座谈交流 10:15+30",
    "合影留念 10:45+10",
    "用餐 10:55+60",
]
MOVED = [*IN_TURN[:5], "签署合作协议 10:15+15", "座谈交流 10:30+30", "合影留念 11:00+10", "用餐 11:10+60"]
STRETCHED = [*MOVED[:4], "介绍合作情况 09:45+30", *MOVED[5:]]
TIMED = [*STRETCHED[:8], "用餐 12:00+60"]
SPEAKERS = {2: ("liqiang", "李强"), 3: ("lt", "梁涛"), 6: ("武汉大学", "武汉大学")}


def told(seen: MeetingSnapshot) -> list[str]:
    """The agenda as it is stored: "致辞 09:00+5"."""
    return [_told(item) for item in seen.agenda]


def _told(item: AgendaItem) -> str:
    start = f" {item.start:%H:%M}" if item.start else ""
    return item.title.zh + start + (f"+{item.minutes}" if item.minutes else "")


def room_of(clerk: Clerk) -> AgendaRoom:
    """The room, open."""
    room = clerk.window.rooms["agenda"]
    assert isinstance(room, AgendaRoom) and room.isVisible()
    return room


def point(clerk: Clerk, place: int) -> QPoint:
    """The middle of an item on the timeline."""
    return room_of(clerk).timeline.item_rect(clerk.seen.agenda[place].id).center()


def click_item(clerk: Clerk, place: int) -> None:
    """Click an item, once it is in sight."""
    timeline = room_of(clerk).timeline
    timeline.show_item(clerk.seen.agenda[place].id)
    clerk.click(timeline.viewport(), point(clerk, place))


def plan_day(clerk: Clerk) -> None:
    """The room of the agenda, from the first title to the last speaker."""
    clerk.go_to(3)
    clerk.until(lambda: room_of(clerk).add_line.title.hasFocus())
    for title in TYPED:
        clerk.enter(title)
    clerk.see(told, list(TYPED))
    clerk.click(room_of(clerk).timeline.in_turn)
    clerk.see(told, IN_TURN)
    drag_and_stretch(clerk)
    type_time(clerk)
    for place in SPEAKERS:
        pick_speaker(clerk, place)


def drag_and_stretch(clerk: Clerk) -> None:
    """One item a quarter of an hour down, what follows with it; the one before it grows into the gap."""
    timeline = room_of(clerk).timeline
    quarter = QPoint(0, round(timeline.scene.shape.y_of(15) - timeline.scene.shape.y_of(0)))
    clerk.drag(timeline.viewport(), point(clerk, 5), point(clerk, 5) + quarter)
    clerk.see(told, MOVED)
    clerk.click(room_of(clerk).head.push)
    edge = QPoint(point(clerk, 4).x(), timeline.item_rect(clerk.seen.agenda[4].id).bottom() - 1)
    clerk.drag(timeline.viewport(), edge, edge + quarter)
    clerk.see(told, STRETCHED)


def type_time(clerk: Clerk) -> None:
    """The start of the last item, typed in the panel."""
    click_item(clerk, 8)
    clerk.click(room_of(clerk).panel.editors["start"].input())
    clerk.retype("12点")
    clerk.see(told, TIMED)


def pick_speaker(clerk: Clerk, place: int) -> None:
    """Somebody found by pinyin, initials or a name, for an item."""
    typed, name = SPEAKERS[place]
    click_item(clerk, place)
    clerk.click(room_of(clerk).panel.presenters.picker.line)
    clerk.enter(typed)
    clerk.see(lambda seen: [presenter_name(one, "zh") for one in seen.agenda[place].presenters], [name])
