"""Where things lie on this computer: the workspace, the settings, the logs, the exported papers."""

from __future__ import annotations

from pathlib import Path

import platformdirs

APP = "signing-desk"


def default_workspace() -> Path:
    """The workspace file that is used when nobody names another one."""
    return platformdirs.user_data_path(APP, appauthor=False) / "workspace.sqlite"


def settings_file() -> Path:
    """The user's settings on this computer."""
    return platformdirs.user_config_path(APP, appauthor=False) / "settings.json"


def log_file() -> Path:
    """Where unexpected failures are written with all their details."""
    return platformdirs.user_log_path(APP, appauthor=False) / "signing-desk.log"


def default_exports() -> Path:
    """Where papers are proposed to be saved."""
    return platformdirs.user_documents_path() / "签约台"
