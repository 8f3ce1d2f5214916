"""The diagnostics file for whoever looks after this program: versions, counts, the masked log. No names, no papers."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from models.errors import KnownError
from ui import log
from ui.masking import masked
from ui.settings import LAST_MEETING, OFFICE_NAME, PROOF_READER, RECENT_WORKSPACES, RETURN_TO, SETTINGS, Settings

PACKAGES = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "alembic",
    "reportlab",
    "openpyxl",
    "Babel",
    "Jinja2",
    "pypdfium2",
    "python-docx",
)
PERSONAL = {
    *(setting.key for setting in (LAST_MEETING, OFFICE_NAME, RECENT_WORKSPACES, RETURN_TO, PROOF_READER)),
    *(setting.key for setting in SETTINGS if setting.key.endswith("_folder")),
}
LONGEST_LOG = 500_000  # characters of each log, its end


def versions() -> dict[str, str]:
    """The program, Python, the system, the packages."""
    found = {"python": sys.version.split()[0], "system": platform.platform(), "machine": platform.machine()}
    for name in ("signing-desk", *PACKAGES):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found


def safe_settings(settings: Settings) -> dict[str, object]:
    """The settings that say nothing about a person or a place."""
    return {setting.key: settings.get(setting) for setting in SETTINGS if setting.key not in PERSONAL}


def make_diagnostics(target: Path, *, counts: Mapping[str, int], settings: Settings, screens: Iterable[str]) -> Path:
    """Write the file; `counts` are rows per table. KnownError: folder_not_writable; nothing half written stays."""
    part = target.with_name(f".{target.name}.part")
    facts = {
        "versions": versions(),
        "rows": dict(counts),
        "settings": safe_settings(settings),
        "screens": list(screens),
    }
    try:
        with ZipFile(part, "w", ZIP_DEFLATED) as bundle:
            bundle.writestr("facts.json", json.dumps(facts, indent=2, sort_keys=True))
            for file in log.logs():
                bundle.writestr(file.name, masked(_end_of(file)))
        part.replace(target)
    except OSError as error:
        raise KnownError("folder_not_writable", path=str(target.parent), reason=error.strerror or "") from error
    finally:
        part.unlink(missing_ok=True)
    return target


def _end_of(file: Path) -> str:
    """The last lines of a log, whole ones: half a path would not be known as one."""
    text = file.read_text(encoding="utf-8", errors="replace")
    return text if len(text) <= LONGEST_LOG else text[-LONGEST_LOG:].partition("\n")[2]
