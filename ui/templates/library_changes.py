"""What is changed in the clause library: each one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.templates.changes import Done, keep_in_library

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.template_file import LibraryClause
    from models.templates import TemplateClause
    from ui.office import Office


class LibraryChanges:
    """The changes, told to the office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def keep(self, clause: TemplateClause, variant: str, done: Done) -> None:
        """A clause as the newest edition of its variant, whether there is one or not."""
        keep_in_library(self._office, clause, variant, done)

    def add(self, clause: TemplateClause, variant: str, done: Done) -> None:
        """A clause as a variant that must be new."""

        def work(session: Session) -> int:
            from models.actions.edit_library import add_library_clause

            return add_library_clause(session, clause, variant=variant)

        self._office.change("keep_library_clause", work, done=done, clause=_name(clause))

    def edit(self, before: LibraryClause, after: TemplateClause, variant: str, done: Done) -> None:
        """Other words, or another name of the variant."""

        def work(session: Session) -> int:
            from models.actions.edit_library import edit_library_clause

            return edit_library_clause(session, before.clause, before.variant.zh, after, new_variant=variant)

        self._office.change("edit_library_clause", work, done=done, clause=_name(after))

    def delete(self, key: str, variant: str, name: str, done: Done) -> None:
        """A clause of the library less."""

        def work(session: Session) -> None:
            from models.actions.edit_library import delete_library_clause

            delete_library_clause(session, key, variant)

        self._office.change("delete_library_clause", work, done=done, clause=name)


def _name(clause: TemplateClause) -> str:
    return clause.heading.pick("zh") or clause.key
