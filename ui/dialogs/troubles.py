"""From an error to what the dialog says: what happened, what was kept, what to do."""

from __future__ import annotations

from enum import Enum, auto

from models.errors import KnownError
from resources.languages import translator
from ui.dialogs.error import Trouble


class Action(Enum):
    """What was under way when it failed."""

    OPEN = auto()
    CHANGE = auto()
    EXPORT = auto()
    OTHER = auto()


def trouble_of(error: Exception | None, action: Action, language: str, details: str = "") -> Trouble:
    """The words for an error; None stands for one that nobody foresaw."""
    known = isinstance(error, KnownError)
    happened = _known(error, language) if known else _unforeseen(action, language)
    return Trouble(happened, _kept(action, language), _to_do(known, language), details or str(error or ""))


def _known(error: Exception | None, language: str) -> str:
    from ui.wording import error_sentence

    assert isinstance(error, KnownError)
    return error_sentence(error, language)


def _unforeseen(action: Action, language: str) -> str:
    _ = translator(language).gettext
    return {
        Action.OPEN: _("The workspace could not be opened, for a reason that was not foreseen."),
        Action.CHANGE: _("The change could not be made, for a reason that was not foreseen."),
        Action.EXPORT: _("The papers could not be made, for a reason that was not foreseen."),
        Action.OTHER: _("Something went wrong that was not foreseen."),
    }[action]


def _kept(action: Action, language: str) -> str:
    _ = translator(language).gettext
    return {
        Action.OPEN: _("The file was left as it is."),
        Action.CHANGE: _("Nothing was changed. Everything entered before is saved."),
        Action.EXPORT: _("No paper was half written. Everything entered is saved."),
        Action.OTHER: _("Everything entered is saved. You can go on working."),
    }[action]


def _to_do(known: bool, language: str) -> str:
    _ = translator(language).gettext
    if known:
        return _("Mend what is named above, then try again.")
    return _("Try again. If it fails again, copy the details and send them to whoever looks after this program.")
