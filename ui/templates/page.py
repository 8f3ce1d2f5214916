"""The page of templates in the agreements room: read, copy, edit, share, read in, delete; clauses of the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from models.errors import KnownError
from models.snapshots.shapes import Agreement, Bilingual, MeetingSnapshot
from models.templates import OfficeTemplate
from resources.languages import translator
from ui.agreements.pick_lists import read_sources
from ui.agreements.side_page import SidePage
from ui.dialogs.troubles import Action
from ui.templates.asking import ask_about_draft, ask_lines, ask_shared_file, ask_title, ask_where
from ui.templates.changes import TemplateChanges
from ui.templates.edition_box import EditionBox
from ui.templates.editor import TemplateEditor
from ui.templates.editor_hand import EditorHand
from ui.templates.files import shared_name, write_shared
from ui.templates.library_desk import LibraryDesk
from ui.templates.read_in import ReadIn
from ui.templates.reading_pane import ReadingPane
from ui.templates.shelf import ShelfLine, TemplateShelf
from ui.theme import Theme
from ui.widgets.icons import ICON_GAP, icon
from ui.wording import error_sentence

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.template_file import LibraryClause
    from models.templates import Templates
    from ui.office import Office

SHELF_WIDTH = 330
ICONS = {
    "copy": "copy",
    "edit": "file-pen-line",
    "share": "file-down",
    "read_in": "folder-open",
    "delete": "trash-2",
    "write": "plus",
}


class TemplatesPage(SidePage):
    """All templates and the clause library; the editor takes its place while a template is edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shelf, self.reading, self.editions = TemplateShelf(), ReadingPane(), EditionBox()
        self.editor = TemplateEditor()
        self.hand = EditorHand(self.editor)
        self.buttons = {name: QPushButton() for name in ICONS}
        self.overview, self.pages = QWidget(), QStackedWidget()
        self.library = LibraryDesk(self)
        self._expected: ShelfLine | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.head.addWidget(self.editions)
        for name in ("read_in", "share", "write", "delete", "copy", "edit"):
            self.head.addWidget(self.buttons[name])
        self.buttons["edit"].setProperty("role", "main")
        row = QHBoxLayout(self.overview)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.shelf.setFixedWidth(SHELF_WIDTH)
        row.addWidget(self.shelf)
        row.addWidget(self.reading, 1)
        for part in (self.overview, self.editor, self.library.form):
            self.pages.addWidget(part)
        self.body.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.shelf.chosen.connect(lambda _line: self._show_chosen())
        self.shelf.itemActivated.connect(lambda _item, _column: self._activated())
        self.editions.activated.connect(lambda _place: self._show_edition())
        acts = {
            "copy": self.ask_copy,
            "edit": self.edit,
            "share": self.ask_share,
            "read_in": self.ask_read_in,
            "delete": self.delete,
            "write": self.library.write,
        }
        for name, called in acts.items():
            self.buttons[name].clicked.connect(lambda _on=False, called=called: called())
        self.editor.left.connect(self.leave_editor)
        self.hand.refused.connect(self._notice)
        self.hand.keep_wanted.connect(self.ask_keep)
        self.hand.library_wanted.connect(self.library.ask_keep)

    # --- SidePage

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        super().attach(office)
        self.hand.attach(office)

    def begin(self) -> None:
        """The page was just turned to; what is being edited and not kept yet is still there."""
        if not (self.editing() and self.hand.changed()) and not self.library.changed():
            self.show_overview()

    def show_snapshot(self, snapshot: MeetingSnapshot, agreement: Agreement | None) -> None:
        """Show the templates as they are now; what is being edited stays."""
        super().show_snapshot(snapshot, agreement)
        self.editor.show_snapshot(snapshot)
        self.library.form.show_snapshot(snapshot)
        if self.editing():
            self.editor.show_draft()
        self.read_again()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        super().set_read_only(read_only)
        self.allow()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.title.setText(_("Agreement templates"))
        self.setAccessibleName(_("Agreement templates"))
        self.editions.setAccessibleName(_("Edition"))
        words = {
            "copy": _("Copy…"),
            "edit": _("Edit"),
            "share": _("Share…"),
            "read_in": _("Read in…"),
            "delete": _("Delete"),
            "write": _("New clause…"),
        }
        for name, said in words.items():
            self.buttons[name].setText(ICON_GAP + said)
            self.buttons[name].setAccessibleName(said)
        for part in (self.reading, self.shelf, self.editor, self.hand, self.library.form):
            part.retranslate(language)
        self._show_chosen()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.shelf, self.editor, self.hand, self.editions, self.library.form):
            part.retheme(theme)
        for name, drawn in ICONS.items():
            self.buttons[name].setIcon(icon(drawn, theme, "on_accent" if name == "edit" else "ink_soft"))

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        here: QWidget = self.library.form.variant if self.library.editing() else self.shelf
        (self.editor.tree if self.editing() else here).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, place: str) -> None:
        """Go to a template by its key."""
        self.shelf.choose(ShelfLine(place.partition("/")[0]))

    def keep_typed(self) -> None:
        """What is typed goes into the draft; the draft itself is kept only on purpose."""
        if self.editing():
            self.editor.keep_typed()

    def may_close(self, close: Callable[[], object]) -> bool:
        """Whether the window may close; a draft that is not kept is asked about first."""
        if self.library.changed():
            self.library.ask(close)
            return False
        if not self.editing() or not self.hand.changed():
            return True

        def leave() -> None:
            self.hand.forget()
            close()

        ask_about_draft(self, self.language, self.ask_keep, leave)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape leaves the editor first, Delete deletes."""
        if event.key() == Qt.Key.Key_Escape and self.editing():
            self.leave_editor()
        elif event.key() == Qt.Key.Key_Delete and self.pages.currentWidget() is self.overview:
            self.delete()
        else:
            super().keyPressEvent(event)

    # --- what is shown

    def editing(self) -> bool:
        """Whether the editor is in view."""
        return self.pages.currentWidget() is self.editor

    def show_overview(self) -> None:
        """The list, and what the chosen template says."""
        self.editor.page.forget()
        self.pages.setCurrentWidget(self.overview)
        self.allow()
        self.read_again()
        self.take_focus()

    def read_again(self) -> None:
        """Read templates and library anew."""
        if self.office is not None:
            self.office.read(read_sources, self._show_sources)

    def _show_sources(self, sources: tuple[Templates, Sequence[LibraryClause]]) -> None:
        self.shelf.show_all(*sources)
        self.editor.shelf.know(*sources)
        self.library.choose_kept()
        if self._expected is not None:
            self.shelf.choose(self._expected)
            self._expected = None
        self._show_chosen()

    def _show_chosen(self) -> None:
        line = self.shelf.line()
        self.editions.offer((), self.language)
        if line is not None and line.clause >= 0:
            self.reading.show_clause(self.shelf.library[line.clause])
            self.library.show_uses(self.shelf.library[line.clause])
        elif line is not None:
            self._show_template(line.key)
        self.allow()

    def _show_template(self, key: str) -> None:
        own = self.shelf.own(key)
        self._show_text(key, own)
        if own is not None and self.office is not None:
            self.office.read(lambda session: _editions(session, key), self._offer_editions)

    def _show_text(self, key: str, own: OfficeTemplate | None) -> None:
        try:
            self.reading.show_template(self.shelf.template(key) if own is None else own.read(), own)
        except KnownError as problem:
            self.reading.show_trouble(self.shelf.title(key), error_sentence(problem, self.language))

    def _offer_editions(self, editions: tuple[OfficeTemplate, ...]) -> None:
        line = self.shelf.line()
        if not editions or line is None or line.key != editions[0].key:
            return
        self.editions.offer(editions, self.language)
        self._show_edition()  # the list may have been read before the newest was kept

    def _show_edition(self) -> None:
        one = self.editions.chosen()
        if one is not None:
            self._show_text(one.key, one)
            self.allow()

    def allow(self) -> None:
        """Offer what can be done with the chosen line; files are of templates, new clauses of the library."""
        own, clause, changing = self._own_shown(), self.library.chosen(), not self.read_only
        in_list = self.pages.currentWidget() is self.overview
        for name, button in self.buttons.items():
            button.setVisible(in_list and name not in (("share", "read_in") if clause else ("write",)))
            button.setEnabled(changing)
        self.editions.setVisible(self.editions.count() > 1 and in_list)
        ours = own is not None or (clause is not None and clause.own)
        self.buttons["share"].setEnabled(own is not None)
        self.buttons["write"].setEnabled(changing and clause is not None)
        for name in ("edit", "delete"):
            self.buttons[name].setEnabled(changing and ours)

    # --- doing

    @property
    def _changes(self) -> TemplateChanges | None:
        return TemplateChanges(self.office) if self.office is not None and not self.read_only else None

    def _own_shown(self) -> OfficeTemplate | None:
        """The chosen template of the office's own, in the edition that is shown."""
        line = self.shelf.line()
        own = self.shelf.own(line.key) if line is not None and line.key else None
        return (self.editions.chosen() or own) if own is not None else None

    def ask_copy(self) -> None:
        """Ask what the copy is called."""
        line = self.shelf.line()
        if self.library.chosen() is not None:
            self.library.copy()
        if line is None or not line.key or self._changes is None:
            return
        own = self.shelf.own(line.key)
        title = own.title if own is not None else self.shelf.template(line.key).plain_title
        ask_title(self, self.language, title, partial(self._copy, line.key))

    def _copy(self, key: str, title: Bilingual) -> None:
        if self._changes is not None:
            self._changes.copy(key, title, self._made)

    def _made(self, key: str) -> None:
        self._expected = ShelfLine(key)
        self.read_again()

    def _activated(self) -> None:
        """Enter or a double click: edit what is our own, copy what is built in."""
        clause = self.library.chosen()
        if self._own_shown() is None and not (clause is not None and clause.own):
            self.ask_copy()
        else:
            self.edit()

    def edit(self) -> None:
        """Edit the chosen template of the office's own, from the edition that is shown, or our own clause."""
        self.library.edit()
        own, line = self._own_shown(), self.shelf.line()
        newest = self.shelf.own(line.key) if line is not None else None
        if own is None or newest is None or self._changes is None:
            return
        try:
            template = own.read()
        except KnownError as problem:
            self._notice(error_sentence(problem, self.language))
            return
        self.pages.setCurrentWidget(self.editor)
        self.allow()
        self.hand.open(template, newest.edition, own.based_on)
        self.take_focus()

    def ask_keep(self) -> None:
        """Ask for a note on the new edition."""
        draft = self.editor.draft
        if draft is None or self._changes is None:
            return
        _ = translator(self.language).gettext
        heading = _("Keep as edition {edition}").format(edition=self.editor.edition + 1)
        lines = ((_("What was changed (may stay empty)"), ""),)
        ask_lines(self, self.language, heading, lines, _("Keep"), lambda typed: self._keep(typed[0]))

    def _keep(self, note: str) -> None:
        if self._changes is not None and self.editor.draft is not None:
            self._changes.keep_edition(self.editor.draft, self.editor.edition, note, self.hand.kept)

    def leave_editor(self) -> None:
        """Back to the list; where something is not kept, ask."""
        if not self.hand.changed():
            self.show_overview()
            return
        ask_about_draft(self, self.language, self.ask_keep, self.show_overview)

    def delete(self) -> None:
        """Delete the chosen template or clause of the office's own; undo brings it back."""
        line = self.shelf.line()
        self.library.delete()
        if line is not None and self._changes is not None and self.shelf.own(line.key) is not None:
            self._changes.delete(line.key, self.shelf.title(line.key))

    # --- files

    def ask_share(self) -> None:
        """Ask where to put the file."""
        own = self._own_shown()
        if own is not None and self.office is not None:
            name = shared_name(own, self.language)
            ask_where(self, self.language, self.office.settings, name, lambda path: self.share(Path(path)))

    def share(self, file: Path) -> None:
        """Write the chosen template, in the edition that is shown, to a file."""
        own = self._own_shown()
        if own is None or self.office is None:
            return
        try:
            write_shared(own, file)
        except KnownError as problem:
            self.office.tell_error(Action.OTHER, problem)
            return
        _ = translator(self.language).gettext
        self._notice(_("The template was written to {path}.").format(path=str(file)))

    def ask_read_in(self) -> None:
        """Ask for the file."""
        if self._changes is not None and self.office is not None:
            ask_shared_file(self, self.language, self.office.settings, lambda path: self.read_in(Path(path)))

    def read_in(self, file: Path) -> None:
        """Read a shared template and keep it; it is hostile until it is read."""
        if self._changes is not None and self.office is not None:
            ReadIn(self.office, self.language, self._made).read(file)

    def _notice(self, words: str) -> None:
        if self.office is not None:
            self.office.notice(words)


def _editions(session: Session, key: str) -> tuple[OfficeTemplate, ...]:
    from models.template_library import editions_of

    return editions_of(session, key)
