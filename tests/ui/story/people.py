"""Twelve people: ten typed in the table, two pasted as Excel gives them; units, titles and replies in their cells."""

from __future__ import annotations

from models.snapshots.shapes import MeetingSnapshot
from tests.ui.story.hands import CTRL, KEY, Clerk
from ui.people.room import PeopleRoom

TYPED = ("梁涛", "李强", "王明", "赵敏", "陈思齐", "欧阳文远", "周立", "吴桐", "郑重", "冯唐")
PASTED = ("姓名\t单位\t职务\t手机\r\n孙晓\t武汉大学\t教授\t13900001111\r\n钱进\t上党区人民政府\t副区长\t13900002222\r\n",)
UNITS = {0: ("武汉大学", "校长"), 1: ("上党区人民政府", "区长")}


def names(seen: MeetingSnapshot) -> list[str]:
    """The people as they stand."""
    return [attendee.person.name.zh for attendee in seen.attendees]


def room_of(clerk: Clerk) -> PeopleRoom:
    """The room, open."""
    room = clerk.window.rooms["people"]
    assert isinstance(room, PeopleRoom) and room.isVisible()
    return room


def type_people(clerk: Clerk) -> None:
    """One name after the other, each with Enter, without waiting for the last one to be stored."""
    clerk.go_to(2)
    clerk.until(lambda: room_of(clerk).first_button.isVisible())
    clerk.click(room_of(clerk).first_button)
    for name in TYPED:
        clerk.enter(name)
    clerk.see(names, list(TYPED))


def place_of(clerk: Clerk, row: int, key: str) -> QPoint:
    """Where a cell stands."""
    room = room_of(clerk)
    return room.table.visualRect(room.model.index(row, room.model.number_of(key))).center()


def fill_cells(clerk: Clerk) -> None:
    """Unit and title by typing over the cells, Tab to the next; the unit is made where it stands."""
    clerk.press(KEY.Key_Escape)
    for row, (unit, title) in UNITS.items():
        clerk.click(room_of(clerk).table.viewport(), place_of(clerk, row, "unit"))
        clerk.type(unit)
        clerk.press(KEY.Key_Tab)
        clerk.type(title)
        clerk.press(KEY.Key_Tab)
        clerk.see(lambda seen, row=row: (seen.attendees[row].unit.zh, seen.attendees[row].title.zh), (unit, title))
