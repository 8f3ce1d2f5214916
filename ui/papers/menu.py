"""What can be done with the paper under the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from resources.languages import translator
from ui.papers.rows import FORMAT_NAMES, N_, PaperRow
from ui.rooms import DOOR, PROOF

if TYPE_CHECKING:
    from ui.papers.room import PapersRoom

# Papers whose work can be done in the window as well.
PAGES = {
    "proof-sheet": (N_("Proofread in the window"), PROOF),
    "sign-in": (N_("Sign people in at the door"), DOOR),
}


def fill_menu(menu: QMenu, room: PapersRoom, row: PaperRow) -> QMenu:
    """Tick, print, save, open, and the way to where it is entered."""
    _ = translator(room.language).gettext
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    ticked, allowed = row in room.papers.ticked(), row.makeable and room.allowed
    menu.addAction(_("Untick") if ticked else _("Tick"), lambda: room.papers.tick([row.id], on=not ticked))
    menu.addSeparator()
    menu.addAction(_("Print…"), room.print_current).setEnabled(allowed and "pdf" in row.formats)
    for name in row.formats:
        kind = FORMAT_NAMES.get(name, name)
        for words, called in ((_("Save as {kind}…"), room.save_current), (_("Open as {kind}"), room.open_current)):
            action = menu.addAction(words.format(kind=kind))
            action.triggered.connect(lambda _on, one=name, call=called: call(one))
            action.setEnabled(allowed)
    menu.addSeparator()
    menu.addAction(_("Go to where this is entered"), lambda: room.go(row.place))
    page = PAGES.get(row.document)
    if page is not None:
        menu.addAction(_(page[0]), lambda: room.go(page[1]))
    return menu
