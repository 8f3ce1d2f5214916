"""What undo leaves as it is."""

from __future__ import annotations

from resources.languages import translator
from ui.wording.changes import STAYS


def what_stays(label: str, language: str) -> str:
    """What stays when the step with this label is undone, in a sentence; nothing where nothing does."""
    message = STAYS.get(label)
    return translator(language).gettext(message) if message else ""
