"""Opens the table of ranks, from the settings or from the people, and keeps it as one change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from models.rules.ranks import Rung
    from ui.dialogs.ranks import RanksDialog
    from ui.theme import Theme
    from ui.workspace_link import WorkspaceLink


def edit_ranks(link: WorkspaceLink, language: str, theme: Theme, parent: QWidget) -> None:
    """Read the office's own table, then show it, or the one proposed."""

    def show(rungs: tuple[Rung, ...]) -> None:
        show_ranks(link, language, theme, parent, rungs)

    link.read(_own_rungs, show, link.failed.emit)


def show_ranks(
    link: WorkspaceLink, language: str, theme: Theme, parent: QWidget, rungs: tuple[Rung, ...]
) -> RanksDialog:
    """Show a table; what is kept is one step that can be undone."""
    from ui.dialogs.ranks import RanksDialog

    dialog = RanksDialog(rungs, language, theme, parent)
    dialog.kept.connect(lambda kept: link.change("set_ranks", partial(_keep, kept)))
    dialog.open()
    return dialog


def _own_rungs(session: Session) -> tuple[Rung, ...]:
    from models.office_settings import own_rungs

    return own_rungs(session)


def _keep(rungs: tuple[Rung, ...], session: Session) -> None:
    from models.office_settings import write_ladders

    write_ladders(session, rungs)
