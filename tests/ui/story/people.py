"""Twelve people: ten typed in the table, two pasted as Excel gives them; units, titles and replies in their cells."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from models.codes import Reply
from models.snapshots.shapes import MeetingSnapshot
from tests.ui.story.hands import ALT, CTRL, KEY, SHIFT, Clerk
from ui.people.room import PeopleRoom

TYPED = ("梁涛", "李强", "王明", "赵敏", "陈思齐", "欧阳文远", "周立", "吴桐", "郑重", "冯唐")
PASTED = "孙晓\t武汉大学\t教授\t13900001111\r\n钱进\t上党区人民政府\t副区长\t13900002222\r\n"
POSTS = (("武汉大学", "校长"), ("上党区人民政府", "区长"))
EVERYBODY = ["李强", "梁涛", *TYPED[2:], "孙晓", "钱进"]


def names(seen: MeetingSnapshot) -> list[str]:
    """The people as they stand."""
    return [attendee.person.name.zh for attendee in seen.attendees]


def posts(seen: MeetingSnapshot) -> list[tuple[str, str]]:
    """Unit and title of those who have one."""
    return [(one.unit.zh, one.title.zh) for one in seen.attendees if one.unit.zh]


def room_of(clerk: Clerk) -> PeopleRoom:
    """The room, open."""
    room = clerk.window.rooms["people"]
    assert isinstance(room, PeopleRoom) and room.isVisible()
    return room


def click_cell(clerk: Clerk, row: int, key: str) -> None:
    """Click where a cell stands."""
    room = room_of(clerk)
    number = room.model.number_of(key)
    assert number is not None
    clerk.click(room.table.viewport(), room.table.visualRect(room.model.index(row, number)).center())


def list_people(clerk: Clerk) -> None:
    """The room of the people, from the first name to the last."""
    clerk.go_to(2)
    clerk.until(lambda: room_of(clerk).first_button.isVisible())
    type_names(clerk)
    fill_posts(clerk)
    fill_replies(clerk)
    paste_two(clerk)
    move_one(clerk)


def type_names(clerk: Clerk) -> None:
    """One name after the other, each with Enter, without waiting for the last one to be stored."""
    clerk.click(room_of(clerk).first_button)
    for name in TYPED:
        clerk.enter(name)
    clerk.see(names, list(TYPED))
    clerk.press(KEY.Key_Escape)


def fill_posts(clerk: Clerk) -> None:
    """Unit and title typed over the cells, Tab to the next; the units are made where they stand."""
    for row, post in enumerate(POSTS):
        click_cell(clerk, row, "unit")
        for words in post:
            clerk.type(words)
            clerk.press(KEY.Key_Tab)
        clerk.see(posts, list(POSTS[: row + 1]))


def fill_replies(clerk: Clerk) -> None:
    """One reply, filled down over the next three."""
    click_cell(clerk, 0, "reply")
    clerk.type("yqr")  # 已确认
    clerk.press(KEY.Key_Return)
    clerk.see(lambda seen: seen.attendees[0].reply, Reply.CONFIRMED)
    clerk.press(KEY.Key_Up)
    for _row in range(3):
        clerk.press(KEY.Key_Down, held=SHIFT)
    clerk.press(KEY.Key_D, held=CTRL)
    clerk.see(lambda seen: [one.reply for one in seen.attendees].count(Reply.CONFIRMED), 4)


def paste_two(clerk: Clerk) -> None:
    """Copied in Excel, pasted in the line that adds: the plan is read, then applied."""
    QGuiApplication.clipboard().setText(PASTED)
    click_cell(clerk, len(TYPED), "name_zh")
    clerk.press(KEY.Key_V, held=CTRL)
    page = room_of(clerk).side_pages.paste
    clerk.until(page.isVisible)
    assert page.heading.text() == "添加 2 人，修改 0 格，不采用 0 格"
    clerk.press(KEY.Key_Return)
    clerk.see(names, [*TYPED, "孙晓", "钱进"])
    clerk.see(lambda seen: posts(seen)[2:], [("武汉大学", "教授"), ("上党区人民政府", "副区长")])


def move_one(clerk: Clerk) -> None:
    """The second person goes before the first."""
    click_cell(clerk, 1, "name_zh")
    clerk.press(KEY.Key_Up, held=ALT)
    clerk.see(names, EVERYBODY)
