"""The page of an agenda without items: what belongs here, and the agendas of usual meetings to begin with."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from models.rules.dates import format_time
from resources.languages import translator
from ui.widgets.message_page import MessagePage


class EmptyAgendaPage(MessagePage):
    """One button for each usual agenda. `template_chosen(key, title)`."""

    template_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        from models.agenda_templates import agenda_templates

        super().__init__("list-ordered", parent)
        self._buttons.setDirection(QBoxLayout.Direction.TopToBottom)
        self.buttons: dict[str, QPushButton] = {}
        for place, template in enumerate(agenda_templates()):
            choose = partial(self._choose, template.key)
            self.buttons[template.key] = self.add_button(choose, main=place == 0)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        from models.agenda_templates import agenda_templates

        _ = translator(language).gettext
        self.say(
            _("The agenda has no items yet"),
            _(
                "Here stand the steps of the meeting with day, time, minutes and who presents them. Begin with a usual "
                "agenda and change it, or type the first title below."
            ),
        )
        for template in agenda_templates():
            button = self.buttons[template.key]
            button.setText(template.title.pick(language))
            steps = (f"{format_time(step.start)}  {step.title.pick(language)}".strip() for step in template.steps)
            button.setToolTip("\n".join(steps))

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be begun."""
        for button in self.buttons.values():
            button.setVisible(not read_only)

    def _choose(self, key: str) -> None:
        self.template_chosen.emit(key, self.buttons[key].text())
