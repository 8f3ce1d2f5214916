"""Many agreements from one template: what they have in common beside a table with a line a counterparty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QWidget

from models.imports.party_table import IN_ORDER, PartyTable, plan_party_table
from models.template_questions import questions_of
from models.templates import AgreementTemplate, builtin_template, builtin_templates
from resources.languages import translator
from ui.agreements.batch_changes import BatchChanges
from ui.agreements.batch_common import ENGLISH, CommonFields, Values, batch_common, first_values, others_of
from ui.agreements.batch_lines import (
    ADD_WORDS,
    BatchLine,
    LineColumns,
    Offers,
    batch_row,
    line_of,
    moved,
    named_in,
    unit_called,
    with_cell,
    with_cells,
)
from ui.agreements.batch_memory import BatchMemory, memory_of
from ui.agreements.batch_outlook import Outlook, lines_for, order_words
from ui.agreements.batch_plan import plan_rows
from ui.agreements.batch_reading import BatchLists, read_lists
from ui.agreements.batch_steps import BatchSteps
from ui.agreements.batch_view import BatchView
from ui.agreements.clause_choice import ClauseChoice, button_menu
from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.icons import ICON_GAP

if TYPE_CHECKING:
    from models.actions.batch_agreements import BatchRow
    from models.snapshots.shapes import Agreement, MeetingSnapshot
    from ui.office import Office
    from ui.theme import Theme

USUAL = "school-enterprise"  # one school and many enterprises: what batches are mostly of


class BatchPage(BatchView):
    """A table to be filled, typed or pasted, and one button that drafts an agreement for each line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[BatchLine, ...] = ()
        self.offers = Offers()
        self.lists: BatchLists | None = None
        self.values: Values = {}
        self.plan: PartyTable | None = None
        self._columns = LineColumns(lambda: self.offers)
        self._fields = CommonFields(lambda: self.offers, self.templates)
        self.model = EditModel(self._columns.made((), "zh", english=False), self, add_words=ADD_WORDS)
        self.model.adding_entries = lambda _language: self.offers.units
        self.table = EditTable(self.model)
        self.table.plans_paste = True
        self.memory = BatchMemory()  # of the meeting whose batch is shown
        self.history = BatchSteps(self, self)
        self._made, self._outlook = 0, Outlook()  # lines so far
        self._drafting = False
        self.lay_out(self.table)
        self._connect()

    def _connect(self) -> None:
        self.panel.field_edited.connect(lambda _row, column, _before, after: self._set(column, after))
        self.panel.create_requested.connect(lambda _row, column, text: self._create_in_panel(column, text))
        table = self.table
        table.cells_edited.connect(self._cells_edited)
        table.new_row_requested.connect(self._begin_line)
        table.new_row_picked.connect(lambda entry: self._add((BatchLine(0, entry.value),)))
        table.create_requested.connect(self._create_in_cell)
        table.rows_deleted.connect(self._remove)
        table.rows_moved.connect(self._move)
        table.paste_requested.connect(self._plan)
        table.notice_requested.connect(lambda words: self.office.notice(words) if self.office else None)
        table.menu_requested.connect(lambda place, _ids: button_menu(self, self.of_lines()).popup(place))
        table.row_chosen.connect(lambda _row: self._allow())
        table.leave_requested.connect(lambda: self.draft_button.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.plan_page.accepted.connect(self._take_plan)
        self.plan_page.declined.connect(self._leave_plan)
        self.remove_button.clicked.connect(lambda: self._remove(table.chosen_ids()))
        self.clauses_button.clicked.connect(self._open_clauses)
        self.take_button.clicked.connect(self.take_units)
        self.paste_button.clicked.connect(lambda: table.block.paste_rows())
        self.draft_button.clicked.connect(self.draft)

    def attach(self, office: Office) -> None:
        """Remember the columns in the user's settings."""
        super().attach(office)
        self.table.remember(office.settings, "batch")
        self.history.steps.offer_to(office.undo)
        office.link.snapshot_taken.connect(self._meet)  # also while another page is in view

    def begin(self) -> None:
        """Read what there is to choose from; what was filled in before is still there."""
        if self.snapshot is not None and not self.memory.is_of(self.office, self.snapshot):
            self._take_up(self.snapshot)
            self._show_columns()
            self._leave_plan()
        self._read()
        self._show()

    def show_snapshot(self, snapshot: MeetingSnapshot, agreement: Agreement | None) -> None:
        """The meeting changed: there may be more to pick."""
        super().show_snapshot(snapshot, agreement)
        if self.memory.is_of(self.office, snapshot):
            self.history.meet(snapshot)
            self._read()
            self._show()
        elif self.memory.was_of(self.office, snapshot):
            self.begin()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be drafted."""
        super().set_read_only(read_only)
        self.model.set_read_only(read_only)
        self.panel.set_read_only(read_only)
        self._allow()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.table.setAccessibleName(_("Counterparties, one line each"))
        self.model.retranslate(language)
        if self.values:
            self._show_columns()
            self._show()
        if self.isVisible():
            self._read()  # names in the other language

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        super().retheme(theme)
        self.model.retheme(theme)
        self.table.retheme(theme)

    def take_focus(self) -> None:
        """Begin with the table."""
        if self.pages.currentWidget() is self.plan_page:
            self.plan_page.take_focus()
        elif self.lines or self.read_only:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.table.begin_row()

    def keep_typed(self) -> None:
        """What is typed goes into the table."""
        self.panel.keep_typed()
        self.table.keep_typed()

    # what there is to choose from

    def templates(self) -> Sequence[AgreementTemplate]:
        """All templates that can be read."""
        return self.lists.templates if self.lists is not None else builtin_templates()

    def template(self) -> AgreementTemplate:
        """The one chosen."""
        offered = self.templates()
        return next((one for one in offered if one.key == self.values.get("template")), offered[0])

    def _read(self) -> None:
        if self.office is not None and self.snapshot is not None:
            here = frozenset(attendee.person.id for attendee in self.snapshot.attendees)
            self.office.read(read_lists(self.language, here), self._take_lists)

    def _take_lists(self, lists: BatchLists) -> None:
        self.lists = lists
        self.offers = replace(self.offers, people=lists.people, units=lists.units, bases=lists.bases)
        self.table.offer_anew()
        self._show()

    # what was entered before

    def _take_up(self, snapshot: MeetingSnapshot) -> None:
        """Go on with what was entered for this meeting, though window or meeting were left meanwhile."""
        self.memory = memory_of(self.office, snapshot)
        self.values, self.lines = self.memory.take_up(first_values(snapshot, builtin_template(USUAL)))
        self._made = max((line.id for line in self.lines), default=0)
        self._name_all()
        self.history.begin()
        _ = translator(self.language).gettext
        if self.lines and self.office is not None:
            self.office.notice(_("The batch that was begun before is still here."))

    def _meet(self, snapshot: MeetingSnapshot) -> None:
        """Where drafting was undone, what it was made of is on this computer again, whether or not anybody looks."""
        if self.memory.is_of(self.office, snapshot) and not self._drafting:
            self.snapshot = snapshot
            self.history.meet(snapshot)

    def _name_all(self) -> None:
        people = (self.values.get(key) for key in ("unit", "signatory", "third", "third_signatory"))
        self.offers = self.offers.naming(*named_in(self.lines), *people)

    def put(self, values: Values, lines: tuple[BatchLine, ...]) -> None:
        """Show other entries: those of a step before."""
        self.values, self.lines = dict(values), lines
        self._made = max((self._made, *(line.id for line in lines)))
        self._name_all()
        self._show_columns()
        self._show()

    # the common part

    def _set(self, column: str, value: Any) -> None:
        self.values = {**self.values, column: value}
        if column == "template":
            self.values["originals_each"] = self.template().originals_each
        if column in ("template", "language"):
            self._show_columns()
        self._show()

    def _create_in_panel(self, column: str, text: str) -> None:
        self.offers = self.offers.naming(text)
        self._set(column, text)

    def _show_columns(self) -> None:
        english = self.values.get("language") in ENGLISH
        self.model.show_columns(self._columns.made(questions_of(self.template()), self.language, english=english))

    # the lines

    def rows(self) -> tuple[BatchRow, ...]:
        """What is to be drafted."""
        return tuple(batch_row(line, others_of(self.values, line)) for line in self.lines)

    def _add(self, lines: Sequence[BatchLine]) -> None:
        """More lines at the end, each with a number of its own."""
        made = [replace(line, id=self._made + place) for place, line in enumerate(lines, start=1)]
        self._made += len(made)
        self.offers = self.offers.naming(*named_in(made))
        self.lines = (*self.lines, *made)
        if len(made) > 1:
            self.table.keep_typed()
        self._show()
        if len(made) > 1:
            self.model.retranslate(self.language)  # the columns are measured anew

    def _begin_line(self, typed: str) -> None:
        """A unit that was typed: one that is known, or a new one."""
        self._add((BatchLine(0, unit_called(typed, self.lists.known if self.lists is not None else None)),))

    def _cells_edited(self, edits: tuple[CellEdit, ...]) -> None:
        self.lines, refused = with_cells(self.lines, edits)
        self.model.settle(edit for edit in edits if edit not in refused)
        self.model.forget(refused)
        if refused and self.office is not None:
            _ = translator(self.language).gettext
            words = _("“{text}” does not fit here; the cell keeps its value.").format(text=refused[0].after)
            self.office.notice(words)
        self._show()

    def _create_in_cell(self, row_id: int, column: str, text: str) -> None:
        self.offers = self.offers.naming(text)
        self.lines = tuple(with_cell(line, column, text) if line.id == row_id else line for line in self.lines)
        self._show()

    def _remove(self, ids: Sequence[int]) -> None:
        self.lines = tuple(line for line in self.lines if line.id not in ids)
        self._show()

    def _move(self, ids: Sequence[int], before_id: int | None) -> None:
        self.lines = moved(self.lines, ids, before_id)
        self._show()

    def take_units(self) -> None:
        """A line for each unit of the other side that has no line and no agreement with ours yet."""
        if self.snapshot is not None:
            self._add(lines_for(self.snapshot, self.values.get("unit"), self.lines))
            self.take_focus()

    # pasting

    def _plan(self, cells: list[list[str]], at: QModelIndex) -> None:
        """Show what pasted rows are understood to be."""
        self.table.keep_typed()
        if self.lists is None:
            return
        key = self.model.columns[at.column()].key if at.isValid() else ""
        columns = IN_ORDER[IN_ORDER.index(key) :] if key in IN_ORDER else IN_ORDER
        self.plan = plan_party_table(cells, self.lists.known, columns=columns)
        self.plan_page.show_plan(self.plan, plan_rows(self.plan, self.offers), self.language)
        self.pages.setCurrentWidget(self.plan_page)
        self._allow()
        self.plan_page.take_focus()

    def _take_plan(self) -> None:
        plan = self.plan
        self._leave_plan()
        if plan is not None:
            self._add([line_of(line, 0) for line in plan.lines])
        self.take_focus()

    def _leave_plan(self) -> None:
        self.plan = None
        self.pages.setCurrentIndex(0)
        self._allow()

    # clauses of a line

    def _open_clauses(self) -> None:
        button = self.clauses_button
        self._choice().popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _choice(self) -> ClauseChoice:
        chosen = [line for line in self.lines if line.id in self.table.chosen_ids()]
        menu = ClauseChoice(self, self.template(), chosen, self.language)
        menu.chosen.connect(self._leave_out)
        return menu

    def _leave_out(self, ids: tuple[int, ...], left_out: frozenset[str]) -> None:
        self.lines = tuple(replace(line, left_out=left_out) if line.id in ids else line for line in self.lines)
        self._show()

    # drafting

    def draft(self) -> None:
        """Draft an agreement for each line, as one step, and go on to what they lack."""
        self.keep_typed()
        if self.office is None or self.snapshot is None or not self.lines or self._drafting:
            return
        self._drafting = True
        self._allow()
        given = self.snapshot.meeting.id, self.template().key, batch_common(self.values), self.rows()
        done = partial(self._drafted, self.memory, self.lines)
        BatchChanges(self.office).draft(*given, done, self._not_drafted)

    def _drafted(self, memory: BatchMemory, lines: tuple[BatchLine, ...], ids: tuple[int, ...]) -> None:
        """What was entered meanwhile stays: another line, or the batch of another meeting."""
        self._drafting = False
        if memory is not self.memory:
            memory.drafted(self.values)
            self._allow()
            return
        gone = {line.id for line in lines}
        self.lines = tuple(line for line in self.lines if line.id not in gone)
        self.history.drafted(ids, lines)
        self.memory.drafted(self.values)
        self.offers = replace(self.offers, added=())
        self._show()
        if self.office is not None:
            self.office.show_place(f"agreements/@missing/{','.join(map(str, ids))}")

    def _not_drafted(self, _error: Exception) -> None:
        self._drafting = False
        self._allow()

    # within

    def _show(self) -> None:
        if self.snapshot is None or not self.values:
            return
        names = self.lists.unit_names if self.lists is not None else {}
        common, rows = batch_common(self.values), self.rows()
        self.lines = self._outlook.numbered(self.lines, rows, self.snapshot, self.template(), common, names)
        self.model.show_rows(self.lines)
        sections = self._fields.sections(self.values, questions_of(self.template()), self.language)
        self.panel.english = self.values.get("language") in ENGLISH
        self.panel.show_record(1, "", "", sections, self.values)
        tier, count = common.tier or self.template().tier, len(self.lines)
        self.outlook.setText(order_words(self.snapshot, tier, count, common, self.language))
        if self.memory.is_of(self.office, self.snapshot):
            self.memory.keep(self.values, self.lines)
            self.history.follow()
        self._allow()

    def _allow(self) -> None:
        count, free = len(self.lines), not self.read_only and self.pages.currentIndex() == 0
        said = translator(self.language).ngettext("Draft {count} agreement", "Draft {count} agreements", count)
        self.draft_button.setText(ICON_GAP + said.format(count=count))
        self.draft_button.setAccessibleName(said.format(count=count))
        whole = bool(count) and all(line.unit is not None for line in self.lines)
        self.draft_button.setEnabled(whole and free and not self._drafting)
        for button in (self.take_button, self.paste_button):
            button.setEnabled(free)
        for button in self.of_lines():
            button.setEnabled(free and bool(self.table.chosen_ids()))
