"""The agreements room: the list; for one of them the editor; a page that asks for a new one.

Places: agreements/<key>, agreements/<key>/<column of the agreement>, …/areas, …/variables/<name>,
…/clauses/<clause key or id>[/clauses/<item>][/<heading or body>_<zh or en>, or condition], …/parties/<n>/<column of the
party>; <n> counts from 1, witnesses after the parties; agreements/<key>/<page>/…, agreements/@<page>/… (`page_table`).
<key> may also be the id.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from exporters.registry import find
from models.snapshots.shapes import Agreement, MeetingSnapshot
from resources.languages import translator
from ui.agreements.changes import AgreementChanges
from ui.agreements.editor import AgreementEditor
from ui.agreements.editor_work import EditorWork
from ui.agreements.list_page import ListPage
from ui.agreements.new_page import NewPage, NewWish
from ui.agreements.pick_lists import read_entries
from ui.agreements.side_pages import SidePages
from ui.export_worker import Choice
from ui.room import Room
from ui.theme import Theme

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from models.rules.agreement_steps import Step
    from ui.agreements.several_steps import SeveralSteps
    from ui.office import Office
    from ui.widgets.picker_entries import Entry


class AgreementsRoom(Room):
    """The agreements of the meeting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list_page, self.editor, self.new_page = ListPage(), AgreementEditor(), NewPage()
        self.work = EditorWork(self.editor)
        self.pages = QStackedWidget()
        self.side = SidePages(self.pages, self.about)
        self._several: SeveralSteps | None = None
        self._expected: int | None = None  # just created: opened when it comes
        self._findings: tuple[Finding, ...] = ()
        for page in (self.list_page, self.editor, self.new_page):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.addWidget(self.pages)
        self._connect()

    def _connect(self) -> None:
        page = self.list_page
        page.open_requested.connect(self.open_agreement)
        page.new_requested.connect(self.begin_new)
        page.duplicate_requested.connect(self._duplicate)
        page.several_requested.connect(self._step_several)
        page.delete_requested.connect(self._delete)
        page.move_requested.connect(self._move)
        page.export_requested.connect(self.export_chosen)
        page.notice_requested.connect(lambda words: self.office.notice(words) if self.office else None)
        self.editor.left.connect(self.show_list)
        self.new_page.left.connect(self.show_list)
        self.new_page.wished.connect(self._create)
        page.add_pages(self.side.buttons(page, of_one=False), self.side.of_one())
        self.editor.life.add_pages(self.side.buttons(self.editor, of_one=True))
        page.table.row_chosen.connect(lambda _row: self._allow_pages())
        self.side.left.connect(self._side_left)
        self.side.opening.connect(self.keep_typed)
        self.editor.life.place_wanted.connect(lambda place: self.side.reveal(f"life/{place}", self.about()))

    # --- Room

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        super().attach(office)
        self.work.attach(office)
        self.editor.attach(office)
        self.list_page.attach(office)
        self.side.attach(office)
        office.link.checked.connect(self.show_findings)
        self.show_findings(office.link.findings)

    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """Show another meeting, or the same one after a change: what is being typed or chosen stays."""
        another = self.is_another(snapshot)
        if another and self.snapshot is not None:
            self.show_findings(())
        super().show_snapshot(snapshot)
        read_only = self.office is None or self.office.read_only
        self.list_page.set_read_only(read_only)
        self.editor.set_read_only(read_only)
        self.list_page.show_snapshot(snapshot)
        gone = self._editing() and (another or not self.editor.show_snapshot(snapshot))
        if gone or (another and self.pages.currentWidget() is self.new_page):
            self.show_list()
        self.side.show_snapshot(snapshot, another=another)
        self._allow_pages()
        self._count_missing(snapshot)
        self._open_expected()

    def forget(self) -> None:
        """Another workspace is about to be shown."""
        super().forget()
        self.side.forget()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What the checks found, at its place in the editor."""
        self._findings = tuple(findings)
        self.editor.show_findings(self._findings)
        self.side.show_findings(self._findings)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.setAccessibleName(_("Agreements"))
        for part in (self.list_page, self.editor, self.new_page, self.work, self.side):
            part.retranslate(language)
        if self.pages.currentWidget() is not self.list_page:
            self._read_lists()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.list_page, self.editor, self.new_page, self.work, self.side):
            part.retheme(theme)

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        page = self.side.current()
        if page is not None:
            page.take_focus()
        elif self.pages.currentWidget() is self.editor:
            self.editor.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.list_page.take_focus()

    def reveal(self, place: str) -> None:
        """Go to a place of this room."""
        _room, _, rest = place.partition("/")
        key, _, below = rest.partition("/")
        agreements = self.snapshot.agreements if self.snapshot is not None else ()
        found = next((one for one in agreements if key and key in (one.key, str(one.id))), None)
        if key.startswith("@") or (found is not None and below):
            page = f"{key.removeprefix('@')}/{below}" if found is None else below
            if self.side.reveal(page, found):
                return
        if found is None:
            self.show_list()
        elif not below:
            self.show_list()
            self.list_page.table.choose(found.id)
        else:
            self.open_agreement(found.id)
            self.editor.reveal(below)

    def commands(self) -> tuple[QAction, ...]:
        """What can be done here."""
        self._allow_pages()
        here = self.work.commands() if self._editing() else ()
        return (*self.list_page.actions(), *here, *self.side.commands())

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        self.editor.keep_typed()
        self.list_page.keep_typed()
        self.side.keep_typed()

    def may_close(self, close: Callable[[], object]) -> bool:
        """Whether the window may close now."""
        return self.side.may_close(close)

    def allow_export(self, allowed: bool) -> None:
        """Whether an export may be started now."""
        self.list_page.export_button.setEnabled(allowed)

    def export_chosen(self) -> None:
        """Ask for an export of the chosen agreement."""
        agreement = self.about()
        if agreement is not None:
            kind = find("agreement")
            pairs = ((name, language) for language in kind.languages for name in kind.formats)
            self.export_requested.emit(tuple(Choice(kind.key, name, one, agreement.key) for name, one in pairs))

    # --- going about

    def about(self) -> Agreement | None:
        """The agreement that commands are about: of the page shown, opened, or chosen in the list."""
        page = self.side.current()
        if page is not None and page.agreement is not None:
            return page.agreement
        return self.editor.agreement if self._editing() else self.list_page.chosen()

    def _allow_pages(self) -> None:
        self.side.allow(read_only=self.office is None or self.office.read_only)

    def _side_left(self, agreement: Agreement | None) -> None:
        if agreement is None:
            self.show_list()
        else:
            self.open_agreement(agreement.id)

    def show_list(self) -> None:
        """Go back to the list."""
        self.editor.keep_typed()
        if self._editing() and self.editor.agreement is not None:
            self.list_page.table.choose(self.editor.agreement.id)
        self.editor.page.forget()
        self.pages.setCurrentWidget(self.list_page)
        self.list_page.take_focus()

    def open_agreement(self, agreement_id: int) -> None:
        """Open the editor."""
        found = self._agreement(agreement_id)
        if found is None:
            return
        if not (self._editing() and self.editor.agreement is not None and self.editor.agreement.id == agreement_id):
            self.pages.setCurrentWidget(self.editor)
            self.editor.open(self.snapshot, found)
            self.editor.show_findings(self._findings)
            self.editor.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            self._read_lists()

    def begin_new(self) -> None:
        """Ask for a new agreement."""
        if self.snapshot is not None and self.office is not None and not self.office.read_only:
            self.pages.setCurrentWidget(self.new_page)
            self.new_page.begin(self.snapshot)
            self._read_lists()

    def _editing(self) -> bool:
        return self.pages.currentWidget() is self.editor

    def _agreement(self, agreement_id: int) -> Agreement | None:
        agreements = self.snapshot.agreements if self.snapshot is not None else ()
        return next((one for one in agreements if one.id == agreement_id), None)

    def _open_expected(self) -> None:
        if self._expected is not None and self._agreement(self._expected) is not None:
            expected, self._expected = self._expected, None
            self.open_agreement(expected)
            self.editor.missing.focus_fact()

    # --- reading

    def _read_lists(self) -> None:
        if self.office is not None and self.snapshot is not None:
            here = frozenset(attendee.person.id for attendee in self.snapshot.attendees)
            self.office.read(read_entries(self.language, here), self._offer)

    def _offer(self, lists: tuple[tuple[Entry, ...], tuple[Entry, ...]]) -> None:
        self.editor.offer(*lists)
        self.new_page.offer(*lists)

    def _count_missing(self, snapshot: MeetingSnapshot) -> None:
        """Count in the reader's thread: sixty agreements take a while."""
        if self.office is None:
            return

        def counted(_session: object) -> dict[int, int]:
            from models.agreement_blocks import lacking_facts

            return {agreement.id: len(lacking_facts(snapshot, agreement)) for agreement in snapshot.agreements}

        self.office.read(counted, lambda counts: self.list_page.show_counts(snapshot, counts))

    # --- changing

    @property
    def _changes(self) -> AgreementChanges | None:
        return AgreementChanges(self.office) if self.office is not None and not self.office.read_only else None

    def _create(self, wish: NewWish) -> None:
        if self._changes is not None and self.snapshot is not None:
            self._changes.create(self.snapshot.meeting.id, wish, self._created)

    def _created(self, agreement_id: int) -> None:
        self._expected = agreement_id
        self._open_expected()

    def _step_several(self, step: Step, agreements: tuple[Agreement, ...]) -> None:
        from ui.agreements.several_steps import SeveralSteps, ask_step

        if self._several is not None and self._several.busy:
            self._several.tell()  # those before come first
        elif self.office is not None:
            several = self._several = SeveralSteps(self.office, self.snapshot, self.language)
            take = partial(several.take, step, agreements)
            ask_step(self, self.language, step, agreements, take)

    def _duplicate(self, agreement_id: int) -> None:
        found = self._agreement(agreement_id)
        if self._changes is not None and found is not None:
            self._changes.duplicate(found, self.list_page.expect)

    def _delete(self, ids: tuple[int, ...]) -> None:
        found = [one for one in map(self._agreement, ids) if one is not None]
        if self._changes is not None:
            self._changes.delete(found)

    def _move(self, ids: tuple[int, ...], before_id: int | None) -> None:
        if self._changes is not None:
            self._changes.move(ids, before_id)
