"""How the story begins: a new meeting by Ctrl+N, its day and its kinds."""

from __future__ import annotations

from models.codes import MeetingKind
from tests.ui.story.hands import CTRL, KEY, Clerk
from ui.meetings.new_dialog import NewMeetingDialog

TITLE, CITY = "上党区与武汉大学合作座谈会", "长治"


def make_meeting(clerk: Clerk) -> None:
    """Ctrl+N, the name, the day, the city and what happens there; Enter makes it."""
    clerk.click(clerk.window.frame.new_button)
    dialog = clerk.window.findChild(NewMeetingDialog)
    clerk.until(dialog.isActiveWindow)
    clerk.type(TITLE)
    clerk.press(KEY.Key_Tab)
    clerk.press(KEY.Key_A, held=CTRL)
    clerk.type("20270520")
    clerk.press(KEY.Key_Tab, KEY.Key_Tab)
    clerk.type(CITY)
    clerk.click(dialog.kind_boxes[MeetingKind.SIGNING])
    dialog.grab().save('/tmp/st/d.png')
    print(clerk.keyboard(), dialog.wanted())
    clerk.click(dialog.create_button)
    clerk.see(lambda seen: (seen.meeting.title.zh, str(seen.meeting.starts_on)), (TITLE, "2027-05-20"))
