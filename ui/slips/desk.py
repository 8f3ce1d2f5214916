"""The import of slips into a meeting: between its page, the worker that reads, and the workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from models.imports.plan import Action
from resources.languages import translator
from ui.dialogs.troubles import Action as Trouble
from ui.slips.asking import ask_files, ask_folder
from ui.slips.import_page import ImportPage
from ui.slips.reader_desk import ReaderDesk
from ui.slips.sitting import RowPlace, Sitting
from ui.slips.sources import Source
from ui.theme import Theme, load_theme
from ui.widgets.clipboard import Content, content_of

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from sqlalchemy.orm import Session

    from models.imports.apply_import import Imported
    from models.imports.known_people import KnownPeople
    from models.imports.plan import Decision, PlanRow
    from models.snapshots.shapes import MeetingSnapshot
    from ui.dialogs.question import Question
    from ui.office import Office
    from ui.slips.reader_process import Report


class ImportDesk(QObject):
    """One import at a time, begun with `add`. What is read and decided stays until it is written or discarded."""

    shown = Signal()  # the page is to be seen
    hidden = Signal()  # the list again
    imported = Signal(object, object)  # Imported, and the rows of the list that it left as they were
    _advanced = Signal(int, int)  # so many of so many entries are written; told by the writer's thread

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office, self.language, self._theme = office, "zh", load_theme("light")
        self.page = ImportPage()
        self.reader = ReaderDesk(self)
        self._sittings: dict[tuple[str, int], Sitting] = {}  # by workspace and meeting
        self._key = ("", 0)
        self._asked_for: tuple[Sitting | None, KnownPeople | None] = (None, None)
        self._question: Question | None = None
        self.snapshot: MeetingSnapshot | None = None
        self.writing = False
        self._written: Callable[[], object] | None = None  # what waits for the writing to end
        self._unfit: tuple[Sitting, Sequence[PlanRow], Mapping[RowPlace, Decision]] | None = None  # see `_is_outdated`
        self.reader.reported.connect(self._told)
        self._advanced.connect(self.page.show_written)
        self._connect(self.page)

    def _connect(self, page: ImportPage) -> None:
        page.apply_requested.connect(self.apply)
        page.left.connect(self.hidden)
        page.discarded.connect(self._discard_asked)
        page.cancel_requested.connect(self._cancel)
        page.files_requested.connect(self.ask_files)
        page.folder_requested.connect(self.ask_folder)
        page.clipboard_requested.connect(self.paste)
        page.plan.together_changed.connect(self._keep_together)
        sheets = page.sheets
        sheets.column_corrected.connect(self._correct(Sitting.correct_column))
        sheets.header_corrected.connect(self._correct(Sitting.correct_header))
        sheets.corrections_forgotten.connect(self._correct(Sitting.forget_corrections))
        sheets.sheet_used.connect(lambda file, sheet, use: self._use_sheet(file, sheet, use=use))
        sheets.password_given.connect(self._unlock)
        sheets.retry_requested.connect(self.read)

    # --- what the room says

    @property
    def sitting(self) -> Sitting | None:
        """The import of the meeting shown."""
        return self._sittings.get(self._key)

    @property
    def unfinished(self) -> list[Sitting]:
        """The imports in which something was decided or set right, the one shown first."""
        here = self.sitting
        others = [one for one in self._sittings.values() if one is not here]
        return [one for one in (here, *others) if one is not None and one.has_work]

    def follow(self, snapshot: MeetingSnapshot) -> None:
        """The meeting shown now, or the same one after a change: then it is compared anew with what was read."""
        before, self.snapshot = self._key, snapshot
        workspace = self.office.link.workspace
        self._key = (workspace.location if workspace else "", snapshot.meeting.id)
        if self._key != before:
            self._unfit = self._written = None
            self.page.begin()
            if self.sitting is not None:
                self.page.show_sitting(self.sitting)
        if self.sitting is not None and not self.writing:
            self.read()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        self.page.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self.page.retheme(theme)

    def may_close(self, close: Callable[[], object]) -> bool:
        """Whether nothing decided would be forgotten now; asks, and calls `close` when it may."""
        if self.writing or self._unfit is not None:
            self._written = close
            return False
        if not self.unfinished:
            return True
        if self._question is not None:
            self._question.raise_()
            return False
        from ui.slips.leaving import ask_about

        self._question = ask_about(self, close)
        self._question.finished.connect(self._answered)
        return False

    def _answered(self) -> None:
        self._question = None

    def end(self) -> None:
        """The window is going: end the worker."""
        self.reader.close()

    # --- what is read

    def ask_files(self) -> None:
        """Let the user choose files."""
        ask_files(self.page.window(), self.language, self.office.settings, self.add_paths)

    def ask_folder(self) -> None:
        """Let the user choose a folder."""
        ask_folder(self.page.window(), self.language, self.office.settings, self.add_paths)

    def add_paths(self, paths: Sequence[str]) -> None:
        """Read these files and folders as well."""
        self.add([Source(path) for path in paths])

    def paste(self) -> None:
        """Read what the clipboard holds: files copied in a file manager, or the cells of a table."""
        mime = QGuiApplication.clipboard().mimeData()
        if not self.add_clipboard(mime):
            _ = translator(self.language).gettext
            self.office.notice(_("The clipboard holds no table and no files."))

    def add_clipboard(self, mime: QMimeData) -> bool:
        """Read these as well; whether there was anything to read."""
        content = content_of(mime)
        if content is Content.FILES:
            self.add_paths([url.toLocalFile() for url in mime.urls() if url.isLocalFile()])
        elif content is Content.TEXT:
            self.add([Source(text=mime.text(), html=mime.html())])
        return content in (Content.FILES, Content.TEXT)

    def add(self, sources: Iterable[Source]) -> None:
        """Read these as well, for the meeting shown; the page is opened."""
        if self.snapshot is None or self.office.read_only or self.writing:
            return
        if self.sitting is None:
            self.page.begin()
        _ = translator(self.language).gettext
        sitting = self._sittings.setdefault(self._key, Sitting(self.snapshot.meeting.id, _("Clipboard")))
        sitting.add(sources)
        self.shown.emit()
        self.read()

    def read(self) -> None:
        """Read what the workspace knows, then the slips, and make the plan anew."""
        sitting = self.sitting
        if sitting is None or not sitting.sources:
            return
        self.page.show_reading("", 0, 0)
        self.reader.warm_up()
        meeting_id = sitting.meeting_id

        def work(session: Session) -> KnownPeople:
            from models.imports.known_people import known_people
            from models.imports.no_collection import short_pause

            with short_pause():
                return known_people(session, meeting_id)

        self.office.read(work, partial(self._ask, sitting), self._not_known)

    def _ask(self, sitting: Sitting, known: KnownPeople) -> None:
        from ui.slips.reader_process import Wish

        if sitting is not self.sitting:
            return  # discarded meanwhile
        name = sitting.clipboard_name
        number, self._asked_for = self.reader.next_number(), (sitting, known)
        self.reader.ask(Wish(number, sitting.sources, known, name, sitting.passwords, dict(sitting.corrections)))

    def _not_known(self, error: Exception) -> None:
        self.page.show_idle()
        self.office.tell_error(Trouble.OTHER, error)

    def _told(self, report: Report) -> None:
        from ui.slips.reader_process import NotPlanned, Planned, Reading

        sitting, known = self._asked_for
        if sitting is None or sitting not in self._sittings.values():
            return
        if isinstance(report, Planned):
            sitting.take(report.plan, report.paths, known)
            self._asked_for = (sitting, None)
        if sitting is not self.sitting:
            return  # another meeting is shown meanwhile
        if isinstance(report, Reading):
            self.page.show_reading(report.name, report.done, report.total)
        elif isinstance(report, Planned):
            self._planned(sitting)
        elif isinstance(report, NotPlanned):
            self._not_planned(report.error or RuntimeError(report.details))

    def _planned(self, sitting: Sitting) -> None:
        """Show the plan; one that was to be written, and is what it was, is written now."""
        unfit, self._unfit = self._unfit, None
        if unfit is not None and sitting.plan is not None:
            if unfit == (sitting, sitting.plan.rows, sitting.decided):
                self.apply()
                return
            sitting.outdated, self._written = True, None
        self.page.show_sitting(sitting)

    def _not_planned(self, error: Exception) -> None:
        """Nothing came of it; what was there before stays, and a plan that never came is given up."""
        self._unfit = self._written = None
        self.page.show_idle()
        if self.sitting is not None and self.sitting.plan is None:
            self.discard()
        self.office.tell_error(Trouble.OTHER, error)

    # --- corrections

    def _correct(self, change: Callable[..., None]) -> Callable[..., None]:
        def corrected(*given: object) -> None:
            if self.sitting is not None:
                change(self.sitting, *given)
                self.read()

        return corrected

    def _use_sheet(self, file: str, sheet: str, *, use: bool) -> None:
        if self.sitting is not None:
            self.sitting.use_sheet(file, sheet, use=use)
            self.read()

    def _keep_together(self, row: PlanRow, together: bool) -> None:
        if self.sitting is not None:
            self.sitting.keep_together(row, together=together)
            self.read()

    def _unlock(self, password: str) -> None:
        if self.sitting is not None:
            self.sitting.passwords = tuple(dict.fromkeys((password, *self.sitting.passwords)))
            self.read()

    # --- the end

    def _discard_asked(self) -> None:
        """Nothing brings decisions back: where there are any, it is asked first."""
        if self.sitting is None or not self.sitting.has_work:
            self.discard()
        elif self._question is None:
            from ui.slips.leaving import ask_discard

            self._question = ask_discard(self)
            self._question.finished.connect(self._answered)

    def discard(self) -> None:
        """Forget the import; nothing of it has been written."""
        self._unfit = None
        self._sittings.pop(self._key, None)
        self.reader.rest()
        self.page.begin()
        self.hidden.emit()

    def forget_all(self) -> None:
        """Forget every import."""
        self._sittings.clear()
        self.discard()

    def _cancel(self) -> None:
        """Stop reading; a plan that is there stays, and can be made anew."""
        self._unfit = self._written = None
        self.reader.stop()
        if self.sitting is not None and self.sitting.plan is None:
            self.discard()
        else:
            self.page.show_idle()

    def apply(self) -> None:
        """Write what is planned and decided, as one step."""
        sitting = self.sitting
        if sitting is None or sitting.plan is None or self.writing or self.reader.busy:
            return
        people, groups = sitting.written()
        plan, known, decisions, now = sitting.plan, sitting.known, sitting.decisions(), datetime.now(UTC)
        paths = {name: path for name, path in sitting.paths.items() if path}
        untouched = self._untouched(sitting)

        def work(session: Session) -> Imported | None:
            from models.actions.import_people import fits_still, import_people

            if known is not None and not fits_still(session, plan, known):
                return None
            tell = self._advanced.emit
            return import_people(session, plan, decisions, paths=paths, imported_at=now, progress=tell)

        self.writing, sitting.outdated = True, False
        self.page.show_writing(people + groups)
        self.office.change(
            "import_people",
            work,
            done=lambda result: self._done(sitting, result, untouched),
            failed=lambda _error: self._failed(),
            count=people,
        )

    def _untouched(self, sitting: Sitting) -> frozenset[int]:
        """Those on the list who are not updated, as the table numbers its rows: groups have a minus."""
        rows = sitting.plan.rows if sitting.plan else ()
        taken = [sitting.candidate_of(row) for row in rows if sitting.action_of(row) is Action.UPDATE]
        met = {one.attendance_id for one in taken if one} | {-one.group_id for one in taken if one and one.group_id}
        people = (one.id for one in self.snapshot.attendees) if self.snapshot else ()
        groups = (-group.id for group in self.snapshot.groups) if self.snapshot else ()
        return frozenset((*people, *groups)) - met

    def _done(self, sitting: Sitting, result: Imported | None, untouched: frozenset[int]) -> None:
        self.writing = False
        self.page.show_idle()
        if result is None:
            self._is_outdated(sitting)
            return
        if sitting is self.sitting:
            self.discard()
            self.imported.emit(result, untouched)
        else:  # another meeting is shown meanwhile
            self._sittings = {key: one for key, one in self._sittings.items() if one is not sitting}
        self._go_on()

    def _is_outdated(self, sitting: Sitting) -> None:
        """Somebody has changed what the plan was made against: it is made anew, and looked at anew where it differs."""
        if sitting is self.sitting and sitting.plan is not None:
            self._unfit = (sitting, sitting.plan.rows, dict(sitting.decided))
            self.read()
        else:
            self._written, sitting.outdated = None, True

    def _failed(self) -> None:
        """The office has told why; the plan is still there."""
        self.writing = False
        self.page.show_idle()
        self._written = None

    def _go_on(self) -> None:
        waiting, self._written = self._written, None
        if waiting is not None:
            waiting()
