"""What is changed from the page of templates: each one undo step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from models.snapshots.shapes import Bilingual

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.templates import AgreementTemplate, TemplateClause
    from ui.office import Office

Done = Callable[[Any], None]


class TemplateChanges:
    """The changes, told to the office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def copy(self, key: str, title: Bilingual, done: Done) -> None:
        """A template of the office's own that begins as another one."""

        def work(session: Session) -> str:
            from models.actions.edit_templates import copy_template

            return copy_template(session, key, title=title)

        self._office.change("copy_template", work, done=done, template=title.pick("zh"))

    def keep_edition(self, template: AgreementTemplate, after: int, note: str, done: Done) -> None:
        """What was edited, as the next edition."""

        def work(session: Session) -> int:
            from models.actions.edit_templates import new_edition

            return new_edition(session, template, after=after, note=note)

        self._office.change("edit_template", work, done=done, template=template.plain_title.pick("zh"))

    def delete(self, key: str, title: str) -> None:
        """A template less, with all its editions."""

        def work(session: Session) -> None:
            from models.actions.edit_templates import delete_template

            delete_template(session, key)

        self._office.change("delete_template", work, template=title)


def keep_in_library(office: Office, clause: TemplateClause, variant: str, done: Done) -> None:
    """Keep a clause in the library under the name of a variant, wherever it was written."""

    def work(session: Session) -> int:
        from models.actions.edit_library import keep_library_clause

        return keep_library_clause(session, clause, variant=variant)

    office.change("keep_library_clause", work, done=done, clause=clause.heading.pick("zh") or clause.key)
