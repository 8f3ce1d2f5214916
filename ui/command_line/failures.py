"""How a failure is told: one line and an exit status; the details of an unexpected one go to the log file."""

from __future__ import annotations

import os

from models.errors import KnownError
from resources.languages import translator
from ui.command_line import say
from ui.log import write_log
from ui.wording import error_sentence
from ui.wording.messages import N_, fill

REFUSED = 2
INTERRUPTED = 130

STOPPED = N_("Stopped. What was finished stays; nothing is half-written.")
UNEXPECTED = N_("Something unexpected went wrong ({reason}). Nothing was lost; the details are in {log}.")


def tell(failure: BaseException, language: str) -> int:
    """Say in one line what happened, and return the exit status."""
    if isinstance(failure, KeyboardInterrupt):
        say.aside(translator(language).gettext(STOPPED))
        return INTERRUPTED
    if isinstance(failure, BrokenPipeError):
        say.discard_output()  # the reader has left, as `head` does
        return 0
    if isinstance(failure, KnownError):
        say.aside(error_sentence(failure, language))
        return REFUSED
    reason, log = type(failure).__name__, write_log(_details(failure))
    say.aside(fill(UNEXPECTED, {"reason": reason, "log": log or os.devnull}, language))
    return REFUSED


def _details(failure: BaseException) -> str:
    import traceback

    return "".join(traceback.format_exception(failure))
