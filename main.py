"""Starts 签约台 (Signing Desk): the window, or a command where one is given."""

from __future__ import annotations

import sys

# Said before anything is installed, so no catalog can be opened yet: both languages at once.
NOT_INSTALLED = (
    "缺少 Python 组件“{name}”。请先运行 make run，或使用 .venv/bin/python main.py"
    "（Windows：.venv\\Scripts\\python main.py）。 / The Python package “{name}” is missing. "
    "Run make run first, or use .venv/bin/python main.py (Windows: .venv\\Scripts\\python main.py).\n"
)


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
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in ("models", "exporters", "ui", "resources"):
            raise
        sys.stderr.write(NOT_INSTALLED.format(name=error.name))
        return 2


if __name__ == "__main__":
    sys.exit(main())
