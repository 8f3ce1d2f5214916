"""The window's link to the store: one reader thread, one writer thread, frozen values back.

Nothing heavy is imported before `open` runs in the writer thread, so that the window is painted first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ui import store_work
from ui.change_feed import ChangeFeed
from ui.finding_watch import FindingWatch
from ui.lane import Lane
from ui.presence import Presence, is_out_of_reach, must_be_there
from ui.store_work import NOTHING_SHOWN
from ui.store_work import Glance as Glance

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.checks.finding import Finding
    from models.errors import Value
    from models.looking import Looking
    from models.snapshots.shapes import MeetingSnapshot
    from models.store.queries import MeetingRow
    from models.store.workspace import Workspace


Result = TypeVar("Result")

NEWS_EVERY = 2000  # ms between two looks for what others have changed


class WorkspaceLink(QObject):
    """Opens, reads and changes a workspace away from the window's thread."""

    opened = Signal()
    open_failed = Signal(object)
    glimpsed = Signal(object)  # a Glance of the meetings alone, while the workspace is still being opened
    glanced = Signal(object)
    snapshot_taken = Signal(object)
    checked = Signal(object)  # all findings of the snapshot taken last, as a tuple
    failed = Signal(object)
    lost = Signal(object)  # the error: file or server can no longer be reached, what is open stays on the screen
    busy_changed = Signal(bool)
    changed_elsewhere = Signal()  # another process or computer has changed the workspace; what, nobody tells

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer, self._beside = Lane("reader", self), Lane("writer", self), Lane("beside", self)
        self.feed, self._watch = ChangeFeed(self), FindingWatch(self)
        self.findings: tuple[Finding, ...] = ()  # of the snapshot checked last
        self.checked_meeting: int | None = None  # the meeting of that snapshot
        self.workspace: Workspace | None = None
        self._presence: Presence | None = None
        self._fresh: Workspace | None = None  # opened, and not yet taken over by the window's thread
        self._wanted = 0
        self._looking = False
        self._shown = NOTHING_SHOWN
        self._clock = QTimer(self, interval=NEWS_EVERY)
        self._clock.timeout.connect(self.look_for_news)
        self._refused = 0  # changes that could not be made
        self._asked = self._through = 0  # steps to be taken back or done again, and those that were
        self.begun = 0  # changes asked for
        self._watch.checked.connect(self._checked)
        self._watch.failed.connect(self.failed)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.workspace is None or self.workspace.read_only

    def open(self, location: str, *, existing: bool = False) -> None:
        """Open a workspace, make it where it is missing and need not exist; answers `opened` or `open_failed`."""

        def go_on(glimpsed: tuple[MeetingRow, ...] = ()) -> None:
            if glimpsed and self.workspace is None:
                self.glimpsed.emit(Glance(glimpsed, None, None))
            self._writer.run(lambda: self._open_here(location, existing), self._opened, self.open_failed.emit)

        if self.workspace is None:
            self._reader.run(lambda: store_work.glimpse_of(location), go_on, self.open_failed.emit)
        else:
            go_on()

    def begin(self, room: str = "") -> None:
        """Read the meetings at once, then all else: the records behind the steps load longer than the list takes.

        What the room needs that will be shown is imported behind the list.
        """
        workspace = self.workspace
        if workspace is not None:
            self._reader.run(
                lambda: store_work.list_glance(workspace), lambda glance: self._listed(glance, room), self.failed.emit
            )
            self.glance()

    def get_ready(self) -> None:
        """Somebody is about to work: load what the first change needs, in the writer's thread."""
        workspace = self.workspace
        if workspace is not None and not workspace.read_only:
            self._writer.run(workspace.get_ready, store_work.forget_result, self.failed.emit)

    def prepare_rooms(self, keys: Collection[str]) -> None:
        """Import what rooms need before they are opened, in the writer's thread."""
        self._writer.run(lambda: store_work.import_what_rooms_need(keys), store_work.forget_result, self.failed.emit)

    def glance(self) -> None:
        """Read the meetings and the next steps; answers with `glanced`."""
        workspace = self.workspace
        if workspace is not None:
            self._reader.run(lambda: (self._through, store_work.glance(workspace)), self._glanced, self.failed.emit)

    def take(self, meeting_id: int) -> None:
        """Take a snapshot of a meeting; answers with `snapshot_taken`, unless another one was wanted since."""
        self._wanted = meeting_id
        workspace = self.workspace
        if workspace is not None:
            self._reader.run(lambda: self._take_if_wanted(workspace, meeting_id), self._taken, self._not_taken)

    def read(
        self, work: Callable[[Session], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Read frozen values in the reader's thread."""
        workspace = self.workspace
        if workspace is not None:
            self._reader.run(lambda: store_work.read(workspace, work), done, failed)

    def look(
        self, work: Callable[[Looking], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """As `read`, for what needs no records."""
        workspace = self.workspace
        if workspace is not None:
            self._reader.run(lambda: store_work.look(workspace, work), done, failed)

    def run_beside(
        self, work: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do what takes a while and needs neither reader nor writer: a copy, a backup."""
        self._beside.run(work, done, failed)

    def change(
        self,
        label: str,
        work: Callable[[Session], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        initiator: object = None,
        **values: Value,
    ) -> None:
        """Make one change, one undo step, in the writer's thread; see `Office.change`."""
        workspace = self.workspace
        if workspace is None:
            return
        self.begun += 1
        self.busy_changed.emit(True)

        def made(result: Result) -> None:
            self.busy_changed.emit(False)
            if done is not None:
                done(result)

        def not_made(error: Exception) -> None:
            self._refused += 1
            self.busy_changed.emit(False)
            self._not_reached(error)
            (failed or self.failed.emit)(error)
            self.glance()

        def write() -> Result:
            self._ask_presence()
            return store_work.change(workspace, label, work, initiator, values)

        self._writer.run(write, made, not_made)

    def finish(self) -> bool:
        """Wait until all that was typed is stored; whether nothing was refused."""
        before = self._refused
        self._writer.finish()
        return self._refused == before

    def look_for_news(self) -> None:
        """Look whether others have changed the workspace; answers with `changed_elsewhere` if so."""
        workspace = self.workspace
        if workspace is not None and not self._looking:
            self._looking = True
            self._reader.run(lambda: self._look(workspace), self._looked, self._not_looked)

    def undo(self, *, newest: bool = False) -> None:
        """Take back the last step: the one the user was shown, or the `newest` where it was only just asked for."""
        shown = None if newest else self._take_shown().undo
        self._replay(lambda workspace: workspace.undo(initiator=self, expected=shown))

    def redo(self) -> None:
        """Do the last step that was taken back again."""
        shown = self._take_shown().redo
        self._replay(lambda workspace: workspace.redo(initiator=self, expected=shown))

    def _replay(self, change: Callable[[Workspace], object]) -> None:
        self._asked = max(self._asked, self._through) + 1

        def replay(workspace: Workspace) -> object:
            try:
                return change(workspace)
            finally:
                self._through += 1  # the writer's thread alone counts

        self._write(replay)

    def _listed(self, glance: Glance, room: str) -> None:
        self._seen(glance)
        self.prepare_rooms((room,))

    def _glanced(self, found: tuple[int, Glance]) -> None:
        """What was read while a step was still being taken back names that step: the next press is not for it."""
        through, glance = found
        self._seen(glance)
        if through < self._asked:
            self._shown = NOTHING_SHOWN
            if self._through >= self._asked:  # it was told as written before this came: nobody would look again
                self.glance()

    def _seen(self, glance: Glance) -> None:
        self._shown = glance
        self.glanced.emit(glance)

    def _take_shown(self) -> Glance:
        """The steps the user was shown; none for a second press that comes before the next glance."""
        shown, self._shown = self._shown, NOTHING_SHOWN
        return shown

    def load_samples(self) -> None:
        """Load the sample meetings."""
        self._write(store_work.load_all_samples)

    def leave(self) -> None:
        """Finish what is under way and let go of the file: another program or a backup may take its place."""
        self._clock.stop()
        self.feed.stop()
        workspace, self.workspace = self.workspace, None
        for lane in (self._writer, self._reader):
            lane.finish()
        if workspace is not None:
            with suppress(OSError):
                workspace.close()

    def close(self) -> None:
        """Finish what is under way and close the workspace."""
        self._clock.stop()
        self.feed.stop()
        self._watch.close()
        for lane in (self._reader, self._writer, self._beside):
            lane.close()
        for workspace in (self.workspace, self._fresh):
            if workspace is not None:
                with suppress(OSError):
                    workspace.close()
        self.workspace = self._fresh = None

    def _open_here(self, location: str, existing: bool) -> None:
        """Runs in the writer's thread."""
        if existing:
            must_be_there(location)
        workspace, unclaimed = store_work.open_at(location), self._fresh
        self._fresh = workspace
        if unclaimed is not None:
            unclaimed.close()
        self._presence = Presence(workspace.location)
        workspace.has_news()  # from now on; what is there already will be read

    def _opened(self, _result: None) -> None:
        workspace = self._fresh
        if workspace is None:
            return
        before, self.workspace, self._fresh = self.workspace, workspace, None
        self._asked = self._through
        if before is not None:
            with suppress(OSError):  # its disk may be gone, and its lock with it
                before.close()
        self.feed.follow(workspace)
        self._clock.start()
        self.opened.emit()

    def _write(self, change: Callable[[Workspace], object]) -> None:
        workspace = self.workspace
        if workspace is None:
            return
        self.busy_changed.emit(True)

        def write() -> object:
            self._ask_presence()
            return store_work.write(workspace, change)

        self._writer.run(write, self._written, self._not_written)

    def _written(self, _result: object) -> None:
        self.busy_changed.emit(False)
        if self._shown is NOTHING_SHOWN:  # what was read in the midst of a step did not count
            self.glance()

    def _not_written(self, error: Exception) -> None:
        self._refused += 1
        self._asked = self._through  # it may not even have begun
        self.busy_changed.emit(False)
        self._not_reached(error)
        self.failed.emit(error)
        self.glance()

    def _ask_presence(self) -> None:
        """Runs in any thread. KnownError: workspace_gone."""
        if self._presence is not None:
            self._presence.ask()

    def _not_reached(self, error: Exception) -> None:
        """Tell of a workspace that is gone; until it is opened again nothing is asked of it."""
        if is_out_of_reach(error) and self._clock.isActive():
            self._clock.stop()
            self.lost.emit(error)

    def _checked(self, findings: tuple[Finding, ...]) -> None:
        self.findings, self.checked_meeting = findings, self._wanted
        self.checked.emit(findings)

    def _look(self, workspace: Workspace) -> bool:
        """Runs in the reader's thread."""
        self._ask_presence()
        return workspace.has_news()

    def _take_if_wanted(self, workspace: Workspace, meeting_id: int) -> MeetingSnapshot | None:
        """Runs in the reader's thread."""
        if meeting_id != self._wanted:
            return None
        return store_work.take(workspace, meeting_id)

    def _taken(self, snapshot: MeetingSnapshot | None) -> None:
        if snapshot is not None and snapshot.meeting.id == self._wanted:
            self.snapshot_taken.emit(snapshot)
            self._watch.look_at(snapshot)

    def _not_taken(self, error: Exception) -> None:
        if is_out_of_reach(error):
            self._not_reached(error)
            return
        self.failed.emit(error)
        self.glance()  # the meeting may have been deleted elsewhere

    def _looked(self, news: bool) -> None:
        self._looking = False
        if news:
            self.changed_elsewhere.emit()

    def _not_looked(self, error: Exception) -> None:
        self._looking = False  # nobody asked: only that the workspace is gone must be told
        self._not_reached(error)
