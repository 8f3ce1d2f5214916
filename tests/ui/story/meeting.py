"""How the story begins: a new meeting, its city and what happens there."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from models.codes import MeetingKind
from tests.ui.story.hands import KEY, Clerk
from ui.meetings.new_dialog import NewMeetingDialog

TITLE, CITY = "上党区与武汉大学合作座谈会", "长治"


def make_meeting(clerk: Clerk) -> None:
    """The button of the empty page, the name, the city and what happens there."""
    clerk.click(clerk.window.frame.new_button)
    dialog = clerk.window.findChild(NewMeetingDialog)
    clerk.until(dialog.isActiveWindow)
    clerk.type(TITLE)
    clerk.click(dialog.city_line)
    clerk.type(CITY)
    box = dialog.kind_boxes[MeetingKind.SIGNING]
    clerk.click(box, QPoint(10, box.height() // 2))
    clerk.press(KEY.Key_Return)
    clerk.see(
        lambda seen: (seen.meeting.title.zh, seen.meeting.city.zh, seen.meeting.kinds),
        (TITLE, CITY, (MeetingKind.SIGNING,)),
    )
