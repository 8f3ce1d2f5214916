"""Which clauses of the template the chosen lines of a batch go without: a menu to tick."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from models.rules.template_text import render
from models.templates import AgreementTemplate, TemplateClause
from resources.languages import translator
from ui.agreements.batch_lines import BatchLine


class ClauseChoice(QMenu):
    """Ticked clauses are drafted; `chosen(ids, keys left out)`. A clause with a condition says so."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget, template: AgreementTemplate, lines: Sequence[BatchLine], language: str) -> None:
        super().__init__(parent)
        self._ids = tuple(line.id for line in lines)
        left = [line.left_out for line in lines]
        self._left_out = frozenset.intersection(*left) if left else frozenset()
        _ = translator(language).gettext
        for clause in template.clauses:
            words = _heading(clause, language) or _("Recitals")
            said = _("{clause} (only with: {condition})").format(clause=words, condition=clause.condition)
            action = QAction((said if clause.condition else words).replace("&", "&&"), self)
            action.setCheckable(True)
            action.setChecked(clause.key not in self._left_out)
            action.toggled.connect(partial(self._toggled, clause.key))
            self.addAction(action)
        self.aboutToHide.connect(self.deleteLater)

    def _toggled(self, key: str, kept: bool) -> None:
        self._left_out = self._left_out - {key} if kept else self._left_out | {key}
        self.chosen.emit(self._ids, self._left_out)


def _heading(clause: TemplateClause, language: str) -> str:
    return render(clause.heading.pick(language), {}).text.strip()
