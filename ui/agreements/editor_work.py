"""What the editor does: wishes of its parts become changes, menus open, chips lead to where a fact is entered."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from models.agreement_facts import MissingFact, fact_place, plain_name
from models.codes import ClauseKind
from models.errors import KnownError
from models.snapshots.shapes import Agreement
from resources.languages import translator
from ui.agreements.changes import NEW_KEY, AgreementChanges
from ui.agreements.editor import AgreementEditor
from ui.agreements.escape_key import EscapeKey
from ui.agreements.field_menu import FieldMenu
from ui.agreements.offered_fields import offered_fields
from ui.agreements.pick_lists import read_sources
from ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.actions.edit_clauses import NewClause
    from ui.office import Office


class EditorWork(QObject):
    """Joins the editor to the office."""

    def __init__(self, editor: AgreementEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._office: Office | None = None
        self.menu, self._escape = FieldMenu(editor), EscapeKey(editor)
        self._actions: dict[str, QAction] = {}
        self._connect()
        self._add_actions()

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        self._office = office

    # --- joining

    def _connect(self) -> None:
        editor = self._editor
        editor.sheet.text_edited.connect(self._text_edited)
        editor.sheet.condition_edited.connect(self._condition_edited)
        editor.sheet.key_edited.connect(self._key_edited)
        editor.sheet.fact_opened.connect(self.open_fact)
        editor.sheet.picture_pasted.connect(self._picture_pasted)
        editor.tree.move_requested.connect(self._move)
        editor.tree.indent_requested.connect(partial(self._with_name, "indent"))
        editor.tree.outdent_requested.connect(partial(self._with_name, "outdent"))
        editor.tree.delete_requested.connect(partial(self._with_name, "delete_clause"))
        editor.tree.edit_requested.connect(self._enter_line)
        editor.tree.add_requested.connect(self.add_clause)
        editor.tree.menu_requested.connect(self._open_menu)
        editor.add_button.clicked.connect(self.add_clause)
        editor.shelf_button.clicked.connect(self.open_shelf)
        editor.shelf.taken.connect(self._take_clauses)
        editor.field_button.clicked.connect(self.open_fields)
        self.menu.chosen.connect(self._insert)
        self._connect_facts()

    def _connect_facts(self) -> None:
        editor = self._editor
        editor.facts.field_edited.connect(self._field_edited)
        editor.facts.areas_edited.connect(lambda areas: self._change("set_areas", areas))
        editor.facts.answers_edited.connect(lambda answers: self._change("set_answers", answers))
        editor.missing.fact_filled.connect(self._fact_filled)
        editor.missing.place_wanted.connect(lambda fact: self.open_fact(fact.name))
        editor.missing.line_wanted.connect(editor.choose)
        editor.missing.refused.connect(self._not_understood)
        editor.parties.field_edited.connect(self._party_edited)
        editor.parties.link_edited.connect(lambda row, column, value: self._change("link_party", row, column, value))
        editor.parties.witness_edited.connect(self._witness_edited)
        editor.parties.add_requested.connect(self._add_party)
        editor.parties.remove_requested.connect(lambda ids: self._change("remove_parties", ids))
        editor.parties.move_requested.connect(lambda ids, before: self._change("move_parties", ids, before))
        editor.parties.unit_wanted.connect(self._open_unit)

    def _add_actions(self) -> None:
        editor = self._editor
        made = {
            "fields": ("Ctrl+I", self.open_fields),
            "page": ("F8", editor.page_button.toggle),
            "before": ("Ctrl+PgUp", lambda: editor.step(-1)),
            "after": ("Ctrl+PgDown", lambda: editor.step(1)),
            "add": ("", self.add_clause),
            "shelf": ("", self.open_shelf),
            "missing": ("F9", editor.missing.focus_fact),
        }
        for name, (keys, called) in made.items():
            action = QAction(editor)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, called=called: called())
            editor.addAction(action)
            self._actions[name] = action

    def commands(self) -> tuple[QAction, ...]:
        """What can be done in the editor."""
        return tuple(self._actions.values())

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        words = {
            "fields": _("Insert a field"),
            "page": _("Show or hide the page"),
            "before": _("Previous clause"),
            "after": _("Next clause"),
            "add": _("Add a clause"),
            "shelf": _("Take clauses over…"),
            "missing": _("Fill in what is missing"),
        }
        for name, action in self._actions.items():
            action.setText(words[name])
        self.menu.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.menu.retheme(theme)

    # --- changing

    @property
    def _changes(self) -> AgreementChanges | None:
        office = self._office
        closed = office is None or office.read_only or self._editor.closed()
        return None if office is None or closed else AgreementChanges(office)

    def _change(self, name: str, *given: Any) -> None:
        """A change of the agreement shown."""
        agreement, changes = self._editor.agreement, self._changes
        if agreement is not None and changes is not None:
            getattr(changes, name)(agreement, *given)

    def _clause_name(self, clause_id: int) -> str:
        reading = self._editor.reading
        clause = reading.clause(clause_id) if reading else None
        return reading.heading(clause, "zh") if reading and clause else ""

    def _with_name(self, name: str, clause_id: int) -> None:
        if self._changes is not None:
            self._editor.sheet.keep_typed()
            getattr(self._changes, name)(clause_id, self._clause_name(clause_id))

    def _text_edited(self, clause_id: int, column: str, before: str, after: str) -> None:
        if self._changes is not None:
            done = partial(self._text_stored, clause_id, column, after)
            failed = partial(self._text_refused, clause_id, column, after)
            self._changes.edit_text(clause_id, self._clause_name(clause_id), column, before, after, done, failed)

    def _text_stored(self, clause_id: int, column: str, after: str, _result: None) -> None:
        self._editor.sheet.sent.stored((clause_id, column), after, datetime.now())

    def _text_refused(self, clause_id: int, column: str, typed: str, error: Exception) -> None:
        """What is stored stands there again; what was typed is offered below it."""
        reading = self._editor.reading
        now = reading.stored_text((clause_id, column)) if reading else None
        if isinstance(error, KnownError) and error.code == "record_gone":  # there is no place left to offer it at
            QGuiApplication.clipboard().setText(typed)
            _ = translator(self._editor.language).gettext
            self._notice(_("The clause has been deleted elsewhere; what was typed in it is on the clipboard."))
        if isinstance(error, KnownError) and error.code == "changed_meanwhile":
            now = str(error.values.get("now") or "")
        self._editor.sheet.give_back(clause_id, column, now or "", typed)

    def _condition_edited(self, clause_id: int, after: str) -> None:
        if self._changes is not None:
            failed = self._line_refused(clause_id, "condition", after)
            self._changes.set_condition(clause_id, self._clause_name(clause_id), after, failed)

    def _key_edited(self, clause_id: int, after: str) -> None:
        if self._changes is not None:
            failed = self._line_refused(clause_id, "key", after)
            self._changes.rename_key(clause_id, self._clause_name(clause_id), after, failed)

    def _line_refused(self, clause_id: int, column: str, typed: str) -> Callable[[Exception], None]:
        return lambda _error: self._editor.sheet.give_back_line(clause_id, column, typed)

    def _move(self, clause_id: int, parent_id: int | None, before_id: int | None) -> None:
        if self._changes is not None:
            self._changes.move_clause(clause_id, self._clause_name(clause_id), parent_id, before_id)

    def _field_edited(self, row: int, column: str, before: Any, after: Any) -> None:
        panel = self._editor.facts.panel
        self._change("edit", column, before, after, lambda _error: panel.give_back(column, after, row_id=row))

    def _party_edited(self, row: int, column: str, before: Any, after: Any) -> None:
        panel = self._editor.parties.panel
        refused = partial(panel.give_back, column, after, row_id=row)
        self._change("edit_party", row, column, before, after, lambda _error: refused())

    def _witness_edited(self, row: int, is_witness: bool) -> None:
        agreement, changes = self._editor.agreement, self._changes
        if agreement is not None and changes is not None:
            changes.set_witness(agreement, row, is_witness=is_witness)

    def _fact_filled(self, fact: MissingFact, values: object) -> None:
        missing = self._editor.missing
        self._change("fill", fact, values, lambda _error: missing.tell_again(fact.name))

    def _add_party(self, is_witness: bool) -> None:
        agreement, changes = self._editor.agreement, self._changes
        if agreement is not None and changes is not None:
            changes.add_party(agreement, is_witness=is_witness, done=self._editor.parties.expect)

    # --- clauses

    def add_clause(self) -> None:
        """An empty clause behind the chosen one, on its level; the cursor goes into it."""
        from models.actions.edit_clauses import NewClause

        parent_id, after_id, kind = self._place()
        self._add((NewClause(kind=kind, key=NEW_KEY if parent_id is None else ""),), parent_id, after_id)

    def open_shelf(self) -> None:
        """Choose clauses of templates and other agreements."""
        editor, reading = self._editor, self._editor.reading
        if reading is not None and self._changes is not None:
            editor.sheet.keep_typed()
            editor.shelf.show_sources(reading.snapshot, reading.agreement)
            editor.pages.setCurrentWidget(editor.shelf)
            editor.missing.fold(True)
            if self._office is not None:
                self._office.read(read_sources, lambda sources: editor.shelf.know(*sources))

    def _take_clauses(self, clauses: tuple[NewClause, ...]) -> None:
        parent_id, after_id, _kind = self._place(top=True)
        self._editor.pages.setCurrentIndex(0)
        self._add(clauses, parent_id, after_id)

    def _add(self, clauses: tuple[NewClause, ...], parent_id: int | None, after_id: int | None) -> None:
        agreement, changes = self._editor.agreement, self._changes
        if agreement is not None and changes is not None:
            self._editor.keep_typed()
            changes.add_clauses(agreement, clauses, parent_id=parent_id, after_id=after_id, done=self._added)

    def _added(self, ids: tuple[int, ...]) -> None:
        self._editor.expect_clause(ids[0])

    def _place(self, *, top: bool = False) -> tuple[int | None, int | None, ClauseKind]:
        """Parent, the clause to stand behind, and the kind of a new clause."""
        agreement, chosen = self._editor.agreement, self._editor.current
        for one in agreement.clauses if agreement else ():
            if one.id == chosen and one.kind is not ClauseKind.ANNEX:
                return None, one.id, ClauseKind.ARTICLE
            for child in one.children:
                if child.id == chosen and top:
                    return None, one.id, ClauseKind.ARTICLE
                if child.id == chosen:
                    return one.id, child.id, ClauseKind.ITEM
        return None, None, ClauseKind.ARTICLE

    def _enter_line(self, key: str | int) -> None:
        self._editor.choose(key)
        if isinstance(key, int):
            self._editor.sheet.focus_text(key, "heading")
        elif key == "parties":
            self._editor.parties.list.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._editor.facts.panel.focus_field("title")

    def _open_menu(self, place: QPoint, key: object) -> None:
        _ = translator(self._editor.language).gettext
        tree, menu = self._editor.tree, QMenu(self._editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts: list[tuple[str, Any]] = [
            (_("Add a clause") + "\tIns", self.add_clause),
            (_("Take clauses over…"), self.open_shelf),
        ]
        if isinstance(key, int):
            acts += [
                (_("Move up") + "\tAlt+↑", lambda: tree.step(-1)),
                (_("Move down") + "\tAlt+↓", lambda: tree.step(1)),
                (_("Below the clause before it") + "\tAlt+→", lambda: tree.indent_requested.emit(key)),
                (_("One level up") + "\tAlt+←", lambda: tree.outdent_requested.emit(key)),
                (_("Stands only if…"), lambda: self._ask_condition(key)),
                (_("Keep in the clause library…"), lambda: self._ask_library(key)),
                (_("Delete") + "\tDel", lambda: tree.delete_requested.emit(key)),
            ]
        for words, called in acts:
            action = menu.addAction(words)
            action.setEnabled(self._changes is not None)
            action.triggered.connect(called)
        menu.popup(place)

    def _ask_library(self, clause_id: int) -> None:
        """Keep a clause of this agreement in the library, to be used again."""
        from ui.templates.keeping import ask_to_keep

        self._editor.keep_typed()
        reading, office = self._editor.reading, self._office
        found = reading.clause(clause_id) if reading is not None else None
        if found is not None and office is not None:
            ask_to_keep(self._editor, self._editor.language, office, found)

    def _ask_condition(self, clause_id: int) -> None:
        self._editor.sheet.ask_condition(clause_id)
        self._editor.choose(clause_id)
        self._editor.show_current()
        self._editor.sheet.focus_text(clause_id, "condition")

    # --- fields

    def open_fields(self) -> None:
        """Choose a field to insert where the cursor was."""
        editor, reading = self._editor, self._editor.reading
        text = editor.sheet.last or next(iter(editor.sheet.texts.values()), None)
        if reading is None or text is None or editor.pages.currentIndex() != 0:
            return
        editor.sheet.last = text
        column = next(key[1] for key, one in editor.sheet.texts.items() if one is text)
        self.menu.offer(offered_fields(reading, column[-2:], editor.language))
        self.menu.open_below(editor.field_button)

    def _insert(self, expression: str) -> None:
        text = self._editor.sheet.last
        if text is not None and self._changes is not None:
            text.insert_expression(expression)

    # --- leading elsewhere

    def open_fact(self, name: str) -> None:
        """Go to where a fact is entered."""
        reading, office = self._editor.reading, self._office
        if reading is None or office is None:
            return
        owner, _, key = name.partition(".")
        if owner == "article":
            self._editor.reveal(f"clauses/{key}")
            return
        if self._editor.missing.focus_fact(plain_name(name)) and self._enterable(reading.agreement, name):
            return
        place = fact_place(reading.snapshot, reading.agreement, plain_name(name))
        here = f"agreements/{reading.agreement.key}/"
        if place is None:
            self._editor.reveal("parties/1/")
        elif place.place.startswith(here):
            self._editor.reveal(place.place.removeprefix(here))
        else:
            office.show_place(place.place)

    def _enterable(self, agreement: Agreement, name: str) -> bool:
        line = next((one for one in self._editor.missing.lines if one.fact.name == plain_name(name)), None)
        return line is not None and bool(line.lines or line.picker)

    def _open_unit(self, unit_id: int) -> None:
        if self._office is not None:
            self._office.show_place(f"organizations/{unit_id}/name_zh")

    def _picture_pasted(self) -> None:
        self._notice(
            translator(self._editor.language).gettext("The clipboard holds a picture; only text can be pasted here.")
        )

    def _not_understood(self, typed: str) -> None:
        _ = translator(self._editor.language).gettext
        self._notice(_("“{text}” is not understood here; nothing was stored.").format(text=typed))

    def _notice(self, words: str) -> None:
        if self._office is not None:
            self._office.notice(words)
