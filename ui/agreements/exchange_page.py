"""Drafts to and from the other side: send one out as a Word file, read it back, accept or refuse each difference."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from exporters.documents.words import word
from models.codes import AgreementLanguage, RevisionKind
from models.final_texts import final_revision
from models.snapshots.agreement_names import units_apart
from models.snapshots.shapes import Agreement, MeetingSnapshot
from resources.languages import translator
from ui.agreements.exchange_asking import ask_returned, ask_target
from ui.agreements.exchange_changes import ExchangeChanges
from ui.agreements.exchange_errands import MakeDraft, ReadDraft, ReadDraftBack, RemoveDraft, SaveDraft
from ui.agreements.exchange_result import ExchangeResult
from ui.agreements.exchange_sitting import Sitting
from ui.agreements.side_page import SidePage
from ui.agreements.step_form import Asked, Form, StepForm
from ui.dialogs.troubles import Action
from ui.settings import OFFICE_NAME
from ui.theme import Theme
from ui.widgets.icons import ICON_GAP, icon

if TYPE_CHECKING:
    from exporters.exchange import Sendable
    from models.agreement_assembly import Assembled
    from models.errors import KnownError
    from models.looking import Looking
    from ui.office import Office
    from ui.preview_worker import Errand

OWNER = "exchange"
_EXCHANGED = (RevisionKind.SENT, RevisionKind.RETURNED)


class ExchangePage(SidePage):
    """The exchange of one agreement's drafts. What was decided stays while the window is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.send_button, self.read_button = QPushButton(), QPushButton()
        self.form, self.making = StepForm(), QLabel()
        self.hint, self.history, self.result = QLabel(), QLabel(), ExchangeResult()
        self.pages = QStackedWidget()
        self._sittings: dict[tuple[str, int], Sitting] = {}  # by workspace and agreement
        self._busy = False
        self._lay_out()
        self.setAcceptDrops(True)
        self.send_button.clicked.connect(self.begin_sending)
        self.form.left.connect(self.take_focus)
        self.read_button.clicked.connect(self.ask_file)
        self.result.wanted.connect(self.take_over)
        self.result.put_away.connect(self._put_away)
        self.result.fact_wanted.connect(self._show_fact)

    def _lay_out(self) -> None:
        for button in (self.read_button, self.send_button):
            self.head.addWidget(button)
        self.making.setProperty("role", "soft")
        self.hint.setProperty("role", "soft")
        self.history.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        quiet, column = QWidget(), QVBoxLayout()
        quiet.setLayout(column)
        column.setContentsMargins(2, 8, 2, 8)
        column.setSpacing(14)
        for label in (self.hint, self.history):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addStretch(1)
        self.pages.addWidget(quiet)
        self.pages.addWidget(self.result)
        self.making.hide()
        for part in (self.making, self.form):
            self.body.addWidget(part)
        self.body.addWidget(self.pages, 1)

    # --- shown

    @property
    def sitting(self) -> Sitting | None:
        """The draft that is being decided."""
        return self._sittings.get(self._place(self.agreement)) if self.agreement is not None else None

    def _place(self, agreement: Agreement) -> tuple[str, int]:
        workspace = self.office.link.workspace if self.office is not None else None
        return workspace.location if workspace is not None else "", agreement.id

    def show_snapshot(self, snapshot: MeetingSnapshot, agreement: Agreement | None) -> None:
        """Show the agreement as it is now; what was decided stays."""
        another = self.agreement is None or agreement is None or self.agreement.id != agreement.id
        super().show_snapshot(snapshot, agreement)
        if another:
            self.form.give_up()
        if agreement is None:
            return
        self.title.setText(agreement.title.pick(self.language) or agreement.key)
        self.history.setText("\n".join(self._history(agreement)))
        self._show_sitting()
        self._look_again()

    def _history(self, agreement: Agreement) -> list[str]:
        """What went out and what came back, the newest first."""
        rows = sorted(agreement.revisions, key=lambda one: one.number, reverse=True)
        said = []
        for one in (row for row in rows if row.kind in _EXCHANGED):
            moment = f"{one.frozen_at.astimezone():%Y-%m-%d %H:%M}" if one.frozen_at else ""
            parts = (f"v{one.number}", moment, word(one.kind, self.language), one.name, one.note)
            said.append(" · ".join(filter(None, parts)))
        return said

    def _show_sitting(self) -> None:
        sitting = self.sitting
        self.pages.setCurrentIndex(1 if sitting is not None else 0)
        if sitting is not None and self.result.sitting is not sitting:
            self.result.show_sitting(sitting)
        self._allow()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        super().set_read_only(read_only)
        self._allow()

    def _allow(self) -> None:
        agreement = self.agreement
        final = agreement is not None and final_revision(agreement) is not None
        free = not self._busy and not self.read_only and not final and agreement is not None
        self.send_button.setEnabled(free and bool(agreement and agreement.clauses))
        self.read_button.setEnabled(free)
        self.result.allow(free)
        self._say_hint(final)

    def _say_hint(self, final: bool) -> None:
        _ = translator(self.language).gettext
        if final:
            self.hint.setText(_("The text is final: nothing goes to and fro any more. Open it again to change it."))
            return
        self.hint.setText(
            _(
                "Send the draft to the other side as a Word file: its clauses can be edited, names, figures and dates "
                "from the records stay fixed, and Word tracks what is changed. When the file comes back, read it here "
                "(or drop it on this page): each difference is shown, and accepted or refused by itself."
            )
        )

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.setAccessibleName(_("Exchange of drafts"))
        for button, words in (
            (self.send_button, _("Send the draft out…")),
            (self.read_button, _("Read a returned draft…")),
        ):
            button.setText(ICON_GAP + words)
            button.setAccessibleName(words)
        self.result.retranslate(language)
        if self.snapshot is not None and self.agreement is not None:
            self.title.setText(self.agreement.title.pick(language) or self.agreement.key)
            self.history.setText("\n".join(self._history(self.agreement)))
        self._allow()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.result.retheme(theme)
        self.send_button.setIcon(icon("file-down", theme))
        self.read_button.setIcon(icon("folder-open", theme))

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        if self.sitting is not None:
            self.result.take_focus()
        else:
            self.send_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- sending

    def begin_sending(self) -> None:
        """Ask whom it goes to, then where the file is to be put."""
        _ = translator(self.language).gettext
        explained = _("The text as it is now is kept as a revision; the file says which one it is on every page.")
        form = Form(_("Send the draft out"), explained, _("Make the file…"), (Asked("to", _("To")),))
        self.form.ask(form, lambda said: self._ask_target(said["to"]), self.language)

    def _ask_target(self, to: str) -> None:
        if self.office is None or self.agreement is None:
            return
        name = f"{self._file_stem(self.agreement)}.docx"
        ask_target(self, self.language, self.office.settings, name, lambda file: self.send(to, file))

    def _file_stem(self, agreement: Agreement) -> str:
        """“战略合作框架协议-某大学-v1”, in Chinese unless window and agreement are English."""
        from exporters.save import safe_stem

        language = "en" if self.language == "en" and agreement.language is AgreementLanguage.EN else "zh"
        others = (one.organization for one in agreement.parties[1:] if not one.is_witness)
        whom = tuple(unit.name for unit in others if unit is not None)
        apart = units_apart(self.snapshot.agreements if self.snapshot else ()).get(agreement.id, whom)
        number = max((revision.number for revision in agreement.revisions), default=0) + 1
        words = (agreement.title.pick(language) or agreement.key, *(unit.pick(language) for unit in apart))
        return safe_stem(f"{'-'.join(filter(None, words))}-v{number}")

    def send(self, to: str, file: str) -> None:
        """Make the draft, keep it, put the file where it was wished."""
        office, agreement = self.office, self.agreement
        if office is None or agreement is None:
            return
        errand = MakeDraft(agreement.key, datetime.now().replace(microsecond=0), office.settings.get(OFFICE_NAME))

        def made(draft: Sendable) -> None:
            self._run(SaveDraft(file, draft.content), lambda path: self._keep_sent(office, agreement, draft, to, path))

        self._run(errand, made)

    def _keep_sent(self, office: Office, agreement: Agreement, draft: Sendable, to: str, path: str) -> None:
        """The file lies there, so it is sent; one that cannot be kept would not be known when it comes back."""

        def kept(_number: object) -> None:
            self._show_busy(False)
            _ = translator(self.language).gettext
            office.notice(_("v{number} is made, ready to be sent: {path}").format(number=draft.number, path=path))

        def not_kept(_error: Exception) -> None:
            self._run(RemoveDraft(path), lambda _nothing: self._show_busy(False))

        ExchangeChanges(office, agreement).send(draft, to, kept, not_kept)

    # --- reading back

    def ask_file(self) -> None:
        """Let the user choose the file that came back."""
        if self.office is not None:
            ask_returned(self, self.language, self.office.settings, self.read_file)

    def read_file(self, file: str) -> None:
        """Read it and show what differs."""
        if self.agreement is None or not self.read_button.isEnabled():
            return
        place, clauses = self._place(self.agreement), self.agreement.clauses

        def read(draft: ReadDraft) -> None:
            self._show_busy(False)
            self._sittings[place] = Sitting(draft, draft.content, clauses)
            self._show_sitting()
            self.result.take_focus()
            self._look_again()

        self._run(ReadDraftBack(self.agreement.key, file), read)

    def _look_again(self) -> None:
        """Where the clauses here have changed, what is new in the file may be so no longer."""
        agreement, sitting = self.agreement, self.sitting
        if agreement is None or sitting is None or self._busy or sitting.clauses == agreement.clauses:
            return

        def read(draft: ReadDraft) -> None:
            self._show_busy(False)
            sitting.look_again(draft, agreement.clauses)
            if self.result.sitting is sitting:  # another agreement's may be shown meanwhile
                self.result.show_sitting(sitting)
            self._allow()
            self._look_again()

        self._run(ReadDraftBack(agreement.key, paper=sitting.draft.paper), read)

    def _put_away(self) -> None:
        if self.agreement is not None:
            self._sittings.pop(self._place(self.agreement), None)
            self._show_sitting()
            self.take_focus()

    def _show_fact(self, name: str) -> None:
        from models.agreement_facts import fact_place, plain_name

        if self.office is None or self.snapshot is None or self.agreement is None:
            return
        found = fact_place(self.snapshot, self.agreement, plain_name(name))
        self.office.show_place(found.place if found is not None else f"agreements/{self.agreement.key}")

    # --- taking over

    def take_over(self) -> None:
        """Write what was accepted, then keep the text as a revision."""
        office, agreement, sitting = self.office, self.agreement, self.sitting
        if office is None or agreement is None or sitting is None or sitting.open:
            return
        name, accepted, place = sitting.draft.paper.name, sitting.accepted, self._place(agreement)
        self._show_busy(True)

        def done(_nothing: object) -> None:
            self._show_busy(False)
            self._sittings.pop(place, None)
            self._show_sitting()
            if accepted:
                self._keep_accepted(office, agreement, name, self._note(sitting))

        changes = ExchangeChanges(office, agreement)
        changes.accept(accepted, name, sitting.content, done, lambda _error: self._show_busy(False))

    def _note(self, sitting: Sitting) -> str:
        """“3 of 5 differences from v2”: what the revision says of itself."""
        _ = translator(self.language).gettext
        said = _("Taken over: {accepted} of {count} differences from v{number}")
        accepted, count = len(sitting.accepted), len(sitting.changes)
        return said.format(accepted=accepted, count=count, number=sitting.draft.revision)

    def _keep_accepted(self, office: Office, agreement: Agreement, name: str, note: str) -> None:
        """Keep the text with what was accepted, as it is stored now, whatever the page shows meanwhile."""
        if self.snapshot is None:
            return
        meeting_id, changes = self.snapshot.meeting.id, ExchangeChanges(office, agreement)

        def done(assembled: Assembled) -> None:
            changes.keep(assembled, name, note, lambda _number: office.notice(note))

        def assemble(snapshot: MeetingSnapshot) -> None:
            owner = f"{OWNER}/{agreement.id}"  # another file may be read before this is done
            office.preview.assemble(owner, snapshot, agreement.key, datetime.now(), done, self._failed)

        office.look(partial(_taken_anew, meeting_id=meeting_id), assemble)

    # --- within

    def _run(self, errand: Errand, done: Any) -> None:
        if self.office is not None and self.snapshot is not None:
            self._show_busy(True)
            self.office.preview.run(OWNER, self.snapshot, errand, done, self._failed)

    def _failed(self, error: KnownError | None, details: str) -> None:
        self._show_busy(False)
        if self.office is not None:
            self.office.tell_error(Action.OTHER, error or RuntimeError(details))

    def _show_busy(self, busy: bool) -> None:
        self._busy = busy
        _ = translator(self.language).gettext
        self.making.setText(_("One moment…"))
        self.making.setVisible(busy)
        self._allow()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: a Word file may be dropped."""
        if self.read_button.isEnabled() and _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: read what was dropped."""
        file = _dropped(event)
        if file:
            event.acceptProposedAction()
            self.read_file(file)


def _taken_anew(looking: Looking, *, meeting_id: int) -> MeetingSnapshot:
    """Runs in the reader's thread."""
    from models.snapshots.take import take_meeting

    return take_meeting(looking, meeting_id, taken_at=datetime.now())


def _dropped(event: QDropEvent) -> str:
    """The one Word file that is dragged."""
    files = [url.toLocalFile() for url in event.mimeData().urls()]
    return files[0] if len(files) == 1 and Path(files[0]).suffix.lower() in (".docx", ".doc") else ""
