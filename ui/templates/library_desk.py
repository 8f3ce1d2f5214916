"""What is done with the clauses of the library on the page of templates: write, edit, copy, delete, keep."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.codes import ClauseKind
from models.snapshots.shapes import EMPTY
from models.template_file import LibraryClause
from models.templates import TemplateClause
from resources.languages import translator
from ui.templates.asking import ask_variant
from ui.templates.clause_form import ClauseForm
from ui.templates.library_changes import LibraryChanges
from ui.templates.shelf import ShelfLine, clause_words
from ui.templates.uses_list import read_uses

if TYPE_CHECKING:
    from models.store.clause_uses import ClauseUse
    from ui.templates.page import TemplatesPage


class LibraryDesk(QObject):
    """Joins the form with the page."""

    def __init__(self, page: TemplatesPage) -> None:
        super().__init__(page)
        self._page, self.form = page, ClauseForm()
        self._edited: LibraryClause | None = None  # None: it becomes a variant of its own
        self._kept: tuple[str, str] | None = None  # key and variant to be chosen when the list comes
        self.form.left.connect(self.leave)
        self.form.keep_wanted.connect(self.keep)

    def editing(self) -> bool:
        """Whether the form is in view."""
        return self._page.pages.currentWidget() is self.form

    def changed(self) -> bool:
        """Whether the form holds something that is not kept."""
        return self.editing() and self.form.changed()

    def chosen(self) -> LibraryClause | None:
        """The clause that is chosen in the list."""
        line = self._page.shelf.line()
        return self._page.shelf.library[line.clause] if line is not None and line.clause >= 0 else None

    def show_uses(self, one: LibraryClause) -> None:
        """Tell beside the clause which agreements have taken it over."""
        page, key = self._page, one.clause.key
        if page.office is not None:
            page.office.read(partial(read_uses, key=key), partial(self._show_uses, one))

    def _show_uses(self, one: LibraryClause, uses: tuple[ClauseUse, ...]) -> None:
        if self.chosen() == one:
            self._page.reading.uses.offer(uses)

    def choose_kept(self) -> None:
        """The list has come: choose the clause that was just kept."""
        for number, one in enumerate(self._page.shelf.library if self._kept else ()):
            if one.own and (one.clause.key, one.variant.zh) == self._kept:
                self._kept = None
                self._page.shelf.choose(ShelfLine(clause=number))

    # --- the form

    def write(self) -> None:
        """A clause of the office's own, from nothing."""
        from models.actions.edit_library import free_clause_key

        taken = (one.clause.key for one in self._page.shelf.library)
        self._open(TemplateClause(free_clause_key(taken, "clause"), ClauseKind.ARTICLE, "", EMPTY, EMPTY), "")

    def copy(self) -> None:
        """Another variant of the chosen clause, to begin with in its words."""
        one = self.chosen()
        if one is not None:
            _ = translator(self._page.language).gettext
            name = "·".join(filter(None, (one.variant.pick(self._page.language), _("our own variant"))))
            self._open(one.clause, name)

    def edit(self) -> None:
        """The chosen clause of the office's own."""
        one = self.chosen()
        if one is not None and one.own:
            self._open(one.clause, one.variant.zh, one)

    def _open(self, clause: TemplateClause, variant: str, edited: LibraryClause | None = None) -> None:
        office = self._page.office
        if office is not None and self._changes is not None and self._page.snapshot is not None:
            self.form.steps.offer_to(office.undo)
            self._edited = edited
            self._page.pages.setCurrentWidget(self.form)
            self._page.allow()
            self.form.open(clause, variant, self._page.snapshot)

    def keep(self) -> None:
        """Write what the form holds: one undo step."""
        changes, after, variant = self._changes, self.form.clause(), self.form.variant.text().strip()
        if changes is None:
            return
        before, done = self._edited, partial(self._done, after, variant)
        if before is None:
            changes.add(after, variant, done)
        else:
            changes.edit(before, after, variant, done)

    def _done(self, clause: TemplateClause, variant: str, _edition: object) -> None:
        self.form.forget()
        self._kept = clause.key, variant
        self._page.show_overview()
        self._tell()

    def leave(self) -> None:
        """Back to the list; where something is not kept, ask."""
        if self.changed():
            self.ask(self._page.show_overview)
        else:
            self._page.show_overview()

    def ask(self, leave: Callable[[], object]) -> None:
        """Something is about to be left that is not kept."""
        from ui.dialogs.question import Question

        _ = translator(self._page.language).gettext
        question = Question(self._page, self._page.language)
        answers = (_("Keep in the library"), _("Throw the changes away"), _("Go on editing"))
        question.say(_("Keep what was changed?"), _("The clause was changed and is not in the library yet."), answers)
        question.first.clicked.connect(lambda _on: self.keep())
        question.second.clicked.connect(lambda _on: self._throw_away(leave))
        question.open()

    def _throw_away(self, leave: Callable[[], object]) -> None:
        self.form.forget()
        leave()

    # --- without the form

    def delete(self) -> None:
        """Delete the chosen clause of the office's own; undo brings it back."""
        one = self.chosen()
        if one is not None and one.own and self._changes is not None:
            name = clause_words(one, "zh")
            self._changes.delete(one.clause.key, one.variant.zh, name, lambda _done: self._page.read_again())

    def ask_keep(self, clause: TemplateClause) -> None:
        """Ask by what name a clause of the template being edited is kept."""
        changes = self._changes
        if changes is not None:
            kept = partial(changes.keep, clause, done=lambda _edition: self._tell())
            ask_variant(self._page, self._page.language, clause, kept)

    def _tell(self) -> None:
        if self._page.office is not None:
            self._page.office.notice(translator(self._page.language).gettext("The clause is in the library now."))
        self._page.read_again()

    @property
    def _changes(self) -> LibraryChanges | None:
        office = self._page.office
        return LibraryChanges(office) if office is not None and not self._page.read_only else None
