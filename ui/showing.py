"""What the window shows: which meeting, which room, from which snapshot; and how it follows changes and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.rooms import MEETING, ROOMS, SHOWS, Rooms, room_of
from ui.settings import LAST_MEETING, LAST_ROOM, Settings

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from models.snapshots.shapes import MeetingSnapshot
    from models.store.changes import ChangeSet
    from models.store.queries import MeetingRow
    from ui.room import Room
    from ui.window_frame import WindowFrame
    from ui.workspace_link import Glance, WorkspaceLink


# With these a meeting comes or goes: what was on the screen is no more.
WHOLE_MEETINGS = frozenset({"create_meeting", "copy_meeting", "delete_meeting", "load_sample"})


class Showing(QObject):
    """Keeps frame and rooms on one meeting. A meeting that undo took away comes back to the screen with redo."""

    meeting_shown = Signal(int)
    changed = Signal()  # another meeting, or other facts about it: title, counts
    replayed = Signal(object)  # ChangeSet of an undo or redo that is not seen, or not wholly, where the user looks

    def __init__(self, frame: WindowFrame, link: WorkspaceLink, settings: Settings, rooms: Rooms) -> None:
        super().__init__(frame)
        self._frame, self._link, self._settings, self.rooms = frame, link, settings, rooms
        self.room = _known_room(settings.get(LAST_ROOM))
        self.meetings: tuple[MeetingRow, ...] = ()
        self.meeting_id: int | None = None
        self.snapshot: MeetingSnapshot | None = None
        self._stale: set[str] = set()  # rooms that have not shown the present snapshot yet
        self._outdated = False  # the meeting shown has changed since its snapshot
        self._coming: int | None = None  # just made: shown although the list does not hold it yet
        self._vanished: int | None = None  # shown until it was undone
        self._place = ""  # to be revealed as soon as there is a snapshot

    @property
    def meeting(self) -> MeetingRow | None:
        """The meeting shown, as the list has it."""
        return next((meeting for meeting in self.meetings if meeting.id == self.meeting_id), None)

    # --- wishes

    def mark_room(self) -> None:
        """Mark the room that will be open, before there is anything to show."""
        self._frame.rail.show_room(self.room)

    def show_meeting(self, meeting_id: int) -> None:
        """Show a meeting in every room; what is being typed about the one before is stored first."""
        if meeting_id != self.meeting_id:
            self.keep_typed()
            self._vanished = None
        self.meeting_id = meeting_id
        if self.meeting is None:
            self._coming = meeting_id
        self._remember_meeting()
        self.changed.emit()
        self._outdated = False
        self._link.take(meeting_id)

    def show_room(self, key: str) -> None:
        """Open a room."""
        self.room = key
        self._frame.rail.show_room(key)
        if self.snapshot is None:
            return
        room = self.rooms[key]
        self._refresh(key)
        self._frame.content.setCurrentWidget(room)
        room.take_focus()

    def show_place(self, place: str) -> None:
        """Open the room that holds a place and put the cursor there; “@7/agreements/…” is one of another meeting."""
        meeting, _, within = place.partition("/") if place.startswith("@") else ("", "", place)
        if meeting and meeting != f"@{self.meeting_id}":
            self._show_place_of(meeting, within)
            return
        place, key = within, room_of(within)
        if not key:
            return
        self._place = place
        self.show_room(key)
        self._reveal()

    def _show_place_of(self, meeting: str, place: str) -> None:
        """The place is shown with the first snapshot of its meeting; one that is gone by now has none."""
        found = next((one.id for one in self.meetings if meeting == f"@{one.id}"), None)
        if found is not None and room_of(place):
            self.keep_typed()
            self._place, self.room = place, room_of(place)
            self.show_meeting(found)

    def keep_typed(self) -> None:
        """Let every room store what is typed and not stored yet."""
        for room in self.rooms.open_ones():
            room.keep_typed()

    def forget(self) -> None:
        """Another workspace is about to be shown."""
        self.keep_typed()
        for room in self.rooms.open_ones():
            room.forget()
        self.meetings, self.meeting_id, self.snapshot = (), None, None
        self._coming = self._vanished = None
        self._frame.content.setCurrentWidget(self._frame.blank)

    def look_again(self) -> None:
        """The workspace may hold something else now: take a new snapshot with the next glance."""
        self._outdated = self.meeting_id is not None

    # --- facts

    def glanced(self, glance: Glance) -> None:
        """The meetings there are now."""
        self.meetings = glance.meetings
        known = {meeting.id for meeting in self.meetings}
        if self._coming in known:
            self._coming = None
            self._remember_meeting()
        if self._vanished in known and self._vanished is not None:
            self.show_meeting(self._vanished)
        elif self.meeting_id is None or self.meeting_id not in known | {self._coming}:
            self._show_another()
        elif self._outdated:
            self.show_meeting(self.meeting_id)
        else:
            self.changed.emit()

    def snapshot_taken(self, snapshot: MeetingSnapshot) -> None:
        """Show a new snapshot: in the room that is seen at once, in the others when they are."""
        self.snapshot = snapshot
        self._stale = {key for key, _message, _icon in ROOMS} | {MEETING}
        if self._frame.content.currentWidget() is self.rooms[self.room]:
            self._refresh(self.room)  # keeps the keyboard where it is
        else:
            self.show_room(self.room)
        self._reveal()
        self.meeting_shown.emit(snapshot.meeting.id)

    def committed(self, change: ChangeSet) -> None:
        """A change, an undo or a redo was written."""
        self._outdated |= self.meeting_id is not None and change.concerns(self.meeting_id)
        if change.action == "undo":
            self._coming = None
        if change.action != "change" and (not self._is_seen(change) or _leaves_something(change)):
            self.replayed.emit(change)

    # ---

    def _is_seen(self, change: ChangeSet) -> bool:
        """Whether the room on the screen shows what was undone or redone."""
        here = self.meeting_id is not None and change.concerns(self.meeting_id) and change.label not in WHOLE_MEETINGS
        return here and bool(change.kinds & SHOWS.get(self.room, frozenset()))

    def _show_another(self) -> None:
        """The meeting shown is no more, or none was shown yet."""
        gone, self._coming = self.meeting_id, None
        if not self.meetings:
            self._nothing_left()
        else:
            last = self._settings.get(LAST_MEETING)
            listed = [meeting for meeting in self.meetings if not _is_archived(meeting)] or self.meetings
            chosen = next((meeting for meeting in self.meetings if meeting.key == last), listed[0])
            self.show_meeting(chosen.id)
        self._vanished = gone

    def _nothing_left(self) -> None:
        self.meeting_id = self.snapshot = None
        self._frame.show_empty()
        self.changed.emit()

    def _refresh(self, key: str) -> None:
        if key in self._stale and self.snapshot is not None:
            self._stale.discard(key)
            self.rooms[key].show_snapshot(self.snapshot)
            if self._link.checked_meeting == self.meeting_id:
                self.rooms[key].show_findings(self._link.findings)

    def tell_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show new findings in the rooms that show what was checked; the others ask when they are shown again."""
        for key in self.rooms.open_keys():
            if key not in self._stale:
                self.rooms[key].show_findings(findings)

    def _reveal(self) -> None:
        if self._place and self.snapshot is not None and room_of(self._place) == self.room:
            place, self._place = self._place, ""
            self._shown_room().reveal(place)

    def _shown_room(self) -> Room:
        return self.rooms[self.room]

    def _remember_meeting(self) -> None:
        meeting = self.meeting
        if meeting is not None:
            self._settings.set(LAST_MEETING, meeting.key)


def _known_room(key: str) -> str:
    """The room of this key, or the first one where settings name a room that is no more."""
    keys = [known for known, _message, _icon in ROOMS]
    return key if key in keys else keys[0]


def _is_archived(meeting: MeetingRow) -> bool:
    return meeting.status == "archived"


def _leaves_something(change: ChangeSet) -> bool:
    """Whether something stays as it is though the step is undone."""
    from ui.wording.changes import STAYS

    return change.action == "undo" and change.label in STAYS
