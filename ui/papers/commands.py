"""What can be done in the papers room by key, menu and search: key, shortcut, message."""

from __future__ import annotations

from ui.papers.rows import N_

COMMANDS = (
    ("print", "Ctrl+P", N_("Print papers")),
    ("save", "Ctrl+Shift+S", N_("Save the paper as a file")),
    ("open", "", N_("Open a copy of the paper")),
    ("export", "", N_("Export papers")),
    ("pack", "Ctrl+Shift+E", N_("Export the whole pack")),
    ("final", "", N_("Make final papers")),
    ("draft", "", N_("Make drafts")),
)
