"""The way of one agreement: its state and next steps, checklist, approvals, revisions, and what has changed since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QWidget

from exporters.documents.words import word
from models.codes import AgreementMark
from models.final_texts import clauses_differ, final_drift, final_revision
from models.rules.agreement_steps import Step, steps_from
from models.snapshots.shapes import Agreement, MeetingSnapshot
from resources.languages import translator
from ui.agreements.archive_changes import next_number
from ui.agreements.checklist_box import ChecklistBox
from ui.agreements.compare_menu import compare_menu, compare_place
from ui.agreements.drift_box import DriftBox
from ui.agreements.history_box import HistoryBox
from ui.agreements.lifecycle_changes import ASSEMBLED, LifecycleChanges
from ui.agreements.lifecycle_steps import StepsLine
from ui.agreements.lifecycle_tables import APPROVAL_COLUMNS, REVISION_COLUMNS, approval_rows, revision_rows
from ui.agreements.lifecycle_words import drift_words, form_of
from ui.agreements.panels import scrolled, stacked, titled
from ui.agreements.revision_paper import RevisionPaper
from ui.agreements.short_table import ShortTable
from ui.agreements.side_page import SidePage
from ui.agreements.step_form import Answers, Asked, Form, StepForm
from ui.dialogs.troubles import Action
from ui.theme import Theme
from ui.widgets.edit_model import CellEdit
from ui.widgets.icons import ICON_GAP, icon

if TYPE_CHECKING:
    from models.agreement_assembly import Assembled
    from models.errors import KnownError
    from ui.office import Office

OWNER = "lifecycle"


class LifecyclePage(SidePage):
    """Shows the way of the agreement, and takes its steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps, self.form, self.drift = StepsLine(), StepForm(), DriftBox()
        self.making = QLabel()
        self.making.setProperty("role", "soft")
        self.making.hide()
        self.checklist, self.usual_button = ChecklistBox(), QPushButton()
        self.approvals, self.approve_button = ShortTable(APPROVAL_COLUMNS), QPushButton()
        self.revisions, self.keep_button = ShortTable(REVISION_COLUMNS), QPushButton()
        self.revision_paper, self.history = RevisionPaper(), HistoryBox()
        self._asked: tuple[Step, Form] | None = None  # the step that was asked about last
        self.compare_button = QPushButton()
        self.headings = {name: QLabel() for name in ("checklist", "approvals", "revisions", "history")}
        self.no_revision = QLabel()
        self.revisions.model.set_read_only(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for part in (self.steps, self.making, self.form):
            self.body.addWidget(part)
        left = stacked(
            (titled(self.headings["checklist"], self.usual_button), self.checklist),
            (titled(self.headings["approvals"], self.approve_button), self.approvals),
        )
        right = stacked(
            (self.drift,),
            (
                titled(self.headings["revisions"], self.revision_paper, self.compare_button, self.keep_button),
                self.no_revision,
                self.revisions,
            ),
            (titled(self.headings["history"]), self.history),
        )
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(scrolled(left))
        halves.addWidget(scrolled(right))
        halves.setSizes([520, 620])
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(10)
        self.body.addWidget(halves, 1)
        self.no_revision.setProperty("role", "soft")
        self.no_revision.setWordWrap(True)

    def _connect(self) -> None:
        self.steps.step_wanted.connect(self.begin_step)
        self.form.left.connect(self._form_left)
        self.steps.mark_wanted.connect(lambda mark: self._do(lambda changes: changes.set_mark(mark)))
        self.keep_button.clicked.connect(self.begin_keeping)
        self.compare_button.clicked.connect(self._compare)
        self.revisions.table.menu_requested.connect(self._open_revision_menu)
        self.approve_button.clicked.connect(self.begin_approval)
        self.usual_button.clicked.connect(lambda: self._do(lambda changes: changes.add_usual()))
        self.drift.place_wanted.connect(self._show_place)
        self.drift.take_over_wanted.connect(self.begin_taking_over)
        box = self.checklist
        box.ticked.connect(lambda row, on: self._do(lambda changes: changes.tick(row, self._item(row), done=on)))
        box.note_edited.connect(self._note_edited)
        box.add_requested.connect(lambda words: self._do(lambda changes: changes.add_item(words)))
        box.remove_requested.connect(
            lambda ids: self._do(lambda changes: changes.remove_items(ids, self._item(ids[0])))
        )
        table = self.approvals.table
        table.cells_edited.connect(self._approvals_edited)
        table.rows_deleted.connect(lambda ids: self._do(lambda changes: changes.remove_approvals(ids)))

        revisions = self.revisions.table
        revisions.selectionModel().currentChanged.connect(lambda *_cells: self._show_revision())
        revisions.doubleClicked.connect(lambda _cell: self.revision_paper.open_copy())

    # --- shown

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        super().attach(office)
        self.revision_paper.attach(office)

    def begin(self) -> None:
        """Nothing is asked yet."""
        self.form.give_up()

    def show_snapshot(self, snapshot: MeetingSnapshot, agreement: Agreement | None) -> None:
        """Show the agreement as it is now."""
        before = self.agreement
        another = before is None or agreement is None or before.id != agreement.id
        super().show_snapshot(snapshot, agreement)
        if another:
            self.form.give_up()
        if agreement is None:
            return
        language, frozen = self.language, final_revision(agreement) is not None
        self.title.setText(agreement.title.pick(language) or agreement.key)
        self.steps.show_agreement(agreement, language, read_only=self.read_only)
        self.checklist.show_items(agreement.checklist)
        self.approvals.show_rows(approval_rows(agreement))
        self._show_revisions(agreement)
        if self.office is not None:
            self.history.show_agreement(self.office, agreement)
        may_open = Step.REOPEN in steps_from(agreement.status, frozen=frozen) and not self.read_only
        self.drift.show_drifts(
            agreement,
            final_drift(snapshot, agreement),
            language,
            clauses_differ=clauses_differ(agreement),
            may_open=may_open,
        )
        self._allow()
        if self._asked is not None and self.form.form is self._asked[1]:
            self.form.show_notes(form_of(self._asked[0], snapshot, agreement, language).notes)
        if before is not None and before.status is not agreement.status and self.back_button.hasFocus():
            self.take_focus()

    def _show_revisions(self, agreement: Agreement) -> None:
        self.revisions.show_rows(revision_rows(agreement))
        self.revisions.setVisible(bool(agreement.revisions))
        self.compare_button.setVisible(bool(agreement.revisions))
        self.no_revision.setVisible(not agreement.revisions)
        self._show_revision()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        super().set_read_only(read_only)
        self.checklist.set_read_only(read_only)
        self.approvals.model.set_read_only(read_only)
        self._allow()

    def _allow(self) -> None:
        busy = self.making.isVisibleTo(self)
        self.steps.allow(not busy)
        text = self.agreement is not None and bool(self.agreement.clauses)
        self.keep_button.setEnabled(text and not busy and not self.read_only)
        self.steps.buttons[Step.FINALIZE].setEnabled(text and not busy)
        self.steps.buttons[Step.SEND].setEnabled(text and not busy)
        for button in (self.approve_button, self.usual_button):
            button.setEnabled(not self.read_only)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.setAccessibleName(_("State and revisions"))
        names = {"checklist": _("Checklist"), "approvals": _("Approvals"), "revisions": _("Revisions")}
        names["history"] = _("What happened so far")
        for name, words in names.items():
            self.headings[name].setText(words)
        self.no_revision.setText(
            _("No revision yet. One is kept when the text goes to review, is made final, or on purpose.")
        )
        for button, words in (
            (self.usual_button, _("Usual items")),
            (self.approve_button, _("Enter an approval…")),
            (self.keep_button, _("Keep a revision…")),
            (self.compare_button, _("Compare")),
        ):
            button.setText(ICON_GAP + words)
            button.setAccessibleName(words)
        self.making.setText(_("Making the text ready…"))
        self.checklist.retranslate(language)
        self.approvals.retranslate(language, names["approvals"])
        self.revisions.retranslate(language, names["revisions"])
        self.history.retranslate(language, names["history"])
        self.revision_paper.retranslate(language)
        if self.snapshot is not None and self.agreement is not None:
            self.show_snapshot(self.snapshot, self.agreement)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.checklist, self.approvals, self.revisions, self.revision_paper):
            part.retheme(theme)
        for button, name in (
            (self.usual_button, "circle-check"),
            (self.approve_button, "plus"),
            (self.keep_button, "history"),
            (self.compare_button, "columns-2"),
        ):
            button.setIcon(icon(name, theme))

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        (self.steps.next_button() or self.back_button).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, place: str) -> None:
        """“drift/<name>”, “step/<step>”, “checklist/<id>”, “approvals/<id>”, “revisions/<number>”."""
        part, _, rest = place.partition("/")
        if part == "drift":
            self.drift.focus_drift(rest)
        elif part == "step" and rest in set(Step):
            self.begin_step(Step(rest))
        elif part == "checklist":
            self.checklist.focus_item(int(rest) if rest.isdecimal() else 0)
        elif part in ("approvals", "revisions"):
            table = (self.approvals if part == "approvals" else self.revisions).table
            table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        self.checklist.keep_typed()
        self.approvals.table.keep_typed()

    # --- steps

    def begin_step(self, step: Step) -> None:
        """Ask what a step needs, then take it."""
        if self.snapshot is None or self.agreement is None or self.read_only:
            return
        if step not in steps_from(self.agreement.status, frozen=final_revision(self.agreement) is not None):
            return
        if step is Step.WITHDRAW:
            self._do(lambda changes: changes.step(step, {}))
            return
        if step is Step.ARCHIVE and not self.agreement.archive_number and self.office is not None:
            self.office.read(next_number, partial(self._ask_step, step, self.agreement.id))
        else:
            self._ask_step(step, self.agreement.id)

    def _ask_step(self, step: Step, agreement_id: int, number: str = "") -> None:
        """`number`: the archive number that is proposed."""
        if self.snapshot is None or self.agreement is None or self.agreement.id != agreement_id:
            return
        form = form_of(step, self.snapshot, self.agreement, self.language, number)
        self.form.ask(form, lambda answers: self._take_step(step, answers), self.language)
        self._asked = (step, form)

    def _take_step(self, step: Step, answers: Answers) -> None:
        if step not in ASSEMBLED:
            self._do(lambda changes: changes.step(step, answers))
        elif step is Step.SEND:
            name = word(AgreementMark(answers["mark"]), self.language)
            self._assemble(lambda changes, text: changes.send(text, answers, name))
        else:
            self._assemble(lambda changes, text: changes.finalize(text, answers["note"]))

    def begin_keeping(self) -> None:
        """Ask for the name of a revision, and keep it."""
        _ = translator(self.language).gettext
        asked = (Asked("name", _("Name of the revision"), needed=True), Asked("note", _("Note")))
        explained = _("The text as it is now is kept under this name; it can be compared with later ones.")
        form = Form(_("Keep a revision"), explained, _("Keep"), asked)
        keep = self._assemble
        self.form.ask(
            form, lambda said: keep(lambda changes, text: changes.keep(text, said["name"], said["note"])), self.language
        )

    def begin_approval(self) -> None:
        """Ask who approved, and enter it."""
        _ = translator(self.language).gettext
        asked = (
            Asked("by", _("Approved by"), needed=True),
            Asked("day", _("On"), date.today().isoformat(), day=True),
            Asked("opinion", _("Opinion")),
        )
        form = Form(_("Enter an approval"), "", _("Enter it"), asked)
        self.form.ask(form, lambda said: self._do(lambda changes: changes.approve(said)), self.language)

    def begin_taking_over(self) -> None:
        """Open the text again for what has changed; the reason is proposed."""
        if self.agreement is None or self.snapshot is None:
            return
        drifts, form = self.drift.drifts, form_of(Step.REOPEN, self.snapshot, self.agreement, self.language)
        reason = " ".join(drift_words(self.agreement, drift, self.language) for drift in drifts)
        _ = translator(self.language).gettext
        asked = (Asked("reason", _("Reason"), reason, needed=True),)
        asking = Form(_("Open again and take over"), form.explanation, form.go_on, asked)
        self.form.ask(
            asking, lambda said: self._do(lambda changes: changes.take_over(said["reason"], drifts)), self.language
        )

    def _assemble(self, then: Callable[[LifecycleChanges, Assembled], None]) -> None:
        """Have the text made ready where papers are made, then keep it."""
        if self.office is None or self.snapshot is None or self.agreement is None:
            return
        agreement, office = self.agreement, self.office
        self._show_busy(True)

        def done(assembled: Assembled) -> None:
            self._show_busy(False)
            then(LifecycleChanges(office, agreement), assembled)

        def failed(error: KnownError | None, details: str) -> None:
            self._show_busy(False)
            office.tell_error(Action.CHANGE, error or RuntimeError(details))

        office.preview.assemble(OWNER, self.snapshot, agreement.key, datetime.now(), done, failed)

    def _form_left(self) -> None:
        """The keyboard stays in the page; the step button that had it may go."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_busy(self, busy: bool) -> None:
        self.making.setVisible(busy)
        self._allow()

    # --- within

    def _do(self, work: Callable[[LifecycleChanges], None]) -> None:
        if self.office is not None and self.agreement is not None and not self.read_only:
            work(LifecycleChanges(self.office, self.agreement))

    def _item(self, item_id: int) -> str:
        items = self.agreement.checklist if self.agreement else ()
        return next((item.label.pick("zh") for item in items if item.id == item_id), "")

    def _note_edited(self, item_id: int, before: str, after: str) -> None:
        self._do(lambda changes: changes.note(item_id, self._item(item_id), before, after))

    def _approvals_edited(self, edits: tuple[CellEdit, ...]) -> None:
        for one in edits:
            self._do(partial(_edit_approval, one))

    def _compare(self) -> None:
        """The revision chosen in the table, else the newest, with the newest text."""
        chosen = self._revisions(self.revisions.table.chosen_ids())
        if self.agreement is not None:
            self._show_place(compare_place(self.agreement, chosen[0] if chosen else None))

    def _revisions(self, ids: tuple[int, ...]) -> list[int]:
        """The numbers of rows of the table."""
        return [one.number for one in self.agreement.revisions if one.id in ids] if self.agreement else []

    def _open_revision_menu(self, place: QPoint, ids: tuple[int, ...]) -> None:
        numbers = self._revisions(ids)
        if self.agreement is not None and self.office is not None and len(numbers) == 1:
            menu = compare_menu(self, self.agreement, numbers[0], self.language, self.office.show_place)
            menu.addSeparator()
            menu.addActions(self.revision_paper.menu_shown.actions())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def _show_revision(self) -> None:
        """The revision that can be put on paper: the chosen one, else the newest."""
        chosen, rows = self.revisions.table.chosen_ids(), self.revisions.model.rows()
        row = next((one for one in rows if one.id in chosen[:1]), rows[0] if rows else None)
        self.revision_paper.setVisible(row is not None)
        self.revision_paper.show_row(self.snapshot, row)

    def _show_place(self, place: str) -> None:
        if self.office is not None:
            self.office.show_place(place)


def _edit_approval(edit: CellEdit, changes: LifecycleChanges) -> None:
    changes.edit_approval(edit.row_id, edit.column_key, edit.before, edit.after)
