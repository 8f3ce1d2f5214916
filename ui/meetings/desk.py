"""What can be done with whole meetings, from the menu, the card and the empty page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.rooms import MEETING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ui.main_window import MainWindow
    from ui.meetings.copy_dialog import WantedCopy
    from ui.meetings.new_dialog import NewMeeting


class MeetingDesk(QObject):
    """Makes, copies, lays by and deletes meetings; each is one step that undo takes back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def may_change(self) -> bool:
        """Whether anything can be written."""
        return not self._window.link.read_only

    def ask_new(self) -> None:
        """Ask for title, day, city and kind of a new meeting."""
        from ui.meetings.new_dialog import NewMeetingDialog

        if not self.may_change():
            return
        dialog = NewMeetingDialog(self._window.language, self._window)
        dialog.accepted.connect(lambda: self.make(dialog.wanted()))
        dialog.open()

    def make(self, wanted: NewMeeting) -> None:
        """Make a meeting and show it."""
        from models.actions.meetings import create_meeting

        make = partial(
            create_meeting,
            title=wanted.title,
            starts_on=wanted.starts_on,
            ends_on=wanted.ends_on,
            city=wanted.city,
            kinds=wanted.kinds,
            needs_english=wanted.needs_english,
        )
        title = wanted.title.pick(self._window.language)
        self._window.office.change("create_meeting", make, done=self._made, title=title)

    def _made(self, meeting_id: int) -> None:
        """Show a new meeting where the rest of it is entered."""
        self._window.show_meeting(meeting_id)
        self._window.show_room(MEETING)

    def show_details(self) -> None:
        """Open the page of the meeting's details."""
        if self._window.snapshot is not None:
            self._window.show_room(MEETING)

    def ask_copy(self) -> None:
        """Ask what of the meeting shown comes along into a copy."""
        from ui.meetings.copy_dialog import CopyDialog

        meeting = self._window.showing.meeting
        if meeting is None or not self.may_change():
            return
        self._window.showing.keep_typed()
        dialog = CopyDialog(meeting.title, self._window.language, self._window)
        dialog.accepted.connect(lambda: self.copy(meeting.id, dialog.wanted()))
        dialog.open()

    def copy(self, meeting_id: int, wanted: WantedCopy) -> None:
        """Copy a meeting and show the copy."""
        from models.actions.copy_meeting import TakeAlong, copy_meeting

        work = partial(
            copy_meeting,
            meeting_id=meeting_id,
            title=wanted.title,
            starts_on=wanted.starts_on,
            take=TakeAlong(**wanted.parts),
        )
        title = wanted.title.pick(self._window.language)
        self._window.office.change("copy_meeting", work, done=self._window.show_meeting, title=title)

    def is_archived(self) -> bool:
        """Whether the meeting shown is laid by."""
        meeting = self._window.showing.meeting
        return meeting is not None and meeting.status == "archived"

    def has_meeting(self) -> bool:
        """Whether there is a meeting that can be changed."""
        return self._window.showing.meeting is not None and self.may_change()

    def archive(self) -> None:
        """Lay the meeting shown by, or take it out again."""
        from models.actions.meetings import archive_meeting, unarchive_meeting

        if self.is_archived():
            self._change_shown("unarchive_meeting", unarchive_meeting)
        else:
            self._change_shown("archive_meeting", archive_meeting)

    def delete(self) -> None:
        """Delete the meeting shown with all that belongs to it; undo brings it back."""
        from models.actions.delete_meeting import delete_meeting

        self._window.showing.keep_typed()
        self._change_shown("delete_meeting", delete_meeting)

    def _change_shown(self, label: str, work: Callable[[Session, int], None]) -> None:
        meeting = self._window.showing.meeting
        if meeting is not None and self.may_change():
            title = meeting.title.pick(self._window.language)
            self._window.office.change(label, lambda session: work(session, meeting.id), title=title)
