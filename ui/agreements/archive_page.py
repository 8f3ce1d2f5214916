"""The archive of one agreement: the scans of the signed paper, its number and day, the end it is to be reminded of.

Places: agreements/<agreement>/archive/<archive_number or archived_on>.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from exporters.documents.words import word
from models.codes import AgreementStatus
from models.final_texts import final_revision
from models.rules.dates import format_date
from models.snapshots.agreement_terms import last_day
from resources.languages import translator
from ui.agreements.archive_changes import ArchiveChanges, next_number
from ui.agreements.archive_copies import copies_folder
from ui.agreements.archive_rows import SCAN_COLUMNS, scan_rows
from ui.agreements.side_page import SidePage
from ui.agreements.step_form import Asked, Form, StepForm
from ui.dialogs.troubles import Action
from ui.file_dialogs import file_dialog
from ui.settings import SCANS_FOLDER
from ui.widgets.drop_hint import DropHint
from ui.widgets.field_panel import Field, FieldKind, FieldPanel, FieldSection
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.message_page import MessagePage
from ui.widgets.row_model import RowModel
from ui.widgets.row_table import RowTable
from ui.wording import finding_sentence
from ui.wording.messages import N_

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.actions.attach_file import Scan
    from models.checks.finding import Finding
    from models.snapshots.shapes import Agreement, MeetingSnapshot
    from ui.theme import Theme

ARCHIVABLE = (AgreementStatus.FINAL, AgreementStatus.SIGNED)
FIELDS = (
    FieldSection(
        "",
        (
            Field("signed_on", N_("Signed on"), computed=True),
            Field("last_day", N_("In force until"), computed=True),
        ),
    ),
    FieldSection(
        N_("Archive"),
        (
            Field("archive_number", N_("Archive number")),
            Field("archived_on", N_("Archived on"), FieldKind.DATE, near=date.today),
        ),
    ),
)


class ScanTable(RowTable):
    """Enter or a double click opens, Del takes away."""

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter opens the row, Del takes it away."""
        row = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.row_opened.emit(row.id)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class ArchivePage(SidePage):
    """Scans are dropped here or chosen; they are read beside the window, and opened as copies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.model = RowModel(SCAN_COLUMNS, self)
        self.table, self.nothing = ScanTable(self.model), MessagePage("archive")
        self.first_button = self.nothing.add_button(self.ask_files)
        self.form, self.panel, self.note, self.hint = StepForm(), FieldPanel(), QLabel(), DropHint(self)
        self.archive_button, self.add_button = QPushButton(), QPushButton()
        self.open_button, self.remove_button = QPushButton(), QPushButton()
        self.pages, self.copying = QStackedWidget(), QLabel()
        self._reading = 0
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.archive_button.setProperty("role", "main")
        for label in (self.note, self.copying):
            label.setProperty("role", "soft")
            label.setWordWrap(True)
            label.hide()
        self.note.setProperty("role", "note")
        for button in (self.remove_button, self.open_button, self.add_button, self.archive_button):
            self.head.addWidget(button)
        for page in (self.table, self.nothing):
            self.pages.addWidget(page)
        left, body = QVBoxLayout(), QHBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.copying)
        left.addWidget(self.pages, 1)
        body.setSpacing(12)
        body.addLayout(left, 1)
        body.addWidget(self.panel)
        for part in (self.note, self.form):
            self.body.addWidget(part)
        self.body.addLayout(body, 1)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.ask_files)
        self.open_button.clicked.connect(self._open_chosen)
        self.remove_button.clicked.connect(self.remove_chosen)
        self.archive_button.clicked.connect(self.begin_archiving)
        self.form.left.connect(self.take_focus)
        self.table.row_opened.connect(self.open_scan)
        self.table.delete_pressed.connect(self.remove_chosen)
        self.table.row_chosen.connect(lambda _row: self._allow())
        self.panel.field_edited.connect(self._edit)

    # --- shown

    def begin(self) -> None:
        """Nothing is asked yet."""
        self.form.give_up()

    def show_snapshot(self, snapshot: MeetingSnapshot, agreement: Agreement | None) -> None:
        """Show the agreement as it is now."""
        another = self.agreement is None or agreement is None or self.agreement.id != agreement.id
        super().show_snapshot(snapshot, agreement)
        if another:
            self.form.give_up()
        if agreement is not None:
            self._show_agreement(agreement)

    def _show_agreement(self, one: Agreement) -> None:
        language, chosen = self.language, self.table.chosen()
        self.title.setText(one.title.pick(language) or one.key)
        rows = scan_rows(one)
        self.model.show_rows(rows)
        if rows:
            self.table.choose(chosen.id if chosen is not None and chosen in rows else rows[-1].id)
        self.pages.setCurrentWidget(self.table if rows else self.nothing)
        ends = last_day(one.starts_on, one.signed_on, one.ends_on, one.term_years)
        values = {
            "signed_on": format_date(one.signed_on, language),
            "last_day": format_date(ends, language),
            "archive_number": one.archive_number,
            "archived_on": one.archived_on,
        }
        self.panel.show_record(one.id, word(one.status, language), one.number, FIELDS, values)
        self._show_note()
        self._allow()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What the checks say of its end."""
        super().show_findings(findings)
        self._show_note()

    def _show_note(self) -> None:
        place = f"agreements/{self.agreement.key}/archive" if self.agreement else ""
        said = [finding_sentence(one, self.language) for one in self.findings if one.place == place]
        self.note.setText("\n".join(said))
        self.note.setVisible(bool(said))

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        super().set_read_only(read_only)
        self.panel.set_read_only(read_only)
        self._allow()

    def _allow(self) -> None:
        one, free = self.agreement, not self.read_only
        chosen = self.table.chosen() is not None
        self.open_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen and free)
        for button in (self.add_button, self.first_button):
            button.setEnabled(free)
        frozen = one is not None and (one.status is not AgreementStatus.FINAL or final_revision(one) is not None)
        self.archive_button.setVisible(one is not None and one.status in ARCHIVABLE and frozen and free)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.setAccessibleName(_("Archive and scans"))
        self.table.setAccessibleName(_("Scans"))
        self.panel.name(_("Archive entry"))
        for button, words in (
            (self.add_button, _("Add a scan…")),
            (self.first_button, _("Choose a scan…")),
            (self.open_button, _("Open")),
            (self.remove_button, _("Remove")),
            (self.archive_button, _("Archive…")),
        ):
            button.setText(words if button is self.archive_button else ICON_GAP + words)
            button.setAccessibleName(words)
        self.nothing.say(
            _("No scan yet"),
            _("Drop the scan of the signed paper here, or choose it: a PDF, or a JPG or PNG picture, up to 50 MB."),
        )
        self.copying.setText(_("Reading the scan…"))
        self.model.retranslate(language)
        self.panel.retranslate(language)
        if self.agreement is not None:
            self._show_agreement(self.agreement)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.model.retheme(theme)
        self.panel.retheme(theme)
        self.nothing.retheme(theme)
        for button, name in (
            (self.add_button, "plus"),
            (self.first_button, "folder-open"),
            (self.open_button, "eye"),
            (self.remove_button, "x"),
        ):
            button.setIcon(icon(name, theme))

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        shown = self.table if self.model.rows() else self.first_button
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, place: str) -> None:
        """Put the cursor into a field."""
        self.panel.focus_field(place)

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        self.panel.keep_typed()

    # --- scans

    def ask_files(self) -> None:
        """Let the user choose scans."""
        if self.office is None:
            return
        _ = translator(self.language).gettext
        dialog = file_dialog(self, _("Choose a scan"), self.office.settings, SCANS_FOLDER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([_("Scans (*.pdf *.jpg *.jpeg *.png)"), _("All files (*)")])
        dialog.filesSelected.connect(self.take_files)
        dialog.open()

    def take_files(self, files: Sequence[str]) -> bool:
        """Read scans beside the window and keep them; whether there is anything to take them."""
        if self.office is None or self.agreement is None or self.read_only:
            return False
        for file in files:
            self._reading += 1
            done = partial(self._attach, ArchiveChanges(self.office, self.agreement))
            self.office.link.run_beside(partial(_read, file), done, self._not_read)
        self.copying.setVisible(self._reading > 0)
        return True

    def _attach(self, changes: ArchiveChanges, scan: Scan) -> None:
        self._read_one()
        changes.attach(scan, partial(self._attached, scan.name, scan.is_locked))

    def _attached(self, name: str, is_locked: bool, scan_id: int | None) -> None:
        if self.office is not None:
            _ = translator(self.language).gettext
            said = _("Kept: {file}") if scan_id is not None else _("“{file}” lies here already, with the same content.")
            if scan_id is not None and is_locked:
                said = _("Kept: {file}. It has a password; keep one without, or nobody may open it in some years.")
            self.office.notice(said.format(file=name))

    def _not_read(self, error: Exception) -> None:
        self._read_one()
        if self.office is not None:
            self.office.tell_error(Action.OTHER, error)

    def _read_one(self) -> None:
        self._reading -= 1
        self.copying.setVisible(self._reading > 0)

    def open_scan(self, scan_id: int) -> None:
        """Open a copy of it with the program for such files."""
        if self.office is not None:
            desk = self.office.desk
            self.office.read(partial(_copy, scan_id=scan_id), lambda path: desk.open_file(path))

    def _open_chosen(self) -> None:
        chosen = self.table.chosen()
        if chosen is not None:
            self.open_scan(chosen.id)

    def remove_chosen(self) -> None:
        """Take the chosen scan away; undo brings it back."""
        chosen = self.table.chosen()
        if chosen is not None and self.office is not None and self.agreement is not None and not self.read_only:
            ArchiveChanges(self.office, self.agreement).remove((chosen.id,))

    # --- the archive

    def begin_archiving(self) -> None:
        """Ask for number and day; the number after the last one is proposed."""
        if self.office is not None and self.agreement is not None and not self.read_only:
            self.office.read(next_number, partial(self._ask_archive, self.agreement.id))

    def _ask_archive(self, agreement_id: int, proposed: str) -> None:
        one, _ = self.agreement, translator(self.language).gettext
        if one is None or one.id != agreement_id or self.snapshot is None:
            return
        asked = [Asked("number", _("Archive number"), one.archive_number or proposed)]
        asked.append(Asked("day", _("Archived on"), date.today().isoformat(), day=True, needed=True))
        told = _("The signed paper lies in the archive.")
        if one.status is AgreementStatus.FINAL:
            day = one.signed_on or self.snapshot.meeting.starts_on
            asked.insert(0, Asked("signed", _("Signed on"), day.isoformat() if day else "", day=True, needed=True))
            told = _("The paper has been signed, and lies in the archive. From now on its text is not opened any more.")
        notes = () if one.attachments else (_("No scan lies beside the agreement yet; it can be added later."),)
        form = Form(_("Archive"), told, _("Archive"), tuple(asked), notes)
        self.form.ask(form, self._archive, self.language)

    def _archive(self, answers: dict[str, str]) -> None:
        if self.office is not None and self.agreement is not None:
            ArchiveChanges(self.office, self.agreement).archive(answers)

    def _edit(self, agreement_id: int, column: str, before: Any, after: Any) -> None:
        if self.office is None or self.agreement is None or self.agreement.id != agreement_id:
            return
        give_back = partial(self.panel.give_back, column, after, row_id=agreement_id)
        ArchiveChanges(self.office, self.agreement).edit(column, before, after, lambda _error: give_back())

    # --- Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: files are held over the page."""
        if event.mimeData().hasUrls() and not self.read_only:
            event.acceptProposedAction()
            self.hint.show_words(translator(self.language).gettext("Drop to keep these as scans of the agreement"))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Qt: they were taken away again."""
        self.hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: keep them."""
        self.hint.hide()
        event.acceptProposedAction()
        self.take_files([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])


def _read(file: str) -> Scan:
    """Runs beside the window."""
    from models.actions.attach_file import read_scan

    return read_scan(Path(file))


def _copy(session: Session, *, scan_id: int) -> str:
    """Runs in the reader's thread."""
    from models.actions.attach_file import copy_to_look_at

    return str(copy_to_look_at(session, scan_id, copies_folder()))
