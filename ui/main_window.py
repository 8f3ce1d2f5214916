"""The window. It paints a light frame first, then makes its parts and joins them; each part says and draws itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent

from resources.languages import translator
from ui.first_press import FirstPress
from ui.light_frame import LightFrame
from ui.settings import LAST_ROOM, WINDOW_GEOMETRY, Settings
from ui.showing_window import ShowingWindow
from ui.theme import chosen_theme, load_theme

if TYPE_CHECKING:
    from models.store.changes import ChangeSet
    from ui.appearance import Dressed
    from ui.dialogs.troubles import Action
    from ui.error_desk import ErrorDesk
    from ui.export_desk import ExportDesk
    from ui.export_worker import Choice
    from ui.failures import Failures
    from ui.files_desk import FilesDesk
    from ui.help_desk import HelpDesk
    from ui.leaving import Leaving
    from ui.meetings.desk import MeetingDesk
    from ui.menu_bar import MenuBar
    from ui.office import Office
    from ui.part_keys import PartKeys
    from ui.room import Room
    from ui.rooms import Rooms
    from ui.safety_desk import SafetyDesk
    from ui.search.desk import SearchDesk
    from ui.settings_desk import SettingsDesk
    from ui.start.desk import StartDesk
    from ui.window_frame import WindowFrame
    from ui.workspace_link import Glance, WorkspaceLink

USUAL_SIZE = (1366, 768)
LEAST_SIZE = (1024, 600)
TITLE_BAR = 40  # about what the system's frame takes


class MainWindow(ShowingWindow):
    """The one window of the app. `first_painted` comes once, after the light frame is on the screen.

    Its parts are made by `complete`: at once, or with `paint_first` when the first frame has been painted.
    """

    first_painted = Signal()
    meeting_shown = Signal(int)

    frame: WindowFrame
    menus: MenuBar
    link: WorkspaceLink
    desk: ExportDesk
    office: Office
    rooms: Rooms
    errors: ErrorDesk
    files: FilesDesk
    meeting_desk: MeetingDesk
    help_desk: HelpDesk
    leaving: Leaving
    safety: SafetyDesk
    search: SearchDesk
    beginning: StartDesk
    settings_desk: SettingsDesk
    part_keys: PartKeys
    failures: Failures

    def __init__(self, location: str, language: str, settings: Settings, *, paint_first: bool = False) -> None:
        super().__init__()
        self.location, self.settings = location, settings
        self._language = language
        self._painted = self._is_complete = False
        self.setMinimumSize(*LEAST_SIZE)
        self.setAcceptDrops(True)
        self._restore_geometry()
        if paint_first:
            self.setCentralWidget(LightFrame(load_theme(chosen_theme(settings)).tokens))
            self.first_painted.connect(self.complete)
        else:
            self.complete()

    def complete(self) -> None:
        """Make the parts, once; what they import is imported here."""
        if self._is_complete:
            return
        self._is_complete = True
        from ui.appearance import Appearance
        from ui.failures import Failures
        from ui.rooms import Rooms
        from ui.window_frame import WindowFrame
        from ui.workspace_link import WorkspaceLink

        self.appearance = Appearance(self, self.settings, self._language, self._dressed)
        self.appearance.wear()
        self.link, self.failures = WorkspaceLink(self), Failures(self)
        self.frame = self.pages = WindowFrame()
        self.rail, self.top_bar, self.status = self.frame.rail, self.frame.top_bar, self.frame.status
        self.content, self.problem_page = self.frame.content, self.frame.problem_page
        self.empty_page = self.frame.empty_page
        self.rooms = Rooms(self._dress_room)
        self._make_desks()
        self._make_more_desks()
        self._connect()
        self._connect_link()
        self._make_menus()
        self.showing.mark_room()
        self.appearance.apply_theme(self.appearance.theme.name)
        self.appearance.apply_language(self._language)
        self.setCentralWidget(self.frame)

    def _make_desks(self) -> None:
        from ui.error_desk import ErrorDesk
        from ui.export_desk import ExportDesk
        from ui.files_desk import FilesDesk
        from ui.findings_shown import FindingsShown
        from ui.help_desk import HelpDesk
        from ui.leaving import Leaving
        from ui.meetings.desk import MeetingDesk
        from ui.office import Office
        from ui.showing import Showing

        self.desk = ExportDesk(self, self.settings, self.frame.activity)
        self.errors = ErrorDesk(self, self.failures, self.appearance)
        self.showing = Showing(self.frame, self.link, self.settings, self.rooms)
        self.findings_shown = FindingsShown(self.frame, self.link, self.showing)
        telling = self.tell_error, self.status.notice, self.showing.show_place
        self.office = Office(self.link, self.settings, self.desk, *telling, self.top_bar.undo_menu)
        self.files = FilesDesk(self)
        self.meeting_desk = MeetingDesk(self)
        self.help_desk, self.leaving = HelpDesk(self), Leaving(self)
        self.frame.offer_first_steps(self.meeting_desk.ask_new, self.link.load_samples)
        self.load_button = self.frame.load_button

    def _make_more_desks(self) -> None:
        from ui.part_keys import PartKeys
        from ui.safety_desk import SafetyDesk
        from ui.search.desk import SearchDesk
        from ui.settings_desk import SettingsDesk
        from ui.start.desk import StartDesk

        self.safety, self.search = SafetyDesk(self), SearchDesk(self)
        self.beginning, self.settings_desk = StartDesk(self), SettingsDesk(self)
        self.part_keys = PartKeys(self)
        for applied in (self.appearance.language_applied, self.appearance.theme_applied):
            applied.connect(lambda _given: self.beginning.dress())

    def _make_menus(self) -> None:
        from ui.menu_bar import MenuBar
        from ui.menu_tables import menus_of

        self.menus = MenuBar(menus_of(self), self)
        self.setMenuBar(self.menus)
        self.addActions([self.top_bar.undo_menu.undo_action, self.top_bar.undo_menu.redo_action])

    def _connect(self) -> None:
        rail, top_bar = self.rail, self.top_bar
        rail.room_requested.connect(self.show_room)
        rail.approached.connect(self._prepare_rooms)
        rail.card.meeting_requested.connect(self.show_meeting)
        rail.card.popup.new_requested.connect(self.meeting_desk.ask_new)
        rail.card.popup.details_requested.connect(self.meeting_desk.show_details)
        top_bar.language_requested.connect(self.choose_language)
        top_bar.theme_requested.connect(self.appearance.switch_theme)
        top_bar.undo_menu.undo_requested.connect(self._undo)
        top_bar.undo_menu.redo_requested.connect(self.link.redo)
        self.problem_page.retry_requested.connect(self.files.try_again)
        self.problem_page.other_requested.connect(self.files.ask_open)
        self.showing.meeting_shown.connect(self.meeting_shown)
        self.showing.changed.connect(self._say_meeting)
        self.showing.replayed.connect(self._tell_replayed)
        self.appearance.language_applied.connect(self._say)
        self.desk.allowed_changed.connect(self._allow_export)
        self.desk.failed.connect(self.errors.export_failed)
        self.desk.place_requested.connect(self.show_place)
        self.failures.happened.connect(self.errors.unforeseen)

    def _connect_link(self) -> None:
        from ui.dialogs.troubles import Action

        link = self.link
        link.opened.connect(self._opened)
        link.open_failed.connect(self.files.not_opened)
        link.lost.connect(self.files.lost)
        link.glimpsed.connect(self._glanced)
        link.glanced.connect(self._glanced)
        link.snapshot_taken.connect(self.showing.snapshot_taken)
        link.failed.connect(partial(self.tell_error, Action.CHANGE))
        link.busy_changed.connect(self._writing)
        link.feed.committed.connect(self._committed)
        link.changed_elsewhere.connect(self._changed_elsewhere)

    # --- language and theme

    def toggle_full_screen(self) -> None:
        """The whole screen, and back."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _dressed(self) -> Iterator[Dressed]:
        """Everything that speaks and has colors."""
        parts: tuple[Dressed, ...] = (self.frame, self.desk, self.menus, self.errors, self.search.palette)
        yield from parts
        yield from self.rooms.open_ones()

    def _say(self, language: str) -> None:
        """The words of the window itself."""
        _ = translator(language).gettext
        self.setWindowTitle(_("Signing Desk"))
        self.setAccessibleName(_("Signing Desk"))
        self._say_meeting()

    def _say_meeting(self) -> None:
        """Title, card, counts and commands of the meeting shown."""
        self.rail.card.show_meetings(self.meetings, self.meeting_id)
        self.rail.allow_rooms(bool(self.meetings))
        self.status.show_meeting(self.showing.meeting)
        self.top_bar.show_meeting(self.showing.meeting)
        self.menus.refresh()

    # --- opening

    def open_workspace(self) -> None:
        """Open the workspace at `location`."""
        self.frame.show_frame()
        self.link.open(self.location)

    def start(self) -> None:
        """What waited for the first paint: open the workspace, warm up the worker."""
        self.complete()
        self.failures.catch()
        if self.beginning.is_first():
            self.beginning.show_first_page()
        else:
            self.open_workspace()
        self.desk.jobs.warm_up()

    def release(self) -> None:
        """Give back what `start` took over of the interpreter."""
        if self._is_complete:
            self.failures.release()

    def _open_other(self, location: str) -> None:
        self.files.open_file(location)

    def _opened(self) -> None:
        workspace = self.link.workspace
        if workspace is None:
            return
        self.files.found()
        self.frame.show_frame()
        self.settings.remember_workspace(self.location)
        self.status.show_workspace(workspace.name, workspace.location, read_only=workspace.read_only)
        self.top_bar.undo_menu.allow(not workspace.read_only)
        self.frame.allow_first_steps(not workspace.read_only)
        self.rail.card.popup.allow_new(not workspace.read_only)
        self.showing.look_again()
        self.safety.opened()
        self.link.begin(self.room)
        FirstPress(self).pressed.connect(self.link.get_ready)

    def _prepare_rooms(self) -> None:
        """Somebody is about to open a room; what that needs takes memory and is not loaded before."""
        from ui.rooms import CLASSES

        self.link.get_ready()
        self.link.prepare_rooms(CLASSES)

    def _dress_room(self, room: Room) -> None:
        room.attach(self.office)
        room.export_requested.connect(self._export)
        room.allow_export(not self.desk.busy)
        room.retheme(self.theme)
        room.retranslate(self.language)
        self.content.addWidget(room)

    # --- changes

    def _glanced(self, glance: Glance) -> None:
        titles = {meeting.key: meeting.title for meeting in glance.meetings}
        self.top_bar.undo_menu.show_steps(glance.undo, glance.redo, titles)
        self.showing.glanced(glance)

    def _committed(self, change: ChangeSet, _initiator: object) -> None:
        self.status.show_change(datetime.now())
        self.safety.clock.note_change()
        self.showing.committed(change)
        self.link.glance()  # first: the meeting itself may be gone

    def _changed_elsewhere(self) -> None:
        self.showing.look_again()
        self.link.glance()

    def _writing(self, busy: bool) -> None:
        self.status.show_saving(busy)
        self.frame.allow_first_steps(not busy and not self.link.read_only)

    def _undo(self) -> None:
        """Take back the last step; what is half typed is stored first and is then the last step."""
        before = self.link.begun
        self.showing.keep_typed()
        self.link.undo(newest=self.link.begun != before)

    def _tell_replayed(self, change: ChangeSet) -> None:
        self.status.notice(self.top_bar.undo_menu.replayed(change))

    # --- exports

    def export_chosen(self) -> None:
        """Export what is chosen in the room; elsewhere, go to the papers first."""
        if self.snapshot is None:
            return
        if self.room not in ("papers", "agreements"):
            self.show_room("papers")
        else:
            self.rooms[self.room].export_chosen()

    def _export(self, choices: tuple[object, ...]) -> None:
        if self.snapshot is not None:
            self.desk.ask_and_export(self.snapshot, cast("tuple[Choice, ...]", choices))

    def _allow_export(self, allowed: bool) -> None:
        for room in self.rooms.open_ones():
            room.allow_export(allowed)

    # --- failures

    def tell_error(self, action: Action, error: Exception, details: str = "") -> None:
        """Say calmly what failed; what nobody foresaw goes to the log as well."""
        if not self.files.is_lost(error):
            self.errors.tell(action, error, details)

    # --- Qt

    def _restore_geometry(self) -> None:
        saved = QByteArray.fromBase64(self.settings.get(WINDOW_GEOMETRY).encode())
        if saved.isEmpty() or not self.restoreGeometry(saved):
            room = self.screen().availableGeometry()
            # Below the title bar: on a small screen it would push the foot of the window off it.
            self.resize(min(USUAL_SIZE[0], room.width()), min(USUAL_SIZE[1], room.height() - TITLE_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: tell, once, that the frame is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: files are welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.files.dragged(_local_files(event))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Qt: they were taken away again."""
        self.files.drag_ended()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: open what is a workspace, say what the rest is for."""
        event.acceptProposedAction()
        self.files.drag_ended()
        self.files.files_dropped(_local_files(event))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: store what is typed, remember the window, end the worker and the threads."""
        if not self._is_complete:
            event.accept()
            return
        if not self.leaving.may_close():
            event.ignore()
            return
        self.settings.set(WINDOW_GEOMETRY, bytes(self.saveGeometry().toBase64().data()).decode())
        self.settings.set(LAST_ROOM, self.room)
        for room in self.rooms.open_ones():
            room.end_work()
        self.desk.close()
        self.safety.close()
        self.link.close()
        self.appearance.stop()
        event.accept()


def _local_files(event: QDropEvent) -> list[str]:
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
