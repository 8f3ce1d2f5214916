"""Opens the window, if there is a screen to open it on."""

from __future__ import annotations

import os
import sys

from ui.command_line import say
from ui.command_line.grammar import Request
from ui.command_line.workspace import location
from ui.wording.messages import N_

NO_DISPLAY = N_(
    "There is no display here, so the window was not opened; the commands work without one: {program} --help"
)


def open_window(request: Request) -> int:
    """Open the window and wait until it is closed; without a display say so, which is no failure."""
    if not has_display():
        say.line(request.say(NO_DISPLAY, program="python main.py"))
        return 0
    from ui.app import run_window

    return run_window(location(request), request.language)


def has_display() -> bool:
    """Whether Qt would find a screen: only X11 and Wayland desks have to be asked."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
