"""The window: rail, top bar, rooms, status bar. It joins the parts; each part says and draws itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from resources.languages import translator
from ui.dialogs.error import ErrorDialog
from ui.dialogs.problem_page import ProblemPage
from ui.dialogs.troubles import Action, trouble_of
from ui.export_desk import ExportDesk
from ui.failures import Failures
from ui.fonts import window_font
from ui.office import Office
from ui.qt_words import QtWords
from ui.rail import ROOMS, Rail
from ui.rooms import Rooms
from ui.settings import LANGUAGE, LAST_MEETING, LAST_ROOM, THEME, WINDOW_GEOMETRY, Settings
from ui.status_bar import StatusBar
from ui.theme import Theme, load_theme, palette, style_sheet
from ui.top_bar import TopBar
from ui.widgets.activity_line import ActivityLine
from ui.widgets.message_page import MessagePage
from ui.wording import finding_sentence
from ui.workspace_link import Glance, WorkspaceLink

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from models.errors import KnownError
    from models.snapshots.shapes import MeetingSnapshot
    from models.store.changes import ChangeSet
    from models.store.queries import MeetingRow
    from ui.export_worker import Choice
    from ui.room import Room

USUAL_SIZE = (1366, 768)
LEAST_SIZE = (1024, 600)
# Ctrl+Z pressed once more than there are steps: nothing to tell.
NOTHING_LEFT = ("nothing_to_undo", "nothing_to_redo")


class Spoken(Protocol):
    """Anything that can be said in another language."""

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""


class Themed(Protocol):
    """Anything that can be drawn in another theme."""

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""


class MainWindow(QMainWindow):
    """The one window of the app. `first_painted` comes once, after the frame is on the screen."""

    first_painted = Signal()
    meeting_shown = Signal(int)

    def __init__(self, location: str, language: str, settings: Settings) -> None:
        super().__init__()
        self.location, self.language, self.settings = location, language, settings
        self.theme = load_theme(_chosen_theme(settings))
        self._wear()
        self.link, self.failures, self.qt_words = WorkspaceLink(self), Failures(self), QtWords(self)
        self.rail, self.top_bar, self.status, self.activity = Rail(), TopBar(), StatusBar(), ActivityLine()
        self.desk = ExportDesk(self, settings, self.activity)
        self.office = Office(self.link, settings, self.desk, self.tell_error, self.status.notice, self.show_place)
        self.rooms = Rooms(self._dress_room)
        self.room = self.rail.known_room(settings.get(LAST_ROOM))
        self.meetings: tuple[MeetingRow, ...] = ()
        self.meeting_id: int | None = None
        self.snapshot: MeetingSnapshot | None = None
        self._warnings: tuple[Finding, ...] = ()  # what looks classified in the meeting shown
        self._stale: set[str] = set()  # rooms that have not shown the present snapshot yet
        self._outdated = False  # the meeting shown has changed since its snapshot
        self._painted = False
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self.rail.show_room(self.room)
        self.apply_theme(self.theme.name)
        self.apply_language(language)
        self._restore_geometry()

    # --- the frame

    def _lay_out(self) -> None:
        self.content, self.pages = QStackedWidget(), QStackedWidget()
        self.blank, self.empty_page = QWidget(), MessagePage("calendar-days")
        self.load_button = self.empty_page.add_button(self.link.load_samples, main=True)
        for page in (self.blank, self.empty_page):
            self.content.addWidget(page)
        self.problem_page = ProblemPage()
        self.problem_page.retry_requested.connect(self.open_workspace)
        self.problem_page.other_requested.connect(self._open_other)
        for page in (self._frame(), self.problem_page):
            self.pages.addWidget(page)
        self.setCentralWidget(self.pages)
        self.setMinimumSize(*LEAST_SIZE)

    def _frame(self) -> QWidget:
        right = QVBoxLayout()
        right.setSpacing(0)
        for widget, stretch in ((self.top_bar, 0), (self.content, 1), (self.activity, 0)):
            right.addWidget(widget, stretch)
        frame = QWidget()
        frame.setObjectName("frame")
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self.status, 1, 0, 1, 2)
        return frame

    def _connect(self) -> None:
        self.rail.room_requested.connect(self.show_room)
        self.rail.card.meeting_requested.connect(self.show_meeting)
        self.top_bar.language_requested.connect(self.choose_language)
        self.top_bar.theme_requested.connect(self._switch_theme)
        self.top_bar.undo_menu.undo_requested.connect(self.link.undo)
        self.top_bar.undo_menu.redo_requested.connect(self.link.redo)
        self.link.opened.connect(self._opened)
        self.link.open_failed.connect(self._not_opened)
        self.link.glanced.connect(self._glanced)
        self.link.snapshot_taken.connect(self._snapshot_taken)
        self.link.warned.connect(self._warned)
        self.link.failed.connect(partial(self.tell_error, Action.CHANGE))
        self.link.busy_changed.connect(self._writing)
        self.link.feed.committed.connect(self._committed)
        self.link.changed_elsewhere.connect(self._changed_elsewhere)
        self.desk.allowed_changed.connect(self._allow_export)
        self.desk.failed.connect(self._export_failed)
        self.failures.happened.connect(self._unforeseen)

    def _add_shortcuts(self) -> None:
        self._add_shortcut("Ctrl+E", self._export_by_key)
        self._add_shortcut("Ctrl+M", self.rail.card.click)
        for number, (key, _message, _icon) in enumerate(ROOMS, 1):
            self._add_shortcut(f"Ctrl+{number}", partial(self.show_room, key))
        self.addActions([self.top_bar.undo_menu.undo_action, self.top_bar.undo_menu.redo_action])

    def _add_shortcut(self, keys: str, called: Callable[[], None]) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(called)
        self.addAction(action)

    # --- language and theme

    def choose_language(self, language: str) -> None:
        """Speak another language from now on, and the next time as well."""
        self.apply_language(language)
        self.settings.set(LANGUAGE, language)

    def apply_language(self, language: str) -> None:
        """Say everything in a language, at once."""
        self.language = language
        self.qt_words.speak(language)
        self._wear()
        frame: tuple[Spoken, ...] = (self.rail, self.top_bar, self.status, self.desk, self.problem_page)
        parts: tuple[Spoken, ...] = (*frame, *self.rooms.open_ones())
        for part in (*parts, *cast("list[ErrorDialog]", self.findChildren(ErrorDialog))):
            part.retranslate(language)
        self._say()

    def apply_theme(self, name: str) -> None:
        """Draw everything in a theme, at once."""
        self.theme = load_theme(name)
        self._wear()
        pages = (self.empty_page, self.problem_page)
        parts: tuple[Themed, ...] = (self.rail, self.top_bar, self.status, self.desk, *pages, *self.rooms.open_ones())
        for part in parts:
            part.retheme(self.theme)

    def _wear(self) -> None:
        """Put on font and colors, only where they differ; an application's style sheet takes three times as long."""
        application, worn = cast(QApplication, QApplication.instance()), f"{self.language} {self.theme.name}"
        if application.property("worn") != worn:
            application.setProperty("worn", worn)
            application.setFont(window_font(self.language))
            application.setPalette(palette(self.theme))
        if self.property("worn") != worn:
            self.setProperty("worn", worn)
            self.setStyleSheet(style_sheet(self.theme.name))  # last: it builds on the font

    def _switch_theme(self) -> None:
        name = "light" if self.theme.name == "dark" else "dark"
        self.apply_theme(name)
        self.settings.set(THEME, name)

    def _say(self) -> None:
        """The words of the window itself."""
        _ = translator(self.language).gettext
        self.setWindowTitle(_("Signing Desk"))
        self.setAccessibleName(_("Signing Desk"))
        self.empty_page.say(
            _("This workspace holds no meeting yet"),
            _("Load the sample meetings to see what everything looks like. Undo takes them away again."),
        )
        self.load_button.setText(_("Load samples"))
        self.load_button.setAccessibleName(_("Load samples"))
        self._say_title()

    def _say_title(self) -> None:
        _ = translator(self.language).gettext
        meeting = self._meeting()
        title = meeting.title.pick(self.language) if meeting else _("Signing Desk")
        self.top_bar.show_title(title, _("Invented example") if meeting and meeting.invented else "")
        self.top_bar.warn(tuple(finding_sentence(finding, self.language) for finding in self._warnings))

    # --- opening

    def open_workspace(self) -> None:
        """Open the workspace at `location`."""
        self.pages.setCurrentIndex(0)
        self.link.open(self.location)

    def start(self) -> None:
        """What waited for the first paint: open the workspace, warm up the worker."""
        self.open_workspace()
        self.desk.jobs.warm_up()

    def _open_other(self, location: str) -> None:
        self.location = location
        self.open_workspace()

    def _opened(self) -> None:
        workspace = self.link.workspace
        if workspace is None:
            return
        self.settings.remember_workspace(self.location)
        self.status.show_workspace(workspace.name, workspace.location, read_only=workspace.read_only)
        self.top_bar.undo_menu.allow(not workspace.read_only)
        self.load_button.setEnabled(not workspace.read_only)
        self.link.glance()

    def _not_opened(self, error: Exception) -> None:
        self.problem_page.tell(error)
        self.pages.setCurrentIndex(1)
        self.problem_page.retry_button.setFocus()

    def _dress_room(self, room: Room) -> None:
        room.attach(self.office)
        room.export_requested.connect(self._export)
        room.allow_export(self.desk.jobs.running is None)
        room.retheme(self.theme)
        room.retranslate(self.language)
        self.content.addWidget(room)

    # --- meetings and rooms

    def show_meeting(self, meeting_id: int) -> None:
        """Show a meeting in every room."""
        if meeting_id != self.meeting_id:
            self._warnings = ()
        self.meeting_id = meeting_id
        meeting = self._meeting()
        if meeting is not None:
            self.settings.set(LAST_MEETING, meeting.key)
        self._show_frame()
        self._outdated = False
        self.link.take(meeting_id)

    def show_room(self, key: str) -> None:
        """Open a room."""
        self.room = key
        self.rail.show_room(key)
        if self.snapshot is None:
            return
        room = self.rooms[key]
        self._refresh_room(key)
        self.content.setCurrentWidget(room)
        room.take_focus()

    def show_place(self, place: str) -> None:
        """Open the room that holds a place and put the cursor there."""
        key = place.partition("/")[0]
        if key in self.rail.buttons:
            self.show_room(key)
            if self.snapshot is not None:
                self.rooms[key].reveal(place)

    def _refresh_room(self, key: str) -> None:
        if key in self._stale and self.snapshot is not None:
            self._stale.discard(key)
            self.rooms[key].show_snapshot(self.snapshot)

    def _glanced(self, glance: Glance) -> None:
        self.meetings = glance.meetings
        titles = {meeting.key: meeting.title for meeting in self.meetings}
        self.top_bar.undo_menu.show_steps(glance.undo, glance.redo, titles)
        known = {meeting.id: meeting for meeting in self.meetings}
        if not known:
            self.meeting_id = self.snapshot = None
            self._warnings = ()
            self.content.setCurrentWidget(self.empty_page)
            self._show_frame()
            self.load_button.setFocus()
        elif self.meeting_id not in known:
            last = self.settings.get(LAST_MEETING)
            self.show_meeting(
                next((meeting.id for meeting in self.meetings if meeting.key == last), self.meetings[0].id)
            )
        elif self._outdated and self.meeting_id is not None:
            self.show_meeting(self.meeting_id)
        else:
            self._show_frame()

    def _show_frame(self) -> None:
        self.rail.card.show_meetings(self.meetings, self.meeting_id)
        self.status.show_meeting(self._meeting())
        for button in self.rail.buttons.values():
            button.setEnabled(bool(self.meetings))
        self._say_title()

    def _meeting(self) -> MeetingRow | None:
        return next((meeting for meeting in self.meetings if meeting.id == self.meeting_id), None)

    def _snapshot_taken(self, snapshot: MeetingSnapshot) -> None:
        self.snapshot = snapshot
        self._stale = {room for room, _message, _icon in ROOMS}
        self.show_room(self.room)
        self.meeting_shown.emit(snapshot.meeting.id)

    def _warned(self, findings: tuple[Finding, ...]) -> None:
        self._warnings = findings
        self._say_title()

    # --- changes

    def _committed(self, change: ChangeSet, _initiator: object) -> None:
        self.status.show_change(datetime.now())
        self._outdated |= self.meeting_id is not None and change.concerns(self.meeting_id)
        self.link.glance()  # first: the meeting itself may be gone

    def _changed_elsewhere(self) -> None:
        self._outdated = self.meeting_id is not None
        self.link.glance()

    def _writing(self, busy: bool) -> None:
        self.status.show_saving(busy)
        self.load_button.setEnabled(not busy and not self.link.read_only)

    # --- exports

    def _export(self, choices: tuple[object, ...]) -> None:
        if self.snapshot is not None:
            self.desk.ask_and_export(self.snapshot, cast("tuple[Choice, ...]", choices))

    def _export_by_key(self) -> None:
        if self.snapshot is None:
            return
        if self.room not in ("papers", "agreements"):
            self.show_room("papers")
        else:
            self.rooms[self.room].export_chosen()

    def _allow_export(self, allowed: bool) -> None:
        for room in self.rooms.open_ones():
            room.allow_export(allowed)

    # --- failures

    def tell_error(self, action: Action, error: Exception, details: str = "") -> None:
        """Say calmly what failed; what nobody foresaw goes to the log as well."""
        from models.errors import KnownError

        if isinstance(error, KnownError) and error.code in NOTHING_LEFT:
            return
        if not isinstance(error, KnownError) and not details:
            self.failures.tell(error)
            return
        self._open_dialog(error, action, details or str(error))

    def _export_failed(self, error: KnownError | None, details: str) -> None:
        self._open_dialog(error, Action.EXPORT, details)

    def _unforeseen(self, details: str) -> None:
        self._open_dialog(None, Action.OTHER, details)

    def _open_dialog(self, error: Exception | None, action: Action, details: str) -> None:
        dialog = ErrorDialog(trouble_of(error, action, self.language, details), self.language, self.theme, self)
        dialog.open()

    # --- Qt

    def _restore_geometry(self) -> None:
        saved = QByteArray.fromBase64(self.settings.get(WINDOW_GEOMETRY).encode())
        if saved.isEmpty() or not self.restoreGeometry(saved):
            self.resize(*USUAL_SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: tell, once, that the frame is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: remember the window, end the worker and the threads."""
        self.settings.set(WINDOW_GEOMETRY, bytes(self.saveGeometry().toBase64().data()).decode())
        self.settings.set(LAST_ROOM, self.room)
        self.desk.close()
        self.link.close()
        self.qt_words.stop()
        event.accept()


def _chosen_theme(settings: Settings) -> str:
    chosen = settings.get(THEME)
    if chosen != "system":
        return chosen
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
