"""Starts 签约台 (Signing Desk): the window, or a command where one is given."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what the command line asks for and return the exit status."""
    if getattr(sys, "frozen", False):  # a built program starts its worker process through this file
        from multiprocessing import freeze_support

        freeze_support()
    try:
        from ui.command_line import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # Ctrl+C while starting
        return 130


if __name__ == "__main__":
    sys.exit(main())
