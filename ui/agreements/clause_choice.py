"""Which clauses of the template the chosen lines of a batch go without: a menu to tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from models.agreement_facts import plain_name
from models.rules.clause_text import names_in
from models.rules.template_text import render
from models.templates import AgreementTemplate, TemplateClause
from resources.languages import translator
from ui.agreements.batch_lines import BatchLine
from ui.agreements.fact_names import fact_word


class ClauseChoice(QMenu):
    """Ticked clauses are drafted: `chosen(ids, keys left out)`. It says what a clause depends on, or lacks."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget, template: AgreementTemplate, lines: Sequence[BatchLine], language: str) -> None:
        super().__init__(parent)
        self._ids = tuple(line.id for line in lines)
        left = [line.left_out for line in lines]
        self._left_out = frozenset.intersection(*left) if left else frozenset()
        _ = translator(language).gettext
        lacking = [set(line.without) for line in lines]
        away = set.intersection(*lacking) if lacking else set()
        for clause in template.clauses:
            words = _heading(clause, language) or _("Recitals")
            if clause.condition:
                said = (
                    _("{clause} (falls away without: {facts})") if clause.key in away else _("{clause} (with: {facts})")
                )
                words = said.format(clause=words, facts=_facts(clause.condition, language))
            action = QAction(words.replace("&", "&&"), self)
            action.setCheckable(True)
            action.setChecked(clause.key not in self._left_out)
            action.toggled.connect(partial(self._toggled, clause.key))
            self.addAction(action)
        self.aboutToHide.connect(self.deleteLater)

    def _toggled(self, key: str, kept: bool) -> None:
        self._left_out = self._left_out - {key} if kept else self._left_out | {key}
        self.chosen.emit(self._ids, self._left_out)


def button_menu(parent: QWidget, buttons: Iterable[QPushButton]) -> QMenu:
    """The same commands as a menu."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for button in buttons:
        action = QAction(button.accessibleName(), menu)
        action.setEnabled(button.isEnabled())
        action.triggered.connect(button.click)
        menu.addAction(action)
    return menu


def _facts(condition: str, language: str) -> str:
    """The facts that a condition looks at, in words."""
    words = dict.fromkeys(fact_word(plain_name(name), language) for name in names_in(condition))
    return ("、" if language == "zh" else ", ").join(words)


def _heading(clause: TemplateClause, language: str) -> str:
    return render(clause.heading.pick(language), {}).text.strip()
