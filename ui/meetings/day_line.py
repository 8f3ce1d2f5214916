"""The day of a meeting in a dialog: typed as people write it, or taken from the calendar; empty where it is open."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from resources.languages import translator
from ui.theme import load_theme
from ui.widgets.choice_editors import DateEditor
from ui.widgets.field_editors import N_
from ui.widgets.field_shapes import Field, FieldKind

USUAL_NOTICE = timedelta(days=14)


class DayLine(DateEditor):
    """A date editor that begins two weeks from now, the usual notice."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        field = Field(
            "day", N_("Day"), FieldKind.DATE, near=date.today, hint=N_("Leave it empty while the day is open")
        )
        super().__init__(field, parent)
        self.retranslate(language)
        self.retheme(load_theme("light"))  # the calendar's sign is gray in either
        self.input().setAccessibleName(translator(language).gettext(field.label))
        self.start(date.today() + USUAL_NOTICE)

    def settled(self) -> bool:
        """Whether a day, or nothing, stands there; else the line says what it cannot read and keeps the keyboard."""
        self.commit()
        if self.typing():
            self.input().setFocus()
        return not self.typing()

    def day(self) -> date | None:
        """The day that stands there; None where the line is empty."""
        self.commit()
        found: date | None = self.stored
        return found
