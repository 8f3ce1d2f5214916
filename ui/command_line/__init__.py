"""The command line: reads the arguments, runs a command or opens the window, returns the exit status."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from ui.command_line import failures, say
from ui.command_line.grammar import Request, read_arguments, split, spoken_language
from ui.settings import Settings, interface_language

WINDOW = "ui.command_line.window:open_window"


def run(arguments: list[str]) -> int:
    """Do what the arguments ask for. 0 done, 1 errors were found, 2 refused, 130 interrupted; never a traceback."""
    say.prepare_streams()
    language = spoken_language(split(arguments)[0], interface_language(Settings()))
    try:
        status = _carry_out(read_arguments(arguments, language))
        say.finish()
        return status
    except (Exception, KeyboardInterrupt) as failure:
        return failures.tell(failure, language)
    except SystemExit as ended:  # argparse has printed a help text
        return ended.code if isinstance(ended.code, int) else 0


def _carry_out(request: Request) -> int:
    module, _, name = (request.command.path if request.command else WINDOW).partition(":")
    carry_out = cast(Callable[[Request], int], getattr(import_module(module), name))
    return carry_out(request)
