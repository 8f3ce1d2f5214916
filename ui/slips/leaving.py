"""Closing the window or discarding while an import is prepared: what was decided would be forgotten, so it is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from resources.languages import translator
from ui.dialogs.question import Question
from ui.slips.sitting import WRITTEN

if TYPE_CHECKING:
    from ui.slips.desk import ImportDesk


def ask_about(desk: ImportDesk, close: Callable[[], object]) -> Question:
    """Write it and close, forget it and close, or stay."""
    _, ngettext = translator(desk.language).gettext, translator(desk.language).ngettext
    counts = desk.unfinished[0].counts()
    count = sum(counts[action] for action in WRITTEN)
    question = Question(desk.page.window(), desk.language)
    words = ngettext(
        "The slips are read and looked through; {count} person is not on the list yet.",
        "The slips are read and looked through; {count} people are not on the list yet.",
        count,
    )
    question.say(
        _("An import is not finished"),
        words.format(count=count),
        (_("Import, then close"), _("Discard and close"), _("Keep working")),
    )
    question.first.setEnabled(bool(count) and desk.unfinished[0] is desk.sitting)
    question.first.clicked.connect(lambda: _write(desk, close))
    question.second.clicked.connect(lambda: _forget(desk, close))
    question.open()
    return question


def ask_discard(desk: ImportDesk) -> Question:
    """Forget what was decided and set right, or go on."""
    _ = translator(desk.language).gettext
    question = Question(desk.page.window(), desk.language)
    question.say(
        _("Discard this import?"),
        _("What you have decided and set right here would be forgotten. The list and the slips stay as they are."),
        (_("Discard"), "", _("Keep working")),
    )
    question.second.hide()
    question.first.clicked.connect(desk.discard)
    question.open()
    return question


def _write(desk: ImportDesk, close: Callable[[], object]) -> None:
    desk.apply()
    if desk.writing:
        desk.may_close(close)


def _forget(desk: ImportDesk, close: Callable[[], object]) -> None:
    desk.forget_all()
    close()
