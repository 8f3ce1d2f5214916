"""A clause of an agreement, kept in the clause library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from models.codes import ClauseKind
from models.snapshots.shapes import Clause
from models.templates import TemplateClause
from resources.languages import translator
from ui.templates.asking import ask_variant
from ui.templates.changes import keep_in_library

if TYPE_CHECKING:
    from ui.office import Office


def ask_to_keep(parent: QWidget, language: str, office: Office, clause: Clause) -> None:
    """Ask by what name the clause is kept, then keep it."""
    _ = translator(language).gettext

    def kept(_edition: object) -> None:
        office.notice(_("The clause is in the library now."))

    made = library_clause(clause)
    ask_variant(parent, language, made, lambda variant: keep_in_library(office, made, variant, kept))


def library_clause(clause: Clause) -> TemplateClause:
    """The clause with what lies below it, as the library keeps it; one without a key gets a plain one."""
    items = tuple(library_clause(child) for child in clause.children)
    key = clause.key or "clause"
    return TemplateClause(key, ClauseKind.ARTICLE, clause.condition, clause.heading, clause.body, items)
