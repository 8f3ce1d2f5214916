"""What is done in the template editor: each edit makes the next value of the draft, the one before is kept for Undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from models.codes import ClauseKind
from models.errors import KnownError
from models.snapshots.shapes import Bilingual
from models.template_draft import (
    STEP,
    added,
    clause_at,
    moved,
    removed,
    with_all_parties,
    with_condition,
    with_item,
    with_key,
    with_text,
)
from models.templates import AgreementTemplate
from resources.languages import translator
from ui.agreements.field_menu import FieldMenu
from ui.agreements.offered_fields import offered_fields
from ui.own_undo import ValueSteps
from ui.templates.editor import TemplateEditor
from ui.theme import Theme
from ui.wording import error_sentence
from ui.wording.messages import N_

if TYPE_CHECKING:
    from models.actions.edit_clauses import NewClause
    from ui.office import Office


class EditorHand(QObject):
    """Joins the parts of the editor. `refused(words)`: something was not done; `library_wanted(clause)`: keep it."""

    refused = Signal(str)
    keep_wanted = Signal()
    library_wanted = Signal(object)

    def __init__(self, editor: TemplateEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.steps = ValueSteps(editor, N_("edit of the template"), self, alone=True)
        self.steps.changed.connect(self._allow)
        self._opened: AgreementTemplate | None = None
        self.menu = FieldMenu(editor)
        self._actions: dict[str, QAction] = {}
        self._connect()
        self._add_keys()

    def _connect(self) -> None:
        editor, sheet, tree, form = self._editor, self._editor.sheet, self._editor.tree, self._editor.form
        sheet.text_edited.connect(self._text_edited)
        sheet.condition_edited.connect(self._condition_edited)
        sheet.key_edited.connect(self._key_edited)
        sheet.fact_opened.connect(lambda _name: editor.trial.setFocus(Qt.FocusReason.OtherFocusReason))
        tree.move_requested.connect(self._move)
        tree.delete_requested.connect(self._remove)
        tree.add_requested.connect(self.add_clause)
        tree.edit_requested.connect(self._enter)
        tree.menu_requested.connect(self._open_menu)
        form.text_edited.connect(self._title_edited)
        form.tier_edited.connect(lambda tier: self._change(lambda draft: replace(draft, tier=tier)))
        form.originals_edited.connect(lambda count: self._change(lambda draft: replace(draft, originals_each=count)))
        editor.add_button.clicked.connect(lambda _on: self.add_clause())
        editor.item_button.clicked.connect(lambda _on: self.add_item())
        editor.shelf_button.clicked.connect(lambda _on: self.open_shelf())
        editor.shelf.taken.connect(self._take)
        editor.field_button.clicked.connect(lambda _on: self.open_fields())
        editor.undo_button.clicked.connect(lambda _on: self.steps.undo())
        editor.keep_button.clicked.connect(lambda _on: self.keep())
        self.menu.chosen.connect(self._insert)

    def _add_keys(self) -> None:
        made = (("Ctrl+I", self.open_fields), ("F8", self._editor.page_button.toggle), ("Ctrl+S", self.keep))
        for keys, called in made:
            action = self._actions[keys] = QAction(self._editor)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, called=called: called())
            self._editor.addAction(action)

    # --- the draft

    def attach(self, office: Office) -> None:
        """Take the services of the window; its undo is that of the draft while the editor is in view."""
        self._editor.attach(office)
        self.steps.offer_to(office.undo)

    def open(self, template: AgreementTemplate, edition: int, based_on: str = "") -> None:
        """Begin to edit a template in an edition."""
        self._opened = template
        self._editor.open(template, edition, based_on)
        self.steps.begin()

    def changed(self) -> bool:
        """Whether anything was edited that is not kept yet."""
        self._editor.keep_typed()
        return self._editor.draft != self._opened

    def kept(self, edition: int) -> None:
        """The draft is the newest edition now."""
        self._opened = self._editor.draft
        self._editor.edition = edition
        self.steps.begin()

    def forget(self) -> None:
        """What was edited is thrown away."""
        self._opened = self._editor.draft
        self.steps.begin()

    def keep(self) -> None:
        """Ask for a new edition, when there is something to keep."""
        if self.changed():
            self.keep_wanted.emit()
        else:
            self.refused.emit(translator(self._editor.language).gettext("Nothing has been changed since this edition."))

    def value(self) -> AgreementTemplate | None:
        """The draft as it is now."""
        return self._editor.draft

    def show_value(self, value: AgreementTemplate | None) -> None:
        """Show the draft as it was at another step."""
        self._editor.show_draft(value)

    def keep_typed(self) -> None:
        """Take over what is typed and not told yet."""
        self._editor.keep_typed()

    def _change(self, change: Callable[[AgreementTemplate], AgreementTemplate]) -> bool:
        """Make the next value; whether there is one."""
        draft = self._editor.draft
        if draft is None:
            return False
        try:
            new = change(draft)
        except KnownError as problem:
            self.refused.emit(error_sentence(problem, self._editor.language))
            self._editor.show_draft()
            return False
        if new != draft:
            self._editor.show_draft(new)
            self.steps.note(draft)
        return True

    def _allow(self) -> None:
        _ = translator(self._editor.language).gettext
        self._editor.undo_button.setEnabled(self.steps.can_undo())
        edition = _("edition {edition}").format(edition=self._editor.edition)
        changed = _("changed, not kept yet") if self._editor.draft != self._opened else ""
        self._editor.say_status(" · ".join(filter(None, (edition, changed))))

    # --- edits

    def _text_edited(self, clause_id: int, column: str, _before: str, after: str) -> None:
        self._editor.sheet.sent.refuse((clause_id, column))  # it is in the draft at once
        self._change(lambda draft: with_text(draft, clause_id, column, after))

    def _condition_edited(self, clause_id: int, condition: str) -> None:
        self._change(lambda draft: with_condition(draft, clause_id, condition))

    def _key_edited(self, clause_id: int, key: str) -> None:
        if not self._change(lambda draft: with_key(draft, clause_id, key)):
            self._editor.sheet.give_back_line(clause_id, "key", key)

    def _title_edited(self, column: str, text: str) -> None:
        name, _, language = column.rpartition("_")

        def change(draft: AgreementTemplate) -> AgreementTemplate:
            pair = draft.title if name == "title" else draft.plain_title
            told = Bilingual(pair.zh, text.strip()) if language == "en" else Bilingual(text.strip(), pair.en)
            return replace(draft, title=told) if name == "title" else replace(draft, plain_title=told)

        self._change(change)

    def add_clause(self) -> None:
        """An empty clause behind the chosen one; the cursor goes into its heading."""
        from models.actions.edit_clauses import NewClause

        self._take((NewClause(key="clause"),))

    def add_item(self) -> None:
        """An empty item below the chosen clause."""
        chosen = self._editor.current
        if not isinstance(chosen, int) or self._editor.draft is None:
            return
        new, item = with_item(self._editor.draft, chosen)
        self._change(lambda _draft: new)
        self._go(item, "body")

    def _take(self, clauses: tuple[NewClause, ...]) -> None:
        self._editor.keep_typed()
        chosen = self._editor.current
        after = chosen // STEP * STEP if isinstance(chosen, int) else None
        draft = self._editor.draft
        self._editor.pages.setCurrentIndex(0)
        if self._change(lambda draft: added(draft, clauses, after)) and draft is not None:
            new = self._editor.draft
            place = next(n for n, clause in enumerate(new.clauses if new else ()) if clause not in draft.clauses)
            self._go((place + 1) * STEP, "heading")

    def _go(self, clause_id: int, column: str) -> None:
        self._editor.choose(clause_id)
        self._editor.sheet.focus_text(clause_id, column)

    def _enter(self, key: str | int) -> None:
        self._editor.choose(key)
        if isinstance(key, int):
            self._editor.sheet.focus_text(key, "heading")

    def _remove(self, clause_id: int) -> None:
        self._editor.keep_typed()
        self._change(lambda draft: removed(draft, clause_id))

    def _move(self, clause_id: int, parent_id: int | None, before_id: int | None) -> None:
        same_level = parent_id is None if clause_id % STEP == 0 else parent_id == clause_id // STEP * STEP
        if same_level:
            self._editor.keep_typed()
            self._change(lambda draft: moved(draft, clause_id, before_id))

    # --- menus

    def open_shelf(self) -> None:
        """Choose clauses of the library and of other templates."""
        editor = self._editor
        if editor.reading is not None:
            editor.keep_typed()
            editor.shelf.show_sources(editor.reading.snapshot, editor.reading.agreement)
            editor.pages.setCurrentWidget(editor.shelf)

    def open_fields(self) -> None:
        """Choose a field to insert where the cursor was."""
        editor = self._editor
        text = editor.sheet.last or next(iter(editor.sheet.texts.values()), None)
        if editor.reading is None or text is None or editor.pages.currentIndex() != 0:
            return
        editor.sheet.last = text
        column = next(key[1] for key, one in editor.sheet.texts.items() if one is text)
        like = with_all_parties(editor.reading.agreement)
        self.menu.offer(offered_fields(editor.reading, column[-2:], editor.language, like=like))
        self.menu.open_below(editor.field_button)

    def _insert(self, expression: str) -> None:
        text = self._editor.sheet.last
        if text is not None:
            text.insert_expression(expression)

    def _open_menu(self, place: QPoint, key: object) -> None:
        _ = translator(self._editor.language).gettext
        tree, menu = self._editor.tree, QMenu(self._editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts: list[tuple[str, Any]] = [(_("Add a clause") + "\tIns", self.add_clause)]
        if isinstance(key, int) and self._editor.draft is not None:
            clause = clause_at(self._editor.draft, key)
            acts += [
                (_("Move up") + "\tAlt+↑", lambda: tree.step(-1)),
                (_("Move down") + "\tAlt+↓", lambda: tree.step(1)),
                (_("Stands only if…"), lambda: self._ask_condition(key)),
                (_("Delete") + "\tDel", lambda: tree.delete_requested.emit(key)),
            ]
            if clause.kind is ClauseKind.ARTICLE:
                acts.append((_("Keep in the clause library…"), lambda: self.library_wanted.emit(clause)))
        for words, called in acts:
            menu.addAction(words).triggered.connect(lambda _on=False, called=called: called())
        menu.popup(place)

    def _ask_condition(self, clause_id: int) -> None:
        self._editor.sheet.ask_condition(clause_id)
        self._editor.choose(clause_id)
        self._editor.sheet.focus_text(clause_id, "condition")

    # --- looks

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        words = {"Ctrl+I": _("Insert a field"), "F8": _("Show or hide the page"), "Ctrl+S": _("Keep edition…")}
        for keys, action in self._actions.items():
            action.setText(words[keys])
        self.menu.retranslate(language)
        self._allow()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.menu.retheme(theme)
