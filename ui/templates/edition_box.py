"""The editions of a template to choose from, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from models.templates import OfficeTemplate
from resources.languages import translator
from ui.widgets.choice_editors import ChoiceBox

LEAST_LETTERS = 18


class EditionBox(ChoiceBox):
    """Empty where a template has no editions: it belongs to the program."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(LEAST_LETTERS)
        self.editions: tuple[OfficeTemplate, ...] = ()

    def offer(self, editions: Sequence[OfficeTemplate], language: str) -> None:
        """What there is; the newest is chosen."""
        _ = translator(language).gettext
        self.editions = tuple(editions)
        self.clear()
        for one in editions:
            words = _("edition {edition}").format(edition=one.edition)
            self.addItem(" · ".join(filter(None, (words, one.note))))

    def chosen(self) -> OfficeTemplate | None:
        """The edition chosen."""
        place = self.currentIndex()
        return self.editions[place] if 0 <= place < len(self.editions) else None
