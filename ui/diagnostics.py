"""The diagnostics file for whoever looks after this program: versions, counts, the masked log. No names, no papers."""

from __future__ import annotations

import json
import platform
import re
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from models.errors import KnownError
from ui import log
from ui.settings import EXPORT_FOLDER, LAST_MEETING, OFFICE_NAME, RECENT_WORKSPACES, SETTINGS, Settings

PACKAGES = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "alembic",
    "reportlab",
    "openpyxl",
    "Babel",
    "Jinja2",
    "pypinyin",
    "pypdfium2",
    "python-docx",
)
PERSONAL = {setting.key for setting in (EXPORT_FOLDER, LAST_MEETING, OFFICE_NAME, RECENT_WORKSPACES)}
LONGEST_LOG = 500_000  # characters of each log, its end

# Whatever may be somebody's: words in any script but ours, long numbers, addresses, folders with a user's name.
FOREIGN = re.compile(r"[^\x00-\x7f]+")
HOME = re.compile(r"(?i)((?:/home|/Users|[a-z]:[\\/]+Users)[\\/]+)[^\\/\s\"':]+")
MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
NUMBER = re.compile(r"\d[\d -]{5,}\d")
QUOTED = re.compile(r"(['\"])(?:(?!\1)[^\n\\]|\\.)*\1")
FILE_NAME = re.compile(r"['\"][^'\"\n]*[\\/][^'\"\n]*\.py['\"]")


def masked(text: str) -> str:
    """The text without anything personal: quoted values, foreign words, numbers, mail addresses, user folders.

    The file names of a traceback stay: they are ours.
    """
    kept: dict[str, str] = {}

    def put_by(found: re.Match[str]) -> str:
        mark = f"\x00{len(kept)}\x00"
        kept[mark] = HOME.sub(r"\1…", found.group())
        return mark

    shown = FILE_NAME.sub(put_by, text)
    for pattern, instead in ((QUOTED, "'…'"), (MAIL, "…@…"), (HOME, r"\1…"), (NUMBER, "…"), (FOREIGN, "…")):
        shown = pattern.sub(instead, shown)
    for mark, name in kept.items():
        shown = shown.replace(mark, FOREIGN.sub("…", name))
    return shown


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
                text = file.read_text(encoding="utf-8", errors="replace")[-LONGEST_LOG:]
                bundle.writestr(file.name, masked(text))
        part.replace(target)
    except OSError as error:
        raise KnownError("folder_not_writable", path=str(target.parent), reason=error.strerror or "") from error
    finally:
        part.unlink(missing_ok=True)
    return target
